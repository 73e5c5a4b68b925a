"""Time that passes when it is told to, and runs whose outcome is easy to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from onrecord.errors import InputError
from onrecord.fetching import FetchSummary, Settings, fetch
from onrecord.fetching.pacing import Clock
from onrecord.reading import RawReport, find_reports


class FakeClock(Clock):
    """A clock on which sleeping takes no time. ``slept`` are the seconds that it was asked to sleep."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.passed

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.passed += seconds

    def date(self) -> datetime:
        return datetime(2012, 5, 8, 6, 30, tzinfo=UTC) + timedelta(seconds=self.passed)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A run's summary, and what a build would find in its folder."""

    summary: FetchSummary
    reports: list[RawReport]

    @property
    def reasons(self) -> dict[str, str]:
        """Why addresses were not had, by their paths."""
        return {row.url.split("/", 3)[3]: row.reason for row in self.summary.unfetched}

    @property
    def urls(self) -> list[str]:
        """The paths of the reports."""
        return ["/" + raw.metadata["url"].split("/", 3)[3] for raw in self.reports]


def fetched(given: Sequence[str], folder: Path, settings: Settings, clock: Clock) -> Fetched:
    summary = fetch(given, folder, settings, clock=clock)
    try:
        items = list(find_reports(folder))
    except InputError:  # there is nothing in it
        items = []
    assert all(isinstance(item, RawReport) for item in items), items
    return Fetched(summary, [item for item in items if isinstance(item, RawReport)])
