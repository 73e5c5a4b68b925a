"""``onrecord export``: a record's tables as files for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from onrecord.cli.exit_codes import OK
from onrecord.cli.terminal import safe


@click.command(short_help="Write a record's tables as CSV or JSON lines, or its timeline.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--to", "kind", required=True, type=click.Choice(["jsonl", "csv", "timelinejs"]), help="The format.")
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    required=True,
    type=click.Path(path_type=Path),
    help="The folder; for timelinejs the file.",
)
def export(file: Path, kind: Literal["jsonl", "csv", "timelinejs"], output: Path) -> int:
    """Write the tables of the record FILE to the folder PATH, one file each, and print the files' names.

    With --to timelinejs, write the record's timeline to the file PATH, as JSON for TimelineJS.
    """
    from onrecord.publishing import export as run
    from onrecord.publishing import write_timelinejs
    from onrecord.publishing.dossier.wording import count
    from onrecord.record import open_record

    with open_record(file) as record:
        if kind == "timelinejs":
            written = write_timelinejs(record, output)
            click.echo(safe(str(output)))
            if written.undated:
                click.echo(f"{count(written.undated, 'statement')} without a date left out", err=True)
            return OK
        for path in run(record, output, kind):
            click.echo(safe(str(path)))
    return OK
