"""Is everything in a record as it was written? What is wrong is told, not raised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, Table, func, select

from onrecord.domain import content_id
from onrecord.record import schema as t
from onrecord.record.ledger_checking import ledger_problems, ledger_spans

_MARKS = select(t.statement_spans.c.statement, t.statement_spans.c.role).where(
    t.statement_spans.c.role.in_(("negation", "hedge"))
)


def problems(connection: Connection) -> Iterator[str]:
    """One sentence for each thing that is wrong: the file, the references, the ids, the evidence."""
    for (finding,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if finding != "ok":
            yield f"the file is damaged: {finding}"
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{table}, row {row}: points at no row of {parent}"
    yield from _wrong_ids(connection)
    yield from _wrong_evidence(connection)
    yield from _wrong_siblings(connection)
    yield from _missing_evidence(connection)
    yield from ledger_problems(connection)


def _wrong_ids(connection: Connection) -> Iterator[str]:
    for row in connection.execute(select(t.reports.c.number, t.reports.c.name, t.reports.c.id, t.reports.c.sha256)):
        if row.id != content_id("r", row.sha256):
            yield f"report {row.name}: its id is not that of its bytes"
    repeated = select(t.statements.c.id).group_by(t.statements.c.id).having(func.count() > 1)
    for (identity,) in connection.execute(repeated):
        yield f"statement {identity}: more than one row has this id, they rest on the same words"
    wrongly = select(t.statements.c.id, t.statements.c.negated, t.statements.c.hedged, t.statements.c.number)
    marked = {(row.statement, row.role) for row in connection.execute(_MARKS)}
    for row in connection.execute(wrongly):
        for column, role in (("negated", "negation"), ("hedged", "hedge")):
            if getattr(row, column) != ((row.number, role) in marked):
                yield f"statement {row.id}: {column} says one thing, its words another"


def _wrong_evidence(connection: Connection) -> Iterator[str]:
    numbers = list(connection.execute(select(t.reports.c.number).order_by(t.reports.c.number)).scalars())
    for number in numbers:
        report = connection.execute(select(t.reports).where(t.reports.c.number == number)).one()
        if len(report.text) != report.characters:
            yield f"report {report.name}: has {len(report.text)} characters instead of {report.characters}"
        spans = [(what, _spans_of(table, number)) for table, what in t.EVIDENCE]
        spans += [(what, _spans_of_others(table, number)) for table, what in t.EVIDENCE_OF_TWO]
        spans += ledger_spans(number)
        for what, query in spans:
            for start, end, text in connection.execute(query):
                if start is not None and report.text[start:end] != text:
                    yield (
                        f"report {report.name}: a {what} says {text!r} at {start}:{end}, "
                        f"the report says {report.text[start:end]!r}"
                    )


def _wrong_siblings(connection: Connection) -> Iterator[str]:
    """Reasons for dates whose words are not in the other report that they are said to be in."""
    reasons, other = t.date_reasons.c, t.reports.alias("other")
    query = (
        select(t.reports.c.name, reasons.sibling, reasons.sibling_start, reasons.sibling_text, other.c.text)
        .join(t.reports, t.reports.c.number == reasons.report)
        .join(other, other.c.id == reasons.sibling, isouter=True)
        .where(reasons.sibling.is_not(None))
        .order_by(reasons.number)
    )
    for name, sibling, start, words, text in connection.execute(query):
        if text is None:
            yield f"report {name}: a reason for its date rests on report {sibling}, which is not in the record"
        elif start is not None and not text.startswith(words, start):
            yield f"report {name}: a reason for its date rests on {words!r}, which is not in report {sibling}"


def _missing_evidence(connection: Connection) -> Iterator[str]:
    unproven = select(t.statements.c.id).where(
        ~select(t.statement_spans).where(t.statement_spans.c.statement == t.statements.c.number).exists()
    )
    for (identity,) in connection.execute(unproven):
        yield f"statement {identity}: rests on no words"
    unmentioned = select(t.actors.c.name).where(
        ~select(t.actor_mentions).where(t.actor_mentions.c.actor == t.actors.c.number).exists()
    )
    for (name,) in connection.execute(unmentioned):
        yield f"actor {name}: rests on no words"
    uncited = select(t.instruments.c.name).where(
        ~select(t.instrument_mentions).where(t.instrument_mentions.c.instrument == t.instruments.c.number).exists(),
        ~select(t.grounds).where(t.grounds.c.instrument == t.instruments.c.number).exists(),
    )
    for (name,) in connection.execute(uncited):
        yield f"instrument {name}: rests on no words"
    groundless = select(t.grounds.c.id).where(
        ~select(t.ground_spans)
        .where(t.ground_spans.c.ground == t.grounds.c.number, t.ground_spans.c.role == "mention")
        .exists()
    )
    for (identity,) in connection.execute(groundless):
        yield f"ground {identity}: rests on no words"


def _spans_of(table: Table, report: int) -> Select[Any]:
    columns = select(table.c.start, table.c.end, table.c.text)
    if table is t.statement_spans:
        columns = columns.join(t.statements, t.statements.c.number == table.c.statement)
        return columns.where(t.statements.c.report == report)
    if table is t.refusal_spans:
        columns = columns.join(t.refusals, t.refusals.c.number == table.c.refusal)
        return columns.where(t.refusals.c.report == report)
    if table is t.lineage_passages:
        columns = columns.join(t.lineage, t.lineage.c.number == table.c.lineage)
        return columns.where(t.lineage.c.report == report)
    if table is t.ground_spans:
        columns = columns.join(t.grounds, t.grounds.c.number == table.c.ground)
        columns = columns.join(t.statements, t.statements.c.number == t.grounds.c.statement)
        return columns.where(t.statements.c.report == report)
    return columns.where(table.c.report == report)


def _spans_of_others(table: Table, report: int) -> Select[Any]:
    """The spans of rows of other reports that stand in this one."""
    if table is t.lineage_passages:
        columns = select(table.c.source_start.label("start"), table.c.source_end.label("end"), table.c.source_text)
        columns = columns.join(t.lineage, t.lineage.c.number == table.c.lineage)
        return columns.where(t.lineage.c.copied_from == report)
    columns = select(table.c.other_start.label("start"), table.c.other_end.label("end"), table.c.other_text)
    return columns.where(table.c.other_report == report)
