"""Pairs of places → passages: stretches of two reports that go through the same words, edits allowed.

Everything is done for a whole part of the pile at once, in numpy.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.lineage.fingerprints import GRAM, PLACE_BITS
from onrecord.lineage.words import Ints

LEAST_SAME = 25  # words that a passage must share for a pair of reports to be joined by it
LEAST_MORE = 12  # words that further passages of such a pair must share
LEAST_SHARE = 0.5  # of the longer side of a passage that must be the same words
LEAST_RARE = 7  # different words that both sides have and that are none of the commonest of the pile
COMMON_BITS = 20
_WEAK = 150  # words; passages that share more are not asked for rare ones
_GAP = 48  # words between two shared sequences of one passage
_SHIFT = 14  # words that may be put in or taken out between them
_LOOK = 4  # places that may lie between two of one passage in the order of the first report
_REACH = 48  # words that a passage is followed beyond its first and last sequence
_MASK = (1 << PLACE_BITS) - 1


@dataclass(frozen=True, slots=True)
class Stretches:
    """Passages as parallel arrays: words ``a_start:a_end`` of report ``a`` are ``b_start:b_end`` of report ``b``.

    ``same`` counts the words that stand in both. ``a`` is the lower number.
    """

    a: Ints
    b: Ints
    a_start: Ints
    a_end: Ints
    b_start: Ints
    b_end: Ints
    same: Ints

    def __len__(self) -> int:
        return len(self.a)

    def only(self, which: NDArray[np.bool_] | Ints) -> Stretches:
        """Those that are chosen."""
        return Stretches(*(getattr(self, name)[which] for name in self.__slots__))

    @classmethod
    def joined(cls, several: list[Stretches]) -> Stretches:
        """All of several."""
        if not several:
            return cls(*(np.empty(0, np.int64) for _ in cls.__slots__))
        return cls(*(np.concatenate([getattr(each, name) for each in several]) for name in cls.__slots__))


def chained(
    low: Ints, high: Ints, words: NDArray[np.int32], starts: Ints, sizes: Ints, common: NDArray[np.bool_]
) -> Stretches:
    """The passages of pairs of reports.

    Args:
        low, high: places with the same fingerprint, those of one pair of reports all here.
        words: the words of all reports, one report behind the other.
        starts, sizes: report ``i`` has ``sizes[i]`` words from ``words[starts[i]]`` on.
        common: which words, by their last ``COMMON_BITS`` bits, are the commonest of the pile; what shares little else
            shares a turn of phrase and no wording.
    """
    order = _by_pair(low, high)
    low, high = low[order], high[order]
    a, b = low >> PLACE_BITS, high >> PLACE_BITS
    several = _in_company(a, b)
    low, high, a, b = low[several], high[several], a[several], b[several]
    x, y = low & _MASK, high & _MASK
    supported = np.zeros(len(x), bool)
    for ahead in range(1, _LOOK + 1):
        fits = _follows(a, b, x, y, ahead)
        supported[:-ahead] |= fits
        supported[ahead:] |= fits
    a, b, x, y = a[supported], b[supported], x[supported], y[supported]
    if len(a) < 2:
        return Stretches.joined([])
    goes_on = _follows(a, b, x, y, 1)
    begins = np.concatenate(([True], ~goes_on))
    first = np.flatnonzero(begins)
    last = np.append(first[1:], len(a)) - 1
    within = np.append(goes_on, False)
    steps = np.zeros(len(a), np.int64)
    steps[within] = _same_between(words, starts[a] + x, starts[b] + y, np.flatnonzero(within))
    same = np.add.reduceat(steps, first) + GRAM
    enough = last > first
    first, last, same = first[enough], last[enough], same[enough]
    found = Stretches(a[first], b[first], x[first], x[last] + GRAM, y[first], y[last] + GRAM, same)
    found = _enough(_followed(found, words, starts, sizes))
    return _telling(found, words, starts, common)


def _by_pair(low: Ints, high: Ints) -> Ints:
    """The order by pair of reports, then by the word in the first."""
    a, b = low >> PLACE_BITS, high >> PLACE_BITS
    reports = int(b.max()) + 1 if len(b) else 1
    if reports < 1 << 21:
        return np.argsort((a * reports + b) << PLACE_BITS | (low & _MASK), kind="stable")
    return np.lexsort((low, b))


def _in_company(a: Ints, b: Ints) -> NDArray[np.bool_]:
    """Which have another one of the same pair of reports beside them."""
    alike = (a[1:] == a[:-1]) & (b[1:] == b[:-1])
    found = np.zeros(len(a), bool)
    found[1:] |= alike
    found[:-1] |= alike
    return found


def _follows(a: Ints, b: Ints, x: Ints, y: Ints, ahead: int) -> NDArray[np.bool_]:
    """Whether each goes with the one that is ``ahead`` of it in one passage."""
    dx, dy = x[ahead:] - x[:-ahead], y[ahead:] - y[:-ahead]
    alike = (a[ahead:] == a[:-ahead]) & (b[ahead:] == b[:-ahead])
    fits: NDArray[np.bool_] = alike & (dx > 0) & (dx <= _GAP) & (dy > 0) & (dy <= _GAP) & (np.abs(dx - dy) <= _SHIFT)
    return fits


def _same_between(words: NDArray[np.int32], p: Ints, q: Ints, which: Ints) -> Ints:
    """How many words are the same from each of ``which`` sequences to the one behind it.

    Where words were put in or taken out the two sides are compared from the front and from the back, and the best
    place to change over is taken.
    """
    p1, p2, q1, q2 = p[which], p[which + 1], q[which], q[which + 1]
    dp, dq = p2 - p1, q2 - q1
    same: Ints = np.minimum(dp, dq)
    plain = (dp == dq) & (dp <= GRAM)  # overlapping or touching sequences
    rest = np.flatnonzero(~plain)
    if len(rest):
        length = same[rest]
        starts = np.cumsum(length) - length
        owner = np.repeat(np.arange(len(rest)), length)
        step = np.arange(int(length.sum())) - starts[owner]
        forward = (words[p1[rest][owner] + step] == words[q1[rest][owner] + step]).astype(np.int64)
        back = length[owner] - step
        backward = (words[p2[rest][owner] - back] == words[q2[rest][owner] - back]).astype(np.int64)
        # Words before the change-over that are the same, less those that would be the same from the back.
        gain = np.cumsum(forward - backward)
        before = np.concatenate(([0], gain))[starts]
        best = np.maximum(np.maximum.reduceat(gain, starts) - before, 0)
        same[rest] = best + np.add.reduceat(backward, starts)
    return same


def _followed(found: Stretches, words: NDArray[np.int32], starts: Ints, sizes: Ints) -> Stretches:
    """The passages with the words before and behind that are, for the most part, the same."""
    base_a, base_b = starts[found.a], starts[found.b]
    most = np.minimum(sizes[found.a] - found.a_end, sizes[found.b] - found.b_end)
    after, same_after = _reach(words, base_a + found.a_end, base_b + found.b_end, most, 1)
    most = np.minimum(found.a_start, found.b_start)
    before, same_before = _reach(words, base_a + found.a_start - 1, base_b + found.b_start - 1, most, -1)
    return Stretches(
        found.a,
        found.b,
        found.a_start - before,
        found.a_end + after,
        found.b_start - before,
        found.b_end + after,
        found.same + same_before + same_after,
    )


def _reach(words: NDArray[np.int32], p: Ints, q: Ints, most: Ints, step: int) -> tuple[Ints, Ints]:
    """How far two places go on alike: words, and how many of them are the same."""
    far, same = np.zeros(len(p), np.int64), np.zeros(len(p), np.int64)
    ahead = np.arange(_REACH)
    for low in range(0, len(p), 4096):  # a block at a time, for memory
        block = slice(low, low + 4096)
        there = ahead < most[block, None]
        offsets = np.where(there, ahead, 0) * step
        left = np.clip(p[block, None] + offsets, 0, len(words) - 1)
        right = np.clip(q[block, None] + offsets, 0, len(words) - 1)
        alike = there & (words[left] == words[right])
        score = np.cumsum(np.where(alike, np.int8(1), np.int8(-1)), axis=1, dtype=np.int16)
        best = score.argmax(axis=1)
        top = score[np.arange(len(best)), best].astype(np.int64)
        far[block] = np.where(top > 0, best + 1, 0)
        same[block] = (far[block] + np.maximum(top, 0)) // 2  # the sum and the difference of same and other words
    return far, same


def _telling(found: Stretches, words: NDArray[np.int32], starts: Ints, common: NDArray[np.bool_]) -> Stretches:
    """The passages of pairs of which one at least shares words that tell something."""
    strong = found.same >= LEAST_SAME
    asked = np.flatnonzero(strong & (found.same < _WEAK))
    if not len(asked) or not common.any():
        return found
    few = found.only(asked)
    sides = []
    for start, length in (
        (starts[few.a] + few.a_start, few.a_end - few.a_start),
        (starts[few.b] + few.b_start, few.b_end - few.b_start),
    ):
        owner = np.repeat(np.arange(len(few)), length)
        place = np.arange(int(length.sum())) - np.repeat(np.cumsum(length) - length, length) + start[owner]
        word = words[place]
        rare = ~common[word & (len(common) - 1)]
        sides.append(_each_once((owner[rare] << 32) | (word[rare].astype(np.int64) & 0xFFFFFFFF)))
    both = np.sort(np.concatenate(sides))
    both = both[1:][both[1:] == both[:-1]] >> 32
    strong[asked] = np.bincount(both, minlength=len(few)) >= LEAST_RARE
    pair = found.a * (int(found.b.max()) + 1) + found.b
    return found.only(np.isin(pair, pair[strong]))


def _each_once(values: Ints) -> Ints:
    """Sorted, each once. (``numpy.unique`` hashes, which here is slower.)"""
    values = np.sort(values)
    return values[np.concatenate(([True], values[1:] != values[:-1]))] if len(values) else values


def _enough(found: Stretches) -> Stretches:
    """The passages that share enough words, and what else their reports share."""
    longer = np.maximum(found.a_end - found.a_start, found.b_end - found.b_start)
    dense = found.same >= LEAST_SHARE * longer
    found = found.only(dense & (found.same >= LEAST_MORE))
    if not len(found):
        return found
    first = np.flatnonzero(np.concatenate(([True], (found.a[1:] != found.a[:-1]) | (found.b[1:] != found.b[:-1]))))
    most = np.maximum.reduceat(found.same, first)
    kept = np.repeat(most >= LEAST_SAME, np.diff(np.append(first, len(found))))
    return _apart(found.only(kept))


def _apart(found: Stretches) -> Stretches:
    """Of passages of one pair that lie in each other the one that shares most; a passage is counted once."""
    a, b = found.a.tolist(), found.b.tolist()
    x1, x2, y1, y2 = (getattr(found, name).tolist() for name in ("a_start", "a_end", "b_start", "b_end"))
    same = found.same.tolist()
    kept: list[int] = []
    start = 0
    while start < len(a):
        end = start + 1
        while end < len(a) and a[end] == a[start] and b[end] == b[start]:
            end += 1
        chosen: list[int] = []
        for i in sorted(range(start, end), key=lambda i: (-same[i], x1[i], y1[i])):
            if all(
                2 * (min(x2[i], x2[j]) - max(x1[i], x1[j])) < min(x2[i] - x1[i], x2[j] - x1[j])
                and 2 * (min(y2[i], y2[j]) - max(y1[i], y1[j])) < min(y2[i] - y1[i], y2[j] - y1[j])
                for j in chosen
            ):
                chosen.append(i)
        kept.extend(sorted(chosen, key=lambda i: (x1[i], y1[i])))
        start = end
    return found.only(np.array(kept, np.int64))
