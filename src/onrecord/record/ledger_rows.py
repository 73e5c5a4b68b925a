"""What a record gives back of the ledger: the domain's values, with their place in the pile.

``published`` is the best guess of the day of the row's report, ``dated`` whether that day is known. ``evidence``
points into the text of that report. Rows of the pile have ``printings``, the number of reports that tell them, and
``independent``, that of the sources these stand on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from onrecord.domain import (
    Act,
    Actor,
    CommitmentKind,
    CommitmentStatus,
    DateEstimate,
    Declaration,
    EventState,
    Expectation,
    ForecastStatus,
    Happening,
    Likelihood,
    Naming,
    Polarity,
    Question,
    Shift,
    Side,
    Span,
    Stance,
    Strength,
)
from onrecord.record.rows import Mention, ReportKey

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAct(Act):
    """An act with its id and report; ``statement`` is the id of the statement that does it, if one does."""

    id: str
    report: ReportKey
    published: date | None = None
    statement: str | None = None
    dated: bool = True

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The words that show it."""
        return (self.span,)


@dataclass(frozen=True, slots=True)
class Seen(Generic[_T]):
    """Where a report tells a row of the pile: what it tells there (``words``), and the statement's id."""

    report: ReportKey
    words: _T
    published: date | None = None
    statement: str | None = None

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The spans of that report which it rests on."""
        found: tuple[Span, ...] = getattr(self.words, "evidence", ())
        return found


@dataclass(frozen=True, slots=True)
class Step:
    """A step in the history of a commitment, forecast or event: what it became, and the words that show it.

    Args:
        status: what it became.
        because: why, one sentence without a full stop.
        when: the day that it is of.
        report: whose words show it; None where no report does.
        evidence: these words.
        of: the report whose words it settles; ``of_evidence`` are these.
    """

    status: str
    because: str
    when: DateEstimate
    report: ReportKey | None
    evidence: tuple[Span, ...]
    of: ReportKey
    of_evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedCommitment:
    """What somebody said they would do, or not, as one report tells it. Rows of one commitment share their ``id``.

    ``actor``, ``act`` and the fields up to ``deadline`` are those of the first of ``declarations``, the places where
    this report tells it, that has them. ``status``, ``history``, ``sightings`` and the counts are of the commitment as
    a whole. ``act`` are words: negative ones (``polarity``) say what will *not* be done.
    """

    id: str
    report: ReportKey
    published: date | None
    declarations: tuple[Declaration, ...]
    actor: Actor | None
    target: Actor | None
    also_bound: tuple[Actor, ...]
    act: str
    cue: Span
    polarity: Polarity
    kind: CommitmentKind
    strength: Strength
    condition: Span | None
    deadline: DateEstimate
    status: CommitmentStatus
    history: tuple[Step, ...]
    sightings: tuple[Seen[Declaration], ...]
    statement: str | None = None
    printings: int = 1
    independent: int = 1
    dated: bool = True

    @property
    def settled_by(self) -> Step | None:
        """The last step, if a report shows it: with ``report`` and ``evidence``."""
        return _settled(self.history)

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Every span of this report that it rests on, in text order."""
        return _spans(self.declarations)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedForecast:
    """What was expected, as one report tells it. Rows of one forecast share their ``id``; as ``RecordedCommitment``.

    ``actor`` expects it, None: the report itself. ``of`` is whom it is expected of. ``expected`` are words: negative
    ones (``polarity``) say what is *not* expected.
    """

    id: str
    report: ReportKey
    published: date | None
    expectations: tuple[Expectation, ...]
    actor: Actor | None
    of: Actor | None
    expected: str
    cue: Span
    polarity: Polarity
    likelihood: Likelihood
    condition: Span | None
    window: DateEstimate
    status: ForecastStatus
    history: tuple[Step, ...]
    sightings: tuple[Seen[Expectation], ...]
    statement: str | None = None
    printings: int = 1
    independent: int = 1
    dated: bool = True

    @property
    def settled_by(self) -> Step | None:
        """The last step, if a report shows it: with ``report`` and ``evidence``."""
        return _settled(self.history)

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Every span of this report that it rests on, in text order."""
        return _spans(self.expectations)


@dataclass(frozen=True, slots=True)
class Differing:
    """What two reports tell differently of an event: ``these`` in ``report``, ``those`` in ``other_report``."""

    what: str
    report: ReportKey
    these: str
    other_report: ReportKey
    those: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedEvent:
    """An event of the pile. ``report`` is the first that tells it, ``happening`` what it tells there."""

    id: str
    report: ReportKey
    published: date | None
    happening: Happening
    subject: str
    state: EventState
    when: DateEstimate
    act: Act | None
    actor: Actor | None
    recipient: Actor | None
    place: Span | None
    history: tuple[Step, ...]
    sightings: tuple[Seen[Happening], ...]
    disagreements: tuple[Differing, ...]
    statement: str | None = None
    printings: int = 1
    independent: int = 1

    @property
    def settled_by(self) -> Step | None:
        """The last step, if a report shows it: with ``report`` and ``evidence``."""
        return _settled(self.history)

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Every span of the first report that it rests on, in text order."""
        return self.happening.spans


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedQuestion(Question):
    """A matter on which actors take sides: how many positions there are on it, and whose."""

    positions: int
    actors: tuple[Actor, ...]
    words: tuple[Mention, ...] = ()

    @property
    def reports(self) -> int:
        """In how many reports sides are taken on it."""
        return len({each.report.id for each in self.words})

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Every span that names the matter; ``words`` say in which report each stands."""
        return tuple(each.span for each in self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedPosition:
    """An actor's side on a question at a time: one row for each sighting.

    ``speaks_for`` is on whose side the actor stands who speaks for another, as a spokesman does for a state.
    """

    id: str
    question: Question
    actor: Actor
    side: Side
    strength: int
    when: DateEstimate
    change: Shift
    report: ReportKey
    published: date | None
    stance: Stance
    speaks_for: tuple[Actor, ...] = ()
    statement: str | None = None
    printings: int = 1
    independent: int = 1

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Every span that it rests on, in text order."""
        return self.stance.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedFrame:
    """A wording that an actor, or an outlet in its own voice, uses for a thing, with all its sightings."""

    id: str
    thing: str
    wording: str
    actor: Actor | None
    outlet: str
    sightings: tuple[Seen[Naming], ...]

    @property
    def reports(self) -> int:
        """In how many reports it is used."""
        return len({seen.report.id for seen in self.sightings})

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Every span that it rests on; ``sightings`` say in which report each stands."""
        return tuple(seen.words.span for seen in self.sightings)


def _settled(history: tuple[Step, ...]) -> Step | None:
    return history[-1] if history and history[-1].report is not None else None


def _spans(told: tuple[Declaration, ...] | tuple[Expectation, ...]) -> tuple[Span, ...]:
    return tuple(sorted({span for each in told for span in each.evidence}))
