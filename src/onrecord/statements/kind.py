"""Whether a statement's words are quoted: direct, indirect or mixed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.domain import StatementKind
from onrecord.tagging.quotation import Quotation

_MOSTLY = 0.9  # of the letters: a bracketed name or a word before a displaced mark may stand outside
_THAT = re.compile(r"that\s+", re.IGNORECASE)


def statement_kind(text: str, content: Sequence[tuple[int, int]], quoted: Sequence[Quotation]) -> StatementKind:
    """``direct`` when (nearly) all letters of ``content`` are inside quotation marks, ``mixed`` when some are."""
    starts = [quotation.start for quotation in quoted]
    inside = letters = 0
    for whole, end in content:
        that = _THAT.match(text, whole, end)
        start = that.end() if that else whole
        letters += _letters(text, start, end)
        at = max(0, bisect_right(starts, start) - 1)
        while at < len(quoted) and quoted[at].start < end:
            inside += _letters(text, max(start, quoted[at].start), min(end, quoted[at].end))
            at += 1
    if not inside:
        return "indirect"
    return "direct" if inside >= _MOSTLY * letters else "mixed"


def _letters(text: str, start: int, end: int) -> int:
    return sum(char.isalnum() for char in text[start:end])
