"""The dates in what the ledger is made of, counted again from another date of the report."""

from __future__ import annotations

from dataclasses import replace

from onrecord.domain import Report
from onrecord.ledger.commitments import declarations
from onrecord.ledger.events import happenings
from onrecord.ledger.forecasts import expectations


def recounted(report: Report) -> Report:
    """The report as ``note`` would leave it had it been of this date from the beginning.

    Its times and statements must have been counted again. What is found does not depend on the date, when it is of
    does; acts, stances and namings have none.
    """
    if not report.tagged:
        return report
    return replace(
        report,
        happenings=happenings(report),
        declarations=declarations(report),
        expectations=expectations(report),
    )
