"""Whether a named day, month or season lies before or after the report: what preposition, verb and tense say."""

from __future__ import annotations

from typing import Any

from onrecord.dating.timex import Direction
from onrecord.dating.tokens import BREAK, Tokens
from onrecord.dating.vocabulary import word_set

_REACH = 24
_FUTURE = word_set(
    "will shall would 'll wo to going expected scheduled plans plan planned due set may might could can upcoming"
)
_PAST = word_set("said was were had did told announced reported has have been closed fell rose")


def direction(tokens: Tokens, first: int, last: int, fields: dict[str, Any]) -> Direction | None:
    """What the words around tokens ``first:last`` say of it."""
    step = fields.get("step")
    if step:
        return "past" if step < 0 else "future"
    before = tokens.words[first - 1] if first else ""
    if before in ("since",):
        return "past"
    if before in ("until", "till"):
        return "future"
    low = max(0, first - _REACH)
    for index in range(first - 1, low - 1, -1):
        word = tokens.words[index]
        if tokens.classes[index] == BREAK or (
            word == "." and index < first - 1 and tokens.ends[index] < tokens.starts[index + 1]
        ):
            break
        if word in _PAST or (
            word.endswith("ed") and len(word) > 4 and word not in ("expected", "scheduled", "planned")
        ):
            return "past"
        if word in _FUTURE:
            return "future"
    return None
