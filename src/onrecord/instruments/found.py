"""What the finders hand over to linking: a place in the report, and the instrument that stands there."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain import Instrument


@dataclass(frozen=True, slots=True)
class Found:
    """Words ``first:last`` (numbers of words, half-open) that name ``instrument``.

    ``heads`` are the nouns by which it may be called later on ("the treaty"), as compared.
    """

    first: int
    last: int
    instrument: Instrument
    heads: frozenset[str] = frozenset()
    part: str = ""
    because: str = "named"

    @property
    def length(self) -> int:
        return self.last - self.first


def disjoint(found: list[Found]) -> list[Found]:
    """The longest of those that overlap, of equally long ones the first in the list; in text order."""
    kept: list[Found] = []
    taken: set[int] = set()
    for one in sorted(found, key=lambda one: -one.length):
        places = range(one.first, one.last)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(one)
    return sorted(kept, key=lambda one: one.first)
