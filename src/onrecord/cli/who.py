"""Who said it and by which words, for people to read: nothing may read as the opposite of what was said."""

from __future__ import annotations

from onrecord.domain import Span, Statement


def who(statement: Statement) -> str:
    """The speaker's name; where it is not known who that is, the words of the source in quotation marks."""
    if statement.speaker is not None:
        return statement.speaker.name
    return f"“{_one_line(statement.source)}”" if statement.source is not None else "nobody named"


def cue(statement: Statement) -> str:
    """The words that say how it was said ("denied", "ruled out any talk of"), on one line; "" where there are none."""
    return "" if statement.cue is None else _one_line(statement.cue)


def _one_line(span: Span) -> str:
    return " ".join(span.text.split())
