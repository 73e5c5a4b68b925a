"""Commitments, forecasts and events as pages show them: what was said, by whom, and what came of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.domain import CommitmentStatus, EventState, ForecastStatus
from onrecord.publishing.dossier import wording
from onrecord.publishing.dossier.ledger.excerpts import Excerpt
from onrecord.publishing.dossier.ledger.names import Name
from onrecord.publishing.dossier.survey import ReportRow
from onrecord.publishing.dossier.when import When

# "Analysts", "council diplomats", "leaders of both sides"; names are of one.
_BEHIND = r"(?:of|in|at|from|with|close|who|to|for)\b"
_SEVERAL = re.compile(rf"(?=[a-z])(?:(?!{_BEHIND})\S+ )*?\S*[^\Ws]s(?: {_BEHIND}|\Z)")
Kind = Literal["commitment", "forecast", "event"]

COMMITMENT_STATUSES: tuple[CommitmentStatus, ...] = (
    *("acted against", "withdrawn", "met"),
    *("condition met", "lapsed", "open"),
)
FORECAST_STATUSES: tuple[ForecastStatus, ...] = ("did not", "came true", "open")
"""In the order in which pages show them: what reports settle comes first."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A step in an entry's history, with the words that show it (None: no report does) and those that it settles."""

    status: str
    because: str
    when: str
    time: When
    words: Excerpt | None
    of: Excerpt | None


@dataclass(slots=True)
class LedgerEntry:
    """What all three have in common.

    Args:
        id: the record's id, an anchor in the page.
        kind: which of the three.
        sightings: the words of every report that tells it, those of the first report first.
        turns: what came of it, in order.
        first, last: the days of the first report and of the last; None where no date is known.
        due: until when, or for when; ``due.anchor`` is None where nothing tells.
        link: where it is shown, from the dossier's root.
    """

    id: str
    kind: Kind
    sightings: tuple[Excerpt, ...]
    turns: tuple[Turn, ...]
    printings: int
    independent: int
    due: When
    link: str

    @property
    def report(self) -> ReportRow:
        """The first report that tells it."""
        return self.sightings[0].report

    @property
    def settled(self) -> Turn | None:
        """The last step."""
        return self.turns[-1] if self.turns else None

    def lead_to(self, link: str) -> None:
        """Note where it is shown, so that the reports' pages lead there."""
        self.link = link
        for one in self.sightings:
            one.link = link
        for turn in self.turns:
            for words in (turn.words, turn.of):
                if words is not None:
                    words.link = words.link or link

    @property
    def seen(self) -> str:
        """From when to when reports tell it."""
        days = sorted(one.report.when for one in self.sightings if one.report.when is not None)
        if not days:
            return wording.UNDATED
        first, last = days[0], days[-1]
        return wording.day(first) if first == last else f"{wording.day(first)} to {wording.day(last)}"

    @property
    def order(self) -> tuple[bool, date, str]:
        """By the first report."""
        row = self.report
        return (row.when is None, row.when or date.min, self.id)


@dataclass(slots=True)
class CommitmentEntry(LedgerEntry):
    """A commitment. ``pledge`` is how firmly and in which direction: "will not".

    ``apart`` tells that ``act`` is a whole clause, which doesn't go on from the pledge.
    """

    status: CommitmentStatus
    who: Name | None
    also: tuple[Name, ...]
    target: Name | None
    pledge: str
    apart: bool
    negative: bool
    act: str
    kind_of: str
    condition: str
    deadline: str


@dataclass(slots=True)
class ForecastEntry(LedgerEntry):
    """A forecast. ``who`` is None where the report itself expects it; ``odds`` is how surely: "likely not"."""

    status: ForecastStatus
    who: Name | None
    of: Name | None
    odds: str
    steps: int
    negative: bool
    expected: str
    condition: str
    window: str

    @property
    def expects(self) -> str:
        """The verb that goes with who expects it: "analysts expect", "the United States expects"."""
        return "expect" if self.who is not None and _SEVERAL.match(self.who.label) else "expects"


@dataclass(frozen=True, slots=True)
class Differs:
    """What two reports tell differently of one event."""

    what: str
    these: str
    here: ReportRow
    those: str
    there: ReportRow


@dataclass(slots=True)
class EventEntry(LedgerEntry):
    """An event. ``time`` is when it was, or is to be."""

    state: EventState
    subject: str
    who: Name | None
    to: Name | None
    place: str
    code: str
    time: When
    differs: tuple[Differs, ...]

    @property
    def is_fact(self) -> bool:
        """Whether it is told as having taken place."""
        return self.state in ("happened", "held")


@dataclass(frozen=True, slots=True)
class Due:
    """The day by which somebody is to do something, or by which something is expected."""

    entry: CommitmentEntry | ForecastEntry

    @property
    def time(self) -> When:
        """The day, as uncertain as it is."""
        return self.entry.due

    @property
    def report(self) -> ReportRow:
        """The first report that tells it."""
        return self.entry.report

    @property
    def is_settled(self) -> bool:
        """Whether a report tells what came of it."""
        return self.entry.status not in ("open", "lapsed", "condition met")
