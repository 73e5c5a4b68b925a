"""Writing to terminals. What comes from reports is hostile: it must not move the cursor or turn text around."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from rich.console import Console

# Control characters (terminals obey C1 as well), lone surrogates, line separators, and the characters that switch the
# direction of text and could make a name read as another.
_HOSTILE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028-\u202e\u2066-\u2069]")
_HOSTILE_IN_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028-\u202e\u2066-\u2069]")


def safe(text: str) -> str:
    r"""``text`` on one line, with characters that a terminal might obey written as ``\x1b``."""
    return _HOSTILE.sub(_escaped, text)


def safe_text(text: str) -> str:
    """Like ``safe``, but tabs and line ends stay."""
    return _HOSTILE_IN_TEXT.sub(_escaped, text.replace("\r\n", "\n"))


def _escaped(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


def complain(message: str) -> None:
    """Tell on standard error what went wrong."""
    click.echo(f"onrecord: {safe(message)}", err=True)


def is_terminal(stream: TextIO) -> bool:
    """Whether somebody is looking."""
    import os

    return stream.isatty() and os.environ.get("TERM") != "dumb"


def console(stream: TextIO) -> Console:
    """A rich console that takes text as it is: no markup, no emoji codes. It respects NO_COLOR."""
    from rich.console import Console

    return Console(file=stream, markup=False, emoji=False, highlight=False)


def number_of(count: int, singular: str, plural: str | None = None) -> str:
    """``1 report``, ``1,200 reports``."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def print_rows(columns: dict[str, str], rows: Iterable[tuple[object, ...]]) -> int:
    """Print a table: for people on a terminal, tab-separated lines elsewhere. The number of rows.

    Args:
        columns: headings, each with how it may be laid out: ``wide``, ``narrow`` or ``number``.
        rows: as many cells as there are columns; None is shown as nothing.
    """
    cells = ([safe("" if cell is None else str(cell)) for cell in row] for row in rows)
    if not is_terminal(sys.stdout):
        lines = 0
        click.echo("\t".join(columns))
        for row in cells:
            click.echo("\t".join(row))
            lines += 1
        return lines
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading, layout in columns.items():
        table.add_column(
            heading,
            justify="right" if layout == "number" else "left",
            ratio=1 if layout == "wide" else None,
            overflow="fold",
        )
    for row in cells:
        table.add_row(*row)
    console(sys.stdout).print(table)
    return table.row_count
