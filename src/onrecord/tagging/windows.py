"""Windows over a document of any length, so that memory does not grow with it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

WINDOW = 320
OVERLAP = 96


class Window(NamedTuple):
    """Words ``start:end`` are read together; the answers for ``keep_start:keep_end`` are kept."""

    start: int
    end: int
    keep_start: int
    keep_end: int


def windows(
    pieces: Sequence[int], paragraphs: Sequence[int] = (), size: int = WINDOW, overlap: int = OVERLAP
) -> Iterator[Window]:
    """Cut words into windows of at most ``size`` word pieces.

    Every word is kept in exactly one window, with up to half of ``overlap`` pieces of context on either side of a seam.
    Seams fall between paragraphs where they can: what a content's words know of their cue is lost where the two are
    read in different windows.

    Args:
        pieces: the number of word pieces of each word, none above ``size``.
        paragraphs: the words that begin a paragraph, ascending.
        size: most word pieces in a window.
        overlap: word pieces that two neighbours share, about.
    """
    total = len(pieces)
    before = [0, *accumulate(pieces)]  # word pieces before each word
    start = keep = 0
    while start < total:
        end = bisect_right(before, before[start] + size) - 1
        if end >= total:
            yield Window(start, total, keep, total)
            return
        seam = bisect_right(before, before[end] - overlap // 2) - 1
        at = bisect_right(paragraphs, seam) - 1
        if at >= 0 and paragraphs[at] > max(keep, start + (end - start) // 3):
            seam = paragraphs[at]
        seam = max(seam, keep + 1, start + 1)
        yield Window(start, end, keep, seam)
        start, keep = max(start + 1, bisect_right(before, before[seam] - overlap // 2 - 1)), seam
        start = min(start, seam)
