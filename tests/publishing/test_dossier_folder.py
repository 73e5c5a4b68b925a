"""A dossier takes the place of a dossier, in one step, and of nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import dossier_pile as piles
import pytest

from onrecord.errors import BuildError
from onrecord.publishing.dossier import write_dossier
from onrecord.publishing.dossier.folder import replacing


def test_a_second_run_replaces_the_first(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_dossier(piles.pile(), out)
    gone = out / "reports" / f"{piles.cyprus().id}.html"
    assert gone.exists()
    write_dossier(piles.Pile((piles.arabic(),)), out)
    assert not gone.exists() and (out / "index.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert write_dossier(piles.Pile(()), tmp_path / "out").is_file()


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("my own pages")
    with pytest.raises(BuildError, match="not a dossier; choose a new or empty folder"):
        write_dossier(piles.Pile(()), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
    assert (tmp_path / "index.html").read_text() == "my own pages"


def test_a_file_that_was_added_to_a_dossier_is_not_deleted(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_dossier(piles.Pile(()), out)
    (out / "notes.txt").write_text("call the ministry")
    with pytest.raises(BuildError, match=r"'notes\.txt' was added"):
        write_dossier(piles.Pile(()), out)
    assert (out / "notes.txt").read_text() == "call the ministry"


def test_a_forged_marker_does_not_make_a_dossier(tmp_path: Path) -> None:
    (tmp_path / "dossier.json").write_text("[]")
    (tmp_path / "thesis.doc").write_text("years of work")
    with pytest.raises(BuildError):
        write_dossier(piles.Pile(()), tmp_path)
    assert (tmp_path / "thesis.doc").exists()


def test_a_file_in_the_way_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(BuildError, match="is a file"):
        write_dossier(piles.Pile(()), tmp_path / "out")


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_what_was_there_stays_when_the_new_one_fails(tmp_path: Path, error: type[BaseException]) -> None:
    out = tmp_path / "out"
    write_dossier(piles.Pile(()), out)
    before = (out / "index.html").read_bytes()
    with pytest.raises(error), replacing(out) as fresh:
        (fresh / "index.html").write_text("half")
        raise error
    assert (out / "index.html").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_full_disk_is_told_with_advice(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="No space left"), replacing(tmp_path / "out"):
        raise OSError(28, os.strerror(28))
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_is_cleared(tmp_path: Path) -> None:
    (tmp_path / ".out.unfinished").mkdir()
    (tmp_path / ".out.unfinished" / "half.html").write_text("half")
    write_dossier(piles.Pile(()), tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert not (tmp_path / "out" / "half.html").exists()
