import itertools

import numpy as np
import pytest

from onrecord.tagging.decode import Chain, decode
from onrecord.tagging.labels import LABELS


def brute_force(scores: np.ndarray, chain: Chain) -> tuple[list[int], np.ndarray]:
    paths = list(itertools.product(range(len(LABELS)), repeat=len(scores)))
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
    weights /= weights.sum()
    marginals = np.zeros(scores.shape)
    for path, weight in zip(paths, weights, strict=True):
        for i, label in enumerate(path):
            marginals[i, label] += weight
    return list(paths[int(totals.argmax())]), marginals


@pytest.mark.parametrize("seed", range(5))
def test_decoding_equals_brute_force_on_each_sequence(seed: int) -> None:
    rng = np.random.default_rng(seed)
    width = len(LABELS)
    chain = Chain.valid(rng.normal(size=(width, width)), rng.normal(size=width))
    lengths = [3, 1, 4]
    scores = rng.normal(size=(sum(lengths), width)).astype(np.float32) * 2
    starts = [0, 3, 4]
    best, marginals = decode(scores, starts, chain)
    for start, length in zip(starts, lengths, strict=True):
        path, probabilities = brute_force(scores[start : start + length], chain)
        assert list(best[start : start + length]) == path
        np.testing.assert_allclose(marginals[start : start + length], probabilities, atol=1e-4)


def test_an_inside_tag_never_continues_nothing() -> None:
    width = len(LABELS)
    chain = Chain.valid(np.zeros((width, width)), np.zeros(width))
    scores = np.zeros((6, width), dtype=np.float32)
    scores[:, LABELS.index("I-content")] = 9
    best, _ = decode(scores, [0, 3], chain)
    assert [LABELS[i] for i in best] == ["B-content", "I-content", "I-content"] * 2


def test_long_sequences_are_cut_and_none_is_empty() -> None:
    width = len(LABELS)
    chain = Chain.valid(np.zeros((width, width)), np.zeros(width))
    assert len(decode(np.zeros((2500, width), dtype=np.float32), [], chain)[0]) == 2500
    assert len(decode(np.zeros((0, width), dtype=np.float32), [], chain)[0]) == 0
