"""Happenings of reports that were made up for this."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import onrecord
from onrecord.domain import DateCandidate, DateEstimate, Happening, Report
from onrecord.ledger.events import happenings
from onrecord.ledger.recounting import recounted

MONDAY = date(2019, 3, 11)


def _told(text: str, published: date | None = MONDAY) -> dict[str, Happening]:
    report = onrecord.read(text, published=published)
    return {happening.trigger.text: happening for happening in report.happenings}


def test_a_deed_with_its_day_place_and_numbers() -> None:
    found = _told("On March 8, police in Rotterdam detained 40 dockers. The strike goes on.")
    detained = found["detained"]
    assert detained.state == "happened"
    assert detained.when.best == date(2019, 3, 8)
    assert detained.time is not None
    assert detained.time.text == "March 8"
    assert detained.place is not None
    assert detained.place.text == "Rotterdam"
    assert [figure.text for figure in detained.figures] == ["40 dockers"]
    assert detained.act is not None
    assert detained.act.code == "COERCE"


@pytest.mark.parametrize(
    "text",
    [
        "A debate in the council was set for March 19.",
        "The council is scheduled to hold a debate on March 19.",
        "The council is due to hold a debate on March 19, its chair said.",
        "The council will hold a debate on March 19.",
        "The ministers left the room. They avoided the debate set for March 19.",
    ],
)
def test_what_is_set_for_a_day(text: str) -> None:
    planned = [one for one in _told(text).values() if one.state == "scheduled"]
    assert len(planned) == 1
    assert planned[0].when.best == date(2019, 3, 19)


def test_called_off_and_put_off() -> None:
    assert _told("The council cancelled the debate.")["debate"].state == "cancelled"
    moved = _told("The debate was postponed until March 26.")["debate"]
    assert moved.state == "moved"
    assert moved.when.best == date(2019, 3, 26)


def test_a_noun_with_its_day() -> None:
    found = _told("The two sides failed to agree at talks on Friday in Geneva.")
    assert found["talks"].state == "happened"
    assert found["talks"].when.best == date(2019, 3, 8)


@pytest.mark.parametrize(
    "text",
    [
        "If the police detain the dockers, the port will stand still.",
        "The police did not detain the dockers.",
        "The union fears that the police will detain the dockers.",
        "The union demanded talks on Friday.",
        "The police often detained dockers.",
        "The port lies on the river and has three cranes.",
        "The union denied that dockers blocked the road.",
    ],
)
def test_no_event(text: str) -> None:
    assert {one.trigger.text for one in _told(text).values()} <= {"demanded", "denied"}


def test_what_is_past_without_a_day_is_no_later_than_the_report() -> None:
    when = _told("Norway closed its border with Finland.")["closed"].when
    assert (when.best, when.earliest, when.latest) == (None, None, MONDAY)


def test_nothing_is_known_of_the_day_in_a_report_without_one() -> None:
    text = "Norway closed its border with Finland."
    when = _told(text, None)["closed"].when
    assert (when.best, when.earliest) == (None, None)


def _dated(report: Report, published: DateEstimate) -> Report:
    from onrecord.dating import redated

    return recounted(redated(report, published))


def test_counting_again_gives_what_a_dated_report_gives() -> None:
    text = "Police in Rotterdam detained 40 dockers on Friday. A hearing is set for Wednesday, the court said."
    undated = onrecord.read(text)
    known = onrecord.read(text, published=MONDAY)
    assert _dated(undated, known.published).happenings == known.happenings


def test_each_day_that_the_report_may_be_of_gives_one() -> None:
    report = onrecord.read("Police in Rotterdam detained 40 dockers on Friday.")
    days = (DateCandidate(date(2019, 3, 11), 0.6), DateCandidate(date(2019, 3, 18), 0.4))
    unsure = DateEstimate(None, date(2019, 3, 11), date(2019, 3, 18), days)
    (detained,) = (one for one in recounted(replace(report, published=unsure)).happenings)
    assert detained.when.earliest == date(2019, 3, 8)
    assert detained.when.latest == date(2019, 3, 15)


def test_order_and_evidence() -> None:
    text = "Norway closed its border. On Friday, 300 people demonstrated in Oslo, and police arrested two students."
    report = onrecord.read(text, published=MONDAY)
    assert list(report.happenings) == sorted(report.happenings, key=lambda one: one.span.start)
    assert happenings(report) == report.happenings
    for one in report.happenings:
        for span in one.spans:
            assert text[span.start : span.end] == span.text
