"""Who stands where on which question: cells with their history, as the matrix and the questions' pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.domain import Actor, Question, Shift, Side
from onrecord.publishing.dossier.instruments import GroundRow
from onrecord.publishing.dossier.ledger.excerpts import Excerpt, Excerpts, Mark
from onrecord.publishing.dossier.ledger.names import Name, Names
from onrecord.publishing.dossier.ledger.sparklines import Sparkline, sparkline
from onrecord.publishing.dossier.survey import ReportRow, StatementRow, page_id
from onrecord.publishing.dossier.when import NO_DATE, When, when
from onrecord.record import RecordedPosition

SIDES: tuple[Side, ...] = ("for", "against", "conditional", "neutral", "unclear")
_STRENGTHS = {1: "mildly", 2: "", 3: "strongly"}


@dataclass(frozen=True, slots=True)
class Taken:
    """A sighting of a position: the side, the words, and the grounds of the statement that they stand in."""

    side: Side
    strength: int
    change: Shift
    time: When
    words: Excerpt
    statement: StatementRow | None
    printings: int
    independent: int

    @property
    def told(self) -> str:
        """The side and how strongly: "strongly against"."""
        return f"{_STRENGTHS.get(self.strength, '')} {self.side}".strip()

    @property
    def grounds(self) -> tuple[GroundRow, ...]:
        """What the statement rests on."""
        return self.statement.grounds if self.statement is not None else ()

    @property
    def order(self) -> tuple[bool, date, str, tuple[int, int]]:
        """By day, then by report and text; undated sightings last."""
        day = self.time.anchor
        return day is None, day or date.max, self.words.report.id, self.words.range


@dataclass(slots=True)
class Cell:
    """All sightings of an actor's position on a question, in order of time."""

    question: Question
    actor: Name
    taken: list[Taken] = field(default_factory=list)
    link: str = ""
    """Where it is shown, from the dossier's root."""

    @property
    def latest(self) -> Taken:
        """The last sighting whose side is clear, else the last one."""
        clear = [one for one in self.taken if one.side != "unclear"]
        return (clear or self.taken)[-1]

    @property
    def course(self) -> Shift:
        """What became of it: the last change, ``held`` where nothing changed, ``first`` where it was seen once."""
        moved = [one.change for one in self.taken if one.change in ("hardened", "softened", "reversed")]
        if "reversed" in moved:
            return "reversed"
        if moved:
            return moved[-1]
        return "held" if len(self.taken) > 1 else "first"

    @property
    def moved_on(self) -> str:
        """The year in which it last changed as ``course`` says; "" where it didn't, or no date is known."""
        days = [one.time.anchor for one in self.taken if one.change == self.course and one.change != "held"]
        return str(days[-1].year) if days and days[-1] is not None and self.course != "first" else ""

    @property
    def years(self) -> str:
        """``2007–2022``: from the first sighting to the last; "" where none is dated."""
        found = sorted(one.time.anchor.year for one in self.taken if one.time.anchor is not None)
        if not found:
            return ""
        return str(found[0]) if found[0] == found[-1] else f"{found[0]}–{found[-1]}"

    @property
    def drawing(self) -> Sparkline:
        """Its history as a sparkline."""
        labels = ((one.side, one.strength, f"{one.time.label}: {one.told}") for one in self.taken)
        return sparkline(tuple(labels))

    @property
    def anchor(self) -> str:
        """Where it is in the question's page."""
        return self.actor.id


