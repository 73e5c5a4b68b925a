"""What one report yields for the ledger: acts, happenings, declarations, expectations, stances, tellings and namings.

They are found when the report is analysed, point into its text, and say nothing about other reports.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.actor import Actor
from onrecord.domain.dates import UNKNOWN_DATE, DateEstimate
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


def _sorted(*spans: Span | None) -> tuple[Span, ...]:
    return tuple(sorted({span for span in spans if span is not None}))
