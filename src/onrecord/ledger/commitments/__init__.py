"""Commitments: what actors declare that they will do; which declarations are one commitment."""

from onrecord.domain import Declaration, Report
from onrecord.ledger.commitments.declaring import Declaring
from onrecord.ledger.commitments.joining import joined

__all__ = ["declarations", "joined"]


def declarations(report: Report) -> tuple[Declaration, ...]:
    """The commitments that a report's words are, in text order."""
    return Declaring(report).declarations()
