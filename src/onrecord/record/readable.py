"""What was said, as one string for people to read."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.domain import Span

INTERRUPTION = " … "


def readable(text: str, content: Sequence[Span]) -> str:
    """The spans of a statement's content joined to one line.

    Where the report's other words stand between two spans ("X," he said, "Y") there is an ellipsis, where there is
    only white space a blank. Runs of white space become one blank; the exact characters are in the spans.
    """
    pieces: list[str] = []
    end = 0
    for span in content:
        if pieces:
            between = text[end : span.start]
            pieces.append(INTERRUPTION if between.strip() else " " if between or span.start < end else "")
        pieces.append(span.text)
        end = span.end
    return " ".join("".join(pieces).split())
