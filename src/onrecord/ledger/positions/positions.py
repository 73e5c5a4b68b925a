"""Who stands where on the questions of a pile, in order of time."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.domain import Position, Question, Side
from onrecord.ledger.entries import Entry
from onrecord.ledger.positions.deciding import Decided, decide
from onrecord.ledger.positions.history import outvoted, shifts
from onrecord.ledger.positions.matters import STATEHOOD
from onrecord.ledger.positions.naming import name_of
from onrecord.ledger.positions.questions import Filing, Label
from onrecord.ledger.positions.questions_file import NO_QUESTIONS_FILE, QuestionsFile
from onrecord.ledger.positions.rows import Row, rows_of, sides_of

_OPPOSITE: dict[Side, Side] = {"for": "against", "against": "for"}


@dataclass(frozen=True, slots=True)
class _Taken:
    """A row under the label of its question, with the side that it takes on that."""

    row: Row
    label: Label
    side: Side


def taken(
    entries: Sequence[Entry], file: QuestionsFile = NO_QUESTIONS_FILE
) -> tuple[tuple[Question, ...], tuple[Position, ...]]:
    """The questions of a pile, and who stands where on each, in order of time.

    ``file`` is what people decided about questions; ``judged`` also tells what became of each decision.
    """
    found = judged(entries, file)
    return found.questions, found.positions


def judged(entries: Sequence[Entry], file: QuestionsFile = NO_QUESTIONS_FILE) -> Decided:
    """As ``taken``, with the decisions of ``file``."""
    questions, positions = _found(entries)
    sides = {key: tuple(one.id for one in spoken) for key, spoken in sides_of(entries).items()} if file.rulings else {}
    return decide(questions, positions, file, sides)


def _found(entries: Sequence[Entry]) -> tuple[tuple[Question, ...], tuple[Position, ...]]:
    rows = rows_of(entries)
    filing = Filing(rows)
    found: list[_Taken] = []
    pending: list[int] = []
    for place, row in enumerate(rows):
        filed = filing.labels[place]
        if row.owner or row.unchanged:
            pending.append(place)
        elif filed is not None:
            found.append(_Taken(row, filed, _oriented(row)))
    found += _by_others(rows, pending, filing, found)
    return _told(found)


def _oriented(row: Row) -> Side:
    return _OPPOSITE.get(row.stance.side, row.stance.side) if row.sign < 0 else row.stance.side


class _Known:
    """What is known of sides, by whose they are, so that one look-up does not go through the whole pile."""

    def __init__(self) -> None:
        self._labels: defaultdict[str, Counter[Label]] = defaultdict(Counter)
        self._here: defaultdict[tuple[str, str], Counter[Label]] = defaultdict(Counter)
        self._sides: defaultdict[tuple[str, Label], list[tuple[tuple[date, str, int], Side]]] = defaultdict(list)

    def add(self, taken: _Taken) -> None:
        """Take in a side under everybody whose it is: the actor, and whom they speak for, by id and by name."""
        for whose in {*taken.row.sides, taken.row.actor.name, *taken.row.side_names}:
            weight = 1 + (taken.label[0] == "statehood")
            self._labels[whose][taken.label] += weight
            self._here[whose, taken.row.sighting.report][taken.label] += weight
            if taken.side in ("for", "against"):
                insort(self._sides[whose, taken.label], (taken.row.order, taken.side))

    def nearest(self, whose: str, row: Row) -> Label | None:
        """The question that a position without a matter is on: that with most rows about what it names; where it names
        nothing, of the same report, else of all."""
        here = {} if row.names else self._here[whose, row.sighting.report]
        for counted in (here, self._labels[whose]):
            about = [label for label in counted if not row.names or set(row.names) & set(label)]
            if about:
                return min(about, key=lambda label: (-counted[label], label))
        return None

    def side(self, whose: str, label: Label, row: Row) -> Side | None:
        """The last side on a question that was known when ``row`` was said; else the first one after."""
        sides = self._sides[whose, label]
        at = bisect_right(sides, row.order[0], key=lambda pair: pair[0][0])
        return sides[max(0, at - 1)][1] if sides else None


def _by_others(rows: Sequence[Row], pending: Iterable[int], filing: Filing, found: list[_Taken]) -> list[_Taken]:
    """The sides of who only says that they back somebody's position, or that their own is what it was."""
    known = _Known()
    for one in found:
        known.add(one)
    more: list[_Taken] = []
    for place in sorted(pending, key=lambda place: rows[place].order):
        row = rows[place]
        filed = filing.labels[place]
        for whose in (row.owner,) if row.owner else row.sides:
            label = filed if filed is not None and filed[0] != "name" else None
            label = label or known.nearest(whose, row)
            side = known.side(whose, label, row) if label is not None else None
            if label is None or side is None:
                continue
            if row.stance.side == "against" and row.owner:
                side = _OPPOSITE.get(side, side)
            more.append(_Taken(row, label, side))
            known.add(more[-1])
            break
    return more


def _key(label: Label) -> tuple[str, ...]:
    family = (STATEHOOD,) if label[0] == "statehood" else ()
    return tuple(sorted((*label[1:], *family)))


def _told(found: Sequence[_Taken]) -> tuple[tuple[Question, ...], tuple[Position, ...]]:
    of_label: defaultdict[Label, list[_Taken]] = defaultdict(list)
    for one in sorted(found, key=lambda one: one.row.order):
        of_label[one.label].append(one)
    questions: list[tuple[int, Question]] = []
    positions: list[Position] = []
    for label in sorted(of_label):
        own = of_label[label]
        question = Question(name_of(label, [one.row for one in own]), _key(label))
        lost = outvoted([(o.row.sighting.report, o.row.sides[0], o.side, o.row.stance.strength) for o in own])
        sides: list[Side] = ["unclear" if place in lost else one.side for place, one in enumerate(own)]
        moved = shifts([(o.row.sides, side, o.row.stance.strength) for o, side in zip(own, sides, strict=True)])
        questions.append((-len(own), question))
        positions += [
            Position(
                question, o.row.actor, side, o.row.sighting, o.row.stance, o.row.when, o.row.stance.strength, shift
            )
            for o, side, shift in zip(own, sides, moved, strict=True)
        ]
    ordered = tuple(question for _, question in sorted(questions, key=lambda pair: (pair[0], pair[1].key)))
    rank = {question.id: place for place, question in enumerate(ordered)}
    positions.sort(key=lambda position: rank[position.question.id])  # stable: in order of time within each
    return ordered, tuple(positions)
