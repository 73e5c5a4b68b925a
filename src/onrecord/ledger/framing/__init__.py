"""Framing: what actors and outlets call the same thing."""

from collections.abc import Sequence

from onrecord.domain import Frame, Naming, Report
from onrecord.ledger.entries import Entry

__all__ = ["frames", "namings"]


def namings(report: Report) -> tuple[Naming, ...]:
    """Words of a report for things that others name otherwise, in text order."""
    return ()


def frames(entries: Sequence[Entry]) -> tuple[Frame, ...]:
    """The wordings of a pile for the same things, counted."""
    return ()
