"""Windows over a document of any length, so that memory does not grow with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

WINDOW = 320
OVERLAP = 96


class Window(NamedTuple):
    """Words ``start:end`` are read together; the answers for ``keep_start:keep_end`` are kept."""

    start: int
    end: int
    keep_start: int
    keep_end: int


def windows(pieces: Sequence[int], size: int = WINDOW, overlap: int = OVERLAP) -> Iterator[Window]:
    """Cut words into windows of at most ``size`` word pieces.

    ``pieces`` holds the number of word pieces of each word, none above ``size``. Every word is kept in
    exactly one window, with about half of ``overlap`` pieces of context on either side of the seam.
    """
    start = keep = 0
    total = len(pieces)
    while start < total:
        end, used = start, 0
        while end < total and used + pieces[end] <= size:
            used += pieces[end]
            end += 1
        if end == total:
            yield Window(start, end, keep, end)
            return
        seam, behind = end, 0
        while seam > start + 1 and behind + pieces[seam - 1] <= overlap // 2:
            seam -= 1
            behind += pieces[seam]
        following, before = seam, 0
        while following > start + 1 and before + pieces[following - 1] <= overlap // 2:
            following -= 1
            before += pieces[following]
        seam = max(seam, keep + 1)
        yield Window(start, end, keep, seam)
        start, keep = max(following, start + 1), seam
