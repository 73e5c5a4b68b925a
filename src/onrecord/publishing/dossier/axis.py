"""An axis of days that leaves out long stretches without anything, and says so."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal, NamedTuple

from onrecord.publishing.dossier import wording

Unit = Literal["day", "week", "month", "quarter", "year", "decade", "century"]

_DAYS: dict[Unit, float] = {
    **{"day": 1, "week": 7, "month": 30.44, "quarter": 91.3, "year": 365.25},
    **{"decade": 3652.5, "century": 36525},
}
_MOST_COLUMNS = 96

_MOST_CUTS = 5
_SHORTEST_CUT = timedelta(days=45)
_FAR_MORE = 1.5
_CUT_WIDTH = 6.5
_MARGIN = 1.2
"""Per cent of the width that a cut takes, and that stays free on either side."""


class Cut(NamedTuple):
    """Time that is left out: the last day before and the first after it, and where the axis is broken, in per cent."""

    before: date
    after: date
    x: float
    width: float

    @property
    def label(self) -> str:
        """About how long it is."""
        return wording.roughly(self.before, self.after)


class Stretch(NamedTuple):
    """Days that are drawn, both included, and where, in per cent."""

    first: date
    last: date
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Axis:
    """Days laid out from left (0 per cent) to right (100), a day as wide in each stretch as in the others.

    ``unit`` is what columns on it stand for. ``cuts`` lie between the stretches.
    """

    unit: Unit
    stretches: tuple[Stretch, ...]
    cuts: tuple[Cut, ...]

    @property
    def column(self) -> float:
        """The width of a column, in per cent."""
        first = self.stretches[0]
        return first.width / ((first.last - first.first).days + 1) * _DAYS[self.unit]

    def edge(self, day: date) -> float:
        """Where ``day`` begins; days beyond the axis are at its ends, days left out within their cut."""
        at = bisect_right(self.stretches, day, key=lambda one: one.first) - 1
        if at < 0:
            return self.stretches[0].x
        here = self.stretches[at]
        length = (here.last - here.first).days + 1
        beyond = (day - here.first).days
        if beyond <= length:
            return here.x + here.width * beyond / length
        if at + 1 == len(self.stretches):
            return here.x + here.width
        cut, after = self.cuts[at], self.stretches[at + 1]
        return cut.x + cut.width * (day - here.last).days / ((after.first - here.last).days or 1)

    def middle(self, day: date) -> float:
        """Where the middle of ``day`` is."""
        return (self.edge(day) + self.edge(_later(day, 1))) / 2

    @property
    def first(self) -> date:
        return self.stretches[0].first

    @property
    def last(self) -> date:
        return self.stretches[-1].last


def axis(days: Iterable[date]) -> Axis | None:
    """An axis on which all of ``days`` are drawn; None where there are not two different ones."""
    marked = sorted(set(days))
    if len(marked) < 2:
        return None
    groups = _groups(marked)
    length = sum((group[-1] - group[0]).days + 1 for group in groups)
    unit: Unit = next((each for each in _DAYS if length / _DAYS[each] <= _MOST_COLUMNS), "century")
    margin = 1 if unit == "day" else 0
    ends = [(_later(floor(g[0], unit), -margin), _later(ceiling(g[-1], unit), margin)) for g in groups]
    total = sum((last - first).days + 1 for first, last in ends)
    room = 100 - 2 * _MARGIN - _CUT_WIDTH * (len(ends) - 1)
    x, stretches, cuts = _MARGIN, [], []
    for at, (first, last) in enumerate(ends):
        width = room * ((last - first).days + 1) / total
        stretches.append(Stretch(first, last, x, width))
        x += width
        if at + 1 < len(ends):
            cuts.append(Cut(groups[at][-1], groups[at + 1][0], x, _CUT_WIDTH))
            x += _CUT_WIDTH
    return Axis(unit, tuple(stretches), tuple(cuts))


def _groups(days: Sequence[date]) -> list[list[date]]:
    """``days`` parted at as many of the longest gaps as each would take far more of the axis than all that is left."""
    gaps = sorted(pairwise(days), key=lambda pair: pair[0] - pair[1])[:_MOST_CUTS]
    rest = days[-1] - days[0]
    cuts = 0
    for number, (before, after) in enumerate(gaps, start=1):
        rest -= after - before
        if after - before >= max(rest * _FAR_MORE, _SHORTEST_CUT):
            cuts = number
    cut_after = {before for before, _ in gaps[:cuts]}
    groups: list[list[date]] = [[]]
    for day in days:
        groups[-1].append(day)
        if day in cut_after:
            groups.append([])
    return groups


def floor(day: date, unit: Unit) -> date:
    """The first day of the unit that holds ``day``."""
    match unit:
        case "day":
            return day
        case "week":
            return _later(day, -day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    size = {"year": 1, "decade": 10, "century": 100}[unit]
    return date(max(1, day.year // size * size), 1, 1)


def ceiling(day: date, unit: Unit) -> date:
    """The last day of the unit that holds ``day``."""
    return _later(following(floor(day, unit), unit), -1)


def following(first: date, unit: Unit) -> date:
    """The first day of the unit after the one that begins with ``first``, or the last day there is."""
    match unit:
        case "day" | "week":
            return _later(first, int(_DAYS[unit]))
        case "month" | "quarter":
            months = first.year * 12 + first.month - 1 + (1 if unit == "month" else 3)
            return date(months // 12, months % 12 + 1, 1) if months // 12 <= date.max.year else date.max
    size = {"year": 1, "decade": 10, "century": 100}[unit]
    year = first.year // size * size + size
    return date(year, 1, 1) if year <= date.max.year else date.max


def units(first: date, last: date, unit: Unit) -> Iterator[date]:
    """The first days of the units that begin from ``first`` to ``last``."""
    at = floor(first, unit)
    while at <= last:
        if at >= first:
            yield at
        after = following(at, unit)
        if after <= at:
            return
        at = after


def unit_name(first: date, unit: Unit) -> str:
    """The unit that begins with ``first``, in words: ``10 December 2007``, ``December 2007``, ``2007``."""
    match unit:
        case "day":
            return wording.day(first)
        case "week":
            return f"the week of {wording.day(first)}"
        case "month":
            return wording.month(first)
        case "quarter":
            return f"{wording.month(first)} to {wording.month(ceiling(first, unit))}"
        case "year":
            return str(first.year)
    return f"{first.year}–{ceiling(first, unit).year}"


def _later(day: date, by: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + by, 1), date.max.toordinal()))
