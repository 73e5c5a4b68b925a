"""What the days of a pile's dated reports say of one more report of it.

If the reports of a pile came together in no order of time, each of the n + 1 gaps before, between and after the n dated
ones is as likely as the others to hold one more: a new one lies between the first and the last with probability
(n - 1)/(n + 1), however their days are spread (the rule of succession for order statistics).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import date

import numpy as np

from onrecord.dating import axis
from onrecord.dating.axis import Belief

LEAST = 3
"""Dated reports that it takes."""

_ANY_DAY = 12_000.0  # days that a report of unknown date may be of
_STRANGER = 0.15  # how likely the new report has nothing to do with the others' days
_SPREAD = 2  # days around a gap that it may as well lie in


def span_likelihood(dated: Sequence[date]) -> Belief:
    """The logarithm of how likely each day is for one more report, given the days of ``LEAST`` dated ones or more."""
    places = sorted(min(max(axis.index(day), 0), axis.SIZE - 1) for day in dated)
    share = 1 / (len(places) + 1)
    density = np.zeros(axis.SIZE)
    for low, high in itertools.pairwise(places):
        start, end = max(low - _SPREAD, 0), min(high + _SPREAD + 1, axis.SIZE)
        density[start:end] += share / (end - start)
    reach = max(places[-1] - places[0], 7)
    here = np.arange(axis.SIZE)
    for edge, away in ((places[0], places[0] - here), (places[-1], here - places[-1])):
        # Beyond the edges: the nearer, the likelier, on the scale that the dated ones are spread over.
        tail = np.where((away > 0) | (here == edge), 1 / (reach + np.maximum(away, 0)) ** 2, 0.0)
        density += share * tail / tail.sum()
    said: Belief = np.log(_STRANGER + (1 - _STRANGER) * _ANY_DAY * density)
    return said
