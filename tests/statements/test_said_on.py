"""The dates of statements: the day named, what goes on from it, and no later than the report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from told import parsed

from onrecord.dating import find
from onrecord.domain import Actor, DateCandidate, DateEstimate, DateReason, Report
from onrecord.domain.dates import UNKNOWN_DATE
from onrecord.reading import report_from_text
from onrecord.statements.said_on import with_said_on

THURSDAY = date(2012, 5, 10)
ANA, PORT = Actor("Ana Cruz", "person"), Actor("Port of Oda", "organisation")


def dated(marked: str, published: date | DateEstimate | None = THURSDAY, *speakers: Actor) -> Report:
    text, statements = parsed(marked)
    who = speakers or (ANA,) * len(statements)
    report = report_from_text(text, published=published)
    found = tuple(replace(s, speaker=actor) for s, actor in zip(statements, who, strict=True))
    return with_said_on(replace(report, statements=found), find(text))


def days(report: Report) -> list[tuple[date | None, date | None, date | None]]:
    return [(s.said_on.best, s.said_on.earliest, s.said_on.latest) for s in report.statements]


def test_a_day_that_is_named_counts_from_the_reports() -> None:
    report = dated("<q1>“Never,”</q1> <s1>Ana Cruz</s1> <c1>said</c1> Monday.")
    assert days(report) == [(date(2012, 5, 7),) * 3]
    (reason,) = report.statements[0].said_on.reasons
    assert reason.span is not None
    assert reason.span.text == "Monday"


def test_an_interval_where_that_is_all_there_is() -> None:
    report = dated("<s1>Ana Cruz</s1> <c1>said</c1> last month <q1>that talks were over</q1>.")
    assert days(report) == [(None, date(2012, 4, 1), date(2012, 4, 30))]


def test_this_month_ends_with_the_report() -> None:
    report = dated("<s1>Ana Cruz</s1> <c1>said</c1> earlier this month <q1>that talks were over</q1>.")
    assert days(report) == [(None, date(2012, 5, 1), THURSDAY)]


def test_after_a_day() -> None:
    report = dated("After talks collapsed on Monday, <s1>Ana Cruz</s1> <c1>said</c1> <q1>it was over</q1>.")
    assert days(report) == [(None, date(2012, 5, 7), THURSDAY)]


def test_nothing_named_is_no_later_than_the_report() -> None:
    assert days(dated("<s1>Ana Cruz</s1> <c1>said</c1> <q1>it was over</q1>.")) == [(None, None, THURSDAY)]


def test_nothing_known_stays_unknown() -> None:
    for marked in (
        "<s1>She</s1> <c1>said</c1> <q1>it was over</q1>.",
        "<s1>She</s1> <c1>said</c1> Monday <q1>it was</q1>.",
    ):
        assert dated(marked, None).statements[0].said_on == UNKNOWN_DATE


def test_a_full_date_needs_no_report() -> None:
    report = dated("<s1>Ana Cruz</s1> <c1>said</c1> on 7 May 2012 <q1>that talks were over</q1>.", None)
    assert days(report) == [(date(2012, 5, 7),) * 3]


def test_what_goes_on_is_probably_of_the_same_day() -> None:
    report = dated(
        "<s1>Cruz</s1> <c1>said</c1> Monday <q1>it was over</q1>. <s2>She</s2> <c2>added</c2> <q2>“for good”</q2>."
    )
    first, second = (s.said_on for s in report.statements)
    assert first.candidates == (DateCandidate(date(2012, 5, 7), 1.0),)
    assert second.best == date(2012, 5, 7)
    assert second.candidates[0].weight < 1
    assert second.reasons[0].span == first.reasons[0].span


@pytest.mark.parametrize(
    "second",
    [
        "<s2>She</s2> <c2>had earlier said</c2> <q2>they were not</q2>.",
        "<s2>She</s2> <c2>has repeatedly warned</c2> <q2>of it</q2>.",
        "One.\n\nTwo.\n\nThree.\n\nFour.\n\n<s2>She</s2> <c2>said</c2> <q2>no</q2>.",
    ],
)
def test_what_does_not_go_on(second: str) -> None:
    report = dated(f"<s1>Ana Cruz</s1> <c1>said</c1> Monday <q1>that talks were over</q1>. {second}")
    assert report.statements[1].said_on.best is None


def test_others_do_not_go_on_from_it() -> None:
    marked = (
        "<s1>Cruz</s1> <c1>said</c1> Monday <q1>it was over</q1>. <s2>The port</s2> <c2>said</c2> <q2>it was not</q2>."
    )
    assert dated(marked, THURSDAY, ANA, PORT).statements[1].said_on.best is None


def test_an_uncertain_report_gives_candidates() -> None:
    either = DateEstimate(
        date(2012, 5, 10),
        date(2012, 5, 10),
        date(2012, 5, 17),
        (DateCandidate(date(2012, 5, 10), 0.6), DateCandidate(date(2012, 5, 17), 0.4)),
        (DateReason("a Thursday in May", "text"),),
    )
    said = dated("<q1>“Never,”</q1> <s1>Ana Cruz</s1> <c1>said</c1> Monday.", either).statements[0].said_on
    assert (said.best, said.earliest, said.latest) == (date(2012, 5, 7), date(2012, 5, 7), date(2012, 5, 14))
    assert said.candidates == (DateCandidate(date(2012, 5, 7), 0.6), DateCandidate(date(2012, 5, 14), 0.4))


def test_a_day_ahead_of_the_report_is_not_when_it_was_said() -> None:
    report = dated("<s1>Ana Cruz</s1> <c1>said</c1> on 20 May 2012 <q1>that talks were over</q1>.")
    assert days(report) == [(None, None, THURSDAY)]
