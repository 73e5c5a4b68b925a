"""What a record gives back: the domain's values, with their place in the pile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date

from onrecord.domain import (
    Actor,
    Change,
    Direction,
    DivergenceKind,
    Ground,
    Instrument,
    LineageKind,
    Office,
    Passage,
    Refusal,
    Report,
    Span,
    Statement,
    Tenure,
)


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A file (or a line, or an archive's member) that could not be read, and why.

    ``sha256`` is the hexadecimal SHA-256 of its bytes, "" when not even these could be had.
    """

    name: str
    reason: str
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class DuplicateRow:
    """A file left out because another one, whose name is ``same_as``, holds the same bytes."""

    name: str
    sha256: str
    same_as: str


@dataclass(frozen=True, slots=True)
class ReportKey:
    """Which report is meant: its content-hash id and its own name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a report that an actor's row rests on."""

    report: ReportKey
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedStatement(Statement):
    """A statement with its id and the report it stands in; ``evidence`` points into ``report.text``.

    ``printings`` is the number of reports that print it, ``independent`` that of the sources these stand on: reports
    that have it from each other are one.
    """

    id: str
    report: Report = field(repr=False)
    printings: int = 1
    independent: int = 1

    @classmethod
    def of(
        cls, statement: Statement, report: Report, printings: Mapping[str, tuple[int, int]] | None = None
    ) -> RecordedStatement:
        """The row of a statement of ``report``; ``printings`` has the two counts of those printed more than once."""
        values = {f.name: getattr(statement, f.name) for f in fields(Statement)}
        identity = report.statement_id(statement)
        printed, independent = (printings or {}).get(identity, (1, 1))
        return cls(**values, id=identity, report=report, printings=printed, independent=independent)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedRefusal(Refusal):
    """A refusal with its id and the report it stands in; ``evidence`` points into ``report.text``."""

    id: str
    report: Report = field(repr=False)

    @classmethod
    def of(cls, refusal: Refusal, report: Report) -> RecordedRefusal:
        """The row of a refusal of ``report``."""
        values = {f.name: getattr(refusal, f.name) for f in fields(Refusal)}
        return cls(**values, id=report.refusal_id(refusal), report=report)


@dataclass(frozen=True, slots=True)
class Claim:
    """A report's words that state an office, and when it is held by them (``tenure``, see ``Description``)."""

    report: ReportKey
    span: Span
    tenure: Tenure


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedOffice(Office):
    """An office with the words of all reports that state it, in the order of the record."""

    claims: tuple[Claim, ...]

    @property
    def reports(self) -> int:
        """How many reports state it."""
        return len({claim.report.id for claim in self.claims})

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Every span that the row rests on; ``claims`` say in which report each stands."""
        return tuple(claim.span for claim in self.claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedActor(Actor):
    """An actor of the whole pile.

    Args:
        statements: how many statements they are the speaker of.
        reports: how many reports those statements stand in.
        mentions: the sources that were resolved to them ("Mr Aran", "the envoy"), in the order of the record.
        involved: for statements that involve them without a source of their own (as the one spoken to, as the one
            who passed it on, as the speaker of a quotation without a source): the cue or, without one, the first
            words of the statement.
        described: words that say what they are, or that name them as what somebody's office is of.
        told: words of the ledger that involve them: of acts, events, commitments, forecasts, stances and namings.
    """

    statements: int
    reports: int
    mentions: tuple[Mention, ...]
    involved: tuple[Mention, ...] = ()
    described: tuple[Mention, ...] = ()
    told: tuple[Mention, ...] = ()

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Every span that the row rests on, as in ``mentions``, ``involved``, ``described`` and ``told``."""
        return tuple(mention.span for mention in (*self.mentions, *self.involved, *self.described, *self.told))


@dataclass(frozen=True, slots=True)
class Citing:
    """Words of a report that name an instrument, or mean it; ``part`` and ``because`` as in ``Citation``."""

    report: ReportKey
    span: Span
    part: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedInstrument(Instrument):
    """An instrument of the whole pile.

    Args:
        mentions: every place where a report names or means it, in the order of the record.
        statements: how many statements cite it.
        first_seen, last_seen: the days of the first and the last report that mention it, of those whose date is known.
    """

    mentions: tuple[Citing, ...]
    statements: int = 0
    first_seen: date | None = None
    last_seen: date | None = None

    @property
    def reports(self) -> int:
        """How many reports mention it."""
        return len({mention.report.id for mention in self.mentions})

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Every span that the row rests on; ``mentions`` say in which report each stands."""
        return tuple(mention.span for mention in self.mentions)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedGround(Ground):
    """A ground with its id, the statement that it belongs to, and the report that this stands in."""

    id: str
    statement: RecordedStatement = field(repr=False)

    @property
    def report(self) -> Report:
        """The report whose text ``evidence`` points into."""
        return self.statement.report

    @classmethod
    def of(cls, ground: Ground, statement: RecordedStatement) -> RecordedGround:
        """The row of a ground of ``statement``."""
        values = {f.name: getattr(ground, f.name) for f in fields(Ground)}
        return cls(**values, id=statement.report.ground_id(statement, ground), statement=statement)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedLineage:
    """A report that shares wording with another one; see ``Lineage`` for the fields."""

    id: str
    report: ReportKey
    copied_from: ReportKey
    kind: LineageKind
    direction: Direction
    reason: str
    passages: tuple[Passage, ...]
    same_words: int
    share: float
    share_of_source: float
    agency: str | None = None

    @property
    def is_copying(self) -> bool:
        """Whether the two stand on one source; quotations of one speech do not."""
        return self.kind != "quotation only"

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The passages as they stand in ``report``."""
        return tuple(passage.here for passage in self.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedDivergence:
    """The same words of somebody in two reports, with a difference; see ``Divergence`` for the fields.

    ``statement`` and ``other_statement`` are the ids of the statements that the words are, None where they are none.
    """

    id: str
    kind: DivergenceKind
    report: ReportKey
    here: Span
    other_report: ReportKey
    there: Span
    changes: tuple[Change, ...]
    statement: str | None = None
    other_statement: str | None = None
    copied: bool = False

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The words as they stand in ``report``."""
        return (self.here,)
