"""Words of reports in their sentences, for pages that hold no report in memory.

What a page wants to show is asked for first; then all reports are read once, and every excerpt gets its text. Reports'
pages mark the same words, under the anchors that excerpts lead to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, NamedTuple

from onrecord.domain import Report, Span
from onrecord.publishing.dossier.survey import ReportRow
from onrecord.statements.sentences import sentence_bounds

Role = Literal["told", "act", "cue", "condition", "time", "matter", "cut"]
Sign = Literal["", "commitment", "forecast"]

_LONGEST_SIDE = 200
_LONGEST_BETWEEN = 240
_LONGEST_MARK = 600
"""Code points that are shown before the first mark and after the last, between two marks, and of a mark."""


class Bit(NamedTuple):
    """A piece of an excerpt. ``told`` is context, ``cut`` stands for words left out; the others are marks."""

    text: str
    role: Role


class Mark(NamedTuple):
    """Words to be marked, and as what."""

    span: Span
    role: Role


@dataclass(slots=True)
class Excerpt:
    """Words of a report in their sentence. ``bits`` are there once the reports were read.

    Args:
        report: whose words they are.
        marks: what is marked, in text order.
        sign: what the report's page calls the place, "" for nothing that is shown there.
        link: the ledger's entry, from the dossier's root.
        statement: the anchor of the statement that they are part of, "" for the report's own voice.
    """

    report: ReportRow
    marks: tuple[Mark, ...]
    sign: Sign = ""
    link: str = ""
    statement: str = ""
    bits: tuple[Bit, ...] = ()

    @property
    def range(self) -> tuple[int, int]:
        """From the first marked character to the last, half-open."""
        return min(mark.span.start for mark in self.marks), max(mark.span.end for mark in self.marks)

    @property
    def anchor(self) -> str:
        """Where the words are in the report's page."""
        return words_anchor(*self.range)

    @property
    def proof(self) -> str:
        """Where the words are, from the dossier's root."""
        return f"{self.report.page}#{self.anchor}"


def words_anchor(start: int, end: int) -> str:
    """Where in its report's page the words are that the ledger rests on."""
    return f"w-{start}-{end}"


@dataclass(slots=True)
class Excerpts:
    """All that the ledger's pages quote, by report."""

    _by_report: dict[str, list[Excerpt]] = field(default_factory=dict)

    def ask(self, report: ReportRow, marks: Iterable[Mark], sign: Sign = "", statement: str = "") -> Excerpt | None:
        """An excerpt that will have its words after ``fill``; None where nothing is to be marked."""
        kept = tuple(sorted({mark for mark in marks if mark.span.start < mark.span.end}, key=lambda mark: mark.span))
        if not kept:
            return None
        made = Excerpt(report, kept, sign, statement=statement)
        self._by_report.setdefault(report.id, []).append(made)
        return made

    def of(self, report_id: str) -> list[Excerpt]:
        """The excerpts of a report, one for each place, in the order of its text. One with a sign goes first."""
        places: dict[str, Excerpt] = {}
        for one in sorted(self._by_report.get(report_id, ()), key=lambda one: (one.range, one.sign == "", one.link)):
            places.setdefault(one.anchor, one)
        return list(places.values())

    def fill(self, reports: Iterable[Report]) -> None:
        """Give every excerpt its words."""
        for report in reports:
            for one in self._by_report.get(report.id, ()):
                one.bits = bits_of(report.text, one.marks)

    @property
    def reports(self) -> Mapping[str, list[Excerpt]]:
        """By report id, as asked for."""
        return self._by_report


def bits_of(text: str, marks: Iterable[Mark]) -> tuple[Bit, ...]:
    """The marked words in their sentence or sentences, shortened where these are long.

    Where marks overlap, the one that begins later is shown, so that a day within a promise is seen as one.
    """
    ordered = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.role))
    start, end = ordered[0].span.start, max(mark.span.end for mark in ordered)
    low, high = sentence_bounds(text, start, end)
    high = _with_stop(text, high)
    cuts = sorted({start, end, *(mark.span.start for mark in ordered), *(mark.span.end for mark in ordered)})
    found: list[Bit] = [*_context(text[low:start], keep="last")]
    for left, right in pairwise(cuts):
        covering = [mark for mark in ordered if mark.span.start <= left and right <= mark.span.end]
        if covering:
            role = max(covering, key=lambda mark: (mark.span.start, -mark.span.end, mark.role)).role
            found += _mark(text[left:right], role)
        else:
            found += _context(text[left:right], keep="ends")
    found += _context(text[end:high], keep="first")
    return tuple(_joined(found))


def _with_stop(text: str, high: int) -> int:
    """The end of a sentence with its stop and the quotation marks after it."""
    at = high
    while at < len(text) and at < high + 4 and text[at] in ".!?…\"'”’)]":
        at += 1
    return at


def _mark(words: str, role: Role) -> list[Bit]:
    line = _line(words)
    if len(line) <= _LONGEST_MARK:
        return [Bit(line, role)]
    return [Bit(line[:_LONGEST_MARK].rpartition(" ")[0], role), Bit(" … ", "cut")]


def _context(words: str, keep: Literal["first", "last", "ends"]) -> list[Bit]:
    line = _line(words)
    if keep == "last" and len(line) > _LONGEST_SIDE:
        return [Bit("… ", "cut"), Bit(line[-_LONGEST_SIDE:].partition(" ")[2], "told")]
    if keep == "first" and len(line) > _LONGEST_SIDE:
        return [Bit(line[:_LONGEST_SIDE].rpartition(" ")[0], "told"), Bit(" …", "cut")]
    if keep == "ends" and len(line) > _LONGEST_BETWEEN:
        half = _LONGEST_BETWEEN // 2
        head, tail = line[:half].rpartition(" ")[0], line[-half:].partition(" ")[2]
        return [Bit(head, "told"), Bit(" … ", "cut"), Bit(tail, "told")]
    return [Bit(line, "told")]


def _line(words: str) -> str:
    """``words`` on one line, with a space where they begin or end with one."""
    line = " ".join(words.split())
    if not line:
        return " " if words else ""
    return f"{' ' if words[0].isspace() else ''}{line}{' ' if words[-1].isspace() else ''}"


def _joined(bits: Iterable[Bit]) -> list[Bit]:
    """``bits`` without empty ones, those of one role that follow each other as one."""
    found: list[Bit] = []
    for bit in bits:
        if found and found[-1].role == bit.role:
            found[-1] = Bit(found[-1].text + bit.text, bit.role)
        elif bit.text:
            found.append(bit)
    return found
