"""Rows → complete reports and actors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, func, select

from onrecord.domain import (
    Act,
    Actor,
    DateCandidate,
    DateEstimate,
    DateReason,
    Decision,
    Description,
    Identity,
    Refusal,
    Report,
    Span,
    Statement,
    TimeExpression,
)
from onrecord.record import schema as t
from onrecord.record.citing import load_citations, load_grounds
from onrecord.record.ledger_values import LedgerValues, Told
from onrecord.record.rows import Claim, Mention, RecordedActor, RecordedOffice, ReportKey

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
        value=lambda row: TimeExpression(_span(row), row.type, row.value, row.modifier),
    )
    dates = _Dates(connection, numbers)
    told = ledger_values(connection)
    acts = told.acts("report", numbers)
    statements = _load_statements(connection, numbers, dates, {number: act.value for number, act in acts.items()})
    listed = _by_report(each for each in acts.values() if each.position is not None)
    happenings = _by_report(told.happenings("report", numbers).values())
    declarations = _by_report(told.declarations("report", numbers).values())
    expectations = _by_report(told.expectations("report", numbers).values())
    stances = _by_report(told.stances("report", numbers).values())
    namings = _by_report(told.namings("report", numbers).values())
    refusals = _load_refusals(connection, numbers)
    descriptions = _load_descriptions(connection, numbers)
    citations = load_citations(connection, numbers)
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
            refusals=refusals[head.number],
            descriptions=descriptions[head.number],
            citations=citations[head.number],
            times=times[head.number],
            acts=listed[head.number],
            happenings=happenings[head.number],
            declarations=declarations[head.number],
            expectations=expectations[head.number],
            stances=stances[head.number],
            namings=namings[head.number],
        )
        for head in heads
    ]


def ledger_values(connection: Connection) -> LedgerValues:
    """What loads the reports' part of the ledger."""
    return LedgerValues(connection, partial(load_involved, connection))


def _by_report(told: Iterable[Told[_T]]) -> dict[int, tuple[_T, ...]]:
    found: dict[int, list[_T]] = defaultdict(list)
    for each in told:
        found[each.report].append(each.value)
    return defaultdict(tuple, {report: tuple(values) for report, values in found.items()})


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
                actor.distinction,
                statements=statements,
                reports=reports,
                mentions=mentions[number, "source"],
                involved=mentions[number, "statement"],
                described=mentions[number, "description"],
                told=mentions[number, "ledger"],
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
            value=_reason,
        )

    def of(self, owner: tuple[int, int | None], best: Any, earliest: Any, latest: Any) -> DateEstimate:
        return DateEstimate(best, earliest, latest, self._candidates[owner], self._reasons[owner])


def _reason(row: Row[Any]) -> DateReason:
    there = None if row.sibling_start is None else Span(row.sibling_start, row.sibling_end, row.sibling_text)
    span = None if row.start is None else _span(row)
    return DateReason(row.reason, row.origin, span, row.against, row.sibling or "", there)


def _load_statements(
    connection: Connection, numbers: Sequence[int], dates: _Dates, acts: Mapping[int, Act]
) -> dict[int, tuple[Statement, ...]]:
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
    relays, addressees = (_load_actors_of_statements(connection, table, here) for table in (t.relays, t.addressees))
    involved = {head.speaker for head in heads} | {head.addressee for head in heads}
    involved.update(actor for chains in (relays, addressees) for chain in chains.values() for actor in chain)
    actors = load_involved(connection, involved)
    grounds = load_grounds(connection, here)
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
            addressees=tuple(actors[actor] for actor in addressees[head.number]),
            relayed_by=tuple(actors[actor] for actor in relays[head.number]),
            negation=next(iter(spans[head.number, "negation"]), None),
            hedge=next(iter(spans[head.number, "hedge"]), None),
            venue=next(iter(spans[head.number, "venue"]), None),
            occasion=next(iter(spans[head.number, "occasion"]), None),
            grounds=grounds[head.number],
            act=None if head.act_number is None else acts[head.act_number],
            said_on=dates.of((head.report, head.number), head.said_on, head.said_earliest, head.said_latest),
        )
        statements[head.report].append(statement)
    return defaultdict(tuple, {report: tuple(found) for report, found in statements.items()})


def _load_actors_of_statements(
    connection: Connection, table: Table, here: ColumnElement[bool]
) -> dict[int, tuple[int, ...]]:
    """The numbers of the actors in ``table`` by their statements, in order."""
    query = (
        select(table)
        .join(t.statements, t.statements.c.number == table.c.statement)
        .where(here)
        .order_by(table.c.statement, table.c.position)
    )
    return _grouped(connection, query, key=lambda row: row.statement, value=lambda row: row.actor)


