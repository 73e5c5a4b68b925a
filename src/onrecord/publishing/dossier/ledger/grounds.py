"""What each side rests on: the instruments cited for and against a question, and those cited to opposite ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.domain import Instrument, Side
from onrecord.publishing.dossier.instruments import GroundRow
from onrecord.publishing.dossier.ledger.names import Name
from onrecord.publishing.dossier.ledger.positions import QuestionPage, Taken
from onrecord.publishing.dossier.survey import StatementRow, page_id


@dataclass(frozen=True, slots=True)
class Citing:
    """Somebody who takes a side and cites an instrument, in that statement or the next one."""

    actor: Name
    taken: Taken
    statement: StatementRow
    ground: GroundRow


@dataclass(slots=True)
class SidesOf:
    """An instrument on a question: who cites it taking which side."""

    question: QuestionPage
    instrument: Instrument
    sides: dict[Side, dict[tuple[str, str], Citing]] = field(default_factory=dict)

    @property
    def page(self) -> str:
        """The instrument's page, from the dossier's root."""
        return f"instruments/{page_id(self.instrument.id)}.html"

    @property
    def opposite(self) -> bool:
        """Whether it is cited both for and against."""
        return "for" in self.sides and "against" in self.sides

    def citing(self, side: Side) -> list[Citing]:
        """Who cites it on ``side``: the first citation of each."""
        first: dict[str, Citing] = {}
        for one in sorted(self.sides.get(side, {}).values(), key=lambda one: (one.taken.order, one.actor)):
            first.setdefault(one.actor.id, one)
        return list(first.values())

    def since(self, side: Side) -> str:
        """The year since which it is cited on ``side``; "" where that is not known."""
        days = [one.statement.report.when for one in self.sides.get(side, {}).values()]
        return str(min(day for day in days if day is not None).year) if any(days) else ""

    @property
    def statements(self) -> int:
        return sum(len(several) for several in self.sides.values())


def grounds_of(page: QuestionPage) -> list[SidesOf]:
    """The instruments cited on a question, those cited to opposite ends first, then those cited most."""
    found: dict[str, SidesOf] = {}
    for cell in page.cells.values():
        for taken in cell.taken:
            for statement, ground in taken.grounds:
                one = found.setdefault(ground.instrument.id, SidesOf(page, ground.instrument))
                several = one.sides.setdefault(taken.side, {})
                several.setdefault((ground.anchor, taken.actor.id), Citing(taken.actor, taken, statement, ground))
    return sorted(found.values(), key=lambda one: (not one.opposite, -one.statements, one.instrument.name, one.page))


def opposite_ends(pages: Iterable[QuestionPage]) -> dict[str, list[SidesOf]]:
    """By the instrument's id: the questions on which it is cited to opposite ends."""
    found: dict[str, list[SidesOf]] = {}
    for page in pages:
        for one in grounds_of(page):
            if one.opposite:
                found.setdefault(one.instrument.id, []).append(one)
    return found
