"""``onrecord fetch``: feeds and pages from the web into web archives in a folder."""

from __future__ import annotations

import json
import shlex
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.exit_codes import FAILED, INTERRUPTED, OK, SOME_UNREAD
from onrecord.cli.terminal import complain, console, is_terminal, number_of, safe

if TYPE_CHECKING:
    from onrecord.fetching import FetchSummary, Progress

_MOST_SHOWN = 20
_MOST_ANNOUNCED = 3
_SECONDS_BETWEEN_LINES = 5.0


@click.command(short_help="Fetch reports from the web.")
@click.argument("addresses", metavar="FEED_OR_URL...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="DIR", required=True, type=click.Path(path_type=Path), help="The folder.")
@click.option("--contact", default="", metavar="EMAIL_OR_URL", help="How to reach you; servers are told.")
@click.option("--delay", type=click.FloatRange(min=0), help="Seconds between two requests to one site [default: 1].")
@click.option("--timeout", type=click.FloatRange(min=1), help="Seconds that an answer may take [default: 60].")
@click.option("--max-bytes", type=click.IntRange(min=1), help="Size above which a page is not kept [default: 4 MB].")
@click.option("--limit", type=click.IntRange(min=1), help="Pages of feeds to ask for, at most [default: 1000].")
@click.option("--again", is_flag=True, help="Ask for pages that are kept already, and keep what has changed.")
@click.option("-q", "--quiet", is_flag=True, help="Show errors only.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as one JSON object.")
def fetch(
    addresses: tuple[str, ...],
    output: Path,
    contact: str,
    delay: float | None,
    timeout: float | None,
    max_bytes: int | None,
    limit: int | None,
    again: bool,
    quiet: bool,
    as_json: bool,
) -> int:
    """Fetch pages, and the pages that feeds lead to, into web archives (WARC) in DIR, for `onrecord build` to read.

    FEED_OR_URL is the web address of a feed or of a page, a saved feed, or a text file with one address a line. This is
    the only command that uses the network.

    Run it as often as you like: what DIR holds is not asked for again. Sites are asked slowly, and never for what their
    robots.txt forbids. Interrupt it as you like: the same command goes on where it stopped.

    Exit codes: 0 all fetched; 1 nothing was; 2 wrong usage; 3 some could not be had; 130 interrupted.
    """
    from onrecord.fetching import FetchInterrupted, Settings
    from onrecord.fetching import fetch as run

    chosen = {"delay": delay, "timeout": timeout, "max_bytes": max_bytes, "limit": limit}
    settings = Settings(
        contact=contact,
        again=again,
        **{name: value for name, value in chosen.items() if value is not None},  # type: ignore[arg-type]
    )
    try:
        with _shown_progress(quiet) as on_progress:
            summary = run(addresses, output, settings, on_progress=on_progress)
    except FetchInterrupted as interruption:
        complain(
            f"interrupted. {number_of(interruption.kept, 'page')} fetched and kept: the same command goes on there"
        )
        return INTERRUPTED
    if as_json:
        click.echo(json.dumps(summary_as_json(summary)))
    elif not quiet:
        click.echo("\n".join(describe(summary)))
    if not summary.unfetched:
        return OK
    return SOME_UNREAD if summary.kept or summary.unchanged or summary.there or summary.feeds else FAILED


def summary_as_json(summary: FetchSummary) -> dict[str, object]:
    """The summary for programs; docs/cli.md says what is in it."""
    return {
        "folder": str(summary.folder),
        "archives": list(summary.archives),
        "feeds": summary.feeds,
        "kept": summary.kept,
        "unchanged": summary.unchanged,
        "there": summary.there,
        "unfetched": [{"url": row.url, "reason": row.reason, "final": row.is_final} for row in summary.unfetched],
        "waiting": summary.waiting,
        "announced": list(summary.announced),
        "lost": list(summary.lost),
        "seconds": round(summary.seconds, 3),
    }


def describe(summary: FetchSummary) -> list[str]:
    """The summary for people, line by line."""
    folder = shlex.quote(safe(str(summary.folder)))
    feeds = f" from {number_of(summary.feeds, 'feed')}" if summary.feeds else ""
    lines = [f"{safe(str(summary.folder))}: {number_of(summary.kept, 'new page')}{feeds}; {summary.seconds:.1f} s"]
    if summary.there:
        lines.append(f"  {number_of(summary.there, 'page')} kept before and not asked for again")
    if summary.unchanged:
        lines.append(f"  {number_of(summary.unchanged, 'page')} asked for and not changed since")
    if summary.unfetched:
        lines.append(f"  {number_of(len(summary.unfetched), 'address', 'addresses')} could not be had:")
        lines += [safe(f"    {row.url}: {row.reason}") for row in summary.unfetched[:_MOST_SHOWN]]
        if len(summary.unfetched) > _MOST_SHOWN:
            lines.append(f"    and {len(summary.unfetched) - _MOST_SHOWN:,} more, which --json lists")
    for name in summary.lost:
        lines.append(
            f"  {safe(name)} is gone or has lost its end. Put it back, or delete fetched.state to fetch all again"
        )
    passing = sum(not row.is_final for row in summary.unfetched)
    if summary.waiting:
        lines.append(f"  {number_of(summary.waiting, 'page')} more than --limit allows: the same command goes on there")
    elif passing:
        lines.append(f"  The same command asks again for {passing:,} of them")
    for feed in summary.announced[:_MOST_ANNOUNCED]:
        lines.append(f"  There is a feed; to follow it: onrecord fetch {shlex.quote(safe(feed))} -o {folder}")
    if summary.archives:
        record = shlex.quote(safe(f"{summary.folder.name or 'record'}.onrecord"))
        lines.append(f"Next: onrecord build {folder} -o {record}")
    return lines


@contextmanager
def _shown_progress(quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    if quiet:
        yield None
    elif is_terminal(sys.stderr):
        with _bar() as on_progress:
            yield on_progress
    else:
        yield _Lines()


class _Lines:
    """A line every few seconds."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, progress: Progress) -> None:
        if time.monotonic() - self._last >= _SECONDS_BETWEEN_LINES:
            self._last = time.monotonic()
            click.echo(describe_progress(progress), err=True)


def describe_progress(progress: Progress) -> str:
    """The state of a run on one line."""
    parts = [f"{progress.done:,} of {progress.total:,}", number_of(progress.kept, "new page")]
    if progress.failed:
        parts.append(f"{progress.failed:,} not had")
    return f"fetching: {', '.join(parts)}"


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None]]:
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[state]}"))
    with Bars(*columns, console=console(sys.stderr), transient=True) as bars:
        task = bars.add_task("fetching", total=None, state="")

        def on_progress(progress: Progress) -> None:
            state = describe_progress(progress).removeprefix("fetching: ")
            bars.update(task, completed=progress.done, total=progress.total, state=state)

        yield on_progress
