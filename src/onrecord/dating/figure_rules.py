"""Dates in figures, and feasts: "2007-12-10", "12/08/97", "19980807", "9/11", "Christmas Eve"."""

from __future__ import annotations

from onrecord.dating.calendar_rules import exists, step, year_of
from onrecord.dating.holidays import holiday
from onrecord.dating.rules import Fields, Match, rule


def iso(match: Match) -> Fields | None:
    """ "2007-12-10", "2007-12-10T08:30:00"."""
    text = match.tokens.text[match.tokens.starts[match.start] : match.tokens.ends[match.start]]
    day, _, clock = text.partition("T")
    year, month, number = (int(piece) for piece in day.split("-"))
    if not exists(year, month, number):
        return None
    fields: Fields = {"type": "TIME" if clock else "DATE", "year": year, "month": month, "day": number}
    if clock:
        pieces = [int(piece[:2]) for piece in clock[:8].rstrip("Z").split(":")]
        fields |= dict(zip(("hour", "minute", "second"), pieces, strict=False))
    return fields


def slashed(match: Match) -> Fields | None:
    """ "12/08/97", "12-08-1997", "1998/08/07", "13.12.2007": month first unless it can't be, or dots part it."""
    word = match.word("date")
    mark = next(character for character in word if not character.isdigit())
    pieces = word.split(mark)
    first, second, third = (int(piece) for piece in pieces)
    if len(pieces[0]) == 4:
        year, month, day = first, second, third
    elif len(pieces[0]) == 3 or len(pieces[2]) == 3 or (mark == "." and len(pieces[2]) == 2):
        return None
    else:
        year = third if third > 99 else third + (1900 if third > 40 else 2000)
        month, day = (second, first) if mark == "." or first > 12 else (first, second)
    if not 1700 <= year <= 2100 or not 1 <= month <= 12 or not exists(year, month, day):
        return None
    return {"type": "DATE", "year": year, "month": month, "day": day}


def nine_eleven(match: Match) -> Fields | None:
    """ "9/11", the one day that is called by its figures."""
    if match.tokens.words[match.start : match.end] != ["9", "/", "11"] or not match.glued():
        return None
    return {"type": "DATE", "year": 2001, "month": 9, "day": 11}


def compact(match: Match) -> Fields | None:
    """ "19980807" on its own, as in the headers of wire copy."""
    word = match.word("date")
    year, month, day = int(word[:4]), int(word[4:6]), int(word[6:])
    if not 1 <= month <= 12 or not exists(year, month, day) or match.tokens.glued(match.start):
        return None
    return {"type": "DATE", "year": year, "month": month, "day": day}


def feast(match: Match) -> Fields | None:
    """ "Christmas Eve", "Thanksgiving Day", "Easter 1998"."""
    start, end = match.span("name")
    for stop in range(end, start, -1):
        known = holiday(" ".join(match.tokens.words[start:stop]))
        if known and _after(match, stop) not in ("island", "islands", "seals"):
            fields = {"type": "DATE", **known, **step(match)}
            if match.word("name") == "patrick":
                fields["start"] = match.start - (2 if match.before() == "." else 1)
            return {**fields, "year": year_of(match)} if stop == end else {**fields, "end": stop}
    return None


def _after(match: Match, stop: int) -> str:
    return match.tokens.words[stop] if stop < len(match.tokens) else ""


RULES = (
    rule("d/d", nine_eleven),
    rule("{iso}", iso),
    rule("(?P<date>A)", slashed),
    rule("(?P<date>8)", compact),
    rule("{which:step}?{past}?{feast:name}(?:,?{year:year})?", feast),
)
