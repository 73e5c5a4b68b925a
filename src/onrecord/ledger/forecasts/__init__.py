"""Forecasts: what is expected, by whom, of whom, by when; which are one forecast."""

from onrecord.domain import Expectation, Report
from onrecord.ledger.forecasts.expecting import Expecting
from onrecord.ledger.forecasts.joining import joined

__all__ = ["expectations", "joined"]


def expectations(report: Report) -> tuple[Expectation, ...]:
    """The forecasts that a report's words are, in text order."""
    return Expecting(report).expectations()
