from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.lineage.aligning import Alignment, Edit, same_words

words = st.lists(st.integers(0, 6), max_size=40)


def test_words_put_in_left_out_and_exchanged() -> None:
    assert Alignment([1, 2, 3, 4, 5, 6], [1, 2, 9, 4, 5, 6]).edits() == [Edit(2, 3, 2, 3)]
    assert Alignment([1, 2, 3, 4], [1, 2, 8, 9, 3, 4]).edits() == [Edit(2, 2, 2, 4)]
    assert Alignment([1, 2, 3, 4], [1, 4]).edits() == [Edit(1, 3, 1, 1)]


@given(words, words)
def test_edits_lead_from_one_to_the_other(a: list[int], b: list[int]) -> None:
    made, last = [], 0
    for edit in Alignment(a, b).edits():
        made += a[last : edit.a_start] + b[edit.b_start : edit.b_end]
        last = edit.a_end
    assert made + a[last:] == b


@given(words, words)
def test_agreements_are_the_same_words(a: list[int], b: list[int]) -> None:
    alignment = Alignment(a, b)
    assert all(a[i] == b[j] for i, j in alignment.agreements())
    assert 0 <= alignment.longest() <= len(alignment.agreements())


@given(words, words)
def test_same_words_are_the_same_and_in_order(a: list[int], b: list[int]) -> None:
    pairs = same_words(a, b)
    assert all(a[i] == b[j] for i, j in pairs)
    assert all(i1 < i2 and j1 < j2 for (i1, j1), (i2, j2) in pairwise(pairs))


@given(st.lists(st.integers(), min_size=30, max_size=60, unique=True), st.integers(0, 29))
def test_a_single_edit_costs_a_single_word(a: list[int], at: int) -> None:
    assert len(same_words(a, [*a[:at], -1, *a[at + 1 :]])) >= len(a) - 2
    assert len(same_words(a, a[:at] + a[at + 1 :])) >= len(a) - 2
