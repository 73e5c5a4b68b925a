"""Commitments, forecasts and events of a pile in, the same with what came of them out."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.domain import Commitment, Event, Forecast
from onrecord.ledger.entries import Entry
from onrecord.ledger.outcomes.coming_true import came_true
from onrecord.ledger.outcomes.evidence import Proofs
from onrecord.ledger.outcomes.keeping_word import kept_word


def settled(
    commitments: Sequence[Commitment], forecasts: Sequence[Forecast], events: Sequence[Event], entries: Sequence[Entry]
) -> tuple[tuple[Commitment, ...], tuple[Forecast, ...], tuple[Event, ...]]:
    """The same, with status and history. Events have theirs already.

    Args:
        commitments, forecasts: open ones, with the places where they are sighted.
        events: the events of the pile.
        entries: its reports, in the order of the pile.
    """
    proofs = Proofs(entries)
    by_id = {entry.report: entry for entry in entries}
    last = max((entry.published.best for entry in entries if entry.published.best is not None), default=None)
    return (
        tuple(kept_word(each, proofs, by_id, last) for each in commitments),
        tuple(came_true(each, proofs, by_id) for each in forecasts),
        tuple(events),
    )
