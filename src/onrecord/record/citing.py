"""Rows → the instruments of a record, where its reports name them, and the grounds of its statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from onrecord.domain import Citation, Ground, Instrument, Span
from onrecord.record import schema as t
from onrecord.record.rows import Citing, RecordedInstrument, ReportKey

_BATCH = 500


def load_instruments(connection: Connection, numbers: Sequence[int] | None = None) -> dict[int, Instrument]:
    """The instruments with these numbers, or all."""
    if numbers is None:
        return {row.number: _instrument(row) for row in connection.execute(select(t.instruments))}
    found: dict[int, Instrument] = {}
    wanted = sorted(set(numbers))
    for start in range(0, len(wanted), _BATCH):
        query = select(t.instruments).where(t.instruments.c.number.in_(wanted[start : start + _BATCH]))
        found.update((row.number, _instrument(row)) for row in connection.execute(query))
    return found


def load_citations(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[Citation, ...]]:
    """What the reports with these numbers name, by their numbers."""
    mentions = t.instrument_mentions
    query = select(mentions).where(mentions.c.report.in_(numbers)).order_by(mentions.c.report, mentions.c.position)
    rows = connection.execute(query).all()
    instruments = load_instruments(connection, [row.instrument for row in rows])
    found: dict[int, list[Citation]] = defaultdict(list)
    for row in rows:
        citation = Citation(_span(row), instruments[row.instrument], row.part or "", row.because)
        found[row.report].append(citation)
    return defaultdict(tuple, {report: tuple(each) for report, each in found.items()})


def load_grounds(connection: Connection, here: ColumnElement[bool]) -> dict[int, tuple[Ground, ...]]:
    """The grounds of the statements that are ``here``, by the numbers of these."""
    joined = t.grounds.c.statement == t.statements.c.number
    query: Select[Any] = (
        select(t.ground_spans)
        .join(t.grounds, t.grounds.c.number == t.ground_spans.c.ground)
        .join(t.statements, joined)
        .where(here)
    )
    spans = {(row.ground, row.role): _span(row) for row in connection.execute(query)}
    heads = select(t.grounds).join(t.statements, joined).where(here).order_by(t.grounds.c.number)
    rows = connection.execute(heads).all()
    instruments = load_instruments(connection, [row.instrument for row in rows])
    found: dict[int, list[Ground]] = defaultdict(list)
    for row in rows:
        words = spans.get((row.number, "relation"))
        mention = spans[row.number, "mention"]
        found[row.statement].append(Ground(instruments[row.instrument], mention, row.part or "", row.relation, words))
    return defaultdict(tuple, {statement: tuple(each) for statement, each in found.items()})


def all_instruments(connection: Connection) -> Iterator[RecordedInstrument]:
    """Every instrument: those that most statements cite first, then those in most reports, then by name."""
    mentions, reports = t.instrument_mentions, t.reports
    query = (
        select(mentions, reports.c.id, reports.c.name, reports.c.published)
        .join(reports, reports.c.number == mentions.c.report)
        .order_by(mentions.c.report, mentions.c.position)
    )
    places: dict[int, list[Citing]] = defaultdict(list)
    days: dict[int, set[Any]] = defaultdict(set)
    for row in connection.execute(query):
        places[row.instrument].append(Citing(ReportKey(row.id, row.name), _span(row), row.part or "", row.because))
        days[row.instrument].add(row.published)
    cited = select(t.grounds.c.instrument, func.count(t.grounds.c.statement.distinct()).label("statements"))
    counts = {row.instrument: row.statements for row in connection.execute(cited.group_by(t.grounds.c.instrument))}
    found = []
    for number, instrument in load_instruments(connection).items():
        known = sorted(day for day in days[number] if day is not None)
        found.append(
            RecordedInstrument(
                **{name: getattr(instrument, name) for name in Instrument.__slots__},
                mentions=tuple(places[number]),
                statements=counts.get(number, 0),
                first_seen=known[0] if known else None,
                last_seen=known[-1] if known else None,
            )
        )
    yield from sorted(found, key=lambda one: (-one.statements, -one.reports, one.name, one.id))


def _instrument(row: Row[Any]) -> Instrument:
    return Instrument(
        row.name,
        row.kind,
        row.body or "",
        row.numbered or "",
        row.dated or "",
        row.topic or "",
        row.identified,
        row.within,
    )


def _span(row: Row[Any]) -> Span:
    return Span(row.start, row.end, row.text)
