"""Forecasts: what is expected, by whom, of whom, by when; which are one forecast."""

from collections.abc import Sequence

from onrecord.domain import Expectation, Forecast, Report
from onrecord.ledger.entries import Entry
from onrecord.ledger.forecasts.expecting import Expecting

__all__ = ["expectations", "joined"]


def expectations(report: Report) -> tuple[Expectation, ...]:
    """The forecasts that a report's words are, in text order."""
    return Expecting(report).expectations()


def joined(entries: Sequence[Entry]) -> tuple[Forecast, ...]:
    """The forecasts of a pile, each once, all of them open."""
    return ()
