"""Every time expression in a text, as its words say it; ``anchoring`` makes dates of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from onrecord.dating import (
    amount_rules,
    calendar_rules,
    clock_rules,
    compared_rules,
    figure_rules,
    quarter_rules,
    relative_rules,
    vague,
    weekday_rules,
)
from onrecord.dating.continued import further_day
from onrecord.dating.rules import Fields, Reading, matches
from onrecord.dating.speech import speech_days
from onrecord.dating.tenses import direction, lean
from onrecord.dating.timex import Timex
from onrecord.dating.tokens import Tokens, tokens
from onrecord.domain import Span
from onrecord.tagging.quotation import quotations

_RULES = (
    *calendar_rules.RULES,
    *quarter_rules.RULES,
    *figure_rules.RULES,
    *clock_rules.RULES,
    *weekday_rules.RULES,
    *relative_rules.RULES,
    *compared_rules.RULES,
    *amount_rules.RULES,
    *vague.RULES,
)


def find(text: str, skipped: Sequence[tuple[int, int]] = ()) -> tuple[Timex, ...]:
    """The time expressions of ``text`` in order, disjoint, read but not anchored.

    Args:
        text: any string.
        skipped: ranges to leave out (chrome), half-open, in code points.

    Returns:
        One ``Timex`` an expression. ``direction`` is what tense, verb and preposition say, and ``quoted`` tells whether
        it stands in a direct quotation.
    """
    return _found(text, tuple(skipped))


@lru_cache(maxsize=1)  # several stages ask for those of the report in hand
def _found(text: str, skipped: tuple[tuple[int, int], ...]) -> tuple[Timex, ...]:
    cut = tokens(text, skipped)
    kept = readings(cut)
    marks = [(quotation.start, quotation.end) for quotation in quotations(text)] if kept else []
    quoted = [_inside(marks, cut.starts[first]) for first, _, _ in kept]
    said = speech_days(cut, kept, quoted)
    found: list[Timex] = []
    for place, (first, last, fields) in enumerate(kept):
        start, end = cut.starts[first], cut.ends[last - 1]
        more = _direction(cut, first, last, fields)
        if place and _joined(cut, kept[place - 1], kept[place]):
            more |= {"joined": True, "direction": found[-1].direction}
        if quoted[place]:
            more |= {"quoted": True, "said": said.get(place)}
        found.append(Timex(Span(start, end, text[start:end]), **fields, **more))
    return tuple(found)


def _inside(marks: list[tuple[int, int]], offset: int) -> bool:
    """Whether one of the ranges ``marks``, sorted and disjoint, holds ``offset``."""
    at = bisect_right(marks, (offset, offset)) - 1
    return at >= 0 and marks[at][0] < offset < marks[at][1]


def _direction(cut: Tokens, first: int, last: int, fields: Fields) -> Fields:
    """Whether it lies behind or ahead, for what does not say so itself."""
    if fields.get("step"):
        return {"direction": "past" if fields["step"] < 0 else "future"}
    named = any(fields.get(name) for name in _NAMED) or fields.get("unit") == "WE"
    if fields.get("value") or fields.get("year") or not named:
        return {}
    leaning = lean(cut, first, last)
    kind = "weekday" if fields.get("weekday") else "day" if fields.get("day") else "month"
    return {"lean": leaning, "direction": direction(kind, leaning)}


_NAMED = ("month", "weekday", "season", "feast", "quarter", "half")


def _joined(cut: Tokens, before: Reading, here: Reading) -> bool:
    """Whether a weekday goes on from one: "Sunday or Monday", "Thursday-Friday"."""
    if before[1] != here[0] - 1 or not before[2].get("weekday") or not here[2].get("weekday"):
        return False
    if here[2].get("step") is not None:
        return False
    return cut.classes[before[1]] in "-&" or cut.words[before[1]] == "through"


def readings(cut: Tokens) -> list[Reading]:
    """The readings that stay: the one that begins first, of these the longest, of these the first rule's."""
    every = sorted(matches(_RULES, cut), key=lambda reading: (reading[0], -reading[1], reading[2]))
    kept: list[Reading] = []
    free = 0
    for start, end, _, fields in every:
        if start >= free and end > start:
            kept.append((start, end, fields))
            free = end
            following = further_day(cut, kept[-1])
            if following is not None:
                kept.append(following)
                free = following[1]
    return kept
