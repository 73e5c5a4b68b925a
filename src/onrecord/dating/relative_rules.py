"""Dates counted from the report or from another date: "yesterday", "last week", "two days later", "the quarter"."""

from __future__ import annotations

from onrecord.dating.calendar_rules import edge
from onrecord.dating.numbers import number
from onrecord.dating.rules import Fields, Match, rule
from onrecord.dating.units import unit_of
from onrecord.dating.vocabulary import DEICTIC, PARTS, ROUGHLY, WEEKDAYS, word_set

_LAST = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "latest": 0}
_NEXT = {"next": 1, "coming": 1, "following": 1, "upcoming": 1, "ensuing": 1}
_SAME = {"this": 0, "current": 0, "present": 0, "that": 0, "same": 0}
_FROM_TEXT = word_set("previous preceding prior following ensuing that same")
SHIFTS = {**_LAST, **_NEXT, **_SAME}


def _part(match: Match) -> Fields:
    return {"part": PARTS[match.word("part")], "type": "TIME"} if match.has("part") else {}


def deictic(match: Match) -> Fields | None:
    """ "yesterday", "late today", "tomorrow morning", "tonight"."""
    word = match.word("deictic")
    fields: Fields = {"type": "DATE", "shift": DEICTIC[word], "unit": "D", **edge(match), **_part(match)}
    if word == "tonight":
        fields |= {"part": "NI", "type": "TIME"}
    return fields


def weekday(match: Match) -> Fields | None:
    """ "Friday", "last Thursday", "early Monday morning"."""
    step = SHIFTS.get(match.last("step"))
    fields: Fields = {"type": "DATE", "weekday": WEEKDAYS[match.word("weekday")], "step": step, **edge(match)}
    return {**fields, **_part(match)}


def weekday_of_week(match: Match) -> Fields | None:
    """ "Monday last week", "Friday of next week"."""
    shift = SHIFTS.get(match.word("step"))
    if unit_of(match.word("unit")) != "W" or shift is None:
        return None
    return {"type": "DATE", "weekday": WEEKDAYS[match.word("weekday")], "shift": shift, "unit": "W"}


def one_unit(match: Match) -> Fields | None:
    """ "last year", "this week", "the following month", "that day", "earlier this year", "the end of the month"."""
    which, unit = match.last("which"), unit_of(match.word("unit"))
    definite = match.has("the")
    if unit is None or unit in ("TS", "TM", "TH") or match.word("unit") == "second":
        return None
    if match.word("unit") == "night":
        return _night(match)
    if unit == "DE" and not which:
        return None
    if unit == "CE":
        return {"type": "DATE", "value": {"last": "19", "this": "20", "next": "21"}.get(which, "PRESENT_REF")}
    fields: Fields = {"type": "DATE", "unit": unit, **edge(match)}
    if not which:
        return _bare_unit(match, fields)
    if (
        unit == "D"
        and which in ("last", "past", "current", "present", "latest", "coming", "prior")
        and not match.has("edge")
    ):
        return None
    if definite and which in ("last", "past", "coming", "next") and not match.has("edge"):
        if which == "next" and unit == "D":
            return {**fields, "shift": 1, "base": "text"}
        if which in ("past", "last") and unit in ("W", "M", "Y", "DE", "Q"):
            return {"type": "DURATION", "value": "P10Y" if unit == "DE" else "P3M" if unit == "Q" else f"P1{unit}"}
        if which == "next" and unit in ("W", "M", "Y", "DE"):
            return {"type": "DURATION", "value": "P10Y" if unit == "DE" else f"P1{unit}"}
    shift = SHIFTS.get(which)
    if shift is None:
        return None
    if which == "next" and unit == "D":
        return {**fields, "shift": 1, "base": "text"}
    return {**fields, "shift": shift, "base": "text" if which in _FROM_TEXT else "report"}


def _bare_unit(match: Match, fields: Fields) -> Fields | None:
    """ "the year", "the quarter", "the end of the month": only what a date usually is meant by."""
    unit = fields["unit"]
    if match.has("edge"):
        return (
            {**fields, "shift": 0, "base": "text" if unit == "D" else "report"}
            if unit not in ("W",)
            else fields | {"shift": 0}
        )
    if unit == "Q" and match.has("the"):
        return {"type": "DATE", "quarter": 0, **edge(match)}
    if unit == "WE" and match.has("the"):
        return {**fields, "shift": 0}
    return None


def _night(match: Match) -> Fields | None:
    which = match.last("which")
    shift = {"last": -1, "this": 0, "previous": -1, "following": 1, "that": 0, "same": 0, "next": 1}.get(which)
    if shift is None:
        return None
    base = "text" if which in _FROM_TEXT else "report"
    return {"type": "TIME", "shift": shift, "unit": "D", "base": base, "part": "NI", **edge(match)}


def part_of_day(match: Match) -> Fields | None:
    """ "this morning", "the next evening", "that night", "later this afternoon"."""
    which, word = match.last("which"), match.word("part")
    if which not in SHIFTS or which in ("current", "present", "past", "latest"):
        return None
    text = which in _FROM_TEXT or (which == "next")
    base = "text" if text else "report"
    return {"type": "TIME", "shift": SHIFTS[which], "unit": "D", "base": base, "part": PARTS[word], **edge(match)}


