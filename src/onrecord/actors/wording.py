"""Entities that have no name but the words that describe them."""

from __future__ import annotations

from onrecord.actors.cast import Cast
from onrecord.actors.entities import Entity
from onrecord.actors.names import is_compound
from onrecord.actors.naming import possessive
from onrecord.actors.phrases import Phrase
from onrecord.actors.words import word_set
from onrecord.domain import ActorKind

ANONYMOUS = word_set("source person insider individual")


class Wording:
    """Makes the entities that are known by a description alone; the same words are the same entity."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._tokens = cast.tokens
        self._naming = cast.naming

    def entity(self, phrase: Phrase, kind: ActorKind) -> Entity | None:
        """The entity that a phrase names by its own words; None where they say nothing."""
        name = self._naming.name(phrase)
        if not name:
            return None
        entity = self._cast.described(name, kind, named=self._naming.is_proper(phrase, kind))
        if kind == "person" and phrase.role is not None:
            entity.noun = phrase.role.noun
        elif self._tokens[phrase.head].fold in ANONYMOUS:
            entity.noun = self._tokens[phrase.head].fold
        if kind in ("body", "organisation"):
            entity.heads.add(self._tokens[phrase.head].fold)
        return entity

    def owned_by(self, phrase: Phrase, owner: Entity, kind: ActorKind = "person") -> Entity | None:
        """ "Johnson's doctor" under the owner's full name."""
        at = phrase.head
        while at > phrase.first and not self._tokens[at - 1].is_possessive:
            at -= 1
        name = f"{possessive(owner.name)} {self._tokens.words(at, phrase.head + 1)}"
        entity = self._cast.described(name, kind, named=owner.named)
        if kind != "person":
            entity.heads.add(self._tokens[phrase.head].fold)
        return entity

    def tells_more(self, phrase: Phrase) -> bool:
        """Whether the words say more than the noun alone, so that they can serve as a name."""
        tail = phrase.core < phrase.last and self._tokens[phrase.core].fold == "to"
        compound = any(is_compound(self._tokens[at].text) for at in range(phrase.first, phrase.core))
        ties = phrase.ties or phrase.owner or phrase.modifiers or phrase.following or phrase.party or phrase.owned
        return bool(ties or tail or compound)
