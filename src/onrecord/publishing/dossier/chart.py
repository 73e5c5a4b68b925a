"""The timeline's overview as it is drawn: columns of statements, marks for reports and named days, uncertain dates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from onrecord.publishing.dossier import wording
from onrecord.publishing.dossier.axis import Axis, Cut, axis, following, unit_name
from onrecord.publishing.dossier.axis import floor as floored
from onrecord.publishing.dossier.chronology import Entry, Item
from onrecord.publishing.dossier.ledger.entries import Due, EventEntry
from onrecord.publishing.dossier.named_days import NamedDay
from onrecord.publishing.dossier.survey import ReportRow
from onrecord.publishing.dossier.ticks import Tick, contexts, ticks
from onrecord.publishing.dossier.when import When

_FEWEST_TO_THE_TOP = 4
"""A column that reaches the top stands for this many statements or more, so that single ones aren't towers."""

_WIDEST_COLUMN = 2.2
_ROOM_FOR_A_DOT = 2.4
_MOST_LANES = 8
_DRAWN_WHOLE = timedelta(days=92)
"""Of what lies between two days further apart than this, only as much is drawn as other dates make room for."""

_APART = 1.5
"""Per cent of the chart's width: of a column at most, and between two marks in one lane."""


@dataclass(slots=True)
class Column:
    """A stretch of time with what falls into it; ``uncertain`` of its statements may belong to another.

    ``happened`` events are told as facts, ``pending`` ones are not (scheduled, moved, cancelled, or not known).
    ``dues`` are days by which something was promised or expected; of ``settled`` ones a report tells what came.
    """

    first: date
    label: str
    link: str
    statements: int = 0
    uncertain: int = 0
    reports: int = 0
    named: int = 0
    happened: int = 0
    pending: int = 0
    dues: int = 0
    settled: int = 0
    x: float = 0
    width: float = 0
    height: float = 0
    open_height: float = 0

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 2)


class Whisker(NamedTuple):
    """An uncertain date: a line from ``left`` to ``right`` with hollow marks at ``marks``, all in per cent.

    ``low`` and ``high`` tell whether the line ends there, or goes on beyond the chart or to nobody knows where.
    """

    left: float
    right: float
    low: bool
    high: bool
    marks: tuple[float, ...]
    lane: int
    label: str
    link: str


class Layout(NamedTuple):
    """Where the chart's rows are, in pixels from its top; a row's title stands ``TITLE`` above. 0 is no such row."""

    columns: int
    reports: int
    events: int
    dues: int
    named: int
    lanes: int
    axis: int
    height: int


COLUMNS_HEIGHT = 84
TITLE = 14
_TOP = 32
_ROW = 36
LANE = 13


@dataclass(slots=True)
class Chart:
    """The overview. ``more`` uncertain dates found no room in it."""

    axis: Axis
    columns: list[Column]
    whiskers: list[Whisker]
    more: int
    ticks: list[Tick]
    contexts: list[Tick]

    @property
    def layout(self) -> Layout:
        """The rows that there is something for, below each other."""
        at = _TOP + COLUMNS_HEIGHT
        reports = events = dues = named = lanes = 0
        if any(column.reports for column in self.columns):
            at = reports = at + _ROW
        if any(column.happened or column.pending for column in self.columns):
            at = events = at + _ROW
        if any(column.dues for column in self.columns):
            at = dues = at + _ROW
        if any(column.named for column in self.columns):
            at = named = at + _ROW
        if self.whiskers:
            lanes = at + _ROW
            at = lanes + LANE * max(one.lane for one in self.whiskers)
        below = 54 if self.contexts else 36
        return Layout(_TOP + COLUMNS_HEIGHT, reports, events, dues, named, lanes, at + 16, at + below)

    @property
    def dense(self) -> bool:
        """Whether reports are too near each other for dots side by side."""
        places = [column.middle for column in self.columns if column.reports]
        return any(after - before < _ROOM_FOR_A_DOT for before, after in pairwise(places))

    @property
    def tear(self) -> str:
        """The path of a broken edge from the top to the axis."""
        steps = range(0, self.layout.axis - TITLE - 8, 8)
        return "M0 0" + "".join(f"L{3 if at % 16 else -3} {at + 8}" for at in steps)

    @property
    def busiest(self) -> Column:
        """The first column with the most statements."""
        return max(self.columns, key=lambda column: column.statements)

    @property
    def cuts(self) -> tuple[Cut, ...]:
        return self.axis.cuts


