"""Who moves with whom: how often two sides stood on the same side of a question, and when they last did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from onrecord.domain import Actor, Position, Question, Side

_TAKEN: tuple[Side, ...] = ("for", "against")


@dataclass(frozen=True, slots=True)
class Meeting:
    """A question on which both sides took a side at the same time, or one after the other.

    ``since`` is the day from which both are known to stand so, None where no report has a date. ``one`` and ``other``
    are the positions that show it.
    """

    question: Question
    one: Position
    other: Position
    since: date | None

    @property
    def agree(self) -> bool:
        """Whether both were for it, or both against."""
        return self.one.side == self.other.side


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two sides, and all their meetings, in order of time: at first, and whenever either of them moved."""

    one: Actor
    other: Actor
    meetings: tuple[Meeting, ...]

    @property
    def agreed(self) -> int:
        """On how many questions they stand together by what each said last."""
        return sum(meeting.agree for meeting in self.latest)

    @property
    def latest(self) -> tuple[Meeting, ...]:
        """The last meeting on each question."""
        return tuple({meeting.question.id: meeting for meeting in self.meetings}.values())


def alignments(positions: Sequence[Position], sides: Mapping[str, Sequence[Actor]]) -> tuple[Alignment, ...]:
    """The alignment of every two sides that took sides on a common question.

    Args:
        positions: those of a pile, in order of time within each question.
        sides: whom each actor speaks for, by its id (``sides_of``); itself where nothing is said.

    Only ``for`` and ``against`` count: who sets a condition or takes no side is with nobody.
    """
    of_question: dict[str, list[Position]] = {}
    for position in positions:
        if position.side in _TAKEN:
            of_question.setdefault(position.question.id, []).append(position)
    actors: dict[str, Actor] = {}
    meetings: dict[tuple[str, str], list[Meeting]] = {}
    for own in of_question.values():
        moves: dict[str, list[Position]] = {}
        for position in own:
            for side in sides.get(position.actor.id, (position.actor,)):
                actors.setdefault(side.id, side)
                before = moves.setdefault(side.id, [])
                if not before or before[-1].side != position.side:
                    before.append(position)
        for one, other in combinations(sorted(moves), 2):
            meetings.setdefault((one, other), []).extend(_meetings(moves[one], moves[other]))
    found = [
        Alignment(actors[one], actors[other], tuple(sorted(several, key=lambda m: (_day(m.since), m.question.id))))
        for (one, other), several in meetings.items()
    ]
    return tuple(
        sorted(found, key=lambda a: (-len(a.latest), -a.agreed, a.one.name, a.other.name, a.one.id, a.other.id))
    )


def _meetings(one: Sequence[Position], other: Sequence[Position]) -> Iterable[Meeting]:
    """From the day that both have taken a side, and again from every day on which either moved."""
    days = sorted({_day(_when(position)) for position in (*one, *other)})
    last: tuple[str, str] | None = None
    for day in days:
        first, second = _standing(one, day), _standing(other, day)
        if first is None or second is None or last == (first.id, second.id):
            continue
        last = first.id, second.id
        yield Meeting(first.question, first, second, None if day == date.max else day)


def _standing(moves: Sequence[Position], day: date) -> Position | None:
    known = [position for position in moves if _day(_when(position)) <= day]
    return known[-1] if known else None


def _when(position: Position) -> date | None:
    return position.when.best or position.when.latest or position.when.earliest


def _day(day: date | None) -> date:
    return date.max if day is None else day
