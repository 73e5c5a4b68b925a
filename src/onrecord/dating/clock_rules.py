"""Times of the day: "8 p.m.", "10:35 a.m. EST Friday", "noon", "midnight Friday", "4 in the morning"."""

from __future__ import annotations

from onrecord.dating.calendar_rules import edge, exists
from onrecord.dating.numbers import number
from onrecord.dating.rules import Fields, Match, rule
from onrecord.dating.vocabulary import DEICTIC, MONTHS, PARTS, WEEKDAYS, word_set

_MOMENTS = {"noon": (12, 0), "midday": (12, 0), "midnight": (24, 0)}


def clock(match: Match) -> Fields | None:
    """A time of the clock, with the day that follows it, if one does."""
    read = _reading(match)
    if read is None:
        return None
    hour, minute, second = read
    half = match.word("ampm").replace(".", "")
    if half or match.has("part"):
        if hour > 12 and half:
            return None
        late = half == "pm" or match.word("part") in ("afternoon", "evening", "night")
        if late and hour < 12:
            hour += 12
        elif half == "am" and hour == 12:
            hour = 0
    fields: Fields = {"type": "TIME", "hour": hour, "minute": minute, "second": second}
    return {**fields, **_day(match)}


def _reading(match: Match) -> tuple[int, int | None, int | None] | None:
    word = match.word("clock")
    if match.has("oclock") and not word:
        amount = number(match.words("number"))
        return (int(amount), None, None) if amount is not None and 1 <= amount <= 12 else None
    pieces = word.replace(".", ":").split(":")
    if not all(piece.isdecimal() for piece in pieces):
        return None
    values = [int(piece) for piece in pieces]
    hour, minute, second = values[0], values[1] if len(values) > 1 else None, values[2] if len(values) > 2 else None
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 59:
        return None
    if len(pieces) > 1 and len(pieces[1]) != 2:
        return None
    return hour, minute, second


def _day(match: Match) -> Fields:
    """The fields of the day named behind a time."""
    if match.has("weekday"):
        return {"weekday": WEEKDAYS[match.word("weekday")], **_calendar(match)}
    if match.has("deictic"):
        word = match.word("deictic")
        return {"shift": DEICTIC[word], "unit": "D"}
    return _calendar(match)


def _calendar(match: Match) -> Fields:
    if not match.has("month"):
        return {}
    day = int(match.word("day").rstrip("stndrh"))
    month = MONTHS[match.word("month")]
    year = int(match.word("year")) if match.has("year") else None
    return {"month": month, "day": day, "year": year} if exists(year, month, day) else {}


def bare_clock(match: Match) -> Fields | None:
    """ "14:30" without a.m. or p.m.: a time, unless it is a score, a ratio or a verse."""
    read = _reading(match)
    word = match.word("clock")
    if read is None or len(word) < 4:
        return None
    known = match.has("day") or match.has("zone") or match.before() in _CLOCK_OPENERS
    return clock(match) if known else None


_CLOCK_OPENERS = word_set("at by until from around about after before")


def military(match: Match) -> Fields | None:
    """ "0735 GMT", "1330 GMT Friday"."""
    word = match.word("figures")
    if len(word) != 4 or not word.isdecimal() or int(word[:2]) > 24 or int(word[2:]) > 59:
        return None
    return {"type": "TIME", "hour": int(word[:2]), "minute": int(word[2:]), **_day(match)}


def moment(match: Match) -> Fields | None:
    """ "noon", "midnight Friday", "dawn"."""
    word = match.word("moment")
    if word == "overnight":
        return None
    if word not in _MOMENTS and match.before() not in _MOMENT_OPENERS:
        return None
    if word in _MOMENTS:
        hour, minute = _MOMENTS[word]
        return {"type": "TIME", "hour": hour, "minute": minute, **_day(match)}
    return {"type": "TIME", "part": PARTS[word], "shift": 0, "unit": "D", "base": "text", **_day(match)}


def part(match: Match) -> Fields | None:
    """ "early morning", "mid-afternoon", of the day that was named last; "late-night" is a kind of talks."""
    if match.word("part") == "night" or (match.has("hyphen") and match.word("early") != "mid"):
        return None
    return {
        "type": "TIME",
        "part": PARTS[match.word("part")],
        "shift": 0,
        "unit": "D",
        "base": "text",
        **edge(match, "early"),
    }


_MOMENT_OPENERS = word_set("at before after until by since from as")
_DAY = "(?:,?(?:{weekday:weekday}|{deictic:deictic}))?(?:,?{month:month}{dot}?(?P<day>[dO])(?:,?{year:year})?)?"
_ZONE = "(?:{zone:zone}|\\({zone}\\))?"

RULES = (
    rule("(?P<clock>[Cdn]){ampm:ampm}" + _ZONE + _DAY, clock),
    rule("(?P<clock>[Cd]){in}{the}{part:part}", clock),
    rule("(?P<clock>C)" + _ZONE + _DAY, bare_clock),
    rule("(?P<figures>[yn]){zone:zone}" + _DAY, military),
    rule("(?P<clock>[d]){oclock:oclock}(?:{in}{the}{part:part})?" + _DAY, clock),
    rule("{number:number}{oclock:oclock}(?:{in}{the}{part:part})?" + _DAY, clock),
    rule("{moment:moment}" + _DAY, moment),
    rule("{the}?{early:early}(?P<hyphen>-)?{part:part}", part),
)
