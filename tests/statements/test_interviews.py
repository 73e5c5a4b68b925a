# ruff: noqa: E501 -- a row of a table is one line
"""Answers of interviews, by their layout alone."""

from __future__ import annotations

import pytest

from onrecord.statements.interviews import turns

LETTERED = "The weir\n\nAda Moss runs the weir.\n\nQ: Will it hold?\n\nA: It will.\n\nWe built it well.\n\nQ. And the mill?\n\nA. No.\n\nShe left."
NAMED = "Hearing: transcript\n\nMOSS: It will hold.\n\nBERG: Who says so?\n\nMOSS: I do.\n\nBERG: Since when?\n\nThe hearing ended."
UNLABELLED = (
    "“It will hold”: interview with Ada Moss\n\nAda Moss runs the weir.\n\n**Will it hold?**\n\nIt will. We built it well.\n\n"
    "The mill is another matter.\n\nWhat is wrong with the mill?\n\nI would not know.\n\nMoss lives in Brdo."
)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (LETTERED, [("A", ["It will.", "We built it well."]), ("A", ["No."])]),
        (NAMED, [("MOSS", ["It will hold."]), ("MOSS", ["I do."])]),
        (
            UNLABELLED,
            [(None, ["It will. We built it well.", "The mill is another matter."]), (None, ["I would not know."])],
        ),
    ],
)
def test_answers(text: str, want: list[tuple[str | None, list[str]]]) -> None:
    found = [
        (turn.source and text[slice(*turn.source)], [text[slice(*part)] for part in turn.content])
        for turn in turns(text)
        if not turn.asks
    ]
    assert found == want


@pytest.mark.parametrize("text", [LETTERED, NAMED, UNLABELLED])
def test_questions_are_asked(text: str) -> None:
    asked = [text[slice(*turn.content[0])] for turn in turns(text) if turn.asks]
    assert len(asked) == 2
    assert all(words.rstrip("*").endswith("?") for words in asked)


@pytest.mark.parametrize(
    "text",
    [
        "The weir leaks. Will it hold?\n\nNobody in Brdo knows.\n\nWho is to blame?\n\nThat is for the court.",
        # told by a reporter, although there was an interview
        "Moss gave an interview.\n\nWill it hold?\n\n“It will,” Moss said.\n\nAnd the mill?\n\n“We shall see,” Moss said.",
        "Weir: leaking\n\nMill: shut\n\nBridge: open",
        "A: the weir. B: the mill.",
        "",
    ],
)
def test_no_interview(text: str) -> None:
    assert turns(text) == []
