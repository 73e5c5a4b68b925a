"""Durations and sets: "120 days", "the past three months", "two-year", "every Friday", "$2 million a year"."""

from __future__ import annotations

from onrecord.dating.numbers import number
from onrecord.dating.relative_rules import ROUGHLY_PATTERN, SO, or_so, roughly
from onrecord.dating.rules import Fields, Match, rule
from onrecord.dating.tokens import BREAK
from onrecord.dating.units import length, unit_of
from onrecord.dating.vocabulary import MONTHS, PARTS, SEASONS, UNITS, WEEKDAYS, word_set

_AGED = word_set("old olds aged age")
_SOME_DAY = word_set("will would may might could can shall should must")


def duration(match: Match) -> Fields | None:
    """ "three months", "at least 20 more years", "2 1/2 years", "one-year"."""
    word, words = match.word("unit"), match.words("number")
    unit, amount = unit_of(word), number(words)
    if unit is None or _aged(match) or match.before() in ("$", "£", "€", "#") or (amount or 0) > 100_000:
        return None
    hyphenated = match.tokens.words[match.span("unit")[0] - 1] == "-"
    if amount is None and word in UNITS and not hyphenated and words[-1:] not in (["one"], ["half"]):
        return None  # "several weekend rallies"
    if words == ["one"] and word == "day" and not hyphenated and match.before() in _SOME_DAY:
        return {"type": "DATE", "value": "FUTURE_REF"}  # "it will one day be mended"
    if unit == "Q" and (amount or 0) > 0 and (match.after() in ("of", "-") or (word == "quarter") != hyphenated):
        return None  # "three quarters of the members", "one quarter"
    if word == "second" and not hyphenated and words != ["one"]:
        return None
    return {"type": "DURATION", "value": length(amount, unit), **roughly(match), **or_so(match)}


def _aged(match: Match) -> bool:
    """Whether it is how old somebody is: "52 years old", "a 6-year-old"."""
    after = match.after()
    return after in _AGED or (after == "-" and match.after(1) in _AGED) or (after == "of" and match.after(1) == "age")


def stretch(match: Match) -> Fields | None:
    """ "the past three months", "the next few days", "the first nine months"."""
    unit, words = unit_of(match.word("unit")), match.words("number")
    if unit is None or _aged(match):
        return None
    return {"type": "DURATION", "value": length(number(words), unit), **roughly(match), **or_so(match)}


def around_now(match: Match) -> Fields | None:
    """ "recent weeks", "the past years", "the coming months", "these days"."""
    unit, which = unit_of(match.word("unit")), match.word("which")
    if unit is None or unit in ("TS", "TM"):
        return None
    if which == "final":
        return None
    if which in ("these", "those", "that", "same"):
        return {"type": "DATE", "value": "PRESENT_REF"} if (which, unit) == ("these", "D") else None
    if which in ("coming", "next", "following", "upcoming"):
        return {"type": "DATE", "value": "FUTURE_REF"}
    if which == "recent" and unit in ("W", "M"):
        return {"type": "DURATION", "value": length(None, unit)}
    return {"type": "DATE", "value": "PAST_REF"}


def vague_length(match: Match) -> Fields | None:
    """ "years", "decades", "for weeks" without a number, behind a word that makes a length of them."""
    word = match.word("unit")
    unit = unit_of(word)
    if unit is None or _aged(match) or word not in _VAGUE_UNITS or match.after() in ("-", "to"):
        return None
    opens = match.before() in _OPENERS
    if match.after() == "of":
        opens = opens or match.before() in _OPENERS_OF or _begins(match)
    elif match.after() in ("after", "before"):
        opens = opens or match.before() not in _NO_OPENERS
    return {"type": "DURATION", "value": length(None, unit)} if opens else None


def _begins(match: Match) -> bool:
    return match.before() in ("", ".", "?", "!", BREAK, '"', "“")


def the_years(match: Match) -> Fields | None:
    """ "over the years", "in the weeks ahead", "in the days before the vote"."""
    unit, before, ahead = unit_of(match.word("unit")), match.before(), match.after() == "ahead"
    if unit is None or match.word("unit") not in _VAGUE_UNITS or before not in _SPANNING:
        return None
    over = before in ("over", "through", "throughout", "down") and not match.has("which")
    if not over and not ahead and match.after() not in _BESIDE:
        return None
    return {"type": "DURATION", "value": length(None, unit), **({"end": match.end + 1} if ahead else {})}


_SPANNING = word_set("in during over for through throughout down within")
_BESIDE = word_set("before after since following leading that preceding between")
_OPENERS_OF = word_set(
    "follow follows followed following despite amid ended ending ends with by through in capped and from since because"
)
_NO_OPENERS = word_set("of the - three these those first last final early")
_OPENERS = word_set(
    "for within after been several took takes take lasting lasted over spent spend spends spending waited waiting"
)
_VAGUE_UNITS = word_set("minutes hours days weeks months years decades centuries")


def lasting(match: Match) -> Fields | None:
    """ "day-long", "decades-long", "weeklong"."""
    word = match.word("unit") or match.word("whole").removesuffix("long")
    unit = unit_of(word)
    return {"type": "DURATION", "value": length(None if word.endswith("s") else 1, unit)} if unit else None


