"""``onrecord export``: a record's tables as files for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from onrecord.cli.exit_codes import OK
from onrecord.cli.terminal import safe


@click.command(short_help="Write a record's tables as CSV or JSON lines.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--to", "kind", required=True, type=click.Choice(["jsonl", "csv"]), help="The format.")
@click.option("-o", "--output", metavar="DIR", required=True, type=click.Path(path_type=Path), help="The folder.")
def export(file: Path, kind: Literal["jsonl", "csv"], output: Path) -> int:
    """Write the tables of the record FILE to the folder DIR, one file each, and print the files' names."""
    from onrecord.publishing import export as run
    from onrecord.record import open_record

    with open_record(file) as record:
        for path in run(record, output, kind):
            click.echo(safe(str(path)))
    return OK
