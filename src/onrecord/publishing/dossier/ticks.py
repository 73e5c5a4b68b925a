"""The words under an axis: as fine as there is room for, on a wide screen and on a narrow one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from onrecord.publishing.dossier import wording
from onrecord.publishing.dossier.axis import Axis, Unit, units

_ROOM = {"wide": 2.8, "narrow": 8.5}
"""Per cent between two ticks at least: about 30 pixels of a page, and of a telephone."""

_LETTER = {"wide": 0.75, "narrow": 2.1}
_OVERHANG = {"wide": 2.0, "narrow": 3.6}
"""Per cent that a letter takes, and that words may stand out of the chart on the right."""

_WIDE, _NARROW = _ROOM


class Tick(NamedTuple):
    """Words at a place on the axis.

    ``where`` is ``both``, or the only kind of screen that has room for them; ``at_end`` tells whether ``x`` is where
    they end.
    """

    x: float
    label: str
    where: str
    at_end: bool = False


class _Placed(NamedTuple):
    x: float
    label: str
    at_end: bool = False


class _Scale(NamedTuple):
    """``each`` picks the units that get a tick, at least ``apart`` days from each other."""

    unit: Unit
    apart: int
    each: Callable[[date], bool]
    label: Callable[[date], str]
    context: Callable[[date], str]


def _always(day: date) -> bool:
    return True


def _day(day: date) -> str:
    return str(day.day)


def _month(day: date) -> str:
    return wording.month(day)[:3]


def _short_month(day: date) -> str:
    return f"{_month(day)} {day.year}"


def _year(day: date) -> str:
    return str(day.year)


def _nothing(day: date) -> str:
    return ""


def _years(step: int) -> _Scale:
    return _Scale("year", 365 * step, lambda day: day.year % step == 0, _year, _nothing)


_SCALES = (
    _Scale("day", 1, _always, _day, _short_month),
    _Scale("day", 2, lambda day: day.day % 2 == 1 and day.day < 28, _day, _short_month),
    _Scale("day", 4, lambda day: day.day in (1, 5, 10, 15, 20, 25), _day, _short_month),
    _Scale("day", 9, lambda day: day.day in (1, 10, 20), _day, _short_month),
    _Scale("month", 28, _always, _month, _year),
    _Scale("month", 90, lambda day: day.month % 3 == 1, _month, _year),
    *(_years(step) for step in (1, 2, 5, 10, 20, 50, 100, 500, 1000)),
)


def ticks(axis: Axis) -> list[Tick]:
    """The lower labels: days, months or years."""
    return _merged({where: _labels(axis, _scale(axis, room)) for where, room in _ROOM.items()})


def contexts(axis: Axis) -> list[Tick]:
    """What the ticks belong to, the month of days or the year of months: of each stretch, then wherever it fits."""
    found = {}
    for where, letter in _LETTER.items():
        taken: list[tuple[float, float]] = []
        kept: list[_Placed] = []
        offered = list(_contexts(axis, _scale(axis, _ROOM[where])))
        for x, words in offered:
            length = letter * (len(words) + 0.6)
            if any(x < other <= x + axis.column + 0.01 and not _starts_stretch(axis, other) for other, _ in offered):
                continue  # the thirtieth of November, drawn only to leave room, must not crowd out December
            end = 100 + _OVERHANG[where]
            start = min(x, end - length)
            if all(start >= high or start + length <= low for low, high in taken):
                taken.append((start, start + length))
                kept.append(_Placed(round(end, 2), words, True) if start < x else _Placed(x, words))
        found[where] = kept
    return _merged(found)


def _starts_stretch(axis: Axis, x: float) -> bool:
    return any(round(stretch.x, 2) == x for stretch in axis.stretches)


def _scale(axis: Axis, room: float) -> _Scale:
    """The finest scale on which ticks are far enough apart."""
    first = axis.stretches[0]
    day = first.width / ((first.last - first.first).days + 1)
    return next((scale for scale in _SCALES if day * scale.apart >= room), _SCALES[-1])


def _labels(axis: Axis, scale: _Scale) -> list[_Placed]:
    """A day's label stands in its middle, the others where the unit begins."""
    place = axis.middle if scale.unit == "day" else axis.edge
    return [
        _Placed(round(place(day), 2), scale.label(day))
        for stretch in axis.stretches
        for day in units(stretch.first, stretch.last, scale.unit)
        if scale.each(day)
    ]


def _contexts(axis: Axis, scale: _Scale) -> Iterator[tuple[float, str]]:
    """Where each context begins, with its words; the starts of stretches first."""
    larger: Unit = "month" if scale.unit == "day" else "year"
    if scale.unit == "year":  # which tells all by itself, but where a stretch is too short to have a tick
        labelled = [each.x for each in _labels(axis, scale)]
        for stretch in axis.stretches:
            if not any(stretch.x - 0.1 <= x <= stretch.x + stretch.width for x in labelled):
                yield round(stretch.x, 2), _year(stretch.first)
        return
    for stretch in axis.stretches:
        yield round(stretch.x, 2), scale.context(stretch.first)
    for stretch in axis.stretches:
        for day in units(stretch.first, stretch.last, larger):
            if day > stretch.first:
                yield round(axis.edge(day), 2), scale.context(day)


def _merged(found: dict[str, list[_Placed]]) -> list[Tick]:
    """One tick for what both kinds of screen show at one place."""
    wide, narrow = set(found[_WIDE]), set(found[_NARROW])
    return [
        Tick(each.x, each.label, "both" if each in wide & narrow else _WIDE if each in wide else _NARROW, each.at_end)
        for each in sorted(wide | narrow)
    ]
