"""Reports of silence: "declined to comment", "has not confirmed that …", "said nothing about …".

What follows such words is what somebody did not say, and must never be shown as said. Whether "to comment" was tagged
as cue or as content makes no difference: the words are judged as they stand in the report.
"""

from __future__ import annotations

import re

Range = tuple[int, int]

_SAY = (
    r"(?:say|comment|confirm|elaborate|answer|specify|disclose|reveal|discuss|respond|name|identify|mention|speculate)"
)
_SAID = (
    r"(?:said|commented|confirmed|elaborated|answered|specified|disclosed|revealed|discussed|responded|named|identified"
    r"|mentioned)"
)
_HOW = r"(?:(?:immediately|publicly|yet|also|even|directly|officially|explicitly)\s+)*"
_NOT = r"(?:\s+not|n['’]t|\s+never)"
_SILENT = (
    rf"(?:(?:declin|refus)(?:ed|es|ing|e)\s+(?:to\s+{_HOW}(?:{_SAY}|take\s+questions|give\s+(?:details|reasons|names))"
    rf"|(?:any\s+)?comment)"
    rf"|(?:would|did|could|can|do|does|will){_NOT}\s+{_HOW}{_SAY}"
    rf"|(?:has|have|had){_NOT}\s+{_HOW}{_SAID}"
    rf"|(?:has|have|had)\s+yet\s+to\s+{_SAY}"
    rf"|(?:said|says|saying)\s+nothing"
    rf"|(?:without|stopped\s+short\s+of|avoided)\s+(?:saying|confirming|naming|specifying|mentioning|elaborating))\b"
)
_REFUSAL = re.compile(_SILENT, re.IGNORECASE)
_NEITHER = re.compile(r"\b(?:neither|none\s+of|nobody|no\s+one|not\s+one)\b", re.IGNORECASE)
_CONFIRMS = re.compile(rf"\b(?:would|could|did|has|have|had)\b.{{0,40}}?\b(?:{_SAY}|{_SAID})\b", re.IGNORECASE)
_ASKED = re.compile(r"(?:when\s+)?asked\b", re.IGNORECASE)
_TURN = re.compile(
    rf"(?:,?\s+|\A)(?:(?:but|and|though|although|while)\s+)?(?:(?:he|she|it|they)\s+)?{_SILENT}", re.IGNORECASE
)
_MARKS = re.compile(r"[\"“”„«»]")
_CUE_AND_MORE = 40  # code points of what follows the cue that can still belong to a phrase of silence


def is_refusal(text: str, source: Range | None, cue: Range) -> bool:
    """Whether the words at and behind ``cue`` say that nothing was said, or that somebody unnamed asked."""
    if source is None and _ASKED.match(text, *cue):
        return True
    phrase = text[cue[0] : cue[1] + _CUE_AND_MORE]
    silent = _REFUSAL.search(phrase)
    if silent and silent.start() < cue[1] - cue[0]:
        return True
    return bool(source and _NEITHER.search(text, *source) and _CONFIRMS.match(phrase))


def without_refusal(text: str, content: list[Range]) -> list[Range]:
    """``content`` up to where the report turns to what was not said ("… but said nothing about …")."""
    kept = []
    for start, end in content:
        turn = None if _MARKS.search(text, start, end) else _TURN.search(text, start, end)
        if turn is None and text[max(0, start - 10) : start].rstrip().endswith(("said", "saying")):
            turn = re.compile("nothing ").match(text, start, end)
        if turn is None or turn.start() > start:
            kept.append((start, turn.start() if turn else end))
    return kept
