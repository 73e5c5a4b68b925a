"""Statements in the making."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.statements.confidence import Evidence

Range = tuple[int, int]


@dataclass
class Draft:
    """Ranges of the text, and what the probabilities of their parts are.

    ``layout`` tells whether layout alone made it a statement, ``inner`` whether it stands in another one's content,
    ``verbatim`` whether the layout shows its words to be the speaker's own.
    """

    source: Range | None
    cue: Range | None
    content: list[Range]
    evidence: Evidence
    layout: bool = False
    inner: bool = False
    verbatim: bool = False


class Owners:
    """Which drafts hold a content that touches a range; looked up in logarithmic time."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._parts = sorted(((part, draft) for draft in drafts for part in draft.content), key=lambda x: x[0])
        self._ends = [part[1] for part, _ in self._parts]

    def of(self, wanted: Range) -> Iterator[Draft]:
        """Drafts in the order of their parts. Contents of different drafts do not overlap, so their ends are sorted."""
        at = bisect_left(self._ends, wanted[0] + 1)
        while at < len(self._parts) and self._parts[at][0][0] < wanted[1]:
            yield self._parts[at][1]
            at += 1
