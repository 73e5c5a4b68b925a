"""The days that a report may be of, as one array, and what can be told of them by the calendar alone.

A belief is an array of logarithms, one for each day of ``FIRST`` … ``LAST``.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Belief: TypeAlias = "NDArray[np.float64]"
Days: TypeAlias = "NDArray[np.int64]"

FIRST, LAST = date(1946, 1, 1), date(2049, 12, 31)
KNOWN_UNTIL = date(2026, 6, 30)
"""Up to when this version can know public facts. A date after it is possible, and less and less likely."""

_ORIGIN = FIRST.toordinal()
ORDINALS: Days = np.arange(_ORIGIN, LAST.toordinal() + 1)
SIZE = len(ORDINALS)
WEEKDAYS: Days = (ORDINALS - 1) % 7 + 1
"""Monday is 1."""

_MONTHS = ORDINALS.astype("datetime64[D]") - np.timedelta64(date(1970, 1, 1).toordinal(), "D")
_SINCE_0: Days = _MONTHS.astype("datetime64[M]").astype(np.int64) + 1970 * 12
YEARS: Days = _SINCE_0 // 12
MONTHS: Days = _SINCE_0 % 12 + 1
MONTH_NUMBERS: Days = _SINCE_0
"""Months since January of the year 0."""


def index(day: date) -> int:
    """The place of a day in a belief; it may lie outside."""
    return day.toordinal() - _ORIGIN


def day_at(place: int) -> date:
    """The day at a place of a belief."""
    return FIRST + timedelta(days=int(place))


def prior() -> Belief:
    """What is believed before a word is read: news that is kept as text is rather of the last decades.

    It is no more than that: it never says "today", and it does not change with the day on which it is asked.
    """
    return _PRIOR.copy()


def within(first: date, last: date, outside: float) -> Belief:
    """Likelihood 1 from ``first`` to ``last`` (both included), ``outside`` elsewhere."""
    belief = np.full(SIZE, np.log(outside))
    belief[max(index(first), 0) : max(index(last) + 1, 0)] = 0.0
    return belief


@lru_cache(maxsize=64)
def since_nearest(month: int, day: int) -> Days:
    """For every day, how many days it lies after the nearest day of that month and day of the month; < 0: before it."""
    places = [place for year in range(FIRST.year - 1, LAST.year + 2) if (place := _place(year, month, day)) is not None]
    known = np.array(places)
    after = np.clip(np.searchsorted(known, np.arange(SIZE)), 1, len(known) - 1)
    back, forth = np.arange(SIZE) - known[after - 1], np.arange(SIZE) - known[after]
    nearest: Days = np.where(np.abs(forth) < back, forth, back)
    return nearest


def _place(year: int, month: int, day: int) -> int | None:
    try:
        return index(date(year, month, day))
    except ValueError:
        return None


def normalised(belief: Belief) -> Belief:
    """Probabilities from logarithms."""
    shares = np.exp(belief - belief.max())
    whole: Belief = shares / shares.sum()
    return whole


def _prior() -> Belief:
    years = YEARS.astype(np.float64)
    belief = np.where(years < 1985, (years - 1985) / 12, 0.0)
    beyond = (ORDINALS - KNOWN_UNTIL.toordinal()) / 365.25
    whole: Belief = belief - np.maximum(beyond, 0) * np.log(2)
    return whole


_PRIOR = _prior()


def ordinal(year: int, month: int, day: int) -> int:
    """The number of a day as ``ORDINALS`` has it. For a day that no calendar has, that of the last one before it."""
    for known in (day, 30, 29, 28):
        try:
            return date(year, month, known).toordinal()
        except ValueError:
            continue
    return 0
