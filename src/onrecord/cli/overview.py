"""What is in a record, at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli import show_ledger
from onrecord.cli.terminal import print_rows, safe

if TYPE_CHECKING:
    from onrecord.record import Record


def print_overview(record: Record) -> None:
    """Print what there is, who speaks most, and where to look next."""
    reports = statements = refusals = grounds = 0
    for report in record.reports():
        reports += 1
        statements += len(report.statements)
        refusals += len(report.refusals)
        grounds += sum(len(statement.grounds) for statement in report.statements)
    actors = list(record.actors())
    counts = {
        "reports": reports,
        "statements": statements,
        "refusals": refusals,
        "actors": len(actors),
        "offices": sum(1 for _ in record.offices()),
        "instruments": sum(1 for _ in record.instruments()),
        "grounds": grounds,
        "lineage": sum(1 for _ in record.lineage()),
        "divergences": sum(1 for _ in record.divergences()),
        **{table: sum(1 for _ in getattr(record, table)()) for table in show_ledger.COLUMNS},
        "identities": sum(1 for _ in record.identities()),
        "decisions": len(record.decisions()),
        "unread": len(record.unread()),
        "duplicates": len(record.duplicates()),
    }
    click.echo(f"{safe(str(record.path))}, made by {safe(record.meta.get('engine', 'an unknown engine'))}")
    print_rows({"table": "narrow", "rows": "number"}, counts.items())
    speakers = [actor for actor in actors[:10] if actor.statements]
    if speakers:
        click.echo("Who speaks most:")
        print_rows(
            {"actor": "narrow", "kind": "narrow", "statements": "number", "reports": "number"},
            [(actor.label, actor.kind, actor.statements, actor.reports) for actor in speakers],
        )
    for line in show_ledger.outcomes(record):
        click.echo(line)
    click.echo("Name a table to see its rows; --search, --speaker and --report choose among them.")
