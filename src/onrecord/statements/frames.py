"""The frame of a statement: the words of its sentence that are about the saying and not part of what was said.

A frame is cut into zones: what stands before the source ("In a letter to the council, …"), between source and cue
("…, speaking in Vienna, …"), from the cue on ("said in a statement …"), and behind a content that the cue came
before ("said no, in an interview"). Another statement's words bound them, so that nobody's venue becomes another's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.domain import Span, Statement
from onrecord.statements.sentences import sentence_bounds

Range = tuple[int, int]

_NEXT_CLAUSE = re.compile(r";|\s(?:and|but)\s+(?=(?:he|she|it|they|we|I|the|a|an|his|her|its|their)\s)", re.IGNORECASE)
_OPEN_BEFORE = 12  # spans looked back over for one that reaches into a sentence
_LONGEST = 600  # code points of a zone: a sentence without an end is no sentence


@dataclass(frozen=True, slots=True)
class Frame:
    """Ranges of the report, empty where there is no such zone."""

    before: Range
    between: Range
    cue: Range
    behind: Range
    after: Range
    """What follows a content that stands behind the cue."""

    sentence: Range
    shares_with: int | None
    """The statement whose source this one has too ("said X and warned Y"), whose frame holds for both."""


class Frames:
    """The frames of the statements of one report."""

    def __init__(self, text: str, statements: Sequence[Statement]) -> None:
        self._text = text
        self._statements = statements
        parts = [(span, i) for i, s in enumerate(statements) for span in s.content]
        marks = [(span, i) for i, s in enumerate(statements) for span in (s.source, s.cue) if span is not None]
        self._parts = sorted(parts, key=lambda x: (x[0].start, x[0].end))
        self._marks = sorted(marks, key=lambda x: (x[0].start, x[0].end))
        self._part_starts = [span.start for span, _ in self._parts]
        self._mark_starts = [span.start for span, _ in self._marks]

    def of(self, index: int) -> Frame | None:
        """The frame of a statement, None when it has no cue."""
        statement = self._statements[index]
        cue, source = statement.cue, statement.source
        if cue is None:
            return None
        low, high = sentence_bounds(self._text, cue.start, cue.end)
        low, high = max(low, cue.start - _LONGEST), min(high, cue.end + _LONGEST)
        own, others = self._near(index, low, high)
        for span in others:  # a statement inside another's content stays inside
            if span.start <= cue.start and cue.end <= span.end:
                low, high = max(low, span.start), min(high, span.end)
        walls = [s for s in (*own, *others) if not (s.start <= cue.start and cue.end <= s.end)]
        has_source = source is not None and source.start < high and source.end > low
        first = source.start if has_source and source is not None and source.start < cue.start else cue.start
        before_from = max([low, *(s.end for s in walls if s.end <= first)])
        between = (cue.start, cue.start)
        if has_source and source is not None and source.end <= cue.start:
            between = (max([source.end, *(s.end for s in walls if source.end < s.end <= cue.start)]), cue.start)
        behind_from = cue.end
        if has_source and source is not None and source.start >= cue.end:
            behind_from = source.end  # "said the minister in Vienna"
        behind = (behind_from, min([high, *(s.start for s in walls if s.start >= behind_from)]))
        following = [s for s in own if s.start >= cue.end]
        after = (high, high)
        if following:
            end = min(max(s.end for s in following), high)
            after = (end, min([high, *(s.start for s in walls if s.start >= end)]))
        return Frame(
            (before_from, first),
            between,
            (cue.start, cue.end),
            self._one_clause(behind),
            self._one_clause(after),
            (low, high),
            self._partner(index, low),
        )

    def sentence(self, at: int) -> Range:
        """The sentence around a place."""
        return sentence_bounds(self._text, at, at)

    def inside(self, at: int, index: int) -> bool:
        """Whether a place is in the content of a statement other than ``index``."""
        low, high = self.sentence(at)
        return any(span.start <= at + 1 < span.end for span in self._near(index, low, high)[1])

    def _near(self, index: int, low: int, high: int) -> tuple[list[Span], list[Span]]:
        """Own content, and other statements' parts, in a range."""
        own: list[Span] = []
        others: list[Span] = []
        for spans, starts in ((self._parts, self._part_starts), (self._marks, self._mark_starts)):
            at = max(0, bisect_left(starts, low) - _OPEN_BEFORE)
            while at < len(spans) and spans[at][0].start < high:
                span, owner = spans[at]
                if span.end <= low:
                    pass
                elif owner == index:
                    own.extend([span] if spans is self._parts else [])
                elif span not in (self._statements[index].source, self._statements[index].cue):
                    others.append(span)
                at += 1
        return own, others

    def _one_clause(self, zone: Range) -> Range:
        """``zone`` up to where a new clause with a subject of its own begins."""
        cut = _NEXT_CLAUSE.search(self._text, *zone)
        return (zone[0], cut.start()) if cut else zone

    def _partner(self, index: int, low: int) -> int | None:
        """The statement before this one in the sentence with the same source, or whose source this one lacks."""
        statement = self._statements[index]
        cue = statement.cue
        assert cue is not None
        for other in range(index - 1, max(-1, index - 6), -1):
            before = self._statements[other]
            if before.cue is None or not low <= before.cue.start < cue.start:
                continue
            ends = max(span.end for span in before.evidence)
            if statement.source is None:
                between = self._text[ends : cue.start] if ends <= cue.start else "…"
                joined = re.fullmatch(r"[\s,]*(?:and|but|or)?(?:\s+\w+ly|\s+also|\s+then|\s+later)?\s*", between)
                return other if joined else None
            if statement.source == before.source:
                return other
        return None
