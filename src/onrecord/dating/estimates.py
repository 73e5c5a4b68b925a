"""From a belief about days to a ``DateEstimate``: a best day, candidates, and the first and last day it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from onrecord.dating import axis
from onrecord.dating.axis import Belief
from onrecord.domain import UNKNOWN_DATE, DateCandidate, DateEstimate, DateReason

OUTSIDE = 0.02
"""Share of belief that lies outside of the first and the last day. Under 2 % of true dates do (``docs/dating.md``)."""

OUTSIDE_IN_PILES = 0.008
"""The same where siblings had a say, who err together."""

_BEST = 0.3  # share of belief from which the likeliest day is named as the best
_CLEARLY = 1.5  # by how many times it must be likelier than the next
_LISTED = 0.2  # a candidate has this share of the likeliest one's belief, or more
_MOST_LISTED = 10
_ENOUGH = 0.3  # share of belief that the candidates must hold together, to be listed
_OLDEST = date(1980, 1, 1)
_TELLING = 0.02  # nats; a reason that moves the belief by less is not shown


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one clue makes of every day (logarithms of likelihoods), and the reason to show for it."""

    likelihood: Belief
    reason: DateReason


def combined(evidence: Sequence[Evidence], start: Belief | None = None) -> Belief:
    """What is believed after all of the evidence."""
    belief = axis.prior() if start is None else start.copy()
    for each in evidence:
        belief += each.likelihood
    return belief


def estimate(belief: Belief, evidence: Sequence[Evidence], outside: float = OUTSIDE) -> DateEstimate:
    """The estimate that ``belief`` allows, with the reasons that made a difference, the most telling first.

    Unknown if the evidence says no more than that the report is from the decades that most reports are from.
    """
    shares = axis.normalised(belief)
    candidates = _candidates(shares)
    earliest, latest = _bounds(shares, outside)
    if not evidence or (not candidates and earliest is None and latest is None):
        return UNKNOWN_DATE
    best = None
    if candidates:
        first, second = candidates[0].weight, candidates[1].weight if len(candidates) > 1 else 0.0
        best = candidates[0].value if first >= _BEST and first >= _CLEARLY * second else None
    return DateEstimate(best, earliest, latest, candidates, _reasons(belief, shares, evidence))


def _candidates(shares: Belief) -> tuple[DateCandidate, ...]:
    likely = np.flatnonzero(shares >= _LISTED * shares.max())
    if len(likely) > 4 * _MOST_LISTED:
        return ()
    ranked = sorted(likely, key=lambda place: (-round(float(shares[place]), 4), place))[:_MOST_LISTED]
    if sum(float(shares[place]) for place in ranked) < _ENOUGH:
        return ()
    return tuple(DateCandidate(axis.day_at(int(place)), round(float(shares[place]), 3)) for place in ranked)


def _bounds(shares: Belief, outside: float) -> tuple[date | None, date | None]:
    """First and last day; None for one that only the years that news is from would set."""
    sums = np.cumsum(shares)
    first = axis.day_at(int(np.searchsorted(sums, outside / 2)))
    last = axis.day_at(min(int(np.searchsorted(sums, 1 - outside / 2)), axis.SIZE - 1))
    return (None if first < _OLDEST else first), (None if last > axis.KNOWN_UNTIL else last)


def _reasons(belief: Belief, shares: Belief, evidence: Sequence[Evidence]) -> tuple[DateReason, ...]:
    """Reasons by how far the belief would be another without them (Kullback-Leibler divergence)."""
    weighed = []
    for place, each in enumerate(evidence):
        without = axis.normalised(belief - each.likelihood)
        held = shares > 1e-12
        moved = float(np.sum(shares[held] * np.log(shares[held] / np.maximum(without[held], 1e-300))))
        if moved >= _TELLING:
            weighed.append((-round(moved, 2), place, each.reason))
    return tuple(dict.fromkeys(reason for _, _, reason in sorted(weighed, key=lambda item: item[:2])))
