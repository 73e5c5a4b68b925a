"""The days that TIMEX3 values cover."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dating import interval


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2008-02-17", date(2008, 2, 17), date(2008, 2, 17)),
        ("2008-02-17TEV", date(2008, 2, 17), date(2008, 2, 17)),
        ("2008-02-17T20:30", date(2008, 2, 17), date(2008, 2, 17)),
        ("2008-W07", date(2008, 2, 11), date(2008, 2, 17)),
        ("2008-W07-WE", date(2008, 2, 16), date(2008, 2, 17)),
        ("2008-02", date(2008, 2, 1), date(2008, 2, 29)),
        ("2008-Q4", date(2008, 10, 1), date(2008, 12, 31)),
        ("2008-H1", date(2008, 1, 1), date(2008, 6, 30)),
        ("2008-SU", date(2008, 6, 1), date(2008, 8, 31)),
        ("2007-WI", date(2007, 12, 1), date(2008, 2, 29)),
        ("2008", date(2008, 1, 1), date(2008, 12, 31)),
        ("199", date(1990, 1, 1), date(1999, 12, 31)),
        ("19", date(1900, 1, 1), date(1999, 12, 31)),
    ],
)
def test_what_a_value_covers(value: str, first: date, last: date) -> None:
    assert interval(value) == (first, last)


@pytest.mark.parametrize(
    "value", ["P120D", "PAST_REF", "XXXX-12-10", "XXXX-WXX-5", "2008-13", "2008-02-30", "2008-W60", ""]
)
def test_what_covers_no_days(value: str) -> None:
    assert interval(value) is None


@given(st.text(alphabet="0123456789-WQHXTPE", max_size=12))
def test_any_value_is_read_or_refused(value: str) -> None:
    covered = interval(value)
    assert covered is None or covered[0] <= covered[1]
