"""The index of a pile: reports go in, shared passages come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from onrecord.lineage.chaining import COMMON_BITS, Stretches, chained
from onrecord.lineage.column import Column
from onrecord.lineage.fingerprints import PLACE_BITS, fingerprints
from onrecord.lineage.joining import Join, in_process, renumbered
from onrecord.lineage.shelf import IN_MEMORY, Shelf
from onrecord.lineage.words import Ints, Ranges, word_table

_COMMON = 500
_TELLS = 20_000  # words: some fifty reports
_BATCH = 64  # texts; numpy works on 200,000 characters at a time, which stay in the processor's cache
_WORDS_IN_MEMORY = 4  # of as many rows as a shelf keeps: they are a quarter as wide


class Index:
    """What is needed of every report to find the passages that it shares: fingerprints, and the words as numbers.

    Reports are numbered from 0 in the order in which they are added. What is kept takes about 2
    bytes of memory and 9 of disk for each character of a large pile (docs/lineage.md).

    Args:
        in_memory: rows of fingerprints, and of pairs of places, that are kept in memory; more go into temporary files.
        join: who joins the fingerprints.
    """

    def __init__(self, in_memory: int = IN_MEMORY, join: Join | None = None) -> None:
        self._join = join or in_process
        self._postings = Shelf(2, in_memory)
        self._matches = Shelf(2, in_memory)
        self._words = Column(_WORDS_IN_MEMORY * in_memory)
        self._sizes: list[Ints] = []
        self._waiting: list[tuple[str, Ranges]] = []
        self.reports = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._postings.close()
        self._matches.close()
        self._words.close()

    def add(self, text: str, left_out: Ranges = ()) -> int:
        """Add a report; its number. Words that touch a range of ``left_out`` are not looked at."""
        self._waiting.append((text, left_out))
        self.reports += 1
        if len(self._waiting) == _BATCH:
            self._take()
        return self.reports - 1

    @property
    def bytes(self) -> int:
        """How much the index takes, in memory or on disk: fingerprints with their places, and words."""
        return 16 * self._postings.rows + 4 * int(self.sizes.sum())

    @property
    def sizes(self) -> Ints:
        """How many words each report has, those left out not counted."""
        self._take()
        return np.concatenate(self._sizes) if self._sizes else np.empty(0, np.int64)

    def passages(self, age: Ints | None = None) -> Stretches:
        """All passages that two reports share, by pair and then by their place in the first. Call it once.

        Args:
            age: the place of each report when the earliest comes first; the order of adding when None. The same
                reports with the same ages give the same passages, in whatever order they were added.
        """
        sizes = self.sizes
        if not len(sizes):
            return Stretches.joined([])
        if age is None:
            age = np.arange(len(sizes))
        by_age = np.argsort(age)
        words = self._words.taken()
        starts, sizes = (np.cumsum(sizes) - sizes)[by_age], sizes[by_age]
        for low, high in self._join(renumbered(self._postings.parts(), age)):
            self._matches.add(low >> PLACE_BITS, low, high)
        common = _commonest(words)
        found = [chained(part[:, 0], part[:, 1], words, starts, sizes, common) for part in self._matches.parts()]
        every = Stretches.joined(found)
        every = every.only(np.lexsort((every.b_start, every.a_start, every.b, every.a)))
        return replace(every, a=by_age[every.a], b=by_age[every.b])

    def _take(self) -> None:
        if not self._waiting:
            return
        texts = [text for text, _ in self._waiting]
        table = word_table(texts, [ranges for _, ranges in self._waiting] if any(r for _, r in self._waiting) else None)
        hashes, places = fingerprints(table.hashes, table.bounds, self.reports - len(texts))
        self._postings.add(hashes, hashes, places)
        self._words.add(table.hashes.astype(np.int32))
        self._sizes.append(np.diff(table.bounds))
        self._waiting.clear()


def _commonest(words: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which words, by their last ``COMMON_BITS`` bits, are more than one in ``_COMMON`` of all.

    In a pile too small to tell, none are.
    """
    counts = np.zeros(1 << COMMON_BITS, np.int64)
    if len(words) >= _TELLS:
        for low in range(0, len(words), 1 << 22):  # a part at a time, for memory
            counts += np.bincount(words[low : low + (1 << 22)] & (len(counts) - 1), minlength=len(counts))
    return counts * _COMMON > len(words)


def shared_passages(texts: Sequence[str], left_out: Sequence[Ranges] | None = None) -> Stretches:
    """The passages that any two of ``texts`` share, by number; see ``Index``."""
    with Index() as index:
        for number, text in enumerate(texts):
            index.add(text, left_out[number] if left_out is not None else ())
        return index.passages()
