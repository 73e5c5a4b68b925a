"""Who is meant by several at once: "the two leaders", "both countries", "the leaders of those regions".

They are whom the sentences before have named, if these name exactly as many as the words say; else it is anybody's
guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from onrecord.actors.cast import Cast
from onrecord.actors.entities import Entity
from onrecord.actors.phrases import Phrase
from onrecord.actors.roles import may_stand_for
from onrecord.actors.states import is_part
from onrecord.actors.words import COUNTRY_NOUNS, word_set

_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_ALL = word_set("the these those both all")
_STATES = word_set(
    "countries nations states governments sides parties capitals neighbors neighbours republics rivals foes allies "
    "administrations regions provinces territories enclaves islands kingdoms"
)
_PARTS = word_set("regions provinces territories enclaves")
_PEOPLE = word_set("men women people persons politicians officials")
_SENTENCES = 3  # looked back over


class Pluralities:
    """Finds the members of the groups of one report. Groups are to be told in text order."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._tokens = cast.tokens
        self._told: dict[str, tuple[int, Entity]] = {}

    def tell(self, phrase: Phrase, entity: Entity) -> None:
        """Remember a group that was named by more than its noun: a later "the ministers" will mean it."""
        self._told[self._tokens[phrase.head].fold] = (self._tokens[phrase.head].sentence, entity)

    def members(self, phrase: Phrase, but: Entity | None = None) -> list[Entity]:
        """Whom a phrase means, two or more, in the order in which they were named; nobody where nothing tells. ``but``
        is none of them."""
        words = {self._tokens[at].fold for at in range(phrase.first, phrase.head)}
        number = next((_NUMBERS[word] for word in sorted(words) if word in _NUMBERS), 0)
        if not number or not words & _ALL or phrase.ties or (phrase.core < phrase.last and self._goes_on(phrase)):
            return []
        noun = self._tokens[phrase.head].fold
        if noun in _STATES:
            return self._last(phrase.first, number, lambda entity: entity.kind == "state" and entity is not but)
        role = phrase.role.noun if phrase.role is not None else ""
        if not role and noun not in _PEOPLE:
            return []
        return self._last(
            phrase.first, number, lambda entity: entity.is_person and entity is not but and _fits(entity, role, noun)
        )

    def places(self, phrase: Phrase) -> list[Entity]:
        """The states behind "those regions" in "the leaders of those regions"."""
        at = phrase.core + 1
        if phrase.core >= phrase.last or self._tokens[phrase.core].fold != "of" or at + 1 >= phrase.last:
            return []
        if self._tokens[at].fold not in ("those", "these", "both", "the"):
            return []
        nouns = [self._tokens[place].fold for place in range(at + 1, min(phrase.last, at + 4))]
        number = next((_NUMBERS[word] for word in (self._tokens[at].fold, *nouns) if word in _NUMBERS), 0)
        plural = any(noun in _STATES or noun.removesuffix("s") in COUNTRY_NOUNS for noun in nouns if noun[-1:] == "s")
        if not plural or (not number and self._tokens[at].fold == "the"):
            return []
        apposed = self._apposed(at + 1)
        if apposed:
            return apposed
        partial = any(noun in _PARTS for noun in nouns)
        return self._last(
            phrase.first, number, lambda entity: entity.kind == "state" and (not partial or is_part(entity.state))
        )

    def _apposed(self, at: int) -> list[Entity]:
        """Those who are named right behind: "those regions, A and B"."""
        while at < len(self._tokens) and self._tokens[at].is_word:
            at += 1
        found: list[Entity] = []
        while at < len(self._tokens) and self._tokens[at].fold in (",", "(", "–", "—", "and", "the"):
            name = self._cast.reader.name_at(at + 1) if at + 1 < len(self._tokens) else None
            entity = self._cast.entity_of(name) if name is not None else None
            if name is not None and entity is not None and entity.kind in ("state", "place", "unknown"):
                found.append(entity)
                at = name.last
            else:
                at += 1
        return found if len(found) > 1 else []

    def again(self, phrase: Phrase) -> Entity | None:
        """The group that "the ministers" means, when it was told of by more words a little before."""
        bare = phrase.head == phrase.first + 1 and phrase.determiner in ("the", "these", "those")
        if not bare or (phrase.core < phrase.last and self._goes_on(phrase)):
            return None
        sentence, entity = self._told.get(self._tokens[phrase.head].fold, (-99, None))
        near = self._tokens[phrase.head].sentence - sentence <= 2 * _SENTENCES
        return entity if near and sentence <= self._tokens[phrase.head].sentence else None

    def _goes_on(self, phrase: Phrase) -> bool:
        return self._tokens[phrase.core].fold in ("of", "from", "for", "in")

    def _last(self, before: int, number: int, fits: Callable[[Entity], bool]) -> list[Entity]:
        """The last ``number`` entities that fit, if the sentences that name them name no more; 0 is two or more."""
        here = self._tokens[before].sentence
        found: dict[int, Entity] = {}
        for back in range(_SENTENCES + 1):
            for occurrence in self._cast.before(before):
                if here - occurrence.sentence > back:
                    break
                if here - occurrence.sentence == back and not occurrence.quoted and fits(occurrence.entity):
                    found.setdefault(occurrence.entity.number, occurrence.entity)
            if len(found) >= max(number, 2):
                break
        enough = len(found) == number if number else 2 <= len(found) <= 3
        return _in_order(found.values(), self._cast, before) if enough else []


def _in_order(entities: Iterable[Entity], cast: Cast, before: int) -> list[Entity]:
    """Entities by their first naming."""
    order: dict[int, int] = {}
    for occurrence in reversed(cast.before(before)):
        order.setdefault(occurrence.entity.number, occurrence.first)
    return sorted(entities, key=lambda entity: order[entity.number])


def _fits(entity: Entity, role: str, noun: str) -> bool:
    if noun == "men" or noun == "women":
        return entity.gender in ("", noun[0] if noun == "men" else "f")
    if noun in ("people", "persons"):
        return True
    return any(may_stand_for(role, known.noun) for known in entity.roles)
