"""Who stands where on which question: cells with their history, as the questions' pages show them.

A cell is a side's: what a spokesman or a ministry says counts to the state that they speak for, as in the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.domain import Actor, Question, Shift, Side
from onrecord.ledger.positions.history import shifts
from onrecord.publishing.dossier import wording
from onrecord.publishing.dossier.instruments import GroundRow
from onrecord.publishing.dossier.ledger.excerpts import Excerpt, Excerpts, Mark
from onrecord.publishing.dossier.ledger.names import Name, Names
from onrecord.publishing.dossier.ledger.sparklines import Sparkline, sparkline
from onrecord.publishing.dossier.survey import ReportRow, StatementRow, page_id
from onrecord.publishing.dossier.when import NO_DATE, When, when
from onrecord.record import RecordedPosition

SIDES: tuple[Side, ...] = ("for", "against", "conditional", "neutral", "unclear")
_STRENGTHS = {1: "mildly", 2: "", 3: "strongly"}
_FAR = 4
"""Statements between which the next one of the same side is looked for, as the ledger does for grounds."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A sighting of a position: who took which side, in which words, on what grounds. ``day`` is ``time``, in short."""

    actor: Name
    side: Side
    strength: int
    change: Shift
    time: When
    day: str
    words: Excerpt
    statement: StatementRow | None
    grounds: tuple[tuple[StatementRow, GroundRow], ...]
    printings: int
    independent: int

    @property
    def told(self) -> str:
        """The side and how strongly: "strongly against"."""
        return f"{_STRENGTHS.get(self.strength, '')} {self.side}".strip()

    @property
    def order(self) -> tuple[bool, date, str, tuple[int, int]]:
        """By day, then by report and text; undated sightings last."""
        day = self.time.anchor
        return day is None, day or date.max, self.words.report.id, self.words.range


@dataclass(slots=True)
class Cell:
    """All sightings of a side's position on a question, in order of time. ``link`` is where they are shown."""

    question: Question
    side: Name
    taken: list[Taken] = field(default_factory=list)
    link: str = ""

    @property
    def latest(self) -> Taken:
        """The last sighting whose side is clear, else the last one."""
        clear = [one for one in self.taken if one.side != "unclear"]
        return (clear or self.taken)[-1]

    @property
    def changes(self) -> list[Shift]:
        """What became of it at each sighting, as the sightings of this cell alone tell."""
        return shifts([((self.side.id,), one.side, one.strength) for one in self.taken])

    @property
    def course(self) -> Shift:
        """What became of it: ``reversed`` if it ever was, else the last change, ``held`` or ``first`` without any."""
        moved = [change for change in self.changes if change in ("hardened", "softened", "reversed")]
        if "reversed" in moved:
            return "reversed"
        if moved:
            return moved[-1]
        return "held" if len(self.taken) > 1 else "first"

    @property
    def moved_on(self) -> str:
        """The year in which it last changed as ``course`` says; "" where it didn't, or no date is known."""
        if self.course in ("first", "held"):
            return ""
        pairs = zip(self.taken, self.changes, strict=True)
        days = [one.time.anchor for one, change in pairs if change == self.course]
        return str(days[-1].year) if days and days[-1] is not None else ""

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
        return sparkline(tuple((one.side, one.strength, f"{one.day}: {one.told}") for one in self.taken))

    @property
    def anchor(self) -> str:
        """Where it is in the question's page."""
        return page_id(self.side.id)

    @property
    def voices(self) -> list[Name]:
        """Who takes the side, the side itself first, then by how often."""
        counts: dict[Name, int] = {}
        for one in self.taken:
            counts[one.actor] = counts.get(one.actor, 0) + 1
        return sorted(counts, key=lambda name: (name.id != self.side.id, -counts[name], name))

    def of(self, voice: Name) -> Cell:
        """What one of the ``voices`` alone has said."""
        return Cell(self.question, voice, [one for one in self.taken if one.actor == voice], self.link)


@dataclass(slots=True)
class QuestionPage:
    """A question with the cells of all who take a side on it, by the side's id."""

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
        return len({id(one.words) for cell in self.cells.values() for one in cell.taken})

    def by_side(self) -> list[tuple[Side, list[Cell]]]:
        """The cells by their latest side, those with most sightings first."""
        found: dict[Side, list[Cell]] = {side: [] for side in SIDES}
        for cell in sorted(self.cells.values(), key=lambda one: (-len(one.taken), one.side)):
            found[cell.latest.side].append(cell)
        return [(side, cells) for side, cells in found.items() if cells]

    def ordered(self) -> list[Cell]:
        """The cells in the order of ``by_side``."""
        return [cell for _, cells in self.by_side() for cell in cells]


