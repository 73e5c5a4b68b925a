from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.tagging.trees import best_tree


def is_tree(heads: list[int]) -> bool:
    if heads.count(-1) != 1:
        return False
    for start in range(len(heads)):
        at, steps = start, 0
        while heads[at] >= 0 and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if heads[at] >= 0:
            return False
    return True


def value(heads: list[int], arcs: np.ndarray, root: np.ndarray) -> float:
    return float(sum(root[i] if h < 0 else arcs[i, h] for i, h in enumerate(heads)))


scores = st.integers(1, 5).flatmap(
    lambda n: st.lists(st.integers(-9, 9), min_size=n * n + n, max_size=n * n + n).map(
        lambda x: (np.array(x[: n * n], dtype=np.float32).reshape(n, n), np.array(x[n * n :], dtype=np.float32))
    )
)


@settings(max_examples=200)
@given(scores)
def test_the_tree_is_the_best_that_its_root_allows(sample: tuple[np.ndarray, np.ndarray]) -> None:
    arcs, root = sample
    count = len(root)
    found = best_tree(arcs, root).tolist()
    assert is_tree(found)
    every = [list(h) for h in product(range(-1, count), repeat=count) if is_tree(list(h))]
    top = found.index(-1)
    best = max(value(h, arcs, root) for h in every if h[top] == -1)
    assert value(found, arcs, root) == best


def test_two_words_that_want_each_other_are_parted_where_it_costs_least() -> None:
    arcs = np.array([[0, 1, 0], [3, 0, 9], [3, 8, 0]], dtype=np.float32)
    assert best_tree(arcs, np.array([5, 0, 0], dtype=np.float32)).tolist() == [-1, 2, 0]


def test_there_is_one_root_whatever_the_words_want() -> None:
    assert is_tree(best_tree(np.zeros((4, 4), dtype=np.float32), np.full(4, 9, dtype=np.float32)).tolist())
    assert is_tree(best_tree(np.zeros((4, 4), dtype=np.float32), np.full(4, -9, dtype=np.float32)).tolist())
    assert best_tree(np.zeros((1, 1), dtype=np.float32), np.zeros(1, dtype=np.float32)).tolist() == [-1]


def test_a_long_ring_is_opened_without_running_out_of_stack() -> None:
    rng = np.random.default_rng(0)
    for arcs in (np.roll(np.eye(150), 1, 1) * 5, rng.normal(size=(150, 150)) * 3):
        assert is_tree(best_tree(arcs.astype(np.float32), np.zeros(150, dtype=np.float32)).tolist())
