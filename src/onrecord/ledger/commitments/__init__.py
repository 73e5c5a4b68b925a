"""Commitments: what actors declare that they will do; which declarations are one commitment."""

from collections.abc import Sequence

from onrecord.domain import Commitment, Declaration, Report
from onrecord.ledger.commitments.declaring import Declaring
from onrecord.ledger.entries import Entry

__all__ = ["declarations", "joined"]


def declarations(report: Report) -> tuple[Declaration, ...]:
    """The commitments that a report's words are, in text order."""
    return Declaring(report).declarations()


def joined(entries: Sequence[Entry]) -> tuple[Commitment, ...]:
    """The commitments of a pile, each once, all of them open."""
    return ()
