"""What was said, as one line."""

from __future__ import annotations

import pytest

from onrecord.domain import Span
from onrecord.record import readable


@pytest.mark.parametrize(
    ("marked", "line"),
    [
        ("he said <no>", "no"),
        ("<“A,”> he said, <“B.”>", "“A,” … “B.”"),
        ("<“A.>\n\n<“B.”>", "“A. “B.”"),
        ("<A,><B>", "A,B"),
        ("<  many\n\n  blanks\xa0here >", "many blanks here"),
        ("nothing", ""),
    ],
)
def test_readable(marked: str, line: str) -> None:
    text, spans, opened = "", [], 0
    for character in marked:
        if character == "<":
            opened = len(text)
        elif character == ">":
            spans.append((opened, len(text)))
        else:
            text += character
    assert readable(text, [Span.of(text, start, end) for start, end in spans]) == line


def test_spans_that_overlap_are_both_shown() -> None:
    text = "abcdef"
    assert readable(text, [Span.of(text, 0, 4), Span.of(text, 2, 6)]) == "abcd cdef"
