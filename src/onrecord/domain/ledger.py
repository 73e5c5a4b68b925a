"""The ledger: acts, events, commitments, forecasts, positions and framing; as one report tells them, and as a pile.

What one report tells (``Act``, ``Happening``, ``Declaration``, ``Expectation``, ``Stance``, ``Naming``) is found when
the report is analysed, points into its text, and says nothing about other reports. What the pile makes of it
(``Event``, ``Commitment``, ``Forecast``, ``Question``, ``Position``, ``Frame``) refers to these by their report's id
and their place there (``Sighting``), so that every row leads back to characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from onrecord.domain.actor import Actor
from onrecord.domain.dates import UNKNOWN_DATE, DateEstimate
from onrecord.domain.ids import content_id
from onrecord.domain.span import Span

ActCode = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
"""PLOVER's event types."""

QuadClass = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]

Polarity = Literal["positive", "negative"]
"""``negative``: that something will *not* be done, or is not expected."""

CommitmentKind = Literal["promise", "threat", "plan", "refusal", "continuation", "offer"]
Strength = Literal["vows", "will", "would", "may"]
"""How firmly: ``vows`` (pledges, swears), ``will`` (plans, is to), ``would``, ``may`` (considers, is ready to)."""

CommitmentStatus = Literal["open", "condition met", "met", "acted against", "withdrawn", "lapsed"]
Likelihood = Literal["certain", "likely", "possible", "unlikely"]
ForecastStatus = Literal["open", "came true", "did not"]
EventState = Literal["happened", "scheduled", "held", "moved", "cancelled", "unknown"]
Outcome = Literal["done", "not done", "given up"]
Side = Literal["for", "against", "conditional", "neutral", "unclear"]
Shift = Literal["first", "held", "hardened", "softened", "reversed"]
"""How a position compares with the same actor's last one on the question."""


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody does, in PLOVER's codes. ``span`` are the words that show it.

    ``mode`` is PLOVER's mode where the words settle it, else "". ``actor`` does it, ``recipient`` is at its other end;
    None where the report does not make that clear.
    """

    code: ActCode
    span: Span
    actor: Actor | None = None
    recipient: Actor | None = None
    mode: str = ""

    @property
    def quad(self) -> QuadClass:
        """The quad class of the code."""
        return QUADS[self.code]


QUADS: dict[str, QuadClass] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "verbal cooperation"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "material cooperation"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "verbal conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material conflict"),
}


@dataclass(frozen=True, slots=True)
class Happening:
    """One place where a report tells an event: that it happened, goes on, or is to come.

    Args:
        span: the clause that tells it.
        trigger: the word or words that name what happens ("declared", "emergency session").
        subject: what happens, in a few words of the clause, for people to read ("declaration of independence").
        state: how it is told.
        act: its PLOVER code, where one fits.
        actor, recipient: who does it, and to whom.
        when: the days it is of; unknown where nothing says.
        time: the words that say so.
        place: the words that say where.
        figures: numbers told of it ("350 policemen"), in text order.
        statement: the place in ``report.statements`` of the statement that tells it, None for narration.
    """

    span: Span
    trigger: Span
    subject: str
    state: EventState = "happened"
    act: Act | None = None
    actor: Actor | None = None
    recipient: Actor | None = None
    when: DateEstimate = UNKNOWN_DATE
    time: Span | None = None
    place: Span | None = None
    figures: tuple[Span, ...] = ()
    statement: int | None = None

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The clause that it rests on."""
        return (self.span,)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every span in it, in text order."""
        act = None if self.act is None else self.act.span
        return _sorted(self.span, self.trigger, self.time, self.place, *self.figures, act)


@dataclass(frozen=True, slots=True)
class Declaration:
    """One report's words of a commitment: somebody's own future conduct, as declared by them.

    Args:
        act: the words of what will (not) be done, without subject and modal ("declare independence unilaterally").
        cue: the words that make it a commitment ("would", "vowed to", "will not").
        kind, polarity, strength: see the types.
        actor: who is bound. ``also_bound``: who else is.
        target: towards whom.
        condition: the words that make it conditional, with "if", "unless", "once" ("if no compromise were found …").
        deadline: by when, as far as the words say; ``deadline_words`` say it.
        statement: the place in ``report.statements`` of the statement that declares it, None for narration.
    """

    act: Span
    cue: Span
    kind: CommitmentKind
    polarity: Polarity
    strength: Strength
    actor: Actor | None = None
    target: Actor | None = None
    also_bound: tuple[Actor, ...] = ()
    condition: Span | None = None
    deadline: DateEstimate = UNKNOWN_DATE
    deadline_words: Span | None = None
    statement: int | None = None

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Every span that it rests on, in text order."""
        return _sorted(self.act, self.cue, self.condition, self.deadline_words)


