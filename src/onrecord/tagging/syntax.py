"""The grammar of a text: sentences, word classes, and who depends on whom, in Universal Dependencies (version 2).

Everything is by index into the tagger's words. Those are shorter than Universal Dependencies': of "U", ".", "S", "." or
"'", "s" the first with letters stands in the tree and the others hang on it as ``goeswith``; "don't" is "don" (``AUX``)
and "t" (``advmod``). What clauses are made of is in ``onrecord.tagging.clause_grammar``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from onrecord.tagging.words import Words


@dataclass(frozen=True)
class Tree:
    """Parallel to ``words``: the number of the sentence, the class (UPOS), the verb form (one of
    ``syntax_labels.FORMS``), the head (-1: the sentence's root) and the relation to it (``syntax_labels.DEPRELS``)."""

    words: Words
    sentence: tuple[int, ...]
    upos: tuple[str, ...]
    form: tuple[str, ...]
    head: tuple[int, ...]
    deprel: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.head)

    def words_of(self, start: int, end: int) -> range:
        """The words that touch the characters ``start:end`` of the report's text."""
        return range(bisect_right(self.words.ends, start), bisect_left(self.words.starts, end))

    def characters(self, words: range) -> tuple[int, int]:
        """Where a range of words, not empty, begins and ends in the report's text: code points, half-open."""
        return self.words.starts[words[0]], self.words.ends[words[-1]]

    def word(self, i: int) -> str:
        """A word in lower case, together with what belongs to it ("u.s.", "'t")."""
        parts = sorted((i, *self.children(i, "goeswith")))
        return "".join(self.words.texts[part] for part in parts).lower()

    @cached_property
    def sentences(self) -> tuple[range, ...]:
        """The sentences, as ranges of words."""
        starts = [i for i in range(len(self)) if i == 0 or self.sentence[i] != self.sentence[i - 1]]
        return tuple(range(low, high) for low, high in pairwise([*starts, len(self)]))

    def sentence_of(self, i: int) -> range:
        """The sentence that a word is in."""
        return self.sentences[self.sentence[i]]

    def root_of(self, i: int) -> int:
        """The root of the sentence that a word is in."""
        return next(iter([*self.ancestors(i)][-1:]), i)

    def children(self, i: int, *deprels: str) -> tuple[int, ...]:
        """The words that depend on ``i``, in text order; only by these relations, if any are given."""
        below = self._children[i]
        return tuple(c for c in below if self.deprel[c] in deprels) if deprels else below

    def child(self, i: int, *deprels: str) -> int | None:
        """The first of them."""
        return next(iter(self.children(i, *deprels)), None)

    def subtree(self, i: int) -> range:
        """The range of words from the first to the last that depends on ``i``, at whatever depth, ``i`` included."""
        return range(*self._reach[i])

    def ancestors(self, i: int) -> Iterator[int]:
        """The word's head, that one's head, and so on."""
        while (i := self.head[i]) >= 0:
            yield i

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        below: list[list[int]] = [[] for _ in self.head]
        for word, head in enumerate(self.head):
            if head >= 0:
                below[head].append(word)
        return tuple(map(tuple, below))

    @cached_property
    def _reach(self) -> tuple[tuple[int, int], ...]:
        order = [i for i, head in enumerate(self.head) if head < 0]
        for word in order:  # grows while it is walked, until every word is behind its head
            order.extend(self._children[word])
        low, high = list(range(len(self))), list(range(1, len(self) + 1))
        for word in reversed(order):
            head = self.head[word]
            if head >= 0:
                low[head], high[head] = min(low[head], low[word]), max(high[head], high[word])
        return tuple(zip(low, high, strict=True))
