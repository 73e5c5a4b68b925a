"""Whom a statement is addressed to: "told X", "urged X to", "in a letter to X"."""

from __future__ import annotations

from onrecord.actors.cast import Cast
from onrecord.actors.entities import Entity
from onrecord.actors.speakers import Speakers
from onrecord.actors.words import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, is_document, word_set
from onrecord.domain import Statement

_WITH_OBJECT = word_set(
    "told tell tells telling asked ask asks asking urged urge urges urging warned warn warns warning reminded "
    "reminds assured assures informed informs notified advised advises implored implores begged begs pressed "
    "instructed ordered orders addressed addressing challenged exhorted lectured"
)
_ADDRESSED = word_set(
    "letter statement comments remarks message email e-mail report speech address note appeal petition complaint "
    "interview testimony said says wrote writes speaking spoke testified replied responded complained appealed "
    "explained submitted presented handed sent delivered talking talked answered apologised apologized conveyed "
    "conversation comment call plea request demand"
)
_NOT_ASKED = frozenset({"questions", "permission"})
_LINKS = word_set("to with")
_STOPS = word_set(
    "that to against about in on over not at during after before there how what why whether if when where who earlier "
    "later also by via last this afterward afterwards separately again today yesterday tomorrow"
)
_AFTER_OBJECT = word_set("to against that not there")
_REACH = 20  # tokens after the cue
_SWALLOWED = 14  # tokens of the content that may be an addressee


class Addressees:
    """Finds addressees in the clause of source and cue, and where the content's start took the verb's object along."""

    def __init__(self, cast: Cast, speakers: Speakers) -> None:
        self._cast = cast
        self._tokens = cast.tokens
        self._speakers = speakers

    def of(self, statement: Statement, speaker: Entity | None) -> Entity | None:
        """The addressee of a statement, None when its clause names none."""
        if statement.cue is None:
            return None
        low, high = self._clause(statement)
        _, after = self._tokens.range_of(statement.cue.start, statement.cue.end)
        taken = self._speakers.content_ranges(statement)
        follows = [begin for begin, _ in taken if begin >= after]
        for at in range(low, min([high, *follows])):  # what stands after the content is another clause
            start = self._object_at(at, high)
            if start is None or any(begin < start < end for begin, end in taken):
                continue
            limit = min([begin for begin, _ in taken if begin > start] + [high])
            end = self._object_end(start, limit)
            swallowed = any(begin == start for begin, _ in taken)
            if swallowed and not (end < len(self._tokens) and self._tokens[end].fold in _AFTER_OBJECT):
                continue
            if end > start:
                entity = self._speakers.references.resolve(start, end)
                if entity is not None and entity is not speaker and entity.kind != "place":
                    return entity
        return None

    def _clause(self, statement: Statement) -> tuple[int, int]:
        """Token range of the cue and what may follow it; what stands between source and content as well."""
        assert statement.cue is not None
        first, last = self._tokens.range_of(statement.cue.start, statement.cue.end)
        if first >= last:
            return first, first
        _, sentence_end = self._tokens.sentence_range(self._tokens[last - 1].sentence)
        low = first
        if statement.source is not None and statement.source.end <= statement.cue.start:
            low = max(self._tokens.range_of(statement.source.start, statement.source.end)[1], first - _REACH)
            if low and is_document(self._tokens[low - 1].fold):  # "X submitted to Y a report saying"
                low = max(self._tokens.sentence_range(self._tokens[first].sentence)[0], first - _REACH)
            low = low if low <= first and self._tokens[low].sentence == self._tokens[first].sentence else first
        follows = [begin for begin, _ in self._speakers.content_ranges(statement) if begin >= last]
        return low, min(sentence_end, min(follows) + _SWALLOWED if follows else last + _REACH)

    def _object_at(self, at: int, high: int) -> int | None:
        """Where the phrase of an addressee starts, if the word at ``at`` calls for one."""
        word = self._tokens[at].fold
        if at + 1 >= high:
            return None
        following = self._tokens[at + 1]
        if word in _WITH_OBJECT:
            passive = at > 0 and self._tokens[at - 1].fold in ("was", "were", "is", "are", "been", "being")
            refused = passive or not following.is_word or following.fold in _STOPS | _NOT_ASKED
            return None if refused else at + 1
        if word in ("called", "calls", "calling", "call") and following.fold in ("on", "upon"):
            return at + 2 if at + 2 < high else None
        if word in _ADDRESSED and following.fold in _LINKS and at + 2 < high:
            if following.fold == "with" and word not in ("interview", "conversation", "call"):
                return None
            return at + 2
        return None

    def _object_end(self, start: int, limit: int) -> int:
        at = start
        while at < limit and at - start < 14:
            token = self._tokens[at]
            name = self._cast.reader.name_at(at)
            if name is not None:
                at = min(name.last, limit)
                continue
            if at > start and (token.fold in _STOPS or token.text in '.;:“"—–(' or token.fold in AUXILIARIES):
                break
            if token.text == "," or (at == start and token.fold in PREPOSITIONS | CONJUNCTIONS):
                break
            at += 1
        while at > start and not self._tokens[at - 1].is_word:
            at -= 1
        return at
