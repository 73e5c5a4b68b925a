"""Actors: who speaks, is spoken to, and acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.ids import content_id

ActorKind = Literal["person", "state", "organisation", "body", "group", "place", "unknown"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, state, organisation, body (an organ of a state or organisation) or group.

    ``name`` is canonical: the fullest name the reports give, without titles. ``aliases`` are the other names and
    descriptions that were resolved to it, sorted. ``within`` is the id of the only report that an actor without a name
    ("a Western diplomat") is known from, "" for all others: two reports' unnamed diplomats are two actors.
    ``distinction`` tells one of several people of the same name from the others ("defence minister, Canada"); a
    namesake of whom the reports do not tell which one it is has none. Equal ids mean the same actor.
    """

    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    within: str = ""
    distinction: str = ""

    @property
    def id(self) -> str:
        confined = (self.within,) if self.within or self.distinction else ()
        apart = (self.distinction.casefold(),) if self.distinction else ()
        return content_id("a", self.kind, " ".join(self.name.casefold().split()), *confined, *apart)

    @property
    def label(self) -> str:
        """The name as a list of actors shows it: with what tells namesakes apart."""
        return f"{self.name} ({self.distinction})" if self.distinction else self.name