@dataclass(frozen=True, slots=True)
class Expectation:
    """One report's words of a forecast: what is expected, by whom, of whom, by when, how surely.

    Args:
        expected: the words of what is expected ("declare its independence on Sunday or Monday").
        cue: the words that make it a forecast ("is widely expected to", "unlikely", "warned that").
        likelihood: how surely. ``unlikely`` goes with ``polarity`` negative.
        actor: who expects it; None: the report.
        of: of whom it is expected.
        condition: the words that make it conditional.
        window: the days within which, as far as the words say; ``window_words`` say it.
        statement: the place in ``report.statements`` of the statement that makes it, None for narration.
    """

    expected: Span
    cue: Span
    likelihood: Likelihood
    polarity: Polarity = "positive"
    actor: Actor | None = None
    of: Actor | None = None
    condition: Span | None = None
    window: DateEstimate = UNKNOWN_DATE
    window_words: Span | None = None
    statement: int | None = None

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Every span that it rests on, in text order."""
        return _sorted(self.expected, self.cue, self.condition, self.window_words)


@dataclass(frozen=True, slots=True)
class Stance:
    """One report's words by which an actor takes a side on a matter.

    Args:
        matter: the words that name the matter ("Kosovo's independence declaration").
        words: the words that show the side ("denounced", "backs", "in breach of").
        key: the matter in lower-case lemmas, sorted, as a first guess at what is one question across reports.
        side: the side taken on the matter as named.
        strength: 1 (mild) to 3 (strong).
        actor: who takes it.
        condition: words that make it conditional.
        statement: the place in ``report.statements``, None for narration.
    """

    matter: Span
    words: Span
    key: tuple[str, ...]
    side: Side
    strength: int = 2
    actor: Actor | None = None
    condition: Span | None = None
    statement: int | None = None

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Every span that it rests on, in text order."""
        return _sorted(self.matter, self.words, self.condition)


@dataclass(frozen=True, slots=True)
class Telling:
    """A clause that tells something as done, as not done, or as given up: what promises are settled by. No row.

    ``stems`` are those of its words of content, ``verb`` that of its verb. ``actor`` did it
    or did not, ``doer`` are the words for who did. ``time`` is the time expression that says
    when. ``statement``: the place in ``report.statements`` of the statement that tells it, None for narration.
    """

    span: Span
    verb: str
    stems: tuple[str, ...]
    outcome: Outcome = "done"
    actor: Actor | None = None
    doer: str = ""
    time: Span | None = None
    statement: int | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every span in it, in text order."""
        return _sorted(self.span, self.time)


@dataclass(frozen=True, slots=True)
class Naming:
    """One report's words for a thing that others name otherwise, in a statement or in the report's own voice.

    ``thing`` is what is named, in a form that all names of it share; ``actor`` whose words they are, None: the
    report's.
    """

    span: Span
    thing: str
    actor: Actor | None = None
    statement: int | None = None


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


def _sorted(*spans: Span | None) -> tuple[Span, ...]:
    return tuple(sorted({span for span in spans if span is not None}))
