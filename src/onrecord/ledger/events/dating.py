"""When a happening is, and whether that is past or to come, given the day of its report."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.domain import DateEstimate, Happening
from onrecord.ledger.days import Days, no_later
from onrecord.ledger.events.nouns import EVENT_NOUNS

_SET = re.compile(
    r"\b(?:set|scheduled|due|planned|plans|slated|expected|to\s+be|to\s+meet|will|upcoming|is\s+to|are\s+to)\b",
    re.IGNORECASE,
)


def dated(happening: Happening, days: Days, published: DateEstimate) -> Happening:
    """The happening with its days as its words say, counted from the report's day.

    Of what is past, and where the words say nothing, the day is no later than the report's. What is told as past lies
    ahead if its day does; what a noun and its day name without a word of being planned is past if its day is.
    """
    when = days.of(happening.time) if happening.time is not None else DateEstimate()
    state, day = happening.state, published.best
    if day is not None and when.earliest is not None and when.latest is not None:
        if state == "happened" and when.earliest > day:
            state = "scheduled"
        named = happening.trigger.text.casefold() in EVENT_NOUNS and not _SET.search(happening.span.text)
        if state == "scheduled" and when.latest < day and named:
            state = "happened"
    if when.earliest is None and when.latest is None and state == "happened":
        when = no_later(published)
    return replace(happening, when=when, state=state)
