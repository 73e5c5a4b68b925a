"""The ledger: what statements amount to. Acts, events, commitments, forecasts, positions and framing.

``note`` finds in one report what the ledger is made of; ``Keeper`` takes the reports of a pile in and makes the ledger.
"""

from onrecord.ledger.keeping import Keeper
from onrecord.ledger.noting import note

__all__ = ["Keeper", "note"]