def _load_refusals(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[Refusal, ...]]:
    here = t.refusals.c.report.in_(numbers)
    heads = connection.execute(select(t.refusals).where(here).order_by(t.refusals.c.number)).all()
    spans = _grouped(
        connection,
        select(t.refusal_spans).join(t.refusals, t.refusals.c.number == t.refusal_spans.c.refusal).where(here),
        key=lambda row: (row.refusal, row.role),
        value=_span,
    )
    actors = load_involved(connection, {head.speaker for head in heads} | {head.addressee for head in heads})
    refusals: dict[int, list[Refusal]] = defaultdict(list)
    for head in heads:
        refusal = Refusal(
            source=next(iter(spans[head.number, "source"]), None),
            cue=spans[head.number, "cue"][0],
            matter=next(iter(spans[head.number, "matter"]), None),
            kind=head.kind,
            speaker=None if head.speaker is None else actors[head.speaker],
            addressee=None if head.addressee is None else actors[head.addressee],
        )
        refusals[head.report].append(refusal)
    return defaultdict(tuple, {report: tuple(found) for report, found in refusals.items()})


def _load_descriptions(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[Description, ...]]:
    query = select(t.descriptions).where(t.descriptions.c.report.in_(numbers)).order_by(t.descriptions.c.number)
    rows = connection.execute(query).all()
    actors = load_involved(connection, {row.actor for row in rows} | {row.of for row in rows})
    found: dict[int, list[Description]] = defaultdict(list)
    for row in rows:
        of = None if row.of is None else actors[row.of]
        description = Description(actors[row.actor], row.title, _span(row), of, row.is_office, row.tenure, row.gender)
        found[row.report].append(description)
    return defaultdict(tuple, {report: tuple(each) for report, each in found.items()})


def all_offices(connection: Connection) -> Iterator[RecordedOffice]:
    """Every office of the record: by the name of the holder, then by the day of its first sighting."""
    rows = connection.execute(select(t.offices).order_by(t.offices.c.number)).all()
    actors = load_involved(connection, {row.actor for row in rows} | {row.of for row in rows})
    claims = _grouped(
        connection,
        select(t.descriptions, t.reports.c.id, t.reports.c.name)
        .join(t.reports, t.reports.c.number == t.descriptions.c.report)
        .where(t.descriptions.c.office.is_not(None))
        .order_by(t.descriptions.c.number),
        key=lambda row: row.office,
        value=lambda row: Claim(ReportKey(row.id, row.name), _span(row), row.tenure),
    )

    def order(row: Row[Any]) -> tuple[str, str, bool, Any, int]:
        actor = actors[row.actor]
        return actor.name, actor.id, row.first_seen is None, row.first_seen or row.number, row.number

    for row in sorted(rows, key=order):
        yield RecordedOffice(
            actors[row.actor],
            row.title,
            None if row.of is None else actors[row.of],
            row.first_seen,
            row.last_seen,
            row.left_by,
            claims=claims[row.number],
        )


def all_decisions(connection: Connection) -> dict[int, Decision]:
    """What people decided about who is who, by number."""
    rows = connection.execute(select(t.decisions).order_by(t.decisions.c.number))
    return {
        row.number: Decision(
            row.verdict,
            tuple(row.names.split("; ")),
            row.decided_by or "",
            row.decided_on or "",
            row.why or "",
            row.orphaned,
        )
        for row in rows
    }


def all_identities(connection: Connection) -> Iterator[Identity]:
    """Why names are one actor or two, by the actors' names."""
    decisions = all_decisions(connection)
    rows = connection.execute(select(t.identities).order_by(t.identities.c.number)).all()
    actors = load_involved(connection, {row.actor for row in rows} | {row.other for row in rows})
    for row in rows:
        yield Identity(
            actors[row.actor],
            row.verdict,
            row.name,
            row.reason,
            None if row.other is None else actors[row.other],
            None if row.decision is None else decisions[row.decision],
        )


def load_involved(connection: Connection, numbers: Iterable[int | None]) -> dict[int, Actor]:
    """The actors with these numbers; None is nobody."""
    actors: dict[int, Actor] = {}
    for batch in _batched(sorted(number for number in numbers if number is not None), 500):
        actors.update(_load_actors(connection, batch))
    return actors


def _load_actors(connection: Connection, numbers: Sequence[int]) -> dict[int, Actor]:
    aliases = _grouped(
        connection,
        select(t.actor_aliases).where(t.actor_aliases.c.actor.in_(numbers)),
        key=lambda row: row.actor,
        value=lambda row: row.alias,
    )
    rows = connection.execute(select(t.actors).where(t.actors.c.number.in_(numbers)))
    return {row.number: _actor(row, aliases[row.number]) for row in rows}


def _actor(row: Row[Any], aliases: Iterable[str]) -> Actor:
    return Actor(row.name, row.kind, tuple(sorted(aliases)), row.within, row.distinction)


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
