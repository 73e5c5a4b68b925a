"""Decoding of tag scores: the best valid sequence of a linear-chain CRF, and how probable its tags are.

Lafferty, McCallum & Pereira (2001); Viterbi for the sequence, forward-backward for the marginals. Many short
sequences (paragraphs) are decoded side by side, so that the work is a few wide numpy steps.
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


def decode(scores: Floats, starts: Sequence[int], chain: Chain) -> tuple[Ints, Floats]:
    """Best label of each word, and the marginal probability of every label.

    ``scores`` is [words, labels]; ``starts`` lists the words at which a new sequence (a paragraph) begins.
    Returns [words] and [words, labels].
    """
    total = len(scores)
    best = np.zeros(total, dtype=np.int64)
    marginals = np.zeros_like(scores)
    edges = sorted({0, total, *starts})
    pieces = [(low, min(low + _LONGEST, b)) for a, b in itertools.pairwise(edges) for low in range(a, b, _LONGEST)]
    pieces.sort(key=lambda piece: (piece[1] - piece[0], piece[0]))
    while pieces:
        longest = pieces[-1][1] - pieces[-1][0]
        group = [pieces.pop() for _ in range(min(len(pieces), max(1, _CELLS // longest)))]
        _decode_group(scores, group, longest, chain, best, marginals)
    return best, marginals


def _decode_group(
    scores: Floats, group: list[tuple[int, int]], longest: int, chain: Chain, best: Ints, marginals: Floats
) -> None:
    """``group`` is sorted by falling length: at each step the sequences still running are a prefix."""
    count, width = len(group), scores.shape[1]
    lengths = np.array([b - a for a, b in group])
    padded = np.zeros((longest, count, width), dtype=np.float32)
    for k, (a, b) in enumerate(group):
        padded[: b - a, k] = scores[a:b]
    running = [int((lengths > step).sum()) for step in range(longest)]

    viterbi = padded[0] + chain.initial
    forward = np.zeros_like(padded)
    forward[0] = viterbi
    back = np.zeros((longest, count, width), dtype=np.int64)
    for step in range(1, longest):
        n = running[step]
        options = viterbi[:n, :, None] + chain.transitions
        back[step, :n] = options.argmax(1)
        viterbi[:n] = options.max(1) + padded[step, :n]
        forward[step, :n] = _logsumexp(forward[step - 1, :n, :, None] + chain.transitions, 1) + padded[step, :n]

    backward = np.zeros_like(padded)
    for step in range(longest - 2, -1, -1):
        n = running[step + 1]
        ahead = (padded[step + 1, :n] + backward[step + 1, :n])[:, None, :]
        backward[step, :n] = _logsumexp(chain.transitions + ahead, 2)

    logs = forward + backward
    probabilities = np.exp(logs - _logsumexp(logs, 2)[..., None])
    for k, (a, b) in enumerate(group):
        label = int(viterbi[k].argmax())
        for step in range(b - a - 1, -1, -1):
            best[a + step] = label
            label = int(back[step, k, label])
        marginals[a:b] = probabilities[: b - a, k]


def _logsumexp(x: Floats, axis: int) -> Floats:
    top = x.max(axis, keepdims=True)
    return np.asarray(np.log(np.exp(x - top).sum(axis)) + top.squeeze(axis), dtype=np.float32)
