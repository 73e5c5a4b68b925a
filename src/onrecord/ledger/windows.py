"""By when: the time that the words of a commitment or forecast name, as days.

The words hold a report's time expressions and what stands before them ("by", "within", "on … or …"), so that they can
be read again when the pile gives the report another date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from onrecord.actors.tokens import Tokens
from onrecord.dating import interval
from onrecord.domain import UNKNOWN_DATE, DateCandidate, DateEstimate, DateReason, Report, Span, TimeExpression
from onrecord.tagging import datelines

_LEADS = re.compile(
    r"(?<!\w)(?:(?:not?\s+(?:earlier|sooner)\s+than|(?:much\s+|far\s+)?(?:earlier|sooner)\s+than"
    r"|no\s+later\s+than|not\s+later\s+than|as\s+early\s+as|as\s+soon\s+as|at\s+the\s+end\s+of|by\s+the\s+end\s+of"
    r"|on\s+or\s+before|starting|beginning|effective|as\s+of|prior\s+to|ahead\s+of|by|before|until|till|within|in|on|at|during|over|after|from|since"
    r"|through|for|early|late|next|this|the|either|about|around)\s+)+\Z",
    re.IGNORECASE,
)
# "Before the vote on 9 June": the day is the vote's, which is not what will be done.
_EVENT = re.compile(r"\b(?:before|by|until|after|ahead of|prior to)\s+(?:[\w’'-]+\s+){1,4}\Z", re.IGNORECASE)
_UNLESS = re.compile(r"unless\b", re.IGNORECASE)
_FOR = re.compile(r"\bfor\s+(?:the\s+)?\Z", re.IGNORECASE)
_BY_LATER = re.compile(r"\s+(?:by|before|no\s+later\s+than|within)\b", re.IGNORECASE)
_YEAR_LEAD = re.compile(r"\b(?:in|by|before|until|since|from|after|during|through|early|late)\s+\Z", re.IGNORECASE)
_JOIN = re.compile(
    r"\s*(?:,\s*)?(?:or|and|to|through|until|-|–|—)\s*(?:on\s+|by\s+|early\s+|late\s+)?\Z", re.IGNORECASE
)
_UP_TO = re.compile(
    r"\b(?:by|before|until|till|no\s+later\s+than|prior\s+to|ahead\s+of|not\s+later\s+than|within|over)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:before|prior\s+to|ahead\s+of|(?<!no )(?<!not )(?:earlier|sooner)\s+than)\b", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:after|from|since|starting|beginning|effective|as\s+of|as\s+early\s+as|not?\s+(?:earlier|sooner)\s+than)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b\d{4}\b")
_NAMELESS = re.compile(
    r"\b(?:by|before|until|within|ahead\s+of|upon)\s+(?:(?:the|that|this|a|an|its|their|his)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:deadline|cut-?off|expiry|due\s+date|time\s+limit|target\s+date)\b",
    re.IGNORECASE,
)
_OF_DEADLINE = re.compile(r"\s+(?:[\w-]+\s+){0,2}?(?:deadline|cut-?off|due\s+date)\b|['’]s\s+deadline\b", re.IGNORECASE)
_DEADLINE_OF = re.compile(
    r"\b(?:deadline|cut-?off|due\s+date)\s+(?:of|on|for|is|was|by|,)?\s*(?:on\s+|by\s+)?\Z", re.IGNORECASE
)
_LASTING = re.compile(r"\b(?:within|in|over|after|by)\s", re.IGNORECASE)
_DURATION = re.compile(r"P(?:T)?(\d+(?:\.\d+)?)(DE|CE|[YMWDHQ])\Z")
_DAYS = {"D": 1.0, "W": 7.0, "M": 30.5, "Q": 91.5, "Y": 365.25, "DE": 3652.5, "H": 1 / 24, "CE": 36525.0}
_VAGUE = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


def window_words(report: Report, tokens: Tokens, first: int, last: int) -> Span | None:
    """The words among tokens ``first:last`` that say by when, None where none do.

    The first time expression that is no mere length of time, with its preposition and those that "or" joins to it; else
    words such as "by the deadline".
    """
    if first >= last:
        return None
    low, high = tokens[first].start, tokens[last - 1].end
    for joined in _joined(report, low, high):
        time = joined[0]
        lead = _LEADS.search(report.text, max(low, time.span.start - 40), time.span.start)
        start = lead.start() if lead else time.span.start
        event = _EVENT.search(report.text, max(low, start - 60), start)
        if event is not None and lead is not None and lead[0].strip().casefold() in ("on", "in", "of", "at"):
            start = event.start()
        within = _DURATION.match(time.value) and lead is not None and _LASTING.search(lead[0])
        if (_is_length(time) and not within) or all(_is_over(report, each) for each in joined):
            continue
        if _FOR.search(report.text, max(low, time.span.start - 12), time.span.start) and _BY_LATER.match(
            report.text, joined[-1].span.end, high
        ):
            continue  # "the dues for this year by the end of July"
        return Span.of(report.text, start, joined[-1].span.end)
    nameless = _NAMELESS.search(report.text, low, high)
    return Span.of(report.text, *nameless.span()) if nameless else None


def _joined(report: Report, low: int, high: int) -> Iterator[list[TimeExpression]]:
    """The time expressions in ``low:high`` that may say by when, those together that "or" and the like join."""
    found: list[TimeExpression] = []
    heads = _heads(report.text)
    for time in report.times:
        if any(start <= time.span.start < end for start, end in heads):
            continue  # the day of a dateline is the report's
        if not (low <= time.span.start and time.span.end <= high and _counts(report.text, time, low)):
            continue
        if found and not _JOIN.fullmatch(report.text, found[-1].span.end, time.span.start):
            yield found
            found = []
        found.append(time)
    if found:
        yield found


@lru_cache(maxsize=4)
def _heads(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(datelines(text))


def _counts(text: str, time: TimeExpression, low: int) -> bool:
    """Whether an expression may say by when: no set, no "now", no age and no year that belongs to a name."""
    lead = _LEADS.search(text, max(low, time.span.start - 40), time.span.start)
    by = lead is not None and _UP_TO.search(lead[0]) is not None
    if (
        text[time.span.end : time.span.end + 2] in ("'s", "’s") or (time.type == "DATE" and len(time.value) < 4)
    ) and not by:
        return False
    if re.fullmatch(r"(?:the\s)?\d{4}", time.span.text) and not _YEAR_LEAD.search(
        text, max(low, time.span.start - 12), time.span.start
    ):
        return False
    return time.type != "SET" and time.value not in _VAGUE and not time.span.text.casefold().startswith(("ago", "last"))


def _is_over(report: Report, time: TimeExpression) -> bool:
    """Whether an expression names days that had passed when the report was published."""
    days, first = interval(time.value), report.published.earliest
    return days is not None and first is not None and days[1] < first


def _is_length(time: TimeExpression) -> bool:
    return time.type == "DURATION"


def days_meant(report: Report, words: Span | None) -> DateEstimate:
    """The days that such words mean, by the report's time expressions as they are resolved; unknown where they are not.

    "By" and "before" leave the first day open, "after" the last. "Within" counts from the report's own day. A
    "deadline" without a day is the one that the report gives a day, if it gives one day only.
    """
    if words is None:
        return UNKNOWN_DATE
    times = [t for t in report.times if words.start <= t.span.start and t.span.end <= words.end]
    lead = words.text
    if not times:
        times = _deadlines(report)
        if len({time.value for time in times}) != 1:
            return UNKNOWN_DATE
    bounds = [days for time in times if (days := _days(report, time)) is not None]
    if len(bounds) < len(times) or not bounds:
        return UNKNOWN_DATE
    if _are_over(report, bounds):
        if _YEAR.search(words.text) or any(time.type == "DURATION" for time in times):
            return UNKNOWN_DATE
        bounds = [(_later(low), _later(high)) for low, high in bounds]  # of next year, then
        if _are_over(report, bounds):
            return UNKNOWN_DATE
    first, last = min(low for low, _ in bounds), max(high for _, high in bounds)
    reason = (DateReason("the report names the time", "text", times[0].span),)
    said = (
        report.text[words.start : max(words.start, times[0].span.start)] if times[0].span.start >= words.start else lead
    )
    if _BEFORE.search(said) and not _EVENT.search(said.rstrip() + " "):
        return DateEstimate(latest=_moved(first, -1), reasons=reason)
    if _UP_TO.search(said):
        return DateEstimate(latest=last, reasons=reason)
    if _FROM.search(said):
        return DateEstimate(earliest=first, reasons=reason)
    if first == last:
        return DateEstimate.known(first, reason[0])
    single = [days for days in bounds if days[0] == days[1]]
    if len(single) == len(bounds) and len(bounds) < 4:
        share = round(1 / len(single), 4)
        return DateEstimate(None, first, last, tuple(DateCandidate(day, share) for day, _ in sorted(single)), reason)
    return DateEstimate(earliest=first, latest=last, reasons=reason)


def deadline_meant(report: Report, words: Span | None, condition: Span | None) -> DateEstimate:
    """The days that the words of a commitment mean.

    "Within ten days" of what is done on a condition counts from when it comes about, and so from no day that is known.
    """
    if words is not None and condition is not None and not (condition.start <= words.start < condition.end):
        times = [t for t in report.times if words.start <= t.span.start and t.span.end <= words.end]
        if times and all(_is_length(time) for time in times) and not _UNLESS.match(condition.text):
            return UNKNOWN_DATE
    return days_meant(report, words)


def _are_over(report: Report, bounds: Sequence[tuple[date, date]]) -> bool:
    """Whether all days had passed on the report's own day, where that is known."""
    day = report.published.best
    return day is not None and all(high < day for _, high in bounds)


