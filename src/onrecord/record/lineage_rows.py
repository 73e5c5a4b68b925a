"""Lineage and divergences as rows of a record, written and read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from onrecord.domain import Change, Divergence, Lineage, Passage, Span
from onrecord.errors import EvidenceError
from onrecord.record import schema as t
from onrecord.record.rows import RecordedDivergence, RecordedLineage, ReportKey


class LineageWriter:
    """Writes the rows. Reports and statements are there already, under the numbers given."""

    def __init__(self, connection: Connection, reports: Mapping[str, int], statements: Mapping[str, int]) -> None:
        self._connection, self._reports, self._statements = connection, reports, statements
        self._text: Callable[[int], str] = lru_cache(maxsize=256)(self._read_text)

    def write(self, lineage: Iterable[Lineage], divergences: Iterable[Divergence]) -> None:
        """Raises EvidenceError when a span is not in its report to the letter."""
        for number, row in enumerate(lineage, start=1):
            self._write_lineage(number, row)
        for number, divergence in enumerate(divergences, start=1):
            self._write_divergence(number, divergence)

    def _write_lineage(self, number: int, row: Lineage) -> None:
        report, source = self._reports[row.report], self._reports[row.copied_from]
        head = {
            "number": number,
            "id": row.id,
            "report": report,
            "copied_from": source,
            "kind": row.kind,
            "direction": row.direction,
            "reason": row.reason,
            "same_words": row.same_words,
            "share": row.share,
            "share_of_source": row.share_of_source,
            "agency": row.agency,
        }
        if not row.passages:
            raise EvidenceError(f"the lineage of {row.report} rests on no words")
        passages = [
            {
                "lineage": number,
                "position": position,
                **self._span(report, here, ""),
                **self._span(source, there, "source_"),
            }
            for position, (here, there) in enumerate(row.passages)
        ]
        self._connection.execute(insert(t.lineage), head)
        self._connection.execute(insert(t.lineage_passages), passages)

    def _write_divergence(self, number: int, row: Divergence) -> None:
        report, other = self._reports[row.report], self._reports[row.other_report]
        head = {
            "number": number,
            "id": row.id,
            "kind": row.kind,
            "report": report,
            **self._span(report, row.here, ""),
            "other_report": other,
            **self._span(other, row.there, "other_"),
            "statement": self._statements.get(row.statement),
            "other_statement": self._statements.get(row.other_statement),
            "copied": row.copied,
        }
        changes = [
            {"divergence": number, "position": position, "here": here, "there": there}
            for position, (here, there) in enumerate(row.changes)
        ]
        self._connection.execute(insert(t.divergences), head)
        if changes:
            self._connection.execute(insert(t.divergence_changes), changes)

    def _span(self, report: int, span: Span, prefix: str) -> dict[str, Any]:
        span.check(self._text(report))
        return {f"{prefix}start": span.start, f"{prefix}end": span.end, f"{prefix}text": span.text}

    def _read_text(self, number: int) -> str:
        return str(self._connection.execute(select(t.reports.c.text).where(t.reports.c.number == number)).scalar_one())


def all_lineage(connection: Connection) -> Iterator[RecordedLineage]:
    """Every row, in the order of the record."""
    reports = _report_keys(connection)
    passages: dict[int, list[Passage]] = {}
    order = select(t.lineage_passages).order_by(t.lineage_passages.c.lineage, t.lineage_passages.c.position)
    for row in connection.execute(order):
        passages.setdefault(row.lineage, []).append(Passage(_span(row, ""), _span(row, "source_")))
    for row in connection.execute(select(t.lineage).order_by(t.lineage.c.number)):
        yield RecordedLineage(
            id=row.id,
            report=reports[row.report],
            copied_from=reports[row.copied_from],
            kind=row.kind,
            direction=row.direction,
            reason=row.reason,
            passages=tuple(passages[row.number]),
            same_words=row.same_words,
            share=row.share,
            share_of_source=row.share_of_source,
            agency=row.agency,
        )


def all_divergences(connection: Connection) -> Iterator[RecordedDivergence]:
    """Every row, the worst first."""
    reports = _report_keys(connection)
    changes: dict[int, list[Change]] = {}
    order = select(t.divergence_changes).order_by(t.divergence_changes.c.divergence, t.divergence_changes.c.position)
    for row in connection.execute(order):
        changes.setdefault(row.divergence, []).append(Change(row.here, row.there))
    statement, other = t.statements.alias(), t.statements.alias()
    query = (
        select(t.divergences, statement.c.id.label("statement_id"), other.c.id.label("other_statement_id"))
        .outerjoin(statement, statement.c.number == t.divergences.c.statement)
        .outerjoin(other, other.c.number == t.divergences.c.other_statement)
        .order_by(t.divergences.c.number)
    )
    for row in connection.execute(query):
        yield RecordedDivergence(
            id=row.id,
            kind=row.kind,
            report=reports[row.report],
            here=_span(row, ""),
            other_report=reports[row.other_report],
            there=_span(row, "other_"),
            changes=tuple(changes.get(row.number, ())),
            statement=row.statement_id,
            other_statement=row.other_statement_id,
            copied=row.copied,
        )


def printings_of(connection: Connection) -> dict[str, tuple[int, int]]:
    """Printings and independent sources of the statements that are printed more than once, by id."""
    found = select(t.statements.c.id, t.statements.c.printings, t.statements.c.independent)
    rows = connection.execute(found.where(t.statements.c.printings > 1))
    return {row.id: (row.printings, row.independent) for row in rows}


def _report_keys(connection: Connection) -> dict[int, ReportKey]:
    rows = connection.execute(select(t.reports.c.number, t.reports.c.id, t.reports.c.name))
    return {row.number: ReportKey(row.id, row.name) for row in rows}


def _span(row: Row[Any], prefix: str) -> Span:
    values = row._mapping
    return Span(values[f"{prefix}start"], values[f"{prefix}end"], values[f"{prefix}text"])
