"""Long listings, cut into pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page of a listing. ``path`` and the links are relative to the dossier's root; "" is no link."""

    rows: Sequence[Row]
    number: int
    pages: int
    first: int
    total: int
    stem: str
    path: str

    @property
    def last(self) -> int:
        """The number of the last row on this page, counted from 1 over the whole listing."""
        return self.first + len(self.rows) - 1

    def link(self, number: int) -> str:
        """The page with ``number``, from the dossier's root."""
        return page_path(self.stem, number)

    def near(self) -> list[int]:
        """The page numbers to offer: the ends, and those around this one; 0 stands for a gap."""
        wanted = sorted({1, self.pages, *range(max(1, self.number - 2), min(self.pages, self.number + 2) + 1)})
        offered: list[int] = []
        for number in wanted:
            if offered and number > offered[-1] + 1:
                offered.append(0)
            offered.append(number)
        return offered


def page_path(stem: str, number: int) -> str:
    """``reports/index`` → ``reports/index.html``, ``reports/index-2.html``, …"""
    return f"{stem}.html" if number == 1 else f"{stem}-{number}.html"


def paged(rows: Sequence[Row], stem: str, size: int) -> Iterator[Page[Row]]:
    """``rows`` in pages of ``size``; an empty listing has one empty page."""
    pages = max(1, -(-len(rows) // size))
    for number in range(1, pages + 1):
        first = (number - 1) * size
        yield Page(rows[first : first + size], number, pages, first + 1, len(rows), stem, page_path(stem, number))
