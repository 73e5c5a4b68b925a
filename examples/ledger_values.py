"""How recorded values are compared with annotated ones: names, days, words. Tolerant of how a record spells them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from score import same_name

_WORD = re.compile(r"\w+")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
NEAR = 0.1  # of the time until a deadline; never less than a day


def dug(value: Any, path: str) -> Any:
    """The value at the end of a dotted path of attributes, None where it breaks off."""
    for name in path.split("."):
        value = getattr(value, name, None)
        if value is None:
            return None
    return value


def spans(value: Any) -> Iterator[Any]:
    """All spans in a value: a span, something with ``evidence`` or ``span``, or several of those."""
    if value is None or isinstance(value, str):
        return
    if hasattr(value, "start") and hasattr(value, "end"):
        yield value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from spans(part)
    else:
        for name in ("evidence", "spans", "span"):
            if hasattr(value, name):
                yield from spans(getattr(value, name))
                return


def words_of(value: Any) -> str:
    """The words of a condition or the like, given as text, span or evidence."""
    if isinstance(value, str):
        return value
    return " ".join(span.text for span in spans(value))


def touching(wanted: str, got: str) -> bool:
    """Whether half of the words of the shorter text are in the other one."""
    first, second = set(_WORD.findall(wanted.lower())), set(_WORD.findall(got.lower()))
    return bool(first and second) and 2 * len(first & second) >= min(len(first), len(second))


def same_words(wanted: Sequence[Mapping[str, str]], row: Any) -> bool:
    """Whether what settles a row is one of the annotated passages: in that report, and half of the words."""
    settled = getattr(row, "settled_by", None)
    several = settled if isinstance(settled, (tuple, list)) else [settled]
    for one in several:
        report = dug(one, "report.name") or (dug(one, "report") if isinstance(dug(one, "report"), str) else None)
        for place in wanted:
            if report in (None, place["report"]) and touching(place["text"], words_of(one)):
                return True
    return False


def same_actor(gold: Mapping[str, Any], row: Any) -> bool:
    """Whether a row's actor is the annotated one, or one of those that are as good; nobody, where nobody is meant."""
    name = dug(row, "actor.name") or (row.actor if isinstance(getattr(row, "actor", None), str) else None)
    wanted = [gold["actor"], *gold.get("actor_also", ())]
    if name is None:
        return None in wanted
    return any(same_name(one, name) or same_name(name, one) for one in wanted if one is not None)


def days(value: Any) -> tuple[date, date] | None:
    """First and last day of a date estimate, a date, a time expression or an ISO text; None where there is none."""
    if value is None:
        return None
    if isinstance(value, date):
        return value, value
    if isinstance(value, (tuple, list)):
        several = [found for part in value if (found := days(part))]
        return (min(a for a, _ in several), max(b for _, b in several)) if several else None
    if isinstance(value, str):
        several = [_iso(match) for match in _DAY.finditer(value) if _valid(match)]
        return (several[0][0], several[-1][1]) if several else None
    first = dug(value, "earliest") or dug(value, "best")
    last = dug(value, "latest") or dug(value, "best")
    if first or last:
        return first or last, last or first
    for name in ("when", "date", "dates", "value", "by"):
        if found := days(getattr(value, name, None)):
            return found
    return None


def _valid(match: re.Match[str]) -> bool:
    try:
        _iso(match)
    except ValueError:
        return False
    return True


def _iso(match: re.Match[str]) -> tuple[date, date]:
    year, month, day = int(match[1]), match[2], match[3]
    if day:
        exact = date(year, int(month), int(day))
        return exact, exact
    if month:
        first = date(year, int(month), 1)
        return first, (first + timedelta(31)).replace(day=1) - timedelta(1)
    return date(year, 1, 1), date(year, 12, 31)


def same_day(gold: Mapping[str, Any], value: Any, published: Sequence[str]) -> bool:
    """Whether a deadline or window ends when the annotated one does, or lies within the period that it names.

    A day late or early is right, and for far ones a tenth of the time that was left.
    """
    found = days(value)
    if found is None:
        return False
    start, end = date.fromisoformat(gold["from"]), date.fromisoformat(gold["to"])
    told = date.fromisoformat(published[1])
    if abs(found[1] - end) <= max(timedelta(1), (end - told) * NEAR):
        return True
    return start > told and start <= found[0] and found[1] <= end
