"""The chain that a statement came through: "Interfax quoted X as saying", "X said, TASS reported"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors.cast import Cast
from onrecord.actors.entities import Entity
from onrecord.actors.speakers import Speakers
from onrecord.actors.words import PREPOSITIONS, PRESS_NOUNS, word_set
from onrecord.domain import Statement

_QUOTED = word_set("quoted cited")
_CITING = word_set("citing quoting quoted quotes cited cites")
_CARRIED = word_set("quoted cited carried reported published broadcast aired released distributed relayed run")
_REPORTED = word_set("reported reports said says quoted quotes cited cites")
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_LONGEST_CHAIN = 8


class Relays:
    """Finds the relays of the statements of one report, when all speakers are known."""

    def __init__(self, cast: Cast, statements: Sequence[Statement], speakers: Speakers) -> None:
        self._cast = cast
        self._tokens = cast.tokens
        self._statements = statements
        self._speakers = speakers

    def of(self, index: int) -> tuple[Entity, ...]:
        """Who relays statement ``index``, outermost first; never its own speaker."""
        speaker = self._speakers.of(index)
        chain = self._outer_chain(index)
        if index in self._speakers.quoting:
            chain.append(self._speakers.quoting[index])
        chain += self._in_sentence(index)
        found: list[Entity] = []
        for entity in chain:
            if entity is not speaker and entity not in found:
                found.append(entity)
        return tuple(found)

    def _outer_chain(self, index: int) -> list[Entity]:
        """Speakers of the statements that this one stands in."""
        chain: list[Entity] = []
        outer, seen = self._speakers.outer(index), {index}
        while outer is not None and outer not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(outer)
            speaker = self._speakers.of(outer)
            if speaker is not None:
                chain.insert(0, speaker)
            outer = self._speakers.outer(outer)
        return chain

    def _in_sentence(self, index: int) -> list[Entity]:
        """Relays that the sentence of source and cue names outside the content."""
        statement = self._statements[index]
        anchor = statement.source or statement.cue
        if anchor is None or statement.source is None:
            return []
        first, last = self._tokens.range_of(anchor.start, anchor.end)
        if first >= last:
            return []
        low, high = self._tokens.sentence_range(self._tokens[first].sentence)
        low, high = max(low, first - 60), min(high, last + 60)
        taken = self._speakers.content_ranges(statement)
        found: list[Entity] = []
        for at in range(low, high - 1):
            if any(begin <= at < end for begin, end in taken):
                continue
            entity = self._relay_at(at, first, last, high)
            if entity is not None and entity not in found:
                found.append(entity)
        return found

    def _relay_at(self, at: int, first: int, last: int, high: int) -> Entity | None:
        """The relay whose verb or preposition stands at token ``at``; the source is ``first:last``."""
        word, following = self._tokens[at].fold, self._tokens[at + 1].fold
        if first <= at < last:
            return None
        if word in _CARRIED and following == "by":
            return self._named(at + 2, high, press=word not in _QUOTED)
        if word == "saying" and following == "by":
            return self._named(at + 2, high, press=False)
        if word == "according" and following == "to" and at + 2 != first and self._tokens[at + 2].fold != "whom":
            if at >= last and self._qualifies(at):
                return None
            return self._named(at + 2, high, press=False)
        if word in _CITING and at + 1 <= first <= at + 3:
            return self._subject(at, first, last)
        if word in _REPORTED:
            entity = self._subject(at, first, last)
            passes_on = entity is not None and (entity.is_press or self._closes(at, entity))
            return entity if passes_on else None
        return None

    def _qualifies(self, at: int) -> bool:
        """Whether the words at token ``at`` stand in a clause of their own: "…, where, according to X, …"."""
        before = at - 1 - (self._tokens[at - 1].text == ",")
        return before > 0 and self._tokens[before].fold in ("where", "which", "who", "when", "whose")

    def _closes(self, at: int, entity: Entity) -> bool:
        """Whether ", the Valley Echo reported" at token ``at`` closes a sentence: who does so passes on its words."""
        name = self._cast.reader.name_at(at - 1) if at else None
        if name is None or entity.kind == "place" or not self._tokens[at].fold.startswith("report"):
            return False
        before = name.first - 1 - (self._tokens[name.first - 1].fold == "the")
        following = self._tokens[at + 1]
        return self._tokens[before].text == "," and (
            following.text in ".," or following.fold in _DAYS or following.fold == "on"
        )

    def _subject(self, at: int, first: int, last: int) -> Entity | None:
        """Who does what the verb at token ``at`` says: the name, or the phrase of the press, right before it, before
        its comma or before another verb of reporting. The source ``first:last`` does not relay itself."""
        end = at
        if self._tokens[at].fold in _CITING and end and self._tokens[end - 1].text == ",":
            end -= 1
            if end and self._tokens[end - 1].fold in _REPORTED:
                end -= 1
        if not end or first <= end - 1 < last:
            return None
        name = self._cast.reader.name_at(end - 1)
        if name is not None and name.last == end:
            before = self._tokens[name.first - 1].fold if name.first else ""
            aside = before in PREPOSITIONS or before == "told" or first <= name.first < last
            return None if aside else self._cast.entity_of(name)
        if self._tokens[end - 1].fold not in PRESS_NOUNS:
            return None
        phrase = self._cast.reader.before(end)
        return self._speakers.references.resolve(phrase.first, end) if phrase is not None else None

    def _named(self, first: int, high: int, *, press: bool) -> Entity | None:
        """The entity of the name in the phrase at ``first``."""
        if first >= high:
            return None
        phrase = self._cast.reader.read(first, high)
        name = phrase.named if phrase is not None else None
        if name is None and phrase is not None:
            inner = [self._cast.reader.name_at(at) for at in range(phrase.first, phrase.core)]
            name = next(
                (known for known in inner if known is not None and known.form in ("body", "organisation")), None
            )
        entity = self._cast.entity_of(name) if name is not None else None
        if entity is None or entity.kind == "place" or (press and not entity.is_press):
            return None
        return entity
