"""Events, deadlines and forecasts on the timeline, in its drawing and in the TimelineJS export."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import ledger_pile as piles
import pytest
from dossier_page import Page, visible
from dossier_pile import Pile

from onrecord.domain import DateEstimate, EventState, TimeExpression
from onrecord.publishing.dossier import write_dossier
from onrecord.publishing.dossier.chart import Column, chart
from onrecord.publishing.dossier.chronology import Entry, chronology
from onrecord.publishing.dossier.ledger.entries import Due, EventEntry
from onrecord.publishing.dossier.ledger.gathering import read_ledger
from onrecord.publishing.dossier.survey import survey
from onrecord.publishing.timelinejs import write_timelinejs


def entries_of(pile: Pile) -> list[Entry]:
    surveyed = survey(pile)
    ledger = read_ledger(pile, surveyed)
    surveyed.named_days = list(ledger.without_entry(surveyed.named_days))
    return chronology(surveyed, ledger.events, ledger.dues)


def column_on(pile: Pile, day: date) -> Column:
    entries = entries_of(pile)
    drawn = chart(entries, {entry.time.id: "timeline.html" for entry in entries})
    assert drawn is not None
    return [column for column in drawn.columns if column.first <= day][-1]


def names(entries: list[Entry]) -> list[tuple[str, str]]:
    found = []
    for entry in entries:
        if isinstance(entry.item, EventEntry):
            found.append((entry.time.label, entry.item.subject))
        elif isinstance(entry.item, Due):
            found.append((entry.time.label, entry.item.entry.kind))
    return found


def test_they_stand_at_their_days() -> None:
    pile = replace(piles.ledger_pile(), all_commitments=(piles.commitment(1),), all_forecasts=(piles.forecast(1),))
    assert names(entries_of(pile)) == [
        ("2 March 2031", "sank"),
        ("1 May 2031", "commitment"),
        ("9 May 2031", "hearing"),
        ("in June 2031", "forecast"),
    ]


@pytest.mark.parametrize(
    ("state", "happened", "pending"),
    [
        ("happened", 1, 0),
        ("held", 1, 0),
        ("scheduled", 0, 1),
        ("moved", 0, 1),
        ("cancelled", 0, 1),
        ("unknown", 0, 1),
    ],
)
def test_only_what_took_place_is_drawn_full(state: EventState, happened: int, pending: int) -> None:
    pile = replace(piles.ledger_pile(), all_events=(replace(piles.SINKING, state=state),))
    column = column_on(pile, date(2031, 3, 2))
    assert (column.happened, column.pending) == (happened, pending)


def test_a_deadline_is_drawn_full_once_a_report_tells_what_came_of_it() -> None:
    pile = piles.ledger_pile()
    column = column_on(pile, date(2031, 5, 1))
    assert (column.dues, column.settled) == (3, 1)


def test_an_event_of_uncertain_date_is_drawn_as_one() -> None:
    some = replace(piles.SINKING, when=DateEstimate(None, date(2031, 3, 1), date(2031, 3, 9)))
    entries = entries_of(replace(piles.ledger_pile(), all_events=(some,)))
    drawn = chart(entries, {entry.time.id: "timeline.html" for entry in entries})
    assert drawn is not None
    assert any("between 1 and 9 March 2031: 1 event" in one.label for one in drawn.whiskers)
    assert not any(column.happened for column in drawn.columns)


def test_days_that_an_entry_stands_for_are_not_told_twice() -> None:
    times = (
        TimeExpression(piles.words(piles.FIRST, "1 May"), "DATE", "2031-05-01"),
        TimeExpression(piles.words(piles.FIRST, "June"), "DATE", "2031-06"),
    )
    first = replace(piles.FIRST, times=times)
    with_both = piles.ledger_pile(first, piles.SECOND, piles.THIRD)
    assert len(survey(with_both).named_days) == 2

    def left(pile: Pile) -> list[str]:
        surveyed = survey(pile)
        return [day.words for day in read_ledger(pile, surveyed).without_entry(surveyed.named_days)]

    assert left(with_both) == []
    assert left(replace(with_both, all_forecasts=())) == ["June"]


def test_the_page_tells_counts_and_what_reports_differ_on(tmp_path: Path) -> None:
    write_dossier(piles.ledger_pile(), tmp_path / "d")
    html = (tmp_path / "d/timeline.html").read_text(encoding="utf-8")
    assert 'id="e_0000000000000001"' in html
    text = visible(html)
    assert len(Page(html).ids) == len(set(Page(html).ids))
    assert "2 reports, 2 independent sources" in text
    assert "The reports differ on the number: “ 12 people ” in" in text
    assert "“ &lt;2 March&gt; ”" in text
    assert "1 more telling" in text
    assert "Deadline: acted against Tarn will not reopen the ferry line to Ombar by 1 May 2031" in text
    assert "Expected by then: came true The report itself expects ( likely ): resume in June in June 2031" in text
    assert "scheduled hearing" in text


def test_an_event_without_a_date_is_listed_with_its_report(tmp_path: Path) -> None:
    pile = replace(piles.ledger_pile(), all_events=(replace(piles.SINKING, when=DateEstimate()),))
    write_dossier(pile, tmp_path / "d")
    html = (tmp_path / "d/timeline.html").read_text(encoding="utf-8")
    assert 'id="e_0000000000000001"' in html.partition('id="no-date"')[2]


def test_timelinejs_has_them_escaped_and_in_groups(tmp_path: Path) -> None:
    write_timelinejs(piles.ledger_pile(), tmp_path / "t.json")
    events = json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))["events"]
    groups = {each["unique_id"]: each for each in events}
    assert groups["e_0000000000000001"]["group"] == "Events"
    assert groups["e_0000000000000001"]["start_date"] == {"year": 2031, "month": 3, "day": 2}
    assert "2 reports, 2 independent sources" in groups["e_0000000000000001"]["text"]["text"]
    assert "&lt;2 March&gt;" in groups["e_0000000000000001"]["text"]["text"]
    due = groups["c_0000000000000001-due"]
    assert (due["group"], due["display_date"]) == ("Deadlines", "1 May 2031")
    assert due["text"]["headline"] == "Tarn will not: reopen the ferry line to Ombar"
    assert "boats ran &lt;u&gt;again&lt;/u&gt;" in due["text"]["text"]
    window = groups["f_0000000000000001-due"]
    assert window["group"] == "Forecasts"
    assert window["end_date"] == {"year": 2031, "month": 6, "day": 30}
    assert len(groups) == len(events)


def test_the_same_record_gives_the_same_file(tmp_path: Path) -> None:
    write_timelinejs(piles.ledger_pile(), tmp_path / "a.json")
    write_timelinejs(piles.ledger_pile(piles.THIRD, piles.SECOND, piles.FIRST), tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
