"""Whom a statement is addressed to: "told X", "urged X to", "in a letter to X"."""

from __future__ import annotations

import re

from onrecord.actors.cast import Cast
from onrecord.actors.entities import Entity
from onrecord.actors.speakers import Speakers
from onrecord.actors.words import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, is_document, word_set
from onrecord.domain import Statement

_WITH_OBJECT = word_set(
    "told tell tells telling asked ask asks asking urged urge urges urging warned warn warns warning reminded "
    "reminds assured assures informed informs notified advised advises implored implores begged begs pressed "
    "instructed ordered orders addressed addressing challenged exhorted lectured briefed briefing reassured promised "
    "promises cautioned alerted reproached scolded invited invites petitioned lobbied encouraged encourages"
)
_ADDRESSED = word_set(
    "letter statement comments remarks message email e-mail report speech address note appeal petition complaint "
    "interview testimony said says wrote writes speaking spoke testified replied responded complained appealed "
    "explained suggested "
    "submitted presented handed sent delivered talking talked answered apologised apologized conveyed "
    "conversation comment call plea request demand shouted shouts yelled whispered remarked remarks quipped read sent "
    "pleaded presented repeated sang sings appeals"
)
_OPENING = word_set(
    "in addressing speaking talking writing briefing responding replying testifying appealing during at on after "
    "before telling asked but and then later"
)
_NOUN_BEFORE = word_set("a an the news press daily his her their its this that security first new another morning")
_SOME = word_set("some many most several all each both part dozens hundreds thousands")
_NOT_ASKED = frozenset({"questions", "permission"})
_LINKS = word_set("to with")
_STOPS = word_set(
    "that to against about in on over not at during after before there how what why whether if when where who earlier "
    "later also by via last this afterward afterwards separately again today yesterday tomorrow"
)
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_TIMES = _DAYS | word_set(
    "late early "
    "morning afternoon evening night tonight noon midnight week weekend month year january february september october "
    "november december recently once twice soon immediately then now"
)
_SHOWN = word_set(
    "seen obtained published posted dated released sent read reviewed leaked shown signed made provided distributed "
    "circulated viewed written delivered"
)
_ENDS = _STOPS | _TIMES | _SHOWN | AUXILIARIES
_TOLD = word_set("told warned informed urged advised assured ordered reminded notified instructed")
_BE = word_set("is are was were been being")
_AFTER_OBJECT = word_set("to against that not there")
_ON_AIR = re.compile(r"\b(?:programme|program|show|podcast)\b")
_REACH = 20  # tokens after the cue
_SWALLOWED = 14  # tokens of the content that may be an addressee


