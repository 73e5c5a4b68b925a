"""When an undated report was published, by its own words; and when a dated one can't be of its day."""

from __future__ import annotations

import random
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dating import date_of, find, redated
from onrecord.dating.clues import clues
from onrecord.domain import UNKNOWN_DATE, DateEstimate, DateReason, Report
from onrecord.reading import report_from_text
from onrecord.reading.given_dates import given_estimate

WIRE = (
    "Talks on the dam end\n\nPORT HALE, May 8 (Lake Wire) - Ministers of the two states ended their talks on Tuesday "
    "without an agreement, the minister said.\n\nThe dam, which was damaged in late 2011, is to be opened in June."
)


def dated(text: str, published: DateEstimate | None = None) -> DateEstimate:
    report = report_from_text(text, published=published)
    return date_of(report, find(report.text, [(span.start, span.end) for span in report.chrome]))


def test_a_dateline_a_weekday_and_a_year_gone_by_leave_one_day() -> None:
    found = dated(WIRE)  # 8 May was a Tuesday in 2007, 2012 and 2018
    assert found.best == date(2012, 5, 8)
    assert found.candidates[0].weight > 0.6
    assert found.earliest is not None and found.latest is not None
    assert date(2011, 5, 1) < found.earliest <= date(2012, 5, 8) <= found.latest


def test_every_reason_quotes_the_report() -> None:
    found = dated(WIRE)
    assert {reason.span.text for reason in found.reasons if reason.span} >= {"May 8", "Tuesday", "late 2011"}
    assert all(reason.span is not None and reason.span.check(WIRE) for reason in found.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The council met.",
        "Is it done?\n\nNobody knows, the mayor said on Friday.",
        "x" * 5000,
        "We will see in a week.",
    ],
)
def test_a_text_with_nothing_to_go_on_has_an_unknown_date(text: str) -> None:
    assert dated(text) == UNKNOWN_DATE


def test_a_weekday_alone_is_no_date() -> None:
    assert dated("The council of the port voted on Tuesday to close the quay, the harbour master said.").best is None


@pytest.mark.parametrize(
    ("named", "since", "gone"),
    [
        ("President Bill Clinton", 1993, 2001),
        ("Secretary-General Ban Ki-moon", 2007, 2016),
        ("Prime Minister Theresa May", 2016, 2019),
    ],
)
def test_an_officeholder_bounds_the_date(named: str, since: int, gone: int) -> None:
    found = dated(f"{named} told the ministers in Port Hale that the dam would be closed, the envoys of both said.")
    assert found.earliest is not None and since - 3 <= found.earliest.year <= since
    assert found.latest is None or found.latest.year >= gone
    (reason,) = found.reasons
    assert reason.origin == "public" and reason.span is not None and reason.span.text == named


@pytest.mark.parametrize("before", ["Former ", "former ", "then-", "ex-"])
def test_a_former_officeholder_does_not(before: str) -> None:
    assert (
        dated(f"{before}President Bill Clinton told the envoys in Port Hale that the dam would be closed.")
        == UNKNOWN_DATE
    )


def test_a_title_with_another_persons_name_says_nothing() -> None:
    assert (
        dated("President Ada Clinton told the envoys of Norvenia in Port Hale that the dam would close.")
        == UNKNOWN_DATE
    )


def test_a_name_is_not_used_before_it_came_up() -> None:
    found = dated(
        "The ministry of Norvenia said in Port Hale that the African Union had been asked to send its envoys there."
    )
    assert found.earliest is not None and date(2000, 1, 1) < found.earliest < date(2003, 1, 1)
    assert [reason.span.text for reason in found.reasons if reason.span] == ["African Union"]


def stated(day: str, origin: str = "page") -> DateEstimate:
    return DateEstimate.known(date.fromisoformat(day), DateReason(f"the page says {day}", origin))


def test_a_stated_day_that_fits_is_believed_as_it_is() -> None:
    assert dated(WIRE, stated("2012-05-08")) == stated("2012-05-08")
    assert dated(WIRE, stated("2012-05-09")) == stated("2012-05-09")


def test_a_stated_day_that_the_words_contradict_is_flagged_and_not_believed() -> None:
    found = dated(WIRE, stated("2019-11-30"))
    assert found.best == date(2012, 5, 8)
    assert [reason.text for reason in found.reasons if reason.against] == ["the page says 2019-11-30"]
    assert any(reason.span is not None and not reason.against for reason in found.reasons)


def test_what_a_person_gives_is_never_doubted() -> None:
    given_day = given_estimate("2019-11-30", "--published")
    assert dated(WIRE, given_day) == given_day


def test_a_span_of_time_that_a_person_gives_is_narrowed_by_the_words() -> None:
    text = WIRE.replace("which was damaged in late 2011, ", "")
    found = dated(text, given_estimate("2016/2019", "published.csv"))
    assert found.best == date(2018, 5, 8)
    assert found.reasons[0].origin == "given" and not found.reasons[0].against
    found = dated("The quay was closed, the mayor said.", given_estimate("2018-05", "published.csv"))
    assert (found.best, found.earliest, found.latest) == (None, date(2018, 5, 1), date(2018, 5, 31))


def test_times_are_counted_from_the_new_day() -> None:
    report = report_from_text(WIRE)
    changed = redated(report, dated(WIRE))
    assert [one.value for one in changed.times if one.span.text == "Tuesday"] == ["2012-05-08"]


@given(st.text(max_size=300) | st.lists(st.sampled_from(WIRE.split(" ")), max_size=60).map(" ".join))
def test_any_text_can_be_dated(text: str) -> None:
    report = report_from_text(text)
    found = dated(text)
    Report(name="", text=text, sha256=report.sha256, published=found)  # raises if a reason quotes what is not there
    if found.best is not None:
        assert found.best == found.candidates[0].value
        assert (found.earliest or date.min) <= found.best <= (found.latest or date.max)
    assert sum(candidate.weight for candidate in found.candidates) <= 1.001


def test_five_megabytes_of_digits_and_weekdays_take_seconds() -> None:
    words = ["Monday", "Sunday", "12", "1999", "May", "7", "2008", "on", "President", "Putin", "SARSx", "Dec.", "late"]
    dice = random.Random(0)
    line = " ".join(dice.choices(words, k=1_000_000))[:5_000_000]
    report = Report(name="", text=line, sha256="")
    times = find(line, ())
    started = time.monotonic()
    date_of(report, times)
    assert time.monotonic() - started < 20


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The May 3 deadline ran out in silence.", "deadline"),
        ("Talks go on before a deadline of May 3, and nobody expects much of them.", "deadline"),
        ("The ultimatum expires on May 3, and nobody expects much of it.", "deadline"),
        ("The ferry sank on May 3 off the deadline-free coast.", "past"),
    ],
)
def test_a_deadline_is_named_when_it_is_near(text: str, standing: str) -> None:
    (clue,) = [clue for clue in clues(text, find(text), ()) if clue.kind == "day"]
    assert clue.standing == standing
