"""What came of forecasts: within the window that they name, or by what a report tells later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.domain import Expectation, Forecast, ForecastStatus, Settlement, Sighting
from onrecord.ledger.entries import Entry
from onrecord.ledger.outcomes.deeds import deed_of
from onrecord.ledger.outcomes.evidence import Proof, Proofs, at_least, said_by
from onrecord.ledger.pile_sides import leading_sides

_ZONES = timedelta(days=1)  # the same night is another day elsewhere


@dataclass(frozen=True, slots=True)
class Expected:
    """One sighting of a forecast, with the day by which it was made."""

    sighting: Sighting
    entry: Entry
    expectation: Expectation
    day: date | None


def came_true(forecast: Forecast, proofs: Proofs, entries: Mapping[str, Entry]) -> Forecast:
    """The forecast with its status and history; ``open`` where no report tells.

    That something unlikely did not happen by a day is shown by a report that says so, not by silence.
    """
    sightings = [_expected(sighting, entries[sighting.report]) for sighting in forecast.sightings]
    last = max(sightings, key=lambda one: (one.day or date.min, one.entry.order))
    before, after = _parted(last.expectation)
    deed = deed_of(after)
    if deed is None:
        return forecast
    own = {one.entry.report for one in sightings}
    for proof in proofs.of(deed, forecast.expectation.of, last.day, leading_sides(before)):
        if proof.entry.report in own:
            continue
        status, because = _verdict(proof, last, sightings)
        if status != "open":
            when = proof.when if proof.when.best or proof.when.latest else proof.entry.published
            when = replace(when, candidates=(), reasons=())
            step = Settlement(status, because, last.sighting, proof.entry.report, (proof.span,), when)
            return replace(forecast, status=status, history=(step,))
    return forecast


def _parted(expectation: Expectation) -> tuple[str, str]:
    """Of whom something is expected, and what, where the words tell both: "Norway | is expected to | leave"."""
    expected, cue = expectation.expected, expectation.cue
    if expected.start <= cue.start < expected.end:
        return expected.text[: cue.start - expected.start], expected.text[cue.end - expected.start :]
    return "", expected.text


def _expected(sighting: Sighting, entry: Entry) -> Expected:
    expectation = entry.expectations[sighting.place]
    said_on = None if expectation.statement is None else entry.statements[expectation.statement].said_on
    return Expected(sighting, entry, expectation, said_by(entry, said_on))


def _verdict(proof: Proof, last: Expected, sightings: Sequence[Expected]) -> tuple[ForecastStatus, str]:
    told = proof.entry.published.best or proof.entry.published.earliest
    if not at_least(told, last.day):
        return "open", ""
    first, latest = proof.first_day, proof.last_day
    if last.day is not None and latest is not None and latest < last.day:
        return "open", ""  # an older event of the same kind
    if first is not None and last.day is not None and first < last.day:
        return "open", ""
    doubted = last.expectation.polarity == "negative"
    if proof.outcome == "not done":
        window = _window_end(sightings)
        if window is None or told is None or told < window:
            return "open", ""  # what has not happened yet may still happen
        return ("came true" if doubted else "did not"), "a later report tells that it did not happen"
    if proof.outcome != "done":
        return "open", ""
    if doubted:
        return "did not", "a later report tells that it happened"
    window = _window_end(sightings)
    if window is not None and first is not None and first > window + _ZONES:
        return "did not", "a later report tells that it happened after the time that was named"
    if window is not None and first is None and (latest is None or latest > window + _ZONES):
        return "open", ""  # it happened, and nothing tells whether in time
    return "came true", "a later report tells that it happened"


def _window_end(sightings: Sequence[Expected]) -> date | None:
    ends = [one.expectation.window.latest for one in sightings if one.expectation.window.latest is not None]
    return max(ends, default=None)
