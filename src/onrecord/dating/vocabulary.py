"""The words that time expressions are made of, by class. A class is one character, so that rules can be compiled."""

from __future__ import annotations


def word_list(words: str) -> tuple[str, ...]:
    """The words of a string, in order."""
    return tuple(words.split())


def word_set(words: str) -> frozenset[str]:
    """The words of a string, as a set."""
    return frozenset(words.split())


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed weds",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ),
        start=1,
    )
    for name in names.split()
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    "morning": "MO",
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "midday": "MI",
    "lunchtime": "MI",
    "noon": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "sunset": "EV",
    "night": "NI",
    "nighttime": "NI",
    "overnight": "NI",
    "midnight": "NI",
}
UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "weekday": "D",
    "week": "W",
    "fortnight": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
PLURALS = {"centuries": "century", **{f"{unit}s": unit for unit in UNITS if unit != "century"}}
SHORT_UNITS = {"hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute", "secs": "second", "yrs": "year"}
ORDINALS = {
    word: number
    for number, word in enumerate(
        word_list(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        start=1,
    )
} | {"twenty-first": 21, "thirtieth": 30}
DEICTIC = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
SHIFTS = {
    **dict.fromkeys(word_list("last past previous preceding prior"), -1),
    **dict.fromkeys(word_list("this current present that same latest"), 0),
    **dict.fromkeys(word_list("next coming following upcoming ensuing"), 1),
}
EDGES = {
    "early": "START",
    "earlier": "START",
    "beginning": "START",
    "start": "START",
    "opening": "START",
    "mid": "MID",
    "middle": "MID",
    "midway": "MID",
    "late": "END",
    "later": "END",
    "end": "END",
    "close": "END",
}
ROUGHLY = {
    "about": "APPROX",
    "around": "APPROX",
    "roughly": "APPROX",
    "approximately": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "under": "LESS_THAN",
    "over": "MORE_THAN",
}
DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}

# The classes. Words that could be of two are of the first that is named; rules allow for that ("second").
CLASSES: dict[str, str] = {}


def _put(character: str, words: str) -> None:
    for word in words.split():
        CLASSES.setdefault(word, character)


_put("a", "a an")
_put("t", "the")
_put("p", "this")
_put("q", "that these those same")
_put("s", "second")
_put("o", " ".join(word for word in ORDINALS if word != "second"))
_put("M", "january february april june july august september october november december")
_put("K", "may march")
_put("m", " ".join(MONTHS))
_put("§", " ".join(f"{name}s" for name in WEEKDAYS if name.endswith("day")))
_put("W", " ".join(name for name in WEEKDAYS if name.endswith("day")))
_put("x", " ".join(name for name in WEEKDAYS if not name.endswith("day")))
_put("G", "weekend")
_put("Q", "quarter")
_put("R", "quarters")
_put("P", "morning afternoon evening night")
_put("i", "noon midnight midday dawn dusk lunchtime daybreak sunrise sunset overnight")
_put("u", " ".join(UNITS))
_put("U", " ".join([*PLURALS, *SHORT_UNITS]))
_put("Z", " ".join(SEASONS))
_put("D", " ".join(DEICTIC))
_put("l", "last past previous preceding prior latest final")
_put("N", "next coming following upcoming ensuing")
_put("T", "current present")
_put("r", "recent")
_put("g", "ago")
_put("k", "earlier")
_put("L", "later")
_put("<", "before previously")
_put(">", "afterward afterwards hence thereafter")
_put("B", "early late mid")
_put("^", "beginning start opening middle end close")
_put("6", "long")
_put("7", "hundred thousand dozen million")
_put("F", "fiscal financial")
_put("z", "half")
_put("b", "of")
_put("j", "in")
_put("&", "and to or")
_put("S", "each every per")
_put("c", " ".join(ROUGHLY))
_put("1", "more less fewer")
_put("2", "than")
_put("3", "at")
_put("4", "least most")
_put("5", "no")
_put("v", "several few many couple numerous dozens hundreds thousands")
_put("E", " ".join(DECADES))
_put("Y", "year-end")
_put("h", "period")
_put("J", "gmt utc est edt cst cdt mst mdt pst pdt et cet cest bst msk ist jst")
_put("w", "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen")
_put("w", "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety")
_put(
    "f",
    "full entire whole additional extra comparable corresponding straight consecutive more other trading "
    "business working",
)
_put("C", "o'clock o’clock")
_put("H", "christmas easter thanksgiving halloween")
_put("V", "labor memorial veterans independence valentine valentines boxing bastille columbus presidents mother father")
_put("V", "new good palm ash armistice remembrance groundhog election inauguration patrick")
_put("!", "daylong weeklong monthlong yearlong decadelong hourlong")
_put("~", "now currently nowadays presently recently lately formerly daily weekly monthly annually yearly")
_put("`", "future")
_put("Ø", "another")
