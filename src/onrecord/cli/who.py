"""Who said it and by which words, for people to read: nothing may read as the opposite of what was said."""

from __future__ import annotations

from onrecord.domain import Refusal, Span, Statement


def who(statement: Statement | Refusal) -> str:
    """The speaker's name; where it is not known who that is, the words of the source in quotation marks."""
    if statement.speaker is not None:
        return statement.speaker.label
    return f"“{_one_line(statement.source)}”" if statement.source is not None else "nobody named"


def cue(statement: Statement) -> str:
    """The words that say how it was said ("never claimed", "ruled out any talk of"), on one line; "" without any."""
    from onrecord.record import how_said

    return how_said(statement)


def note(statement: Statement) -> str:
    """What else turns, places or passes on the words: "not; to the council; via Reuters"; "" when nothing does.

    ``not`` is for what they did not say or spoke against, ``hedged`` for what the report does not vouch for.
    """
    notes = ["not"] * statement.negated + ["hedged"] * statement.hedged
    if statement.addressees:
        notes.append(f"to {' and '.join(actor.label for actor in statement.addressees)}")
    if statement.relayed_by:
        notes.append(f"via {', '.join(actor.label for actor in statement.relayed_by)}")
    return "; ".join(notes)


def _one_line(span: Span) -> str:
    return " ".join(span.text.split())
