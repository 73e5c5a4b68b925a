"""Whose words a place of a report is in: the contents of its statements, looked up by offset."""

from __future__ import annotations

from bisect import bisect_right

from onrecord.domain import Report

_DEEP = 12  # contents looked back over: statements hold each other three deep at most


class Contents:
    """The contents of the statements of one report."""

    def __init__(self, report: Report) -> None:
        self._all = sorted(
            (span.start, span.end, index) for index, s in enumerate(report.statements) for span in s.content
        )
        self._starts = [start for start, _, _ in self._all]

    def at(self, start: int, end: int) -> int | None:
        """The place of the innermost statement whose content holds ``start:end`` (code points, half-open)."""
        last = bisect_right(self._starts, start)
        found = [(e - s, index) for s, e, index in self._all[max(0, last - _DEEP) : last] if end <= e]
        return min(found)[1] if found else None
