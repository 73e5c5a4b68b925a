"""The dates in what the ledger is made of, counted again from another date of the report."""

from __future__ import annotations

from dataclasses import replace

from onrecord.domain import Report
from onrecord.ledger.days import Days
from onrecord.ledger.events.dating import dated
from onrecord.ledger.windows import days_meant, deadline_meant


def recounted(report: Report) -> Report:
    """The report with the days of its happenings, deadlines and windows counted from the date that it has now.

    Its times and statements must have been counted again. What is found does not depend on the date, when it is of
    does; acts, stances and namings have none. Nothing is looked for anew, since the mentions are gone by then.
    """
    if not report.tagged:
        return report
    days = Days(report)
    return replace(
        report,
        happenings=tuple(dated(one, days, report.published) for one in report.happenings),
        declarations=tuple(
            replace(one, deadline=deadline_meant(report, one.deadline_words, one.condition))
            for one in report.declarations
        ),
        expectations=tuple(replace(one, window=days_meant(report, one.window_words)) for one in report.expectations),
    )
