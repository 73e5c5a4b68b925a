"""A disk that is really full: a file system of a few kilobytes. Needs the right to mount one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import building_fakes as fakes
import pytest

from onrecord.building import build
from onrecord.errors import BuildError


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A folder with room for 4 MB."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    if not sys.platform.startswith("linux"):
        pytest.skip("mounting is tried on Linux only")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("no right to mount a file system")
    yield folder
    subprocess.run(["umount", folder], check=True)


def fill(folder: Path, reports: int, characters: int) -> Path:
    folder.mkdir()
    for number in range(reports):
        words = f"{number} " * (characters // 4)
        (folder / f"{number}.txt").write_text(f"Vera Ilic said: we will stay\n\n{words}")
    return folder


def test_a_disk_too_small_for_the_results(tiny: Path, tmp_path: Path) -> None:
    pile = fill(tmp_path / "pile", 60, 120_000)
    with pytest.raises(BuildError, match=r"disk.* full.*What was finished is kept.*run the same build again"):
        build([pile], tiny / "k", workers=1, stages=fakes.stages())
    assert not (tiny / "k").exists()
    grow(tiny)
    summary = build([pile], tiny / "k", workers=1, stages=fakes.stages())
    assert (summary.reports, summary.unread) == (60, ())
    assert summary.reused > 3


def test_a_disk_too_small_for_the_record(tiny: Path, tmp_path: Path) -> None:
    small = fill(tmp_path / "small", 1, 1000)
    build([small], tiny / "k", workers=1, stages=fakes.stages())
    before = (tiny / "k").read_bytes()
    pile = fill(tmp_path / "pile", 14, 60_000)
    with pytest.raises(BuildError, match=r"disk.*full|no room left"):
        build([pile], tiny / "k", workers=1, stages=fakes.stages())
    assert (tiny / "k").read_bytes() == before
    assert {path.name for path in tiny.iterdir()} <= {"k", "k.work", "k.work-wal"}
    grow(tiny)
    assert build([pile], tiny / "k", workers=1, stages=fakes.stages()).reused == 14
    assert {path.name for path in tiny.iterdir()} == {"k"}


def grow(folder: Path) -> None:
    """Free some space."""
    subprocess.run(["mount", "-o", "remount,size=100m", folder], check=True)
