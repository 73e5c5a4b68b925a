"""Which words are forecasts, whose, and of what; on sentences that were made up for this."""

from __future__ import annotations

from datetime import date

import pytest

import onrecord
from onrecord.domain import Expectation
from onrecord.ledger.forecasts import expectations

DAY = date(2019, 5, 6)  # a Monday


def _all(text: str) -> tuple[Expectation, ...]:
    return expectations(onrecord.read(text, published=DAY))


def _one(text: str) -> Expectation:
    (expectation,) = _all(text)
    return expectation


FOUND = [
    # text, who expects it, of whom, what, likelihood
    ("Norway is widely expected to sign the accord.", None, "Norway", "sign the accord", "likely"),
    ("Norway is not expected to sign the accord.", None, "Norway", "sign the accord", "unlikely"),
    ("Norway is unlikely to sign the accord.", None, "Norway", "sign the accord", "unlikely"),
    ("Norway looks set to sign the accord.", None, "Norway", "sign the accord", "likely"),
    ("Norway will probably lose its seat.", None, "Norway", "lose its seat", "likely"),
    (
        "Norway warned that the tariff would ruin the fishermen.",
        "Norway",
        None,
        "the tariff would ruin the fishermen",
        "likely",
    ),
    ("Norway warned of a shortage of fuel.", "Norway", None, "a shortage of fuel", "possible"),
    ("Analysts predicted a landslide.", "Analysts", None, "a landslide", "likely"),
    ("Analysts say Norway will sign the accord.", "Analysts", "Norway", "sign the accord", "certain"),
    ("Analysts expect Norway to sign the accord.", "Analysts", "Norway", "Norway to sign the accord", "likely"),
    ("The tariff could ruin the fishermen.", None, None, "The tariff could ruin the fishermen", "possible"),
    (
        "The quarrel threatens to derail the talks.",
        None,
        None,
        "The quarrel threatens to derail the talks",
        "possible",
    ),
    (
        "A diplomat called it unlikely that the text would pass.",
        "diplomat",
        None,
        "the text would pass",
        "unlikely",
    ),
    (
        '"It will be harder for the council to ignore us," the mayor of Oslo said.',
        "mayor",
        None,
        "It will be harder for the council to ignore us",
        "certain",
    ),
]


@pytest.mark.parametrize(("text", "actor", "of", "expected", "likelihood"), FOUND)
def test_found(text: str, actor: str | None, of: str | None, expected: str, likelihood: str) -> None:
    found = _one(text)
    assert (found.expected.text, found.likelihood) == (expected, likelihood)
    assert (found.of.name if found.of else None) == of
    assert found.polarity == ("negative" if likelihood == "unlikely" else "positive")
    if actor is None:
        assert found.actor is None
    else:
        assert found.actor is not None
        assert actor.casefold() in found.actor.name.casefold()


NOT_FOUND = [
    # one's own conduct is a commitment
    "Norway said it would sign the accord.",
    "Norway plans to sign the accord.",
    # what is scheduled
    "The vote is set for May 20.",
    "The council is due to meet on May 20.",
    # opinions, and how things are
    "Norway said the deal would be a mistake.",
    "A blockade would violate the treaty, Norway said.",
    "Berg said the vote would send the wrong message.",
    "The river will always come back, Berg said.",
    # warnings that are demands, questions, what is past or can be done
    "Norway warned Denmark against signing the accord.",
    "Norway asked whether the tariff would ruin the fishermen.",
    "Will the tariff ruin the fishermen?",
    "He could not find the map.",
    "The report was expected.",
    "Norway did not say that the tariff would ruin the fishermen.",
    "The talks could have failed.",
]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert _all(text) == ()


def test_condition() -> None:
    found = _one("Norway warned of a chain of lawsuits if the province goes its own way.")
    assert found.condition is not None
    assert (found.expected.text, found.condition.text) == (
        "a chain of lawsuits",
        "if the province goes its own way",
    )


WINDOWS = [
    ("Norway is expected to sign on Sunday or Monday.", "on Sunday or Monday", date(2019, 5, 12), date(2019, 5, 13)),
    ("Norway is expected to sign by May 20.", "by May 20", None, date(2019, 5, 20)),
    ("Norway is expected to sign next week.", "next week", date(2019, 5, 13), date(2019, 5, 19)),
]


@pytest.mark.parametrize(("text", "words", "earliest", "latest"), WINDOWS)
def test_windows(text: str, words: str, earliest: date | None, latest: date | None) -> None:
    (found,) = expectations(onrecord.read(text, published=date(2019, 5, 8)))
    assert found.window_words is not None
    assert found.window_words.text == words
    assert (found.window.earliest, found.window.latest) == (earliest, latest)


def test_a_column_belongs_to_its_author() -> None:
    found = _one("I have seen such things before. I am old. Norway will never sign the accord.")
    assert found.actor is None
    assert (found.expected.text, found.polarity) == ("sign the accord", "negative")
