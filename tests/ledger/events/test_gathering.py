"""What is one event in several reports that were made up for this."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import onrecord
from onrecord.domain import Event
from onrecord.ledger.entries import entry_of
from onrecord.ledger.events import gathered

FIRST = (date(2019, 3, 11), "Norway closed its border with Finland on Friday. A summit in Geneva is set for March 14.")
SECOND = (date(2019, 3, 12), "Norway closed the border with Finland last Friday. France has 40 museums.")
HELD = (date(2019, 3, 15), "The summit in Geneva was held on March 14. Eleven ministers came.")
OFF = (date(2019, 3, 13), "The summit in Geneva was cancelled. Nobody said why.")
LATER = (date(2019, 5, 2), "France recalled its ambassador to Chad on Tuesday.")


def _events(*told: tuple[date, str]) -> tuple[Event, ...]:
    entries = [entry_of(onrecord.read(text, published=day)) for day, text in told]
    return gathered(sorted(entries, key=lambda entry: entry.order))


def _named(events: tuple[Event, ...], trigger: str) -> Event:
    (event,) = (event for event in events if event.happening.trigger.text == trigger)
    return event


def test_one_event_in_two_reports() -> None:
    event = _named(_events(FIRST, SECOND), "closed")
    assert len(event.sightings) == 2
    assert event.first == event.sightings[0]
    assert event.when.best == date(2019, 3, 8)


def test_another_day_is_another_event() -> None:
    other = (date(2019, 4, 8), "Norway closed its border with Finland on Friday.")
    assert len([one for one in _events(FIRST, other) if one.happening.trigger.text == "closed"]) == 2


def test_a_plan_that_was_kept() -> None:
    event = _named(_events(FIRST, HELD), "summit")
    assert event.state == "held"
    (step,) = event.history
    assert step.status == "held"
    assert step.sighting == event.first
    assert step.words
    assert step.report != event.first.report


def test_a_plan_that_was_called_off() -> None:
    event = _named(_events(FIRST, OFF), "summit")
    assert event.state == "cancelled"
    assert [step.status for step in event.history] == ["cancelled"]


def test_a_plan_of_which_no_report_tells_more() -> None:
    event = _named(_events(FIRST, LATER), "summit")
    assert event.state == "unknown"
    (step,) = event.history
    assert (step.report, step.words) == ("", ())


def test_a_plan_that_lies_ahead() -> None:
    assert _named(_events(FIRST), "summit").state == "scheduled"


def test_days_that_reports_disagree_on() -> None:
    other = (date(2019, 3, 12), "Norway closed its border with Finland on Saturday.")
    event = _named(_events(FIRST, other), "closed")
    (disagreement,) = event.disagreements
    assert (disagreement.what, disagreement.these, disagreement.those) == ("date", "2019-03-08", "2019-03-09")


def test_numbers_that_reports_disagree_on() -> None:
    one = (date(2019, 3, 11), "Police in Oslo arrested 40 students on Friday.")
    other = (date(2019, 3, 11), "Police in Oslo arrested 52 students on Friday.")
    event = _named(_events(one, other), "arrested")
    assert {(told.these, told.those) for told in event.disagreements} in (
        {("40 students", "52 students")},
        {("52 students", "40 students")},
    )


def test_the_order_of_reports_makes_no_difference() -> None:
    told = (FIRST, SECOND, HELD, LATER)
    assert len({_events(*some) for some in permutations(told)}) == 1
