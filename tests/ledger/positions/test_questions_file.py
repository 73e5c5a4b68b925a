"""The file of questions: what it says, what it refuses, and what it does."""

from __future__ import annotations

import pytest
from position_piles import BOLIVIA, CHILE, PERU, entry, stance

from onrecord.errors import InputError
from onrecord.ledger.positions import judged, read_questions_file

PILE = [
    entry("a", "2012-03-01", stance(PERU, "against", "the fish tariff", "tariff; fish")),
    entry("b", "2012-03-05", stance(CHILE, "for", "a tariff on fish", "tariff; fish")),
    entry("c", "2012-03-06", stance(PERU, "for", "open fish markets", "fish; market")),
    entry("d", "2012-03-07", stance(CHILE, "against", "open markets for fish", "fish; market")),
    entry("e", "2012-03-08", stance(BOLIVIA, "for", "a lasting fish tariff", "tariff; fish; lasting")),
]


def _judged(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (p.question.name, p.actor.name, p.side, p.change)
        for p in judged(PILE, read_questions_file(text, "q.yaml")).positions
    ]


def test_without_a_file() -> None:
    assert {name for name, *_ in _judged("")} == {"fish tariff", "fish markets"}


def test_a_name_is_a_persons_and_survives_capitals() -> None:
    found = judged(
        PILE, read_questions_file("name: [{question: Fish Tariff, as: The tariff, who: E. Quist}]", "q.yaml")
    )
    named = next(question for question in found.questions if question.name == "The tariff")
    assert named.decided
    (decision,) = found.decisions
    assert (decision.verdict, decision.names, decision.called, decision.who, decision.orphaned) == (
        "name",
        ("Fish Tariff",),
        "The tariff",
        "E. Quist",
        False,
    )


def test_a_merge_turns_what_is_put_the_other_way_round() -> None:
    text = "merge: [{questions: [fish tariff, {question: fish markets, opposite: true}], as: Fish trade}]"
    assert _judged(text) == [
        ("Fish trade", "Peru", "against", "first"),
        ("Fish trade", "Chile", "for", "first"),
        ("Fish trade", "Peru", "against", "held"),
        ("Fish trade", "Chile", "for", "held"),
        ("Fish trade", "Bolivia", "for", "first"),
    ]


def test_a_split_takes_out_what_names_its_words() -> None:
    text = "split: [{question: fish tariff, words: [lasting], as: A lasting tariff}]"
    assert ("A lasting tariff", "Bolivia", "for", "first") in _judged(text)
    assert sum(name == "fish tariff" for name, *_ in _judged(text)) == 2


def test_a_dropped_question_is_gone() -> None:
    assert {name for name, *_ in _judged("drop: [fish markets]")} == {"fish tariff"}


@pytest.mark.parametrize(
    "text",
    [
        "drop: [the moon]",
        "name: [{question: the moon, as: Moon}]",
        "merge: [{questions: [fish tariff, the moon], as: Moon}]",
        "split: [{question: fish tariff, words: [moon], as: Moon}]",
    ],
)
def test_a_decision_that_nothing_answers_to_is_orphaned_and_changes_nothing(text: str) -> None:
    found = judged(PILE, read_questions_file(text, "q.yaml"))
    assert [decision.orphaned for decision in found.decisions] == [True]
    assert found.positions == judged(PILE).positions


def test_later_entries_call_questions_by_their_new_names() -> None:
    text = """
merge: [{questions: [fish tariff, fish markets], as: Fish trade}]
name: [{question: fish trade, as: Fish}]
"""
    assert {name for name, *_ in _judged(text)} == {"Fish"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("rename: []", "line 1: the file has no 'rename'; there are name, merge, split, drop"),
        ("merge: [{questions: [one], as: x}]", "line 1: an entry under merge needs two questions or more"),
        ("name:\n  - {question: one}", "line 2: an entry under name needs question, as; there is no 'as'"),
        ("merge: [{questions: [{question: a, opposite: perhaps}, b], as: x}]", "line 1: opposite is true or false"),
        ("drop: [", "line 1: not valid YAML"),
        ("split: [{question: a, words: [], as: x}]", "a split needs words"),
    ],
)
def test_a_faulty_file_is_refused_with_its_line(text: str, problem: str) -> None:
    with pytest.raises(InputError) as raised:
        read_questions_file(text, "q.yaml")
    assert problem in str(raised.value)
    assert str(raised.value).startswith("q.yaml")
