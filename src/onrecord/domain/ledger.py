"""The ledger: events, commitments, forecasts, questions, positions and framing, as a pile of reports amounts to them.

Rows refer to what reports yield (``noted``) by the report's id and the place there (``Sighting``), so that every row
leads back to characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from onrecord.domain.actor import Actor
from onrecord.domain.dates import UNKNOWN_DATE, DateEstimate
from onrecord.domain.ids import content_id
from onrecord.domain.noted import (
    CommitmentStatus,
    Declaration,
    EventState,
    Expectation,
    ForecastStatus,
    Happening,
    Shift,
    Side,
    Stance,
)
from onrecord.domain.span import Span


class Sighting(NamedTuple):
    """Where a report tells a row of the pile: the report's id, and the place in its happenings, declarations, …"""

    report: str
    place: int


@dataclass(frozen=True, slots=True)
class Settlement:
    """One step in the history of a commitment, forecast or scheduled event.

    Args:
        status: what it became.
        because: why, one sentence without a full stop, for people to read.
        report: id of the report that shows it, "" where none does (``lapsed``).
        words: that report's words; empty where there is none.
        sighting: whose words it settles.
        when: the day that it is of.
    """

    status: str
    because: str
    sighting: Sighting
    report: str = ""
    words: tuple[Span, ...] = ()
    when: DateEstimate = UNKNOWN_DATE


@dataclass(frozen=True, slots=True)
class Commitment:
    """One commitment, however often it is reported or restated. ``first`` is its first sighting; the others follow.

    ``history`` are the changes of status in order of time; ``status`` is the last of them, ``open`` without any.
    """

    first: Sighting
    declaration: Declaration
    sightings: tuple[Sighting, ...]
    status: CommitmentStatus = "open"
    history: tuple[Settlement, ...] = ()
    printings: int = 1
    independent: int = 1

    @property
    def id(self) -> str:
        """Content hash of the first sighting's words."""
        return content_id("c", self.first.report, *(f"{s.start}:{s.end}" for s in self.declaration.evidence))


@dataclass(frozen=True, slots=True)
class Forecast:
    """One forecast, however often it is reported; as ``Commitment``."""

    first: Sighting
    expectation: Expectation
    sightings: tuple[Sighting, ...]
    status: ForecastStatus = "open"
    history: tuple[Settlement, ...] = ()
    printings: int = 1
    independent: int = 1

    @property
    def id(self) -> str:
        """Content hash of the first sighting's words."""
        return content_id("f", self.first.report, *(f"{s.start}:{s.end}" for s in self.expectation.evidence))


class Disagreement(NamedTuple):
    """What reports tell differently of one event: ``what`` is ``date``, ``number``, ``name`` or ``place``."""

    what: str
    here: Sighting
    these: str
    there: Sighting
    those: str


@dataclass(frozen=True, slots=True)
class Event:
    """One event, however many reports tell it. ``first`` is the sighting in the first report that does."""

    first: Sighting
    happening: Happening
    sightings: tuple[Sighting, ...]
    state: EventState = "happened"
    when: DateEstimate = UNKNOWN_DATE
    history: tuple[Settlement, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    printings: int = 1
    independent: int = 1

    @property
    def id(self) -> str:
        """Content hash of the first sighting's words."""
        return content_id("e", self.first.report, self.happening.span.start, self.happening.trigger.start)


@dataclass(frozen=True, slots=True)
class Question:
    """A matter on which actors take sides. ``decided`` where a person named, merged or split it."""

    name: str
    key: tuple[str, ...]
    decided: bool = False

    @property
    def id(self) -> str:
        """Content hash of the key."""
        return content_id("q", *self.key)


@dataclass(frozen=True, slots=True)
class Position:
    """An actor's side on a question at a time: one row for each sighting, in order of time.

    ``when`` is the day of the statement or report. ``change`` compares it with the actor's position before.
    """

    question: Question
    actor: Actor
    side: Side
    sighting: Sighting
    stance: Stance
    when: DateEstimate = UNKNOWN_DATE
    strength: int = 2
    change: Shift = "first"
    printings: int = 1
    independent: int = 1

    @property
    def id(self) -> str:
        """Content hash of question, actor and words."""
        spans = (f"{s.start}:{s.end}" for s in self.stance.evidence)
        return content_id("p", self.question.id, self.actor.id, self.sighting.report, *spans)


@dataclass(frozen=True, slots=True)
class Frame:
    """One wording that an actor (``actor``), or an outlet in its own voice (``outlet``), uses for a thing, counted."""

    thing: str
    wording: str
    sightings: tuple[Sighting, ...]
    actor: Actor | None = None
    outlet: str = ""

    @property
    def id(self) -> str:
        """Content hash of thing, wording and who uses it."""
        return content_id("w", self.thing, self.wording, self.actor.id if self.actor else "", self.outlet)


QuestionVerdict = Literal["name", "merge", "split", "drop"]


@dataclass(frozen=True, slots=True)
class QuestionDecision:
    """What a person decided about questions, kept apart from what the machine found.

    ``names`` are the questions as the file of questions calls them, with "opposite of" where their sides are turned
    round; ``called`` is the name that it gives; ``words`` are those that a split goes by. ``who``, ``when`` and
    ``why`` are "" where the file does not say. ``orphaned`` is true when no question answers to it any more; it is
    kept all the same.
    """

    verdict: QuestionVerdict
    names: tuple[str, ...]
    called: str = ""
    words: tuple[str, ...] = ()
    who: str = ""
    when: str = ""
    why: str = ""
    orphaned: bool = False


class SpokenFor(NamedTuple):
    """On whose side somebody with a position stands: a spokesman on that of a state. Several for leaders of several."""

    actor: Actor
    sides: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a pile amounts to. All in an order that depends on the reports only."""

    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    questions: tuple[Question, ...] = ()
    positions: tuple[Position, ...] = ()
    frames: tuple[Frame, ...] = ()
    question_decisions: tuple[QuestionDecision, ...] = ()
    spoken_for: tuple[SpokenFor, ...] = ()


EMPTY_LEDGER = Ledger()
