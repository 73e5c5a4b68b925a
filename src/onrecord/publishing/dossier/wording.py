"""How dates, counts and confidences are put into words; English, whatever the machine's locale."""

from __future__ import annotations

from datetime import date

from onrecord.domain import DateEstimate, Office

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

UNDATED = "undated"
_LIKELY = 0.5


def day(value: date) -> str:
    """``17 February 2008``."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def month(value: date) -> str:
    """``February 2008``."""
    return f"{_MONTHS[value.month - 1]} {value.year}"


def estimate(value: DateEstimate) -> str:
    """A date as far as it is known: a day, a likely day, an interval, or ``undated``.

    A day that is likelier than not is "probably" right, one that is merely the likeliest "perhaps".
    """
    first, last = value.earliest, value.latest
    if value.best is not None:
        if first == last == value.best:
            return day(value.best)
        weight = next((each.weight for each in value.candidates if each.value == value.best), 1.0)
        return f"{'probably' if weight > _LIKELY else 'perhaps'} {day(value.best)}"
    if first is not None and last is not None:
        return f"between {day(first)} and {day(last)}"
    if first is not None:
        return f"not before {day(first)}"
    if last is not None:
        return f"not after {day(last)}"
    return UNDATED


def sightings(office: Office) -> str:
    """When reports speak of an office: ``seen from 10 December 2007 to 22 December 2022``, ``in undated reports``."""
    said = []
    if office.first_seen is not None and office.last_seen is not None:
        once = office.first_seen == office.last_seen
        said.append(
            f"seen {day(office.first_seen)}"
            if once
            else f"seen from {day(office.first_seen)} to {day(office.last_seen)}"
        )
    if office.left_by is not None:
        said.append(f"a former one by {day(office.left_by)}")
    return "; ".join(said) or "in undated reports"


def bounds(value: DateEstimate) -> str:
    """The interval behind a likely day, or "" where there is nothing to add."""
    if value.best is None or value.earliest is None or value.latest is None or value.earliest == value.latest:
        return ""
    return f"between {day(value.earliest)} and {day(value.latest)}"


def candidates(value: DateEstimate) -> str:
    """The days that it may be, with their shares, likeliest first; "" where there is only one, and no doubt."""
    if len(value.candidates) < 2 and (not value.candidates or value.candidates[0].weight >= 1):
        return ""
    return ", ".join(f"{day(each.value)} ({confidence(each.weight)})" for each in value.candidates)


def count(number: int, singular: str, plural: str = "") -> str:
    """``1 report``, ``1,234 reports``."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def confidence(value: float) -> str:
    """A probability in whole per cent; never 0 or 100, as nothing here is that sure."""
    shown = "<1" if value < 0.01 else ">99" if value > 0.99 else str(int(value * 100 + 0.5))
    return f"{shown}\u00a0%"
