"""The cast of a report: every entity it names, and every place where it names them, in text order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.actors.bodies import Body
from onrecord.actors.datelines import Dateline
from onrecord.actors.entities import Entity, Occurrence
from onrecord.actors.folding import fold_name
from onrecord.actors.governing import Organ
from onrecord.actors.names import Name
from onrecord.actors.naming import Naming
from onrecord.actors.phrases import PhraseReader
from onrecord.actors.states import state_by_code
from onrecord.actors.tokens import Tokens
from onrecord.domain import ActorKind

_WINDOW = 200  # occurrences looked back over at most


class Cast:
    """Entities of one report. ``occurrences`` are sorted by token."""

    def __init__(
        self,
        reader: PhraseReader,
        names: Sequence[Name],
        datelines: Sequence[Dateline],
    ) -> None:
        self.reader = reader
        self.naming = Naming(reader)
        self.tokens: Tokens = reader.tokens
        self.entities: list[Entity] = []
        self.occurrences: list[Occurrence] = []
        self._names = names
        self._datelines = datelines
        self._by_key: dict[tuple[str, str], Entity] = {}
        self._by_name: dict[tuple[int, int], Entity] = {}
        self._organs: defaultdict[str, list[tuple[int, Entity]]] = defaultdict(list)
        self._starts: list[int] = []

    # --- looking up

    def entity_of(self, name: Name) -> Entity | None:
        """The entity a name belongs to."""
        return self._by_name.get((name.first, name.last))

    def people(self) -> Iterator[tuple[Name, Entity]]:
        """Every name of a named person with whom it means, in text order."""
        for name in self._names:
            entity = self.entity_of(name)
            if entity is not None and entity.is_person and entity.named:
                yield name, entity

    def before(self, at: int, limit: int = _WINDOW) -> list[Occurrence]:
        """The occurrences before token ``at``, nearest first, at most ``limit``."""
        index = bisect_left(self._starts, at)
        return self.occurrences[max(0, index - limit) : index][::-1]

    def after(self, at: int, limit: int = _WINDOW) -> list[Occurrence]:
        """The occurrences from token ``at`` on, nearest first, at most ``limit``."""
        index = bisect_left(self._starts, at)
        return self.occurrences[index : index + limit]

    def named_in(self, ranges: Sequence[tuple[int, int]]) -> frozenset[int]:
        """The numbers of the entities that are named in token ranges, up to a limit."""
        return frozenset(
            occurrence.entity.number
            for first, last in ranges
            for occurrence in self.after(first, 60)
            if occurrence.first < last
        )

    def state(self, code: str) -> Entity:
        """The entity of a state."""
        state = state_by_code(code)
        return self.make("state", code, state.name, "state", state=code)

    def body(self, body: Body) -> Entity:
        """The entity of a listed body."""
        entity = self.make("body", body.name, body.name, body.kind, state=body.state or None, body=body)
        entity.heads.update(body.heads)
        return entity

    def described(self, name: str, kind: ActorKind, *, named: bool = False) -> Entity:
        """The entity that only a description names: "analysts", "leader of Kosovo".

        ``named`` tells that the description would mean the same one in another report.
        """
        entity = self.make("described", fold_name(name), name, kind)
        entity.named = entity.named and named
        entity.described = True
        return entity

    def together(self, members: Sequence[Entity], before: str = "") -> Entity:
        """The group of several entities, called by their names: "Egypt and Ethiopia", "leaders of A, B and C"."""
        names = [entity.name for entity in members]
        name = f"{before}{', '.join(names[:-1])} and {names[-1]}"
        return self.described(name, "group", named=all(entity.named for entity in members))

    def organ(self, organ: Organ, state: str | None) -> Entity:
        """An organ of a state; without a state, the organ as the report calls it."""
        name = organ.of(state) if state else organ.name
        entity = self.make("organ", fold_name(name), name, "body", state=state)
        entity.named = state is not None
        entity.heads.add(organ.head)
        return entity

    def state_at(self, at: int) -> str | None:
        """The state that a bare "Foreign Ministry" at token ``at`` most likely belongs to."""
        paragraph = self.tokens[at].paragraph if at < len(self.tokens) else -1
        sentence = self.tokens[at].sentence if at < len(self.tokens) else -1
        for line in self._datelines:
            if line.state and self.tokens[line.first].paragraph == paragraph:
                return line.state
        for occurrence in self.before(at, 40):
            if sentence - occurrence.sentence > 3:
                break
            entity = occurrence.entity
            speaks = entity.kind == "state" or entity.body is not None
            if speaks and entity.state is not None and occurrence.subject and not occurrence.quoted:
                return entity.state
        return next((line.state for line in self._datelines if line.state), None)

    def bare_organ(self, organ: Organ, at: int) -> Entity:
        """The organ that a name without a nation means: the last one of that name, else the state's at hand."""
        earlier = [(where, entity) for where, entity in self._organs[organ.name.casefold()][-50:] if where < at]
        if earlier:
            return max(earlier, key=lambda place: place[0])[1]
        return self.organ_at(organ, self.state_at(at), at)

    def organ_at(self, organ: Organ, state: str | None, at: int) -> Entity:
        """An organ that token ``at`` names; a later name without a nation will mean it."""
        entity = self.organ(organ, state)
        self._organs[organ.name.casefold()].append((at, entity))
        return entity

    # --- building

    def add(self, entity: Entity) -> None:
        """Add an entity that no key means; its number must be the next."""
        self.entities.append(entity)

    def add_name(self, name: Name, occurrence: Occurrence) -> None:
        """Add a place where an entity is named."""
        self._by_name[name.first, name.last] = occurrence.entity
        self.add_occurrence(occurrence)

    def add_occurrence(self, occurrence: Occurrence) -> None:
        """Add a place where an entity is named or introduced."""
        at = bisect_right(self._starts, occurrence.first)
        self._starts.insert(at, occurrence.first)
        self.occurrences.insert(at, occurrence)

    def called(self, space: str, key: str) -> Entity | None:
        """The entity with a key in a space of names."""
        return self._by_key.get((space, key))

    def also_called(self, space: str, key: str, entity: Entity) -> None:
        """Let a key mean an entity as well, unless it means another."""
        self._by_key.setdefault((space, key), entity)

    def make(
        self, space: str, key: str, name: str, kind: ActorKind, *, state: str | None = None, body: Body | None = None
    ) -> Entity:
        """The entity with that key in a space of names ("organisation", "place"), new where there is none."""
        found = self._by_key.get((space, key))
        if found is None:
            found = Entity(len(self.entities), name, kind, state, body)
            self.entities.append(found)
            self._by_key[space, key] = found
        return found

    def named_after(self, entity: Entity, noun: str, *, known_only: bool = False) -> Entity | None:
        """The organisation that a person gives its name: "the Clinton campaign"; new unless ``known_only``."""
        name = f"{entity.name.split()[-1]} {noun}"
        if known_only:
            return self._by_key.get(("organisation", fold_name(name)))
        found = self.make("organisation", fold_name(name), name, "organisation")
        found.heads.add(noun)
        return found
