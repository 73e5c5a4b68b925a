"""How far an adjunct reaches: from its preposition to where the phrase, or the clause, that it opens ends."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[\w’'&./@#-]*\w(?:\.(?=,|\s+[a-z\d]))?|\S")
_HARD = set(';:–—()[]"“”„«»!?…')


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ABBREVIATIONS = _words("Mr Mrs Ms Dr Sen Gov Rep Gen St No Jan Feb Aug Sept Oct Nov Dec")
_SUBORDINATE = _words(
    "who whom whose which where when while because although though since until if unless that whether but as after "
    "before following ahead amid amidst during despite adding saying citing calling arguing referring describing "
    "warning telling"
)
_FINITE = _words(
    "is was were are am be has had have will would could should can may might must did does do said says told he she "
    "it they we i"
)
_TRAILING = re.compile(
    r"(?:[\s,]+(?:(?:on|late|early|earlier|last|this|next|the)\s+)*"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|yesterday|today|tonight|tomorrow|(?:last|this|next|earlier\s+this)\s+"
    r"(?:week|month|year|morning|afternoon|evening|night|spring|summer|autumn|fall|winter)|ago|later|again|too)"
    r"(?:\s+(?:morning|afternoon|evening|night))?"
    r"|[\s,]+(?:at|over|on|during)\s+the\s+(?:weekend|week)"
    r"|[\s,]+(?:that|and|but|or|also|how|what|why|whether|if|of|to|as|for|on|in|at|by|about|with|the|a|an|have|has|had"
    r"|would|will|he|she|they|it|announcing|discussing|to\s+(?:discuss|announce|say|declare|describe)))+\s*\Z",
    re.IGNORECASE,
)
_NEEDS_DAY = re.compile(r"\b(?:published|released|issued|aired|broadcast|posted|dated|recorded|shown|sent)\Z")
LONGEST = 30  # words; what runs on for longer was not understood


def phrase_end(text: str, start: int, high: int, *, clause: bool = False) -> int:
    """Where the adjunct whose first words are at ``start`` ends, at most at ``high``; ``start`` if it never ends.

    Args:
        clause: whether a finite verb may stand in it ("after the talks had failed").
    """
    end, words, last = start, 0, ""
    for match in _TOKEN.finditer(text, start, high):
        token = match.group()
        low = token.lower()
        if token in _HARD or (token == "." and not (last in _ABBREVIATIONS or re.fullmatch(r"[A-Z]", last))):
            break
        if token == ",":
            if not _joins_names(text, match.start(), high, capitals=last[:1].isupper()):
                break
            continue
        if words and "\n" in text[end : match.start()]:
            break
        if not clause and words and low in _SUBORDINATE and not (low == "as" and words < 2):
            break
        if not clause and low in _FINITE:
            break
        if clause and words > 2 and low in ("who", "which", "adding", "saying", "citing", "but"):
            break
        words += 1
        if words > LONGEST:
            return start
        last = token
        end = match.end()
    return _trimmed(text, start, end)


def _joins_names(text: str, comma: int, high: int, *, capitals: bool) -> bool:
    """Whether a comma stands inside a name or date: "in Ghent, Belgium", "on May 3, 2011"."""
    if re.compile(r",\s+\d{4}\b").match(text, comma, high):
        return True
    place = re.compile(r",\s+(?:[A-Z][\w’'-]+\.?)(?:\s[A-Z][\w’'-]+\.?){0,2}(?=\s*(?:,|\.|;|”|\"|$|\s[a-z]))")
    return capitals and place.match(text, comma, high) is not None and "\n" not in text[comma : comma + 3]


def _trimmed(text: str, start: int, end: int) -> int:
    """``end`` without a day, conjunction or preposition that is left hanging."""
    while True:
        hanging = _TRAILING.search(text, start, end)
        if hanging is None or hanging.start() <= start:
            break
        if _NEEDS_DAY.search(text, start, hanging.start()) and re.search(r"day\b", hanging.group()):
            break
        end = hanging.start()
    return end
