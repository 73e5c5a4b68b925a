"""The commitments of a pile, each once, with all the places where reports tell it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.domain import Actor, Commitment, Declaration, Sighting
from onrecord.ledger.entries import Entry
from onrecord.ledger.restatements import Row, restated, without
from onrecord.ledger.sides import pile_keys

_PASSING = ("plan", "offer")


def joined(entries: Sequence[Entry]) -> tuple[Commitment, ...]:
    """The commitments of a pile, each once, all of them open, in order of their first sighting.

    One commitment is what the same side declares in like words, with conditions and deadlines that do not exclude each
    other. Plans and offers are one within about a year only.
    """
    told = [
        (Sighting(entry.report, place), entry, declaration)
        for entry in sorted(entries, key=lambda each: each.order)
        for place, declaration in enumerate(entry.declarations)
    ]
    rows = [_row(sighting, entry, declaration) for sighting, entry, declaration in told]
    found = []
    for group in restated(rows):
        sightings = tuple(told[place][0] for place in group)
        printings = len({sighting.report for sighting in sightings})
        found.append(Commitment(sightings[0], told[group[0]][2], sightings, printings=printings))
    return tuple(found)


def _row(sighting: Sighting, entry: Entry, declaration: Declaration) -> Row:
    return Row(
        sighting,
        _keys(declaration.actor, entry),
        declaration.polarity,
        without(declaration.act, declaration.deadline_words),
        declaration.condition.text if declaration.condition is not None else "",
        pile_keys(declaration.target, entry.published.best) if declaration.target is not None else frozenset(),
        declaration.deadline,
        entry.published.best,
        declaration.kind not in _PASSING,
        inside=True,
    )


def _keys(actor: Actor | None, entry: Entry) -> frozenset[str]:
    """Whose it is; what nobody is named for is one within its report only."""
    return pile_keys(actor, entry.published.best) if actor is not None else frozenset({f"in {entry.report}"})
