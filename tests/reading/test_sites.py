"""Whole pages, line by line: ``×`` before a line of chrome, nothing before a line of the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.reading import find_chrome

_SITES = sorted((Path(__file__).parent / "sites").glob("*.txt"))


@pytest.mark.parametrize("site", _SITES, ids=lambda path: path.stem)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["unix", "windows"])
def test_exactly_the_marked_lines_are_chrome(site: Path, newline: str) -> None:
    rows = site.read_text(encoding="utf-8").splitlines()
    text = newline.join(row[2:] for row in rows)
    found = [span.text for span in find_chrome(text)]
    assert found == [row[2:] for row in rows if row.startswith("×")]


def test_there_are_pages_of_every_kind() -> None:
    assert len(_SITES) >= 8
