"""Spans of sources, cues and contents: those that are likely as a whole, not those of the likeliest sequence of tags.

The best sequence maximises the chance that every tag of a paragraph is right; what counts is how many spans are. So
the CRF is asked for the exact probability of each span, first to last word, and among spans that do not overlap those
are kept whose probabilities, less a price for each, add up to most. On PolNeAR dev that brings half a point of exact F1
over Viterbi decoding (``docs/attribution.md``), and the probability of a span means what it says.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.tagging.decode import Chain, Lattice
from onrecord.tagging.labels import ROLES

Floats = NDArray[np.float32]

# What a span must be worth. Chosen on PolNeAR dev in steps of 0.05; a content's edges are a matter of taste (should the
# adjunct go in?), so that none of its likely readings is probable, and yet one should be shown.
PRICES = {"source": 0.5, "cue": 0.45, "content": 0.3}
_LEAST = 0.03  # probability of a tag under which no span begins or goes on


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A span of words ``low:high``; ``probability`` is that of exactly this span under the CRF."""

    role: str
    low: int
    high: int
    probability: float


def likely_spans(scores: Floats, lattice: Lattice, chain: Chain) -> tuple[TaggedSpan, ...]:
    """The spans of a document, in text order; none overlap.

    Args:
        scores: of the labels of each word, [words, labels].
        lattice: of the same scores.
        chain: the CRF that the lattice was made with.
    """
    by_end: defaultdict[int, list[TaggedSpan]] = defaultdict(list)
    for span in _candidates(scores.astype(np.float64), lattice, chain):
        by_end[span.high].append(span)
    chosen: list[TaggedSpan] = []
    for low, high in itertools.pairwise(lattice.edges):
        chosen += _best(by_end, low, high)
    return tuple(chosen)


def _best(by_end: defaultdict[int, list[TaggedSpan]], low: int, high: int) -> list[TaggedSpan]:
    """Weighted interval scheduling of the candidates within the sequence ``low:high``."""
    worth = [0.0] * (high - low + 1)
    last: list[TaggedSpan | None] = [None] * (high - low + 1)
    for at in range(1, high - low + 1):
        worth[at] = worth[at - 1]
        for span in by_end.get(low + at, ()):
            value = worth[span.low - low] + span.probability - PRICES[span.role]
            if value > worth[at]:
                worth[at], last[at] = value, span
    chosen, at = [], high - low
    while at > 0:
        taken = last[at]
        if taken is None:
            at -= 1
        else:
            chosen.append(taken)
            at = taken.low - low
    return chosen[::-1]


def _candidates(scores: NDArray[np.float64], lattice: Lattice, chain: Chain) -> Iterator[TaggedSpan]:
    """Spans that are worth their price alone."""
    if not len(scores):
        return
    marginals = lattice.marginals()
    last_of = np.repeat(lattice.edges[1:], np.diff(lattice.edges))  # where the sequence of each word ends
    for number, role in enumerate(ROLES):
        begin, inside = 1 + 2 * number, 2 + 2 * number
        after_begin, after_inside = (_leaving(scores, lattice, chain, label, inside) for label in (begin, inside))
        stay = float(chain.transitions[inside, inside])
        sums = np.concatenate([[0.0], np.cumsum(scores[:, inside] + stay)])
        going_on = np.concatenate([marginals[:, inside] >= _LEAST, [False]])
        stops = np.flatnonzero(~going_on)
        for start in np.flatnonzero(marginals[:, begin] >= _LEAST).tolist():
            ahead = float(lattice.forward[start, begin]) - float(lattice.partition[start])
            alone = np.exp(ahead + after_begin[start])
            if alone > PRICES[role]:
                yield TaggedSpan(role, start, start + 1, float(alone))
            stop = min(int(stops[np.searchsorted(stops, start + 1)]), int(last_of[start]))
            if stop <= start + 1:
                continue
            through = sums[start + 2 : stop + 1] - sums[start + 1] - stay + float(chain.transitions[begin, inside])
            chances = np.exp(ahead + through + after_inside[start + 1 : stop])
            for at in np.flatnonzero(chances > PRICES[role]).tolist():
                yield TaggedSpan(role, start, start + 2 + at, float(min(1.0, chances[at])))


def _leaving(
    scores: NDArray[np.float64], lattice: Lattice, chain: Chain, label: int, inside: int
) -> NDArray[np.float64]:
    """For each word that has ``label``: the log sum over all ways on that leave the span; 0 at a sequence's end."""
    others = [other for other in range(scores.shape[1]) if other != inside]
    left = np.zeros(len(scores))
    onward = chain.transitions[label, others] + scores[1:, others] + lattice.backward[1:, others]
    top = onward.max(1, keepdims=True)
    left[:-1] = np.log(np.exp(onward - top).sum(1)) + top[:, 0]
    left[np.array(lattice.edges[1:]) - 1] = 0.0
    return left
