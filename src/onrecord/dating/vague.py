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
    "soon": _FUTURE,
    "daily": {"type": "SET", "value": "P1D"},
    "weekly": {"type": "SET", "value": "P1W"},
    "monthly": {"type": "SET", "value": "P1M"},
    "annually": {"type": "SET", "value": "P1Y"},
    "yearly": {"type": "SET", "value": "P1Y"},
}
_SOON_AFTER = word_set("as after afterwards afterward enough to")


def single(match: Match) -> Fields | None:
    word = match.word("word")
    fields = _SINGLE[word]
    if word == "soon" and (match.after() in _SOON_AFTER or match.before() == "as"):
        return None
    return dict(fields)


def phrase(match: Match) -> Fields | None:
    """ "the past", "the near future", "recent", "current"."""
    words = match.tokens.words[match.start : match.end]
    last = words[-1]
    if last == "past" and match.before() in ("in", "of", "from") and _ends(match):
        return dict(_PAST)
    if last == "future" and len(words) > 1:
        return dict(_FUTURE)
    return None


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
