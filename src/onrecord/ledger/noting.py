"""One report in, the same report out with all that the ledger is made of."""

from __future__ import annotations

from dataclasses import replace

from onrecord.domain import Report
from onrecord.ledger.acts import coded
from onrecord.ledger.clauses import clauses
from onrecord.ledger.commitments import declarations
from onrecord.ledger.events import happenings
from onrecord.ledger.forecasts import expectations
from onrecord.ledger.framing import namings
from onrecord.ledger.outcomes import tellings
from onrecord.ledger.positions import stances
from onrecord.tagging import Syntax


def note(report: Report, syntax: Syntax) -> Report:
    """Fill in acts (also of statements), happenings, declarations, expectations, stances and namings.

    The report's times, mentions, statements, speakers and citations must have been found. ``syntax`` is the grammar of
    its words, less chrome and datelines. Reports of which the language is not read come back as they are.
    """
    if not report.tagged:
        return report
    clauses(report, syntax)  # once for all that ask below
    report = coded(report)
    return replace(
        report,
        happenings=happenings(report),
        declarations=declarations(report),
        expectations=expectations(report),
        stances=stances(report),
        namings=namings(report),
        tellings=tellings(report),
    )
