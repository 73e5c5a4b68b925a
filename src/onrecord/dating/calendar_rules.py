"""Dates that the calendar names: days, months, years, decades, seasons, quarters, holidays, figures."""

from __future__ import annotations

from datetime import date

from onrecord.dating.numbers import year_in_words
from onrecord.dating.rules import Fields, Match, rule
from onrecord.dating.tokens import BREAK
from onrecord.dating.vocabulary import DECADES, EDGES, MONTHS, ORDINALS, SHIFTS, WEEKDAYS, word_set

STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1, "upcoming": 1, "this": 0}


def edge(match: Match, name: str = "edge") -> Fields:
    """START, MID or END, where an early, middle or late part is named."""
    return next(({"modifier": EDGES[word]} for word in match.words(name) if word in EDGES), {})


def step(match: Match, name: str = "step") -> Fields:
    word = match.word(name)
    return {"step": STEPS[word]} if word in STEPS else {}


def year_of(match: Match, name: str = "year") -> int | None:
    """The year written in figures ("2007", "'07"); None where there is none."""
    word = match.word(name).lstrip("'’")
    if not word.isdecimal():
        return None
    value = int(word)
    return value if value > 99 else value + (1900 if value > 40 else 2000)


def _day(match: Match, name: str = "day") -> int | None:
    word = match.word(name)
    digits = word.rstrip("stndrh")
    if digits.isdecimal():
        return int(digits) if 1 <= int(digits) <= 31 else None
    return ORDINALS.get(word)


def named_day(match: Match) -> Fields | None:
    """ "Friday, Oct. 13", "Dec. 2, 1956", "2 December 1956", "the 7th of June"."""
    month, day, year = MONTHS[match.word("month")], _day(match), year_of(match)
    if day is None or not exists(year, month, day):
        return None
    if (month, day) == (9, 11) and match.after() in ("attacks", "attack", "terrorist", "terror", "hijackings"):
        year = year or 2001
    fields: Fields = {"type": "DATE", "year": year, "month": month, "day": day}
    return {**fields, "weekday": WEEKDAYS.get(match.word("weekday")), **edge(match), **step(match)}


