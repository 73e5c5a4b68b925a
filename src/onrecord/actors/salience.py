"""Who is being talked about: antecedents of "he", "she", "it" and "they" by agreement, role and distance."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

from onrecord.actors.cast import Cast
from onrecord.actors.entities import Entity, Occurrence
from onrecord.actors.words import word_set

_MALE = word_set("he him his himself")
_FEMALE = word_set("she her hers herself")
_NEUTER = word_set("it its itself")
_REACH = 10  # sentences
_SUBJECT, _SPEAKER, _OBLIQUE, _QUOTED, _NAMED = 2.0, 2.5, -1.0, -2.0, -2.0


class Salience:
    """Ranks the entities before a place. ``speaking`` are the numbers of the persons whom any source names."""

    def __init__(self, cast: Cast, speaking: frozenset[int]) -> None:
        self.speaking = speaking
        self._cast = cast
        self._tokens = cast.tokens
        self._spoken: list[tuple[int, int, bool]] = []  # token, entity's number, whether in passing

    def spoke(self, at: int, entity: Entity, *, in_passing: bool) -> None:
        """Record that ``entity`` is the source at token ``at``, perhaps only inside what somebody else says."""
        insort(self._spoken, (at, entity.number, in_passing or self._tokens[at].quoted))

    def agrees(self, word: str, entity: Entity) -> bool:
        """Whether a pronoun may stand for an entity."""
        return self._agreement(word, entity) is not None

    def antecedent(
        self,
        word: str,
        at: int,
        ignore: Sequence[tuple[int, int]] = (),
        *,
        named: frozenset[int] = frozenset(),
        reach: int = _REACH,
        least: float = -99.0,
    ) -> Entity | None:
        """The most likely entity for the pronoun ``word`` at token ``at``; None when nothing agrees.

        ``named`` are the numbers of those who are named in what the pronoun says: nobody speaks of himself by name,
        bodies and states seldom do. ``reach`` is the number of sentences looked back over, ``least`` the score that
        the best must have.
        """
        scores: dict[int, tuple[float, int]] = {}
        here = self._tokens[at]

        def consider(entity: Entity, first: int, base: float) -> None:
            agreement = self._agreement(word, entity)
            if agreement is None or any(low <= first < high for low, high in ignore):
                return
            if entity.number in named:
                if word not in _NEUTER:
                    return
                agreement += _NAMED
            token = self._tokens[first]
            score = base + agreement - (here.sentence - token.sentence) + 0.5 * (here.paragraph == token.paragraph)
            known = scores.get(entity.number)
            if known is None or (score, first) > known:
                scores[entity.number] = (score, first)

        for occurrence in self._cast.before(at, 80):
            if here.sentence - occurrence.sentence > reach:
                break
            consider(occurrence.entity, occurrence.first, self._standing(occurrence))
        for first, number, in_passing in self._speakers_before(at):
            if here.sentence - self._tokens[first].sentence > reach:
                break
            consider(self._cast.entities[number], first, _SPEAKER + (_QUOTED if in_passing else 0.0))
        if not scores:
            return None
        best = max(scores, key=lambda number: scores[number])
        return self._cast.entities[best] if scores[best][0] >= least else None

    def person_at_hand(self, at: int, pronoun: str | None) -> Entity | None:
        """The person who was the last sentences' subject or speaker, the only one in question; else None."""
        words = (pronoun,) if pronoun else ("he", "she")
        found = [self.antecedent(word, at, (), reach=2, least=0.5) for word in words]
        people = {entity.number: entity for entity in found if entity is not None and entity.is_person}
        return next(iter(people.values())) if len(people) == 1 else None

    def only_person_named(self, at: int, pronoun: str | None, reach: int = 4) -> Entity | None:
        """The only person with a name whom the last sentences name, or who speaks in them; else None."""
        here = self._tokens[at].sentence
        near = [one.entity for one in self._cast.before(at, 80) if here - one.sentence <= reach and not one.quoted]
        near += [
            self._cast.entities[number]
            for first, number, _ in self._speakers_before(at)
            if here - self._tokens[first].sentence <= reach
        ]
        words = (pronoun,) if pronoun else ("he", "she")
        found = {
            entity.number: entity
            for entity in near
            if entity.is_person and not entity.described and any(self.agrees(word, entity) for word in words)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def described_as(self, nouns: frozenset[str], at: int, reach: int = 8) -> Entity | None:
        """The last speaker who was called by one of these nouns and no name: "a senior official … the official"."""
        for first, number, _ in self._speakers_before(at):
            if self._tokens[at].sentence - self._tokens[first].sentence > reach:
                break
            if self._cast.entities[number].noun in nouns:
                return self._cast.entities[number]
        return None

    def headed(self, noun: str, at: int, reach: int = 3) -> Entity | None:
        """The body that spoke within the last sentences and may be called by that noun: "the ministry"."""
        for first, number, _ in self._speakers_before(at):
            if self._tokens[at].sentence - self._tokens[first].sentence > reach:
                break
            if noun in self._cast.entities[number].heads:
                return self._cast.entities[number]
        return None

    def speakers_near(self, at: int, before: int, after: int) -> list[Entity]:
        """Persons that any source names, if named within so many sentences of ``at``; those before it first."""
        here = self._tokens[at].sentence
        found: dict[int, Entity] = {}
        for occurrence in self._cast.before(at, 80):
            if here - occurrence.sentence > before:
                break
            if occurrence.entity.number in self.speaking:
                found.setdefault(occurrence.entity.number, occurrence.entity)
        for occurrence in self._cast.after(at, 80):
            if occurrence.sentence - here > after:
                break
            if occurrence.entity.number in self.speaking:
                found.setdefault(occurrence.entity.number, occurrence.entity)
        return list(found.values())

    def _speakers_before(self, at: int) -> list[tuple[int, int, bool]]:
        index = bisect_left(self._spoken, (at, -1, False))
        return self._spoken[max(0, index - 20) : index][::-1]

    @staticmethod
    def _standing(occurrence: Occurrence) -> float:
        return _SUBJECT * occurrence.subject + _OBLIQUE * occurrence.oblique + _QUOTED * occurrence.quoted

    @staticmethod
    def _agreement(word: str, entity: Entity) -> float | None:
        """A score for how well pronoun and entity agree; None when they can't."""
        if word in _MALE or word in _FEMALE:
            gender = "m" if word in _MALE else "f"
            if entity.kind == "person":
                return None if entity.gender not in ("", gender) else (0.5 if entity.gender == gender else 0.0)
            return -1.5 if entity.kind == "unknown" and entity.gender in ("", gender) else None
        if word in _NEUTER:
            return {"state": 0.0, "organisation": 0.0, "body": 0.0, "unknown": -1.5, "place": -3.0}.get(entity.kind)
        if word == "they" and entity.described and entity.kind in ("person", "unknown"):
            return -0.3 if not entity.gender else None  # "A second diplomat was blunter … they said"
        return {"group": 0.5, "organisation": -0.5, "body": -1.0, "state": -1.0}.get(entity.kind)
