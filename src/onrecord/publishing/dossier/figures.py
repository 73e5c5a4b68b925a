"""What the overview counts and draws."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.publishing.dossier import wording
from onrecord.publishing.dossier.survey import ReportRow, StatementRow, Survey

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 6
_MOST_COLUMNS = 72


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of time and how many reports were published in it."""

    label: str
    reports: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Reports over time; ``unit`` is day, month, year or decade. No columns where no report has a date."""

    unit: str
    columns: tuple[Column, ...]
    undated: int
    uncertain: int

    @property
    def peak(self) -> Column:
        """The first column with the most reports."""
        return max(self.columns, key=lambda column: column.reports)


@dataclass(frozen=True, slots=True)
class Repeated:
    """Words that several reports quote alike, with one row a report."""

    rows: tuple[StatementRow, ...]

    @property
    def words(self) -> str:
        """The words as the first of the reports has them."""
        return "".join(piece.text or " " for piece in self.rows[0].words)


def timeline(reports: list[ReportRow]) -> Timeline:
    """Count the reports by the finest unit that gives few enough columns to read."""
    days = sorted(row.when for row in reports if row.when)
    uncertain = sum(1 for row in reports if row.when and row.published.startswith("probably"))
    undated = len(reports) - len(days)
    if not days:
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
            return Timeline(unit, columns, undated, uncertain)
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


def tally(survey: Survey) -> Iterator[tuple[str, int]]:
    """Kinds and modes with their numbers of statements, every name always there."""
    for name in ("direct", "mixed", "indirect"):
        yield name, sum(1 for row in survey.statements if row.kind == name)
    for name in ("speech", "writing", "belief", "intention"):
        yield name, sum(1 for row in survey.statements if row.mode == name)
