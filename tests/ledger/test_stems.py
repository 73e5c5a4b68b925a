"""Families of words with one stem, and words that must keep theirs apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger.stems import stem, words_of

FAMILIES = [
    "recognise recognize recognised recognizing recognition",
    "declare declares declared declaring declaration declarations",
    "independent independence",
    "negotiate negotiated negotiation negotiations",
    "suspend suspended suspension",
    "agree agreed agreement",
    "approve approved approval",
    "withdraw withdrew withdrawn withdrawal",
    "impose imposed imposing imposition",
    "ratify ratified ratification",
    "stop stopped stopping",
    "invade invaded invasion",
    "deploy deployed deployment",
    "resign resigned",
]
APART = ["appeal apple", "sign signal", "policy police", "nation native", "appeal appear", "meet met-office"]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_has_one_stem(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize("pair", APART)
def test_others_keep_theirs(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


@given(st.text(max_size=40))
def test_any_word_has_a_stem(word: str) -> None:
    assert isinstance(stem(word), str)
    assert all(found == found.casefold() for found in words_of(word))


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=20))
def test_a_stem_is_never_empty(word: str) -> None:
    assert len(stem(word)) >= 2
