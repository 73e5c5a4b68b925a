"""The ledger: what statements amount to. Acts, events, commitments, forecasts, positions and framing.

``note`` finds in one report what the ledger is made of, ``recounted`` dates it anew; ``Keeper`` takes the reports of a
pile in and makes the ledger.
"""

from onrecord.ledger.keeping import Keeper
from onrecord.ledger.noting import note
from onrecord.ledger.recounting import recounted

__all__ = ["Keeper", "note", "recounted"]
