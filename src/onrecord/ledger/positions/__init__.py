"""Positions: the matters on which actors take sides, and where each stands on each, over time."""

from collections.abc import Sequence

from onrecord.domain import Position, Question, Report, Stance
from onrecord.ledger.entries import Entry

__all__ = ["stances", "taken"]


def stances(report: Report) -> tuple[Stance, ...]:
    """Where a report's words take a side on a matter, in text order."""
    return ()


def taken(entries: Sequence[Entry]) -> tuple[tuple[Question, ...], tuple[Position, ...]]:
    """The questions of a pile, and who stands where on each, in order of time."""
    return (), ()
