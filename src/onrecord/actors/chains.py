"""Who is meant by a phrase, by the chain of mentions that the network puts it in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.actors.cast import Cast
from onrecord.actors.entities import Entity
from onrecord.domain import ActorKind, Mention

_AGREED = 0.75  # share of an entity's mentions that must be of one kind


class Chained(NamedTuple):
    """An entity, and how sure the network is that the phrase means it."""

    entity: Entity
    certainty: float


class _Place(NamedTuple):
    first: int
    last: int
    head: int
    mention: Mention


class Chains:
    """Looks up chains by tokens. A chain means the entity of the cast that its mentions name most often.

    Entities of unknown kind become what most of their mentions were taken for.
    """

    def __init__(self, cast: Cast, mentions: Sequence[Mention]) -> None:
        self._at_head: dict[int, _Place] = {}
        self._named: defaultdict[int, list[tuple[int, Entity]]] = defaultdict(list)
        self._places: list[_Place | None] = []
        if not mentions:
            return
        named = {
            at: occurrence.entity for occurrence in cast.occurrences for at in range(occurrence.first, occurrence.last)
        }
        kinds: defaultdict[int, Counter[ActorKind]] = defaultdict(Counter)
        for mention in mentions:
            first, last = cast.tokens.range_of(mention.span.start, mention.span.end)
            head, _ = cast.tokens.range_of(mention.head.start, mention.head.end)
            place = _Place(first, last, head, mention) if first < last else None
            self._places.append(place)
            if place is None:
                continue
            self._at_head[head] = place
            if head in named:
                self._named[mention.entity].append((head, named[head]))
                kinds[named[head].number][mention.kind] += 1
        _tell_kinds(cast, kinds)

    def all(self) -> list[Entity | None]:
        """The entity of each mention: the one that is named there, else the one that its chain names."""
        found: list[Entity | None] = []
        for place in self._places:
            own = [] if place is None else [e for at, e in self._named[place.mention.entity] if at == place.head]
            chained = self.entity(place.first, place.last) if place is not None and not own else None
            found.append(own[0] if own else chained.entity if chained is not None else None)
        return found

    def entity(self, first: int, last: int) -> Chained | None:
        """The entity that the phrase of tokens ``first:last`` means by its chain, if the chain names one elsewhere."""
        inside = [self._at_head[at] for at in range(first, last) if at in self._at_head]
        place = max(inside, key=lambda place: (place.last - place.first, -place.head), default=None)
        if place is None:
            return None
        votes = Counter[int]()
        entities: dict[int, Entity] = {}
        for at, entity in self._named[place.mention.entity]:
            if not first <= at < last:
                votes[entity.number] += 1
                entities[entity.number] = entity
        if not votes:
            return None
        best = max(votes, key=lambda number: (votes[number], -number))
        return Chained(entities[best], place.mention.certainty * votes[best] / votes.total())


def _tell_kinds(cast: Cast, kinds: dict[int, Counter[ActorKind]]) -> None:
    for entity in cast.entities:
        votes = kinds.get(entity.number)
        if entity.kind == "unknown" and votes:
            kind, count = votes.most_common(1)[0]
            if kind in ("person", "organisation") and count >= _AGREED * votes.total():
                entity.kind = kind
