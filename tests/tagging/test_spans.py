import itertools

import numpy as np
import pytest
from test_decode import WIDTH, brute_force

from onrecord.tagging.decode import Chain, forward_backward
from onrecord.tagging.labels import LABELS
from onrecord.tagging.spans import PRICES, TaggedSpan, likely_spans

Found = tuple[str, int, int]


def spans_of(path: tuple[int, ...]) -> set[Found]:
    found, at = set(), 0
    while at < len(path):
        role = LABELS[path[at]][2:]
        end = at + 1
        while role and end < len(path) and LABELS[path[end]] == f"I-{role}":
            end += 1
        if role:
            found.add((role, at, end))
        at = end
    return found


def spans(scores: np.ndarray, starts: list[int], chain: Chain) -> tuple[TaggedSpan, ...]:
    return likely_spans(scores, forward_backward(scores, starts, chain), chain)


@pytest.mark.parametrize("seed", range(12))
def test_a_spans_probability_is_that_of_all_sequences_with_it(seed: int) -> None:
    rng = np.random.default_rng(seed)
    chain = Chain.valid(rng.normal(size=(WIDTH, WIDTH)), rng.normal(size=WIDTH))
    scores = rng.normal(size=(5, WIDTH)).astype(np.float32) * 4
    expected: dict[Found, float] = {}
    for path, weight in brute_force(scores, chain).items():
        for span in spans_of(path):
            expected[span] = expected.get(span, 0.0) + weight
    found = spans(scores, [0], chain)
    for span in found:
        assert span.probability == pytest.approx(expected[span.role, span.low, span.high], abs=1e-3)
    # Any other choice of spans that do not overlap is worth no more.
    worth = sum(span.probability - PRICES[span.role] for span in found)
    likely = [span for span, p in expected.items() if p > PRICES[span[0]]]
    for count in range(len(likely) + 1):
        for choice in itertools.combinations(likely, count):
            apart = all(a[2] <= b[1] or b[2] <= a[1] for a, b in itertools.combinations(choice, 2))
            assert not apart or sum(expected[x] - PRICES[x[0]] for x in choice) <= worth + 1e-3


def test_spans_keep_to_their_sequence_and_are_in_order() -> None:
    chain = Chain.valid(np.zeros((WIDTH, WIDTH)), np.zeros(WIDTH))
    scores = np.zeros((6, WIDTH), dtype=np.float32)
    scores[:, LABELS.index("I-content")] = 9
    scores[[0, 3], LABELS.index("B-content")] = 9
    assert [(s.role, s.low, s.high) for s in spans(scores, [0, 3], chain)] == [("content", 0, 3), ("content", 3, 6)]


def test_nothing_is_found_in_nothing() -> None:
    chain = Chain.valid(np.zeros((WIDTH, WIDTH)), np.zeros(WIDTH))
    assert spans(np.zeros((0, WIDTH), dtype=np.float32), [], chain) == ()
    assert spans(np.zeros((3, WIDTH), dtype=np.float32), [0], chain) == ()


def test_a_long_content_is_one_span() -> None:
    chain = Chain.valid(np.zeros((WIDTH, WIDTH)), np.zeros(WIDTH))
    scores = np.zeros((900, WIDTH), dtype=np.float32)
    scores[1:, LABELS.index("I-content")] = 12
    scores[0, LABELS.index("B-content")] = 12
    assert [(s.low, s.high) for s in spans(scores, [0], chain)] == [(0, 900)]
