"""What "the treaty" refers to, and when nobody can tell."""

from __future__ import annotations

import pytest
from instruments.marked_citations import cited

_COUNCIL = "UN Security Council Resolution 97"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Tarvel Treaty is old. Nobody kept it. The treaty says so.", "Tarvel Treaty"),
        ("Resolution 97 is old. They voted for the resolution.", "Resolution 97"),
        ("The Minsk agreements are dead. The accords were signed in 2015.", "Minsk agreements"),
        ("The Tarvel Treaty is old. The Quorn Treaty was better; the treaty lasted.", "Quorn Treaty"),
        ("The UN Charter is law. Article 1 of the Charter says so.", "UN Charter"),
        ("The UN met. The envoy held up a copy of the Charter.", "UN Charter"),
        ("Security Council resolution 97. The Security Council resolution on Tarvel holds.", _COUNCIL),
        ("The World Court read for an hour. The ruling is final.", "International Court of Justice ruling"),
        ("They signed a border agreement in May. The agreement runs for a year.", "border agreement"),
    ],
)  # fmt: skip
def test_a_reference_is_linked_when_one_thing_only_can_be_meant(text: str, name: str) -> None:
    assert cited(text)[-1][1] in (name, f"Article 1, {name}")


@pytest.mark.parametrize(
    "text",
    [
        "The Tarvel Treaty and the Quorn Treaty are old. The treaty says so.",  # two compete
        "The Tarvel Treaty is old. They want a new treaty. Nobody has read the treaty.",  # another came up between
        "The Tarvel Treaty is old. The treaty of 1929 is older.",  # told apart by what follows
        "The Tarvel Convention is old. The agreement says so.",  # another kind
        "Nobody has read the resolution.",
    ],
)
def test_a_reference_that_is_not_clear_is_left_alone(text: str) -> None:
    assert not [words for words, _ in cited(text) if words.lower().startswith(("the treaty", "the agree", "the resol"))]


def test_a_described_resolution_says_that_it_is_not_identified() -> None:
    from onrecord.instruments import cite
    from onrecord.reading import report_from_text

    report = cite(report_from_text("It violates an existing Security Council resolution on Norvenia, they said."))
    (one,) = report.citations
    assert (one.instrument.identified, one.instrument.topic, one.instrument.within) == (False, "Norvenia", report.id)
    assert cited("They want a new Security Council resolution on Norvenia.") == []
