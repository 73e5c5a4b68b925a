"""The questions of a pile, found from what its stances are on.

Every row could be filed under several labels: a family of words with a name ("independence", Kosovo), two families, a
family, a name, an instrument. Labels are counted, by rows and by the sides that take them; each row goes to the label of its
own that has most. What stays under one side in one report is no question: nobody answers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log2

from onrecord.actors.states import state_named
from onrecord.ledger.positions.lexicon import is_listed
from onrecord.ledger.positions.matters import STATEHOOD
from onrecord.ledger.positions.rows import Row, is_part_of, is_territory

Label = tuple[str, ...]
"""A kind of label, then what it is of: ``("name", "independence", "Kosovo")``."""

_WEIGHTS = {"statehood": 4.0, "instrument": 4.0, "named": 2.2, "pair": 2.0, "family": 1.0, "name": 0.4}
_FEWEST = 2  # rows, of two sides or two reports
_TOGETHER = 0.5  # share of rows that have both of two territories, for them to be one question


class Filing:
    """Which label each row is filed under; ``None`` where it is no part of a question."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._wholes = _wholes(rows)
        self._labels = [tuple(dict.fromkeys(self._candidates(row))) for row in rows]
        self._support = self._counted(self._labels)
        self.labels: list[tuple[Label, int] | None] = [None] * len(rows)
        self._file()

    def top(self, name: str, rows: Iterable[int]) -> Label | None:
        """The label with most of ``rows`` (by place) that is about ``name``; of all of them for ""."""
        counted: Counter[Label] = Counter()
        for place in rows:
            filed = self.labels[place]
            if filed is not None and (not name or name in filed[0]):
                counted[filed[0]] += 1 + (filed[0][0] == "statehood")
        return min(counted, key=lambda label: (-counted[label], label)) if counted else None

    def support(self, label: Label) -> float:
        """How much speaks for a label."""
        return self._support.get(label, 0.0)

    def _candidates(self, row: Row) -> list[Label]:
        found: list[Label] = []
        if row.unchanged and not row.families:
            return []
        if STATEHOOD in row.families and any(state_named(name) is not None for name in row.names):
            holders = self._holders(row)
            if holders:
                return [("statehood", *holders)]
        families = list(row.families)
        found += [("named", family, name) for family in families for name in row.names]
        listed = [family for family in families if is_listed(family)]
        found += [("pair", one, other) for i, one in enumerate(families) for other in families[i + 1 :]]
        found += [("family", family) for family in (listed or families)]
        if not families:
            found += [("name", name) for name in row.names]
        if not families and not row.names:
            found += [("instrument", name) for name in row.instruments]
        return found

    def _holders(self, row: Row) -> tuple[str, ...]:
        """The territories that a row is about: itself, or those that the pile knows of the state it names."""
        found: set[str] = set()
        for name in row.names:
            found |= self._wholes.get(name, {name} if name in self._parts else set())
        return tuple(sorted(found or set(row.names)))

    @property
    def _parts(self) -> set[str]:
        return {part for parts in self._wholes.values() for part in parts}

    def _counted(self, labels: Sequence[tuple[Label, ...]]) -> dict[Label, float]:
        rows: Counter[Label] = Counter()
        sides: defaultdict[Label, set[str]] = defaultdict(set)
        reports: defaultdict[Label, set[str]] = defaultdict(set)
        for row, own in zip(self._rows, labels, strict=True):
            for label in own:
                rows[label] += 1
                sides[label].update(row.sides[:1])
                reports[label].add(row.sighting.report)
        return {
            label: _WEIGHTS[label[0]] * log2(1 + count + 2 * (len(sides[label]) - 1))
            for label, count in rows.items()
            if count >= _FEWEST and (len(sides[label]) > 1 or len(reports[label]) > 1)
        }

    def _file(self) -> None:
        for _ in range(3):  # labels that lost their rows to others give up the rest
            chosen: list[Label | None] = []
            for own in self._labels:
                alive = [label for label in own if label in self._support]
                chosen.append(min(alive, key=lambda label: (-self._support[label], label)) if alive else None)
            left = self._counted([(label,) if label is not None else () for label in chosen])
            if set(left) == {label for label in chosen if label is not None}:
                break
            self._support = left | {k: v for k, v in self._support.items() if k in left}
        self.labels = [(label, 1) if label in left else None for label in chosen]


def _wholes(rows: Sequence[Row]) -> dict[str, set[str]]:
    """For every state that a row on statehood names, the territories that the pile knows to be leaving it."""
    named = sorted({name for row in rows if STATEHOOD in row.families for name in row.names})
    parts = {name for name in named if is_territory(name)}
    found: dict[str, set[str]] = {}
    for name in named:
        if name in parts:
            continue
        own = {part for part in parts if is_part_of(part, name)}
        if own:
            found[name] = own
    for part in parts:
        found.setdefault(part, {part})
    return found


def merged(labels: Iterable[Label]) -> dict[Label, Label]:
    """Labels on the statehood of several territories together, for those that name one of them."""
    counted = Counter(labels)
    found: dict[Label, Label] = {}
    for label in sorted(counted):
        if label[0] != "statehood" or len(label) > 2:
            continue
        wider = [
            other
            for other in counted
            if other[0] == "statehood" and len(other) > 2 and label[1] in other and counted[other] >= _TOGETHER * counted[label]
        ]
        if wider:
            found[label] = min(wider, key=lambda other: (-counted[other], other))
    return found
