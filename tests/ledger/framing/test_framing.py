"""What invented reports call the same things."""

from __future__ import annotations

from dataclasses import replace

import pytest

import onrecord
from onrecord.ledger.entries import entry_of
from onrecord.ledger.framing import frames, namings


def _called(text: str) -> list[tuple[str, str, str]]:
    return [
        (naming.thing, naming.span.text, naming.actor.name if naming.actor else "")
        for naming in namings(onrecord.read(text))
        if not naming.thing.endswith(", verbs")
    ]


@pytest.mark.parametrize(
    ("text", "thing", "words"),
    [
        ("The breakaway region of Somaliland held a vote on Monday.", "Somaliland", "breakaway region"),
        ("Somaliland, a self-declared republic, held a vote on Monday.", "Somaliland", "self-declared republic"),
        ("Ships called at breakaway Somaliland on Monday.", "Somaliland", "breakaway Somaliland"),
        ("Somaliland held a vote. The disputed territory has a port.", "Somaliland", "disputed territory"),
        ("Somalia's northern region of Somaliland held a vote.", "Somaliland", "Somalia's northern region"),
        ("The Republic of Somaliland held a vote on Monday.", "Somaliland", "Republic of Somaliland"),
    ],
)
def test_a_name_or_description(text: str, thing: str, words: str) -> None:
    assert (thing, words, "") in _called(text)


@pytest.mark.parametrize(
    "text",
    [
        "The whole region of the lake was dry on Monday.",
        "Traders met in the capital of the province on Monday.",
        "The first state visit ended on Monday.",
        "",
    ],
)
def test_nothing_that_is_known(text: str) -> None:
    assert _called(text) == []


def test_quoted_words_are_the_speakers_and_others_the_reports() -> None:
    text = "“The Republic of Somaliland will have a port,” Ethiopia's transport minister said. Somaliland has none."
    found = _called(text)
    assert ("Somaliland", "Republic of Somaliland") in {(thing, words) for thing, words, actor in found if actor}
    assert ("Somaliland", "Somaliland", "") in found


def test_frames_count_by_who_uses_them() -> None:
    texts = {
        "one.txt": "Somaliland held a vote on Monday. Somaliland has a port, traders said.",
        "two.txt": "The breakaway region of Somaliland held a vote on Monday.",
    }
    entries = []
    for name, text in texts.items():
        report = replace(onrecord.read(text), name=name)
        entries.append(entry_of(replace(report, namings=namings(report))))
    found = {(f.thing, f.wording, f.outlet): len(f.sightings) for f in frames(entries) if f.thing == "Somaliland"}
    assert found == {
        ("Somaliland", "Somaliland", "one.txt"): 2,
        ("Somaliland", "Somaliland", "two.txt"): 1,
        ("Somaliland", "breakaway region", "two.txt"): 1,
    }
    assert frames(entries) == frames(entries[::-1])


def test_what_only_one_name_is_used_for_is_no_frame() -> None:
    report = onrecord.read("Peru met Chile on Monday.")
    assert frames([entry_of(replace(report, namings=namings(report)))]) == ()


def test_verbs_are_the_speakers_in_what_is_told_as_said() -> None:
    text = "Somaliland declared independence in May. The declaration violates the charter, Somalia's president said."
    verbs = {
        (naming.span.text, naming.actor is not None)
        for naming in namings(onrecord.read(text))
        if naming.thing == "independence (Somaliland), verbs"
    }
    assert ("declared", False) in verbs
    assert ("violates", True) in verbs
