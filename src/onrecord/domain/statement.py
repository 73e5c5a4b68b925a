"""Statements: one attribution relation each; and refusals, where somebody is reported to have said nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.actor import Actor
from onrecord.domain.dates import UNKNOWN_DATE, DateEstimate
from onrecord.domain.instrument import Ground
from onrecord.domain.noted import Act
from onrecord.domain.span import Span

StatementKind = Literal["direct", "indirect", "mixed"]
StatementMode = Literal["speech", "writing", "belief", "intention", "emotion"]
RefusalKind = Literal["declined", "silent"]


@dataclass(frozen=True, slots=True)
class Statement:
    """Who is reported to have said (written, believed, intended, felt) what, and the words that prove it.

    ``source``, ``cue`` and ``content`` are spans of the report; source and cue may be absent (a quotation that nobody
    is named for). ``content`` has one span or more, in text order. ``kind`` tells whether the words themselves are
    quoted: ``direct`` (all of them), ``mixed`` (some), ``indirect`` (none). ``speaker`` is whom the source resolves
    to, or None. ``relayed_by`` is the chain the statement came through, outermost first. ``confidence`` is a
    calibrated probability that source, cue and content belong together as shown.

    ``negation`` are the words that turn the content round ("did not say", "never", "denied"), ``hedge`` those by which
    the report does not vouch for its being said ("reportedly", "is said to"). ``venue`` is where or through what it
    was said ("in a letter to the council", "on state television"), ``occasion`` in what connection ("after talks in
    Geneva"). ``addressee`` is the first of ``addressees``, to whom it was said. ``grounds`` are the instruments that
    its content cites, in text order. ``act`` is what is done by saying it, in PLOVER's codes.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: StatementKind
    mode: StatementMode
    confidence: float
    speaker: Actor | None = None
    addressee: Actor | None = None
    relayed_by: tuple[Actor, ...] = ()
    said_on: DateEstimate = UNKNOWN_DATE
    negation: Span | None = None
    hedge: Span | None = None
    venue: Span | None = None
    occasion: Span | None = None
    addressees: tuple[Actor, ...] = ()
    grounds: tuple[Ground, ...] = ()
    act: Act | None = None

    def __post_init__(self) -> None:
        if self.addressee is not None and not self.addressees:
            object.__setattr__(self, "addressees", (self.addressee,))
        elif self.addressee is None and self.addressees:
            object.__setattr__(self, "addressee", self.addressees[0])

    @property
    def negated(self) -> bool:
        """Whether the report says that they did *not* say (hold, intend) it, or that they denied it."""
        return self.negation is not None

    @property
    def hedged(self) -> bool:
        """Whether the report does not vouch for its being said."""
        return self.hedge is not None

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The spans that make it this statement and no other (source, cue and content), in text order."""
        spans = [*self.content, *(span for span in (self.source, self.cue) if span is not None)]
        return tuple(sorted(spans))

    @property
    def circumstances(self) -> tuple[Span, ...]:
        """The spans of negation, hedge, venue and occasion, as far as there are any; no part of its identity."""
        return tuple(s for s in (self.negation, self.hedge, self.venue, self.occasion) if s is not None)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Somebody is reported to have said nothing: not a statement, and never to be shown as one.

    ``kind`` is ``declined`` (asked, they would not: "declined to comment", "refused to rule out") or ``silent`` (they
    did not: "has not confirmed", "said nothing about"). ``cue`` holds these words, ``matter`` what they kept silent
    about, where the report names it. ``source`` names who; ``speaker`` is whom it resolves to, ``addressee`` whom they
    would not tell.
    """

    source: Span | None
    cue: Span
    matter: Span | None
    kind: RefusalKind
    speaker: Actor | None = None
    addressee: Actor | None = None

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Every span that the refusal rests on, in text order."""
        return tuple(sorted(span for span in (self.source, self.cue, self.matter) if span is not None))
