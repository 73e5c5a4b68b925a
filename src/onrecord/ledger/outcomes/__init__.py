"""Outcomes: what came of commitments and forecasts, with the words that show it."""

from onrecord.ledger.outcomes.settling import settled
from onrecord.ledger.outcomes.tellings import tellings

__all__ = ["settled", "tellings"]
