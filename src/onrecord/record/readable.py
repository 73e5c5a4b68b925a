"""What was said, and by which words it is said to have been, as strings for people to read."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.domain import Span, Statement

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


def how_said(statement: Statement) -> str:
    """The words that say how it was said, on one line: the cue with what turns it round and what hedges it.

    "Never claimed", "reportedly said": shown without these, a statement may read as its opposite. "" where the report
    has no such words.
    """
    spans = sorted(s for s in (statement.negation, statement.hedge, statement.cue) if s is not None)
    pieces: list[str] = []
    end = 0
    for span in spans:
        if not pieces or span.start >= end:
            pieces.append(span.text)
        elif span.end > end:
            pieces.append(span.text[end - span.start :].strip())
        end = max(end, span.end)
    return " ".join(" ".join(pieces).split())
