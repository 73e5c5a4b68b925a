"""What is to be known of a statement besides who, how and what: mode, polarity, certainty, venue, occasion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.domain import Statement
from onrecord.statements.circumstances import with_circumstances
from onrecord.statements.hedges import hedge
from onrecord.statements.polarity import negation


def described(text: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """``statements`` of ``text`` (in text order) with mode, negation, hedge, venue and occasion."""
    return tuple(
        replace(statement, negation=negation(text, statement), hedge=hedge(text, statement))
        for statement in with_circumstances(text, statements)
    )
