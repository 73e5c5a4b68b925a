"""Who answers in an interview whose layout names nobody: "A: …", or a paragraph below a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.actors.cast import Cast
from onrecord.actors.entities import Entity
from onrecord.domain import Statement

_ANSWER = frozenset({"a", "answer"})


def is_answer(statement: Statement) -> bool:
    """Whether it is an answer of an interview that its layout gives no name."""
    if statement.cue is None:
        return False
    if statement.source is None:
        return statement.cue.text == "?"
    return statement.cue.text in (":", ".") and statement.source.text.lower() in _ANSWER


def interviewee(
    cast: Cast, statements: Sequence[Statement], speaker_of: Callable[[int], Entity | None]
) -> Entity | None:
    """Who said something "in an interview"; else who is named above the first answer, bylines aside."""
    told = [index for index, statement in enumerate(statements) if not is_answer(statement)]
    for index in told:
        venue = statements[index].venue
        if venue is not None and "interview" in venue.text.lower():
            speaker = speaker_of(index)
            if speaker is not None and speaker.is_person:
                return speaker
    first = next((s.cue.start for s in statements if is_answer(s) and s.cue is not None), 0)
    tokens = cast.tokens
    for occurrence in cast.occurrences:
        written = occurrence.first > 0 and tokens[occurrence.first - 1].fold == "by"
        if occurrence.entity.is_person and not written and tokens[occurrence.first].start < first:
            return occurrence.entity
    return None
