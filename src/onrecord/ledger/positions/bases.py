"""On what grounds each side stands on a question: which instruments it cites, since when, and who cites the same one to
the opposite end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.domain import Actor, Ground, Instrument, Position, Question, Side, Sighting
from onrecord.ledger.entries import Entry
from onrecord.ledger.positions.rows import sides_of

_FAR = 4  # statements between which the next one of the same side is looked for
_TAKEN: tuple[Side, ...] = ("for", "against", "conditional")


@dataclass(frozen=True, slots=True)
class Cited:
    """One place where somebody cites an instrument: ``speaker`` in ``report``, on the day ``when`` if it is known.

    ``statement`` is the place of the statement there.
    """

    speaker: Actor
    report: str
    statement: int
    ground: Ground
    when: date | None


@dataclass(frozen=True, slots=True)
class Basis:
    """An instrument that is cited on one side of a question, with every place where it is.

    ``since`` is the first day of a dated one. ``both_ways`` is true when the other side cites the same instrument.
    """

    question: Question
    side: Side
    instrument: Instrument
    cited: tuple[Cited, ...]
    since: date | None = None
    both_ways: bool = False

    @property
    def speakers(self) -> tuple[Actor, ...]:
        """Who cites it, the first first."""
        return tuple({one.speaker.id: one.speaker for one in self.cited}.values())


def bases(entries: Sequence[Entry], positions: Sequence[Position]) -> tuple[Basis, ...]:
    """The instruments that each side of each question is backed with.

    A citation backs a position when both stand in one statement, or in the next one before or behind it for the same
    side in the same report. Norms without a text of their own ("international law") count like all others.
    """
    of_report = {entry.report: entry for entry in entries}
    sides = sides_of(entries)
    found: dict[tuple[str, Side, str], tuple[Question, Instrument, dict[tuple[str, int, int], Cited]]] = {}
    for position in positions:
        entry = of_report.get(position.sighting.report)
        if entry is None or position.side not in _TAKEN:
            continue
        for place in _near(entry, position, sides):
            statement = entry.statements[place]
            when = statement.said_on.best or entry.published.best
            for ground in statement.grounds:
                if statement.speaker is None:
                    continue
                key = position.question.id, position.side, ground.instrument.id
                _, _, cited = found.setdefault(key, (position.question, ground.instrument, {}))
                at = entry.report, place, ground.span.start
                cited.setdefault(at, Cited(statement.speaker, entry.report, place, ground, when))
    order = {position.question.id: place for place, position in reversed(list(enumerate(positions)))}
    rows = [_basis(key, value, found.keys()) for key, value in found.items()]
    return tuple(
        sorted(
            rows, key=lambda b: (order.get(b.question.id, 0), b.side, -len(b.cited), b.instrument.name, b.instrument.id)
        )
    )


def _basis(
    key: tuple[str, Side, str],
    value: tuple[Question, Instrument, Mapping[tuple[str, int, int], Cited]],
    keys: Iterable[tuple[str, Side, str]],
) -> Basis:
    question, instrument, cited = value
    rows = tuple(
        sorted(cited.values(), key=lambda one: (one.when or date.max, one.report, one.statement, one.ground.span))
    )
    other = {"for": "against", "against": "for"}.get(key[1], "")
    return Basis(
        question,
        key[1],
        instrument,
        rows,
        min((one.when for one in rows if one.when is not None), default=None),
        (key[0], other, key[2]) in set(keys),
    )


def _near(entry: Entry, position: Position, sides: Mapping[str, Sequence[Actor]]) -> Iterable[int]:
    """The statements whose citations back a position, by their places."""
    place = position.stance.statement
    if place is None:
        return ()
    whose = _side(entry.statements[place].speaker, sides)
    if not whose:
        return (place,)
    found = [place]
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(entry.statements) and abs(at - place) <= _FAR:
            if _side(entry.statements[at].speaker, sides) == whose:
                found.append(at)
                break
            at += step
    return tuple(sorted(found))


def _side(speaker: Actor | None, sides: Mapping[str, Sequence[Actor]]) -> tuple[str, ...]:
    return () if speaker is None else tuple(one.id for one in sides.get(speaker.id, (speaker,)))


def cited_by(entries: Sequence[Entry]) -> Mapping[str, tuple[Cited, ...]]:
    """Every citation of each instrument by a known speaker, in order of time, by the instrument's id."""
    found: dict[str, list[Cited]] = {}
    for entry in entries:
        for place, statement in enumerate(entry.statements):
            for ground in statement.grounds:
                if statement.speaker is not None:
                    when = statement.said_on.best or entry.published.best
                    cited = Cited(statement.speaker, entry.report, place, ground, when)
                    found.setdefault(ground.instrument.id, []).append(cited)
    return {
        key: tuple(sorted(several, key=lambda one: (one.when or date.max, one.report, one.statement, one.ground.span)))
        for key, several in sorted(found.items())
    }


def sightings(basis: Basis) -> tuple[Sighting, ...]:
    """Where a basis is cited, as report and place of the statement."""
    return tuple(dict.fromkeys(Sighting(one.report, one.statement) for one in basis.cited))
