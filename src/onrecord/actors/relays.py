"""The chain that a statement came through: "Interfax quoted X as saying", "X said, TASS reported"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors.cast import Cast
from onrecord.actors.entities import Entity
from onrecord.actors.speakers import Speakers
from onrecord.actors.words import word_set
from onrecord.domain import Statement

_QUOTED = word_set("quoted cited")
_CARRIED = word_set("quoted cited carried reported published broadcast aired released distributed relayed run")
_REPORTED = word_set("reported reports said says quoted quotes cited cites")
_PRESS_HEADS = word_set(
    "agency newspaper paper daily weekly magazine tabloid broadcaster channel network television tv radio outlet site "
    "website news times post journal tribune herald gazette press"
)
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
        if word == "according" and following == "to" and at + 2 != first:
            return self._named(at + 2, high, press=False)
        before = self._cast.reader.name_at(at - 1) if at else None
        if before is None or first <= before.first < last:
            return None
        if word in _QUOTED and at + 1 <= first <= at + 3 and before.last == at:
            return self._cast.entity_of(before)
        if word in _REPORTED and before.last == at:
            entity = self._cast.entity_of(before)
            return entity if entity is not None and is_press(entity) else None
        return None

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
        if entity is None or entity.kind == "place" or (press and not is_press(entity)):
            return None
        return entity


def is_press(entity: Entity) -> bool:
    """Whether an entity is an agency or outlet."""
    return (entity.body is not None and entity.body.is_press) or (
        entity.kind == "organisation" and bool(entity.heads & _PRESS_HEADS)
    )
