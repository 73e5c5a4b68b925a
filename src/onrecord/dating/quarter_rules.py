"""Parts of years: seasons, quarters, halves."""

from __future__ import annotations

from onrecord.dating.calendar_rules import EDGE, OF_YEAR, edge, step, year_of
from onrecord.dating.rules import Fields, Match, rule
from onrecord.dating.vocabulary import SEASONS, SHIFTS, word_set

_NUMERALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": 4,
    "final": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}


def season(match: Match) -> Fields | None:
    """ "the summer", "last spring", "the fall of 2003", "early next winter"."""
    word = match.word("season")
    bare = not (match.has("step") or match.has("edge") or match.has("year") or match.has("of"))
    if bare and (match.before() not in _SEASON_OPENERS or match.after() in ("of", "'s", "in")):
        return None
    if bare and match.end - match.start == 1 and word in ("fall", "spring"):
        return None
    fields = {"type": "DATE", "season": SEASONS[word], "year": year_of(match), **edge(match), **step(match)}
    if match.has("of"):
        fields |= {"shift": SHIFTS[match.word("of")], "unit": "Y"}
    return fields


_SEASON_OPENERS = word_set("in during by until since over into through throughout before after for of")


def quarter(match: Match) -> Fields | None:
    """ "the third quarter", "third-quarter", "the fiscal 1990 second quarter", "next year's first quarter"."""
    number = _NUMERALS.get(match.word("ordinal"))
    if number is None or match.word("quarter") not in ("quarter", "quarters"):
        return None
    fields: Fields = {"type": "DATE", "quarter": number, "year": year_of(match)}
    at = match.span("ordinal")[1]
    if match.tokens.words[at] == "-" and match.tokens.words[match.start] == "the":
        fields["start"] = match.start + 1  # "the third-quarter loss": the article is the loss's
    for name in ("of", "owner"):
        if match.has(name):
            fields |= {"shift": SHIFTS[match.word(name)], "unit": "Y"}
    if match.has("ago"):
        fields |= {"shift": -1, "unit": "Y"}
    return {**fields, **edge(match)}


def half(match: Match) -> Fields | None:
    """ "the first half of 1990", "second-half", "the last half of the year"."""
    which = match.word("which")
    if which not in ("first", "second", "last", "latter"):
        return None
    fields: Fields = {"type": "DATE", "half": 1 if which == "first" else 2, "year": year_of(match)}
    if match.has("of"):
        fields |= {"shift": SHIFTS.get(match.word("of"), 0), "unit": "Y"}
    elif not match.has("year") and match.after() in ("of", "century", "hour", "time", "-", "and"):
        return None
    return fields


def short_quarter(match: Match) -> Fields | None:
    """ "Q3 2008", "2Q"."""
    words = match.words("figures")
    if "q" not in words or not match.glued(*match.span("figures")):
        return None
    number = next((int(word) for word in words if word.isdecimal()), 0)
    return {"type": "DATE", "quarter": number, "year": year_of(match)} if 1 <= number <= 4 else None


_QUARTER = "{ordinal:ordinal}-?{fiscal}?{quarter:quarter}"

RULES = (
    rule(EDGE + "{the}?{season:season}(?:{of}?,?{year:year})?", season),
    rule("(?:{edge:edge})?{which:step}{past}?{season:season}", season),
    rule("{the}?{season:season}" + OF_YEAR, season),
    rule(EDGE + "{the}?{fiscal}?{extra}?" + _QUARTER, quarter),
    rule("{the}?{fiscal}?" + _QUARTER + "{of}?{fiscal}?,?{year:year}", quarter),
    rule("{the}?{fiscal}?" + _QUARTER + OF_YEAR, quarter),
    rule("{the}?{fiscal}?{year:year}{s}?{fiscal}?" + _QUARTER, quarter),
    rule("{which:of}u{s}{fiscal}?" + _QUARTER, quarter),
    rule("{the}?u-?{aback:ago}" + _QUARTER, quarter),
    rule("{the}?{past:ordinal}{quarter:quarter}{of}{fiscal}?{year:year}", quarter),
    rule(EDGE + "{the}?{turn:which}-?{half}(?:{of}{fiscal}?{year:year})?", half),
    rule(EDGE + "{the}?{turn:which}-?{half}{of}(?:{which:of}|{the})u", half),
    rule("(?P<figures>_[d]|[d]_),?{of}?{year:year}?", short_quarter),
)
