"""Writes the timeline: all that is dated in order of date on pages, with an overview on the first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.publishing.dossier.chart import COLUMNS_HEIGHT, LANE, TITLE, chart
from onrecord.publishing.dossier.chronology import Entry, chronology, moments
from onrecord.publishing.dossier.ledger.entries import Due, EventEntry
from onrecord.publishing.dossier.ledger.gathering import Ledger
from onrecord.publishing.dossier.named_days import NamedDay
from onrecord.publishing.dossier.paging import Page, paged
from onrecord.publishing.dossier.search_data import call
from onrecord.publishing.dossier.site import Site
from onrecord.publishing.dossier.survey import ReportRow, Survey

_ENTRIES_A_PAGE = 200

_NOBODY = -1
_NO_STATEMENT = -2
"""What stands for the speaker of a statement whose speaker is unknown, and of what is no statement."""


class Places:
    """The positions of reports and speakers in the data that pages of statements and timelines share."""

    def __init__(self, pile: Survey) -> None:
        self._reports: Mapping[str, int] = {row.id: at for at, row in enumerate(pile.reports)}
        self._speakers: Mapping[str, int] = {one.id: at for at, one in enumerate(pile.speakers)}

    def of(self, entry: Entry) -> tuple[int, int]:
        """The speaker's position and the report's."""
        item = entry.item
        if isinstance(item, ReportRow):
            return _NO_STATEMENT, self._reports[item.id]
        if isinstance(item, NamedDay | EventEntry | Due):
            return _NO_STATEMENT, self._reports[item.report.id]
        return self._speakers[item.speaker.id] if item.speaker else _NOBODY, self._reports[item.report.id]

    def report(self, row: ReportRow) -> int:
        return self._reports[row.id]

    def speaker(self, actor_id: str) -> int:
        return self._speakers[actor_id] if actor_id else _NOBODY


def write_timeline(site: Site, pile: Survey, pages: Sequence[Page[Entry]], ledger: Ledger) -> None:
    """Write ``timeline.html``, the pages that follow it, and the data by which they are filtered."""
    entries = [entry for page in pages for entry in page.rows]
    places = Places(pile)
    overview = chart(entries, _links(pages))
    for page in pages:
        before = entries[page.first - 2] if page.first > 1 else None
        site.page(
            "timeline.html",
            page.path,
            section="chronology",
            page=page,
            moments=list(moments(page.rows, before)),
            chart=overview if page.number == 1 else None,
            drawing={"height": COLUMNS_HEIGHT, "lane": LANE, "title": TITLE},
            undated=sum(1 for entry in entries if entry.time.anchor is None),
            undated_page=next((each.path for each in pages if any(one.time.anchor is None for one in each.rows)), ""),
            places=places,
            survey=pile,
            ledger=ledger,
        )
    site.text("timeline/pages.js", call("pages", [_tally(page.rows, places) for page in pages]))


def timeline_pages(pile: Survey, ledger: Ledger) -> list[Page[Entry]]:
    """The timeline's pages. Every event learns on which of them it is shown."""
    pages = list(paged(chronology(pile, ledger.events, ledger.dues), "timeline", _ENTRIES_A_PAGE))
    for page in pages:
        for entry in page.rows:
            if isinstance(entry.item, EventEntry):
                entry.item.lead_to(f"{page.path}#{entry.item.id}")
    return pages


def _links(pages: Sequence[Page[Entry]]) -> dict[str, str]:
    """Where each place in time begins, from the dossier's root."""
    found: dict[str, str] = {}
    for page in pages:
        for entry in page.rows:
            found.setdefault(entry.time.id, f"{page.path}#{entry.time.id}")
    return found


def _tally(entries: Sequence[Entry], places: Places) -> list[list[int]]:
    """How many entries there are of each speaker in each report."""
    counts = Counter(places.of(entry) for entry in entries)
    return [[speaker, report, number] for (speaker, report), number in sorted(counts.items())]