class Addressees:
    """Finds addressees in the clause of source and cue, and where the content's start took the verb's object along."""

    def __init__(self, cast: Cast, speakers: Speakers) -> None:
        self._cast = cast
        self._tokens = cast.tokens
        self._speakers = speakers
        self._last: tuple[Entity, tuple[Entity, ...], int] | None = None

    def of(self, statement: Statement, speaker: Entity | None) -> tuple[Entity, ...]:
        """The addressees of a statement, in the order of the report; none when its clause names none.

        Call it in text order: "he urged them" is addressed to whom he addressed right before.
        """
        if statement.cue is None:
            return ()
        found = self._told(statement) or self._found(statement, speaker)
        if found and speaker is not None:
            self._last = (speaker, found, self._sentence(statement))
        return found

    def _sentence(self, statement: Statement) -> int:
        assert statement.cue is not None
        first, last = self._tokens.range_of(statement.cue.start, statement.cue.end)
        return self._tokens[first].sentence if first < last else -1

    def _told(self, statement: Statement) -> tuple[Entity, ...]:
        """The subject of a passive: "residents were warned that …"."""
        assert statement.cue is not None
        first, last = self._tokens.range_of(statement.cue.start, statement.cue.end)
        at = next((at for at in range(first, last) if self._tokens[at].fold in _TOLD), None)
        if at is None or not any(self._tokens[i].fold in _BE for i in range(max(0, at - 2), at)):
            return ()
        end = at
        while end > 0 and (self._tokens[end - 1].fold in AUXILIARIES or self._tokens[end - 1].fold.endswith("ly")):
            end -= 1
        start = self._tokens.sentence_range(self._tokens[at].sentence)[0]
        name = self._cast.reader.name_at(end - 1) if end > start else None
        phrase = self._cast.reader.before(end) if end > start else None
        first = max(start, min(name.first if name else end, phrase.first if phrase else end))
        if end - first == 0 and end - 1 == start:
            first = start
        found = [entity for entity in self._members(first, end) if entity.kind != "place"] if first < end else []
        return tuple(found)

    def _found(self, statement: Statement, speaker: Entity | None) -> tuple[Entity, ...]:
        assert statement.cue is not None
        taken = self._speakers.content_ranges(statement)
        _, after = self._tokens.range_of(statement.cue.start, statement.cue.end)
        low, high = self._clause(statement)
        follows = [begin for begin, _ in taken if begin >= after]
        first, _ = self._tokens.range_of(statement.cue.start, statement.cue.end)
        # "told the group, adding that": said to the group; "asked him to go and says": not.
        source = statement.source
        since = max(low, self._tokens.range_of(source.start, source.end)[1]) if source is not None else low
        joined = any(self._tokens[at].fold in ("and", "but", "then", "or") for at in range(since, first))
        # What stands after the content is another clause.
        behind = (first if joined else low, min([high, *follows]), high)
        for zone in (behind, self._opening(statement, taken)):
            found = self._in(zone, taken, speaker, statement)
            if found:
                return found
        return ()

    def _in(
        self, zone: tuple[int, int, int], taken: list[tuple[int, int]], speaker: Entity | None, statement: Statement
    ) -> tuple[Entity, ...]:
        """The first addressees whose verb or noun stands in ``zone[:2]`` and who are named before ``zone[2]``."""
        low, stop, high = zone
        for at in range(low, stop):
            start = self._object_at(at, high)
            if start is None:
                continue
            since = start - (self._tokens[start - 1].fold in _LINKS)  # "appealed [to both sides …"
            if any(begin < since and start < end for begin, end in taken):
                continue
            venue = statement.venue
            if venue is not None and venue.start == self._tokens[start].start and not _ON_AIR.search(venue.text):
                continue  # "told a news conference": an event is where, not whom; "told the BBC's morning show" is both
            limit = min([begin for begin, _ in taken if begin > start] + [high])
            end = self._object_end(start, limit)
            swallowed = any(begin == start for begin, _ in taken)
            if swallowed and not (end < len(self._tokens) and self._tokens[end].fold in _AFTER_OBJECT):
                continue
            if end == start + 1 and self._tokens[start].fold == "them" and (before := self._before(statement, speaker)):
                return before
            found = self._members(start, end, speaker) if end > start else []
            found = [entity for entity in found if entity is not speaker and entity.kind != "place"]
            if not found and end == start + 1 and self._tokens[start].fold in ("him", "her"):
                found = self._somebody_else(statement, start, speaker)
            if found:
                return tuple(found)
        return ()

    def _before(self, statement: Statement, speaker: Entity | None) -> tuple[Entity, ...]:
        """Whom the same speaker addressed in this sentence or the one before."""
        if self._last is None or self._last[0] is not speaker:
            return ()
        return self._last[1] if 0 <= self._sentence(statement) - self._last[2] <= 1 else ()

    def _members(self, start: int, end: int, speaker: Entity | None = None) -> list[Entity]:
        """Who is meant by tokens ``start:end``: each member of a list by itself. "Both sides" are without
        ``speaker``."""
        found: list[Entity] = []
        if self._tokens[start].fold in _SOME and end - start > 2 and self._tokens[start + 1].fold == "of":
            start += 2  # "some of the miners"
        for first, last in self._speakers.references.members(start, end):
            entity = self._speakers.references.resolve(first, last, but=speaker)
            if entity is not None and entity not in found and not self._owns(entity, first, last):
                found.append(entity)
        return found

    def _owns(self, entity: Entity, first: int, last: int) -> bool:
        """Whether an entity is there only as the owner of something: "responded to the minister's remark"."""
        owner = next((at for at in range(first, last - 1) if self._tokens[at].is_possessive), None)
        if owner is None or entity.is_press:
            return False
        return self._speakers.references.resolve(first, owner + 1) is entity

    def _somebody_else(self, statement: Statement, at: int, speaker: Entity | None) -> list[Entity]:
        """Whom "him" at token ``at`` means when it can't be the speaker: nobody tells "him" of himself."""
        source = statement.source
        if source is None or source.end > self._tokens[at].start:
            return []
        first, last = self._tokens.range_of(source.start, source.end)
        entity = self._speakers.references.resolve(at, at + 1, ignore=[(first, last)])
        return [entity] if entity is not None and entity is not speaker and entity.kind == "person" else []

    def _opening(self, statement: Statement, taken: list[tuple[int, int]]) -> tuple[int, int, int]:
        """The adjuncts that open the sentence, up to the source: "In a letter to the council, the envoy said …"."""
        nothing = (0, 0, 0)
        source = statement.source
        if source is None or statement.cue is None or source.start > statement.cue.start:
            return nothing
        last, _ = self._tokens.range_of(source.start, source.end)
        if last >= len(self._tokens):
            return nothing
        first, _ = self._tokens.sentence_range(self._tokens[last].sentence)
        inside = self._speakers.enclosing(source.start, source.end) is not None
        if inside or last - first > 2 * _REACH or first >= last or self._tokens[first].fold not in _OPENING:
            return nothing
        if any(begin < last and first < end for begin, end in taken):
            return nothing
        told = any(self._tokens[at].fold in ("said", "told", "says") for at in range(first, last))
        return nothing if told else (first, last, last)

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
            passive = (
                at > 0
                and not word.endswith("ing")
                and self._tokens[at - 1].fold in ("was", "were", "is", "are", "been", "being")
            )
            noun = word == "briefing" and at > 0 and self._tokens[at - 1].fold in _NOUN_BEFORE
            refused = passive or noun or not following.is_word or following.fold in _STOPS | _NOT_ASKED | _TIMES
            return None if refused else at + 1
        if word in ("called", "calls", "calling", "call") and following.fold in ("on", "upon"):
            return at + 2 if at + 2 < high else None
        if word in _ADDRESSED and following.fold in _LINKS and at + 2 < high:
            if following.fold == "with" and word not in (
                "interview",
                "conversation",
                "call",
                "pleaded",
                "pleads",
                "pleading",
            ):
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
            if at > start and (token.fold in _ENDS or token.text in '.;:“"—–('):
                break
            if token.text == "," or (at == start and token.fold in PREPOSITIONS | CONJUNCTIONS):
                break
            at += 1
        while at > start and not self._tokens[at - 1].is_word:
            at -= 1
        return at
