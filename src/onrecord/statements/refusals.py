"""Cues that report silence: "declined to comment", "would not confirm", "said nothing about".

What follows such a cue is what somebody did not say, and must never be shown as said.
"""

from __future__ import annotations

import re

_SAYING = (
    r"(?:say|comment|confirm|elaborate|answer|specify|disclose|reveal|discuss|respond|name|identify|"
    r"give details|provide details|speculate|rule out)"
)
_REFUSAL = re.compile(
    rf"""\b(?:
        (?:declin|refus)(?:e[sd]?|ing)\s+(?:to\s+)?(?:immediately\s+|publicly\s+)?{_SAYING}?
      | (?:would|did|could|can|do|does|will)(?:\s+not|n['’]t)\s+(?:immediately\s+|publicly\s+|yet\s+)?{_SAYING}
      | (?:said|says|saying|say)\s+nothing
      | (?:without|stopped\s+short\s+of|avoided)\s+(?:saying|confirming|naming|specifying)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NEITHER = re.compile(r"\b(?:neither|none of|nobody|no one|not one)\b", re.IGNORECASE)
_CONFIRM = re.compile(rf"\b(?:would|could|did|has|have|had)\b.*\b{_SAYING}(?:ed|d|med)?\b", re.IGNORECASE)


def is_refusal(cue: str, source: str = "") -> bool:
    """Whether ``cue`` says that ``source`` did not speak."""
    return bool(_REFUSAL.search(cue)) or bool(_NEITHER.search(source) and _CONFIRM.search(cue))


_TURN = re.compile(
    r"(?:,?\s+|\A)(?:(?:but|and|though|although|while)\s+)?(?:(?:he|she|it|they)\s+)?"
    r"(?:(?:said|saying)\s+nothing|(?:declin|refus)(?:ed|ing)\s+to\s+(?:say|comment|elaborate|answer|give|name)"
    r"|(?:did|would|could)(?:\s+not|n['’]t)\s+(?:say|elaborate|comment|give|specify))\b"
)
_QUOTES = re.compile(r"[\"“”«»]")


def without_refusal(text: str, content: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """``content`` up to where the report turns to what was not said ("… but said nothing about …")."""
    kept = []
    for start, end in content:
        turn = None if _QUOTES.search(text, start, end) else _TURN.search(text, start, end)
        before = text[max(0, start - 10) : start].rstrip()
        if turn is None and before.endswith(("said", "saying")) and text.startswith("nothing ", start):
            continue
        if turn is None or turn.start() > start:
            kept.append((start, turn.start() if turn else end))
    return kept
