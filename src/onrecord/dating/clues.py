"""What a report's words say of the day that it was published on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.dating.timex import Timex
from onrecord.domain import Span

Kind = Literal["day", "full day", "weekday", "weekday of day", "month", "full month", "year", "site year"]
"""What is named: a day of a month, with its year or without; a weekday, by itself or of a day; a month; a year."""

MOST = 24
"""So many clues are used, the first of each kind and standing: a long feature adds no more than a short report."""

_PARTS: dict[str | None, int] = {"START": 2, "MID": 6, "END": 11}  # the month that stands for a part of a year
_SAME_DAY = re.compile(r"\b(?:later|earlier)(?: on)? \Z", re.IGNORECASE)
_LINES = 8  # lines with words in them that count as the head
_HEAD_WIDTH = 90  # code points of a line in which a dateline may stand
_SITE_YEAR = re.compile(r"(?:©|\(c\)|copyright)[^\n]{0,40}?(?<!\d)((?:19|20)\d\d)(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clue:
    """One thing that is named in a report, to be compared with each day that the report may be of.

    Args:
        kind: what is named.
        standing: how: ``head`` (in the dateline, or above the story), ``past``, ``future`` or "" (by tense and verb).
            For weekdays also ``first …`` (the first that the story names), ``wire`` (the first, not to come, of a
            story whose dateline has a day), ``agency`` (the same in agency copy), ``same`` ("later on Sunday"),
            ``step`` ("next Friday"); for months ``part`` (of a year) and ``last``; for years ``latest`` and ``ahead``.
        span: the words.
        year, month, day, weekday: the parts that ``kind`` is about; 0 for those that it is not. Monday is 1.
    """

    kind: Kind
    standing: str
    span: Span
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = 0

    @property
    def named(self) -> tuple[Kind, str, int, int, int, int]:
        """What is said, wherever it stands: said twice it says no more."""
        return self.kind, self.standing, self.year, self.month, self.day, self.weekday


def clues(text: str, times: Sequence[Timex], chrome: Sequence[Span], agency: bool = False) -> tuple[Clue, ...]:
    """The clues in a report, in the order of the text, each thing once.

    Args:
        text: the report.
        times: its time expressions, without those of its chrome.
        chrome: the site's own words; of these only a copyright line says something.
        agency: whether it is credited to a news agency, whose copy is of the day that it tells of.
    """
    found: dict[tuple[Kind, str, int, int, int, int], Clue] = {}
    uses: dict[tuple[str, str], int] = {}
    for clue in (*_of_times(text, times, chrome, agency), *_of_site(text, chrome)):
        if clue.named not in found:
            uses[clue.kind, clue.standing] = uses.get((clue.kind, clue.standing), 0) + 1
            if uses[clue.kind, clue.standing] <= MOST // 6 and len(found) < MOST:
                found[clue.named] = clue
    return tuple(sorted(found.values(), key=lambda clue: clue.span.start))


def _of_times(text: str, times: Sequence[Timex], chrome: Sequence[Span], agency: bool) -> Iterator[Clue]:
    head = head_end(text, chrome)
    weekdays: set[int] = set()
    wire = any(_is_dateline(text, time, head) for time in times)
    own_day = "wire" if wire else "agency" if agency else ""
    latest: Clue | None = None
    ahead: Clue | None = None
    for time in times:
        if time.value is not None and not (time.year or time.month):
            continue
        if time.quoted or time.type not in ("DATE", "TIME"):
            continue  # in a quotation it is counted from when that was said
        way: str = time.direction or ""
        at_head = time.span.start < head and _stands_at_head(text, time.span)
        if time.month and time.day:
            if time.shift is not None:
                continue
            if time.year:
                yield Clue("full day", "head" if at_head else way, time.span, time.year, time.month, time.day)
            else:
                if not at_head and _is_deadline(text, time.span):
                    way = "deadline"
                yield Clue("day", "head" if at_head else way, time.span, 0, time.month, time.day)
                if time.weekday:
                    yield Clue("weekday of day", "", time.span, 0, time.month, time.day, time.weekday)
        elif time.weekday and time.shift is None:
            if time.weekday not in weekdays:
                standing = way if weekdays else f"first {way}".strip()
                if own_day and way != "future":
                    standing, own_day = own_day, ""
                if time.step:
                    standing = "step"
                elif _SAME_DAY.search(text, max(0, time.span.start - 15), time.span.start):
                    standing = "same"
                weekdays.add(time.weekday)
                yield Clue("weekday", standing, time.span, weekday=time.weekday)
        elif time.month and time.shift is None:
            if time.year:
                yield Clue("full month", way, time.span, time.year, time.month)
            else:
                yield Clue("month", "last" if (time.step or 0) < 0 else way, time.span, 0, time.month)
        elif time.year and time.shift is None and not time.day:
            if _is_part_gone_by(time):
                yield Clue("full month", "part", time.span, time.year, _PARTS[time.modifier])
            if way == "future":
                if ahead is None or time.year < ahead.year:
                    ahead = Clue("year", "ahead", time.span, time.year)
            elif latest is None or time.year > latest.year:
                latest = Clue("year", "latest", time.span, time.year)
    parts = {time.span for time in times if _is_part_gone_by(time)}
    yield from (clue for clue in (latest, ahead) if clue is not None and clue.span not in parts)


def _is_deadline(text: str, span: Span) -> bool:
    """Whether a day is named as a deadline, of which reports speak when it is near."""
    before, after = max(0, span.start - 40), span.end + 12
    return bool(_DEADLINE_BEHIND.match(text, span.end, after) or _DEADLINE_BEFORE.search(text, before, span.start))


def _is_part_gone_by(time: Timex) -> bool:
    """Whether it is a part of a year as one speaks of it when it has gone by: "late 2007", not "the end of 2007"."""
    return time.modifier in _PARTS and time.span.text.lower().startswith(("early", "mid", "late"))


def _is_dateline(text: str, time: Timex, head: int) -> bool:
    """Whether it is a day of a month in the dateline."""
    return bool(time.month and time.day and time.span.start < head) and _stands_at_head(text, time.span)


def _of_site(text: str, chrome: Sequence[Span]) -> Iterator[Clue]:
    """The years of copyright lines: when the page was taken from the site, which is not before it was published."""
    found = []
    for span in chrome:
        for match in _SITE_YEAR.finditer(span.text[:4000]):
            start = span.start + match.start(1)
            found.append(Clue("site year", "", Span.of(text, start, start + 4), int(match[1])))
    if found:
        yield max(found, key=lambda clue: clue.year)


def head_end(text: str, chrome: Sequence[Span]) -> int:
    """Where the head of a report ends: its first lines with words in them that are not the site's."""
    hidden = {span.start for span in chrome}
    end = seen = 0
    for match in re.finditer(r"[^\r\n]+", text[:6000]):
        if match.start() in hidden or not match.group().strip():
            continue
        end = match.start() + min(len(match.group()), _HEAD_WIDTH)
        seen += 1
        if seen == _LINES:
            break
    return end


