"""How dates, counts and confidences are put into words; English, whatever the machine's locale."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.domain import DateEstimate, Office

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

UNDATED = "undated"


def day(value: date) -> str:
    """``17 February 2008``."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def weekday(value: date) -> str:
    """``Sunday``."""
    return _WEEKDAYS[value.weekday()]


def month(value: date) -> str:
    """``February 2008``."""
    return f"{_MONTHS[value.month - 1]} {value.year}"


def estimate(value: DateEstimate) -> str:
    """A date as far as it is known: a day, one of a few, a likely day, an interval, or ``undated``.

    A day that is likelier than not is "probably" right, one that is merely the likeliest "perhaps".
    """
    first, last = value.earliest, value.latest
    if value.best is not None:
        if first == last == value.best:
            return day(value.best)
        days = choice(value)
        return either(days) if days and not favours_one(value) else f"{doubt(value)} {day(value.best)}"
    if first is not None and last is not None:
        return between(first, last)
    if first is not None:
        return f"not before {day(first)}"
    if last is not None:
        return f"not after {day(last)}"
    return UNDATED


def doubt(value: DateEstimate) -> str:
    """``probably``, or ``perhaps`` where the best day is known to be less likely than all others together."""
    weight = next((each.weight for each in value.candidates if each.value == value.best), 1.0)
    return "probably" if weight > _EVEN else "perhaps"


_EVEN = 0.5
_MOST_CHOICES = 4
_ALL = 0.95
"""Candidates that weigh this much together leave no other day worth naming."""

_FAVOURITE = 0.75


def choice(value: DateEstimate) -> tuple[date, ...]:
    """The days in question, in order, where there are from two to four; else nothing."""
    days = sorted({each.value for each in value.candidates})
    if not 2 <= len(days) <= _MOST_CHOICES or sum(each.weight for each in value.candidates) < _ALL:
        return ()
    return tuple(days)


def favours_one(value: DateEstimate) -> bool:
    """Whether one candidate outweighs the others by far."""
    return any(each.value == value.best and each.weight >= _FAVOURITE for each in value.candidates)


def either(days: Sequence[date]) -> str:
    """``10 or 11 December 2007``, ``30 November or 1 December 2007``, ``13 February 2002, 2008 or 2013``."""
    if len({(each.year, each.month) for each in days}) == 1:
        return f"{_or([str(each.day) for each in days])} {month(days[0])}"
    if len({(each.month, each.day) for each in days}) == 1:
        return f"{days[0].day} {_MONTHS[days[0].month - 1]} {_or([str(each.year) for each in days])}"
    if len({each.year for each in days}) == 1:
        return f"{_or([_in_year(each) for each in days])} {days[0].year}"
    return _or([day(each) for each in days])


def between(first: date, last: date) -> str:
    """``between 10 and 14 December 2007``, ``in December 2007``, ``in 2007``; both days are included."""
    if first == last:
        return day(first)
    whole = first.day == 1 and (last == date.max or (last + timedelta(days=1)).day == 1)
    if whole and (first.year, first.month) == (last.year, last.month):
        return f"in {month(first)}"
    if whole and first.year == last.year and (first.month, last.month) == (1, 12):
        return f"in {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"between {first.day} and {day(last)}"
    return f"between {_in_year(first) if first.year == last.year else day(first)} and {day(last)}"


def elapsed(first: date, last: date) -> str:
    """How much time lies between two days: ``12 days``, ``3 months``, ``14 years and 10 months``."""
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    if months < 2:
        return count((last - first).days, "day")
    years, rest = divmod(months, 12)
    parts = [count(years, "year")] if years else []
    if rest and years < 100:
        parts.append(count(rest, "month"))
    return " and ".join(parts)


def roughly(first: date, last: date) -> str:
    """How much time lies between two days, in few words: ``12 days``, ``20 months``, ``almost 15 years``."""
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    if months < 24:
        return count(months, "month") if months > 1 else elapsed(first, last)
    years, rest = divmod(months, 12)
    return f"almost {years + 1} years" if rest > 9 else f"over {years} years" if rest else f"{years} years"


def _or(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]


def _in_year(value: date) -> str:
    return f"{value.day} {_MONTHS[value.month - 1]}"


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
    """What ``estimate`` leaves out of a likely day, the other days or the interval; "" where there is nothing."""
    if value.best is None or value.earliest is None or value.latest is None or value.earliest == value.latest:
        return ""
    days = choice(value)
    if days:
        return f"otherwise {either([each for each in days if each != value.best])}" if favours_one(value) else ""
    return between(value.earliest, value.latest)


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
