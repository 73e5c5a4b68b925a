"""Reads the ledger of a record: what its pages show, with all words that they quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.domain import Span
from onrecord.publishing.dossier.ledger.entries import (
    COMMITMENT_STATUSES,
    FORECAST_STATUSES,
    CommitmentEntry,
    Due,
    EventEntry,
    ForecastEntry,
)
from onrecord.publishing.dossier.ledger.excerpts import Excerpts
from onrecord.publishing.dossier.ledger.framing import Thing, things
from onrecord.publishing.dossier.ledger.making import Entries
from onrecord.publishing.dossier.ledger.names import Names
from onrecord.publishing.dossier.ledger.positions import Cell, Positions
from onrecord.publishing.dossier.named_days import NamedDay
from onrecord.publishing.dossier.paging import page_path
from onrecord.publishing.dossier.source import Source
from onrecord.publishing.dossier.survey import Survey

COMMITMENTS_A_PAGE = 50
FORECASTS_A_PAGE = 60
CELLS_A_PAGE = 40
THINGS_A_PAGE = 40


@dataclass(slots=True)
class Ledger:
    """What the ledger's pages show, in the order in which they show it."""

    commitments: list[CommitmentEntry]
    forecasts: list[ForecastEntry]
    events: list[EventEntry]
    positions: Positions
    things: list[Thing]
    names: Names
    excerpts: Excerpts
    _timed: dict[str, list[Span]] = field(default_factory=dict)

    @property
    def dues(self) -> list[Due]:
        """The days by which something is to be done or expected, as far as they are known."""
        several: list[CommitmentEntry | ForecastEntry] = [*self.commitments, *self.forecasts]
        return [Due(entry) for entry in several if entry.due.anchor is not None]

    def settled(self) -> list[CommitmentEntry]:
        """The commitments of which something came, or whose day has passed."""
        return [one for one in self.commitments if one.status != "open"]

    def changed(self) -> list[Cell]:
        """The positions that moved, reversed ones first."""
        return self.positions.moved()

    def without_entry(self, days: Sequence[NamedDay]) -> Iterator[NamedDay]:
        """Those of ``days`` that no deadline, window or scheduled event of the ledger stands for."""
        for day in days:
            taken = self._timed.get(day.report.id, ())
            if not any(span.start < day.range[1] and day.range[0] < span.end for span in taken):
                yield day


def read_ledger(record: Source, pile: Survey) -> Ledger:
    """The ledger of ``record``, with the words that its pages quote."""
    reports = {row.id: row for row in pile.reports}
    names = Names(one.id for one in pile.speakers)
    excerpts = Excerpts()
    entries = Entries(reports, names, excerpts)
    commitments = entries.commitments(record.commitments())
    forecasts = entries.forecasts(record.forecasts())
    events = [one for one in entries.events(record.events()) if one.sightings]
    commitments = [one for one in commitments if one.sightings]
    forecasts = [one for one in forecasts if one.sightings]
    commitments.sort(key=lambda one: (COMMITMENT_STATUSES.index(one.status), *one.order))
    forecasts.sort(key=lambda one: (FORECAST_STATUSES.index(one.status), *one.order))
    events.sort(key=lambda one: (one.time.anchor is None, one.time.anchor or date.max, *one.order))
    sides = {one.actor.id: one.sides for one in record.spoken_for()}
    positions = Positions(record.positions(), sides, reports, pile.statements, names, excerpts)
    named = things(record.framing(), reports, names, excerpts)
    ledger = Ledger(commitments, forecasts, events, positions, named, names, excerpts)
    _place(ledger)
    excerpts.fill(record.reports())
    return ledger


def _place(ledger: Ledger) -> None:
    """Tell every entry on which page it is shown, and note which words for days belong to entries."""
    listings: tuple[tuple[Sequence[CommitmentEntry | ForecastEntry | Thing], str, int], ...] = (
        (ledger.commitments, "commitments/index", COMMITMENTS_A_PAGE),
        (ledger.forecasts, "forecasts/index", FORECASTS_A_PAGE),
        (ledger.things, "framing/index", THINGS_A_PAGE),
    )
    for rows, stem, size in listings:
        for place, row in enumerate(rows):
            row.lead_to(f"{page_path(stem, place // size + 1)}#{row.id}")
    for page in ledger.positions.pages:
        for place, cell in enumerate(page.ordered()):
            cell.link = f"{page_path(page.stem, place // CELLS_A_PAGE + 1)}#{cell.anchor}"
            for taken in cell.taken:
                taken.words.link = cell.link
    entries = [*(due.entry for due in ledger.dues), *(one for one in ledger.events if one.time.anchor is not None)]
    for entry in entries:
        for words in entry.sightings:
            spans = [mark.span for mark in words.marks if mark.role == "time"]
            ledger._timed.setdefault(words.report.id, []).extend(spans)
