"""Two stretches of words side by side: which are the same, which were put in, left out or exchanged."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_FAR = 100  # words that may be put in and left out in one place, together


class Edit(NamedTuple):
    """Words ``a_start:a_end`` of one side where the other has ``b_start:b_end``; one of the two may be empty."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int

    @property
    def one_sided(self) -> bool:
        """Whether words were only put in, or only left out."""
        return self.a_start == self.a_end or self.b_start == self.b_end


def same_words(a: Sequence[int], b: Sequence[int]) -> list[tuple[int, int]]:
    """The words that two versions of one passage have in common, as pairs of places, both ascending.

    Goes through both at once; where they part, the nearest place is taken from which two words in a row agree again.
    Linear in the length but for the edits, so that long copies cost little; ``Alignment`` is more exact.
    """
    pairs: list[tuple[int, int]] = []
    x = y = 0
    while x < len(a) and y < len(b):
        if a[x] == b[y]:
            pairs.append((x, y))
            x, y = x + 1, y + 1
            continue
        again = _agreeing_again(a, b, x, y)
        if again is None:
            break
        x, y = again
    return pairs


def _agreeing_again(a: Sequence[int], b: Sequence[int], x: int, y: int) -> tuple[int, int] | None:
    for far in range(1, _FAR + 1):
        for left in range(far // 2, -1, -1):
            for i, j in ((x + left, y + far - left), (x + far - left, y + left)):
                if i >= len(a) or j >= len(b) or a[i] != b[j]:
                    continue
                if i + 1 >= len(a) or j + 1 >= len(b) or a[i + 1] == b[j + 1]:
                    return i, j
    return None


class Alignment:
    """Two sentences side by side, as few words as possible put in, left out or exchanged."""

    def __init__(self, a: Sequence[int], b: Sequence[int]) -> None:
        if a == b:
            self._codes = [("equal", 0, len(a), 0, len(b))] if a else []
        else:
            self._codes = [*SequenceMatcher(None, a, b, autojunk=False).get_opcodes()]

    def agreements(self) -> list[tuple[int, int]]:
        """The pairs of places in which they agree."""
        equal = [(x, y, size - x) for tag, x, size, y, _ in self._codes if tag == "equal"]
        return [(x + k, y + k) for x, y, size in equal for k in range(size)]

    def longest(self) -> int:
        """The most words in a row in which they agree."""
        return max((x2 - x1 for tag, x1, x2, _, _ in self._codes if tag == "equal"), default=0)

    def edits(self) -> list[Edit]:
        """Where they differ, in order. A single word that both have within a difference belongs to it."""
        found: list[Edit] = []
        for tag, *places in self._codes:
            if tag == "equal":
                continue
            edit = Edit(*places)
            before = found[-1] if found else None
            if before is not None and edit.a_start - before.a_end == 1 and (before.one_sided or edit.one_sided):
                found[-1] = Edit(before.a_start, edit.a_end, before.b_start, edit.b_end)
            else:
                found.append(edit)
        return found
