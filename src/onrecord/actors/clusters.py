"""Clusters: the appearances that are taken to be one actor, while the pile is being sorted."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.actors.appearances import Appearance
from onrecord.actors.careers import Career, career_of
from onrecord.actors.states import state_named
from onrecord.domain import Actor, Decision

_NOBODY = Actor("", "unknown")


@dataclass(slots=True)
class Cluster:
    """One actor's appearances.

    ``family`` is shared by people of one name who were told apart; ``lost`` is true of appearances of which the reports
    do not tell whose of them they are. ``notes`` say for single appearances why they are here. ``called`` is the name
    that a person gave the actor. ``decisions`` are those that made this cluster what it is; ``apart`` pairs each of the
    decisions that keep it apart with the other cluster.
    """

    appearances: list[Appearance]
    family: object | None = None
    lost: bool = False
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    called: str = ""
    decisions: list[tuple[Decision, frozenset[str]]] = field(default_factory=list)
    apart: list[tuple[Decision, Cluster]] = field(default_factory=list)
    actor: Actor = _NOBODY

    @property
    def career(self) -> Career:
        """What the reports say of the actor."""
        return career_of(self.appearances)

    @property
    def reports(self) -> set[str]:
        """The ids of the reports that the actor appears in."""
        return {appearance.report for appearance in self.appearances}

    def names(self) -> list[str]:
        """The names that the reports have, sorted."""
        return sorted({appearance.actor.name for appearance in self.appearances})

    def united(self, distinction: str = "") -> Actor:
        """The fullest name, with its diacritics if any report gives them; every other name is an alias."""
        actors = {each.actor.id: each.actor for each in self.appearances if not each.actor.within}
        everyone = actors or {each.actor.id: each.actor for each in self.appearances}
        best = min(everyone.values(), key=fullness)
        state = state_named(best.name) if best.kind == "state" else None
        name = self.called or (state.name if state is not None else best.name)
        others = {alias for each in self.appearances for alias in (each.actor.name, *each.actor.aliases)} - {name}
        return Actor(name, best.kind, tuple(sorted(others)), best.within, distinction)


def fullness(actor: Actor) -> tuple[bool, int, int, int, str]:
    """Sorts the fullest name first, "Vučić" before "Vucic"; what only describes somebody comes after names."""
    name = actor.name
    described = actor.kind == "person" and name.rpartition(" ")[2][:1].islower()
    no_name = actor.kind == "unknown" or described
    return no_name, -len(name.split()), -len(name), sum(char.isascii() for char in name), name
