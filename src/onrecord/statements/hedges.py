"""Words by which a report does not vouch for a statement's being made: "reportedly", "is said to", "may have said".

Hedges inside the content ("said it was apparently over") are the speaker's and not the report's.
"""

from __future__ import annotations

import re

from onrecord.domain import Span, Statement
from onrecord.statements.mode import names_mode

_ADVERB = re.compile(
    r"\b(?:reportedly|allegedly|apparently|supposedly|purportedly|ostensibly|seemingly|presumably|rumou?redly|reputedly)\b",
    re.IGNORECASE,
)
_BE = r"(?:is|are|was|were|has\s+been|have\s+been|had\s+been)"
_HOW = r"(?:not\s+)?(?:widely\s+|also\s+|generally\s+|still\s+|long\s+)?"
_PASSIVE = re.compile(
    rf"\b{_BE}\s+{_HOW}(?:said|believed|thought|understood|alleged|rumou?red|reputed|supposed)\s+to\b"
    rf"|\b{_BE}\s+{_HOW}(?:reported|claimed)\s+to\s+(?:have|be)\b"
    rf"|\bit\s+{_BE}\s+{_HOW}(?:said|believed|thought|understood|alleged|rumou?red|reported|claimed)\b",
    re.IGNORECASE,
)
_SEEMING = re.compile(r"\b(?:seem(?:s|ed)?|appear(?:s|ed)?)\s+to(?=\s+(?P<verb>\w+))", re.IGNORECASE)
_MAYBE = re.compile(r"\b(?:may|might)\s+have\b", re.IGNORECASE)
_LONE = re.compile(
    rf"\W*{_BE}\s+{_HOW}(?:said|believed|thought|understood|alleged|rumou?red|reputed)\W*\Z", re.IGNORECASE
)
_TO = re.compile(r"\s+to\b")
_REACH = 60
_BEHIND = re.compile(r"\s*,?\s*", re.IGNORECASE)


def hedge(text: str, statement: Statement) -> Span | None:
    """The hedge of a statement, None where the report simply tells it."""
    cue, source = statement.cue, statement.source
    if cue is None:
        return None
    low = max(0, cue.start - _REACH)
    if source is not None and source.end <= cue.start:
        low = max(low, source.end)
    else:
        low = max([low, text.rfind(". ", low, cue.start) + 1, text.rfind("\n", low, cue.start) + 1])
    low = max([low, *(span.end for span in statement.content if low < span.end <= cue.start)])
    for pattern in (_ADVERB, _PASSIVE, _SEEMING, _MAYBE):
        for match in pattern.finditer(text, low, min(len(text), cue.end + 12)):
            if pattern is _SEEMING and not names_mode(match["verb"]):
                continue  # "seemed to be over" tells how something looked
            if _belongs(text, match, cue, statement, alone=pattern is _ADVERB):
                return Span.of(text, *match.span())
    if _LONE.fullmatch(cue.text) and _TO.match(text, cue.end) and source is None:
        return cue
    return _first_word(text, statement)


def _belongs(text: str, match: re.Match[str], cue: Span, statement: Statement, *, alone: bool) -> bool:
    """Whether a hedge is in the cue, leads up to it, or follows it at once; never one in the content."""
    if any(span.start <= match.start() < span.end for span in statement.content):
        return False
    if cue.start <= match.start() < cue.end:
        return alone or match.end() <= cue.end + 3
    if match.end() <= cue.start:
        words = text[match.end() : cue.start].split()
        return len(words) <= (4 if alone else 1) and not any(mark in text[match.end() : cue.start] for mark in ";:.")
    return alone and _BEHIND.fullmatch(text, cue.end, match.start()) is not None


def _first_word(text: str, statement: Statement) -> Span | None:
    """ "Reportedly, the minister told …": a hedge that opens the sentence."""
    source, cue = statement.source, statement.cue
    if source is None or cue is None or source.start > cue.start:
        return None
    opening = re.compile(rf"{_ADVERB.pattern},?\s+\Z", re.IGNORECASE).search(
        text, max(0, source.start - 24), source.start
    )
    if opening is None:
        return None
    word = _ADVERB.search(text, opening.start(), opening.end())
    before = text[: opening.start()].rstrip()[-1:]
    return Span.of(text, *word.span()) if word and before in ("", ".", "!", "?", "”", '"', ",", ";", "\n") else None
