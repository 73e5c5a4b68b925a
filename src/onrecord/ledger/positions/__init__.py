"""Positions: the matters on which actors take sides, and where each stands on each, over time."""

from onrecord.ledger.positions.positions import taken
from onrecord.ledger.positions.stances import stances

__all__ = ["stances", "taken"]
