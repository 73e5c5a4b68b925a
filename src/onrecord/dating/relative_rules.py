"""Dates counted from the report or from another date: "yesterday", "last week", "two days later", "the quarter"."""

from __future__ import annotations

from onrecord.dating.calendar_rules import edge
from onrecord.dating.numbers import number
from onrecord.dating.rules import Fields, Match, rule
from onrecord.dating.titles import is_title
from onrecord.dating.units import length, unit_of
from onrecord.dating.vocabulary import DEICTIC, MONTHS, PARTS, ROUGHLY, SHIFTS, word_set
from onrecord.dating.weekday_rules import part

_FROM_TEXT = word_set("previous preceding prior following ensuing that same")


def nth_day(match: Match) -> Fields | None:
    """ "it is the second day of the talks": the report's own day, or the one that was named."""
    base = {"is": "report", "'s": "report", "’s": "report", "was": "text"}.get(match.before())
    if match.word("unit") != "day" or base is None:
        return None
    return {"type": "DATE", "shift": 0, "unit": "D", "base": base}


def deictic(match: Match) -> Fields | None:
    """ "yesterday", "late today", "tomorrow morning", "tonight"."""
    word = match.word("deictic")
    if is_title(match):
        return None
    fields: Fields = {"type": "DATE", "shift": DEICTIC[word], "unit": "D", **part(match)}
    if word == "tonight":
        fields |= {"part": "NI", "type": "TIME"}
    return {**fields, **edge(match)}


def next_but_one(match: Match) -> Fields | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    way = {("before", "yesterday"): -2, ("after", "tomorrow"): 2}.get((match.word("way"), match.word("deictic")))
    if match.word("unit") != "day" or way is None:
        return None
    return {"type": "DATE", "shift": way, "unit": "D"}


def from_now(match: Match) -> Fields | None:
    """ "two weeks from now", "a year from today"."""
    unit = unit_of(match.word("unit"))
    amount = 1.0 if match.has("one") else number(match.words("number"))
    if match.word("from") != "from" or match.tokens.words[match.end - 1] not in ("now", "today"):
        return None
    if unit not in ("D", "W", "M", "Y", "Q") or amount is None or amount != int(amount) or amount > 10_000:
        return None
    return {"type": "DATE", "shift": int(amount), "unit": unit, **roughly(match)}


def one_unit(match: Match) -> Fields | None:
    """ "last year", "this week", "the following month", "that day", "earlier this year", "the next week or so"."""
    fields = _one_unit(match)
    return {**fields, **or_so(match)} if fields else None


def _one_unit(match: Match) -> Fields | None:
    word, which = match.word("unit"), match.last("which")
    unit = unit_of(word)
    if unit is None or unit in ("TS", "TM", "TH") or which not in SHIFTS or is_title(match):
        return None
    if match.has("fiscal"):
        return (
            {"type": "DATE", "unit": "Y", "shift": -1 if which == "latest" else SHIFTS[which]} if unit == "Y" else None
        )
    if word == "night":
        return _night(match)
    if unit == "CE":
        return {"type": "DATE", "unit": unit, "shift": SHIFTS[which]}
    if unit == "Q" and which in ("latest", "that", "same"):
        return {"type": "DATE", "quarter": 0}
    if unit == "D" and which not in ("this", "that", "same", "previous", "following", "preceding", "next"):
        return None
    if match.has("the") and which in ("last", "past", "next", "coming") and not match.has("edge"):
        length_of = _as_length(match, which)
        if length_of:
            return length_of
    from_text = which in _FROM_TEXT or (which == "next" and unit == "D")
    fields: Fields = {"type": "DATE", "unit": unit, "shift": SHIFTS[which], **edge(match)}
    if unit == "WE" and which == "this":
        fields["step"] = 0
    return {**fields, "base": "text" if from_text else "report"}


