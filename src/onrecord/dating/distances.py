"""How far a day of publication lies from what a report names, and how likely such a distance is.

The likelihoods are counts over dated news (``training/dating/fit.py``), kept in ``distance_table.py``: how often the
first weekday named with a past tense is the report's own (0), the day before (1), and so on.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

import numpy as np

from onrecord.dating import axis
from onrecord.dating.axis import Belief, Days
from onrecord.dating.clues import Clue, Kind
from onrecord.dating.distance_table import LIKELIHOODS

# What a report names of the past goes together (a feature on 1986 names nothing later), so that each counts for less.
_TRUST: dict[Kind, float] = {"full day": 0.7, "full month": 0.7, "year": 0.8}
_SURE = ("head", "part")

EDGES: dict[Kind, tuple[int, ...]] = {
    # A bin is a half-open range of distances, from one edge to the next.
    "day": (
        -183,
        -120,
        -90,
        -60,
        -45,
        -30,
        -21,
        -14,
        -9,
        -6,
        -3,
        -1,
        0,
        1,
        2,
        4,
        7,
        11,
        15,
        22,
        31,
        46,
        61,
        91,
        121,
        184,
    ),
    "full day": (
        *(-40000, -3650, -730, -365, -90, -30, -7, -1),
        *(0, 1, 2, 8, 31, 91, 366, 731, 1461, 3651, 7301, 14601, 40000),
    ),
    "weekday": (0, 1, 2, 3, 4, 5, 6, 7),
    "weekday of day": (0, 1, 7),
    "month": tuple(range(13)),
    "full month": (-1200, -120, -24, -12, -6, -1, 0, 1, 2, 4, 7, 13, 25, 49, 97, 193, 1200),
    "year": (-110, -50, -10, -4, -2, -1, 0, 1, 2, 3, 5, 9, 17, 33, 65, 110),
    "site year": (-110, -25, -10, -5, -2, -1, 0, 1, 2, 110),
}


def distances(clue: Clue) -> Days:
    """For every day that the report may be of, how far it lies from what the clue names."""
    if clue.kind == "weekday":
        return (axis.WEEKDAYS - clue.weekday) % 7
    if clue.kind == "day":
        return axis.since_nearest(clue.month, clue.day)
    if clue.kind == "weekday of day":
        return (axis.WEEKDAYS - axis.since_nearest(clue.month, clue.day) - clue.weekday) % 7
    if clue.kind == "month":
        return (axis.MONTHS - clue.month) % 12
    if clue.kind == "full month":
        return axis.MONTH_NUMBERS - (clue.year * 12 + clue.month - 1)
    if clue.kind == "full day":
        return axis.ORDINALS - axis.ordinal(clue.year, clue.month, clue.day)
    return axis.YEARS - clue.year


def likelihood(clue: Clue) -> Belief:
    """The logarithm of how likely the clue is, for every day that the report may be of."""
    table = _table(clue.kind, clue.standing) * (1.0 if clue.standing in _SURE else _TRUST.get(clue.kind, 1.0))
    edges = EDGES[clue.kind]
    return table[np.clip(distances(clue) - edges[0], 0, len(table) - 1)]


@lru_cache(maxsize=64)
def _table(kind: Kind, standing: str) -> Belief:
    """Logarithms by distance, the first edge's being at 0; those outside are like the outermost bin."""
    edges = EDGES[kind]
    logs = LIKELIHOODS.get((kind, standing)) or LIKELIHOODS[kind, ""]
    return np.repeat(np.array(logs), np.diff(np.array(edges)))


def bin_of(kind: Kind, distance: int) -> int | None:
    """The place of a distance among the bins of a kind; None outside."""
    edges = EDGES[kind]
    place = bisect_right(edges, distance) - 1
    return place if 0 <= place < len(edges) - 1 else None
