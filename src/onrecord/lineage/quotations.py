"""The same words of somebody in reports that share nothing else: found by sequences of four words, like passages.

Looked at are quotations and what statements say, so that words that one report quotes and another gives as its own
are found as well. At least one side must be in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from onrecord.lineage.bodies import Body
from onrecord.lineage.fingerprints import GRAM, PLACE_BITS, sequences
from onrecord.lineage.joining import Join, in_process, renumbered
from onrecord.lineage.shelf import IN_MEMORY, Shelf
from onrecord.lineage.words import Ints

_SHORTEST = GRAM + 2  # words; shorter quotations are common turns of phrase as often as not
_MATCHES = 2  # sequences that two must share: five words in a row, or four twice
_MASK = (1 << PLACE_BITS) - 1


class Said(NamedTuple):
    """Words ``start:end`` of a report that somebody said; ``quoted`` tells whether they are in quotation marks."""

    report: int
    start: int
    end: int
    quoted: bool


def said_in(number: int, body: Body) -> list[Said]:
    """The quotations of a report and the contents of its statements, of some length, each range once."""
    ranges = dict.fromkeys(body.quotes, True)
    for start, end, _ in body.contents:
        inside = any(low <= start and end <= high for low, high in body.quotes)
        ranges.setdefault((start, end), inside)
    return [
        Said(number, start, end, quoted)
        for (start, end), quoted in sorted(ranges.items())
        if end - start >= _SHORTEST and end <= _MASK
    ]


class Sayings:
    """All that somebody says in a pile; reports go in, pairs of the same words come out."""

    def __init__(self, in_memory: int = IN_MEMORY, join: Join | None = None) -> None:
        self._join = join or in_process
        self._shelf = Shelf(2, in_memory)
        self._found: list[Said] = []

    def close(self) -> None:
        """Forget everything."""
        self._shelf.close()

    def add(self, number: int, body: Body) -> None:
        """Add a report by its number."""
        several = said_in(number, body)
        if not several:
            return
        words = np.array(body.words, np.int64)
        hashes, places = [], []
        for saying in several:
            grams = sequences(words[saying.start : saying.end])
            hashes.append(grams)
            places.append((len(self._found) << PLACE_BITS) | np.arange(len(grams)))
            self._found.append(saying)
        keys = np.concatenate(hashes)
        self._shelf.add(keys, keys, np.concatenate(places))

    def pairs(self, age: Ints) -> Iterator[tuple[Said, Said]]:
        """Pairs that share enough words to be looked at, of two reports, at least one of them quoted; each once.

        Args:
            age: the place of each report when the earliest comes first; pairs come in this order.
        """
        if not self._found:
            return
        count = len(self._found)
        owner = np.array([saying.report for saying in self._found])
        by_age = np.lexsort((np.array([saying.start for saying in self._found]), age[owner]))
        rank = np.empty(count, np.int64)
        rank[by_age] = np.arange(count)
        owner, quoted = owner[by_age], np.array([saying.quoted for saying in self._found])[by_age]
        keys = []
        for low, high in self._join(renumbered(self._shelf.parts(), rank)):
            a, b = low >> PLACE_BITS, high >> PLACE_BITS
            wanted = (owner[a] != owner[b]) & (quoted[a] | quoted[b])
            keys.append(a[wanted] * count + b[wanted])
        every = np.sort(np.concatenate(keys)) if keys else np.empty(0, np.int64)
        if not len(every):
            return
        first = np.flatnonzero(np.concatenate(([True], every[1:] != every[:-1])))
        often = np.diff(np.append(first, len(every))) >= _MATCHES
        for key in every[first[often]].tolist():
            yield self._found[by_age[key // count]], self._found[by_age[key % count]]
