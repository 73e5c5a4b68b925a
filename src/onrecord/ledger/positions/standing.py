"""Who speaks for whom: the state or organisation that a spokesman, a ministry or a president stands for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from onrecord.actors.gazetteer import longest_match, nation_of_body
from onrecord.actors.states import state_by_code, state_named
from onrecord.actors.tokens import tokenize
from onrecord.actors.words import word_set
from onrecord.domain import Actor, Description

_LEADING = word_set(
    "leader leaders government governments president presidents minister ministers official officials spokesman "
    "spokeswoman "
    "spokesperson parliament negotiator negotiators delegation diplomat diplomats envoy ambassador authorities side "
    "leadership "
    "lawmakers representative representatives negotiators' administration prime"
)


def spoken_for(actor: Actor, descriptions: Iterable[Description] = ()) -> tuple[Actor, ...]:
    """Whom an actor speaks for, by what it is said to be and by its name; itself where nothing tells.

    Several for leaders of several ("leaders of Norvenia and Sund"). ``descriptions`` are those of this actor.
    """
    if actor.kind == "state":
        return (actor,)
    counted: defaultdict[str, int] = defaultdict(int)
    whom: dict[str, Actor] = {}
    for description in descriptions:
        if description.of is None or description.of.kind in ("person", "unknown", "place"):
            continue
        if description.office and description.tenure in ("held", "acting", "then"):
            for one in spoken_for(description.of) if description.of.kind != "state" else (description.of,):
                counted[one.id] += 1
                whom.setdefault(one.id, one)
    if counted:
        return (whom[max(counted, key=lambda key: (counted[key], key))],)
    if actor.kind == "person" and not _is_description(actor.name):
        return (actor,)
    nation = nation_of_body(actor.name) if actor.kind in ("body", "organisation") else None
    if nation is not None:
        return (Actor(state_by_code(nation).name, "state"),)
    return _by_name(actor) or (actor,)


def _is_description(name: str) -> bool:
    return name[:1].islower() or any(word.casefold() in _LEADING for word in name.split())


def _by_name(actor: Actor) -> tuple[Actor, ...]:
    """ "leaders of Norvenia and Sund", "Norvenian government officials"."""
    tokens = tokenize(actor.name)
    if not any(token.fold in _LEADING for token in tokens) and not is_row(actor):
        return ()
    found: dict[str, Actor] = {}
    place = 0
    while place < len(tokens):
        entry = longest_match(tokens, place)
        if entry is not None and entry.capitals[0][:1].isupper():
            if entry.state is not None:
                found.setdefault(entry.state.code, Actor(entry.state.name, "state"))
            elif entry.body is not None:
                found.setdefault(entry.body.name, Actor(entry.body.name, entry.body.kind))
            place += len(entry.folded)
        else:
            place += 1
    return tuple(found.values())


def is_row(actor: Actor) -> bool:
    """Whether a group is called by names only: "Norvenia and Sund"."""
    parts = re.split(r",| and ", actor.name)
    return actor.kind == "group" and len(parts) > 1 and all(state_named(part.strip()) is not None for part in parts)


def speakers_for(descriptions: Iterable[Description], actors: Iterable[Actor]) -> dict[str, tuple[Actor, ...]]:
    """``spoken_for`` of each of ``actors``, by id, with all that ``descriptions`` tell."""
    of_actor: defaultdict[str, list[Description]] = defaultdict(list)
    for description in descriptions:
        of_actor[description.actor.id].append(description)
    return {actor.id: spoken_for(actor, of_actor.get(actor.id, ())) for actor in actors}
