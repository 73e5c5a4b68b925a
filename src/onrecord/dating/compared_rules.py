"""What figures are compared with: "the year-ago quarter", "the same month last year", "the 1988 period"."""

from __future__ import annotations

from onrecord.dating.rules import Fields, Match, rule
from onrecord.dating.units import unit_of


def years_quarter(match: Match) -> Fields | None:
    """ "the year-ago quarter", "the quarter a year ago", "the same period last year", "year-ago"."""
    if match.word("unit") != "year":
        return None
    if match.has("noun"):
        return {"type": "DATE", "quarter": 0, "shift": -1, "unit": "Y"}
    fields: Fields = {"type": "DATE", "shift": -1, "unit": "Y", "base": "text", "quarter_ago": True}
    return fields if match.tokens.words[match.start] == "year" else {**fields, "start": match.start + 1}


def years_month(match: Match) -> Fields | None:
    """ "the same month last year", "the same week a year earlier": of the month named last, a year before."""
    units = [unit for word in match.tokens.words[match.start : match.end] if (unit := unit_of(word))]
    if units not in (["M", "Y"], ["W", "Y"], ["D", "Y"]) or match.word("which") in ("that", "these", "those"):
        return None
    back = {"M": -12, "W": -52, "D": -364}[units[0]]
    return {"type": "DATE", "shift": back, "unit": units[0], "base": "text"}


def period(match: Match) -> Fields | None:
    """ "the latest period", "the 1988 period": the stretch that the report's figures are of."""
    if match.has("year"):
        return {"type": "DATE", "year": int(match.word("year")), "quarter": 0}
    return {"type": "DATE", "quarter": 0} if match.word("which") in ("latest", "current") else None


RULES = (
    rule("{the}?{extra}?{unit:unit}-?{aback}(?P<noun>[Qh])?", years_quarter),
    rule("{the}?[fq]?(?P<noun>[Qh])a?{unit:unit}-?{aback}", years_quarter),
    rule("{the}?[fq]{1,2}(?P<noun>[Qh])(?:{of}?{past}){unit:unit}", years_quarter),
    rule("{past}{unit:unit}{s}[fq]?(?P<noun>[Qh])", years_quarter),
    rule("{the}?(?P<which>[fq]){unit}(?:{of}?{past}{unit}|{a}{unit}{back})", years_month),
    rule("{the}(?:{year:year}|{which:which}){period}", period),
    rule("{the}{year:year}{quarter}", period),
    rule("{the}?[fq]{1,2}[Qh](?:{of}|{in}){fiscal}?{year:year}", period),
)
