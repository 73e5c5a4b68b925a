"""Who stands where on the questions of a pile, in order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.domain import Position, Question, Side
from onrecord.ledger.entries import Entry
from onrecord.ledger.positions.deciding import Decided, decide
from onrecord.ledger.positions.history import outvoted, shifts
from onrecord.ledger.positions.naming import name_of
from onrecord.ledger.positions.matters import STATEHOOD
from onrecord.ledger.positions.questions import Filing, Label, merged
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
    joined = merged(filed[0] for filed in filing.labels if filed is not None)
    found: list[_Taken] = []
    pending: list[int] = []
    for place, row in enumerate(rows):
        filed = filing.labels[place]
        if row.owner or row.unchanged:
            pending.append(place)
        elif filed is not None:
            found.append(_Taken(row, joined.get(filed[0], filed[0]), _oriented(row)))
    found += _by_others(rows, pending, filing, joined, found)
    return _told(found)


def _oriented(row: Row) -> Side:
    return _OPPOSITE.get(row.stance.side, row.stance.side) if row.sign < 0 else row.stance.side


def _by_others(
    rows: Sequence[Row], pending: Iterable[int], filing: Filing, joined: dict[Label, Label], found: list[_Taken]
) -> list[_Taken]:
    """The sides of who only says that they back somebody's position, or that their own is what it was."""
    more: list[_Taken] = []
    for place in sorted(pending, key=lambda place: rows[place].order):
        row = rows[place]
        filed = filing.labels[place]
        known = [one for one in (*found, *more) if _is_of(one.row, row)]
        label = joined.get(filed[0], filed[0]) if filed is not None and filed[0][0] != "name" else _nearest(row, known)
        side = _side_of(label, row, known) if label is not None else None
        if label is None or side is None:
            continue
        if row.stance.side == "against" and row.owner:
            side = _OPPOSITE.get(side, side)
        more.append(_Taken(row, label, side))
    return more


def _is_of(known: Row, row: Row) -> bool:
    """Whether a known row shows the position that ``row`` refers to: its owner's, or the speaker's own."""
    if row.owner:
        return known.actor.name == row.owner or row.owner in known.side_names
    return bool(set(known.sides) & set(row.sides))


def _nearest(row: Row, known: Sequence[_Taken]) -> Label | None:
    """The question that a position without a matter is on: of the same report, else of all, the one with most rows."""
    about = [one for one in known if not row.names or set(row.names) & set(one.label)]
    here = [one for one in about if one.row.sighting.report == row.sighting.report]
    counted: defaultdict[Label, int] = defaultdict(int)
    for one in here or about:
        counted[one.label] += 1 + (one.label[0] == "statehood")
    return min(counted, key=lambda label: (-counted[label], label)) if counted else None


def _side_of(label: Label, row: Row, known: Sequence[_Taken]) -> Side | None:
    """The last side on a question that was known when ``row`` was said; else the first one after."""
    on_it = [one for one in known if one.label == label and one.side in ("for", "against")]
    before = [one for one in on_it if one.row.order[0] <= row.order[0]]
    if before:
        return max(before, key=lambda one: one.row.order).side
    return min(on_it, key=lambda one: one.row.order).side if on_it else None


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
            Position(question, o.row.actor, side, o.row.sighting, o.row.stance, o.row.when, o.row.stance.strength, shift)
            for o, side, shift in zip(own, sides, moved, strict=True)
        ]
    ordered = tuple(question for _, question in sorted(questions, key=lambda pair: (pair[0], pair[1].key)))
    rank = {question.id: place for place, question in enumerate(ordered)}
    positions.sort(key=lambda position: rank[position.question.id])  # stable: in order of time within each
    return ordered, tuple(positions)
