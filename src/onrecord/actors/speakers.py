"""The speaker of every statement of a report: each source resolved once, outer statements before inner ones."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from onrecord.actors.cast import Cast
from onrecord.actors.chains import Chains
from onrecord.actors.documents import Documents
from onrecord.actors.entities import Entity
from onrecord.actors.interviewees import interviewee, is_answer
from onrecord.actors.references import References
from onrecord.actors.salience import Salience
from onrecord.actors.tokens import Tokens
from onrecord.actors.words import word_set
from onrecord.domain import Span, Statement

_QUOTING = word_set("quoted quotes quote cited cites cite quoting citing")
_AS_SAYING = word_set("saying telling stating writing adding warning having insisting claiming denying calling")
_NESTING = 40  # contents looked back over for one that encloses a place
_DEPTH = 20  # statements within statements that are followed


class Speakers:
    """Speakers of one report's statements, by their index. Call ``all`` first: salience needs text order."""

    def __init__(self, cast: Cast, statements: Sequence[Statement], chains: Chains) -> None:
        self.tokens: Tokens = cast.tokens
        self._cast = cast
        self._statements = statements
        self._cast = cast
        self._done: dict[int, Entity | None] = {}
        self._open: set[int] = set()
        self._salience = Salience(cast, self._named_in_sources(cast))
        self._contents = sorted(
            (span.start, span.end, index) for index, statement in enumerate(statements) for span in statement.content
        )
        self._content_starts = [start for start, _, _ in self._contents]
        self._in_sentence: defaultdict[int, list[int]] = defaultdict(list)
        for index, statement in enumerate(statements):
            anchor = statement.source or statement.cue
            if anchor is not None:
                first, last = self.tokens.range_of(anchor.start, anchor.end)
                if first < last:
                    self._in_sentence[self.tokens[first].sentence].append(index)
        documents = Documents(cast, self._speaker_in, lambda first, last: self.references.resolve(first, last))
        self.references = References(cast, self._salience, documents, self._speaker_around, chains)
        self.quoting: dict[int, Entity] = {}

    def all(self) -> list[Entity | None]:
        """The speaker of each statement, None where nothing fits."""
        order = sorted(range(len(self._statements)), key=lambda index: (self._place(index), index))
        for index in order:
            self.of(index)
        return [self._done[index] for index in range(len(self._statements))]

    def of(self, index: int) -> Entity | None:
        """The speaker of statement ``index``; None also while it is being resolved."""
        if index in self._done:
            return self._done[index]
        if index in self._open or len(self._open) > _DEPTH:
            return None
        self._open.add(index)
        try:
            speaker = self._resolve(index)
        finally:
            self._open.discard(index)
        self._done[index] = speaker
        return speaker

    def outer(self, index: int) -> int | None:
        """The innermost statement whose content holds the source, or the cue, of statement ``index``."""
        statement = self._statements[index]
        anchor = statement.source or statement.cue
        if anchor is None:
            return None
        return self.enclosing(anchor.start, anchor.end, exclude=index)

    def enclosing(self, start: int, end: int, exclude: int = -1) -> int | None:
        """The statement with the smallest content that holds ``start:end``."""
        at = bisect_right(self._content_starts, start)
        best: tuple[int, int] | None = None
        for low, high, index in self._contents[max(0, at - _NESTING) : at]:
            if index != exclude and high >= end and (best is None or high - low < best[0]):
                best = (high - low, index)
        return best[1] if best else None

    def content_ranges(self, statement: Statement) -> list[tuple[int, int]]:
        """Token ranges of a statement's content."""
        return [self.tokens.range_of(span.start, span.end) for span in statement.content]

    def _named_in_sources(self, cast: Cast) -> frozenset[int]:
        found: set[int] = set()
        for statement in self._statements:
            if statement.source is not None:
                first, last = self.tokens.range_of(statement.source.start, statement.source.end)
                for name in {cast.reader.name_at(at) for at in range(first, min(last, first + 40))} - {None}:
                    entity = cast.entity_of(name) if name is not None else None
                    if entity is not None and entity.is_person:
                        found.add(entity.number)
                quoted = self._quoted(statement, last)
                name = cast.reader.name_at(quoted[1] - 1) if quoted is not None else None
                entity = cast.entity_of(name) if name is not None else None
                if entity is not None and entity.is_person:
                    found.add(entity.number)
        return frozenset(found)

    def _place(self, index: int) -> int:
        anchor = self._statements[index].source or self._statements[index].cue
        return anchor.start if anchor is not None else -1

    def _resolve(self, index: int) -> Entity | None:
        statement = self._statements[index]
        source = statement.source
        if is_answer(statement):
            return interviewee(self._cast, self._statements, self.of)
        if source is None:
            return self._carried_on(index)
        if not source.text.strip():
            return None
        outer = self.outer(index)
        if outer is not None:
            self.of(outer)
        first, last = self.tokens.range_of(source.start, source.end)
        if first >= last:
            return None
        ignore = [(low, high) for low, high in self.content_ranges(statement) if not (low <= first and last <= high)]
        speaker = self.references.resolve(first, last, ignore)
        quoted = self._quoted(statement, last) or self._cited(statement, speaker)
        if quoted is not None:
            original = self.references.resolve(*quoted, ignore)
            if original is not None and original is not speaker:
                if speaker is not None:
                    self.quoting[index] = speaker
                speaker = original
        if speaker is not None:
            self._salience.spoke(first, speaker, in_passing=outer is not None or self.tokens[last - 1].is_possessive)
        return speaker

    def _carried_on(self, index: int) -> Entity | None:
        """The speaker of the statement before, in the same sentence, that "adding" or "warning" carries on."""
        cue = self._statements[index].cue
        if cue is None or self.enclosing(cue.start, cue.end, exclude=index) is not None:
            return None
        first, last = self.tokens.range_of(cue.start, cue.end)
        word = self.tokens[first].fold if first < last else ""
        if not word.endswith("ing") or len(word) < 5 or word == "according":
            return None
        earlier = [
            other
            for other in self._in_sentence.get(self.tokens[first].sentence, [])
            if self._statements[other].source is not None and self._place(other) < cue.start
        ]
        if earlier:
            return self.of(max(earlier, key=self._place))
        return self._opening_subject(first)

    def _opening_subject(self, at: int) -> Entity | None:
        """The person, state or body that opens the sentence of token ``at``: "Quist hit back, insisting …"."""
        if self.tokens[at - 1].text != "," or at < 1:
            return None
        opening, _ = self.tokens.sentence_range(self.tokens[at].sentence)
        for occurrence in self._cast.after(opening, 3):
            title = self._cast.reader.before(occurrence.first)
            start = title.first if title is not None and title.role is not None else occurrence.first
            if start == opening and occurrence.subject and occurrence.first < at:
                return occurrence.entity
        return None

    def _cited(self, statement: Statement, speaker: Entity | None) -> tuple[int, int] | None:
        """The phrase after "citing" when the source is an agency or outlet that reports what somebody else says."""
        cue = statement.cue
        if cue is None or speaker is None:
            return None
        low, high = self.tokens.range_of(cue.start, cue.end)
        reports = any(self.tokens[at].fold in ("reported", "reports") for at in range(low, high))
        if not speaker.is_press and not (reports and speaker.kind in ("organisation", "unknown")):
            return None
        first, last = self.tokens.sentence_range(self.tokens[low].sentence) if low < high else (0, 0)
        taken = self.content_ranges(statement)
        for at in range(first, last - 1):
            if self.tokens[at].fold not in ("citing", "quoting") or any(low <= at < high for low, high in taken):
                continue
            end = at + 1
            while end < last and self.tokens[end].text != "," and self.tokens[end].fold not in ("as", "that"):
                end += 1
            if any(begin < end and at + 1 < stop for begin, stop in taken):
                continue
            return (at + 1, end) if end > at + 1 else None
        return None

    def _quoted(self, statement: Statement, after: int) -> tuple[int, int] | None:
        """The phrase between "quoted" and "as saying" when the source is the one who quotes."""
        cue = statement.cue
        if cue is None:
            return None
        low, high = self.tokens.range_of(cue.start, cue.end)
        if low < after:
            return None
        for at in range(low, high):
            if self.tokens[at].fold in _QUOTING and self.tokens[at - 1].fold not in (
                "was",
                "is",
                "were",
                "been",
                "being",
            ):
                end = at + 1
                while (
                    end < len(self.tokens) and end - at < 30 and self.tokens[end].sentence == self.tokens[at].sentence
                ):
                    if self.tokens[end].fold == "as" and end + 1 < len(self.tokens):
                        saying = self.tokens[end + 1].fold in _AS_SAYING
                        return (at + 1, end) if saying and end > at + 1 else None
                    end += 1
        return None

    def _speaker_around(self, at: int) -> Entity | None:
        token = self.tokens[at]
        holders = [index for index in (self.enclosing(token.start, token.end),) if index is not None]
        for index in holders:
            source = self._statements[index].source
            inside = source is not None and source.start <= token.start < source.end
            if not inside:
                return self.of(index)
        return None

    def _speaker_in(self, at: int) -> Entity | None:
        """Who speaks in the sentence of token ``at``, when the token is outside of what they say."""
        token = self.tokens[at]
        for index in self._in_sentence.get(token.sentence, [])[:10]:
            inside = any(_holds(span, token.start) for span in self._statements[index].content)
            source = self._statements[index].source
            if not inside and not (source is not None and _holds(source, token.start)):
                speaker = self.of(index)
                if speaker is not None:
                    return speaker
        return None


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end
