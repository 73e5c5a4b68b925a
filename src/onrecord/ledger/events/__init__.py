"""Events: what a report tells as happening, and what is one event in several reports."""

from collections.abc import Sequence

from onrecord.domain import Event, Happening, Report
from onrecord.ledger.entries import Entry

__all__ = ["gathered", "happenings"]


def happenings(report: Report) -> tuple[Happening, ...]:
    """What a report tells as having happened, going on or being scheduled, in text order."""
    return ()


def gathered(entries: Sequence[Entry]) -> tuple[Event, ...]:
    """The events of a pile, each once."""
    return ()
