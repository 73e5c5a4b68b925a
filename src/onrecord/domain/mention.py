"""Mentions: the phrases of a report that name or describe an actor or a place."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.actor import Actor, ActorKind
from onrecord.domain.span import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, a description or a pronoun: ``head`` is the word of ``span`` that tells what is meant.

    Mentions of a report that mean the same share the number ``entity``, which says nothing outside of the report.
    ``certainty`` is the network's own probability that they do, not calibrated. ``actor`` is whom it means, where
    the report names them.
    """

    span: Span
    head: Span
    kind: ActorKind
    entity: int
    certainty: float
    actor: Actor | None = None
