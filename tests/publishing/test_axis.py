"""The axis of the timeline: everything in its place, nothing left out in silence."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publishing.dossier.axis import Axis, axis, ceiling, floor, following, unit_name
from onrecord.publishing.dossier.ticks import contexts, ticks

DAYS = st.lists(st.dates(), min_size=2, max_size=30, unique=True) | st.lists(
    st.dates(date(2007, 11, 1), date(2008, 3, 1)), min_size=2, max_size=30, unique=True
)


def drawn(days: list[date]) -> Axis:
    found = axis(days)
    assert found is not None
    return found


@given(DAYS)
def test_every_day_has_its_place_in_order(days: list[date]) -> None:
    laid = drawn(days)
    places = [laid.middle(day) for day in sorted(days)]
    assert all(0 < place < 100 for place in places)
    assert all(before < after for before, after in pairwise(places))
    for day, place in zip(sorted(days), places, strict=True):
        (here,) = [one for one in laid.stretches if one.first <= day <= one.last]
        assert here.x <= place <= here.x + here.width


@given(DAYS)
def test_nothing_is_cut_out_that_has_a_day_in_it(days: list[date]) -> None:
    laid = drawn(days)
    assert len(laid.cuts) == len(laid.stretches) - 1 <= 5
    for cut in laid.cuts:
        assert cut.before in days and cut.after in days
        assert not any(cut.before < day < cut.after for day in days)
        assert (cut.after - cut.before).days >= 45


@given(DAYS)
def test_a_day_is_as_wide_everywhere(days: list[date]) -> None:
    laid = drawn(days)
    widths = [one.width / ((one.last - one.first).days + 1) for one in laid.stretches]
    assert max(widths) == pytest.approx(min(widths))
    assert sum((one.last - one.first).days for one in laid.stretches) / 36525 < 100


@given(DAYS, st.dates())
def test_any_day_is_somewhere(days: list[date], other: date) -> None:
    assert 0 <= drawn(days).edge(other) <= 100


@given(DAYS)
def test_labels_stay_inside_and_keep_apart(days: list[date]) -> None:
    laid = drawn(days)
    for where, room in (("wide", 2.7), ("narrow", 8.4)):
        labels = sorted(tick.x for tick in ticks(laid) if tick.where in (where, "both"))
        assert all(0 <= x <= 100 for x in labels)
        assert all(after - before >= room for before, after in pairwise(labels) if not _torn(laid, before, after))
        assert labels or [tick for tick in contexts(laid) if tick.where in (where, "both")]


def _torn(laid: Axis, low: float, high: float) -> bool:
    return any(low <= cut.x + 0.01 and cut.x + cut.width <= high + 0.01 for cut in laid.cuts)


def test_one_day_is_no_axis() -> None:
    assert axis([]) is None and axis([date(2008, 2, 17)] * 3) is None


def test_a_gap_of_years_is_cut_and_told() -> None:
    laid = drawn([date(2007, 12, 10), date(2007, 12, 19), date(2022, 10, 22), date(2022, 10, 30)])
    assert [cut.label for cut in laid.cuts] == ["almost 15 years"]
    assert laid.unit == "day"
    assert [(one.first, one.last) for one in laid.stretches] == [
        (date(2007, 12, 9), date(2007, 12, 20)),
        (date(2022, 10, 21), date(2022, 10, 31)),
    ]
    assert [tick.label for tick in contexts(laid)] == ["Dec 2007", "Oct 2022"]


def test_even_gaps_are_not_cut() -> None:
    laid = drawn([date(2000, 1, 1) + timedelta(days=180 * step) for step in range(30)])
    assert laid.cuts == () and laid.unit == "quarter"
    assert [tick.label for tick in ticks(laid) if tick.where != "wide"] == [str(year) for year in range(2000, 2015, 2)]


def test_years_that_are_all_alike_are_not_cut_at_some_of_them() -> None:
    assert drawn([date(year, 1, 1) for year in range(1996, 2003)]).cuts == ()


def test_a_short_gap_is_not_cut() -> None:
    assert drawn([date(2008, 2, 1), date(2008, 2, 2), date(2008, 3, 10)]).cuts == ()


@pytest.mark.parametrize(
    ("unit", "first", "last", "name"),
    [
        ("day", date(2008, 2, 29), date(2008, 2, 29), "29 February 2008"),
        ("week", date(2008, 2, 25), date(2008, 3, 2), "the week of 25 February 2008"),
        ("month", date(2008, 2, 1), date(2008, 2, 29), "February 2008"),
        ("quarter", date(2008, 1, 1), date(2008, 3, 31), "January 2008 to March 2008"),
        ("year", date(2008, 1, 1), date(2008, 12, 31), "2008"),
        ("decade", date(2000, 1, 1), date(2009, 12, 31), "2000–2009"),
        ("century", date(2000, 1, 1), date(2099, 12, 31), "2000–2099"),
    ],
)
def test_units_begin_and_end_where_the_calendar_says(unit: str, first: date, last: date, name: str) -> None:
    day = date(2008, 2, 29)
    assert floor(day, unit) == first and ceiling(day, unit) == last  # type: ignore[arg-type]
    assert unit_name(first, unit) == name  # type: ignore[arg-type]


def test_the_ends_of_the_calendar_are_no_trouble() -> None:
    laid = drawn([date.min, date.max])
    assert 0 < laid.middle(date.min) < laid.middle(date.max) < 100
    assert following(date.max, "day") == date.max
