"""Time expressions anchored: the TIMEX3 value that each has, given the day of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from onrecord.dating import values
from onrecord.dating.holidays import day_of
from onrecord.dating.timex import Timex
from onrecord.domain import TimeExpression


def resolve(found: Sequence[Timex], reference: date | None) -> tuple[TimeExpression, ...]:
    """The values of ``found``, in its order.

    Args:
        found: what ``expressions.find`` yields for one text.
        reference: the day of the report; None leaves open what depends on it: ``XXXX-WXX-5``, ``XXXX-12-10``.
    """
    story = _Story(reference)
    return tuple(TimeExpression(timex.span, timex.type, story.value(timex)) for timex in found)


@dataclass(slots=True)
class _Story:
    """What the text has named so far."""

    reference: date | None
    focus: date | None = field(default=None)
    quarter: tuple[int, int] | None = field(default=None)

    def value(self, timex: Timex) -> str:
        if timex.value is not None:
            return timex.value
        if timex.hour is not None or timex.part is not None:
            return self._time(timex)
        if timex.quarter is not None or timex.half is not None:
            return self._quarter(timex)
        if timex.decade is not None:
            return self._decade(timex.decade)
        if timex.month is not None and timex.day is not None:
            known = self._calendar_day(timex)
            return values.day(known) if known else f"XXXX-{timex.month:02d}-{timex.day:02d}"
        if timex.month is not None:
            return self._month(timex)
        if timex.season is not None:
            return self._season(timex)
        if timex.feast is not None:
            known = self._feast(timex)
            return values.day(known) if known else "XXXX-XX-XX"
        if timex.weekday is not None:
            known = self._weekday(timex)
            return values.day(known) if known else f"XXXX-WXX-{timex.weekday}"
        if timex.shift is not None and timex.unit is not None:
            return self._shifted(timex)
        if timex.year is not None:
            return f"{timex.year:04d}"
        return "XXXX-XX-XX"

    # Days

    def _day(self, timex: Timex) -> date | None:
        """The day that a time of the day is of."""
        if timex.month is not None and timex.day is not None:
            return self._calendar_day(timex)
        if timex.weekday is not None:
            return self._weekday(timex)
        if timex.shift is not None and timex.unit == "D":
            base = self.focus or self.reference if timex.base == "text" else self.reference
            return values.moved(base, timex.shift, "D") if base else None
        return self.focus or self.reference

    def _calendar_day(self, timex: Timex) -> date | None:
        assert timex.month is not None and timex.day is not None
        year = timex.year if timex.year is not None else self._year_near(timex, timex.month, timex.day)
        try:
            self.focus = date(year, timex.month, timex.day) if year else self.focus
            return date(year, timex.month, timex.day) if year else None
        except ValueError:
            return None

    def _year_near(self, timex: Timex, month: int, day: int) -> int | None:
        """The year of a day or month that is named without one: by direction, else the nearest."""
        if self.reference is None:
            return None
        if timex.shift is not None:
            return self.reference.year + timex.shift
        here = self.reference
        behind, ahead = (month, day) < (here.month, here.day), (month, day) > (here.month, here.day)
        if timex.direction == "past":
            return here.year - ahead
        if timex.direction == "future":
            return here.year + behind
        distance = (month - here.month) * 30 + day - here.day
        return here.year - (distance > 182) + (distance < -182)

    def _weekday(self, timex: Timex) -> date | None:
        if self.reference is None or timex.weekday is None:
            return None
        here = self.reference
        if timex.unit == "W" and timex.shift is not None:
            monday = here - timedelta(days=here.isoweekday() - 1)
            return values.moved(monday, 7 * timex.shift + timex.weekday - 1, "D")
        back = (here.isoweekday() - timex.weekday) % 7
        if timex.step is not None and timex.step < 0:
            back = back or 7
        elif timex.step == 1 or timex.direction == "future":
            back = back - 7 if back else (-7 if timex.step == 1 else 0)
        known = values.moved(here, -back, "D")
        self.focus = known or self.focus
        return known

    def _feast(self, timex: Timex) -> date | None:
        assert timex.feast is not None
        year = timex.year
        if year is None and self.reference is not None:
            there = day_of(timex.feast, self.reference.year)
            year = self._year_near(timex, there.month, there.day)
        return day_of(timex.feast, year) if year and 1583 <= year <= 9998 else None

    # Longer stretches

    def _month(self, timex: Timex) -> str:
        assert timex.month is not None
        year = timex.year
        if year is None and self.reference is not None:
            if timex.shift is not None:
                year = self.reference.year + timex.shift
            else:
                year = self._month_year(timex, self.reference)
        return values.month(year, timex.month) if year else f"XXXX-{timex.month:02d}"

    def _month_year(self, timex: Timex, here: date) -> int:
        assert timex.month is not None
        behind, ahead = timex.month < here.month, timex.month > here.month
        if timex.step is not None and timex.step < 0:
            return here.year - (timex.month >= here.month)
        if timex.direction == "past":
            return here.year - ahead
        if timex.direction == "future":
            return here.year + behind
        distance = timex.month - here.month
        return here.year - (distance > 6) + (distance < -6)

    def _season(self, timex: Timex) -> str:
        year = timex.year
        if year is None and self.reference is not None:
            year = self.reference.year + (timex.shift or timex.step or 0)
        return f"{year:04d}-{timex.season}" if year else f"XXXX-{timex.season}"

    def _quarter(self, timex: Timex) -> str:
        if timex.half is not None:
            year = timex.year or (self.reference.year + (timex.shift or 0) if self.reference else None)
            return f"{year:04d}-H{timex.half}" if year else f"XXXX-H{timex.half}"
        year, number = timex.year, timex.quarter
        if number == 0:
            number, year = None, None
            if self.quarter:
                year, number = self.quarter[0] + (timex.shift or 0), self.quarter[1]
            elif self.reference:
                before = values.moved(self.reference, -1, "Q")
                if before:
                    year, number = before.year + (timex.shift or 0), values.quarter_of(before)
            return f"{year or 'XXXX'}-Q{number or 'X'}"
        assert number is not None
        if year is None and self.reference is not None:
            here = self.reference
            if timex.shift is not None:
                year = here.year + timex.shift
            elif timex.direction == "future":
                year = here.year + (number < values.quarter_of(here))
            else:
                year = here.year - (number > values.quarter_of(here))
        if year is None:
            return f"XXXX-Q{number}"
        self.quarter = (year, number)
        return values.quarter(year, number)

    def _decade(self, number: int) -> str:
        if number >= 10:
            return f"{number}X"
        return f"19{number}X"

    def _shifted(self, timex: Timex) -> str:
        assert timex.shift is not None and timex.unit is not None
        base = self.reference if timex.base == "report" else self.focus or self.reference
        if base is None:
            return values.unknown(timex.unit)
        there = values.moved(base, timex.shift, timex.unit)
        if there is None:
            return values.unknown(timex.unit)
        if timex.unit == "D":
            self.focus = there
        return values.at(there, timex.unit)

    def _time(self, timex: Timex) -> str:
        known = self._day(timex)
        if timex.month is not None and timex.day is not None and known is None:
            head = f"XXXX-{timex.month:02d}-{timex.day:02d}"
        elif known is None and timex.weekday is not None:
            head = f"XXXX-WXX-{timex.weekday}"
        else:
            head = values.day(known) if known else "XXXX-XX-XX"
        if timex.hour is None:
            return f"{head}T{timex.part}"
        if timex.minute is None:
            return f"{head}T{timex.hour:02d}"
        clock = f"{head}T{timex.hour:02d}:{timex.minute:02d}"
        return clock if timex.second is None else f"{clock}:{timex.second:02d}"