def _as_length(match: Match, which: str) -> Fields | None:
    """ "the past year", "the next decade" are lengths; "the last quarter", "the coming week" are dates."""
    unit = unit_of(match.word("unit"))
    if unit in ("W", "M", "Y", "DE") and (which != "coming"):
        return {"type": "DURATION", "value": length(1, unit)}
    return None


def or_so(match: Match) -> Fields:
    """What "or so", "or two" and "or more" behind a length say; without "or", the expression ends before it."""
    if not match.has("orso"):
        return {}
    words = match.words("orso")
    if words == ["or", "so"]:
        return {"modifier": "APPROX"}
    return {} if words[0] == "or" and words[1] in ("two", "more") else {"end": match.span("orso")[0]}


def definite(match: Match) -> Fields | None:
    """ "the quarter", "the full year", "the end of the month", "earlier in the year": what the report's time is in."""
    unit = unit_of(match.word("unit"))
    if unit is None or unit in ("TS", "TM", "TH", "CE", "DE") or match.word("unit") == "night":
        return None
    fields: Fields = {"type": "DATE", "unit": unit, "shift": 0, **edge(match)}
    if match.has("edge"):
        return fields if unit != "D" else None
    if unit == "Q":
        return _the_quarter(match)
    if unit == "WE":
        return fields
    if unit == "Y" and match.after() in ("ended", "ending"):
        return {"type": "DURATION", "value": "P1Y"}
    if match.before() == "for" and unit in ("Y", "W", "M") and not match.after()[:1].isalnum():
        return fields if match.after() in (",", ".", ";") else None
    return fields if unit == "Y" and match.has("full") else None


def _the_quarter(match: Match) -> Fields | None:
    """ "the quarter"; of "the quarter ended July 31" the one that holds most of it."""
    if match.after() in ("of", "-", "century"):
        return None
    number = 0
    if match.after() in ("ended", "ending") and match.after(1) in MONTHS:
        day = match.after(3 if match.after(2) == "." else 2)
        last = MONTHS[match.after(1)] - (1 if day in ("1", "2", "3", "4", "5") else 0)
        number = ((last - 2) % 12) // 3 + 1
    return {"type": "DATE", "quarter": number}


def _night(match: Match) -> Fields | None:
    which = match.last("which")
    if which not in ("last", "this", "previous", "following", "that", "same", "next"):
        return None
    base = "text" if which in _FROM_TEXT or which == "next" else "report"
    return {"type": "TIME", "shift": SHIFTS[which], "unit": "D", "base": base, "part": "NI", **edge(match)}


def part_of_day(match: Match) -> Fields | None:
    """ "this morning", "the next evening", "that night", "later this afternoon"."""
    which = match.last("which")
    if which not in SHIFTS or which in ("current", "present", "past", "latest", "last"):
        return _night(match) if match.word("part") == "night" and which in SHIFTS else None
    base = "text" if which in _FROM_TEXT or which == "next" else "report"
    part = PARTS[match.word("part")]
    return {"type": "TIME", "shift": SHIFTS[which], "unit": "D", "base": base, "part": part, **edge(match)}


def offset(match: Match) -> Fields | None:
    """ "two weeks ago", "a year earlier", "three days later", "nearly four years ago"."""
    unit, back = unit_of(match.word("unit")), match.has("back")
    word = match.word("back") or match.word("on")
    if unit is None or match.word("unit") == "second":
        return None
    if match.has("one") and match.tokens.words[match.span("unit")[1]] == "-":
        return None  # "a year-earlier loss"
    if word in SHIFTS and word != "prior":
        return None
    if word in ("before", "previously", "prior") and match.after()[:1].isalnum():
        return None  # "two days before the vote" is a length, not a day
    amount = 1.0 if match.has("one") else number(match.words("number"))
    if amount is None and word in ("ago", "previously"):
        return {"type": "DATE", "value": "PAST_REF"}
    if amount is None:
        return {"type": "DURATION", "value": length(None, unit)}
    if unit in ("DE", "CE"):
        amount, unit = amount * (10 if unit == "DE" else 100), "Y"
    if amount != int(amount) and unit == "Y":
        amount, unit = amount * 12, "M"
    if amount > 10_000:
        return None
    fields: Fields = {"type": "TIME" if unit in ("TS", "TM", "TH") else "DATE", **roughly(match)}
    count = -round(amount) if back else round(amount)
    fields |= {"shift": count, "unit": "W" if unit == "WE" else unit, "quarter_ago": unit == "Y" and count == -1}
    return {**fields, "base": "report" if word == "ago" else "text"}


