"""A report as its outlooks are read: tokens, verbs and subjects, and where its statements' contents are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from onrecord.actors.tokens import Tokens, tokenize
from onrecord.domain import Report, Span, Statement, TimeExpression
from onrecord.ledger.subjects import Subject, Subjects
from onrecord.ledger.verb_groups import verb_groups

_COLUMN = 2
MOST = 400
"""Tokens of a sentence that are read; what is longer is no sentence."""


class Grammar:
    """A report's tokens and verbs, and where its statements' contents are."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.tokens = tokenize(report.text, report.chrome)
        self.sentences = list(_whole(self.tokens, report.times))
        self.groups = [verb_groups(self.tokens, first, min(last, first + MOST)) for first, last in self.sentences]
        self.verbs = frozenset(
            place
            for groups in self.groups
            for group in groups
            if group.form == "finite"
            for place in range(group.first, group.last)
            if not self.tokens[place].is_possessive
        )
        self._sentence_numbers = [self.tokens[first].sentence for first, _ in self.sentences]
        self.subjects = Subjects(self.tokens, report.mentions, report.times, self.verbs)
        self.is_column = self._has_author()
        self._cues = sorted(
            (s.cue.start, s.cue.end, number) for number, s in enumerate(report.statements) if s.cue is not None
        )
        self._cue_starts = [start for start, _, _ in self._cues]
        self._contents = _Contents(report.statements)

    def cue_at(self, offset: int) -> Statement | None:
        """The statement whose cue holds an offset; of several the one that begins last."""
        place = bisect_right(self._cue_starts, offset) - 1
        if place < 0:
            return None
        _, end, number = self._cues[place]
        return self.report.statements[number] if offset < end else None

    def subject_of_verb(self, at: int) -> Subject | None:
        """The subject of the finite verb that begins at or holds token ``at``, also where it shares another's."""
        if at >= len(self.tokens):
            return None
        number = self.tokens[at].sentence
        place = bisect_left(self._sentence_numbers, number)
        if place >= len(self.sentences) or self._sentence_numbers[place] != number:
            return None
        low = self.sentences[place][0]
        before = [group for group in self.groups[place] if group.form == "finite" and group.first <= at]
        for place, group in enumerate(reversed(before)):
            subject = self.subjects.before(group.first, low)
            if subject is not None and (place == 0 or subject.relative < 0):
                return subject
            if place == 0 and group.first > low and self.tokens[group.first - 1].fold not in ("and", "but", "or", ","):
                return None
        return None

    def _has_author(self) -> bool:
        """Whether somebody speaks in the first person in what nobody is quoted with: a column, a letter."""
        return sum(token.text == "I" and not token.quoted for token in self.tokens) >= _COLUMN

    def statement_at(self, at: int) -> tuple[int | None, int, int]:
        """The innermost statement whose content holds a token, and the tokens of that part of its content."""
        found = self._contents.at(self.tokens[at].start)
        if found is None:
            return None, 0, len(self.tokens)
        number, span = found
        return number, *self.tokens.range_of(span.start, span.end)

    def span(self, first: int, last: int) -> Span:
        """The report's words from token ``first`` to before ``last``."""
        return Span.of(self.report.text, self.tokens[first].start, self.tokens[last - 1].end)


def _whole(tokens: Tokens, times: Sequence[TimeExpression]) -> Iterator[tuple[int, int]]:
    """Sentences as token ranges; a full stop within a time expression ("Aug. 3") ends none."""
    broken: set[int] = set()
    for time in times:
        first, last = tokens.range_of(time.span.start, time.span.end)
        broken.update(at for at in range(first + 1, last) if tokens[at].sentence != tokens[at - 1].sentence)
    start = -1
    for first, last in _sentences(tokens):
        start = first if start < 0 else start
        if last not in broken:
            yield start, last
            start = -1


class _Contents:
    """The innermost content at a place."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        spans = [(span, number) for number, one in enumerate(statements) for span in one.content]
        edges = sorted({edge for span, _ in spans for edge in (span.start, span.end)})
        self._edges = edges
        self._inner: list[tuple[int, Span] | None] = [None] * len(edges)
        for span, number in sorted(spans, key=lambda each: (each[0].start - each[0].end, each[1])):
            first = bisect_right(edges, span.start) - 1
            while first < len(edges) and edges[first] < span.end:
                self._inner[first] = (number, span)
                first += 1

    def at(self, offset: int) -> tuple[int, Span] | None:
        place = bisect_right(self._edges, offset) - 1
        return self._inner[place] if place >= 0 else None


def _sentences(tokens: Tokens) -> Iterator[tuple[int, int]]:
    number = 0
    while True:
        first, last = tokens.sentence_range(number)
        if first >= len(tokens):
            return
        if first < last:
            yield first, last
        number += 1


_LAST: list[tuple[tuple[object, ...], Grammar]] = []


def grammar_of(report: Report) -> Grammar:
    """The grammar of a report. That of the last report is kept, since commitments and forecasts both ask for it."""
    key = (report.text, report.chrome, report.statements, report.mentions, report.times)
    if not _LAST or _LAST[0][0] != key:
        _LAST[:] = [(key, Grammar(report))]
    return _LAST[0][1]
