"""A pile of reports → which shares whose words, on how many sources statements stand, what became of quotations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import groupby

import numpy as np

from onrecord.domain import Divergence, Lineage, Report
from onrecord.lineage.bodies import Body
from onrecord.lineage.boilerplate import without_boilerplate
from onrecord.lineage.chaining import Stretches
from onrecord.lineage.divergences import SEVERITY, compared_sayings, divergences_in
from onrecord.lineage.index import Index
from onrecord.lineage.joining import Join
from onrecord.lineage.kinds import Shared, lineage_of
from onrecord.lineage.printings import Counts, Node, Printings
from onrecord.lineage.quotations import Said, Sayings
from onrecord.lineage.words import Ints

_BODIES = 2048  # reports whose words are kept at hand


@dataclass(frozen=True, slots=True)
class Traced:
    """What the reports of a pile have from each other.

    Args:
        lineage: rows, by the ids of their reports.
        divergences: the worst first, then by the ids of their reports and their place there.
        counts: printings and independent sources of the statements that are printed more than once, by statement id.
    """

    lineage: tuple[Lineage, ...] = ()
    divergences: tuple[Divergence, ...] = ()
    counts: Mapping[str, Counts] = field(default_factory=dict)


NOTHING_TRACED = Traced()


class Tracer:
    """Takes the reports of a pile one by one, then compares them. Their order makes no difference.

    Args:
        join: who joins fingerprints; numpy in this process when None.
    """

    def __init__(self, join: Join | None = None) -> None:
        self._index, self._sayings = Index(join=join), Sayings(join=join)
        self._known: list[tuple[str, date, str | None]] = []

    def add(self, report: Report) -> None:
        """Take in a report. It may be forgotten afterwards, as ``trace`` asks for those that it needs."""
        number = self._index.add(report.text, [(span.start, span.end) for span in report.chrome])
        day = report.published.best or report.published.latest or date.max
        self._known.append((report.id, day, report.outlet))
        self._sayings.add(number, Body(report))

    def trace(self, load: Callable[[int], Report]) -> Traced:
        """Compare. Call it once.

        Args:
            load: gives the report that was added as number so-and-so, from 0, with the actors of the pile.
        """
        if not self._known:
            return NOTHING_TRACED
        by_age = sorted(range(len(self._known)), key=lambda number: (self._known[number][1], self._known[number][0]))
        age = np.empty(len(by_age), np.int64)
        age[by_age] = np.arange(len(by_age))
        outlets = [outlet for _, _, outlet in self._known]
        with self._index:
            sizes = self._index.sizes
            found = without_boilerplate(self._index.passages(age), sizes, outlets)
        return _Comparison(load, found, self._sayings, age).traced()


def trace(reports: Iterable[Report]) -> Traced:
    """What the reports of a pile that fits into memory have from each other."""
    tracer, kept = Tracer(), list(reports)
    for report in kept:
        tracer.add(report)
    return tracer.trace(kept.__getitem__)


class _Comparison:
    """The reports that share something, side by side."""

    def __init__(self, load: Callable[[int], Report], found: Stretches, sayings: Sayings, age: Ints) -> None:
        self._found, self._sayings, self._age = found, sayings, age
        self._body = lru_cache(maxsize=_BODIES)(lambda number: Body(load(number)))
        self._printings = Printings()
        self._lineage: list[Lineage] = []
        self._divergences: list[Divergence] = []
        self._copies: set[tuple[int, int]] = set()
        self._known: set[int] = set()

    def traced(self) -> Traced:
        self._compare_passages()
        self._compare_sayings()
        counts = self._printings.counts()
        self._sayings.close()
        return Traced(
            tuple(sorted(self._lineage, key=lambda row: (row.report, row.copied_from))),
            tuple(sorted(set(self._divergences), key=_worst_first)),
            {self._id(node): count for node, count in counts.items()},
        )

    def _compare_passages(self) -> None:
        found = self._found
        rows = zip(
            *(getattr(found, name).tolist() for name in ("a", "b", "a_start", "a_end", "b_start", "b_end")),
            strict=True,
        )
        for (one, other), several in groupby(rows, key=lambda row: (row[0], row[1])):
            ranges = [(x1, x2, y1, y2) for _, _, x1, x2, y1, y2 in several]
            shared = Shared(self._body(one), self._body(other), ranges).without_site_words()
            if shared is None or not shared.same:
                continue
            row = lineage_of(shared)
            self._lineage.append(row)
            if not row.is_copying:
                continue
            self._copies.add((min(one, other), max(one, other)))
            self._know(one, other)
            self._printings.copied(shared, one, other)
            self._divergences.extend(divergences_in(shared, swapped=row.copied_from == shared.one.report.id))

    def _compare_sayings(self) -> None:
        """What is said in reports that have it from each other was compared with their passages."""
        for one, other in self._sayings.pairs(self._age):
            if (min(one.report, other.report), max(one.report, other.report)) in self._copies:
                continue
            here, there = self._body(other.report), self._body(one.report)
            same, divergence = compared_sayings((here, other.start, other.end), (there, one.start, one.end))
            if not same:
                continue
            if divergence is not None:
                self._divergences.append(divergence)
            mine, theirs = self._statement(one), self._statement(other)
            if mine is not None and theirs is not None:
                self._know(one.report, other.report)
                self._printings.repeated(mine, theirs)

    def _statement(self, said: Said) -> Node | None:
        """The statement that says most of it."""
        words = range(said.start, said.end)
        several = enumerate(self._body(said.report).contents)
        best = max(
            ((sum(word in content for word in words), -place) for place, (_, _, content) in several), default=(0, 0)
        )
        return (said.report, -best[1]) if 2 * best[0] > len(words) else None

    def _know(self, *numbers: int) -> None:
        for number in numbers:
            if number not in self._known:
                self._known.add(number)
                self._printings.know(number, self._body(number))

    def _id(self, node: Node) -> str:
        report = self._body(node[0]).report
        return report.statement_id(report.statements[node[1]])


def _worst_first(row: Divergence) -> tuple[object, ...]:
    return (
        SEVERITY[row.kind],
        not row.copied,
        row.report,
        row.here.start,
        row.here.end,
        row.other_report,
        row.there.start,
        row.there.end,
    )
