"""``onrecord dossier``: a record as a website in a folder."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.exit_codes import OK
from onrecord.cli.terminal import safe


@click.command(short_help="Write a record as a website in a folder.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="DIR", required=True, type=click.Path(path_type=Path), help="The folder.")
def dossier(file: Path, output: Path) -> int:
    """Write the record FILE as a website in the folder DIR.

    The site needs no server and no network: open index.html in DIR. Every statement is linked to the words that prove
    it, highlighted in their report.
    """
    from onrecord.publishing import write_dossier
    from onrecord.record import open_record

    with open_record(file) as record:
        index = write_dossier(record, output)
    click.echo(f"Open {safe(str(index))} in a browser.")
    return OK
