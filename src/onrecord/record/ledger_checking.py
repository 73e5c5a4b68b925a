"""Is the ledger of a record as it was written? What is wrong is told, not raised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

from onrecord.record import ledger_tables as t
from onrecord.record.schema import statements

_NEEDED = (
    (t.happenings, t.happening_spans, "happening", ("clause", "trigger"), "a telling of an event"),
    (t.declarations, t.declaration_spans, "declaration", ("act", "cue"), "a telling of a commitment"),
    (t.expectations, t.expectation_spans, "expectation", ("expected", "cue"), "a telling of a forecast"),
    (t.stances, t.stance_spans, "stance", ("matter", "words"), "a stance"),
)
_SIGHTED = (
    (t.events, t.event_sightings, "event", "event"),
    (t.commitments, t.commitment_sightings, "commitment", "commitment"),
    (t.forecasts, t.forecast_sightings, "forecast", "forecast"),
    (t.frames, t.frame_sightings, "frame", "wording"),
)


def ledger_spans(report: int) -> Iterator[tuple[str, Select[Any]]]:
    """The spans of the ledger that stand in a report, with what each is called."""
    for table, what in t.EVIDENCE:
        yield what, select(table.c.start, table.c.end, table.c.text).where(table.c.report == report)
    for table, owner, column, what in t.SPANS:
        columns = select(table.c.start, table.c.end, table.c.text)
        yield what, columns.join(owner, owner.c.number == table.c[column]).where(owner.c.report == report)


def ledger_problems(connection: Connection) -> Iterator[str]:
    """One sentence for each row without evidence, and each that contradicts others."""
    yield from _missing_evidence(connection)
    yield from _contradictions(connection)


def _missing_evidence(connection: Connection) -> Iterator[str]:
    for table, spans, column, roles, what in _NEEDED:
        for role in roles:
            there = spans.c[column] == table.c.number, spans.c.role == role
            for row in connection.execute(select(table.c.report, table.c.position).where(_none(spans, *there))):
                yield f"report number {row.report}, place {row.position}: {what} rests on no words ({role})"
    for table, sightings, column, what in _SIGHTED:
        query = select(table.c.id).where(_none(sightings, sightings.c[column] == table.c.number))
        for (identity,) in connection.execute(query):
            yield f"{what} {identity}: rests on no words"
    settlements, words = t.settlements, t.settlement_spans
    unproven = _none(words, words.c.settlement == settlements.c.number), settlements.c.report.is_not(None)
    for (status,) in connection.execute(select(settlements.c.status).where(*unproven)):
        yield f"a step to {status}: rests on no words"


def _contradictions(connection: Connection) -> Iterator[str]:
    for table, column, what in ((t.commitments, "commitment", "commitment"), (t.forecasts, "forecast", "forecast")):
        steps = select(t.settlements.c.status).where(t.settlements.c[column] == table.c.number)
        last = steps.order_by(t.settlements.c.position.desc()).limit(1)
        status = func.coalesce(last.correlate(table).scalar_subquery(), "open")
        for row in connection.execute(select(table.c.id, table.c.status).where(table.c.status != status)):
            yield f"{what} {row.id}: is {row.status}, which its history does not say"
    for table, identity in ((statements, statements.c.id), (t.happenings, t.happenings.c.number)):
        joined = select(identity.label("which")).outerjoin(t.acts, t.acts.c.number == table.c.act_number)
        wrong = table.c.act.is_distinct_from(t.acts.c.code)
        for row in connection.execute(joined.where(wrong)):
            yield f"{table.name} {row.which}: its act is not the one that it refers to"


def _none(table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return ~select(table).where(*conditions).exists()
