"""Sides in a pile: on whose behalf an actor speaks and acts. A ministry and a spokesman are of their state's side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from onrecord.actors.gazetteer import longest_match
from onrecord.actors.tables import Additions, active
from onrecord.actors.tokens import tokenize
from onrecord.domain import Actor, Description

_NONE: frozenset[str] = frozenset()


def named_sides(name: str) -> frozenset[str]:
    """The states and bodies that a name holds, as keys: "Russian Foreign Ministry" is of Russia's side, "leaders of
    Norland and Sudland" of two. A name that holds none is of no side that could be told from it."""
    return _named(name, active())


@lru_cache(maxsize=65536)
def _named(name: str, _: Additions) -> frozenset[str]:
    tokens = tokenize(name)
    found = set()
    at = 0
    while at < len(tokens):
        entry = longest_match(tokens, at)
        if entry is None:
            at += 1
            continue
        if entry.state is not None:
            found.add(f"state {entry.state.code}")
        elif entry.body is not None:
            found.add(f"body {entry.body.name}")
            if entry.body.nature == "state":  # an organ that is known by a name of its own: its state leads it
                found |= _leading_state(entry.body.name)
        at += len(entry.folded)
    return frozenset(found)


def _leading_state(name: str) -> set[str]:
    tokens = tokenize(name.split(" ", 1)[0])
    entry = longest_match(tokens, 0) if len(tokens) else None
    return {f"state {entry.state.code}"} if entry is not None and entry.state is not None else set()


def leading_sides(phrase: str) -> frozenset[str]:
    """The side of the state or body that a phrase begins with the name of: "Norway's parliament", "the United States
    and others". An adjective alone names no side: "the Norwegian-speaking region" is not Norway."""
    tokens = tokenize(phrase)
    start = 1 if len(tokens) and tokens[0].fold == "the" else 0
    entry = longest_match(tokens, start) if start < len(tokens) else None
    if entry is None or entry.form in ("adjective", "people"):
        return _NONE
    return named_sides(" ".join(entry.capitals))


class PileSides:
    """The sides of the actors of a pile.

    Args:
        descriptions: what reports say that people are; an office of a state puts its holder on the state's side.
    """

    def __init__(self, descriptions: Iterable[Description] = ()) -> None:
        held: defaultdict[str, set[str]] = defaultdict(set)
        for one in descriptions:
            if one.of is not None and one.office and one.tenure not in ("former", "coming"):
                held[one.actor.id] |= named_sides(one.of.name)
        self._held = {actor: frozenset(sides) for actor, sides in held.items()}

    def of(self, actor: Actor | None) -> frozenset[str]:
        """The sides of an actor; empty where nothing tells."""
        if actor is None:
            return _NONE
        if actor.kind == "person":
            return self._held.get(actor.id, _NONE)
        return named_sides(actor.name) | self._held.get(actor.id, _NONE)

    def same(self, one: Actor | None, other: Actor | None) -> bool:
        """Whether two actors are one, or of one side."""
        if one is None or other is None:
            return False
        return one.id == other.id or bool(self.of(one) & self.of(other))