@dataclass(slots=True)
class QuestionPage:
    """A question with the cells of all who take a side on it."""

    question: Question
    cells: dict[str, Cell] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.question.id

    @property
    def name(self) -> str:
        return self.question.name

    @property
    def stem(self) -> str:
        """Its page, from the dossier's root, without the ending."""
        return f"positions/{page_id(self.question.id)}"

    @property
    def page(self) -> str:
        """From the dossier's root."""
        return f"{self.stem}.html"

    @property
    def sightings(self) -> int:
        """How often a side is taken on it."""
        return sum(len(cell.taken) for cell in self.cells.values())

    def by_side(self) -> list[tuple[Side, list[Cell]]]:
        """The cells by their latest side, those with most sightings first."""
        found: dict[Side, list[Cell]] = {side: [] for side in SIDES}
        for cell in sorted(self.cells.values(), key=lambda one: (-len(one.taken), one.actor)):
            found[cell.latest.side].append(cell)
        return [(side, cells) for side, cells in found.items() if cells]

    def ordered(self) -> list[Cell]:
        """The cells in the order of ``by_side``."""
        return [cell for _, cells in self.by_side() for cell in cells]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An actor's cells, one for each column; None where nothing is known. ``side`` is whom the actor stands for."""

    actor: Name
    side: str
    cells: tuple[Cell | None, ...]

    @property
    def sightings(self) -> int:
        return sum(len(cell.taken) for cell in self.cells if cell is not None)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Some questions as columns, and the actors who take sides on them by the state that they stand for."""

    columns: tuple[QuestionPage, ...]
    groups: tuple[tuple[str, tuple[MatrixRow, ...]], ...]


class Positions:
    """The positions of a pile.

    Args:
        rows: the record's positions.
        reports: the rows of all reports, by id.
        statements: the rows of all statements, by id.
        names: how actors are named, and whom they stand for.
        excerpts: where words are asked for.
    """

    def __init__(
        self,
        rows: Iterable[RecordedPosition],
        reports: Mapping[str, ReportRow],
        statements: Mapping[str, StatementRow],
        names: Names,
        excerpts: Excerpts,
    ) -> None:
        self._names = names
        self._actors: dict[str, Actor] = {}
        pages: dict[str, QuestionPage] = {}
        for row in rows:
            words = excerpts.ask(reports[row.report.id], _marks(row), statement=row.statement or "")
            if words is None:
                continue
            page = pages.setdefault(row.question.id, QuestionPage(row.question))
            self._actors.setdefault(row.actor.id, row.actor)
            cell = page.cells.setdefault(row.actor.id, Cell(row.question, names.of(row.actor)))
            said = statements.get(row.statement or "")
            time = when(row.when)
            time = words.report.time if time == NO_DATE else time
            cell.taken.append(
                Taken(row.side, row.strength, row.change, time, words, said, row.printings, row.independent)
            )
        for page in pages.values():
            for cell in page.cells.values():
                cell.taken.sort(key=lambda one: one.order)
        self.pages = sorted(pages.values(), key=lambda one: (-one.sightings, one.name, one.id))

    def matrices(self, width: int) -> Iterator[Matrix]:
        """The questions, ``width`` at a time, those on which sides are taken most often first."""
        for start in range(0, len(self.pages), width):
            columns = tuple(self.pages[start : start + width])
            yield Matrix(columns, tuple(self._groups(columns)))

    def _groups(self, columns: Sequence[QuestionPage]) -> Iterator[tuple[str, tuple[MatrixRow, ...]]]:
        rows: dict[str, list[MatrixRow]] = {}
        for key in {key: None for column in columns for key in column.cells}:
            actor = self._actors[key]
            side = self._names.side(actor)
            cells = tuple(column.cells.get(key) for column in columns)
            rows.setdefault(side, []).append(MatrixRow(self._names.of(actor), side, cells))
        weight = {side: sum(row.sightings for row in group) for side, group in rows.items()}
        for side in sorted(rows, key=lambda one: (one == "", -weight[one], one)):
            group = sorted(rows[side], key=lambda row: (row.actor.label != side, -row.sightings, row.actor))
            yield side, tuple(group)

    def moved(self) -> list[Cell]:
        """The cells that changed, those that were reversed first, the latest first among these."""
        rank = {"reversed": 0, "hardened": 1, "softened": 2}
        found = [cell for page in self.pages for cell in page.cells.values() if cell.course in rank]
        found.sort(key=lambda cell: (cell.question.name, cell.actor))
        found.sort(key=lambda cell: cell.taken[-1].time.anchor or date.min, reverse=True)
        return sorted(found, key=lambda cell: rank[cell.course])


def _marks(row: RecordedPosition) -> list[Mark]:
    stance = row.stance
    marks = [Mark(stance.words, "act"), Mark(stance.matter, "matter")]
    return [*marks, Mark(stance.condition, "condition")] if stance.condition is not None else marks
