"""Time expressions anchored: the TIMEX3 value that each has, given the day of the report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from onrecord.dating import days, values
from onrecord.dating.story import Story
from onrecord.dating.timex import Timex
from onrecord.dating.units import length
from onrecord.domain import TimeExpression


def resolve(found: Sequence[Timex], reference: date | None) -> tuple[TimeExpression, ...]:
    """The values of ``found``, in its order.

    Args:
        found: what ``expressions.find`` yields for one text.
        reference: the day of the report; None leaves open what depends on it: ``XXXX-WXX-5``, ``XXXX-12-10``.
    """
    story = Story(reference)
    resolved = []
    for place, timex in enumerate(found):
        said = found[timex.said] if timex.said is not None and timex.said < len(found) else None
        story.at = timex.span.start
        story.spoken(_plain_day(said, reference) if said else None)
        if timex.hour is not None and not timex.is_day:
            _look_ahead(found[place : place + 3], story)
        resolved.append(TimeExpression(timex.span, timex.type, _value(timex, story), timex.modifier))
    return tuple(resolved)


def _look_ahead(run: Sequence[Timex], story: Story) -> None:
    """Of "noon on Wednesday" and "9 a.m. (0600 GMT) Friday", the time is of the day that follows."""
    for before, following in pairwise(run):
        if following.joined or following.span.start - before.span.end > len(") on "):
            return
        if following.hour is None or following.is_day:
            known = _plain_day(following, story.here)
            if known is not None:
                story.named_day(known)
            return


def _plain_day(timex: Timex, here: date | None) -> date | None:
    """The day that a name of the calendar, or "yesterday", means."""
    if timex.unit == "D" and timex.shift is not None and timex.base == "report" and here is not None:
        return values.moved(here, timex.shift, "D")
    return days.named(timex, here)


def _value(timex: Timex, story: Story) -> str:
    if timex.value is not None:
        story.mentioned(timex)
        return timex.value
    if timex.hour is not None or timex.part is not None:
        return _time(timex, story)
    if timex.quarter is not None:
        return _quarter(timex, timex.quarter, story)
    if timex.half is not None or timex.season is not None:
        return _part_of_year(timex, story)
    if timex.decade is not None:
        return f"{timex.decade:03d}" if timex.decade > 9 else f"19{timex.decade}"
    if timex.month is not None and timex.day is None:
        return _month(timex, story)
    if timex.is_day:
        return _day(timex, story)
    if timex.shift is not None and timex.unit is not None:
        return _shifted(timex, timex.shift, story)
    if timex.year is not None:
        story.named_year(timex.year)
        return f"{timex.year:04d}"
    return "XXXX-XX-XX"


def _day(timex: Timex, story: Story) -> str:
    known = days.named(timex, story.here, story.last("D"))
    if known is not None:
        story.named_day(known)
        return values.week(known) if timex.unit == "W" and timex.weekday is None else known.isoformat()
    return _open_day(timex)


def _open_day(timex: Timex) -> str:
    """The value of a day whose year or week is unknown."""
    if timex.month is not None and timex.day is not None:
        return f"XXXX-{timex.month:02d}-{timex.day:02d}"
    return f"XXXX-WXX-{timex.weekday}" if timex.weekday is not None else "XXXX-XX-XX"


def _month(timex: Timex, story: Story) -> str:
    assert timex.month is not None
    year = timex.year if timex.year is not None else days.year_of_month(timex, story.here)
    if year is None or not 1 <= year <= 9999:
        return f"XXXX-{timex.month:02d}"
    story.named_month(year, timex.month)
    return values.month(year, timex.month)


def _part_of_year(timex: Timex, story: Story) -> str:
    year, part = timex.year, timex.season or f"H{timex.half}"
    if year is None and story.here is not None:
        year = story.here.year + (timex.shift or timex.step or 0)
        if timex.season == "WI" and timex.step is None and story.here.month < 3 and timex.direction == "past":
            year -= 1
    return f"{year:04d}-{part}" if year is not None else f"XXXX-{part}"


def _quarter(timex: Timex, number: int, story: Story) -> str:
    """A quarter; the one that the text is about (``number`` 0) may be known from an earlier expression."""
    year = timex.year
    story.mentioned(timex)
    if number == 0:
        known = story.quarter
        if known is None:
            return f"{year:04d}" if year is not None else _last_quarter(timex, story)
        year = year if year is not None else known[0] + (timex.shift or 0)
        return values.quarter(year, known[1])
    if year is None and story.here is not None:
        year = story.here.year + (timex.shift or 0)
        if timex.shift is None:
            ahead = number - values.quarter_of(story.here)
            if timex.direction == "future":
                year += ahead < -1
            else:
                year -= ahead > 0
    if year is None:
        return f"XXXX-Q{number}"
    story.named_quarter(year, number)
    return values.quarter(year, number)


def _last_quarter(timex: Timex, story: Story) -> str:
    """The quarter before the report's, which its figures are of."""
    before = values.moved(story.here, -1, "Q") if story.here else None
    if before is None:
        return "XXXX-QX"
    return values.quarter(before.year + (timex.shift or 0), values.quarter_of(before))


def _shifted(timex: Timex, shift: int, story: Story) -> str:
    """So many units from the report, or from what the text named last."""
    assert timex.unit is not None
    if timex.quarter_ago and story.quarter and story.figures_are_quarterly:
        return values.quarter(story.quarter[0] - 1, story.quarter[1])
    if timex.base == "text" and _has_no_start(timex, story):
        return length(abs(shift), timex.unit)
    base = story.here if timex.base == "report" else story.last(timex.unit)
    there = values.moved(base, shift, timex.unit) if base else None
    if there is None:
        return values.unknown(timex.unit)
    if timex.unit == "WE":
        there = days.weekend(there, timex)
    if not timex.quarter_ago:  # "a year earlier", said twice, is the same year
        story.named(there, timex.unit)
    story.mentioned(timex)
    return values.at(there, timex.unit)


def _has_no_start(timex: Timex, story: Story) -> bool:
    """Whether there is nothing that "an hour earlier" or "two days later" could be counted from."""
    if timex.unit in ("TS", "TM", "TH"):
        return True
    return timex.span.text.lower().endswith(_LATER) and timex.unit is not None and not story.has_named(timex.unit)


_LATER = ("later", "after", "afterward", "afterwards", "thereafter")


def _time(timex: Timex, story: Story) -> str:
    """A time of the day, of the day that is named with it or was named last."""
    if timex.is_day:
        known = days.named(timex, story.here)
    elif timex.unit == "D" and timex.shift is not None:
        base = story.last("D") if timex.base == "text" else story.here
        known = values.moved(base, timex.shift, "D") if base else None
    elif timex.shift is not None and timex.unit is not None:  # "two hours later"
        known = story.last("D")
    else:
        known = story.day_of_a_time()
    if known is not None:
        story.named_day(known)
    head = known.isoformat() if known else _open_day(timex)
    if timex.hour is None:
        return f"{head}T{timex.part}"
    clock = f"{head}T{timex.hour:02d}:{timex.minute or 0:02d}"
    return clock if timex.second is None else f"{clock}:{timex.second:02d}"
