"""``onrecord read``: what is found in one report, without a record."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import click

from onrecord.cli.exit_codes import FAILED, OK, SOME_UNREAD
from onrecord.cli.terminal import complain

if TYPE_CHECKING:
    from onrecord.reading import RawReport, Unread


@click.command(short_help="Analyse reports and show what is found.")
@click.argument("path", metavar="PATH", type=click.Path(allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each report, one a line.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="The day the report was published, if known.")
def read(path: str, as_json: bool, published: datetime | None) -> int:
    """Analyse the report at PATH, or on standard input if PATH is -, and show what is found.

    PATH may be whatever `onrecord build` takes; then each report in it is shown. Nothing is written.

    Exit codes: 0 all read; 1 nothing could be read; 2 wrong usage; 3 some could not be read.
    """
    from onrecord.analysis import analyse
    from onrecord.errors import UnreadableReport
    from onrecord.reading import Unread, parse
    from onrecord.reading.given_dates import with_given

    shown = failed = 0
    for raw in _inputs(path):
        try:
            if isinstance(raw, Unread):
                raise UnreadableReport(raw.reason)
            if published is not None:
                raw = with_given(raw, published.date().isoformat(), "--published")
            report = analyse(parse(raw))
        except UnreadableReport as error:
            complain(f"{raw.name}: {error.reason}")
            failed += 1
            continue
        if as_json:
            from onrecord.publishing.objects import json_line, report_with_statements

            # ASCII only: other people's words must not reach a terminal as they are.
            click.echo(json_line(report_with_statements(report), ascii_only=True))
        else:
            from onrecord.cli.report_text import print_report

            if shown:
                click.echo()
            print_report(report)
        shown += 1
    if not failed:
        return OK
    return SOME_UNREAD if shown else FAILED


def _inputs(path: str) -> Iterator[RawReport | Unread]:
    from onrecord.reading import RawReport, find_reports
    from onrecord.reading.kinds import media_type_of

    if path != "-":
        return find_reports([path])
    data = sys.stdin.buffer.read()
    raw = RawReport("standard input", "-", data, hashlib.sha256(data).hexdigest(), media_type_of("", data))
    return iter([raw])
