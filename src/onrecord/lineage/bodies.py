"""A report as lineage looks at it: the words of its body, where they stand, and which are in quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from onrecord.domain import Report, Span
from onrecord.lineage.words import word_table
from onrecord.statements.sentences import sentence_bounds
from onrecord.tagging.quotation import quotations

OPENING = "\"'“„«‘([¿¡"
CLOSING = "\"'”»’)].,!?…"


@dataclass(eq=False)
class Body:
    """The words of a report without its chrome, numbered from 0 as in ``Index``."""

    report: Report

    def __post_init__(self) -> None:
        table = word_table([self.report.text], [[(span.start, span.end) for span in self.report.chrome]])
        self.words: list[int] = table.hashes.tolist()
        self.starts: list[int] = table.starts.tolist()
        self.ends: list[int] = table.ends.tolist()

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> Span:
        """The characters of words ``start:end``, with what stands between them."""
        return Span.of(self.report.text, self.starts[start], self.ends[end - 1])

    def whole_span(self, start: int, end: int) -> Span:
        """The characters of words ``start:end`` with the quotation and other marks that stand at them."""
        text, low, high = self.report.text, self.starts[start], self.ends[end - 1]
        while low > 0 and text[low - 1] in OPENING:
            low -= 1
        while high < len(text) and text[high] in CLOSING:
            high += 1
        return Span.of(text, low, high)

    def within(self, low: int, high: int) -> tuple[int, int]:
        """The words that lie in the characters ``low:high``."""
        return bisect_left(self.starts, low), max(bisect_left(self.starts, low), bisect_right(self.ends, high))

    def text_of(self, start: int, end: int) -> str:
        """Words ``start:end`` as they are printed, "" for none."""
        return self.report.text[self.starts[start] : self.ends[end - 1]] if start < end else ""

    def sentence(self, word: int) -> tuple[int, int]:
        """The words of the sentence that ``word`` stands in."""
        first = bisect_right(self._sentence_starts, word) - 1
        ends = self._sentence_starts[first + 1 : first + 2]
        return self._sentence_starts[first], ends[0] if ends else len(self)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        """The first word of every sentence."""
        starts, word = [], 0
        while word < len(self):
            starts.append(word)
            _, end = sentence_bounds(self.report.text, self.starts[word] + 1, self.ends[word])
            word = max(word + 1, bisect_left(self.starts, end))
        return starts

    def places_of(self, words: list[int]) -> list[int]:
        """Where ``words`` stand in a row."""
        return [at for at in self._places.get(words[0], ()) if self.words[at : at + len(words)] == words]

    @cached_property
    def _places(self) -> dict[int, list[int]]:
        places: dict[int, list[int]] = {}
        for at, word in enumerate(self.words):
            places.setdefault(word, []).append(at)
        return places

    def has_chrome_between(self, word: int, later: int) -> bool:
        """Whether chrome stands between two words."""
        chrome = self.report.chrome
        at = bisect_left(chrome, self.ends[word], key=lambda span: span.start)
        return at < len(chrome) and chrome[at].start < self.starts[later]

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        """The words in quotation marks, as ranges."""
        found = (self.within(quoted.start, quoted.end) for quoted in quotations(self.report.text))
        return [(start, end) for start, end in found if start < end]

    @cached_property
    def quoted(self) -> list[bool]:
        """For each word whether it is in quotation marks."""
        flags = [False] * len(self)
        for start, end in self.quotes:
            flags[start:end] = [True] * (end - start)
        return flags

    @cached_property
    def bracketed(self) -> list[bool]:
        """For each word whether it is in square brackets, which mark what the speaker did not say."""
        flags, text, depth = [], self.report.text, 0
        last = 0
        for start, end in zip(self.starts, self.ends, strict=True):
            between = text[last:start]
            if "[" in between:
                depth = 1
            if "]" in between and between.rfind("]") > between.rfind("["):
                depth = 0
            flags.append(depth > 0)
            last = end
        return flags

    @cached_property
    def contents(self) -> list[tuple[int, int, frozenset[int]]]:
        """The words of the content of each statement: first, end, and all of them."""
        found = []
        for statement in self.report.statements:
            ranges = [self.within(span.start, span.end) for span in statement.content]
            words = frozenset(word for start, end in ranges for word in range(start, end))
            found.append((min(words, default=0), max(words, default=-1) + 1, words))
        return found
