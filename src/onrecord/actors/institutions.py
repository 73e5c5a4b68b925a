"""Bodies and states that a description means: "the ministry", "Peru's foreign ministry", "the country"."""

from __future__ import annotations

from onrecord.actors.cast import Cast
from onrecord.actors.entities import Entity
from onrecord.actors.governing import organ_named
from onrecord.actors.names import is_compound
from onrecord.actors.phrases import Phrase
from onrecord.actors.salience import Salience
from onrecord.actors.wording import Wording
from onrecord.actors.words import DETERMINERS, NAMED_AFTER


class Institutions:
    """Finds, or makes, the body of a report that a description means."""

    def __init__(self, cast: Cast, salience: Salience, wording: Wording) -> None:
        self._cast = cast
        self._tokens = cast.tokens
        self._salience = salience
        self._wording = wording

    def meant(self, phrase: Phrase, *, definite: bool) -> Entity | None:
        """The body whose noun ends the phrase; None where nothing tells. ``definite`` as for people."""
        word = self._tokens[phrase.head].fold
        before = self._cast.reader.name_at(self._name_before_head(phrase))
        if before is not None and before is not phrase.owner and before.form in ("body", "organisation", "single"):
            entity = self._cast.entity_of(before)
            if entity is not None and entity.body is not None and word not in entity.body.heads:
                return self._wording.entity(phrase, "body")
            if entity is not None and not entity.is_person:
                if entity.kind == "unknown":
                    entity.kind = "organisation"
                entity.heads.add(word)
                return entity
        organ = organ_named(self.plain_words(phrase))
        if organ is not None and (definite or phrase.nations):
            nation = self._nation(phrase)
            if nation:
                return self._cast.organ_at(organ, nation, phrase.first)
            return self._cast.bare_organ(organ, phrase.first)
        if phrase.owner is not None and word in NAMED_AFTER:
            owner = self._cast.entity_of(phrase.owner)
            if owner is not None and owner.is_person:
                return self._cast.named_after(owner, word)
        if not definite or phrase.owner is not None:
            return None
        if word in ("campaign", "administration", "camp") and phrase.head - phrase.first < 2:
            found = self._campaign(phrase, word)
            if found is not None:
                return found
        spoken = self._salience.headed(word, phrase.first)
        if spoken is not None and (not phrase.nations or spoken.state in phrase.nations):
            return spoken
        for near in (self._cast.before(phrase.first), self._cast.after(phrase.first, 60)):
            for occurrence in near:
                entity = occurrence.entity
                if word in entity.heads and (not phrase.nations or entity.state in phrase.nations):
                    return entity
        return None

    def _nation(self, phrase: Phrase) -> str | None:
        """The code of the state whose organ it is: that of the name nearest before the noun, else behind it."""
        for at in (*range(phrase.head, phrase.first - 1, -1), *range(phrase.core, phrase.last)):
            name = self._cast.reader.name_at(at)
            if name is not None and name.entry is not None and name.entry.state is not None:
                return name.entry.state.code
        return next(iter(sorted(phrase.nations)), None)

    def _campaign(self, phrase: Phrase, word: str) -> Entity | None:
        """ "The campaign" of the paragraph's last one, else of the person at hand."""
        here = self._tokens[phrase.first]
        for occurrence in self._cast.before(phrase.first, 30):
            if self._tokens[occurrence.first].paragraph != here.paragraph:
                break
            if word in occurrence.entity.heads:
                return occurrence.entity
        person = self._salience.person_at_hand(phrase.first, None)
        if person is None:
            return None
        return self._cast.named_after(person, word, known_only=True)

    def _name_before_head(self, phrase: Phrase) -> int:
        at = phrase.head - 1
        while at > phrase.first and self._cast.reader.name_at(at) is None and phrase.head - at < 4:
            at -= 1
        return at

    def plain_words(self, phrase: Phrase) -> list[str]:
        """The core's words without determiner and nations."""
        words: list[str] = []
        for at in range(phrase.first, phrase.core):
            name = self._cast.reader.name_at(at)
            token = self._tokens[at]
            nation = name is not None and name.entry is not None and name.entry.state is not None
            if is_compound(token.text):
                return []
            if token.is_possessive or nation or (at == phrase.first and token.fold in DETERMINERS):
                continue
            words.append(token.text)
        return words

    def nearest_state(self, phrase: Phrase) -> Entity | None:
        """The state that was named last before "the country", outside of quotations."""
        for occurrence in self._cast.before(phrase.first, 60):
            if occurrence.entity.kind == "state" and not occurrence.quoted:
                return occurrence.entity
        return None
