"""Frames: who uses which wording for the same thing, counted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from onrecord.actors.folding import fold
from onrecord.domain import Actor, Frame, Sighting
from onrecord.ledger.entries import Entry
from onrecord.ledger.framing.matters import VERBS
from onrecord.ledger.verbs import lemma_of

_SPACE = re.compile(r"\s+")


def frames(entries: Sequence[Entry]) -> tuple[Frame, ...]:
    """The wordings of a pile for the same things, counted, where there is more than one wording of a thing and more
    than
    one who uses them.

    The most talked-about thing comes first, then its commonest wording. A report without an outlet speaks under its
    agency's name, else its own.
    """
    found: defaultdict[tuple[str, str, str, str], list[Sighting]] = defaultdict(list)
    actors: dict[str, Actor] = {}
    shown: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for entry in entries:
        for place, naming in enumerate(entry.namings):
            outlet = "" if naming.actor is not None else entry.outlet or entry.agency or entry.name
            whose = naming.actor.id if naming.actor is not None else ""
            if naming.actor is not None:
                actors.setdefault(whose, naming.actor)
            elif naming.statement is not None:
                continue  # somebody's words, and nobody knows whose
            wording = _wording(naming.span.text, naming.thing)
            shown[naming.thing, wording].append(_SPACE.sub(" ", naming.span.text))
            found[naming.thing, wording, whose, outlet].append(Sighting(entry.report, place))
    wordings: defaultdict[str, set[str]] = defaultdict(set)
    users: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    total: defaultdict[str, int] = defaultdict(int)
    for (thing, wording, whose, outlet), sightings in found.items():
        wordings[thing].add(wording)
        users[thing].add((whose, outlet))
        total[thing] += len(sightings)
    rows = [
        Frame(thing, _spelt(wording, thing, shown), tuple(sightings), actors.get(whose), outlet)
        for (thing, wording, whose, outlet), sightings in found.items()
        if len(wordings[thing]) > 1 and len(users[thing]) > 1
    ]
    return tuple(
        sorted(
            rows,
            key=lambda f: (
                -total[f.thing],
                f.thing,
                -len(f.sightings),
                f.wording,
                f.outlet,
                f.actor.name if f.actor else "",
                f.id,
            ),
        )
    )


def _wording(words: str, thing: str) -> str:
    """A wording as it is compared: without case; verbs by their base."""
    plain = " ".join(fold(word) for word in words.split())
    return lemma_of(plain) if thing.endswith(VERBS) else plain


def _spelt(wording: str, thing: str, shown: dict[tuple[str, str], list[str]]) -> str:
    """A wording as it is shown: in its commonest spelling; verbs by their base."""
    if thing.endswith(VERBS):
        return wording
    spellings = shown[thing, wording]
    return min(set(spellings), key=lambda words: (-spellings.count(words), words))
