import itertools

import numpy as np
import pytest

from onrecord.tagging.decode import Chain, forward_backward
from onrecord.tagging.labels import LABELS

WIDTH = len(LABELS)


def brute_force(scores: np.ndarray, chain: Chain) -> dict[tuple[int, ...], float]:
    """The probability of every sequence of labels."""
    paths = list(itertools.product(range(WIDTH), repeat=len(scores)))
    totals = np.array(
        [
            chain.initial[p[0]]
            + sum(scores[i, label] for i, label in enumerate(p))
            + sum(chain.transitions[a, b] for a, b in itertools.pairwise(p))
            for p in paths
        ],
        dtype=np.float64,
    )
    weights = np.exp(totals - totals.max())
    return dict(zip(paths, weights / weights.sum(), strict=True))


@pytest.mark.parametrize("seed", range(5))
def test_marginals_equal_brute_force_on_each_sequence(seed: int) -> None:
    rng = np.random.default_rng(seed)
    chain = Chain.valid(rng.normal(size=(WIDTH, WIDTH)), rng.normal(size=WIDTH))
    lengths = [3, 1, 4]
    scores = rng.normal(size=(sum(lengths), WIDTH)).astype(np.float32) * 2
    starts = [0, 3, 4]
    lattice = forward_backward(scores, starts, chain)
    assert lattice.edges == (0, 3, 4, 8)
    for start, length in zip(starts, lengths, strict=True):
        expected = np.zeros((length, WIDTH))
        for path, weight in brute_force(scores[start : start + length], chain).items():
            expected[range(length), path] += weight
        np.testing.assert_allclose(lattice.marginals()[start : start + length], expected, atol=1e-4)


def test_an_inside_tag_never_continues_nothing() -> None:
    chain = Chain.valid(np.zeros((WIDTH, WIDTH)), np.zeros(WIDTH))
    scores = np.zeros((6, WIDTH), dtype=np.float32)
    scores[:, LABELS.index("I-content")] = 9
    best = forward_backward(scores, [0, 3], chain).marginals().argmax(1)
    assert [LABELS[i] for i in best] == ["B-content", "I-content", "I-content"] * 2


def test_long_sequences_are_cut_and_none_is_empty() -> None:
    chain = Chain.valid(np.zeros((WIDTH, WIDTH)), np.zeros(WIDTH))
    assert forward_backward(np.zeros((2500, WIDTH), dtype=np.float32), [], chain).edges == (0, 1000, 2000, 2500)
    assert len(forward_backward(np.zeros((0, WIDTH), dtype=np.float32), [], chain).marginals()) == 0
