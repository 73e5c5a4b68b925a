"""``onrecord show``: a record's tables in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.exit_codes import OK
from onrecord.cli.terminal import print_rows, safe

if TYPE_CHECKING:
    from onrecord.domain import Report, Statement
    from onrecord.record import Record, RecordedStatement

_TABLES = ("reports", "statements", "actors", "unread", "duplicates")
_COLUMNS: dict[str, dict[str, str]] = {
    "reports": {
        "report": "narrow",
        "published": "narrow",
        "outlet": "narrow",
        "title": "wide",
        "language": "narrow",
        "statements": "number",
    },
    "statements": {"date": "narrow", "speaker": "narrow", "said": "wide", "kind": "narrow", "report": "narrow"},
    "actors": {
        "actor": "narrow",
        "kind": "narrow",
        "statements": "number",
        "reports": "number",
        "also called": "wide",
    },
    "unread": {"name": "narrow", "reason": "wide"},
    "duplicates": {"name": "narrow", "same as": "wide"},
}
_MOST_FOUND = 30_000  # as many as SQLite takes in one question


@click.command(short_help="Show a record's tables.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("table", metavar="[TABLE]", required=False, type=click.Choice(_TABLES))
@click.option("--search", metavar="WORDS", help="Only statements or reports with these words, best first.")
@click.option("--speaker", metavar="NAME", help="Only statements of speakers with this in their name.")
@click.option("--report", "report_name", metavar="NAME", help="Only reports with this in their name.")
@click.option("--limit", metavar="N", default=50, show_default=True, type=click.IntRange(min=0), help="0 shows all.")
def show(
    file: Path, table: str | None, search: str | None, speaker: str | None, report_name: str | None, limit: int
) -> int:
    """Show a table of the record FILE, or what is in it when TABLE is left out.

    TABLE is reports, statements, actors, unread (what was quarantined, and why) or duplicates. A filter without a
    TABLE shows statements. Into a pipe or a file go tab-separated lines with a heading.
    """
    from onrecord.record import open_record

    if table is None and (search or speaker or report_name):
        table = "statements"
    _check_filters(table, search, speaker, report_name)
    with open_record(file) as record:
        if table is None:
            _overview(record)
            return OK
        rows = _rows(record, table, search, speaker, report_name)
        count = print_rows(_COLUMNS[table], islice(rows, limit or None))
        if limit and count == limit and next(rows, None) is not None:
            click.echo(f"the first {limit:,}; --limit 0 shows all", err=True)
        elif not count:
            click.echo(f"no {table} to show", err=True)
    return OK


def _check_filters(table: str | None, search: str | None, speaker: str | None, report_name: str | None) -> None:
    if search is not None and table not in (None, "statements", "reports"):
        raise click.UsageError(f"--search finds statements and reports, not {table}.")
    if speaker is not None and table not in (None, "statements", "actors"):
        raise click.UsageError(f"--speaker chooses statements and actors, not {table}.")
    if report_name is not None and table not in (None, "statements", "reports"):
        raise click.UsageError(f"--report chooses statements and reports, not {table}.")


def _rows(
    record: Record, table: str, search: str | None, speaker: str | None, report_name: str | None
) -> Iterator[tuple[object, ...]]:
    if table == "statements":
        statements = record.statements() if search is None else iter(record.search(search, limit=_MOST_FOUND))
        return (
            _statement_row(row)
            for row in statements
            if _named(speaker, _names_of(row)) and _named(report_name, [row.report.name])
        )
    if table == "reports":
        reports = record.reports() if search is None else iter(record.search(search, "reports", limit=_MOST_FOUND))
        return (_report_row(report) for report in reports if _named(report_name, [report.name]))
    if table == "actors":
        return (
            (actor.name, actor.kind, actor.statements, actor.reports, "; ".join(actor.aliases))
            for actor in record.actors()
            if _named(speaker, [actor.name, *actor.aliases])
        )
    if table == "unread":
        return ((row.name, row.reason) for row in record.unread())
    return ((row.name, row.same_as) for row in record.duplicates())


def _statement_row(row: RecordedStatement) -> tuple[object, ...]:
    from onrecord.record import readable

    day = row.said_on.best or row.report.published.best
    speaker = None if row.speaker is None else row.speaker.name
    return day, speaker, readable(row.report.text, row.content), row.kind, row.report.name


def _report_row(report: Report) -> tuple[object, ...]:
    language = report.language if report.tagged else f"{report.language or '?'}, untagged"
    return report.name, report.published.best, report.outlet, report.title, language, len(report.statements)


def _names_of(row: Statement) -> Iterable[str]:
    return () if row.speaker is None else (row.speaker.name, *row.speaker.aliases)


def _named(wanted: str | None, names: Iterable[str]) -> bool:
    return wanted is None or any(wanted.casefold() in name.casefold() for name in names)


def _overview(record: Record) -> None:
    """What there is, who speaks most, and where to look next."""
    reports = statements = 0
    for report in record.reports():
        reports += 1
        statements += len(report.statements)
    actors = list(record.actors())
    counts = {
        "reports": reports,
        "statements": statements,
        "actors": len(actors),
        "unread": len(record.unread()),
        "duplicates": len(record.duplicates()),
    }
    click.echo(f"{safe(str(record.path))}, made by {safe(record.meta.get('engine', 'an unknown engine'))}")
    print_rows({"table": "narrow", "rows": "number"}, counts.items())
    if actors:
        click.echo("Who speaks most:")
        print_rows(
            {"actor": "narrow", "kind": "narrow", "statements": "number", "reports": "number"},
            [(actor.name, actor.kind, actor.statements, actor.reports) for actor in actors[:10]],
        )
    click.echo("Name a table to see its rows; --search, --speaker and --report choose among them.")