def chart(entries: Sequence[Entry], links: Mapping[str, str]) -> Chart | None:
    """The overview of ``entries``; None where fewer than two days are known.

    Args:
        entries: the whole timeline.
        links: where each place in time (``When.id``) is, from the dossier's root.
    """
    laid = axis(day for entry in entries for day in _marked(entry.time))
    if laid is None:
        return None
    columns = _columns(laid, entries, links)
    whiskers, more = _whiskers(laid, entries, links)
    return Chart(laid, columns, whiskers, more, ticks(laid), contexts(laid))


def _marked(time: When) -> tuple[date, ...]:
    """The days that must be on the axis; what is unlikely is drawn if there is room for it."""
    if time.days and not time.favoured:
        return time.days
    if time.best is not None:
        return (time.best,)
    if time.first and time.last:
        return (time.first, time.last) if time.last - time.first <= _DRAWN_WHOLE else ()
    return tuple(day for day in (time.first, time.last) if day is not None)


def _columns(laid: Axis, entries: Sequence[Entry], links: Mapping[str, str]) -> list[Column]:
    found: dict[date, Column] = {}
    for entry in entries:
        anchor = entry.time.anchor
        if anchor is None or not (entry.time.best or entry.time.days or entry.time.by):
            continue
        first = floored(anchor, laid.unit)
        column = found.get(first)
        if column is None:
            column = found[first] = Column(first, unit_name(first, laid.unit), links[entry.time.id])
        certain = entry.time.shape == "day"
        if isinstance(entry.item, NamedDay):
            column.named += certain
        elif isinstance(entry.item, EventEntry):
            column.happened += certain and entry.item.is_fact
            column.pending += certain and not entry.item.is_fact
        elif isinstance(entry.item, Due):
            column.dues += certain
            column.settled += certain and entry.item.is_settled
        elif isinstance(entry.item, ReportRow):
            column.reports += certain
        else:
            column.statements += 1
            column.uncertain += not certain
    columns = [found[first] for first in sorted(found)]
    scale = 100 / max(_FEWEST_TO_THE_TOP, *(column.statements for column in columns))
    for column in columns:
        left, right = laid.edge(column.first), laid.edge(following(column.first, laid.unit))
        column.width = round(min((right - left) * 0.76, _WIDEST_COLUMN), 2)
        column.x = round((left + right - column.width) / 2, 2)
        column.height = round(column.statements * scale, 2)
        column.open_height = round(column.uncertain * scale, 2)
    return columns


def _whiskers(laid: Axis, entries: Sequence[Entry], links: Mapping[str, str]) -> tuple[list[Whisker], int]:
    holds: dict[When, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        time, item = entry.time, entry.item
        if time.shape in ("day", "none") or time.by:
            continue
        holds[time][_kind(item)] += 1
    free: list[float] = []
    drawn: list[Whisker] = []
    for time in sorted(holds, key=lambda one: one.order):
        whisker = _whisker(laid, time, holds[time], links[time.id])
        lane = next((at for at, end in enumerate(free) if end + _APART < whisker.left), len(free))
        if lane == len(free):
            if lane == _MOST_LANES:
                continue
            free.append(0)
        free[lane] = whisker.right
        drawn.append(whisker._replace(lane=lane))
    return drawn, len(holds) - len(drawn)


def _kind(item: Item) -> str:
    if isinstance(item, Due):
        return "deadline" if item.entry.kind == "commitment" else "forecast"
    kinds = {ReportRow: "report", NamedDay: "named day", EventEntry: "event"}
    return kinds.get(type(item), "statement")


def _whisker(laid: Axis, time: When, holds: Counter[str], link: str) -> Whisker:
    marked = time.days or ((time.best,) if time.best else ())
    marks = tuple(round(laid.middle(day), 2) for day in marked if laid.first <= day <= laid.last)
    low = time.first is not None and time.first >= laid.first
    high = time.last is not None and time.last <= laid.last
    ends = [*(laid.middle(day) for day in (time.first, time.last) if day is not None), *marks]
    reach = 2 * _APART
    left = min(ends) if low or time.first is not None else max(0.0, min(ends) - reach)
    right = max(ends) if high or time.last is not None else min(100.0, max(ends) + reach)
    what = " and ".join(wording.count(number, name) for name, number in sorted(holds.items()))
    return Whisker(round(left, 2), round(right, 2), low, high, marks, 0, f"{time.label}: {what}", link)


def left_out(cut: Cut) -> str:
    """A cut of the axis in words."""
    first, last = cut.before + timedelta(days=1), cut.after - timedelta(days=1)
    return f"{wording.elapsed(cut.before, cut.after)} between {wording.day(first)} and {wording.day(last)}"
