"""The days that a TIMEX3 value covers."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.dating.values import moved

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?\Z")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?\Z")
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|S[PU]|FA|WI)\Z")
_YEARS = re.compile(r"\d{2,4}\Z")

_FIRST_MONTH = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "SP": 3, "SU": 6, "FA": 9, "WI": 12}


def interval(value: str) -> tuple[date, date] | None:
    """The first and the last day of a TIMEX3 value, both included; None for what is no stretch of the calendar.

    A day, a time of a day, a week, a weekend, a month, a quarter, a half, a season (as meteorologists count it; the
    winter of a year begins in its December), a year, a decade or a century. Durations, sets, ``PAST_REF`` and values
    that are open (``XXXX-12-10``) cover no days that anybody could name.
    """
    try:
        if found := _DAY.match(value):
            first = date(int(found[1]), int(found[2]), int(found[3]))
            return first, first
        if found := _WEEK.match(value):
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
            return monday + timedelta(days=5 if found[3] else 0), monday + timedelta(days=6)
        if found := _MONTH.match(value):
            return _months(int(found[1]), int(found[2]), 1)
        if found := _PART.match(value):
            return _months(int(found[1]), _FIRST_MONTH[found[2]], 6 if found[2][0] == "H" else 3)
        if _YEARS.match(value):
            scale = 10 ** (4 - len(value))
            year = int(value) * scale
            return date(year, 1, 1), date(year + scale - 1, 12, 31)
    except (ValueError, OverflowError):
        return None
    return None


def _months(year: int, month: int, size: int) -> tuple[date, date] | None:
    first = date(year, month, 1)
    following = moved(first, size, "M")
    return (first, following - timedelta(days=1)) if following else None
