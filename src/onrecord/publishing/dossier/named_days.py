"""Named days: what a report names ahead of itself ("a vote set for May 9"), with the sentence that does.

Only what lies wholly after the report's own day counts, so a report that is not dated names none. Whether the thing
came about is for other reports to tell.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from onrecord.domain import DateEstimate, Report
from onrecord.publishing.dossier import wording
from onrecord.publishing.dossier.when import When, stretch
from onrecord.statements.sentences import sentence_bounds

if TYPE_CHECKING:
    from onrecord.publishing.dossier.survey import ReportRow

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?\Z")
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?\Z")
_OR = re.compile(r",?\s+(?:or|and/or)\s+(?:(?:on|by|in)\s+)?\Z")

_YEAR = re.compile(r"\b\d{4}\b")
_DAY_OF_MONTH = re.compile(
    r"(?=.*\d).*\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)", re.IGNORECASE | re.DOTALL
)
_ONE_YEAR = timedelta(days=60)
"""In reports that can't be further apart than this, "May 9" is a day of one year."""

_LONGEST_SIDE = 220
"""Code points of the sentence shown on either side of the words that name the day."""


@dataclass(frozen=True, slots=True)
class NamedDay:
    """Words of a report that name a day (a weekend, week or month) ahead, in their sentence.

    ``words`` stand between ``before`` and ``after``; ``anchor`` is where they are, from the dossier's
    root, ``range`` where in the report's text, half-open.
    """

    report: ReportRow
    time: When
    before: str
    words: str
    after: str
    anchor: str
    range: tuple[int, int]


class _Named(NamedTuple):
    """Where the words are, half-open, and the first and last day that each expression in them names."""

    start: int
    end: int
    days: tuple[tuple[date, date], ...]


def named_days(report: Report, row: ReportRow) -> Iterator[NamedDay]:
    """The days ahead that ``report`` names, in the order of its text."""
    for named in _ahead(report):
        low, high = sentence_bounds(report.text, named.start, named.end)
        words = report.text[named.start : named.end]
        yield NamedDay(
            row,
            _when(named, words, report.published),
            _last_part(report.text[low : named.start]),
            " ".join(words.split()),
            _first_part(report.text[named.end : high]),
            f"{row.page}#{time_anchor(named.start, named.end)}",
            (named.start, named.end),
        )


def named_ranges(report: Report) -> list[tuple[int, int]]:
    """Where the words are that name days ahead, half-open ranges in the order of the text."""
    return [(named.start, named.end) for named in _ahead(report)]


def time_anchor(start: int, end: int) -> str:
    """Where in its report's page the words are that name a day, or that the report is dated by."""
    return f"t-{start}-{end}"


def days_of(value: str) -> tuple[date, date] | None:
    """The first and the last day of a TIMEX3 value no longer than a month; None for anything else."""
    try:
        if found := _DAY.match(value):
            day = date(int(found[1]), int(found[2]), int(found[3]))
            return day, day
        if found := _MONTH.match(value):
            year, month = int(found[1]), int(found[2])
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        if found := _WEEK.match(value):
            year, week = int(found[1]), int(found[2])
            first = date.fromisocalendar(year, week, 6 if found[3] else 1)
            return first, date.fromisocalendar(year, week, 7)
    except ValueError:
        pass
    return None


def _ahead(report: Report) -> list[_Named]:
    """Expressions whose days lie after the report's; those joined by "or" are one."""
    day = report.published.best or report.published.latest
    if day is None:
        return []
    found: list[_Named] = []
    for time in sorted(report.times, key=lambda one: one.span):
        days = days_of(time.value) if time.type in ("DATE", "TIME") else None
        if days is None or days[0] <= day:
            continue
        start, end = time.span.start, time.span.end
        before = found[-1] if found else None
        if before is not None and start < before.end:
            continue  # within the words of another
        if before is not None and _OR.match(report.text, before.end, start) and days != before.days[-1]:
            found[-1] = _Named(before.start, end, (*before.days, days))
        else:
            found.append(_Named(start, end, (days,)))
    return found


def _when(named: _Named, words: str, published: DateEstimate) -> When:
    first, last = min(low for low, _ in named.days), max(high for _, high in named.days)
    single = sorted({low for low, high in named.days if low == high})
    if len(single) == len(named.days) > 1:
        return When(wording.either(single), None, first, last, tuple(single))
    return stretch(first, last, doubt="" if _is_certain(words, published) else wording.doubt(published))


def _is_certain(words: str, published: DateEstimate) -> bool:
    """Whether the words name the same day on whichever day in question the report was published."""
    first, last = published.earliest, published.latest
    if (first is not None and first == last) or _YEAR.search(words):
        return True
    near = first is not None and last is not None and last - first <= _ONE_YEAR
    return near and _DAY_OF_MONTH.search(words) is not None


def _last_part(text: str) -> str:
    """The end of ``text`` on one line, cut at a word."""
    line = " ".join(text.split())
    if len(line) > _LONGEST_SIDE:
        line = "… " + line[-_LONGEST_SIDE:].partition(" ")[2]
    return f"{line} " if text[-1:].isspace() else line


def _first_part(text: str) -> str:
    """The beginning of ``text`` on one line, cut at a word."""
    line = " ".join(text.split())
    if len(line) > _LONGEST_SIDE:
        line = line[:_LONGEST_SIDE].rpartition(" ")[0] + " …"
    return f" {line}" if text[:1].isspace() else line
