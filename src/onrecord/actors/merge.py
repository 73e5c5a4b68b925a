"""One actor across reports: the same name, a surname that only one full name has, a state by any of its names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from onrecord.actors.folding import fold_name, fold_spelling
from onrecord.actors.people import Surnames, cluster_people
from onrecord.actors.states import state_named
from onrecord.domain import Actor


def merge(actors: Iterable[Actor]) -> dict[str, Actor]:
    """Map the id of every actor in ``actors`` to the actor that stands for it in the whole pile.

    Aliases are united. Kinds must be the same, but an unknown kind agrees with any. Actors that are confined to a
    report (``within``) stay what they are. The result depends on the set of actors only, never on their order.
    """
    pile: dict[str, Actor] = {}
    for actor in actors:
        known = pile.get(actor.id)
        pile[actor.id] = actor if known is None else _united([known, actor])
    result = {key: actor for key, actor in pile.items() if actor.within}
    groups: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in sorted(pile.values(), key=lambda actor: (actor.kind, actor.name)):
        if not actor.within:
            groups[_key(actor)].append(actor)
    keys = _adopt_unknown(groups, _people(groups))
    merged: defaultdict[str, list[Actor]] = defaultdict(list)
    for key, found in sorted(groups.items()):
        merged[keys.get(key, key)] += found
    for found in merged.values():
        one = _united(found)
        result.update((actor.id, one) for actor in found)
    return result


def _key(actor: Actor) -> str:
    if actor.kind == "state":
        state = state_named(actor.name)
        if state is not None:
            return f"state\x1f{state.code}"
    if actor.kind == "person":
        return "person\x1f" + " ".join(fold_spelling(word) for word in actor.name.split())
    return f"{actor.kind}\x1f{fold_name(actor.name)}"


def _people(groups: dict[str, list[Actor]]) -> dict[str, str]:
    """Keys of persons → the key of the person they are: middle names and initials, then lone surnames."""
    by_words: dict[tuple[str, ...], str] = {}
    for key in sorted(groups):
        if key.startswith("person\x1f"):
            for actor in groups[key]:
                by_words.setdefault(tuple(actor.name.split()), key)
    full = [words for words in by_words if len(words) > 1 and not words[0][0].islower()]
    people = cluster_people(sorted(full))
    home: dict[str, str] = {}
    for person in people:
        target = by_words[person.full]
        for words in person.spellings:
            home[by_words[words]] = target
    surnames = Surnames(people)
    for key in sorted(groups):
        if key.startswith("unknown\x1f") and len(groups[key][0].name.split()) == 1:
            by_words.setdefault((groups[key][0].name,), key)
    for words, key in sorted(by_words.items()):
        if len(words) == 1:
            candidates = [
                person
                for person in surnames.candidates(words)
                if fold_spelling(person.full[-1]) == fold_spelling(words[0])
            ]
            if len(candidates) == 1:
                home[key] = by_words[candidates[0].full]
    return home


def _adopt_unknown(groups: dict[str, list[Actor]], home: dict[str, str]) -> dict[str, str]:
    """Let an actor of unknown kind join the only actor of that name whose kind is known."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for key, found in groups.items():
        if not key.startswith("unknown\x1f"):
            named[fold_name(found[0].name)].add(home.get(key, key))
    for key, found in groups.items():
        if key in home:
            continue
        targets = named[fold_name(found[0].name)] if key.startswith("unknown\x1f") else set()
        if len(targets) == 1:
            home[key] = next(iter(targets))
    return home


def _united(actors: list[Actor]) -> Actor:
    """The fullest name, with its diacritics if any report gives them; every other name is an alias."""
    best = min(actors, key=_fullness)
    state = state_named(best.name) if best.kind == "state" else None
    name = state.name if state is not None else best.name
    others = {alias for actor in actors for alias in (actor.name, *actor.aliases)} - {name}
    return Actor(name, best.kind, tuple(sorted(others)), best.within)


def _fullness(actor: Actor) -> tuple[bool, int, int, int, str]:
    """Sorts the fullest name first, "Vučić" before "Vucic"."""
    name = actor.name
    return actor.kind == "unknown", -len(name.split()), -len(name), sum(char.isascii() for char in name), name
