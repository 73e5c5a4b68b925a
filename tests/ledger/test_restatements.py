"""Which acts of a pile are one: words, verbs, and the cost of comparing them."""

from __future__ import annotations

import random
import time
from datetime import date, timedelta

import pytest

from onrecord.domain import Sighting, Span
from onrecord.ledger.restatements import Row, restated, terms_of, verb_of, without

_NOUNS = [f"{one}{other}" for one in ("har", "bri", "acc", "tre", "quo", "bor", "sen", "dam") for other in "abcdefghij"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("declare independence", "declaration of independence"),
        ("recognise the enclave", "recognition of the enclave"),
        ("send soldiers", "deploy troops"),
        ("talks with Norway", "negotiations with Oslo"),
    ],
)
def test_the_same_terms(one: str, other: str) -> None:
    assert terms_of(one).keys() == terms_of(other).keys()


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("begin to fill the lake", "fill"),
        ("start filling the lake", "fill"),
        ("fill the lake", "fill"),
        ("use all means", "take"),
        ("take every measure", "take"),
    ],
)
def test_verb(words: str, verb: str) -> None:
    assert verb_of(words) == verb


def test_without_the_day() -> None:
    text = "sign the accord on Friday in Oslo"
    act = Span.of(text, 0, len(text))
    assert without(act, Span.of(text, 16, 25)) == "sign the accord  in Oslo"
    assert without(act, None) == text


def _rows(size: int) -> list[Row]:
    pick = random.Random(7)
    return [
        Row(
            Sighting(f"r{place}", 0),
            frozenset({f"state {pick.randrange(40)}"}),
            pick.choice(["positive", "negative"]),
            " ".join(["close", *pick.sample(_NOUNS, 4), f"ship{pick.randrange(size)}"]),
            day=date(2001, 1, 1) + timedelta(days=place % 9000),
        )
        for place in range(size)
    ]


def test_every_row_is_in_one_group_and_the_first_is_the_earliest() -> None:
    groups = restated(_rows(400))
    assert sorted(place for group in groups for place in group) == list(range(400))
    assert all(group == sorted(group) for group in groups)


def test_cost_is_nearly_linear() -> None:
    def seconds(size: int) -> float:
        rows = _rows(size)
        start = time.process_time()
        restated(rows)
        return time.process_time() - start

    seconds(500)
    assert seconds(8000) < 10 * seconds(2000) + 0.5