def exists(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has that day (in a leap year if no year is named)."""
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True


def _is_no_month(match: Match, word: str) -> bool:
    """Whether a lone word is no month: "Jan" is a name, "March" may be one on foot, "May" a person or a verb."""
    if word in ("may", "march"):
        before, after = match.before(), match.after()
        if before == "the":
            return not _leads_on(match)
        sentence = before in ("", ".", "?", "!", BREAK)
        return sentence or before in _NO_MONTH_AFTER or after in ("be", "i", "we", "of", "on") or _for_a_cause(match)
    return word not in _LONG_MONTHS


_NO_MONTH_AFTER = word_set("a annual theresa mrs ms mr")


def _leads_on(match: Match) -> bool:
    """Whether a noun follows, as in "the March vote", and not what a march is for, on or against."""
    after = match.after()
    if not after[:1].isalpha() or after in _OF_MARCHES:
        return False
    return match.tokens.text[match.tokens.starts[match.end]].islower()


def _for_a_cause(match: Match) -> bool:
    """ "March for Life": a march, by its name."""
    if match.after() != "for" or match.end + 1 >= len(match.tokens):
        return False
    return match.tokens.text[match.tokens.starts[match.end + 1]].isupper()


_OF_MARCHES = word_set(
    "of on for against to through from in by was is were had has will would and that at family government cabinet"
)
_LONG_MONTHS = word_set("january february april june july august september october november december")


def spelled_month(match: Match) -> Fields | None:
    """ "January nineteen ninety-seven"."""
    year = year_in_words(match.words("number"))
    return {"type": "DATE", "month": MONTHS[match.word("month")], "year": year} if year else None


def named_month(match: Match) -> Fields | None:
    """ "October 1984", "early December", "last May", "the end of November", "April next year"."""
    word = match.word("month")
    if match.end - match.start == 1 and _is_no_month(match, word):
        return None
    fields = {"type": "DATE", "month": MONTHS[word], "year": year_of(match), **edge(match), **step(match)}
    if match.has("of"):
        fields |= {"shift": SHIFTS[match.word("of")], "unit": "Y"}
    opening = match.tokens.classes[match.start : match.start + 2]
    return {**fields, "start": match.start + 1} if opening == "tB" else fields


_MONEY = {"$", "£", "€", "#", "no", "number", "dlrs"}
_COUNTED = word_set(
    "people persons men women troops soldiers dollars pounds euros percent per meters metres kilometers miles km feet "
    "points votes shares jobs members workers yards tons tonnes barrels times homes copies units cars years pages"
)


def bare_year(match: Match) -> Fields | None:
    """ "2007", "fiscal 2008", "the year 2000", "early 1990", "the end of 1994", "post-1959"."""
    year = year_of(match)
    if year is None or not 1000 <= year <= 2100:
        return None
    alone = match.end - match.start == 1
    if alone:
        before, after = match.before(), match.after()
        if match.word("year")[0] in "'’" and before not in _YEAR_OPENERS:
            return None
        if before in _MONEY or after in _COUNTED or after in ("%", "°"):
            return None
        if not 1900 <= year <= 2050 and before not in _YEAR_OPENERS and not _brackets(match):
            return None
        glued = match.tokens.glued(match.start)
        if (glued and before not in ("(", "-", "/", '"', "–", "'", "`", "“", "‘", "_")) or _tail(match):
            return None
    return {"type": "DATE", "year": year, **edge(match)}


_YEAR_OPENERS = word_set("in since of by from until till during before after to late early the and mid for")


def _brackets(match: Match) -> bool:
    """Whether a year far back is marked as one: "(1704-1787)", "c. 1818"."""
    before = match.before()
    opens = before == "(" or (before == "." and match.before(2) in ("c", "ca", "b", "d")) or before == "circa"
    return opens or match.after() == ")" or (match.classes(-1) == "-" and match.classes(-2) == "y")


def _tail(match: Match) -> bool:
    """Whether something is stuck to the end of the figures, as in "1989:Q3" or "2000/x"."""
    follows = match.end < len(match.tokens) and match.tokens.glued(match.end)
    return follows and (match.after() in (":", "/", "_") or match.after().isalnum())


def spelled_year(match: Match) -> Fields | None:
    """ "nineteen ninety-one", "the year two thousand"."""
    year = year_in_words(match.words("number"))
    return {"type": "DATE", "year": year} if year else None


def spelled_year_alone(match: Match) -> Fields | None:
    """ "nineteen ninety-one" without "the year"; two thousand of anything is a number."""
    words = match.tokens.words[match.start : match.end]
    year = year_in_words(words) if words[0] != "two" else None
    return {"type": "DATE", "year": year} if year else None


def decade(match: Match) -> Fields | None:
    """ "the 1990s", "the early '80s", "the nineties", but not "in his thirties" or "the mid-30s"."""
    written = match.word("decade")
    digits = written.strip("'’s")
    number = int(digits) // 10 if digits.isdecimal() else DECADES[written]
    if number < 10:
        definite = "the" in (match.before(), match.tokens.words[match.start])
        known = number > 4 or written[0] in "'’" if digits.isdecimal() else definite
        if not known or match.before() in ("his", "her", "their", "my", "our", "your", "$"):
            return None
    return {"type": "DATE", "decade": number, **edge(match)}


def century(match: Match) -> Fields | None:
    """ "the 19th century", "the late twentieth century"; its value is the first two digits."""
    word = match.word("ordinal")
    digits = word.rstrip("stndrh")
    number = int(digits) if digits.isdecimal() else ORDINALS.get(word, 0)
    if match.tokens.words[match.end - 1] != "century" or not 1 <= number <= 30:
        return None
    return {"type": "DATE", "value": f"{number - 1:02d}", **edge(match)}


def week_of(match: Match) -> Fields | None:
    """ "the week of March 6"."""
    fields = named_day(match)
    return {**fields, "unit": "W"} if fields and match.word("unit") == "week" else None


_WEEKDAY = "(?:(?:{selector:step})?{dayname:weekday}{dot}?,?{the}?)?"
_YEAR = "(?:,?{year:year})?"
EDGE = "(?:(?:{the}(?={early}))?{edge:edge}{the}?)?"
_QUARTER = "{ordinal:ordinal}-?{fiscal}?{quarter:quarter}"
OF_YEAR = "{of}?{the}?{which:of}u"

RULES = (
    rule(_WEEKDAY + "(?:{edge:edge})?{month:month}{dot}?{the}?{dayno:day}" + _YEAR, named_day),
    rule("{which:step}{month:month}{dot}?{day:day}".replace("{day:day}", "(?P<day>[dO])"), named_day),
    rule(_WEEKDAY + "{the}?{dayno:day}{of}?{month:month}{dot}?" + _YEAR, named_day),
    rule("(?P<day>d)-{month:month}-{year:year}", named_day),
    rule(EDGE + "{month:month}{dot}?(?:{of}|,)?{year:year}", named_month),
    rule(EDGE + "(?:{which:step}{past}?)?{month:month}{dot}?", named_month),
    rule(EDGE + "{month:month}{dot}?,?" + OF_YEAR, named_month),
    rule("{month:month}(?P<number>w-?w(?:-?w){0,2})", spelled_month),
    rule("{the}u{year:year}", bare_year),
    rule("{year:year}", bare_year),
    rule("{the}?{fiscal}u?{year:year}", bare_year),
    rule("{the}?{year:year}{fiscal}u", bare_year),
    rule("{the}?{edge:edge}{fiscal}?{year:year}", bare_year),
    rule("{the}?u{number:number}", spelled_year),
    rule("w-?w(?:-?w){0,2}", spelled_year_alone),
    rule("{the:the}?(?:{edge:edge}{the}?)?{decade:decade}", decade),
    rule("{the}?(?:{edge:edge}{the}?)?{ordinal:ordinal}-?u", century),
    rule("{the}?(?P<unit>u){of}{month:month}{dot}?(?P<day>d)" + _YEAR, week_of),
)
