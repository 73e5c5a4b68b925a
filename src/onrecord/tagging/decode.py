"""A linear-chain CRF over tag scores: how probable its tags are (Lafferty, McCallum & Pereira 2001).

Many short sequences (paragraphs) go through forward-backward side by side, so that the work is a few wide numpy steps.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.tagging.labels import LABELS

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_IMPOSSIBLE = np.float32(-1e4)
_LONGEST = 1000  # words in one sequence
_CELLS = 20_000  # words, padding included, decoded side by side


@dataclass(frozen=True)
class Chain:
    """The CRF's parameters: scores of label pairs [from, to] and of the first label."""

    transitions: Floats
    initial: Floats

    @classmethod
    def valid(cls, transitions: Floats, initial: Floats) -> Chain:
        """Parameters that rule out an inside tag that continues nothing."""
        pairs, first = transitions.astype(np.float32).copy(), initial.astype(np.float32).copy()
        for j, label in enumerate(LABELS):
            if label.startswith("I-"):
                first[j] = _IMPOSSIBLE
                for i, before in enumerate(LABELS):
                    if before[2:] != label[2:]:
                        pairs[i, j] = _IMPOSSIBLE
        return cls(pairs, first)


@dataclass(frozen=True)
class Lattice:
    """The CRF's view of a document cut into sequences.

    ``forward`` and ``backward`` are log sums over all ways to and from each word's labels, [words, labels], the word's
    own score in ``forward``; ``partition`` is the log sum over all ways through the sequence of each word, [words];
    ``edges`` are where the sequences begin and end.
    """

    forward: Floats
    backward: Floats
    partition: Floats
    edges: tuple[int, ...]

    def marginals(self) -> Floats:
        """The probability of every label of every word, [words, labels]."""
        return np.asarray(np.exp(self.forward + self.backward - self.partition[:, None]), dtype=np.float32)


def forward_backward(scores: Floats, starts: Sequence[int], chain: Chain) -> Lattice:
    """The lattice of ``scores`` [words, labels].

    ``starts`` lists the words at which a new sequence (a paragraph) begins. Sequences of more than 1,000 words are cut.
    """
    total = len(scores)
    forward, backward = np.zeros((2, *scores.shape), dtype=np.float32)
    partition = np.zeros(total, dtype=np.float32)
    given = sorted({0, total, *starts})
    pieces = [(low, min(low + _LONGEST, b)) for a, b in itertools.pairwise(given) for low in range(a, b, _LONGEST)]
    edges = (0, *(high for _, high in pieces))
    pieces.sort(key=lambda piece: (piece[1] - piece[0], piece[0]))
    while pieces:
        longest = pieces[-1][1] - pieces[-1][0]
        group = [pieces.pop() for _ in range(min(len(pieces), max(1, _CELLS // longest)))]
        ahead, behind = _group(scores, group, longest, chain)
        for k, (a, b) in enumerate(group):
            forward[a:b], backward[a:b] = ahead[: b - a, k], behind[: b - a, k]
            partition[a:b] = _logsumexp(ahead[b - a - 1, k], 0)
    return Lattice(forward, backward, partition, edges)


def _group(scores: Floats, group: list[tuple[int, int]], longest: int, chain: Chain) -> tuple[Floats, Floats]:
    """``group`` is sorted by falling length: at each step the sequences still running are a prefix."""
    count, width = len(group), scores.shape[1]
    lengths = np.array([b - a for a, b in group])
    padded = np.zeros((longest, count, width), dtype=np.float32)
    for k, (a, b) in enumerate(group):
        padded[: b - a, k] = scores[a:b]
    running = [int((lengths > step).sum()) for step in range(longest)]
    forward = np.zeros_like(padded)
    forward[0] = padded[0] + chain.initial
    for step in range(1, longest):
        n = running[step]
        forward[step, :n] = _logsumexp(forward[step - 1, :n, :, None] + chain.transitions, 1) + padded[step, :n]
    backward = np.zeros_like(padded)
    for step in range(longest - 2, -1, -1):
        n = running[step + 1]
        ahead = (padded[step + 1, :n] + backward[step + 1, :n])[:, None, :]
        backward[step, :n] = _logsumexp(chain.transitions + ahead, 2)
    return forward, backward


def _logsumexp(x: Floats, axis: int) -> Floats:
    top = x.max(axis, keepdims=True)
    return np.asarray(np.log(np.exp(x - top).sum(axis)) + top.squeeze(axis), dtype=np.float32)
