"""Positions: the matters on which actors take sides, and where each stands on each, over time."""

from collections.abc import Sequence

from onrecord.domain import Position, Question
from onrecord.ledger.entries import Entry
from onrecord.ledger.positions.stances import stances

__all__ = ["stances", "taken"]


def taken(entries: Sequence[Entry]) -> tuple[tuple[Question, ...], tuple[Position, ...]]:
    """The questions of a pile, and who stands where on each, in order of time."""
    return (), ()
