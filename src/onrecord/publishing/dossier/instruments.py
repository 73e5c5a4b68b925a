"""The instruments of the pile as their pages show them: who cites each, since when, in which relation and words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, get_args

from onrecord.domain import Ground, Instrument, Relation, Report, Statement
from onrecord.publishing.dossier import wording

if TYPE_CHECKING:
    from onrecord.publishing.dossier.survey import ReportRow, StatementRow

_ORDER: tuple[Relation, ...] = ("breach alleged", "breach denied", "invoked", "mentioned")
assert set(_ORDER) == set(get_args(Relation))


@dataclass(frozen=True, slots=True)
class GroundRow:
    """A ground as it is shown with its statement. ``anchor`` is where its words are, in its report's page."""

    instrument: Instrument
    part: str
    relation: Relation
    words: str
    shown_by: str
    anchor: str

    @property
    def name(self) -> str:
        """The instrument with the part that is cited."""
        return f"{self.part}, {self.instrument.name}" if self.part else self.instrument.name


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Words of a report that name an instrument outside of what anybody is reported to have said."""

    report: ReportRow
    words: str
    because: str
    anchor: str


@dataclass(slots=True)
class InstrumentPage:
    """An instrument with all that the reports have on it."""

    id: str
    instrument: Instrument
    cited: list[tuple[StatementRow, GroundRow]] = field(default_factory=list)
    named: list[PlaceRow] = field(default_factory=list)
    wordings: Counter[str] = field(default_factory=Counter)
    linked: Counter[str] = field(default_factory=Counter)
    in_reports: dict[str, ReportRow] = field(default_factory=dict)

    @property
    def page(self) -> str:
        """The instrument's page, from the dossier's root."""
        return f"instruments/{self.id}.html"

    @property
    def statements(self) -> int:
        """How many statements cite it."""
        return len({row.id for row, _ in self.cited})

    @property
    def speakers(self) -> int:
        """How many speakers that are known cite it."""
        return len({row.speaker.id for row, _ in self.cited if row.speaker is not None})

    @property
    def since(self) -> str:
        """From when to when reports name it, as far as these are dated; "" where none is."""
        days = sorted(row.when for row in self.in_reports.values() if row.when is not None)
        if not days:
            return ""
        return wording.day(days[0]) if days[0] == days[-1] else f"{wording.day(days[0])} to {wording.day(days[-1])}"

    @property
    def undated(self) -> int:
        """How many of the reports that name it have no date."""
        return sum(row.when is None for row in self.in_reports.values())

    @property
    def facts(self) -> str:
        """What is known of it: by whom, and of which year."""
        year = f"of {self.instrument.date}" if self.instrument.date else ""
        return ", ".join(filter(None, (self.instrument.body, year)))

    @property
    def relations(self) -> list[tuple[Relation, int]]:
        """How many grounds are of each relation that occurs."""
        counts = Counter(ground.relation for _, ground in self.cited)
        return [(relation, counts[relation]) for relation in _ORDER if counts[relation]]

    @property
    def other_words(self) -> list[str]:
        """The wordings in the reports, the commonest first, without its own name."""
        ordered = sorted(self.wordings.items(), key=lambda item: (-item[1], item[0]))
        return [words for words, _ in ordered if words.casefold() != self.instrument.name.casefold()]

    @property
    def reasons(self) -> list[str]:
        """How words that are not its name are known to mean it."""
        return sorted(reason for reason in self.linked if reason not in ("named", ""))

    def by_relation(self) -> Iterator[tuple[Relation, list[tuple[StatementRow, GroundRow]]]]:
        """The statements that cite it, those that allege a breach first, each by date."""
        for relation, _ in self.relations:
            yield relation, sorted((each for each in self.cited if each[1].relation == relation), key=_when)


def _when(cited: tuple[StatementRow, GroundRow]) -> tuple[bool, date, tuple[bool, date, str, str], int]:
    row = cited[0]
    return row.when is None, row.when or date.min, row.report.order, row.number


def citation_anchor(start: int, end: int) -> str:
    """Where in its report's page the words are that name an instrument."""
    return f"i-{start}-{end}"


def ground_rows(statement: Statement, page: str) -> tuple[GroundRow, ...]:
    """The grounds of a statement of the report whose page is ``page``."""
    return tuple(_ground_row(ground, page) for ground in statement.grounds)


def _ground_row(ground: Ground, page: str) -> GroundRow:
    anchor = f"{page}#{citation_anchor(ground.span.start, ground.span.end)}"
    shown_by = "" if ground.words is None else " ".join(ground.words.text.split())
    words = " ".join(ground.span.text.split())
    return GroundRow(ground.instrument, ground.part, ground.relation, words, shown_by, anchor)


class InstrumentPages:
    """Gathers the instruments while the reports go by."""

    def __init__(self) -> None:
        self._pages: dict[str, InstrumentPage] = {}

    def add(self, report: Report, row: ReportRow, statements: Iterable[StatementRow]) -> None:
        """Take up what a report names and its statements cite."""
        said = {(g.span.start, g.span.end) for one in report.statements for g in one.grounds}
        for citation in report.citations:
            page = self._page(citation.instrument)
            page.in_reports[row.id] = row
            words = " ".join(citation.span.text.split())
            page.wordings[words] += 1
            page.linked[citation.because] += 1
            if (citation.span.start, citation.span.end) not in said:
                anchor = f"{row.page}#{citation_anchor(citation.span.start, citation.span.end)}"
                page.named.append(PlaceRow(row, words, citation.because, anchor))
        for statement in statements:
            for ground in statement.grounds:
                page = self._page(ground.instrument)
                page.in_reports[row.id] = row
                page.cited.append((statement, ground))

    def pages(self) -> list[InstrumentPage]:
        """All of them, those that most statements cite first."""
        return sorted(
            self._pages.values(),
            key=lambda one: (-one.statements, -len(one.in_reports), one.instrument.name, one.id),
        )

    def _page(self, instrument: Instrument) -> InstrumentPage:
        found = self._pages.get(instrument.id)
        if found is None:
            found = self._pages[instrument.id] = InstrumentPage(instrument.id, instrument)
        return found