def offset(match: Match) -> Fields | None:
    """ "two weeks ago", "a year earlier", "three days later", "nearly four years ago"."""
    unit = unit_of(match.word("unit"))
    if unit is None:
        return None
    amount = number(match.words("number"))
    back = match.has("back")
    word = match.word("back") or match.word("on")
    base = "report" if word == "ago" else "text"
    if word == "before" and match.after()[:1].isalnum():  # "two days before the vote" is a length, not a day
        return None
    if word in ("after", "before", "previously") and match.after() not in (".", ",", ";", ""):
        return None
    if amount is None:
        if unit in ("TS", "TM", "TH"):
            return {"type": "DATE", "value": "PAST_REF" if back else "FUTURE_REF"}
        return {"type": "DATE", "value": "PAST_REF" if back else "FUTURE_REF", "unit": unit}
    if unit in ("DE", "CE"):
        amount, unit = amount * (10 if unit == "DE" else 100), "Y"
    if unit == "WE":
        unit = "W"
    fields: Fields = {"unit": unit, "base": base, **roughly(match)}
    if amount != int(amount):
        if unit == "Y":
            amount, fields["unit"] = amount * 12, "M"
        else:
            amount = round(amount)
    if unit in ("TS", "TM", "TH"):
        fields["type"] = "TIME"
    else:
        fields["type"] = "DATE"
    return {**fields, "shift": -int(amount) if back else int(amount)}


def roughly(match: Match) -> Fields:
    """The modifier that words such as "about", "more than" or "at least" before an amount stand for."""
    words = match.words("roughly")
    joined = " ".join(words)
    table = {
        "more than": "MORE_THAN",
        "less than": "LESS_THAN",
        "fewer than": "LESS_THAN",
        "at least": "EQUAL_OR_MORE",
        "no less than": "EQUAL_OR_MORE",
        "at most": "EQUAL_OR_LESS",
        "no more than": "EQUAL_OR_LESS",
    }
    if joined in table:
        return {"modifier": table[joined]}
    return {"modifier": ROUGHLY[joined]} if joined in ROUGHLY else {}


def year_ago(match: Match) -> Fields | None:
    """ "year-ago", "the year-earlier period", "the year-ago quarter"."""
    unit = unit_of(match.word("unit"))
    if unit != "Y":
        return None
    if match.word("noun") == "quarter":
        return {"type": "DATE", "quarter": 0, "shift": -1, "unit": "Y"}
    return {"type": "DATE", "shift": -1, "unit": "Y", "base": "text"}


def year_end(match: Match) -> Fields | None:
    """ "year-end", "year's end"."""
    if match.word("unit") not in ("year", "month") or match.word("end") not in ("end",):
        return None
    unit = unit_of(match.word("unit"))
    return {"type": "DATE", "shift": 0, "unit": unit, "modifier": "END", "year": None}


def period(match: Match) -> Fields | None:
    """ "the latest period", "the 1988 period": the stretch that the report's figures are of."""
    if match.has("year"):
        return {"type": "DATE", "year": int(match.word("year"))}
    if match.word("which") in ("latest", "year-earlier"):
        return {"type": "DATE", "quarter": 0}
    return None


def latest_quarter(match: Match) -> Fields | None:
    """ "the latest quarter", "this quarter", "last quarter", "the current quarter"."""
    which = match.word("which")
    if which == "latest":
        return {"type": "DATE", "quarter": 0}
    if which in ("last", "previous", "prior") and match.has("the"):
        return {"type": "DATE", "shift": -1, "unit": "Q"}
    return None


ROUGHLY_PATTERN = "(?P<roughly>c|5?[1]2|34)?"

RULES = (
    rule("{edge:edge}?{deictic:deictic}{part:part}?", deictic),
    rule("(?:{edge:edge}-?)?(?:{the}?{selector:step})?{weekday:weekday}(?:{part:part}|i)?", weekday),
    rule("{weekday:weekday}{of}?{the}?{which:step}{unit:unit}", weekday_of_week),
    rule("(?:{the}?{edge:edge}-?{of}?{in}?)?{the:the}?{selector:which}?{unit:unit}", one_unit),
    rule("{the:the}{which:which}{quarter}", latest_quarter),
    rule("{edge:edge}?{the}?{selector:which}{part:part}", part_of_day),
    rule(ROUGHLY_PATTERN + "{amount:number}{extra}?-?{anyunit:unit}-?(?:{aback:back})", offset),
    rule(ROUGHLY_PATTERN + "{amount:number}{extra}?-?{anyunit:unit}-?(?:{later:on})", offset),
    rule("{the}?{extra}?{unit:unit}-?{aback}(?:{quarter:noun}|h)?", year_ago),
    rule("{the}?{unit:unit}(?:{s}|-)?{edge:end}", year_end),
    rule("{the}(?:{year:year}|{which:which}){period}", period),
)