def before_that(match: Match) -> Fields | None:
    """ "the year before", "the month earlier", counted from what was named last."""
    unit = unit_of(match.word("unit"))
    if unit not in ("D", "W", "M", "Y") or (match.after()[:1].isalnum() and match.after() not in _GOES_ON):
        return None
    fields: Fields = {"shift": -1, "unit": unit, "base": "text"}
    return {"type": "TIME", **fields, "part": "NI"} if match.word("unit") == "night" else {"type": "DATE", **fields}


_GOES_ON = word_set("in at on by and but when with to from said was were")
_ROUGHLY = {
    "more than": "MORE_THAN",
    "less than": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "at least": "EQUAL_OR_MORE",
    "no less than": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS",
    **ROUGHLY,
}


def roughly(match: Match) -> Fields:
    """The modifier that words such as "nearly", "more than" or "at least" before an amount stand for.

    "about" is none of the expression's words in TimeBank.
    """
    words = match.words("roughly")
    if not words:
        return {}
    if words == ["over"] and match.tokens.words[match.start + 1] not in ("a", "an", "half"):
        return {"start": match.start + 1}  # "over the past year" is no more than a year
    if words[0] in ("about", "around", "roughly", "approximately"):
        return {"modifier": "APPROX", "start": match.start + 1}
    return {"modifier": _ROUGHLY[" ".join(words)]} if " ".join(words) in _ROUGHLY else {}


def year_end(match: Match) -> Fields | None:
    """ "year-end", "year's end", "the month's end"."""
    unit = unit_of(match.word("unit"))
    if unit not in ("Y", "M", "W") or match.tokens.words[match.end - 1] != "end":
        return None
    return {"type": "DATE", "shift": 0, "unit": unit, "modifier": "END"}


ROUGHLY_PATTERN = "{roughly:roughly}?"
SO = "(?P<orso>&[_w1])?"

RULES = (
    rule("{edge:edge}?{deictic:deictic}{part:part}?", deictic),
    rule("(?:{the}?{edge:edge}{in}?)?{the:the}?{selector:which}{unit:unit}" + SO, one_unit),
    rule("{the}?{selector:which}{fiscal:fiscal}{unit:unit}", one_unit),
    rule("{edge:edge}{in}?{the}{fiscal}?{unit:unit}", definite),
    rule("{the}(?P<full>[fF]{1,2})?{unit:unit}", definite),
    rule("{edge:edge}?{the}?{selector:which}{part:part}", part_of_day),
    rule(ROUGHLY_PATTERN + "(?:{amount:number}|{a:one}){extra}?-?{anyunit:unit}-?{back:back}", offset),
    rule(ROUGHLY_PATTERN + "(?:{amount:number}|{a:one}){extra}?-?{anyunit:unit}-?{after:on}", offset),
    rule("(?P<number>){units:unit}(?:{ago:back}|{after:on})", offset),
    rule(ROUGHLY_PATTERN + "(?:{amount:number}|{a:one}){extra}?{anyunit:unit}{past:back}", offset),
    rule("{the}?{unit:unit}(?P<way>[<_>]){deictic:deictic}", next_but_one),
    rule("{the}(?:{ordinal}|{past}){unit:unit}", nth_day),
    rule("{the}{unit:unit}{back:back}", before_that),
    rule(ROUGHLY_PATTERN + "(?:{amount:number}|{a:one}){anyunit:unit}(?P<from>_)[~D]", from_now),
    rule(r"{the}?{unit:unit}(?:{s}|-)?\^", year_end),
)
