"""Durations and sets: "120 days", "the past three months", "two-year", "every Friday", "$2 million a year"."""

from __future__ import annotations

from onrecord.dating.numbers import number
from onrecord.dating.relative_rules import ROUGHLY_PATTERN, roughly
from onrecord.dating.rules import Fields, Match, rule
from onrecord.dating.units import length, unit_of
from onrecord.dating.vocabulary import PARTS, WEEKDAYS, word_set

_AGED = word_set("old aged age")


def duration(match: Match) -> Fields | None:
    """ "three months", "the past two years", "at least 20 more years", "2 1/2 years", "one-year"."""
    unit = unit_of(match.word("unit"))
    words = match.words("number")
    if unit is None or _aged(match) or match.before() in ("$", "£", "€"):
        return None
    plural = match.word("unit").endswith("s") or match.word("unit") in ("hrs",)
    amount = number(words)
    hyphenated = "-" in match.tokens.words[match.start : match.end][1:]
    if unit == "TS" and not plural and words and amount != 1:
        return None
    if words in (["a"], ["an"]):
        return None  # "a year": a rate or a length, see ``one``
    if len(words) == 1 and words[0].isdecimal() and not plural and not hyphenated and amount != 1:
        return None
    if unit == "Q" and not plural and not hyphenated and words == ["one"] and match.before() != "in":
        return None
    if not plural and len(words) == 1 and amount is not None and amount > 1 and not hyphenated and words[0].isdecimal():
        return None
    if unit == "Q" and match.after() == "of":
        return None
    if amount is not None and amount > 100_000:
        return None
    modifier = roughly(match)
    if match.has("orso"):
        if match.tokens.words[match.end - 1] != "so":
            return {"type": "DURATION", "value": length(amount, unit), **modifier, "end": match.end - 2}
        modifier = {"modifier": "APPROX"}
    return {"type": "DURATION", "value": length(amount, unit), **modifier}


def _aged(match: Match) -> bool:
    """Whether it is how old somebody is: "52 years old", "a 6-year-old"."""
    after = match.after()
    return after in _AGED or (after == "-" and match.after(1) in _AGED) or (after == "of" and match.after(1) == "age")


def stretch(match: Match) -> Fields | None:
    """ "the past three months", "the next few days", "the first nine months", "recent weeks"."""
    unit = unit_of(match.word("unit"))
    if unit is None or _aged(match):
        return None
    if match.word("which") in ("latter", "second", "third") and not match.has("number"):
        return None
    words = match.words("number")
    amount = number(words) if words else None
    if match.word("which") in ("recent", "coming") and not words:
        if match.word("which") == "recent" and unit in ("Y", "DE", "D"):
            return {"type": "DATE", "value": "PAST_REF"}
        return {"type": "DURATION", "value": length(None, unit)}
    return {"type": "DURATION", "value": length(amount, unit), **roughly(match)}


def vague_length(match: Match) -> Fields | None:
    """ "years", "decades", "for weeks" without a number, behind a word that makes a length of them."""
    unit = unit_of(match.word("unit"))
    if unit is None or _aged(match) or match.before() not in _OPENERS:
        return None
    if unit in ("TS",) or match.word("unit") in ("weekends", "nights", "quarters", "mins", "hrs", "secs", "yrs"):
        return None
    return {"type": "DURATION", "value": length(None, unit)}


_OPENERS = word_set("for in within after over of took takes take several last lasting lasted just only many")


def one(match: Match) -> Fields | None:
    """ "a year": how often after an amount ("$2 million a year", "twice a week"), how long otherwise."""
    unit = unit_of(match.word("unit"))
    if unit is None or _aged(match) or match.word("unit") in ("second", "night", "quarter", "weekend", "weekday"):
        return None
    before = match.before()
    if match.after() in ("-", "'s") or match.after() in _AGED:
        return None
    if match.word("a") == "per" or _rate(match):
        return {"type": "SET", "value": length(1, unit)}
    if before in _LENGTH_OPENERS:
        return {"type": "DURATION", "value": length(1, unit)}
    if match.after() in ("or",) and match.after(1) in ("so", "two", "more"):
        return {"type": "DURATION", "value": length(1, unit)}
    if match.after() in ("after", "before", "since", "in"):
        return {"type": "DURATION", "value": length(1, unit)}
    return None


_LENGTH_OPENERS = word_set(
    "for in within after over during about almost nearly than least last lasted took take half only just once"
)
_RATES = word_set(
    "times twice once thrice million billion thousand percent barrels tons dollars hours days day % people"
)


def _rate(match: Match) -> bool:
    tokens, index = match.tokens, match.start - 1
    if index < 0:
        return False
    if tokens.words[index] in _RATES:
        return tokens.words[index] != "once" or match.after() not in ("ago",)
    return tokens.classes[index] in "dn0w" or (
        index > 0 and tokens.classes[index - 1] in "dn0w" and tokens.classes[index] == "_"
    )


def each(match: Match) -> Fields | None:
    """ "every year", "each month", "every Friday", "every two weeks"."""
    if match.word("each") == "per" and not match.has("unit"):
        return None
    if match.has("weekday"):
        return {"type": "SET", "value": f"XXXX-WXX-{WEEKDAYS[match.word('weekday')]}"}
    if match.has("part"):
        return {"type": "SET", "value": f"XXXX-XX-XXT{PARTS[match.word('part')]}"}
    unit = unit_of(match.word("unit"))
    if unit is None or match.word("unit") == "second":
        return None
    words = match.words("number")
    amount = 1.0 if not words else number(words)
    return {"type": "SET", "value": length(amount, unit)}


def habit(match: Match) -> Fields | None:
    """ "Mondays", "weekends", "summers"."""
    return {"type": "SET", "value": "XXXX-WXX-WE"} if match.word("unit") == "weekends" else None


_OF = "{of}?{the}?{past}?"

RULES = (
    rule(ROUGHLY_PATTERN + "{amount:number}-?{extra}?{anyunit:unit}(?P<orso>&_)?", duration),
    rule(ROUGHLY_PATTERN + "{the}?(?:{past:which}{next}?)(?:{amount:number}){extra}?-?{anyunit:unit}", stretch),
    rule(ROUGHLY_PATTERN + "{the}?{next:which}(?:{amount:number}){extra}?-?{anyunit:unit}", stretch),
    rule("{the}{ordinal:which}(?:{amount:number}){extra}?{units:unit}", stretch),
    rule("{the}{amount:number}{extra}?{units:unit}", stretch),
    rule("(?:{the}|{that})?{recent:which}(?:{amount:number})?{units:unit}(?:&{units})?", stretch),
    rule("{the}?{next:which}{units:unit}", stretch),
    rule("{units:unit}", vague_length),
    rule("{a:a}{unit:unit}", one),
    rule("{each:each}(?:{weekday:weekday}|{part:part}|(?:{amount:number})?{anyunit:unit})", each),
    rule("{units:unit}", habit),
)
