"""Every time expression in a text, as its words say it; ``anchoring`` makes dates of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord.dating import amount_rules, calendar_rules, clock_rules, relative_rules, vague
from onrecord.dating.rules import matches
from onrecord.dating.tenses import direction
from onrecord.dating.timex import Timex
from onrecord.dating.tokens import Tokens, tokens
from onrecord.domain import Span
from onrecord.tagging.quotation import quotations

_RULES = (
    *calendar_rules.RULES,
    *clock_rules.RULES,
    *relative_rules.RULES,
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
    cut = tokens(text, skipped)
    found = []
    quoted = [(q.start, q.end) for q in quotations(text)] if text else []
    at = 0
    for first, last, fields in _disjoint(cut):
        start, end = cut.starts[first], cut.ends[last - 1]
        while at < len(quoted) and quoted[at][1] <= start:
            at += 1
        inside = at < len(quoted) and quoted[at][0] < start
        way = None if fields.get("value") else direction(cut, first, last, fields)
        found.append(Timex(Span(start, end, text[start:end]), direction=way, quoted=inside, **fields))
    return tuple(found)


def _disjoint(cut: Tokens) -> list[tuple[int, int, dict[str, Any]]]:
    """The readings that stay: the one that begins first, of these the longest, of these the first rule's."""
    readings = sorted(matches(_RULES, cut), key=lambda reading: (reading[0], -reading[1], reading[2]))
    kept: list[tuple[int, int, dict[str, Any]]] = []
    free = 0
    for start, end, _, fields in readings:
        if start >= free and end > start:
            kept.append((start, end, fields))
            free = end
    return kept
