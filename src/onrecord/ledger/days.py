"""The days that words of a report mean, given what is known of the report's own day.

Where a report's day is known, its times carry values. Where it is one of several, each of these gives the words
another value, and what comes out is a stretch with candidates. The method is that of ``statements.said_on``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from onrecord.dating import find, interval, resolve
from onrecord.domain import UNKNOWN_DATE, DateCandidate, DateEstimate, DateReason, Report, Span, TimeExpression

_MOST_CANDIDATES = 8
_JOIN = re.compile(
    r"\s*(?:,\s*)?(?:or|and|to|through|until|-|–|—)\s*(?:on\s+|by\s+|early\s+|late\s+)?\Z", re.IGNORECASE
)
_NAMED = "the report names the time"


class Days:
    """The calendar of one report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._times = sorted(report.times, key=lambda time: time.span)
        self._starts = [time.span.start for time in self._times]

    def within(self, low: int, high: int) -> list[TimeExpression]:
        """The time expressions in ``low:high`` that name days, whether or not these are known."""
        at = bisect_left(self._starts, low)
        found = []
        while at < len(self._times) and self._starts[at] < high:
            time = self._times[at]
            if time.span.end <= high and _names_days(time):
                found.append(time)
            at += 1
        return found

    def all_within(self, low: int, high: int) -> list[TimeExpression]:
        """The time expressions of any kind that begin in ``low:high``."""
        return self._times[bisect_left(self._starts, low) : bisect_left(self._starts, high)]

    def sets_within(self, low: int, high: int) -> bool:
        """Whether ``low:high`` says how often something is."""
        return any(time.type == "SET" for time in self.all_within(low, high))

    def joined(self, times: Sequence[TimeExpression], place: int) -> Span:
        """The words of ``times[place]`` with those that "or", "and" or "to" join to it."""
        start, end = times[place].span.start, times[place].span.end
        for later in times[place + 1 :]:
            if not _JOIN.fullmatch(self._report.text, end, later.span.start):
                break
            end = later.span.end
        for earlier in reversed(times[:place]):
            if not _JOIN.fullmatch(self._report.text, earlier.span.end, start):
                break
            start = earlier.span.start
        return Span.of(self._report.text, start, end)

    def of(self, words: Span) -> DateEstimate:
        """The days that the time expressions in ``words`` mean; unknown where that depends on what is not known."""
        times = self.within(words.start, words.end)
        if not times:
            return UNKNOWN_DATE
        reason = (DateReason(_NAMED, "text", times[0].span),)
        known = [days for time in times if (days := interval(time.value)) is not None]
        if len(known) == len(times):
            return _estimate([(DateCandidate(known[0][0], 1.0), known)], reason)
        found = []
        for candidate, values in self._by_candidate:
            named = [interval(values[time.span]) for time in times if time.span in values]
            whole = [one for one in named if one is not None]
            if len(whole) == len(times):
                found.append((candidate, whole))
        return _estimate(found, reason) if found else UNKNOWN_DATE

    @cached_property
    def _by_candidate(self) -> list[tuple[DateCandidate, dict[Span, str]]]:
        """The values of the report's times on each of the days that it may be of."""
        candidates = sorted(self._report.published.candidates, key=lambda c: (-c.weight, c.value))[:_MOST_CANDIDATES]
        if not candidates or self._report.published.best is not None:
            return []
        found = find(self._report.text, [(span.start, span.end) for span in self._report.chrome])
        return [(c, {time.span: time.value for time in resolve(found, c.value)}) for c in candidates]


def _names_days(time: TimeExpression) -> bool:
    return (
        time.type in ("DATE", "TIME")
        and not time.value.endswith("_REF")
        and (time.value[:1].isdigit() or "X" in time.value)
    )


def _estimate(
    found: Sequence[tuple[DateCandidate, Sequence[tuple[date, date]]]], reason: tuple[DateReason, ...]
) -> DateEstimate:
    """One estimate from the stretches that each candidate of the report's day gives."""
    stretches = [days for _, several in found for days in several]
    first, last = min(low for low, _ in stretches), max(high for _, high in stretches)
    if first == last:
        return DateEstimate.known(first, reason[0])
    if any(low != high for low, high in stretches):
        return DateEstimate(earliest=first, latest=last, reasons=reason)
    weights: dict[date, float] = {}
    for candidate, several in found:
        for day, _ in several:
            weights[day] = weights.get(day, 0.0) + candidate.weight / len(several)
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    candidates = tuple(DateCandidate(day, round(weight, 4)) for day, weight in ranked)
    clear = len(ranked) == 1 or ranked[0][1] > 1.5 * ranked[1][1]
    return DateEstimate(ranked[0][0] if clear and len(found) > 1 else None, first, last, candidates, reason)


def no_later(published: DateEstimate) -> DateEstimate:
    """What is known of the day of something that a report tells as past: not after the report."""
    latest = published.best or published.latest
    return UNKNOWN_DATE if latest is None else DateEstimate(latest=latest)
