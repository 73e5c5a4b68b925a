"""What somebody did not rule out is a statement, and not a negated one."""

from __future__ import annotations

import pytest

from onrecord.statements import refusals, statements
from onrecord.tagging.tagger import Tagging
from onrecord.tagging.words import split_words


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("She did not rule out a second vote.", "She", "a second vote"),
        (
            "Officials in Brdo have not ruled out closing the weir, but gave no date.",
            "Officials in Brdo",
            "closing the weir",
        ),
        ("The mine burned. Anton Berg didn’t rule out arson. He left.", "Anton Berg", "arson"),
    ],
)
def test_what_is_left_open(text: str, source: str, content: str) -> None:
    tagging = Tagging(split_words(text), (), {}, {})
    (row,) = statements(text, tagging)
    assert row.source is not None
    assert (row.source.text, row.content[0].text, row.negated) == (source, content, False)
    assert not [r for r in refusals(text, tagging, [row]) if "rule" in r.cue.text]


def test_who_refuses_to_rule_it_out_refuses() -> None:
    text = "She refused to rule out a second vote."
    assert statements(text, Tagging(split_words(text), (), {}, {})) == ()
