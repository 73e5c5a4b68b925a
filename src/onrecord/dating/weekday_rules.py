"""Days of the week: "Friday", "last Thursday", "Monday last week", "early Sunday morning"."""

from __future__ import annotations

from onrecord.dating.calendar_rules import edge
from onrecord.dating.rules import Fields, Match, rule
from onrecord.dating.titles import is_title
from onrecord.dating.units import unit_of
from onrecord.dating.vocabulary import PARTS, SHIFTS, WEEKDAYS, word_set

_NAMED_WEEKDAYS = word_set("super black bloody cyber fat giving shrove maundy ruby freaky")


def part(match: Match) -> Fields:
    return {"part": PARTS[match.word("part")], "type": "TIME"} if match.has("part") else {}


def _dropped_edge(match: Match) -> Fields:
    """ "earlier" and "later" before a day's name belong to the verb: "Earlier Friday, he said"."""
    first = match.tokens.words[match.start]
    return {"start": match.start + 1} if first in ("earlier", "later") else edge(match)


def weekday(match: Match) -> Fields | None:
    """ "Friday", "last Thursday", "early Monday morning"."""
    if match.last("step") in ("current", "present", "latest", "same"):
        return None
    if match.before() in _NAMED_WEEKDAYS or (match.has("part") and is_title(match)):
        return None  # "Super Tuesday", “Saturday Night Live”
    step = SHIFTS.get(match.last("step"))
    fields: Fields = {"type": "DATE", "weekday": WEEKDAYS[match.word("weekday")], "step": step}
    return {**fields, **part(match), **_dropped_edge(match)}


def short_weekday(match: Match) -> Fields | None:
    """ "last Wed.", "Tues.": short names that are words too ("Sun", "Sat") need a "last" or "this"."""
    if match.has("weekday"):
        return weekday(match)
    word = match.word("short")
    return {"type": "DATE", "weekday": WEEKDAYS[word]} if word not in ("sun", "sat", "mon") else None


def weekday_of_week(match: Match) -> Fields | None:
    """ "Monday last week", "Friday of next week"."""
    shift = SHIFTS.get(match.word("step"))
    if unit_of(match.word("unit")) != "W" or shift is None:
        return None
    return {"type": "DATE", "weekday": WEEKDAYS[match.word("weekday")], "shift": shift, "unit": "W"}


RULES = (
    rule("{edge:edge}?(?:{the}?{selector:step})?{weekday:weekday}{part:part}?", weekday),
    rule("{which:step}(?P<weekday>x){dot}?|(?P<short>x){dot}", short_weekday),
    rule("{weekday:weekday}{of}?{the}?{which:step}{unit:unit}", weekday_of_week),
)
