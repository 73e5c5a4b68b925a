"""What somebody did not rule out: neither a refusal nor a denial, and mostly passed over by the tagger.

The statement's cue is the whole of "did not rule out"; its two negations cancel, so that it is not negated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.statements.confidence import Evidence
from onrecord.statements.draft import Draft, Range
from onrecord.statements.phrases import NOUN_PHRASE
from onrecord.statements.sentences import sentence_bounds

_CUE = re.compile(
    r"\b(?:(?:did|does|do)(?:\s+not|n['’]t)\s+rule|(?:has|have|had)(?:\s+not|n['’]t)\s+ruled)\s+out\b(?=\s+\w)"
)
_SOURCE = re.compile(rf"(?:(?:But|And|Still|However|Yet),?\s+)?(?P<source>He|She|They|It|{NOUN_PHRASE}),?\s*\Z")
_SHARED = re.compile(r"(?:,\s*)?\b(?:and|but)\s+(?:also\s+)?\Z")
_END = re.compile(
    r"[;:?!\n“”\"]|,\s+(?:but|and|saying|adding|while|although|though|after|before|when|which)\b|\s[–—-]\s|\Z"
)


def left_open(text: str, found: list[Draft]) -> Iterator[Draft]:
    """Drafts of these, where no draft of ``found`` holds the words and the subject is plain."""
    held = [place for draft in found for place in (*draft.content, draft.cue) if place is not None]
    for match in _CUE.finditer(text):
        cue = match.span()
        if any(low < cue[1] and cue[0] < high for low, high in held):
            continue
        low, high = sentence_bounds(text, *cue)
        source = _source(text, low, cue[0], found)
        end = _END.search(text, cue[1], high)
        content = (cue[1] + 1, _before_stop(text, end.start() if end else high))
        if source is not None and content[1] > content[0]:
            yield Draft(source, cue, [content], Evidence(), layout=True)


def _before_stop(text: str, end: int) -> int:
    while text[end - 1] in ". \t\n":
        end -= 1
    return end


def _source(text: str, low: int, cue: int, found: list[Draft]) -> Range | None:
    match = _SOURCE.fullmatch(text, low, cue)
    if match is not None:
        return match.span("source")
    if _SHARED.search(text, low, cue):
        before = [d for d in found if d.source and d.cue and low <= d.source[0] and d.cue[1] <= cue]
        return before[-1].source if before else None
    return None
