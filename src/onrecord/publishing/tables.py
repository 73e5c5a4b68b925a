"""A record as files for other programs: JSON Lines, which lose nothing, and CSV, which spreadsheets open.

Both are UTF-8, in the record's order, the same bytes for the same record, and written as a whole or not at all.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from onrecord.domain import Actor, DateEstimate, Report, Span
from onrecord.errors import BuildError
from onrecord.record import TABLES, Mention, Record, RecordedActor, RecordedStatement, readable
from onrecord.record.files import replacing
from onrecord.record.wording import printable

Format = Literal["jsonl", "csv"]
FORMATS: tuple[str, ...] = get_args(Format)

Json = dict[str, Any]


def export(record: Record, folder: Path, format: Format) -> list[Path]:
    """Write the reports, statements, actors, unread files and duplicates of a record, one file each.

    Args:
        record: an open record.
        folder: where to write; made if it isn't there. Files of the same names are replaced.
        format: ``jsonl`` (one JSON object a line, nothing lost) or ``csv`` (flat, for spreadsheets; without the texts
            of the reports, which no cell of a spreadsheet holds).

    Returns:
        The files, in the order above.

    Raises:
        BuildError: the folder or a file can't be written.
        ValueError: there is no such format.
    """
    if format not in FORMATS:
        raise ValueError(f"can't export to {format!r}; choose one of {', '.join(FORMATS)}")
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BuildError(f"can't make the folder {folder}: {error.strerror or error}") from error
    write = _write_jsonl if format == "jsonl" else _write_csv
    return [write(record, table, folder / f"{table}.{format}") for table in TABLES]


# CSV


def _write_csv(record: Record, table: str, path: Path) -> Path:
    flat = TABLES[table]
    # With a byte order mark, for without it Excel takes UTF-8 for the system's own encoding and garbles every name
    # with an accent; pandas, Polars, R's readr, LibreOffice and Numbers skip it.
    with replacing(path) as draft, draft.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(flat.columns)
        for row in flat.rows(record):
            writer.writerow([_cell(value) for value in row])
    return path


def _cell(value: str | int | float | bool | date | None) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(printable(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else repr(value)


# What a spreadsheet may take for the beginning of a formula (the full-width signs do so in East Asian versions),
# behind any quotes that were there already: so the way back is never in doubt.
_DANGER = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that looks like one gets an apostrophe in front.

    ``as_written`` takes it away again.
    """
    return f"'{text}" if _DANGER.match(text) else text


def as_written(cell: str) -> str:
    """The text that ``harmless`` was given."""
    return cell[1:] if cell.startswith("'") and _DANGER.match(cell) else cell


# JSON Lines


def _write_jsonl(record: Record, table: str, path: Path) -> Path:
    with replacing(path) as draft, draft.open("w", encoding="utf-8", newline="\n") as file:
        for row in _OBJECTS[table](record):
            file.write(_line(row))
    return path


# Characters that some readers take for the end of a line.
_LINE_ENDS = {ord(character): f"\\u{ord(character):04x}" for character in "\x85\u2028\u2029"}


def _line(row: Json) -> str:
    line = json.dumps(row, ensure_ascii=False, allow_nan=False)
    if printable(line) != line:  # lone surrogates: not UTF-8, but JSON has an escape for them
        line = json.dumps(row, allow_nan=False)
    return line.translate(_LINE_ENDS) + "\n"


def _reports(record: Record) -> Iterator[Json]:
    for report in record.reports():
        yield {
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


def _statements(record: Record) -> Iterator[Json]:
    for row in record.statements():
        yield _statement(row)


def _statement(row: RecordedStatement) -> Json:
    return {
        "id": row.id,
        "report": _key(row.report),
        "speaker": _actor(row.speaker),
        "kind": row.kind,
        "mode": row.mode,
        "said": readable(row.report.text, row.content),
        "source": _span(row.source),
        "cue": _span(row.cue),
        "content": [_span(span) for span in row.content],
        "addressee": _actor(row.addressee),
        "relayed_by": [_actor(actor) for actor in row.relayed_by],
        "said_on": _date(row.said_on),
        "confidence": row.confidence,
    }


def _actors(record: Record) -> Iterator[Json]:
    for actor in record.actors():
        yield _recorded_actor(actor)


def _recorded_actor(actor: RecordedActor) -> Json:
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


def _unread(record: Record) -> Iterator[Json]:
    return ({"name": row.name, "reason": row.reason, "sha256": row.sha256} for row in record.unread())


def _duplicates(record: Record) -> Iterator[Json]:
    return ({"name": row.name, "same_as": row.same_as, "sha256": row.sha256} for row in record.duplicates())


_OBJECTS: dict[str, Callable[[Record], Iterable[Json]]] = {
    "reports": _reports,
    "statements": _statements,
    "actors": _actors,
    "unread": _unread,
    "duplicates": _duplicates,
}


def _key(report: Report) -> Json:
    return {"id": report.id, "name": report.name}


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