def one(match: Match) -> Fields | None:
    """ "a year": how often after an amount ("$2 million a year", "twice a week"), how long otherwise."""
    unit = unit_of(match.word("unit"))
    if unit is None or _aged(match) or match.word("unit") in ("second", "night", "quarter", "weekend", "weekday"):
        return None
    long: Fields = {"type": "DURATION", "value": length(1, unit)}
    if match.has("roughly"):
        return {**long, **roughly(match), **or_so(match)}
    if match.has("orso") and "end" not in or_so(match):
        return {**long, **or_so(match)}
    if _following(match) in ("-", "'s"):
        return None
    if unit in ("DE", "CE"):
        return {**long, **or_so(match)}
    end = or_so(match)
    if _rate(match):
        return {"type": "SET", "value": length(1, unit), **end}
    return {**long, **end} if match.before() in _LENGTH_OPENERS or _following(match) in _LENGTH_CLOSERS else None


def _following(match: Match) -> str:
    """The token behind the unit."""
    at = match.span("unit")[1]
    return match.tokens.words[at] if at < len(match.tokens) else ""


def one_more(match: Match) -> Fields | None:
    """ "another year", "an additional week", "a full decade"."""
    unit = unit_of(match.word("unit"))
    if unit is None or _aged(match) or match.word("unit") in ("second", "night", "quarter", "weekend", "weekday"):
        return None
    which = match.word("extra") or "another"
    if which not in _MORE or match.after() in ("-", "'s"):
        return None
    return {"type": "DURATION", "value": length(1, unit)}


_MORE = word_set("another additional extra full whole entire")


_LENGTH_CLOSERS = word_set("after before since in")
_LENGTH_OPENERS = word_set(
    "for in within after over during about almost nearly than least last lasted took take half only just once"
)
_RATES = word_set(
    "times twice once thrice million billion thousand percent barrels tons dollars hours days day % people"
)


def _rate(match: Match) -> bool:
    """Whether something countable stands before: "twice a year", "$2 million a year", "50,000 copies a year"."""
    before, further = match.classes(-1), match.classes(-2)
    if match.before() in _RATES or (before and before in "dn0w7"):
        return True
    return before == "_" and (match.before().endswith("s") or (further != "" and further in "dn0w7"))


def each(match: Match) -> Fields | None:
    """ "every year", "each month", "every Friday", "each July", "every two weeks", "every other day"."""
    if match.has("month"):
        return {"type": "SET", "value": f"XXXX-{MONTHS[match.word('month')]:02d}"}
    if match.has("season"):
        return {"type": "SET", "value": f"XXXX-{SEASONS[match.word('season')]}"}
    if match.has("weekday"):
        return {"type": "SET", "value": f"XXXX-WXX-{WEEKDAYS[match.word('weekday')]}"}
    if match.has("part"):
        return {"type": "SET", "value": f"XXXX-XX-XXT{PARTS[match.word('part')]}"}
    unit = unit_of(match.word("unit"))
    if unit is None or match.word("unit") == "second":
        return None
    words = match.words("number")
    which = match.word("which")
    if which not in ("", "single", "other", "second", "third"):
        return None
    amount = {"other": 2.0, "second": 2.0, "third": 3.0}.get(which, 1.0) if not words else number(words)
    return {"type": "SET", "value": length(amount, unit)}


def habit(match: Match) -> Fields | None:
    """ "Mondays", "weekends"."""
    if match.has("weekday"):
        return {"type": "SET", "value": f"XXXX-WXX-{WEEKDAYS[match.word('weekday').removesuffix('s')]}"}
    return {"type": "SET", "value": "XXXX-WXX-WE"} if match.word("unit") == "weekends" else None


RULES = (
    rule(ROUGHLY_PATTERN + "{amount:number}{extra}?-?{anyunit:unit}" + SO, duration),
    rule(ROUGHLY_PATTERN + "{the}?{past}{next}?{amount:number}{extra}?-?{anyunit:unit}" + SO, stretch),
    rule(ROUGHLY_PATTERN + "{the}?{next}{amount:number}{extra}?-?{anyunit:unit}" + SO, stretch),
    rule("{the}{ordinal}{amount:number}{extra}?{units:unit}", stretch),
    rule("{the}(?:u-?{aback})?{amount:number}{extra}?{units:unit}", stretch),
    rule("{that}?(?:{the}?{recent}){amount:number}{units:unit}", stretch),
    rule("{the}?{recent:which}{units:unit}(?:&{units})?", around_now),
    rule("{the}?(?P<which>[lNq]){units:unit}", around_now),
    rule("{units:unit}", vague_length),
    rule("{the}(?P<which>[_BN])?{units:unit}", the_years),
    rule("{unit:unit}-{longish}", lasting),
    rule("{units:unit}-{longish}", lasting),
    rule("{wordlong:whole}", lasting),
    rule(ROUGHLY_PATTERN + "{a:a}{unit:unit}" + SO, one),
    rule("{each:each}(?:{weekday:weekday}|{part:part}|{month:month}|{season:season})", each),
    rule("{each:each}(?:{amount:number}|(?P<which>[_fso]))?{anyunit:unit}", each),
    rule("(?:{another}|{a}{extra:extra}){unit:unit}", one_more),
    rule("{units:unit}", habit),
    rule("{weekdays:weekday}", habit),
)
