"""How a build is going: a bar on a terminal, a line now and then elsewhere, always on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from onrecord.cli.terminal import console, is_terminal, number_of

if TYPE_CHECKING:
    from onrecord.building import Progress

OnProgress = Callable[["Progress"], None]
_SECONDS_BETWEEN_LINES = 5.0
_VERBS = {"finding": "finding reports", "reading": "reading reports", "writing": "writing the record"}


@contextmanager
def shown_progress(quiet: bool) -> Iterator[OnProgress | None]:
    """What to give a build as ``on_progress``."""
    if quiet:
        yield None
    elif is_terminal(sys.stderr):
        with _bar() as on_progress:
            yield on_progress
    else:
        yield Lines()


class Rate:
    """Reports per second since the analysis began, without those that were finished before."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begun: float | None = None

    def __call__(self, progress: Progress) -> float | None:
        if progress.phase != "reading":
            return None
        if self._begun is None:
            self._begun = self._clock()
        elapsed = self._clock() - self._begun
        analysed = progress.done - progress.reused
        return analysed / elapsed if elapsed > 0 and analysed > 0 else None


class Lines:
    """Prints a line when a phase begins or ends, and every few seconds between."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._rate = Rate(clock)
        self._last = clock()

    def __call__(self, progress: Progress) -> None:
        rate = self._rate(progress)
        is_end = progress.total > 0 and progress.done == progress.total
        if is_end or self._clock() - self._last >= _SECONDS_BETWEEN_LINES:
            self._last = self._clock()
            click.echo(describe(progress, rate), err=True)


def describe(progress: Progress, rate: float | None) -> str:
    """The state of a build on one line."""
    if progress.phase == "finding":
        return f"{_VERBS['finding']}: {progress.done:,}"
    whole = f" of {progress.total:,}" if progress.total else ""
    parts = [f"{_VERBS[progress.phase]}: {progress.done:,}{whole}"]
    if progress.phase == "reading":
        if rate is not None:
            parts.append(f"{rate:.1f}/s")
        if progress.reused:
            parts.append(f"{progress.reused:,} finished before")
        if progress.unread:
            parts.append(f"{progress.unread:,} could not be read")
        parts.append(number_of(progress.statements, "statement"))
    return ", ".join(parts)


@contextmanager
def _bar() -> Iterator[OnProgress]:
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    rate = Rate()
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[state]}"), TimeRemainingColumn())
    with Bars(*columns, console=console(sys.stderr), transient=True) as bars:
        task = bars.add_task(_VERBS["finding"], total=None, state="")
        phase = "finding"

        def on_progress(progress: Progress) -> None:
            nonlocal phase
            description, state = describe(progress, rate(progress)).split(": ", 1)
            if progress.phase != phase:
                phase = progress.phase
                bars.reset(task)
            bars.update(
                task, description=description, total=progress.total or None, completed=progress.done, state=state
            )

        yield on_progress
