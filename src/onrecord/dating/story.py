"""What a text has named so far: the days, months, years and quarters that later expressions count from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from onrecord.dating.timex import Timex, Unit
from onrecord.dating.values import quarter_of

_COARSER: dict[str, tuple[str, ...]] = {
    "D": ("D", "M", "Y"),
    "W": ("D", "M", "Y"),
    "WE": ("D", "M", "Y"),
    "M": ("M", "Y"),
    "Q": ("M", "Y"),
    "Y": ("Y",),
}


_SHORTLY = 250  # characters


@dataclass(slots=True)
class Story:
    """The state of anchoring one text.

    Args:
        here: the day that expressions are counted from: the report's, or that of the quotation they stand in.
        quarter: year and number of the quarter that the text's figures are of.
        figures_are_quarterly: whether a quarter was named later than half a year, nine months or the year.
        at: where in the text it has come to, in code points.
    """

    here: date | None
    quarter: tuple[int, int] | None = None
    figures_are_quarterly: bool = False
    _report: date | None = field(default=None, init=False)
    _named: dict[str, date] = field(default_factory=dict, init=False)
    _day_at: int = field(default=0, init=False)
    at: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self._report = self.here

    def mentioned(self, timex: Timex) -> None:
        """Remember whether figures are given for a quarter, or for months or a year that ended."""
        if timex.quarter is not None:
            self.figures_are_quarterly = True
        elif timex.value in ("P6M", "P9M", "P12M") or (timex.unit == "Y" and timex.shift == 0):
            self.figures_are_quarterly = False

    def spoken(self, speech: date | None) -> Story:
        """This story, counted from the day of a speech if it is known, else from the report's."""
        self.here = speech or self._report
        return self

    def named(self, day: date, unit: Unit) -> None:
        """Remember a stretch of length ``unit`` that begins on or holds ``day``."""
        if unit == "D":
            self._day_at = self.at
        for finer in _COARSER.get(unit, ()):
            self._named[finer] = day

    def named_day(self, day: date) -> None:
        self.named(day, "D")

    def named_month(self, year: int, month: int) -> None:
        self.named(date(year, month, 1), "M")

    def named_year(self, year: int) -> None:
        if 1 <= year <= 9999:
            self.named(date(year, 1, 1), "Y")

    def named_quarter(self, year: int, number: int) -> None:
        """Remember the quarter that the text's figures are of: the latest that is over."""
        new = (year, number)
        if self.quarter is None or not self._over(self.quarter) or (self._over(new) and new > self.quarter):
            self.quarter = new

    def day_of_a_time(self) -> date | None:
        """The day that a time of the clock is of: the one named shortly before it, else the report's."""
        return self.last("D") if self.at - self._day_at <= _SHORTLY else self.here

    def _over(self, quarter: tuple[int, int]) -> bool:
        return self._report is None or quarter < (self._report.year, quarter_of(self._report))

    def has_named(self, unit: Unit) -> bool:
        """Whether the text has named anything that so fine a unit is counted from."""
        return self._key(unit) in self._named

    def last(self, unit: Unit) -> date | None:
        """The day that so fine a unit is counted from: the one named last, else the report's."""
        return self._named.get(self._key(unit), self.here)

    @staticmethod
    def _key(unit: Unit) -> str:
        return unit if unit in ("M", "Y") else "M" if unit == "Q" else "Y" if unit in ("DE", "CE") else "D"
