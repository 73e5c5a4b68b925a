"""Entities: who and what a report names, one object each, with every place where it is named."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from onrecord.actors.bodies import Body
from onrecord.actors.roles import Gender, may_stand_for
from onrecord.actors.words import PRESS_NOUNS
from onrecord.domain import Actor, ActorKind


@dataclass(frozen=True, slots=True)
class Role:
    """What a report says that somebody is: "Russia's envoy" is noun ``envoy``, ties {RU}."""

    noun: str
    ties: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    party: str = ""
    extras: frozenset[str] = frozenset()
    former: bool = False
    nations: frozenset[str] = frozenset()

    def fits(self, described: Role) -> int:
        """How well a description fits this role: 0 not at all, else the more the better."""
        if not may_stand_for(described.noun, self.noun) or self.contradicts(described):
            return 0
        if described.former and not self.former:
            return 0
        if described.noun == self.noun and "deputy" in self.modifiers ^ described.modifiers:
            return 0
        if described.modifiers and not self.modifiers and described.noun == self.noun:
            return 0
        if described.modifiers and " " in self.noun and not described.modifiers & set(self.noun.split()):
            return 0  # a finance minister is no foreign minister
        if described.extras - self.extras and described.noun != self.noun:
            return 0
        return (
            2
            + 2 * (described.noun == self.noun)
            + 2 * bool(described.ties & self.ties)
            + bool(described.modifiers & self.modifiers)
            - (self.former and not described.former)  # "the minister" is rather the one in office
        )

    def contradicts(self, other: Role) -> bool:
        """Whether both are tied to something and share nothing: another state, office or party."""
        for mine, yours in ((self.ties, other.ties), (self.modifiers, other.modifiers)):
            if mine and yours and not mine & yours:
                return True
        return bool(self.party and other.party and self.party != other.party)


@dataclass(slots=True)
class Entity:
    """One actor of a report while it is being read. Mutable: evidence is collected before it becomes an Actor."""

    number: int
    name: str
    kind: ActorKind
    state: str | None = None
    body: Body | None = None
    noun: str = ""  # the role noun of one whom only a description names
    named: bool = True  # whether the name would mean the same one in another report
    described: bool = False  # whether a description is all the name there is
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

    @property
    def is_press(self) -> bool:
        """Whether it is an agency or outlet."""
        if self.body is not None and self.body.is_press:
            return True
        return self.kind == "organisation" and bool(self.heads & PRESS_NOUNS)

    def add_role(self, role: Role) -> None:
        if role.noun and role not in self.roles and len(self.roles) < 20:
            self.roles.append(role)

    def add_surface(self, words: str) -> None:
        if words and len(words) <= 120 and len(self.surfaces) < 100:
            self.surfaces.add(words)

    def actor(self, report: str) -> Actor:
        """The finished actor; one without a name belongs to the report of that id alone."""
        return Actor(self.name, self.kind, tuple(sorted(self.surfaces - {self.name})), "" if self.named else report)


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
