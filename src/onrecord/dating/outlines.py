"""What of a report's words is compared with the other reports of the pile: its passages, its named days, its words."""

from __future__ import annotations

import re
import zlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from onrecord.dating import axis
from onrecord.dating.axis import Days
from onrecord.dating.common_words import COMMON
from onrecord.dating.expressions import find
from onrecord.dating.timex import Timex
from onrecord.domain import Report, Span

PASSAGE_WORDS = 6  # words of a passage that two reports may share
_SAMPLE = 400  # passages that are kept of a report: those with the smallest hashes, so that equal ones meet
_MOST_DAYS = 24  # named days that are kept
_BEFORE, _AFTER = 150, 100  # code points around a named day in which its words stand
_REACH = 200_000  # code points of a report that are looked through
_STEM = 6
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[“\"‘(A-ZÀ-Þ0-9])|[\r\n]+")


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that a report names in its own voice: the words, and the stems of the words that stand around them.

    ``weekday`` is the one it is called by (Monday is 1), 0 if by none; ``month``, ``day`` and ``year`` are of the
    calendar, 0 if not named; ``shift`` counts days from the report's own ("yesterday" is -1). ``direction`` is that of
    the tense.
    """

    span: Span
    words: frozenset[str]
    weekday: int = 0
    month: int = 0
    day: int = 0
    year: int = 0
    shift: int | None = None
    direction: str = ""

    @property
    def places(self) -> tuple[tuple[float, Days], ...]:
        """For each day that the report may be of, the place of the named day.

        Where the words leave open whether it lies before or after, there are two, with their shares.
        """
        return _places(self.weekday, self.month, self.day, self.year, self.shift, self.direction)


@dataclass(frozen=True, slots=True)
class Outline:
    """What the pile asks of a report's words: worked out once, beside the analysis, and kept with its result.

    Args:
        times: its time expressions, as ``find`` yields them.
        named: days that it names.
        title: stems of its headline's words, sorted.
        words: stems of all of its less common words, sorted.
        word_starts, word_ends: where each of these stands first, in code points, half-open.
        passages: hashes of passages, sorted.
        passage_starts, passage_ends: where each of these stands first.
    """

    times: tuple[Timex, ...] = ()
    named: tuple[NamedDay, ...] = ()
    title: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    word_starts: tuple[int, ...] = ()
    word_ends: tuple[int, ...] = ()
    passages: tuple[int, ...] = ()
    passage_starts: tuple[int, ...] = ()
    passage_ends: tuple[int, ...] = ()

    def where_words(self) -> dict[str, tuple[int, int]]:
        """Where each word stands first."""
        return dict(zip(self.words, zip(self.word_starts, self.word_ends, strict=True), strict=True))

    def where_passages(self) -> dict[int, tuple[int, int]]:
        """Where each passage stands first."""
        return dict(zip(self.passages, zip(self.passage_starts, self.passage_ends, strict=True), strict=True))


def outline(report: Report) -> Outline:
    """The outline of a report; it depends on its text, its chrome and its title alone."""
    times = find(report.text, [(span.start, span.end) for span in report.chrome])
    words = sorted(words_of(report.text, report.chrome).items())
    passages = sorted(passages_of(report.text, report.chrome).items())[:_SAMPLE]
    return Outline(
        times,
        named_days(report.text, [time for time in times if time.span.end <= _REACH]),
        tuple(sorted(_stems(report.title or ""))),
        tuple(word for word, _ in words),
        tuple(start for _, (start, _) in words),
        tuple(end for _, (_, end) in words),
        tuple(key for key, _ in passages),
        tuple(start for _, (start, _) in passages),
        tuple(end for _, (_, end) in passages),
    )


def named_days(text: str, times: Sequence[Timex]) -> tuple[NamedDay, ...]:
    """The days that a report names in its own voice, so that another report may name the same ones."""
    found: list[NamedDay] = []
    cuts = [0, *(match.end() for match in _SENTENCE.finditer(text, 0, min(len(text), _REACH)))]
    for time in times:
        if len(found) == _MOST_DAYS:
            break
        if _names_a_day(time):
            at = bisect_right(cuts, time.span.start)
            low = max(cuts[at - 1], time.span.start - _BEFORE)
            high = min(cuts[at] if at < len(cuts) else len(text), time.span.end + _AFTER)
            words = frozenset(_stems(text[low:high]))
            if time.month and time.day:
                named = NamedDay(time.span, words, 0, time.month, time.day, time.year or 0)
            elif time.weekday:
                named = NamedDay(time.span, words, time.weekday, direction=time.direction or "")
            else:
                named = NamedDay(time.span, words, shift=time.shift)
            found.append(named)
    return tuple(found)


def _names_a_day(time: Timex) -> bool:
    if time.quoted or time.type not in ("DATE", "TIME"):
        return False
    if time.shift is not None:
        return time.unit == "D" and time.base == "report" and abs(time.shift) <= 31 and not time.weekday
    return bool(time.weekday or (time.month and time.day))


def words_of(text: str, skipped: Sequence[Span]) -> dict[str, tuple[int, int]]:
    """Stems of the words that are not the commonest, with where each stands first, chrome left out."""
    found: dict[str, tuple[int, int]] = {}
    for start, end in _words(text, skipped):
        stem = _stem(text[start:end])
        if stem:
            found.setdefault(stem, (start, end))
    return found


def passages_of(text: str, skipped: Sequence[Span]) -> dict[int, tuple[int, int]]:
    """Hashes of passages of ``PASSAGE_WORDS`` words that say something, with where each stands first."""
    found: dict[int, tuple[int, int]] = {}
    words = _words(text, skipped)
    plain = [text[start:end].casefold() for start, end in words]
    for first in range(len(words) - PASSAGE_WORDS + 1):
        passage = plain[first : first + PASSAGE_WORDS]
        if sum(len(word) >= 5 for word in passage) >= 2:
            key = zlib.crc32(" ".join(passage).encode("utf-8", "surrogatepass"))
            found.setdefault(key, (words[first][0], words[first + PASSAGE_WORDS - 1][1]))
    return found


@lru_cache(maxsize=96)
def _places(
    weekday: int, month: int, day: int, year: int, shift: int | None, direction: str
) -> tuple[tuple[float, Days], ...]:
    here = np.arange(axis.SIZE)
    if shift is not None:
        return ((1.0, _clipped(here + shift)),)
    if weekday:
        back = _clipped(here - (axis.WEEKDAYS - weekday) % 7)
        ahead = _clipped(here + (weekday - axis.WEEKDAYS) % 7)
        future = {"future": 0.8, "past": 0.1}.get(direction, 0.25)
        return ((1 - future, back), (future, ahead))
    if year:
        return ((1.0, _clipped(np.full(axis.SIZE, axis.ordinal(year, month, day) - axis.FIRST.toordinal()))),)
    return ((1.0, _clipped(here - axis.since_nearest(month, day))),)


def _clipped(places: Days) -> Days:
    return np.clip(places, 0, axis.SIZE - 1).astype(np.int32)


def _words(text: str, skipped: Sequence[Span]) -> list[tuple[int, int]]:
    found = []
    hidden = sorted((span.start, span.end) for span in skipped)
    at = 0
    for match in _WORD.finditer(text, 0, min(len(text), _REACH)):
        while at < len(hidden) and hidden[at][1] <= match.start():
            at += 1
        if at == len(hidden) or match.start() < hidden[at][0]:
            found.append(match.span())
    return found


def _stems(text: str) -> set[str]:
    return {stem for match in _WORD.finditer(text) if (stem := _stem(match.group()))}


def _stem(word: str) -> str:
    """The first letters of a word that says something ("declar" of declare, declared, declaration), else ""."""
    plain = word.casefold()
    return "" if len(plain) < 3 or plain in COMMON or plain.isdigit() else plain[:_STEM]
