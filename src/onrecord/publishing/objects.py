"""Rows as JSON objects: the one shape in which ``onrecord export``, ``show --json`` and ``read --json`` give them.

Nothing is lost: spans have their offsets and words, dates their candidates and reasons. ``docs/codebook.md`` defines
every field.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from onrecord.domain import Actor, DateEstimate, Report, Span, Statement
from onrecord.record import DuplicateRow, Mention, Record, RecordedActor, RecordedStatement, UnreadRow, readable
from onrecord.record.wording import printable

Json = dict[str, Any]


def json_line(row: Json, *, ascii_only: bool = False) -> str:
    """An object on one line, without the line's end. ``ascii_only`` escapes all other characters, for terminals."""
    line = json.dumps(row, ensure_ascii=ascii_only, allow_nan=False)
    if printable(line) != line:  # lone surrogates: not UTF-8, but JSON has an escape for them
        line = json.dumps(row, allow_nan=False)
    return line.translate(_LINE_ENDS)


# Characters that some readers take for the end of a line.
_LINE_ENDS = {ord(character): f"\\u{ord(character):04x}" for character in "\x85\u2028\u2029"}


def report_object(report: Report) -> Json:
    """A report with its text; ``statements`` are the ids of its statements."""
    return {
        "id": report.id,
        "name": report.name,
        "title": report.title,
        "outlet": report.outlet,
        "agency": report.agency,
        "url": report.url,
        "published": _date(report.published),
        "language": report.language,
        "tagged": report.tagged,
        "media_type": report.media_type,
        "encoding": report.encoding,
        "sha256": report.sha256,
        "chrome": [_span(span) for span in report.chrome],
        "times": [{**_known_span(time.span), "type": time.type, "value": time.value} for time in report.times],
        "statements": [report.statement_id(statement) for statement in report.statements],
        "text": report.text,
    }


def report_with_statements(report: Report) -> Json:
    """A report as ``report_object`` gives it, with whole statements instead of their ids."""
    statements = [statement_object(statement, report) for statement in report.statements]
    return {**report_object(report), "statements": statements}


def statement_object(statement: Statement, report: Report) -> Json:
    """A statement of ``report``."""
    return {
        "id": report.statement_id(statement),
        "report": {"id": report.id, "name": report.name},
        "speaker": _actor(statement.speaker),
        "kind": statement.kind,
        "mode": statement.mode,
        "source": _span(statement.source),
        "cue": _span(statement.cue),
        "said": readable(report.text, statement.content),
        "content": [_span(span) for span in statement.content],
        "addressee": _actor(statement.addressee),
        "relayed_by": [_actor(actor) for actor in statement.relayed_by],
        "said_on": _date(statement.said_on),
        "confidence": float(statement.confidence),
    }


def actor_object(actor: RecordedActor) -> Json:
    """An actor of the whole pile."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": list(actor.aliases),
        "within": actor.within,
        "statements": actor.statements,
        "reports": actor.reports,
        "mentions": [_mention(mention) for mention in actor.mentions],
        "involved": [_mention(mention) for mention in actor.involved],
    }


def unread_object(row: UnreadRow) -> Json:
    """What could not be read, and why."""
    return {"name": row.name, "reason": row.reason, "sha256": row.sha256}


def duplicate_object(row: DuplicateRow) -> Json:
    """A file that was left out, and the one with the same bytes that was kept."""
    return {"name": row.name, "same_as": row.same_as, "sha256": row.sha256}


def _recorded_statement(row: RecordedStatement) -> Json:
    return statement_object(row, row.report)


ROWS: Mapping[str, Callable[[Record], Iterable[Any]]] = {
    "reports": Record.reports,
    "statements": Record.statements,
    "actors": Record.actors,
    "unread": Record.unread,
    "duplicates": Record.duplicates,
}
"""The rows of each table of a record."""

OBJECTS: Mapping[str, Callable[[Any], Json]] = {
    "reports": report_object,
    "statements": _recorded_statement,
    "actors": actor_object,
    "unread": unread_object,
    "duplicates": duplicate_object,
}
"""The object of a row of each table."""


def _actor(actor: Actor | None) -> Json | None:
    return None if actor is None else {"id": actor.id, "name": actor.name, "kind": actor.kind}


def _mention(mention: Mention) -> Json:
    return {"report": {"id": mention.report.id, "name": mention.report.name}, **_known_span(mention.span)}


def _known_span(span: Span) -> Json:
    return {"start": span.start, "end": span.end, "text": span.text}


def _span(span: Span | None) -> Json | None:
    return None if span is None else _known_span(span)


def _date(estimate: DateEstimate) -> Json:
    return {
        "best": _day(estimate.best),
        "earliest": _day(estimate.earliest),
        "latest": _day(estimate.latest),
        "candidates": [{"date": _day(each.value), "weight": each.weight} for each in estimate.candidates],
        "reasons": [
            {"origin": each.origin, "reason": each.text, "span": _span(each.span)} for each in estimate.reasons
        ],
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
