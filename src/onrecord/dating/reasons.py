"""The words in which a clue is given as a reason for a date."""

from __future__ import annotations

from onrecord.dating.clues import Clue
from onrecord.domain import DateReason

_WEEKDAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("", "January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_STANDINGS = {
    "past": "names {} as past",
    "last": "names {} as past",
    "future": "names {} as still to come",
    "latest": "names no later year as past than {}",
    "part": "names {} as past",
    "agency": "names {}, as agency copy names its own day",
    "same": "names {} as its own day",
    "wire": "names {}, as wire copy names the day of its dateline",
    "ahead": "names {} as still to come",
    "head": "its head has {}",
}


def reason(clue: Clue) -> DateReason:
    """The clue as a reason, with the words that it rests on."""
    if clue.kind == "site year":
        return DateReason(
            f"the page is marked as of {clue.year}, which is not before it was published", "text", clue.span
        )
    if clue.kind == "weekday of day":
        named = f"{_day(clue)} is called a {_WEEKDAYS[clue.weekday]}, which it is only in some years"
        return DateReason(named, "text", clue.span)
    standing = clue.standing.removeprefix("first ")
    form = _STANDINGS.get(standing, "names {}")
    return DateReason(form.format(_named(clue)), "text", clue.span)


def _named(clue: Clue) -> str:
    if clue.weekday:
        return _WEEKDAYS[clue.weekday]
    if clue.day:
        return _day(clue)
    if clue.standing == "part":
        return f"a part of {clue.year}"
    if clue.month:
        return f"{_MONTHS[clue.month]} {clue.year}" if clue.year else _MONTHS[clue.month]
    return str(clue.year)


def _day(clue: Clue) -> str:
    return f"{clue.day} {_MONTHS[clue.month]}{f' {clue.year}' if clue.year else ''}"