def _later(day: date) -> date:
    """The same day of the next year; the last one of February for its 29th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day if day.year >= date.max.year else day.replace(year=day.year + 1, day=28)


def _days(report: Report, time: TimeExpression) -> tuple[date, date] | None:
    if time.type != "DURATION":
        return _narrowed(interval(time.value), time.modifier)
    length = _DURATION.match(time.value)
    reference = report.published.best
    if length is None or reference is None:
        return None
    end = _moved(reference, round(float(length[1]) * _DAYS[length[2]]))
    return None if end is None else (end, end)


def _narrowed(days: tuple[date, date] | None, modifier: str | None) -> tuple[date, date] | None:
    """ "Early", "mid" and "late": the first, second and last third of a month or year."""
    if days is None or modifier not in ("START", "MID", "END"):
        return days
    first, last = days
    third = (last - first + timedelta(days=1)) / 3
    if modifier == "START":
        return first, first + third - timedelta(days=1)
    if modifier == "MID":
        return first + third, last - third
    return last - third + timedelta(days=1), last


def _moved(day: date, by: int) -> date | None:
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return None


def _deadlines(report: Report) -> list[TimeExpression]:
    """The time expressions that the report itself calls a deadline: "the May 3 deadline"."""
    text = report.text
    return [
        time
        for time in report.times
        if _OF_DEADLINE.match(text, time.span.end, time.span.end + 40)
        or _DEADLINE_OF.search(text, max(0, time.span.start - 30), time.span.start)
    ]
