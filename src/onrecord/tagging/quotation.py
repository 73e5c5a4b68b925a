"""Where a text is inside quotation marks.

News copy mixes straight and curly marks, forgets to close a quotation, and opens every paragraph of a
long quotation while closing only the last. The pairing below therefore never fails: each paragraph is
scanned once, a mark is an opening or a closing one by what stands beside it, and what is left open ends
with its paragraph. Offsets are Unicode code points, ranges half-open.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_OPENING = "“„‟«"
_CLOSING = "”»"
_MARK = re.compile(r"''|``|[\"“”„‟«»＂‘’']")
_PARAGRAPH = re.compile(r"[^\r\n]+")
_WRAPPED_PARAGRAPH = re.compile(r"[^\r\n]+(?:(?:\r\n|\n|\r)[^\r\n]+)*")
_SINGLE_BREAK = re.compile(r"(?:\r\n|\n|\r)(?=[^\r\n])")
_BEFORE_OPENING = set("([{-–—/:…")


class Quotation(NamedTuple):
    """A quoted stretch, marks included. ``closed`` tells whether its closing mark was found."""

    start: int
    end: int
    closed: bool


def is_hard_wrapped(text: str) -> bool:
    """Whether lines were broken by width, as in old wire copy, so that a single line break ends no paragraph.

    So it is when most lines that end in a single break are of like, middling length and stop within a sentence.
    """
    lines = [m.group() for m in _PARAGRAPH.finditer(text) if _SINGLE_BREAK.match(text, m.end())]
    if len(lines) < 4:
        return False
    middling = sum(50 <= len(line) <= 100 for line in lines)
    unfinished = sum(line.rstrip()[-1:] not in set(".!?:\"”’'…") for line in lines)
    return middling >= 0.7 * len(lines) and unfinished >= 0.6 * len(lines)


def quotations(text: str) -> list[Quotation]:
    """Return the quoted stretches of ``text`` in order, never overlapping, none across paragraphs.

    A line is a paragraph unless the text is hard-wrapped.
    """
    found: list[Quotation] = []
    pattern = _WRAPPED_PARAGRAPH if is_hard_wrapped(text) else _PARAGRAPH
    for paragraph in pattern.finditer(text):
        found.extend(_in_paragraph(text, paragraph.start(), paragraph.end()))
    return found


def _in_paragraph(text: str, low: int, high: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened, single = -1, False
    for match in _MARK.finditer(text, low, high):
        mark, start, end = match.group(), match.start(), match.end()
        opens, closes = _sides(text, mark, start, end, low, high)
        if mark == "“" and opened >= 0 and text[opened] == "„":  # the German pair: „so“
            opens, closes = False, True
        if opened < 0:
            if mark in "’'":  # an apostrophe far more often than a quotation
                opens = opens and mark == "'" and _single_closes_later(text, end, high)
            if opens:
                opened, single = start, mark in "‘'"
        elif single:
            if mark in "’'" and closes:
                found.append(Quotation(opened, end, True))
                opened = -1
            elif mark not in "‘’'" and opens:  # the single mark was none: believe the double one
                opened, single = start, False
        elif mark in "‘’'":
            continue
        elif closes:
            found.append(Quotation(opened, end, True))
            opened = -1
        elif opens:  # the quotation before was never closed
            found.append(Quotation(opened, _rstrip(text, opened, start), False))
            opened = start
    if opened >= 0 and not single:
        found.append(Quotation(opened, _rstrip(text, opened, high), False))
    return found


def _sides(text: str, mark: str, start: int, end: int, low: int, high: int) -> tuple[bool, bool]:
    """Whether a mark may open and whether it may close, from its shape and its neighbours."""
    if mark in _OPENING or mark in ("‘", "``"):
        return True, False
    if mark in _CLOSING:
        return False, True
    before = text[start - 1] if start > low else " "
    after = text[end] if end < high else " "
    free_before = before.isspace() or before in _BEFORE_OPENING or before in _OPENING + "‘"
    free_after = after.isspace()
    if mark == "’":
        return False, not after.isalnum()
    if free_before and not free_after:
        return True, False
    if free_before and free_after:
        return True, True
    return mark in ('"', "＂", "''") and after.isalnum() and not before.isalnum(), not after.isalnum() or mark == "''"


def _single_closes_later(text: str, start: int, high: int, reach: int = 400) -> bool:
    return re.compile(r"[^\s]'(?!\w)").search(text, start, min(high, start + reach)) is not None


def _rstrip(text: str, low: int, high: int) -> int:
    while high > low + 1 and text[high - 1].isspace():
        high -= 1
    return high
