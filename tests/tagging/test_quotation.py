"""Quotations are marked ⟦so⟧ in the line; a ¦ behind one means that it was left open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.tagging.quotation import quotations

CASES = [
    'He said ⟦"yes"⟧ and ⟦"no."⟧',
    "He said ⟦“yes”⟧ and ⟦“no.”⟧",
    "⟦“It's the people's choice,”⟧ she said.",
    "⟦''I have read it,''⟧ he said. ⟦''All of it.''⟧",
    "He called it ⟦'a test'⟧ of will.",
    "the minister's aides' cars and the ministers' cars",
    "⟦«Nous verrons»⟧, he said.",
    "⟦„Wir sehen“⟧, he said. ⟦“Yes.”⟧",
    "no quotation at all",
    'He called it an ⟦"illegitimate act.⟧¦',
    '⟦"First paragraph.⟧¦\n\n⟦"Second paragraph."⟧',
    "⟦“First paragraph.⟧¦\r\n\r\n⟦“Second paragraph.”⟧ he said",
    'He said ⟦"a ‘b’ c"⟧ then',
    "⟦‘Outer single, curly,’⟧ he said.",
    "(⟦“in brackets”⟧)",
    'She said: ⟦"A space."⟧ Then she left.',
    "⟦“Never closed, said the envoy. ⟧¦⟦“Then another,”⟧ he said.".replace(" ⟧¦⟦", "⟧¦ ⟦"),
]


@pytest.mark.parametrize("marked", CASES)
def test_marked_quotations(marked: str) -> None:
    text, want = "", []
    at = 0
    while at < len(marked):
        if marked[at] == "⟦":
            start = len(text)
        elif marked[at] == "⟧":
            open_ended = marked[at + 1 : at + 2] == "¦"
            want.append((start, len(text), not open_ended))
            at += open_ended
        else:
            text += marked[at]
        at += 1
    assert [tuple(q) for q in quotations(text)] == want


@given(st.text(alphabet="ab .,\n\r\"'“”‘’«»„`—(1\u00a0", max_size=80))
def test_any_text_gives_ordered_disjoint_ranges(text: str) -> None:
    end = 0
    for quotation in quotations(text):
        assert end <= quotation.start < quotation.end <= len(text)
        assert "\n" not in text[quotation.start : quotation.end]
        end = quotation.end
