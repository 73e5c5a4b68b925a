"""The day that a name means: "Friday", "Dec. 10", "Thanksgiving", given the day of the report."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.dating import tenses, values
from onrecord.dating.holidays import day_of
from onrecord.dating.timex import Timex


def named(timex: Timex, here: date | None, joined_to: date | None = None) -> date | None:
    """The day that an expression names, None where nothing says which, or the calendar lacks it.

    ``joined_to`` is the day that it continues, as "Monday" does in "Sunday or Monday".
    """
    if joined_to is not None and timex.joined and timex.weekday is not None and timex.month is None:
        return values.moved(joined_to, (timex.weekday - joined_to.isoweekday()) % 7, "D")
    if timex.month is not None and timex.day is not None:
        year = timex.year if timex.year is not None else _year(timex, here, timex.month, timex.day)
        return _date(year, timex.month, timex.day)
    if timex.feast is not None:
        return _feast(timex, timex.feast, here)
    if timex.weekday is not None and here is not None:
        return _weekday(timex, timex.weekday, here)
    return None


def _year(timex: Timex, here: date | None, month: int, day: int) -> int | None:
    """The year of a day that is named without one: by its words, else the nearest."""
    if here is None:
        return None
    if timex.shift is not None and timex.unit == "Y":
        return here.year + timex.shift
    if (month, day) == (here.month, here.day):
        return here.year
    behind = here.year - ((month, day) > (here.month, here.day))
    if timex.weekday is not None:
        agreeing = [year for year in range(here.year - 3, here.year + 3) if _agrees(timex, year)]
        if agreeing:
            return min(agreeing, key=lambda year: (abs(here.toordinal() - _ordinal(year, month, day)), year))
    if timex.step:
        return behind + (timex.step > 0)
    back, ahead = (abs(here.toordinal() - _ordinal(year, month, day)) for year in (behind, behind + 1))
    return behind + tenses.is_ahead("day", timex.lean, back, ahead)


def _agrees(timex: Timex, year: int) -> bool:
    """Whether the day that an expression names is of the weekday that it names, in that year."""
    day = _date(year, timex.month or 1, timex.day or 1)
    return day is not None and day.isoweekday() == timex.weekday


def _ordinal(year: int, month: int, day: int) -> int:
    """The day's number; of the month's 28th where the year lacks the day."""
    year = min(max(year, 1), 9999)
    return (_date(year, month, day) or date(year, month, 28)).toordinal()


def _date(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year is not None else None
    except ValueError:
        return None


def _feast(timex: Timex, feast: str, here: date | None) -> date | None:
    year = timex.year
    if year is None and here is not None:
        there = day_of(feast, min(max(here.year, 1583), 9998))
        year = _year(timex, here, there.month, there.day)
    return day_of(feast, year) if year is not None and 1583 <= year <= 9998 else None


def _weekday(timex: Timex, weekday: int, here: date) -> date | None:
    back = (here.isoweekday() - weekday) % 7
    if timex.unit == "W" and timex.shift is not None:
        return values.moved(here, 7 * timex.shift + weekday - here.isoweekday(), "D")
    if timex.step == -1:
        back = back or 7
    elif timex.step == 0:
        back = _of_this_week(timex, weekday, here)
    elif timex.step == 1 or (back and tenses.is_ahead("weekday", timex.lean, back, 7 - back)):
        back -= 7
    return values.moved(here, -back, "D")


def _of_this_week(timex: Timex, weekday: int, here: date) -> int:
    """How many days back "this Friday" lies: in the week of the report, or at its end in the next if the tense lets."""
    back = here.isoweekday() - weekday
    return back - 7 if back > 3 and timex.direction != "past" else back


def year_of_month(timex: Timex, here: date | None) -> int | None:
    """The year of a month that is named without one."""
    if here is None or timex.month is None:
        return None
    if timex.shift is not None:
        return here.year + timex.shift
    if timex.step == -1:
        return here.year - (timex.month >= here.month)
    if timex.step == 1:
        return here.year + (timex.month <= here.month)
    if timex.month == here.month:
        return here.year
    behind = here.year - (timex.month > here.month)
    back = (here.month - timex.month) % 12 * 30
    return behind + tenses.is_ahead("month", timex.lean, back, 360 - back)


def weekend(there: date, timex: Timex) -> date:
    """The Saturday meant by "the weekend" in the week of ``there``: the one gone until Friday, unless it is ahead."""
    saturday = there + timedelta(days=6 - there.isoweekday()) if there < date(9999, 12, 20) else there
    way = timex.direction
    bare = timex.shift == 0 and timex.step is None and way != "future" and there.isoweekday() < 5
    looks_back = bare or (timex.shift == 0 and timex.step == 0 and way == "past" and there.isoweekday() < 3)
    return saturday - timedelta(days=7) if looks_back and saturday.toordinal() > 7 else saturday
