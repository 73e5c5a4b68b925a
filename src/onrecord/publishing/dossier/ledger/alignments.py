"""Who stands with whom, as the ledger tells it, with links to the questions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from onrecord.domain import Position, Sighting
from onrecord.ledger.positions.alignments import alignments as ledger_alignments
from onrecord.publishing.dossier.ledger.names import Name, Names
from onrecord.publishing.dossier.ledger.positions import Positions, QuestionPage
from onrecord.record import RecordedPosition

FEWEST = 2
"""Questions on which two must have taken a side to be compared."""

_MOST = 60
"""Sides of which pairs are made."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A question on which two can be compared; ``since`` is the year from which they stand so, "" if not known."""

    question: QuestionPage
    since: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides with the questions on which they were last seen together, and those on which they were apart."""

    one: Name
    other: Name
    together: tuple[Shared, ...]
    apart: tuple[Shared, ...]


def pairs(positions: Positions, names: Names) -> list[Pair]:
    """Every two sides that can be compared on ``FEWEST`` questions or more, those with most first."""
    pages = {page.id: page for page in positions.pages}
    compared = _compared(positions)
    rows = [_position(row) for row in positions.rows if compared & {side.id for side in positions.sides_of(row.actor)}]
    found = []
    for each in ledger_alignments(rows, positions.sides):
        if len(each.latest) < FEWEST or not {each.one.id, each.other.id} <= compared:
            continue
        shared = [(one.agree, Shared(pages[one.question.id], _year(one.since))) for one in each.latest]
        together = tuple(one for agree, one in shared if agree)
        apart = tuple(one for agree, one in shared if not agree)
        found.append(Pair(names.of(each.one), names.of(each.other), together, apart))
    return found


def _compared(positions: Positions) -> set[str]:
    """The sides that are seen on enough questions, those seen most often: pairs grow with the square of these."""
    questions: Counter[str] = Counter()
    sightings: Counter[str] = Counter()
    for page in positions.pages:
        for side, cell in page.cells.items():
            questions[side] += 1
            sightings[side] += len(cell.taken)
    known = [side for side, number in questions.items() if number >= FEWEST]
    return set(sorted(known, key=lambda side: (-sightings[side], side))[:_MOST])


def _position(row: RecordedPosition) -> Position:
    sighting = Sighting(row.report.id, 0)
    return Position(row.question, row.actor, row.side, sighting, row.stance, row.when, row.strength, row.change)


def _year(day: date | None) -> str:
    return "" if day is None else str(day.year)
