"""Rows → complete reports and actors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, func, select

from onrecord.domain import (
    Actor,
    DateCandidate,
    DateEstimate,
    DateReason,
    Report,
    Span,
    Statement,
    TimeExpression,
)
from onrecord.record import schema as t
from onrecord.record.rows import Mention, RecordedActor, ReportKey

_T = TypeVar("_T")
_BATCH_REPORTS = 64
_BATCH_CHARACTERS = 2_000_000


def all_reports(connection: Connection) -> Iterator[Report]:
    """Every report of the record, in its order; a few at a time are in memory."""
    batch: list[int] = []
    characters = 0
    sizes = connection.execute(select(t.reports.c.number, t.reports.c.characters).order_by(t.reports.c.number)).all()
    for number, size in sizes:
        if batch and (len(batch) == _BATCH_REPORTS or characters + size > _BATCH_CHARACTERS):
            yield from load_reports(connection, batch)
            batch, characters = [], 0
        batch.append(number)
        characters += size
    yield from load_reports(connection, batch)


def load_reports(connection: Connection, numbers: Sequence[int]) -> list[Report]:
    """The reports with these numbers, in ascending order."""
    if not numbers:
        return []
    heads = connection.execute(
        select(t.reports).where(t.reports.c.number.in_(numbers)).order_by(t.reports.c.number)
    ).all()
    chrome = _grouped(
        connection,
        select(t.chrome).where(t.chrome.c.report.in_(numbers)).order_by(t.chrome.c.report, t.chrome.c.position),
        key=lambda row: row.report,
        value=_span,
    )
    times = _grouped(
        connection,
        select(t.times).where(t.times.c.report.in_(numbers)).order_by(t.times.c.report, t.times.c.position),
        key=lambda row: row.report,
        value=lambda row: TimeExpression(_span(row), row.type, row.value),
    )
    dates = _Dates(connection, numbers)
    statements = _load_statements(connection, numbers, dates)
    return [
        Report(
            name=head.name,
            text=head.text,
            sha256=head.sha256,
            encoding=head.encoding,
            media_type=head.media_type,
            title=head.title,
            outlet=head.outlet,
            url=head.url,
            agency=head.agency,
            language=head.language,
            tagged=head.tagged,
            published=dates.of((head.number, None), head.published, head.published_earliest, head.published_latest),
            chrome=chrome[head.number],
            statements=statements[head.number],
            times=times[head.number],
        )
        for head in heads
    ]


def all_actors(connection: Connection) -> Iterator[RecordedActor]:
    """Every actor of the record: those with most statements first, then by name."""
    said = select(
        t.statements.c.speaker,
        func.count().label("statements"),
        func.count(t.statements.c.report.distinct()).label("reports"),
    ).group_by(t.statements.c.speaker)
    counts = {row.speaker: (row.statements, row.reports) for row in connection.execute(said) if row.speaker is not None}
    names = connection.execute(select(t.actors.c.number, t.actors.c.name, t.actors.c.id)).all()
    order = sorted(names, key=lambda row: (-counts.get(row.number, (0, 0))[0], row.name, row.id))
    for batch in _batched((row.number for row in order), _BATCH_REPORTS):
        actors = _load_actors(connection, batch)
        mentions = _load_mentions(connection, batch)
        for number in batch:
            actor = actors[number]
            statements, reports = counts.get(number, (0, 0))
            yield RecordedActor(
                actor.name,
                actor.kind,
                actor.aliases,
                actor.within,
                statements=statements,
                reports=reports,
                mentions=mentions[number, "source"],
                involved=mentions[number, "statement"],
            )


class _Dates:
    """The candidates and reasons of all dates of some reports."""

    def __init__(self, connection: Connection, numbers: Sequence[int]) -> None:
        candidates, reasons = t.date_candidates.c, t.date_reasons.c
        self._candidates = _grouped(
            connection,
            select(t.date_candidates).where(candidates.report.in_(numbers)).order_by(candidates.number),
            key=lambda row: (row.report, row.statement),
            value=lambda row: DateCandidate(row.date, row.weight),
        )
        self._reasons = _grouped(
            connection,
            select(t.date_reasons).where(reasons.report.in_(numbers)).order_by(reasons.number),
            key=lambda row: (row.report, row.statement),
            value=lambda row: DateReason(row.reason, row.origin, None if row.start is None else _span(row)),
        )

    def of(self, owner: tuple[int, int | None], best: Any, earliest: Any, latest: Any) -> DateEstimate:
        return DateEstimate(best, earliest, latest, self._candidates[owner], self._reasons[owner])


def _load_statements(connection: Connection, numbers: Sequence[int], dates: _Dates) -> dict[int, tuple[Statement, ...]]:
    here = t.statements.c.report.in_(numbers)
    heads = connection.execute(select(t.statements).where(here).order_by(t.statements.c.number)).all()
    spans = _grouped(
        connection,
        select(t.statement_spans)
        .join(t.statements, t.statements.c.number == t.statement_spans.c.statement)
        .where(here)
        .order_by(t.statement_spans.c.statement, t.statement_spans.c.role, t.statement_spans.c.position),
        key=lambda row: (row.statement, row.role),
        value=_span,
    )
    relays = _grouped(
        connection,
        select(t.relays)
        .join(t.statements, t.statements.c.number == t.relays.c.statement)
        .where(here)
        .order_by(t.relays.c.statement, t.relays.c.position),
        key=lambda row: row.statement,
        value=lambda row: row.actor,
    )
    involved = {head.speaker for head in heads} | {head.addressee for head in heads}
    involved.update(actor for chain in relays.values() for actor in chain)
    actors: dict[int, Actor] = {}
    for batch in _batched(sorted(number for number in involved if number is not None), 500):
        actors.update(_load_actors(connection, batch))
    statements: dict[int, list[Statement]] = defaultdict(list)
    for head in heads:
        statement = Statement(
            source=next(iter(spans[head.number, "source"]), None),
            cue=next(iter(spans[head.number, "cue"]), None),
            content=spans[head.number, "content"],
            kind=head.kind,
            mode=head.mode,
            confidence=head.confidence,
            speaker=None if head.speaker is None else actors[head.speaker],
            addressee=None if head.addressee is None else actors[head.addressee],
            relayed_by=tuple(actors[actor] for actor in relays[head.number]),
            said_on=dates.of((head.report, head.number), head.said_on, head.said_earliest, head.said_latest),
        )
        statements[head.report].append(statement)
    return defaultdict(tuple, {report: tuple(found) for report, found in statements.items()})


def _load_actors(connection: Connection, numbers: Sequence[int]) -> dict[int, Actor]:
    aliases = _grouped(
        connection,
        select(t.actor_aliases).where(t.actor_aliases.c.actor.in_(numbers)),
        key=lambda row: row.actor,
        value=lambda row: row.alias,
    )
    rows = connection.execute(select(t.actors).where(t.actors.c.number.in_(numbers)))
    return {row.number: Actor(row.name, row.kind, tuple(sorted(aliases[row.number])), row.within) for row in rows}


def _load_mentions(connection: Connection, numbers: Sequence[int]) -> dict[tuple[int, str], tuple[Mention, ...]]:
    mentions = t.actor_mentions
    query = (
        select(mentions, t.reports.c.id, t.reports.c.name)
        .join(t.reports, t.reports.c.number == mentions.c.report)
        .where(mentions.c.actor.in_(numbers))
        .order_by(mentions.c.actor, mentions.c.report, mentions.c.start, mentions.c.end)
    )
    return _grouped(
        connection,
        query,
        key=lambda row: (row.actor, row.role),
        value=lambda row: Mention(ReportKey(row.id, row.name), _span(row)),
    )


_K = TypeVar("_K", bound=Hashable)


def _grouped(
    connection: Connection, query: Select[Any], *, key: Callable[[Row[Any]], _K], value: Callable[[Row[Any]], _T]
) -> dict[_K, tuple[_T, ...]]:
    """The values of a query's rows by key, in the query's order; keys without rows have none."""
    groups: dict[_K, list[_T]] = defaultdict(list)
    for row in connection.execute(query):
        groups[key(row)].append(value(row))
    return defaultdict(tuple, {name: tuple(values) for name, values in groups.items()})


def _batched(items: Iterable[_T], size: int) -> Iterator[list[_T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def _span(row: Row[Any]) -> Span:
    return Span(row.start, row.end, row.text)
