from __future__ import annotations

import pytest

from onrecord.domain import Shift, Side
from onrecord.ledger.positions.history import changed, outvoted, shifts


@pytest.mark.parametrize(
    ("before", "was", "now", "strength", "change"),
    [
        ("for", 2, "for", 3, "held"),
        ("for", 1, "for", 3, "hardened"),
        ("against", 3, "against", 1, "softened"),
        ("for", 2, "against", 2, "reversed"),
        ("against", 2, "for", 1, "reversed"),
        ("for", 2, "conditional", 2, "softened"),
        ("conditional", 2, "against", 2, "hardened"),
        ("against", 2, "neutral", 2, "softened"),
        ("neutral", 2, "for", 2, "hardened"),
    ],
)
def test_a_change(before: Side, was: int, now: Side, strength: int, change: Shift) -> None:
    assert changed(before, was, now, strength) == change


def test_unclear_words_change_nothing() -> None:
    told: list[tuple[tuple[str, ...], Side, int]] = [(("p",), "for", 2), (("p",), "unclear", 2), (("p",), "for", 2)]
    assert shifts(told) == ["first", "held", "held"]


def test_leaders_of_two_speak_for_both() -> None:
    told: list[tuple[tuple[str, ...], Side, int]] = [(("p", "q"), "for", 2), (("q",), "against", 2), (("p",), "for", 2)]
    assert shifts(told) == ["first", "reversed", "held"]


def test_a_tie_outvotes_nobody() -> None:
    assert outvoted([("r", "p", "for", 2), ("r", "p", "against", 2)]) == set()
    assert outvoted([("r", "p", "for", 2), ("r", "p", "against", 3), ("s", "p", "for", 1)]) == {0}


def test_a_condition_on_the_way_does_not_hide_a_reversal() -> None:
    told: list[tuple[tuple[str, ...], Side, int]] = [(("p",), side, 2) for side in ("against", "conditional", "for")]
    assert shifts(told) == ["first", "softened", "reversed"]
    back: list[tuple[tuple[str, ...], Side, int]] = [(("p",), side, 2) for side in ("for", "conditional", "for")]
    assert shifts(back) == ["first", "softened", "hardened"]
