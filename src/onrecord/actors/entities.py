"""Entities: who and what a report names, one object each, with every place where it is named."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from onrecord.actors.bodies import Body
from onrecord.actors.roles import Gender, may_stand_for
from onrecord.domain import Actor, ActorKind


@dataclass(frozen=True, slots=True)
class Role:
    """What a report says that somebody is: "Russia's envoy" is noun ``envoy``, nations {RU}."""

    noun: str
    nations: frozenset[str]
    modifiers: frozenset[str]

    def fits(self, noun: str, nations: frozenset[str], modifiers: frozenset[str]) -> int:
        """How well a description fits this role: 0 not at all, else the more the better."""
        if not may_stand_for(noun, self.noun):
            return 0
        if nations and self.nations and not nations & self.nations:
            return 0
        if modifiers and self.modifiers and not modifiers & self.modifiers:
            return 0
        if modifiers and not self.modifiers and noun == self.noun:
            return 0
        return 2 + 2 * (noun == self.noun) + 2 * bool(nations & self.nations) + bool(modifiers & self.modifiers)


@dataclass(slots=True)
class Entity:
    """One actor of a report while it is being read. Mutable: evidence is collected before it becomes an Actor."""

    number: int
    name: str
    kind: ActorKind
    state: str | None = None
    body: Body | None = None
    heads: set[str] = field(default_factory=set)
    roles: list[Role] = field(default_factory=list)
    genders: Counter[str] = field(default_factory=Counter)
    surfaces: set[str] = field(default_factory=set)

    @property
    def gender(self) -> Gender:
        """``m`` or ``f`` when the report's words say so and hardly contradict themselves."""
        male, female = self.genders["m"], self.genders["f"]
        if male > 2 * female:
            return "m"
        return "f" if female > 2 * male else ""

    @property
    def is_person(self) -> bool:
        return self.kind == "person"

    def add_role(self, role: Role) -> None:
        if role.noun and role not in self.roles and len(self.roles) < 20:
            self.roles.append(role)

    def add_surface(self, words: str) -> None:
        if words and len(words) <= 120 and len(self.surfaces) < 100:
            self.surfaces.add(words)

    def actor(self) -> Actor:
        """The finished actor."""
        return Actor(self.name, self.kind, tuple(sorted(self.surfaces - {self.name})))


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where an entity is named: the half-open token range, and how it stands in its sentence."""

    first: int
    last: int
    entity: Entity
    sentence: int
    subject: bool
    oblique: bool
    quoted: bool
