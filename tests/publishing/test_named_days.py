"""Days that reports name ahead: which ones, how certain, and in which words."""

from __future__ import annotations

from datetime import date

import dossier_pile as piles
import pytest

from onrecord.domain import UNKNOWN_DATE, DateCandidate, DateEstimate, Report, Span, TimeExpression
from onrecord.publishing.dossier.evidence import evidence_markup
from onrecord.publishing.dossier.named_days import NamedDay, days_of
from onrecord.publishing.dossier.survey import survey

TEXT = (
    "The harbour board met on Monday, May 7. A vote on the new pier is set for Thursday, May 10, said Mr. Quist.\n"
    "Nobody has set a day for the rest.\n"
)
MONDAY = piles.on(2012, 5, 7)


def dated(published: DateEstimate, *times: tuple[str, str], text: str = TEXT) -> Report:
    def expression(words: str, value: str) -> TimeExpression:
        at = text.index(words)
        kind = "DURATION" if value.startswith("P") else "TIME" if "T" in value else "DATE"
        return TimeExpression(Span.of(text, at, at + len(words)), kind, value)  # type: ignore[arg-type]

    return piles.report("pier.txt", text, published=published, times=tuple(expression(*one) for one in times))


def named(published: DateEstimate, *times: tuple[str, str], text: str = TEXT) -> list[NamedDay]:
    return survey(piles.Pile((dated(published, *times, text=text),))).named_days


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2012-05-10", (2012, 5, 10), (2012, 5, 10)),
        ("2012-05-10T14:30", (2012, 5, 10), (2012, 5, 10)),
        ("2012-05-10TEV", (2012, 5, 10), (2012, 5, 10)),
        ("2012-02", (2012, 2, 1), (2012, 2, 29)),
        ("2012-W20", (2012, 5, 14), (2012, 5, 20)),
        ("2012-W20-WE", (2012, 5, 19), (2012, 5, 20)),
        ("9999-12", (9999, 12, 1), (9999, 12, 31)),
    ],
)
def test_values_as_short_as_a_month_are_days(
    value: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert days_of(value) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "value",
    [
        *("2012", "201", "2012-SU", "2012-Q2", "FUTURE_REF", "XXXX-05-10", "XXXX-WXX-4", "P10D"),
        *("", "2012-13", "2012-02-30", "2012-W60", "0000-01-01", "2012-05-10-11"),
    ],
)
def test_other_values_are_none(value: str) -> None:
    assert days_of(value) is None


def test_only_what_lies_after_the_report_is_named_ahead() -> None:
    (vote,) = named(MONDAY, ("Monday, May 7", "2012-05-07"), ("Thursday, May 10", "2012-05-10"))
    assert (vote.before, vote.words, vote.after) == (
        "A vote on the new pier is set for ",
        "Thursday, May 10",
        ", said Mr. Quist",
    )
    assert vote.time.shape == "day" and vote.time.anchor == date(2012, 5, 10)


def test_an_undated_report_names_nothing_ahead() -> None:
    assert named(UNKNOWN_DATE, ("Thursday, May 10", "2012-05-10")) == []


def test_durations_are_no_days() -> None:
    assert named(MONDAY, ("Thursday, May 10", "P3D")) == []


def test_the_month_of_the_report_is_not_ahead_and_the_next_one_is() -> None:
    text = "It opens in May or later. It closes in June."
    (june,) = named(MONDAY, ("May", "2012-05"), ("June", "2012-06"), text=text)
    assert june.time.label == "in June 2012" and june.time.shape == "stretch"


def test_days_joined_by_or_are_one_day_of_two() -> None:
    text = "The ferry will stop on Sunday or on Monday, and again in June."
    times = [("Sunday", "2012-05-13"), ("Monday", "2012-05-14"), ("June", "2012-06")]
    (ferry, june) = named(MONDAY, *times, text=text)
    assert ferry.words == "Sunday or on Monday"
    assert ferry.time.days == (date(2012, 5, 13), date(2012, 5, 14)) and ferry.time.shape == "choice"
    assert ferry.time.label == "13 or 14 May 2012"
    assert june.time.anchor == date(2012, 6, 1)


def test_days_joined_by_and_are_two() -> None:
    text = "They meet on Friday and Saturday."
    days = named(MONDAY, ("Friday", "2012-05-11"), ("Saturday", "2012-05-12"), text=text)
    assert [day.time.shape for day in days] == ["day", "day"]


def test_a_weekday_in_a_report_of_uncertain_date_is_uncertain() -> None:
    doubtful = piles.one_of(date(2012, 5, 7), date(2012, 5, 8))
    text = "The vote is set for Thursday. The pier opens on May 30. The board is elected on 1 March 2013."
    days = named(
        doubtful, ("Thursday", "2012-05-10"), ("May 30", "2012-05-30"), ("1 March 2013", "2013-03-01"), text=text
    )
    assert [day.time.label for day in days] == ["perhaps 10 May 2012", "30 May 2012", "1 March 2013"]
    assert [day.time.shape for day in days] == ["likely", "day", "day"]


def test_a_day_without_a_year_in_a_report_of_any_year_is_as_uncertain_as_the_report() -> None:
    some_year = DateEstimate(
        date(2012, 5, 7), date(2001, 5, 7), date(2018, 5, 7), (DateCandidate(date(2012, 5, 7), 0.4),)
    )
    (vote,) = named(some_year, ("Thursday, May 10", "2012-05-10"))
    assert vote.time.label == "perhaps 10 May 2012"


def test_a_long_sentence_is_cut_at_words_on_both_sides() -> None:
    text = f"The board, {'and its many friends, ' * 40}meets on May 30, {'as it always does, ' * 40}at noon."
    (day,) = named(MONDAY, ("May 30", "2012-05-30"), text=text)
    assert len(day.before) < 230 and day.before.startswith("… ") and day.before.endswith("meets on ")
    assert len(day.after) < 230 and day.after.startswith(", as it") and day.after.endswith(" …")


def test_expressions_within_others_are_left_out() -> None:
    text = "They vote in the week of May 14."
    days = named(MONDAY, ("the week of May 14", "2012-W20"), ("May 14", "2012-05-14"), text=text)
    assert [day.words for day in days] == ["the week of May 14"]


def test_the_words_that_name_a_day_are_marked_in_their_report() -> None:
    report = dated(MONDAY, ("Thursday, May 10", "2012-05-10"), ("Monday, May 7", "2012-05-07"))
    (day,) = survey(piles.Pile((report,))).named_days
    markup = evidence_markup(report, [])
    anchor = day.anchor.partition("#")[2]
    assert f'<a class="hush" id="{anchor}"></a><span class="dating">Thursday, May 10</span>' in markup
    assert markup.count('class="dating"') == 1
