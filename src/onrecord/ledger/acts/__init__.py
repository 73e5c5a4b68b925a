"""Acts: what statements and events do, in PLOVER's codes."""

from onrecord.domain import Report

__all__ = ["coded"]


def coded(report: Report) -> Report:
    """The report with its acts, and those of its statements."""
    return report
