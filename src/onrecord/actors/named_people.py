"""Which person a name in a report means: by the full name, by a surname that several may have, by a first name."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors.cast import Cast
from onrecord.actors.entities import Entity
from onrecord.actors.folding import fold_name
from onrecord.actors.names import Name
from onrecord.actors.people import Person, Surnames, cluster_people
from onrecord.actors.roles import RoleAt, role_at, role_gender
from onrecord.actors.words import KIN, REPORTING


class NamedPeople:
    """Finds, or makes, the people of one report. Names are to be asked for in text order: the last ones decide who of
    two namesakes is meant.

    ``full`` are the names of several words that may be people's, ``names`` all names.
    """

    def __init__(self, cast: Cast, full: Sequence[Name], names: Sequence[Name]) -> None:
        self._cast = cast
        self._tokens = cast.tokens
        self._people: dict[int, Entity] = {}
        self._by_surname: set[int] = set()  # tokens where somebody is called by surname only
        people = cluster_people([self._words(name) for name in full])
        self._spelling = {words: person for person in people for words in person.spellings}
        self._surnames = Surnames(people)
        self._note_titles(names)

    def of_full_name(self, name: Name) -> Entity | None:
        """The person of a name of several words; None where it is none's."""
        person = self._spelling.get(self._words(name))
        return self._person(person) if person is not None else None

    def surname_in(self, first: int, last: int) -> str | None:
        """The surname of the person whose full name the tokens are."""
        person = self._spelling.get(tuple(self._tokens[i].text for i in range(first, last)))
        return person.full[-1] if person is not None else None

    def is_titled(self, name: Name) -> bool:
        """Whether a title stands before that full name somewhere in the report: then it is somebody's."""
        person = self._spelling.get(self._words(name))
        return person is not None and bool(person.titles)

    def is_surname(self, name: Name) -> bool:
        """Whether a name of one word is the surname of somebody whom the report names in full."""
        words = self._words(name)
        namesakes = self._surnames.candidates(words)
        return bool(namesakes) and words[0] == namesakes[0].full[-1]

    def _person(self, person: Person) -> Entity:
        entity = self._people.get(person.number)
        if entity is None:
            entity = Entity(len(self._cast.entities), " ".join(person.full), "person")
            self._cast.add(entity)
            self._people[person.number] = entity
        return entity

    def of_word(self, name: Name) -> Entity:
        """The entity of a surname, or of a word of which nothing else is known."""
        words = self._words(name)
        text = self._tokens.words(name.first, name.last)
        surname = fold_name(words[-1])
        candidates = [self._people.get(person.number, person) for person in self._surnames.candidates(words)]
        lone = self._cast.called("single", surname)
        title = role_at(self._tokens, name.first - 1) if name.first and name.titled else None
        if title is not None and not self._tokens[name.first].headline and self._introduced_later(candidates, title):
            candidates = []
        if lone is not None and lone not in candidates:
            candidates.append(lone)
        kin = self._kin(surname, title) if title is not None and title.gender else None
        if kin is not None:
            return kin
        if len(candidates) > 1 and title is not None:
            candidates = _agreeing(candidates, title) or candidates
        if len(candidates) > 1:
            candidates = [self._most_likely(candidates, name.first)]
        if candidates:
            chosen = candidates[0]
            entity = chosen if isinstance(chosen, Entity) else self._person(chosen)
            self._by_surname.add(name.first)
        else:
            entity = self._cast.called("organisation", fold_name(text)) or self._cast.make(
                "single", surname if name.titled else fold_name(text), text, "unknown"
            )
        if entity.kind == "unknown" and (name.titled or self._is_kin(name)):
            entity.kind = "person"
        elif entity.kind == "unknown" and self._is_told(name):
            entity.kind = "organisation"
        return entity

    def _kin(self, surname: str, title: RoleAt) -> Entity | None:
        """ "Mrs Quist" after "Quist's wife, Ada,": the one of that gender who was introduced by a first name alone."""
        found = {
            entity.number: entity
            for entity in self._cast.entities
            if entity.is_person and " " not in entity.name and fold_name(entity.name) != surname
            for role in entity.roles
            if surname in role.ties and role_gender(role.noun) == title.gender
        }
        return next(iter(found.values())) if len(found) == 1 else None

    @staticmethod
    def _introduced_later(candidates: list[Entity | Person], title: RoleAt) -> bool:
        """Whether a titled surname comes before the only full names that it could belong to: "President Obama" is not
        the Michelle Obama of a later paragraph. (A lone office holder is introduced by title and surname alone.)"""
        unseen = [candidate for candidate in candidates if isinstance(candidate, Person)]
        return len(unseen) == len(candidates) > 0 and title.noun not in {
            noun for person in unseen for noun in person.titles
        }

    def _most_likely(self, candidates: list[Entity | Person], at: int) -> Entity | Person:
        """Of several namesakes the one that the last sentences are about; one called by surname before stays so."""
        known = {candidate.number: candidate for candidate in candidates if isinstance(candidate, Entity)}
        scores: dict[int, float] = {}
        here, paragraph = self._tokens[at].sentence, self._tokens[at].paragraph
        for occurrence in self._cast.before(at, 60):
            if occurrence.entity.number in known and known[occurrence.entity.number] is occurrence.entity:
                score = (
                    2.0 * occurrence.subject
                    - 1.0 * occurrence.oblique
                    - 2.0 * occurrence.quoted
                    + 1.5 * (occurrence.first in self._by_surname)
                    + 1.5 * (occurrence.subject and self._tokens[occurrence.first].paragraph == paragraph)
                    - 0.5 * min(here - occurrence.sentence, 12)
                )
                scores[occurrence.entity.number] = max(score, scores.get(occurrence.entity.number, score))
        return known[max(scores, key=lambda number: scores[number])] if scores else candidates[0]

    def _is_told(self, name: Name) -> bool:
        """Whether it is one like "the Beacon" of "told the Beacon", "the Beacon said": nobody's name has an article."""
        if self._tokens.word(name.first - 1) != "the":
            return False
        return self._tokens.word(name.first - 2) in ("told", "tells") or self._tokens.word(name.last) in REPORTING

    def _is_kin(self, name: Name) -> bool:
        """Whether "her husband" stands before a first name, or "his wife," with what only a person has."""
        at = name.first - 1
        if at > 1 and self._tokens[at].text == ",":
            at -= 1
        role = (
            role_at(self._tokens, at)
            if at > 0 and self._tokens[at].sentence == self._tokens[name.first].sentence
            else None
        )
        return role is not None and not role.plural and role.noun in KIN

    def _note_titles(self, names: Sequence[Name]) -> None:
        """Keep the nouns that stand right before full names, anywhere in the report."""
        for name in names:
            role = role_at(self._tokens, name.first - 1) if name.form == "person" and name.first else None
            person = self._spelling.get(self._words(name)) if role is not None else None
            if person is not None and role is not None:
                person.titles.add(role.noun)

    def _words(self, name: Name) -> tuple[str, ...]:
        return tuple(self._tokens[i].text for i in range(name.first, name.last))


def _agreeing(candidates: list[Entity | Person], title: RoleAt) -> list[Entity | Person]:
    """Those of several namesakes whose gender and office agree with the title before a surname."""
    if title.gender:
        same: list[Entity | Person] = [
            one for one in candidates if isinstance(one, Entity) and one.gender == title.gender
        ]
        return same or [one for one in candidates if not isinstance(one, Entity) or not one.gender]
    return [one for one in candidates if isinstance(one, Entity) and any(role.noun == title.noun for role in one.roles)]
