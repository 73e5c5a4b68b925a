"""Feasts whose day news takes as known, and on which day of a year they fall."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

_FIXED = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "new years eve": (12, 31),
    "new years day": (1, 1),
    "new year's": (1, 1),
    "valentine's day": (2, 14),
    "valentines day": (2, 14),
    "patrick's day": (3, 17),
    "inauguration day": (1, 20),
    "independence day": (7, 4),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "remembrance day": (11, 11),
    "bastille day": (7, 14),
    "may day": (5, 1),
    "groundhog day": (2, 2),
}
# Month, weekday (Monday is 1) and which of the month's; -1 is the last.
_FLOATING = {
    "thanksgiving": (11, 4, 4),
    "thanksgiving day": (11, 4, 4),
    "labor day": (9, 1, 1),
    "memorial day": (5, 1, -1),
    "columbus day": (10, 1, 2),
    "martin luther king day": (1, 1, 3),
    "presidents day": (2, 1, 3),
    "presidents' day": (2, 1, 3),
    "mother's day": (5, 7, 2),
    "father's day": (6, 7, 3),
}
_EASTER = {
    "easter": 0,
    "easter sunday": 0,
    "good friday": -2,
    "easter monday": 1,
    "palm sunday": -7,
    "ash wednesday": -46,
}
_ELECTION = "election day"  # of the United States: the Tuesday after November's first Monday
_MOVING = {_ELECTION: (11, 1, 1), **_FLOATING, **{name: (0, 0, offset) for name, offset in _EASTER.items()}}


def holiday(name: str) -> dict[str, Any] | None:
    """The fields of a feast (``name`` in lower case): its month and day, or its name if it moves."""
    plain = name.replace("’", "'").replace(" '", "'")
    if plain in _FIXED:
        month, day = _FIXED[plain]
        return {"month": month, "day": day}
    return {"feast": plain} if plain in _MOVING else None


def day_of(name: str, year: int) -> date:
    """When a moving feast falls in ``year`` (1583–9998). Raises KeyError for a name that ``holiday`` does not know."""
    month, weekday, which = _MOVING[name]
    if month == 0:
        return _easter(year) + timedelta(days=which)
    if which > 0:
        first = date(year, month, 1)
        there = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
        return there + timedelta(days=1) if name == _ELECTION else there
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)
