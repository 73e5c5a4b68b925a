"""Words that point at a time without naming one: "now", "recently", "the future", "daily"."""

from __future__ import annotations

from onrecord.dating.rules import Fields, Match, rule
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
    return dict(_SINGLE[match.word("word")])


def phrase(match: Match) -> Fields | None:
    """ "the past", "the near future", "recent", "current"."""
    words = match.tokens.words[match.start : match.end]
    last = words[-1]
    if last == "past" and match.before() in ("in", "of", "from") and _ends(match):
        return dict(_PAST)
    return dict(_FUTURE) if last == "future" and words[1] in ("future", "near", "distant") else None


def _ends(match: Match) -> bool:
    """Whether the phrase ends here, so that "past" is its noun."""
    after = match.after()
    return not after[:1].isalnum() or after in _LINKS


_LINKS = word_set("that and but when to have has had is was were are as for by it he she they we i with when while or")


def sharpened(match: Match) -> Fields | None:
    """ "right now", "more recently"."""
    words = match.tokens.words[match.start : match.end]
    return dict(_SINGLE[words[1]]) if words in (["right", "now"], ["more", "recently"]) else None


RULES = (
    rule("(?P<word>~)", single),
    rule("[_1f]~", sharpened),
    rule("{the}l", phrase),
    rule("{the}_?(?P<future>`)", phrase),
)
