"""What the overview counts and draws."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.domain import Actor
from onrecord.publishing.dossier import wording
from onrecord.publishing.dossier.survey import ReportRow, Speaker, StatementRow, Survey

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 6
_MOST_COLUMNS = 72

CHART_WIDTH = 720
_WIDEST_BAR = 18
_FEWEST_TO_THE_TOP = 3
"""A bar that reaches the top stands for this many reports or more, so that single reports aren't towers."""

_GLANCE = (40, 260)
"""Code points of a statement that can be read at a glance and still says something."""

_SURE = 0.8


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of time and how many reports were published in it."""

    label: str
    reports: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A column as drawn: ``x`` and ``width`` in parts of ``CHART_WIDTH``, ``height`` in per cent."""

    x: float
    width: float
    height: float
    column: Column


@dataclass(frozen=True, slots=True)
class Timeline:
    """Reports over time; ``unit`` is day, month or year. No columns where fewer than two days are known."""

    unit: str
    columns: tuple[Column, ...]
    undated: int
    uncertain: int

    period: str = ""
    """From the first day to the last, in words; "" where no columns are."""

    @property
    def peak(self) -> Column:
        """The first column with the most reports."""
        return max(self.columns, key=lambda column: column.reports)

    def bars(self) -> Iterator[Bar]:
        """The columns that have reports, laid out from edge to edge of a chart."""
        scale = 100 / max(self.peak.reports, _FEWEST_TO_THE_TOP)
        width = min(CHART_WIDTH / len(self.columns) * 0.8, _WIDEST_BAR)
        step = (CHART_WIDTH - width) / (len(self.columns) - 1)
        for at, column in enumerate(self.columns):
            if column.reports:
                yield Bar(round(at * step, 2), round(width, 2), round(column.reports * scale, 2), column)


@dataclass(frozen=True, slots=True)
class Repeated:
    """Words that several reports quote alike, with one row a report."""

    rows: tuple[StatementRow, ...]

    @property
    def words(self) -> str:
        """The words as the first of the reports has them."""
        return "".join(piece.text or " " for piece in self.rows[0].words)


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A speaker and one thing that they said."""

    speaker: Speaker
    row: StatementRow


@dataclass(frozen=True, slots=True)
class Part:
    """How many statements of a report are a speaker's."""

    speaker: Actor
    statements: int


def timeline(reports: list[ReportRow]) -> Timeline:
    """Count the reports by the finest unit that gives few enough columns to read."""
    days = sorted(row.when for row in reports if row.when)
    uncertain = sum(1 for row in reports if row.when and row.time.shape != "day")
    undated = len(reports) - len(days)
    if not days or days[0] == days[-1]:
        return Timeline("day", (), undated, uncertain)
    units: list[tuple[str, Callable[[date], date], Callable[[date], date], Callable[[date], str]]] = [
        ("day", lambda d: d, lambda d: d + timedelta(days=1), wording.day),
        ("month", lambda d: d.replace(day=1), lambda d: (d + timedelta(days=31)).replace(day=1), wording.month),
        ("year", lambda d: date(d.year, 1, 1), lambda d: date(d.year + 1, 1, 1), lambda d: str(d.year)),
    ]
    for unit, floor, step, label in units:
        counts: dict[date, int] = defaultdict(int)
        for value in days:
            counts[floor(value)] += 1
        starts: list[date] = []
        at, end = floor(days[0]), floor(days[-1])
        while at <= end and (len(starts) < _MOST_COLUMNS or unit == "year"):
            starts.append(at)
            if at.year >= 9998:
                break
            at = step(at)
        if len(starts) < _MOST_COLUMNS or unit == "year":
            columns = tuple(Column(label(start), counts.get(start, 0)) for start in starts)
            vague = ", as far as they are dated" if undated or uncertain else ""
            period = f"{wording.day(days[0])} to {wording.day(days[-1])}{vague}"
            return Timeline(unit, columns, undated, uncertain, period)
    raise AssertionError("years always fit")


def repeated(survey: Survey, most: int) -> list[Repeated]:
    """Direct quotations of six words or more that stand in several reports, word for word; most reports first."""
    found: dict[tuple[str, ...], dict[str, StatementRow]] = defaultdict(dict)
    for row in survey.statements:
        if row.kind != "direct":
            continue
        words = tuple(_WORD.findall(" ".join(piece.text for piece in row.words).casefold()))
        if len(words) >= _FEWEST_WORDS:
            found[words].setdefault(row.report.id, row)
    shared = [Repeated(tuple(rows.values())) for rows in found.values() if len(rows) > 1]
    shared.sort(key=lambda one: (-len(one.rows), one.rows[0].report.order, one.rows[0].number))
    return shared[:most]


def glimpse(speaker: Speaker) -> Glimpse:
    """The statement to show where there is room for one: rather quoted, readable at a glance, sure; the earliest."""

    def rank(row: StatementRow) -> tuple[bool, bool, bool, bool, bool]:
        length = sum(len(piece.text) for piece in row.words)
        readable = _GLANCE[0] <= length <= _GLANCE[1]
        return (
            row.confidence < _SURE,
            bool(row.negation or row.hedge),
            not readable,
            row.kind == "indirect",
            row.kind != "direct",
        )

    return Glimpse(speaker, min(speaker.said, key=rank))


def cast(rows: list[StatementRow]) -> list[Part]:
    """Who speaks in ``rows`` and how often; the most first, equals in the order in which they appear."""
    counts = Counter(row.speaker for row in rows if row.speaker)
    return [Part(speaker, number) for speaker, number in counts.most_common()]


def tally(survey: Survey) -> Iterator[tuple[str, int]]:
    """Kinds, modes and marks with their numbers of statements, every name always there."""
    for name in ("direct", "mixed", "indirect"):
        yield name, sum(1 for row in survey.statements if row.kind == name)
    for name in ("speech", "writing", "belief", "intention", "emotion"):
        yield name, sum(1 for row in survey.statements if row.mode == name)
    yield "negated", sum(1 for row in survey.statements if row.negation)
    yield "hedged", sum(1 for row in survey.statements if row.hedge)
