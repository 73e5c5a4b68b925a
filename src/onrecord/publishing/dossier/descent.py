"""Which report came from which, as a small graph over time: a lane for every report, arcs from source to copy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.publishing.dossier.axis import Axis, axis
from onrecord.publishing.dossier.survey import ReportRow
from onrecord.publishing.dossier.ticks import Tick, contexts, ticks
from onrecord.record import RecordedLineage

LANE = 34  # pixels
TOP = 30
_MOST_LANES = 60
"""Reports in the drawing. What more there are stand in the table below it."""

_UNDATED = 2.0
"""Where reports stand if there are no two different days to draw, in per cent."""


class Dot(NamedTuple):
    """A report: where it stands, in per cent from the left and pixels from the top, and whether its day is known."""

    x: float
    y: int
    row: ReportRow
    certain: bool

    @property
    def flip(self) -> bool:
        """Whether its name is written to its left, for want of room."""
        return self.x > 55


class Arc(NamedTuple):
    """What two reports share: from the source to the copy where that is known (``known``), else just between them."""

    x1: float
    y1: int
    x2: float
    y2: int
    known: bool
    kind: str
    label: str
    link: str


@dataclass(frozen=True, slots=True)
class Graph:
    """The drawing. ``more`` reports found no room in it."""

    dots: tuple[Dot, ...]
    arcs: tuple[Arc, ...]
    axis: Axis | None
    ticks: tuple[Tick, ...]
    contexts: tuple[Tick, ...]
    more: int

    @property
    def height(self) -> int:
        """In pixels, the axis included."""
        return TOP + LANE * len(self.dots) + (54 if self.contexts else 36 if self.ticks else 0)

    @property
    def floor(self) -> int:
        """Where the axis is, in pixels from the top."""
        return TOP + LANE * len(self.dots)


def graph(rows: Sequence[tuple[RecordedLineage, ReportRow, ReportRow]]) -> Graph:
    """The drawing of ``rows``: what is shared, by the report and the one that it has it from.

    Reports that share a story are next to each other, the earliest at the top.
    """
    groups = _groups(rows)
    ordered = [row for group in groups for row in group]
    shown, more = ordered[:_MOST_LANES], len(ordered) - _MOST_LANES
    laid = axis(row.when for row in shown if row.when is not None)
    dots = {}
    for lane, row in enumerate(shown):
        x = _UNDATED if laid is None or row.when is None else round(laid.middle(row.when), 2)
        dots[row.id] = Dot(x, TOP + lane * LANE, row, row.time.shape == "day")
    arcs = []
    for shared, report, source in rows:
        if report.id in dots and source.id in dots:
            a, b = dots[source.id], dots[report.id]
            label = f"{shared.kind}, {shared.same_words:,} words: {source.heading} → {report.heading}"
            known = shared.direction == "known"
            arcs.append(Arc(a.x, a.y, b.x, b.y, known, shared.kind, label, f"lineage/{shared.id}.html"))
    if laid is None:
        return Graph(tuple(dots.values()), tuple(arcs), None, (), (), max(0, more))
    return Graph(tuple(dots.values()), tuple(arcs), laid, tuple(ticks(laid)), tuple(contexts(laid)), max(0, more))


def _groups(rows: Iterable[tuple[RecordedLineage, ReportRow, ReportRow]]) -> list[list[ReportRow]]:
    """The reports, those that hang together next to each other, each group and its members by date."""
    beside: dict[str, list[ReportRow]] = {}
    known: dict[str, ReportRow] = {}
    for _, report, source in rows:
        known[report.id], known[source.id] = report, source
        beside.setdefault(report.id, []).append(source)
        beside.setdefault(source.id, []).append(report)
    groups: list[list[ReportRow]] = []
    seen: set[str] = set()
    for row in sorted(known.values(), key=lambda row: row.order):
        if row.id in seen:
            continue
        seen.add(row.id)
        group, waiting = [], [row]
        while waiting:
            here = waiting.pop()
            group.append(here)
            for other in beside[here.id]:
                if other.id not in seen:
                    seen.add(other.id)
                    waiting.append(other)
        groups.append(sorted(group, key=lambda row: row.order))
    return groups
