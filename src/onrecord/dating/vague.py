"""Words that point at a time without naming one: "now", "recently", "the future", "daily"."""

from __future__ import annotations

from onrecord.dating.rules import Fields, Match, rule
from onrecord.dating.tokens import BREAK
from onrecord.dating.vocabulary import word_set

_PRESENT: Fields = {"type": "DATE", "value": "PRESENT_REF"}
_PAST: Fields = {"type": "DATE", "value": "PAST_REF"}
_FUTURE: Fields = {"type": "DATE", "value": "FUTURE_REF"}
_SINGLE: dict[str, Fields] = {
    "now": _PRESENT,
    "currently": _PRESENT,
    "nowadays": _PRESENT,
    "presently": _PRESENT,
    "recently": _PAST,
    "lately": _PAST,
    "formerly": _PAST,
    "daily": {"type": "SET", "value": "P1D"},
    "weekly": {"type": "SET", "value": "P1W"},
    "monthly": {"type": "SET", "value": "P1M"},
    "annually": {"type": "SET", "value": "P1Y"},
    "yearly": {"type": "SET", "value": "P1Y"},
}


def single(match: Match) -> Fields | None:
    if _in_name(match):
        return None
    return dict(_SINGLE[match.word("word")])


def _in_name(match: Match) -> bool:
    """Whether the word is part of a name: "the Daily Herald", "Publishers Weekly"."""
    text, starts = match.tokens.text, match.tokens.starts
    if not match.word("word").endswith("ly") or not text[starts[match.start]].isupper():
        return False
    return match.end < len(match.tokens) and text[starts[match.end]].isupper() and match.before() not in _SENTENCE_ENDS


_SENTENCE_ENDS = frozenset(("", ".", "?", "!", BREAK))


def phrase(match: Match) -> Fields | None:
    """ "the past", "the near future", "recent", "current"."""
    words = match.tokens.words[match.start : match.end]
    last = words[-1]
    if last == "past" and _ends(match):
        qualified = len(words) == 3 and words[1] in ("recent", "distant")
        return dict(_PAST) if qualified or (len(words) == 2 and match.before() in ("in", "of", "from")) else None
    return dict(_FUTURE) if last == "future" and words[1] in _FUTURES else None


_FUTURES = word_set("future near distant immediate")


def _ends(match: Match) -> bool:
    """Whether the phrase ends here, so that "past" is its noun."""
    after = match.after()
    return not after[:1].isalnum() or after in _LINKS


_LINKS = word_set("that and but when to have has had is was were are as for by it he she they we i with when while or")


def sharpened(match: Match) -> Fields | None:
    """ "right now", "more recently"."""
    words = match.tokens.words[match.start : match.end]
    return dict(_SINGLE[words[1]]) if words in (["right", "now"], ["more", "recently"]) else None


def long_ago(match: Match) -> Fields | None:
    """ "long ago", "a long time ago", "some time ago", "not long ago", "a while back"."""
    words = match.tokens.words[match.start : match.end]
    plain = [word for word in words if word not in ("a", "not", "so", "too", "very", "ago", "long")]
    if words[-1] != "ago" or any(word not in ("some", "time", "while") for word in plain):
        return None
    return dict(_PAST)


RULES = (
    rule("(?P<word>~)", single),
    rule("[_1f]~", sharpened),
    rule("{the}[r_]?l", phrase),
    *(rule(f"{words}g", long_ago) for words in ("6", "_6", "a6?_", "_{1,2}")),
    rule("{the}_?(?P<future>`)", phrase),
)
