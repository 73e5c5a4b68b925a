"""Statements: one attribution relation each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.actor import Actor
from onrecord.domain.dates import UNKNOWN_DATE, DateEstimate
from onrecord.domain.span import Span

StatementKind = Literal["direct", "indirect", "mixed"]
StatementMode = Literal["speech", "writing", "belief", "intention"]


@dataclass(frozen=True, slots=True)
class Statement:
    """Who is reported to have said (written, believed, intended) what, and the words that prove it.

    ``source``, ``cue`` and ``content`` are spans of the report; source and cue may be absent (a quotation that nobody
    is named for). ``content`` has one span or more, in text order. ``kind`` tells whether the words themselves are
    quoted: ``direct`` (all of them), ``mixed`` (some), ``indirect`` (none). ``speaker`` is whom the source resolves
    to, or None. ``relayed_by`` is the chain the statement came through, outermost first. ``confidence`` is a
    calibrated probability that source, cue and content belong together as shown.
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

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Every span that the statement rests on, in text order."""
        spans = [*self.content, *(span for span in (self.source, self.cue) if span is not None)]
        return tuple(sorted(spans))
