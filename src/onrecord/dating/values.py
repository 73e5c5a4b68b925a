"""TIMEX3 values written out."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.dating.timex import Unit


def day(value: date) -> str:
    return value.isoformat()


def week(value: date) -> str:
    """The ISO week of a day: ``2008-W07``."""
    year, number, _ = value.isocalendar()
    return f"{year:04d}-W{number:02d}"


def month(year: int, number: int) -> str:
    return f"{year:04d}-{number:02d}"


def quarter(year: int, number: int) -> str:
    return f"{year:04d}-Q{number}"


def at(value: date, unit: Unit) -> str:
    """The value of the stretch of length ``unit`` that holds the day ``value``."""
    if unit == "W":
        return week(value)
    if unit == "WE":
        return f"{week(value)}-WE"
    if unit == "M":
        return month(value.year, value.month)
    if unit == "Q":
        return quarter(value.year, quarter_of(value))
    if unit == "Y":
        return f"{value.year:04d}"
    if unit == "DE":
        return f"{value.year // 10:03d}"
    if unit == "CE":
        return f"{value.year // 100:02d}"
    return day(value)


def quarter_of(value: date) -> int:
    return (value.month + 2) // 3


def moved(value: date, amount: int, unit: Unit) -> date | None:
    """The day so many units later, the last of the month where it is too short; None beyond the calendar."""
    try:
        if unit in ("D", "W", "WE"):
            return value + timedelta(days=amount * (1 if unit == "D" else 7))
        months = amount * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit, 0)
        index = value.year * 12 + value.month - 1 + months
        first = date(index // 12, index % 12 + 1, 1)
        following = date((index + 1) // 12, (index + 1) % 12 + 1, 1)
        return first + timedelta(days=min(value.day, (following - first).days) - 1)
    except (ValueError, OverflowError):
        return None


_NAMELESS = {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}


def unknown(unit: Unit | None) -> str:
    """The value of a stretch of that length of which nothing is known."""
    return _NAMELESS.get(unit or "D", "XXXX-XX-XX")
