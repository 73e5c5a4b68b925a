"""The questions of a pile, found from what its stances are on.

Every row could be filed under several labels: a family of words with a name ("independence", Kosovo), two families, a
family, a name, an instrument. Labels are counted, by rows and by the sides that take them; each row goes to the label
of its own that has most. What stays under one side in one report is no question: nobody answers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log2

from onrecord.actors.states import state_named
from onrecord.ledger.positions.lexicon import carriers, is_listed
from onrecord.ledger.positions.matters import STATEHOOD
from onrecord.ledger.positions.rows import Row, is_part_of, is_territory

Label = tuple[str, ...]
"""A kind of label, then what it is of: ``("name", "independence", "Kosovo")``."""

_WEIGHTS = {"statehood": 4.0, "instrument": 4.0, "named": 2.2, "pair": 2.0, "family": 1.0, "name": 0.4}
_FEWEST = 2  # rows, of two sides or two reports
_USUAL = 0.6  # share of the names beside a word that must be one
_TOGETHER = 0.5  # share of rows that have both of two territories, for them to be one question


class Filing:
    """Which label each row is filed under; ``None`` where it is no part of a question."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._wholes = _wholes(rows)
        self._telling = _telling(rows)
        self._usual = _usual(rows, self._telling)
        self._plain = _plain(rows, self._telling)
        candidates = [self._candidates(row) for row in rows]
        joined = _merged(own[0] for own in candidates if own and own[0][0] == "statehood")
        self._labels = [tuple(dict.fromkeys(joined.get(label, label) for label in own)) for own in candidates]
        self._support = self._counted(self._labels)
        self.labels: list[Label | None] = [None] * len(rows)
        self._file()

    def _candidates(self, row: Row) -> list[Label]:
        found: list[Label] = []
        if row.unchanged and not row.families:
            return []
        if STATEHOOD in row.families and any(state_named(name) is not None for name in row.names):
            holders = self._holders(row)
            if holders:
                return [("statehood", *holders)]
        told = [name for name in row.names if name in self._telling]
        head = row.head
        if head == STATEHOOD and not told:
            return []  # nobody's independence
        if head:
            usual = self._usual.get(head) if head not in carriers() else None  # any proposal may be meant
            whose = told or ([usual] if usual else [])
            found += [("named", head, name) for name in whose]
            found += [("pair", *sorted((head, other))) for other in row.families if other != head]
            found += [("family", head)]
            found += [("family", other) for other in row.families if other != head and is_listed(other)]
        else:
            found += [("name", name) for name in row.names]
            if not row.names:
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
        wordings: defaultdict[Label, set[str]] = defaultdict(set)
        reports: defaultdict[Label, set[str]] = defaultdict(set)
        for row, own in zip(self._rows, labels, strict=True):
            for label in own:
                rows[label] += 1
                sides[label].update(row.sides[:1])
                # Copies of one text are one report here: they have the same words.
                reports[label].add(row.sighting.report)
                wordings[label].add(f"{row.stance.matter.text} {row.stance.words.text}")
        return {
            label: _WEIGHTS[label[0]] * log2(1 + count + 2 * (len(sides[label]) - 1))
            for label, count in rows.items()
            if _is_shared(label, count, len(sides[label]), min(len(reports[label]), len(wordings[label])))
        }

    def _file(self) -> None:
        for _ in range(3):  # labels that lost their rows to others give up the rest
            chosen: list[Label | None] = []
            for row, own in zip(self._rows, self._labels, strict=True):
                alive = [label for label in own if label in self._support]
                if row.head in self._plain and ("family", row.head) in alive:
                    alive = [("family", row.head)]
                alive = [label for label in alive if row.head in label] or alive  # what it is goes before what it is on
                chosen.append(min(alive, key=lambda label: (-self._support[label], label)) if alive else None)
            left = self._counted([(label,) if label is not None else () for label in chosen])
            if set(left) == {label for label in chosen if label is not None}:
                break
            self._support = left | {k: v for k, v in self._support.items() if k in left}
        self.labels = [label if label in left else None for label in chosen]


def _is_shared(label: Label, rows: int, sides: int, reports: int) -> bool:
    """Whether a label is one of a matter that comes up again, rather than of words that happen to.

    A family alone joins what has nothing else in common, so that more must speak for it.
    """
    if label[0] == "family":
        return rows >= 2 * _FEWEST and sides > 1 and reports > (2 if is_listed(label[1]) else 3)
    return rows >= _FEWEST and (sides > 1 or reports > 1)


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


def _telling(rows: Sequence[Row]) -> set[str]:
    """The names that tell one matter from another of its kind: those of states, and of who takes part in the pile.

    Other names ("the Blue Lake") mostly say of the same thing where it is.
    """
    named = {name for row in rows for name in row.names}
    acting = {name for row in rows for name in (row.actor.name, *row.side_names)}
    return {name for name in named if name in acting or state_named(name) is not None}


def _plain(rows: Sequence[Row], telling: set[str]) -> set[str]:
    """The listed families of which the pile has one matter only: most of their rows do not say whose it is."""
    counted: Counter[str] = Counter(row.head for row in rows if is_listed(row.head))
    told: Counter[str] = Counter(
        row.head for row in rows if set(row.names) & telling - {row.actor.name, *row.side_names}
    )
    return {head for head, count in counted.items() if count >= 2 * _FEWEST and told[head] * 2 < count}


def _usual(rows: Sequence[Row], telling: set[str]) -> dict[str, str]:
    """Whose a matter is where a row does not say: the name that most rows of the same head say, if one is that "
    "common."""
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        told = [name for name in row.names if name in telling]
        if row.head and told:
            counted[row.head].update(told)
    found = {}
    for head, names in counted.items():
        name = min(names, key=lambda name: (-names[name], name))
        if names[name] >= _USUAL * sum(names.values()) and names[name] > 1:
            found[head] = name
    return found


def _merged(labels: Iterable[Label]) -> dict[Label, Label]:
    """Labels on the statehood of several territories together, for those that name one of them."""
    counted = Counter(labels)
    found: dict[Label, Label] = {}
    for label in sorted(counted):
        if label[0] != "statehood" or len(label) > 2:
            continue
        wider = [
            other
            for other in counted
            if other[0] == "statehood"
            and len(other) > 2
            and label[1] in other
            and counted[other] >= _TOGETHER * counted[label]
        ]
        if wider:
            found[label] = min(wider, key=lambda other: (-counted[other], other))
    return found
