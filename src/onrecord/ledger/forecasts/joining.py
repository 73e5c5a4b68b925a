"""The forecasts of a pile, each once, with all the places where reports tell it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.domain import Expectation, Forecast, Sighting
from onrecord.ledger.entries import Entry
from onrecord.ledger.restatements import Row, restated, without
from onrecord.ledger.sides import pile_keys

_ANYBODY = frozenset({"the reports"})


def joined(entries: Sequence[Entry]) -> tuple[Forecast, ...]:
    """The forecasts of a pile, each once, all of them open, in order of their first sighting.

    One forecast is what the same forecaster (or the reports in their own voice) expects of the same in like words,
    within windows that have a day in common.
    """
    told = [
        (Sighting(entry.report, place), entry, expectation)
        for entry in sorted(entries, key=lambda each: each.order)
        for place, expectation in enumerate(entry.expectations)
    ]
    rows = [_row(sighting, entry, expectation) for sighting, entry, expectation in told]
    found = []
    for group in restated(rows):
        sightings = tuple(told[place][0] for place in group)
        printings = len({sighting.report for sighting in sightings})
        found.append(Forecast(sightings[0], told[group[0]][2], sightings, printings=printings))
    return tuple(found)


def _row(sighting: Sighting, entry: Entry, expectation: Expectation) -> Row:
    by_somebody = expectation.statement is not None
    if expectation.actor is not None:
        keys = pile_keys(expectation.actor, entry.published.best)
    else:
        keys = frozenset({f"in {entry.report}"}) if by_somebody else _ANYBODY
    return Row(
        sighting,
        keys,
        expectation.polarity,
        without(expectation.expected, expectation.window_words),
        expectation.condition.text if expectation.condition is not None else "",
        pile_keys(expectation.of, entry.published.best) if expectation.of is not None else frozenset(),
        expectation.window,
        entry.published.best,
        False,
    )
