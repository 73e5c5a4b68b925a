# ruff: noqa: E501 -- a row of a table is one line
"""Refusals of a text without a tagger's help: who, in which words, about what, and of which kind."""

from __future__ import annotations

import pytest
from told import parsed

from onrecord.statements import refusals
from onrecord.tagging.tagger import Tagging
from onrecord.tagging.words import split_words

ROWS = [
    ("The ministry declined to comment on the flights.", "The ministry", "declined to comment", "the flights", "declined"),
    ("On Monday, a spokesman for the junta would not confirm the arrests.", "a spokesman for the junta", "would not confirm",
     "the arrests", "declined"),
    ("Asked whether troops had crossed the river, Goma declined to comment.", "Goma", "declined to comment",
     "whether troops had crossed the river", "declined"),
    ("Mr Aran refused to rule out a strike.", "Mr Aran", "refused to rule out", "a strike", "declined"),
    ("The navy has not confirmed that a ship was lost.", "The navy", "has not confirmed", "that a ship was lost", "silent"),
    ("The bank did not respond to a request for comment on Friday.", "The bank", "did not respond to a request for comment", None,
     "silent"),
    ("There was no immediate comment from Asmara on the shelling.", "Asmara", "There was no immediate comment", "the shelling",
     "silent"),
    ("Calls to the embassy were not returned.", "the embassy", "were not returned", None, "silent"),
    ("The palace said nothing about the heir, but crowds gathered.", "The palace", "said nothing", "the heir", "silent"),
    ("The mayor has not commented publicly on the raid.", "The mayor", "has not commented", "the raid", "silent"),
    ("Ana Cruz did not take questions.", "Ana Cruz", "did not take questions", None, "silent"),
    ("Ana Cruz ducked questions about the raid.", "Ana Cruz", "ducked questions", "the raid", "silent"),
    ("Ana Cruz, asked about the raid, neither confirmed nor denied the report.", "Ana Cruz", "neither confirmed nor denied",
     "the report", "silent"),
    ("The bank did not return calls seeking comment.", "The bank", "did not return calls seeking comment", None, "silent"),
    ("The bank did not reply to a request.", "The bank", "did not reply to a request", None, "silent"),
    ("He avoided criticizing his host.", "He", "avoided criticizing", "his host", "silent"),
    ("Koha Gold, which runs two mines in the hills, declined to comment.", "Koha Gold, which runs two mines in the hills",
     "declined to comment", None, "declined"),
    ("Koha Gold, whose mine flooded in May, refused to be drawn.", "Koha Gold, whose mine flooded in May", "refused to be drawn",
     None, "declined"),
    ("Pressed on the flood, a clerk said she could not comment on pending cases.", "a clerk", "said she could not comment",
     "pending cases", "declined"),
    ("The clerk said he was unable to discuss the flood.", "The clerk", "said he was unable to discuss", "the flood", "declined"),
    ("The clerk said the mine does not comment on wages.", "The clerk", "said the mine does not comment", "wages", "declined"),
    ("Neither envoy would confirm plans for a summit.", "envoy", "Neither envoy would confirm", "plans for a summit", "declined"),
]  # fmt: skip


def found(markup: str) -> list[tuple[str | None, str, str | None, str]]:
    text, statements = parsed(markup)
    tagging = Tagging(split_words(text), (), {}, {})
    rows = refusals(text, tagging, statements)
    for row in rows:
        for span in row.evidence:
            span.check(text)
    return [(r.source and r.source.text, r.cue.text, r.matter and r.matter.text, r.kind) for r in rows]


@pytest.mark.parametrize(("text", "source", "cue", "matter", "kind"), ROWS)
def test_refusal(text: str, source: str, cue: str, matter: str | None, kind: str) -> None:
    assert found(text) == [(source, cue, matter, kind)]


def test_what_neither_mentioned() -> None:
    cue = "Neither Ana Cruz nor the bank mentioned"
    assert found(f"{cue} the raid.")[0] == ("Ana Cruz", cue, "the raid", "silent")


def test_each_of_two_keeps_silent() -> None:
    cue = "Neither Ana Cruz nor the bank responded"
    assert found(f"{cue} to requests for comment.") == [
        ("Ana Cruz", cue, None, "silent"),
        ("the bank", cue, None, "silent"),
    ]


def test_who_speaks_first_is_who_falls_silent() -> None:
    markup = "<s1>Ana Cruz</s1> <c1>said</c1> <q1>she would go</q1> but declined to say when."
    assert found(markup) == [("Ana Cruz", "declined to say", "when", "declined")]


@pytest.mark.parametrize(
    "text",
    [
        "“I declined to comment,” she recalled.",
        "Ana Cruz said she would not comment because the case was open.",
        "Ana Cruz said the port would not comment, but that it was shut.",
        "It goes without saying that it rained.",
        "Oslo refused to sign the treaty.",
        "She did not say that the port was shut.",
        "She did not say, however, that the port was shut.",
        "She did not say on Monday that the port was shut.",
        "No minister has said that the port was shut.",
        "A guard declined to identify himself.",
        "Groups that do not disclose their donors won.",
        "He did not rule out a second vote.",
    ],
)
def test_no_refusal(text: str) -> None:
    assert found(text) == []


def test_what_stands_in_a_content_was_said() -> None:
    assert found("<s1>He</s1> <c1>said</c1> <q1>the navy declined to comment on it</q1>.") == []


def test_chrome_has_no_refusals() -> None:
    text = "The ministry declined to comment."
    assert refusals(text, Tagging(split_words(text, [(0, len(text))]), (), {}, {}), ()) == ()
