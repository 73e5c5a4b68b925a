"""By when, as words of a report and as days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import onrecord
from onrecord.actors.tokens import tokenize
from onrecord.domain import UNKNOWN_DATE, DateEstimate, DateReason, Report
from onrecord.ledger.windows import days_meant, window_words

WEDNESDAY = date(2019, 5, 8)


def _words(text: str) -> tuple[Report, str | None]:
    report = onrecord.read(text, published=WEDNESDAY)
    tokens = tokenize(report.text)
    words = window_words(report, tokens, 0, len(tokens))
    return report, words.text if words is not None else None


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest"),
    [
        ("The ships will leave by Friday.", "by Friday", None, date(2019, 5, 10)),
        ("The ships will leave before the vote on May 20.", "before the vote on May 20", None, date(2019, 5, 20)),
        ("The ships will leave within two weeks.", "within two weeks", None, date(2019, 5, 22)),
        ("The ships will leave after May 20.", "after May 20", date(2019, 5, 20), None),
        ("The ships will leave in late June.", "in late June", date(2019, 6, 21), date(2019, 6, 30)),
        ("The ships will leave much earlier than July.", "much earlier than July", None, date(2019, 6, 30)),
        ("The ships will leave no earlier than July.", "no earlier than July", date(2019, 7, 1), None),
        (
            "OSLO, May 8, 2019 (Harbour News) - The ships will leave within two months, the ministry said.",
            "within two months",
            None,
            date(2019, 7, 8),
        ),
        ("The ships will leave tomorrow.", "tomorrow", date(2019, 5, 9), date(2019, 5, 9)),
    ],
)
def test_words_and_days(text: str, words: str, earliest: date | None, latest: date | None) -> None:
    report, found = _words(text)
    assert found == words
    span = window_words(report, tokenize(report.text), 0, len(tokenize(report.text)))
    days = days_meant(report, span)
    assert (days.earliest, days.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "The ships will leave.",
        "The ships will leave every Friday.",  # a habit
        "The ships will leave now.",
        "The 1987 fishing pact will hold.",  # a name
        "The ships stayed for two weeks.",  # a length
        "The ships left on May 2.",  # over
    ],
)
def test_no_words(text: str) -> None:
    assert _words(text)[1] is None


def test_no_words_mean_no_days() -> None:
    report, _ = _words("The ships will leave.")
    assert not days_meant(report, None).reasons


def test_a_deadline_of_two_days_means_none() -> None:
    report, _ = _words("One deadline is May 20, the other deadline is June 3. The ships leave by the deadline.")
    span = window_words(report, tokenize(report.text), 13, len(tokenize(report.text)))
    assert span is not None
    assert not days_meant(report, span).reasons


def test_the_time_for_which_something_is_due_is_not_by_when_it_is_done() -> None:
    assert _words("Norway would pay the dues for this year by the end of July.")[1] == "by the end of July"


def test_a_month_that_was_over_when_the_pile_dated_the_report_is_that_of_the_next_year() -> None:
    text = "The ships will leave before March, the ministry said."
    undated = onrecord.read(text)
    words = window_words(undated, tokenize(text), 0, len(tokenize(text)))
    assert words is not None
    march = replace(undated.times[0], value="2018-03")
    known = DateEstimate.known(date(2018, 12, 1), DateReason("given", "given"))
    dated = replace(undated, published=known, times=(march,))
    assert days_meant(dated, words).latest == date(2019, 2, 28)
    long_ago = replace(dated, times=(replace(march, value="2016-03"),))
    assert days_meant(long_ago, words) == UNKNOWN_DATE
