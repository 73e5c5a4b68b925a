"""Rows → the ledger of a record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table, select

from onrecord.domain import Act, Actor, DateEstimate, Happening, Question, Span
from onrecord.record import ledger_tables as t
from onrecord.record.ledger_rows import (
    Differing,
    RecordedAct,
    RecordedCommitment,
    RecordedEvent,
    RecordedForecast,
    RecordedFrame,
    RecordedPosition,
    RecordedQuestion,
    Seen,
    Step,
)
from onrecord.record.ledger_values import LedgerValues, Told, key_of
from onrecord.record.question_rows import all_sides
from onrecord.record.rows import Mention, ReportKey
from onrecord.record.schema import reports, statements

_T = TypeVar("_T")
_BATCH = 256  # rows of the pile whose sightings are in memory at a time


class LedgerReader:
    """Reads the tables of the ledger, each in its own order.

    Args:
        connection: to the record.
        values: loads what the reports tell.
        actors: gives the actors of numbers.
    """

    def __init__(
        self,
        connection: Connection,
        values: LedgerValues,
        actors: Callable[[set[int | None]], Mapping[int, Actor]],
    ) -> None:
        self._connection, self._values, self._actors = connection, values, actors
        self._reports: dict[int, ReportKey] = {}
        self._published: dict[int, date | None] = {}
        self._dated: set[int] = set()
        bounds = reports.c.published_earliest, reports.c.published_latest
        columns = reports.c.number, reports.c.id, reports.c.name, reports.c.published, *bounds
        for row in connection.execute(select(*columns)):
            self._reports[row.number] = ReportKey(row.id, row.name)
            self._published[row.number] = row.published
            if row.published is not None and row.published_earliest == row.published_latest:
                self._dated.add(row.number)

    def acts(self) -> Iterator[RecordedAct]:
        """Those that reports list, in the order of the reports and of their text."""
        act = t.acts.c
        heads = select(act.number, act.id).where(act.position.is_not(None)).order_by(act.number)
        query = select(statements.c.act_number, statements.c.id).order_by(statements.c.number.desc())
        doing = {row.act_number: row.id for row in self._connection.execute(query.where(statements.c.act.is_not(None)))}
        for batch in self._batches(heads):
            told = self._values.acts("number", [row.number for row in batch])
            for row in batch:
                yield self._act(told[row.number], row.id, doing.get(row.number))

    def _act(self, told: Told[Act], identity: str, statement: str | None) -> RecordedAct:
        return RecordedAct(
            told.value.code,
            told.value.span,
            told.value.actor,
            told.value.recipient,
            told.value.mode,
            id=identity,
            report=self._reports[told.report],
            published=self._published[told.report],
            dated=told.report in self._dated,
            statement=statement,
        )

    def commitments(self) -> Iterator[RecordedCommitment]:
        """Commitment by commitment, one row for each report that tells it, the first report first."""
        for batch in self._batches(select(t.commitments).order_by(t.commitments.c.number)):
            places = self._places(t.commitment_sightings, "commitment", "declaration", batch)
            steps = self._steps("commitment", "declaration", batch)
            told = self._values.declarations("number", _needed(places, steps))
            for row in batch:
                own = [told[number] for number in places[row.number]]
                sightings = tuple(map(self._seen, own))
                history = tuple(self._step(*step, told) for step in steps[row.number])
                for here in _by_report(own):
                    first = here[0].value
                    several = tuple(each.value for each in here)
                    yield RecordedCommitment(
                        id=row.id,
                        report=self._reports[here[0].report],
                        published=self._published[here[0].report],
                        dated=here[0].report in self._dated,
                        declarations=several,
                        actor=_first(each.actor for each in several),
                        target=_first(each.target for each in several),
                        also_bound=first.also_bound,
                        act=_line(first.act),
                        cue=first.cue,
                        polarity=first.polarity,
                        kind=first.kind,
                        strength=first.strength,
                        condition=_first(each.condition for each in several),
                        deadline=_dated([each.deadline for each in several]),
                        status=row.status,
                        history=history,
                        sightings=sightings,
                        statement=_first(each.statement for each in here),
                        printings=row.printings,
                        independent=row.independent,
                    )

    def forecasts(self) -> Iterator[RecordedForecast]:
        """Forecast by forecast, one row for each report that tells it, the first report first."""
        for batch in self._batches(select(t.forecasts).order_by(t.forecasts.c.number)):
            places = self._places(t.forecast_sightings, "forecast", "expectation", batch)
            steps = self._steps("forecast", "expectation", batch)
            told = self._values.expectations("number", _needed(places, steps))
            for row in batch:
                own = [told[number] for number in places[row.number]]
                sightings = tuple(map(self._seen, own))
                history = tuple(self._step(*step, told) for step in steps[row.number])
                for here in _by_report(own):
                    first = here[0].value
                    several = tuple(each.value for each in here)
                    yield RecordedForecast(
                        id=row.id,
                        report=self._reports[here[0].report],
                        published=self._published[here[0].report],
                        dated=here[0].report in self._dated,
                        expectations=several,
                        actor=_first(each.actor for each in several),
                        of=_first(each.of for each in several),
                        expected=_line(first.expected),
                        cue=first.cue,
                        polarity=first.polarity,
                        likelihood=first.likelihood,
                        condition=_first(each.condition for each in several),
                        window=_dated([each.window for each in several]),
                        status=row.status,
                        history=history,
                        sightings=sightings,
                        statement=_first(each.statement for each in here),
                        printings=row.printings,
                        independent=row.independent,
                    )

    def events(self) -> Iterator[RecordedEvent]:
        """Events, in the order of the ledger."""
        for batch in self._batches(select(t.events).order_by(t.events.c.number)):
            places = self._places(t.event_sightings, "event", "happening", batch)
            steps = self._steps("event", "happening", batch)
            differing: defaultdict[int, list[Row[Any]]] = defaultdict(list)
            for row in self._owned(t.event_disagreements, "event", batch):
                differing[row.event].append(row)
            others = {each.happening for several in differing.values() for each in several}
            others |= {each.other_happening for several in differing.values() for each in several}
            told = self._values.happenings("number", sorted({*_needed(places, steps), *others}))
            for row in batch:
                own = [told[number] for number in places[row.number]]
                first = told[row.happening]
                yield RecordedEvent(
                    id=row.id,
                    report=self._reports[first.report],
                    published=self._published[first.report],
                    happening=first.value,
                    subject=first.value.subject,
                    state=row.state,
                    when=_same_days(row, [first.value.when, *(each.value.when for each in own)]),
                    act=first.value.act,
                    actor=first.value.actor,
                    recipient=first.value.recipient,
                    place=first.value.place,
                    history=tuple(self._step(*step, told) for step in steps[row.number]),
                    sightings=tuple(map(self._seen, own)),
                    disagreements=tuple(self._differing(each, told) for each in differing[row.number]),
                    statement=first.statement,
                    printings=row.printings,
                    independent=row.independent,
                )

    def questions(self) -> Iterator[RecordedQuestion]:
        """Questions, in the order of the ledger."""
        positions, stances = t.positions.c, t.stances.c
        query = (
            select(positions.question, positions.actor, stances.report, t.stance_spans)
            .join(t.stances, stances.number == positions.stance)
            .join(t.stance_spans, t.stance_spans.c.stance == stances.number)
            .where(t.stance_spans.c.role == "matter")
            .order_by(positions.number)
        )
        found: defaultdict[int, list[Row[Any]]] = defaultdict(list)
        for row in self._connection.execute(query):
            found[row.question].append(row)
        for head in self._connection.execute(select(t.questions).order_by(t.questions.c.number)).all():
            rows = found[head.number]
            actors = self._actors({row.actor for row in rows})
            words = dict.fromkeys(Mention(self._reports[row.report], _span(row)) for row in rows)
            yield RecordedQuestion(
                head.name,
                key_of(head.key),
                head.decided,
                positions=len(rows),
                actors=tuple(actors[number] for number in dict.fromkeys(row.actor for row in rows)),
                words=tuple(words),
            )

    def positions(self) -> Iterator[RecordedPosition]:
        """Positions, in the order of the ledger."""
        heads = self._connection.execute(select(t.questions)).all()
        questions = {row.number: Question(row.name, key_of(row.key), row.decided) for row in heads}
        sides = {row.actor.id: row.sides for row in all_sides(self._connection, self._actors)}
        for batch in self._batches(select(t.positions).order_by(t.positions.c.number)):
            told = self._values.stances("number", sorted({row.stance for row in batch}))
            actors = self._actors({row.actor for row in batch})
            for row in batch:
                stance = told[row.stance]
                yield RecordedPosition(
                    id=row.id,
                    question=questions[row.question],
                    actor=actors[row.actor],
                    side=row.side,
                    strength=row.strength,
                    when=DateEstimate(row.day, row.earliest, row.latest),
                    change=row.change,
                    report=self._reports[stance.report],
                    published=self._published[stance.report],
                    stance=stance.value,
                    speaks_for=sides.get(actors[row.actor].id, ()),
                    statement=stance.statement,
                    printings=row.printings,
                    independent=row.independent,
                )

    def framing(self) -> Iterator[RecordedFrame]:
        """Wordings, in the order of the ledger."""
        for batch in self._batches(select(t.frames).order_by(t.frames.c.number)):
            places = self._places(t.frame_sightings, "frame", "naming", batch)
            told = self._values.namings("number", _needed(places, {}))
            actors = self._actors({row.actor for row in batch})
            for row in batch:
                sightings = tuple(self._seen(told[number]) for number in places[row.number])
                yield RecordedFrame(
                    id=row.id,
                    thing=row.thing,
                    wording=row.wording,
                    actor=actors.get(row.actor),
                    outlet=row.outlet or "",
                    sightings=sightings,
                )

    def _batches(self, query: Any) -> Iterator[Sequence[Row[Any]]]:
        rows = self._connection.execute(query).all()
        for start in range(0, len(rows), _BATCH):
            yield rows[start : start + _BATCH]

    def _owned(self, table: Table, owner: str, batch: Sequence[Row[Any]]) -> list[Row[Any]]:
        query = select(table).where(table.c[owner].in_([row.number for row in batch]))
        return list(self._connection.execute(query.order_by(table.c[owner], table.c.position)))

    def _places(self, table: Table, owner: str, told: str, batch: Sequence[Row[Any]]) -> dict[int, list[int]]:
        """The numbers of what is told, by owner."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for row in self._owned(table, owner, batch):
            found[getattr(row, owner)].append(getattr(row, told))
        return found

    def _steps(
        self, owner: str, told: str, batch: Sequence[Row[Any]]
    ) -> dict[int, list[tuple[Row[Any], int, tuple[Span, ...]]]]:
        """The history of each owner: rows, the number of what is settled, and the words."""
        rows = self._owned(t.settlements, owner, batch)
        words: defaultdict[int, list[Span]] = defaultdict(list)
        spans = t.settlement_spans
        for start in range(0, len(rows), _BATCH):
            numbers = [row.number for row in rows[start : start + _BATCH]]
            query = select(spans).where(spans.c.settlement.in_(numbers))
            for row in self._connection.execute(query.order_by(spans.c.settlement, spans.c.position)):
                words[row.settlement].append(_span(row))
        found: defaultdict[int, list[tuple[Row[Any], int, tuple[Span, ...]]]] = defaultdict(list)
        for row in rows:
            found[getattr(row, owner)].append((row, getattr(row, told), tuple(words[row.number])))
        return found

    def _step(self, row: Row[Any], number: int, words: tuple[Span, ...], told: Mapping[int, Told[Any]]) -> Step:
        of = told[number]
        return Step(
            status=row.status,
            because=row.because,
            when=DateEstimate(row.day, row.earliest, row.latest),
            report=None if row.report is None else self._reports[row.report],
            evidence=words,
            of=self._reports[of.report],
            of_evidence=of.value.evidence,
        )

    def _differing(self, row: Row[Any], told: Mapping[int, Told[Happening]]) -> Differing:
        here, there = told[row.happening], told[row.other_happening]
        return Differing(row.what, self._reports[here.report], row.these, self._reports[there.report], row.those)

    def _seen(self, told: Told[_T]) -> Seen[_T]:
        return Seen(self._reports[told.report], told.value, self._published[told.report], told.statement)