class Positions:
    """The positions of a pile: ``pages`` are the questions, those on which sides are taken most often first.

    Args:
        rows: the record's positions.
        sides: whom each actor stands for, by the actor's id; itself where nothing is said.
        reports: the rows of all reports, by id.
        statements: the rows of all statements.
        names: how actors are named.
        excerpts: where words are asked for.
    """

    def __init__(
        self,
        rows: Iterable[RecordedPosition],
        sides: Mapping[str, Sequence[Actor]],
        reports: Mapping[str, ReportRow],
        statements: Iterable[StatementRow],
        names: Names,
        excerpts: Excerpts,
    ) -> None:
        self.rows = list(rows)
        self.sides = sides
        said = _Statements(statements, sides)
        pages: dict[str, QuestionPage] = {}
        for row in self.rows:
            words = excerpts.ask(reports[row.report.id], _marks(row), statement=row.statement or "")
            if words is None:
                continue
            page = pages.setdefault(row.question.id, QuestionPage(row.question))
            statement = said.by_id.get(row.statement or "")
            taken = Taken(
                names.of(row.actor),
                row.side,
                row.strength,
                row.change,
                *_time(row, words.report),
                words,
                statement,
                said.grounds(statement) if statement is not None else (),
                row.printings,
                row.independent,
            )
            for side in self.sides_of(row.actor):
                page.cells.setdefault(side.id, Cell(row.question, names.of(side))).taken.append(taken)
        for page in pages.values():
            for cell in page.cells.values():
                cell.taken.sort(key=lambda one: one.order)
        self.pages = sorted(pages.values(), key=lambda one: (-one.sightings, one.name, one.id))

    def sides_of(self, actor: Actor) -> Sequence[Actor]:
        """Whom ``actor`` stands for."""
        return self.sides.get(actor.id) or (actor,)

    def steadiest(self) -> list[Cell]:
        """The cells that never changed and were seen more than once, those seen most often first."""
        cells = (cell for page in self.pages for cell in page.cells.values())
        return sorted((cell for cell in cells if cell.course == "held"), key=_seen_most)

    def moved(self) -> list[Cell]:
        """The cells that changed, those that were reversed first, the latest first among these."""
        rank = {"reversed": 0, "hardened": 1, "softened": 2}
        found = [cell for page in self.pages for cell in page.cells.values() if cell.course in rank]
        found.sort(key=lambda cell: (cell.question.name, cell.side))
        found.sort(key=lambda cell: cell.taken[-1].time.anchor or date.min, reverse=True)
        return sorted(found, key=lambda cell: rank[cell.course])


class _Statements:
    """The statements of the pile, to find what a position rests on."""

    def __init__(self, rows: Iterable[StatementRow], sides: Mapping[str, Sequence[Actor]]) -> None:
        self.by_id: dict[str, StatementRow] = {}
        self._of: dict[str, list[StatementRow]] = {}
        self._sides = sides
        for row in rows:
            self.by_id[row.id] = row
            self._of.setdefault(row.report.id, []).append(row)

    def grounds(self, row: StatementRow) -> tuple[tuple[StatementRow, GroundRow], ...]:
        """What a statement cites, and the next one of the same side on either hand."""
        own = self._of[row.report.id]
        at = row.number - 1
        near = [row]
        whose = self._whose(row)
        for places in (range(at - 1, max(-1, at - 1 - _FAR), -1), range(at + 1, min(len(own), at + 1 + _FAR))):
            found = next((own[place] for place in places if whose and self._whose(own[place]) == whose), None)
            if found is not None:
                near.append(found)
        return tuple((one, ground) for one in sorted(near, key=lambda one: one.number) for ground in one.grounds)

    def _whose(self, row: StatementRow) -> tuple[str, ...]:
        if row.speaker is None:
            return ()
        return tuple(side.id for side in self._sides.get(row.speaker.id) or (row.speaker,))


def _seen_most(cell: Cell) -> tuple[int, str, Name]:
    return -len(cell.taken), cell.question.name, cell.side


def _time(row: RecordedPosition, report: ReportRow) -> tuple[When, str]:
    time = when(row.when)
    return (report.time, report.published) if time == NO_DATE else (time, wording.estimate(row.when))


def _marks(row: RecordedPosition) -> list[Mark]:
    stance = row.stance
    marks = [Mark(stance.words, "act"), Mark(stance.matter, "matter")]
    return [*marks, Mark(stance.condition, "condition")] if stance.condition is not None else marks
