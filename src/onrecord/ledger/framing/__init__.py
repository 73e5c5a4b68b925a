"""Framing: what actors and outlets call the same thing."""

from onrecord.ledger.framing.frames import frames
from onrecord.ledger.framing.namings import namings

__all__ = ["frames", "namings"]