_DEADLINE_BEHIND = re.compile(r"(?:['’]s)?\s(?:deadline|cut-?off|expiry)\b", re.IGNORECASE)
_DEADLINE_BEFORE = re.compile(
    r"\b(?:deadline|ultimatum|cut-?off(?: date)?|expir(?:y|es|ed|ing))\s(?:is |was |falls |set |of |on |for |by )*\Z",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"[ \t]*(?:[A-ZÀ-Þ][\w.'’/ -]{0,50},?\ ?\(?)?(?:, [A-ZÀ-Þ][\w.]{0,20},? )?\Z")
_PUBLISHED = re.compile(r"(?i)\b(?:published|posted|issued|updated|first published|date)\b[ :on]*\Z")
_AFTER = re.compile(r"[.,)]?\s?(?:[-–—(/:|·•]|$|\d{1,2}[:.]\d\d)")


def _stands_at_head(text: str, span: Span) -> bool:
    """Whether a day stands where a dateline or a line with the day of publication has it."""
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    if span.start - start > _HEAD_WIDTH:
        return False
    ends = [at for at in (text.find("\n", span.end), text.find("\r", span.end)) if at >= 0]
    line_end = min(ends, default=len(text))
    before, after = text[start : span.start], text[span.end : min(line_end, span.end + 30)]
    if not _AFTER.match(after):
        return False
    return not before.strip() or _PUBLISHED.search(before) is not None or _BEFORE.match(before) is not None
