"""Whose a document is: "the article reads", "a report saying", "the study by …"."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.actors.cast import Cast
from onrecord.actors.entities import Entity
from onrecord.actors.phrases import Phrase
from onrecord.actors.words import BODY_NOUNS, DEFINITE, is_document, word_set

_ISSUING = word_set(
    "published publishes publish released releases issued issues submitted submits wrote writes presented presents "
    "sent delivered handed signed adopted posted unveiled circulated commissioned conducted drafted aired"
)
_MADE_BY_NAME = word_set("poll survey study report analysis research editorial polling")
_PERSONAL = word_set("tweet ad speech memo letter op-ed")
# What makes a document that nobody is said to have issued: "the parliament declared … the declaration".
_DEEDS = {
    "declaration": word_set("declared proclaimed declares proclaims"),
    "ruling": word_set("ruled rules"),
    "announcement": word_set("announced announces"),
    "proposal": word_set("proposed proposes"),
    "decision": word_set("decided decides"),
    "resolution": word_set("adopted passed adopts passes"),
}
_REACH = 900  # tokens looked back over for an earlier mention


class Documents:
    """Finds the author of a document. ``speaker_in`` gives who speaks in the sentence of a token, outside contents;
    ``resolve`` gives the entity of a token range."""

    def __init__(
        self,
        cast: Cast,
        speaker_in: Callable[[int], Entity | None],
        resolve: Callable[[int, int], Entity | None],
    ) -> None:
        self._resolve = resolve
        self._cast = cast
        self._tokens = cast.tokens
        self._speaker_in = speaker_in
        self._places: dict[str, list[int]] = {}
        for index, token in enumerate(self._tokens):
            if is_document(token.fold):
                self._places.setdefault(token.fold, []).append(index)

    def author(self, phrase: Phrase) -> Entity | None:
        """The person or body whose document the phrase speaks of, when the report says whose; else None."""
        found = self._stated(phrase) or self._issuer(phrase.first, phrase.head)
        if found is not None or (phrase.determiner not in DEFINITE and phrase.determiner):
            return found
        return self._earlier(phrase)

    def _stated(self, phrase: Phrase) -> Entity | None:
        if phrase.owner is not None:
            return self._cast.entity_of(phrase.owner)
        reader = self._cast.reader
        if self._tokens[phrase.head].fold in _PERSONAL:
            name = reader.name_at(phrase.head - 1) if phrase.head > phrase.first else None
            if name is not None and name.form in ("person", "single", "body", "organisation"):
                return self._cast.entity_of(name)
        if self._tokens[phrase.head].fold in _MADE_BY_NAME:
            for at in range(phrase.head - 1, max(phrase.first - 1, phrase.head - 5), -1):
                name = reader.name_at(at)
                if name is not None and name.form in ("body", "organisation", "single"):
                    return self._maker(self._cast.entity_of(name))
        return self._by(phrase.core, phrase.last)

    @staticmethod
    def _maker(entity: Entity | None) -> Entity | None:
        """Who made "a YouGov poll": an organisation, where nothing shows that it is a person's name."""
        if entity is not None and " " not in entity.name and not entity.roles and not entity.genders:
            entity.kind = "organisation" if entity.kind in ("unknown", "person") else entity.kind
        return entity

    def _by(self, at: int, last: int = 0) -> Entity | None:
        """The name after "by" or "from" at token ``at``, in a phrase that ends before ``last`` if that is known."""
        if at + 1 >= len(self._tokens) or self._tokens[at].fold not in ("by", "from"):
            return None
        reader = self._cast.reader
        phrase = reader.read(at + 1, last if last > at + 1 else min(at + 14, len(self._tokens)))
        if phrase is None:
            return None
        first = phrase.first + (self._tokens[phrase.first].fold == "the")
        name = reader.name_at(first) if first < len(self._tokens) else None
        if phrase.named is not None or phrase.owner is not None:
            entity = self._resolve(phrase.first, reader.list_end(phrase.core, phrase.last))
        else:
            entity = self._cast.entity_of(name) if name is not None else None
        return entity if entity is not None and entity.kind != "place" else None

    def _issuer(self, first: int, head: int) -> Entity | None:
        """The subject of the verb of issuing that stands before the document: "X submitted to Y a report"."""
        sentence = self._tokens[head].sentence
        at = first - 1
        while at >= 0 and self._tokens[at].sentence == sentence and first - at < 25:
            if self._tokens[at].fold in _ISSUING:
                break
            at -= 1
        else:
            return None
        if at < 0 or self._tokens[at].sentence != sentence:
            return None
        spoken = self._speaker_in(at)
        for occurrence in self._cast.before(at, 12)[::-1]:
            if occurrence.sentence == sentence and occurrence.subject:
                opening, _ = self._tokens.sentence_range(sentence)
                subject = self._collective_before(opening, occurrence.first)
                return subject or occurrence.entity
        opening, _ = self._tokens.sentence_range(sentence)
        return self._collective_before(opening, at) or spoken

    def _collective_before(self, first: int, last: int) -> Entity | None:
        """ "The contact group on Kosovo comprising Russia …": the phrase that opens the sentence, if it is a body."""
        phrase = self._cast.reader.read(first, last) if first < last else None
        if phrase is None or phrase.named is not None or self._tokens[phrase.head].fold not in BODY_NOUNS:
            return None
        start = phrase.first + (self._tokens[phrase.first].fold in ("the", "a", "an"))
        named = any(self._cast.reader.name_at(at) is not None for at in range(start, phrase.head + 1))
        return self._cast.described(self._tokens.words(start, phrase.head + 1), "group", named=named)

    def _earlier(self, phrase: Phrase) -> Entity | None:
        """Whose the last document of that noun was."""
        places = self._places.get(self._tokens[phrase.head].fold, [])
        for at in reversed([place for place in places if phrase.first - _REACH < place < phrase.first][-4:]):
            known = self._cast.reader.before(at + 1)
            stated = self._stated(known) if known is not None else None
            stated = stated or self._by(at + 1) or self._speaker_in(at)
            if stated is None and known is not None:
                stated = self._issuer(known.first, at)
            if stated is not None:
                return stated
        return self._doer(phrase)

    def _doer(self, phrase: Phrase) -> Entity | None:
        """The subject of the last verb that made such a document."""
        verbs = _DEEDS.get(self._tokens[phrase.head].fold, frozenset())
        for at in range(phrase.first - 1, max(0, phrase.first - _REACH) if verbs else phrase.first, -1):
            if self._tokens[at].fold in verbs and not self._tokens[at].quoted:
                known = self._cast.reader.before(at)
                doer = self._resolve(known.first, at) if known is not None else None
                if doer is not None:
                    return doer
                for occurrence in self._cast.before(at, 12):
                    if occurrence.sentence == self._tokens[at].sentence and occurrence.subject:
                        return occurrence.entity
        return None
