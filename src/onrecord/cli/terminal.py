"""Writing to terminals. What comes from reports is hostile: it must not move the cursor or turn text around."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from rich.console import Console

_LEAST_PER_COLUMN = 15  # characters; with fewer a table with phrases can't be read

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
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def console(stream: TextIO) -> Console:
    """A rich console that takes text as it is: no markup, no emoji codes. It respects NO_COLOR."""
    from rich.console import Console

    return Console(file=stream, markup=False, emoji=False, highlight=False)


def number_of(count: int, singular: str, plural: str | None = None) -> str:
    """``1 report``, ``1,200 reports``."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def print_rows(columns: Mapping[str, str], rows: Iterable[tuple[object, ...]]) -> int:
    """Print a table: for people on a terminal, tab-separated lines elsewhere. The number of rows.

    Args:
        columns: headings, each with how it may be laid out: ``wide``, ``narrow`` (cut short if need be), ``phrase``
            (narrow, but never cut) or ``number``.
        rows: as many cells as there are columns; None is shown as nothing.
    """
    cells = ([safe("" if cell is None else str(cell)) for cell in row] for row in rows)
    if is_terminal(sys.stdout):
        return _print_table(columns, list(cells))
    lines = 0
    click.echo("\t".join(columns))
    for row in cells:
        click.echo("\t".join(row))
        lines += 1
    return lines


def _print_table(columns: Mapping[str, str], rows: list[list[str]]) -> int:
    """A table as wide as the terminal; columns without anything in them are left out.

    Where many columns would have to share few characters, each cell gets a line.
    """
    from rich import box
    from rich.table import Table

    if not rows:
        return 0
    screen = console(sys.stdout)
    used = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    if "phrase" in columns.values() and screen.width < _LEAST_PER_COLUMN * len(used):
        for row in rows:
            filled = [(heading, cell) for heading, cell in zip(columns, row, strict=True) if cell]
            click.echo("\n".join(f"{heading}: {cell}" for heading, cell in filled) + "\n")
        return len(rows)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand="wide" in columns.values())
    for place, (heading, layout) in enumerate(columns.items()):
        if place not in used:
            continue
        if layout == "wide":
            table.add_column(heading, ratio=1, min_width=min(24, screen.width // 3), overflow="fold")
        elif layout == "phrase":
            table.add_column(heading, min_width=8, max_width=max(8, screen.width // 7), overflow="fold")
        elif layout == "number":
            table.add_column(heading, justify="right", no_wrap=True)
        else:
            table.add_column(heading, max_width=max(8, screen.width // 6), no_wrap=True, overflow="ellipsis")
    for row in rows:
        table.add_row(*(row[place] for place in used))
    screen.print(table)
    return len(rows)
