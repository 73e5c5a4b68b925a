from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.building.code import code_digest

PARTS = ("analysis.py", "actors")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "actors").mkdir()
    (tmp_path / "analysis.py").write_bytes(b"one = 1\ntwo = 2\n")
    (tmp_path / "actors" / "states.tsv").write_text("Norway\n")
    return tmp_path


def digest(package: Path) -> str:
    return code_digest.__wrapped__(package, PARTS)


def test_the_digest_is_of_code_and_tables(package: Path) -> None:
    before = digest(package)
    (package / "actors" / "states.tsv").write_text("Sweden\n")
    changed = digest(package)
    (package / "actors" / "new.py").write_text("")
    assert len({before, changed, digest(package)}) == 3


def test_the_digest_is_of_nothing_else(package: Path) -> None:
    before = digest(package)
    (package / "cli").mkdir()
    (package / "cli" / "show.py").write_text("")
    (package / "actors" / "__pycache__").mkdir()
    (package / "actors" / "__pycache__" / "a.pyc").write_text("x")
    (package / "analysis.py").write_bytes(b"one = 1\r\ntwo = 2\r\n")
    assert digest(package) == before


def test_onrecords_own_parts_are_all_there() -> None:
    from onrecord.building.code import _PACKAGE, _PARTS

    assert all((_PACKAGE / part).exists() for part in _PARTS)
    assert len(code_digest()) == 12