def _needed(places: Mapping[int, Sequence[int]], steps: Mapping[int, Sequence[Any]]) -> list[int]:
    """The numbers of all that is sighted or settled."""
    settled = {step[1] for several in steps.values() for step in several}
    return sorted(settled.union(*places.values()))


def _by_report(told: Sequence[Told[_T]]) -> Iterator[list[Told[_T]]]:
    """What each report tells, in the order in which the reports come first."""
    order = {number: place for place, number in enumerate(dict.fromkeys(each.report for each in told))}
    for _, several in groupby(sorted(told, key=lambda each: order[each.report]), key=lambda each: each.report):
        yield list(several)


def _first(values: Any) -> Any:
    return next((value for value in values if value is not None), None)


def _dated(estimates: Sequence[DateEstimate]) -> DateEstimate:
    """The first of which something is known."""
    empty = DateEstimate()
    return next((each for each in estimates if each != empty), estimates[0])


def _same_days(row: Row[Any], estimates: Sequence[DateEstimate]) -> DateEstimate:
    """A date with the candidates and reasons of the first sighting that has the same days."""
    days = row.day, row.earliest, row.latest
    bare = DateEstimate(*days)
    return next((each for each in estimates if (each.best, each.earliest, each.latest) == days), bare)


def _line(span: Span) -> str:
    return " ".join(span.text.split())


def _span(row: Row[Any]) -> Span:
    return Span(row.start, row.end, row.text)
