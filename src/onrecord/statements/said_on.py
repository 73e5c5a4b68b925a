"""The date on which each statement was made, as a day, an interval, or no later than the report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from onrecord.dating import Timex, interval, resolve
from onrecord.domain import UNKNOWN_DATE, DateCandidate, DateEstimate, DateReason, Report, Statement
from onrecord.statements.moments import Moment, moments

_NOT_NOW = re.compile(
    r"\b(?:has|have|had|’ve|'ve|earlier|previously|once|long|repeatedly|always|often|used to|in the past|formerly)\b",
    re.I,
)
_AROUND_CUE = 20  # code points
_MOST_CANDIDATES = 8
_FAR = 3  # paragraphs over which a person's words go on
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=[ \t]*\S)")
_GOING_ON = 0.9  # how much of the weight of a day stays where the statement itself does not name it; see docs/dating.md


def with_said_on(report: Report, times: Sequence[Timex]) -> Report:
    """``report`` with the date of every statement.

    A day that the statement's frame names is believed, counted from the report's date; where that date is uncertain,
    each of its candidates gives one of the statement's. What the same speaker goes on to say is of the same day. Where
    nothing is named, a statement was made no later than it was published.

    Args:
        report: with speakers resolved; ``published`` is what is known of its date.
        times: what ``dating.find`` yields for its text.
    """
    own = moments(report.text, report.statements, times)
    named = _inherited(report.text, report.statements, own, times)
    calendar = _Calendar(report.published, times)
    return replace(
        report,
        statements=tuple(
            replace(statement, said_on=calendar.said_on(moment))
            for statement, moment in zip(report.statements, named, strict=True)
        ),
    )


def _inherited(
    text: str, statements: Sequence[Statement], own: Sequence[Moment | None], times: Sequence[Timex]
) -> tuple[Moment | None, ...]:
    """Moments, with those of the same speaker's other statements for what goes on from them.

    What a speaker "had earlier said", "has repeatedly said" or believes is of another day or of none. Only a day is
    passed on: behind what somebody said "in June" the report returns to its own time.
    """
    found = list(own)
    last: dict[str, tuple[Moment, int]] = {}
    for index, statement in enumerate(statements):
        if statement.speaker is None:
            continue
        moment, key = own[index], statement.speaker.id
        if moment is None and key in last and _goes_on(text, statement):
            before, end = last[key]
            if _paragraphs(text, end, statement) <= (_FAR if statement.speaker.kind == "person" else 1):
                found[index] = moment = replace(before, inherited=True)
        if moment is not None and _is_day(times[moment.time]):
            last[key] = moment, statement.content[-1].end
        elif moment is not None:
            last.pop(key, None)
    for index in range(len(statements) - 2, -1, -1):  # the sentence before the one that names the day
        one, other, following = statements[index], statements[index + 1], found[index + 1]
        if found[index] is not None or one.speaker is None or other.speaker is None or following is None:
            continue
        same = one.speaker.id == other.speaker.id and not following.inherited and not following.since
        same = same and _is_day(times[following.time])
        if (
            same
            and _goes_on(text, one)
            and _goes_on(text, other)
            and _paragraphs(text, one.content[-1].end, other) <= 1
        ):
            found[index] = replace(following, inherited=True)
    return tuple(found)


def _is_day(time: Timex) -> bool:
    return time.is_day or time.part is not None or (time.unit == "D" and time.shift is not None)


def _paragraphs(text: str, end: int, statement: Statement) -> int:
    """How many paragraphs end between a place and a statement."""
    return len(_PARAGRAPH.findall(text, end, max(end, statement.content[0].start)))


def _goes_on(text: str, statement: Statement) -> bool:
    return statement.mode in ("speech", "writing") and not _of_another_day(text, statement)


def _of_another_day(text: str, statement: Statement) -> bool:
    if statement.cue is None:
        return False
    low = max(0, statement.cue.start - _AROUND_CUE)
    if statement.source is not None and statement.source.end <= statement.cue.start:
        low = max(low, statement.source.end)
    return _NOT_NOW.search(text, low, statement.cue.end) is not None


class _Calendar:
    """A report's time expressions on each of the days that it may have been published."""

    def __init__(self, published: DateEstimate, times: Sequence[Timex]) -> None:
        self._published, self._times = published, times
        candidates = sorted(published.candidates, key=lambda c: (-c.weight, c.value))[:_MOST_CANDIDATES]
        if not candidates and published.best is not None:
            candidates = [DateCandidate(published.best, 1.0)]
        self._candidates = candidates
        self._values = lru_cache(maxsize=None)(lambda reference: tuple(t.value for t in resolve(times, reference)))

    def said_on(self, moment: Moment | None) -> DateEstimate:
        latest = self._published.latest
        if moment is None:
            return DateEstimate(latest=latest) if latest else UNKNOWN_DATE
        span = self._times[moment.time].span
        if moment.since:
            said = "said after this"
        else:
            said = "goes on from what was said on this day" if moment.inherited else "the report names the day"
        reason = DateReason(said, "text", span)
        found = [(c, days) for c in self._candidates if (days := self._days(moment.time, c.value))]
        if not self._candidates and (days := self._days(moment.time, None)):
            found = [(DateCandidate(days[1], 1.0), days)]
        if not found:
            return DateEstimate(latest=latest) if latest else UNKNOWN_DATE
        bounds = [days for _, days in found]
        edges = (edge for edge in (self._published.earliest, self._published.latest) if edge is not None)
        bounds.extend(days for edge in edges if (days := self._days(moment.time, edge)))
        first, last = min(b[0] for b in bounds), max(b[1] for b in bounds)
        if moment.since:
            return DateEstimate(earliest=first, latest=latest, reasons=(reason,))
        if any(a != b for _, (a, b) in found):
            return DateEstimate(earliest=first, latest=last, reasons=(reason,))
        weights: dict[date, float] = {}
        for candidate, (day, _) in found:
            weights[day] = weights.get(day, 0.0) + candidate.weight
        share = _GOING_ON if moment.inherited else 1.0
        ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
        candidates = tuple(DateCandidate(day, round(weight * share, 4)) for day, weight in ranked)
        if moment.inherited:  # probably of that day, certainly not of a later one than the report
            return DateEstimate(ranked[0][0], None, latest or last, candidates, (reason,))
        return DateEstimate(ranked[0][0], first, last, candidates, (reason,))

    def _days(self, time: int, reference: date | None) -> tuple[date, date] | None:
        """The days that an expression covers, up to the day of the report; None if it lies ahead or covers none."""
        days = interval(self._values(reference)[time])
        if days is None or (reference is not None and days[0] > reference):
            return None
        return (days[0], min(days[1], reference)) if reference is not None else days
