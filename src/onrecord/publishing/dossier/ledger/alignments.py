"""Who stands with whom: the questions on which two actors were last seen on the same side, and on opposite ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from onrecord.publishing.dossier.ledger.names import Name
from onrecord.publishing.dossier.ledger.positions import Cell, QuestionPage

_MOST_ACTORS = 40
"""Actors of one question of whom pairs are made, those seen most often: pairs grow with their square."""


@dataclass(slots=True)
class Alignment:
    """Two actors with the questions on which their latest sides are the same, and those on which they are opposite."""

    one: Name
    other: Name
    together: list[QuestionPage] = field(default_factory=list)
    apart: list[QuestionPage] = field(default_factory=list)

    @property
    def questions(self) -> int:
        """On how many questions they can be compared."""
        return len(self.together) + len(self.apart)


def alignments(pages: Sequence[QuestionPage], fewest: int = 2) -> list[Alignment]:
    """All pairs that can be compared on ``fewest`` questions or more, those with most first.

    Only for and against count: with a condition, or without a side, nobody stands with anybody.
    """
    found: dict[tuple[str, str], Alignment] = {}
    for page in pages:
        decided = [cell for _, cells in page.by_side() for cell in cells if cell.latest.side in ("for", "against")]
        decided.sort(key=lambda cell: (-len(cell.taken), cell.actor))
        for one, other in combinations(sorted(decided[:_MOST_ACTORS], key=lambda cell: cell.actor), 2):
            pair = found.setdefault((one.actor.id, other.actor.id), Alignment(one.actor, other.actor))
            (pair.together if _agree(one, other) else pair.apart).append(page)
    kept = [pair for pair in found.values() if pair.questions >= fewest]
    return sorted(kept, key=lambda pair: (-pair.questions, -len(pair.together), pair.one, pair.other))


def _agree(one: Cell, other: Cell) -> bool:
    return one.latest.side == other.latest.side
