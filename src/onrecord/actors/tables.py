"""The tables that ship with this package: tab-separated, one header line, lists parted by "; "."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of ``name`` as dictionaries of their header's names; missing cells are empty."""
    lines = (files("onrecord.actors") / name).read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    for line in lines[1:]:
        if line.strip():
            cells = line.split("\t")
            yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))


def listed(cell: str) -> tuple[str, ...]:
    """The items of a cell that holds a list."""
    return tuple(item for item in (part.strip() for part in cell.split(";")) if item)
