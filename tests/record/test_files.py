"""Files that are there as a whole or not at all."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from onrecord.record.files import replacing


@pytest.mark.parametrize("ending", ["part", "draft.part", "part-journal"])
def test_what_a_killed_writer_left_is_removed_by_the_next(tmp_path: Path, ending: str) -> None:
    stem = f".onrecord-{hashlib.sha256(b'k.onrecord').hexdigest()[:12]}"
    (tmp_path / f"{stem}-0badcafe.{ending}").write_bytes(b"half")
    with replacing(tmp_path / "k.onrecord") as draft:
        draft.write_bytes(b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["k.onrecord"]


def test_the_drafts_of_other_files_are_left_alone(tmp_path: Path) -> None:
    other = tmp_path / ".onrecord-000000000000-0badcafe.part-journal"
    other.write_bytes(b"half")
    with replacing(tmp_path / "k.onrecord") as draft:
        draft.write_bytes(b"whole")
    assert other.exists()
