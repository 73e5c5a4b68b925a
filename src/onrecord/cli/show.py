"""``onrecord show``: a record's tables in the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from onrecord.cli import show_ledger
from onrecord.cli.exit_codes import OK
from onrecord.cli.overview import print_overview
from onrecord.cli.terminal import print_rows, safe
from onrecord.cli.who import cue, note, who

if TYPE_CHECKING:
    from onrecord.domain import Actor, Decision, Identity, Report
    from onrecord.record import (
        Record,
        RecordedActor,
        RecordedDivergence,
        RecordedGround,
        RecordedInstrument,
        RecordedLineage,
        RecordedOffice,
        RecordedRefusal,
        RecordedStatement,
        ReportKey,
    )

_COLUMNS: dict[str, dict[str, str]] = {
    "reports": {
        "report": "narrow",
        "published": "narrow",
        "outlet": "narrow",
        "title": "wide",
        "language": "narrow",
        "statements": "number",
    },
    "statements": {
        "published": "narrow",
        "who": "narrow",
        "cue": "phrase",
        "said": "wide",
        "note": "phrase",
        "kind": "narrow",
        "report": "narrow",
    },
    "refusals": {
        "published": "narrow",
        "who": "narrow",
        "would not say": "phrase",
        "about": "wide",
        "report": "narrow",
    },
    "actors": {
        "actor": "narrow",
        "kind": "narrow",
        "statements": "number",
        "reports": "number",
        "also called": "wide",
    },
    "offices": {
        "who": "narrow",
        "title": "phrase",
        "of": "narrow",
        "first seen": "narrow",
        "last seen": "narrow",
        "left by": "narrow",
        "words": "wide",
        "reports": "number",
    },
    "instruments": {
        "instrument": "phrase",
        "kind": "narrow",
        "statements": "number",
        "reports": "number",
        "first seen": "narrow",
        "last seen": "narrow",
        "words": "wide",
    },
    "grounds": {
        "published": "narrow",
        "who": "narrow",
        "relation": "narrow",
        "instrument": "phrase",
        "words": "phrase",
        "said": "wide",
        "report": "narrow",
    },
    "lineage": {
        "report": "narrow",
        "copied from": "narrow",
        "kind": "narrow",
        "direction": "narrow",
        "agency": "narrow",
        "words": "number",
        "share": "number",
        "of source": "number",
        "because": "wide",
    },
    "divergences": {
        "kind": "narrow",
        "report": "narrow",
        "other report": "narrow",
        "changes": "phrase",
        "words": "wide",
    },
    **show_ledger.COLUMNS,
    "identities": {"actor": "narrow", "is": "narrow", "name": "phrase", "because": "wide", "decided": "narrow"},
    "decisions": {
        "names": "wide",
        "are": "narrow",
        "decided by": "narrow",
        "on": "narrow",
        "why": "phrase",
        "orphaned": "narrow",
    },
    "unread": {"name": "narrow", "reason": "wide"},
    "duplicates": {"left out": "narrow", "the same, byte for byte, as": "wide"},
}
_MOST_FOUND = 30_000  # as many as SQLite takes in one question


@dataclass(frozen=True, slots=True)
class _Filters:
    """What was asked for; None where nothing was."""

    search: str | None
    speaker: str | None
    report: str | None

    def __bool__(self) -> bool:
        return any(value is not None for value in (self.search, self.speaker, self.report))

    def check(self, table: str) -> None:
        """Raises UsageError for a filter that says nothing about ``table``."""
        for option, verb, value, tables in (
            ("--search", "finds", self.search, ("statements", "reports")),
            (
                "--speaker",
                "chooses",
                self.speaker,
                ("statements", "refusals", "actors", "offices", "grounds", *show_ledger.CHOSEN, "identities"),
            ),
            (
                "--report",
                "chooses",
                self.report,
                ("statements", "refusals", "grounds", "reports", "lineage", "divergences", *show_ledger.CHOSEN),
            ),
        ):
            if value is not None and table not in tables:
                raise click.UsageError(f"{option} {verb} {' and '.join(tables)}, not {table}.")


@click.command(short_help="Show a record's tables.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("table", metavar="[TABLE]", required=False, type=click.Choice(list(_COLUMNS)))
@click.option("--search", metavar="WORDS", help="Only statements or reports with these words, best first.")
@click.option("--speaker", metavar="NAME", help="Only what actors say or do whose name has these words.")
@click.option("--report", "report_name", metavar="NAME", help="Only reports with this in their name.")
@click.option("--sort", type=click.Choice(["sources"]), help="What stands on most independent sources first.")
@click.option("--limit", metavar="N", default=50, show_default=True, type=click.IntRange(min=0), help="0 shows all.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each row, one a line.")
def show(
    file: Path,
    table: str | None,
    search: str | None,
    speaker: str | None,
    report_name: str | None,
    sort: Literal["sources"] | None,
    limit: int,
    as_json: bool,
) -> int:
    """Show a table of the record FILE, or what is in it when TABLE is left out.

    TABLE is reports, statements, refusals (who would not say what), actors, offices (what people were), instruments
    (resolutions, treaties, norms), grounds (who cites them), lineage (which report shares whose words), divergences
    (what became of quotations on the way, the worst first), acts (in PLOVER's codes), events, commitments (what actors
    said they would do, or would NOT, and what came of it), forecasts, questions, positions (who takes which side),
    framing (who calls a thing what), question_decisions (of people, about questions), identities (why names are one
    actor, or two), decisions (of people, about that), unread (what was quarantined, and why) or duplicates. A filter
    without a TABLE shows statements. Into a pipe or a file go tab-separated lines with a heading.
    """
    from onrecord.record import open_record

    filters = _Filters(search, speaker, report_name)
    if table is None and (filters or as_json or sort):
        table = "statements"
    if sort and table not in (sortable := ("statements", *show_ledger.SORTED)):
        raise click.UsageError(f"--sort {sort} orders {', '.join(sortable)}, not {table}.")
    if table is not None:
        filters.check(table)
    with open_record(file) as record:
        if table is None:
            print_overview(record)
            return OK
        rows = _rows(record, table, filters)
        if sort:
            rows = iter(sorted(rows, key=lambda row: (-row.independent, -row.printings)))
        with_sources = sort is not None and table == "statements"  # the ledger shows them anyway
        count = _print(table, islice(rows, limit or None), as_json, with_sources)
        if limit and count == limit and next(rows, None) is not None:
            click.echo(f"the first {limit:,}; --limit 0 shows all", err=True)
        elif not count:
            click.echo(_nothing_found(record, table, filters), err=True)
    return OK


def _rows(record: Record, table: str, filters: _Filters) -> Iterator[Any]:
    """The rows of a table that pass the filters."""
    if table == "statements":
        return (
            row
            for row in _found(record, "statements", filters)
            if _is_by(row.speaker, filters) and _is_in(row.report, filters)
        )
    if table == "reports":
        return (row for row in _found(record, "reports", filters) if _is_in(row, filters))
    if table == "refusals":
        return (row for row in record.refusals() if _is_by(row.speaker, filters) and _is_in(row.report, filters))
    if table == "actors":
        return (actor for actor in record.actors() if _is_by(actor, filters))
    if table == "grounds":
        return (
            row for row in record.grounds() if _is_by(row.statement.speaker, filters) and _is_in(row.report, filters)
        )
    if table == "instruments":
        return iter(record.instruments())
    if table in ("offices", "identities"):
        rows = record.offices() if table == "offices" else record.identities()
        return (row for row in rows if _is_by(row.actor, filters))
    if table == "lineage":
        return (row for row in record.lineage() if _is_in(row.report, filters) or _is_in(row.copied_from, filters))
    if table == "divergences":
        return (row for row in record.divergences() if _is_in(row.report, filters) or _is_in(row.other_report, filters))
    if table in show_ledger.COLUMNS:
        return show_ledger.rows_of(
            record, table, lambda actor: _is_by(actor, filters), lambda report: _is_in(report, filters)
        )
    if table == "decisions":
        return iter(record.decisions())
    return iter(record.unread() if table == "unread" else record.duplicates())


def _found(record: Record, table: Literal["statements", "reports"], filters: _Filters) -> Iterable[Any]:
    if filters.search is not None:
        return record.search(filters.search, table, limit=_MOST_FOUND)
    return record.statements() if table == "statements" else record.reports()


def _is_by(actor: Actor | None, filters: _Filters) -> bool:
    from onrecord.cli.names import is_called

    return filters.speaker is None or (actor is not None and is_called(actor, filters.speaker))


def _is_in(report: Report | ReportKey, filters: _Filters) -> bool:
    return filters.report is None or filters.report.casefold() in report.name.casefold()


def _print(table: str, rows: Iterable[Any], as_json: bool, with_sources: bool = False) -> int:
    """Print rows, those of statements with their sources if these are asked for; how many."""
    if with_sources and not as_json:
        columns = {"sources": "number", "printings": "number", **_COLUMNS[table]}
        return print_rows(columns, ((row.independent, row.printings, *_CELLS[table](row)) for row in rows))
    if not as_json:
        return print_rows(_COLUMNS[table], map(_CELLS[table], rows))
    from onrecord.publishing.objects import OBJECTS, json_line

    count = 0
    for row in rows:
        # ASCII only: other people's words must not reach a terminal as they are.
        click.echo(json_line(OBJECTS[table](row), ascii_only=True))
        count += 1
    return count


def _nothing_found(record: Record, table: str, filters: _Filters) -> str:
    """What to tell when there are no rows: the names that may have been meant, if nobody is called so."""
    from onrecord.cli.names import is_called, near_names

    if filters.speaker is not None:
        actors = list(record.actors())
        if not any(is_called(actor, filters.speaker) for actor in actors):
            near = near_names(filters.speaker, actors)
            suggestion = f"; did you mean {' or '.join(near)}?" if near else ""
            return safe(f"nobody is called “{filters.speaker}”{suggestion}")
    return f"no {table} to show"


def published_on(report: Report) -> str:
    """The likeliest day of a report, with a question mark if it is a guess; "" where there is none."""
    best = report.published.best
    return "" if best is None else show_ledger.days(report.published)


def _statement_cells(row: RecordedStatement) -> tuple[object, ...]:
    from onrecord.record import readable

    said = readable(row.report.text, row.content)
    return published_on(row.report), who(row), cue(row), said, note(row), row.kind, row.report.name


def _refusal_cells(row: RecordedRefusal) -> tuple[object, ...]:
    matter = " ".join(row.matter.text.split()) if row.matter is not None else ""
    return published_on(row.report), who(row), " ".join(row.cue.text.split()), matter, row.report.name


def _report_cells(report: Report) -> tuple[object, ...]:
    language = report.language if report.tagged else f"{report.language or '?'}, untagged"
    return report.name, published_on(report), report.outlet, report.title, language, len(report.statements)


def _actor_cells(actor: RecordedActor) -> tuple[object, ...]:
    return actor.label, actor.kind, actor.statements, actor.reports, "; ".join(actor.aliases)


def _office_cells(office: RecordedOffice) -> tuple[object, ...]:
    words = " | ".join(dict.fromkeys(" ".join(span.text.split()) for span in office.evidence))
    of = office.of.label if office.of is not None else None
    who = office.actor.label
    return who, office.title, of, office.first_seen, office.last_seen, office.left_by, words, office.reports


def _instrument_cells(row: RecordedInstrument) -> tuple[object, ...]:
    words = " | ".join(dict.fromkeys(" ".join(span.text.split()) for span in row.evidence))
    name = row.name if row.identified else f"{row.name} (not identified)"
    return name, row.kind, row.statements, row.reports, row.first_seen, row.last_seen, words


def _ground_cells(row: RecordedGround) -> tuple[object, ...]:
    from onrecord.record import readable

    said = readable(row.report.text, row.statement.content)
    name = f"{row.part}, {row.instrument.name}" if row.part else row.instrument.name
    words = " ".join((row.words or row.span).text.split())
    # The cue with the words, for what was denied reads as its opposite without it.
    said = f"{cue(row.statement)}: {said}" if cue(row.statement) else said
    return published_on(row.report), who(row.statement), row.relation, name, words, said, row.report.name


def _lineage_cells(row: RecordedLineage) -> tuple[object, ...]:
    shares = f"{row.share:.0%}", f"{row.share_of_source:.0%}"
    return (
        row.report.name,
        row.copied_from.name,
        row.kind,
        row.direction,
        row.agency,
        row.same_words,
        *shares,
        row.reason,
    )


def _divergence_cells(row: RecordedDivergence) -> tuple[object, ...]:
    from onrecord.record.flat import changes_shown

    words = " ".join(row.here.text.split())
    return row.kind, row.report.name, row.other_report.name, changes_shown(row.changes), words


def _identity_cells(identity: Identity) -> tuple[object, ...]:
    decided = "by the machine" if identity.decision is None else "by a person"
    verdict = "the same as" if identity.verdict == "same" else "different from"
    return identity.actor.label, verdict, identity.name, identity.reason, decided


def _decision_cells(decision: Decision) -> tuple[object, ...]:
    orphaned = "orphaned" if decision.orphaned else ""
    return "; ".join(decision.names), decision.verdict, decision.who, decision.when, decision.why, orphaned


_CELLS: dict[str, Callable[[Any], tuple[object, ...]]] = {
    "reports": _report_cells,
    "statements": _statement_cells,
    "refusals": _refusal_cells,
    "actors": _actor_cells,
    "offices": _office_cells,
    "instruments": _instrument_cells,
    "grounds": _ground_cells,
    "lineage": _lineage_cells,
    "divergences": _divergence_cells,
    **show_ledger.CELLS,
    "identities": _identity_cells,
    "decisions": _decision_cells,
    "unread": lambda row: (row.name, row.reason),
    "duplicates": lambda row: (row.name, row.same_as),
}
