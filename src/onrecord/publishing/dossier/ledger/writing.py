"""Writes the ledger's pages: positions, questions, commitments, forecasts and framing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.publishing.dossier.ledger.alignments import pairs
from onrecord.publishing.dossier.ledger.entries import (
    COMMITMENT_STATUSES,
    FORECAST_STATUSES,
    CommitmentEntry,
    ForecastEntry,
)
from onrecord.publishing.dossier.ledger.gathering import (
    CELLS_A_PAGE,
    COMMITMENTS_A_PAGE,
    FORECASTS_A_PAGE,
    THINGS_A_PAGE,
    Ledger,
)
from onrecord.publishing.dossier.ledger.grounds import grounds_of
from onrecord.publishing.dossier.ledger.matrix import matrices
from onrecord.publishing.dossier.ledger.names import Name
from onrecord.publishing.dossier.ledger.positions import Cell
from onrecord.publishing.dossier.paging import paged
from onrecord.publishing.dossier.site import Site

_MOST_PAIRS = 30
_GLIMPSES = 5
_MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class Tally:
    """How many entries have a status, and where the first of them is, from the dossier's root ("" where none is)."""

    status: str
    number: int
    link: str


@dataclass(frozen=True, slots=True)
class Glance:
    """The ledger in few lines, for the overview."""

    commitments: tuple[Tally, ...]
    forecasts: tuple[Tally, ...]
    settled: Sequence[CommitmentEntry]
    changed: Sequence[Cell]
    steady: Sequence[Cell]
    questions: int
    positions: int
    actors: int
    events: int
    contested: int

    @property
    def anything(self) -> bool:
        """Whether there is anything in the ledger."""
        counts = sum(one.number for one in (*self.commitments, *self.forecasts))
        return bool(counts or self.positions or self.events or self.contested)


def write_ledger(site: Site, ledger: Ledger) -> None:
    """Write the pages of positions, commitments, forecasts and framing."""
    _write_positions(site, ledger)
    tallies, whose = commitment_tally(ledger), _whose(ledger.commitments)
    for page in paged(ledger.commitments, "commitments/index", COMMITMENTS_A_PAGE):
        site.page("commitments.html", page.path, section="commitments", page=page, tallies=tallies, whose=whose)
    tallies, whose = forecast_tally(ledger), _whose(ledger.forecasts)
    for forecasts in paged(ledger.forecasts, "forecasts/index", FORECASTS_A_PAGE):
        site.page("forecasts.html", forecasts.path, section="forecasts", page=forecasts, tallies=tallies, whose=whose)
    for things in paged(ledger.things, "framing/index", THINGS_A_PAGE):
        site.page("framing.html", things.path, section="framing", page=things)


def _whose(entries: Sequence[CommitmentEntry] | Sequence[ForecastEntry]) -> list[tuple[Name, int]]:
    """Who has most of them, of those who have a page."""
    counts = Counter(entry.who for entry in entries if entry.who is not None and entry.who.page)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST_NAMES]


def glance(ledger: Ledger) -> Glance:
    """What the overview shows."""
    return Glance(
        commitment_tally(ledger),
        forecast_tally(ledger),
        ledger.settled()[:_GLIMPSES],
        ledger.changed()[:_GLIMPSES],
        ledger.positions.steadiest()[: max(0, _GLIMPSES - len(ledger.changed()))],
        len(ledger.positions.pages),
        sum(page.sightings for page in ledger.positions.pages),
        len({key for page in ledger.positions.pages for key in page.cells}),
        len(ledger.events),
        sum(thing.contested for thing in ledger.things),
    )


def commitment_tally(ledger: Ledger) -> tuple[Tally, ...]:
    """How many commitments have each status."""
    return _tally(ledger.commitments, COMMITMENT_STATUSES)


def forecast_tally(ledger: Ledger) -> tuple[Tally, ...]:
    """How many forecasts have each status."""
    return _tally(ledger.forecasts, FORECAST_STATUSES)


def _tally(entries: Sequence[CommitmentEntry] | Sequence[ForecastEntry], statuses: Sequence[str]) -> tuple[Tally, ...]:
    counts = Counter(str(entry.status) for entry in entries)
    first: dict[str, str] = {}
    for entry in entries:
        first.setdefault(entry.status, entry.link)
    return tuple(Tally(status, counts[status], first.get(status, "")) for status in statuses)


def _write_positions(site: Site, ledger: Ledger) -> None:
    positions = ledger.positions
    compared = pairs(positions, ledger.names)
    for page in paged(list(matrices(positions.pages)), "positions/index", 1):
        first = page.number == 1
        site.page(
            "positions.html",
            page.path,
            section="positions",
            page=page,
            matrix=page.rows[0] if page.rows else None,
            questions=positions.pages,
            pairs=compared[:_MOST_PAIRS] if first else [],
            more_pairs=max(0, len(compared) - _MOST_PAIRS),
            moved=positions.moved() if first else [],
        )
    for question in positions.pages:
        grounds = grounds_of(question)
        for cells in paged(question.ordered(), question.stem, CELLS_A_PAGE):
            site.page(
                "question.html",
                cells.path,
                section="positions",
                page=cells,
                question=question,
                grounds=grounds if cells.number == 1 else [],
            )
