"""Whatever the text and wherever the spans: description never fails, and its words stand in the report."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import any_text, statements
from told import told

from onrecord.domain import Statement
from onrecord.statements.describing import described

_PIECES = (
    *("She", "said", "told", "never", "denied", "reportedly", "in a letter to", "the council,", "after talks", "Oran."),
    *("“No,”", "that", "and", "at", "on Monday", "as he", "which", "–", "Asked about", "\n\n"),
)
_NEWS = st.lists(st.sampled_from(_PIECES), max_size=30).map(" ".join)


@st.composite
def drawn(draw: st.DrawFn) -> tuple[str, list[Statement]]:
    text = draw(any_text | _NEWS)
    found = draw(st.lists(statements(text), max_size=4))
    return text, sorted(found, key=lambda s: (s.evidence[0], s.content))


@settings(max_examples=150, deadline=None)
@given(drawn())
def test_any_statements_of_any_text_can_be_described(case: tuple[str, list[Statement]]) -> None:
    text, before = case
    after = described(text, before)
    assert [s.evidence for s in after] == [s.evidence for s in before]
    for statement in after:
        for span in statement.circumstances:
            assert text[span.start : span.end] == span.text != ""


def test_all_at_once() -> None:
    (statement,) = told(
        "In a letter to the council after the raid, <s1>the envoy</s1> reportedly <c1>denied</c1> <q1>any role</q1>."
    )
    assert [span.text for span in statement.circumstances] == [
        "denied",
        "reportedly",
        "In a letter to the council",
        "after the raid",
    ]
    assert (statement.negated, statement.hedged, statement.mode) == (True, True, "writing")
