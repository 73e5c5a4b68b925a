"""Events: what a report tells as happening, and what is one event in several reports."""

from onrecord.ledger.events.finding import happenings
from onrecord.ledger.events.gathering import gathered

__all__ = ["gathered", "happenings"]
