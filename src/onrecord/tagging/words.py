"""Words of a text with exact offsets, and what their letters and surroundings show.

A word is the unit that is tagged, so that no span can begin or end inside one: a run of letters and
digits, or one punctuation mark. Combining marks, joiners, soft hyphens and bidirectional controls stay with
the word they stand in. The features are what an uncased encoder cannot see: capitals, line breaks and
quotation marks. Offsets are Unicode code points, half-open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.tagging.quotation import is_hard_wrapped, quotations

# Format characters and combining marks that must not be parted from their base character.
_JOINED = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\U0001f3fb-\U0001f3ff\U000e0000-\U000e01ef"
)
WORD = re.compile(rf"\w[\w{_JOINED}]*|[^\w\s{_JOINED}](?:\u200d[^\w\s]|[{_JOINED}])*|[{_JOINED}]+")

SHAPES = ("mark", "lower", "capitalised", "capitals", "mixed", "number")
BREAKS = ("joined", "space", "line", "paragraph")
QUOTES = ("outside", "inside", "opening", "closing")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, as parallel sequences."""

    texts: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    shapes: Sequence[int]
    breaks: Sequence[int]
    quotes: Sequence[int]

    def __len__(self) -> int:
        return len(self.texts)


def split_words(text: str, skip: Sequence[tuple[int, int]] = ()) -> Words:
    """Split ``text`` into words, leaving out those that touch a range in ``skip`` (sorted by start)."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    breaks: list[int] = []
    previous = 0
    wrapped = is_hard_wrapped(text)
    skip_starts = [low for low, _ in skip]
    for match in WORD.finditer(text):
        start, end = match.span()
        if skip_starts:
            at = bisect_right(skip_starts, end - 1) - 1
            if at >= 0 and skip[at][1] > start:
                continue
        texts.append(match.group())
        starts.append(start)
        ends.append(end)
        breaks.append(_break(text, previous, start, wrapped))
        previous = end
    shapes = [word_shape(word) for word in texts]
    return Words(texts, starts, ends, shapes, breaks, _quote_states(text, starts, ends))


def word_shape(word: str) -> int:
    """Index into ``SHAPES`` of how a word is written."""
    if word[0].isdigit():
        return 5
    if not word[0].isalpha():
        return 0
    if word.islower() or not (word.isupper() or word[0].isupper() or word != word.lower()):
        return 1
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return 2
    return 3 if word.isupper() else 4


def _break(text: str, low: int, high: int, wrapped: bool) -> int:
    if low == high:
        return 0
    lines = text.count("\n", low, high) or text.count("\r", low, high)
    return 1 if wrapped and lines == 1 else min(lines, 2) + 1


def _quote_states(text: str, starts: Sequence[int], ends: Sequence[int]) -> list[int]:
    states = [0] * len(starts)
    word = 0
    for quotation in quotations(text):
        while word < len(starts) and starts[word] < quotation.start:
            word += 1
        first = word
        while word < len(starts) and starts[word] < quotation.end:
            states[word] = 1
            word += 1
        if word > first:
            states[first] = 2
            if quotation.closed:
                states[word - 1] = 3
    return states
