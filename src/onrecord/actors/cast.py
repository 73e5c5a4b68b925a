"""The cast of a report: every entity it names, and every place where it names them, in text order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from onrecord.actors.bodies import Body
from onrecord.actors.datelines import Dateline
from onrecord.actors.entities import Entity, Occurrence
from onrecord.actors.folding import fold_name
from onrecord.actors.gazetteer import without_nation
from onrecord.actors.genders import vote_genders
from onrecord.actors.governing import Organ, organ_named
from onrecord.actors.introductions import unnamed_subjects
from onrecord.actors.names import Name
from onrecord.actors.naming import Naming
from onrecord.actors.people import Person, Surnames, cluster_people
from onrecord.actors.phrases import PhraseReader
from onrecord.actors.places import PLACE_PREPOSITIONS, place_names
from onrecord.actors.portraits import described_role, note_roles
from onrecord.actors.roles import RoleAt, role_at, role_gender
from onrecord.actors.standing import occurrence_of
from onrecord.actors.states import State, state_by_code
from onrecord.actors.tokens import Tokens
from onrecord.actors.words import (
    AUXILIARIES,
    GROUP_NOUNS,
    KIN,
    NAMED_AFTER,
    OUTLET_NOUNS,
    PREPOSITIONS,
    REPORTING,
)
from onrecord.domain import ActorKind

_WINDOW = 200  # occurrences looked back over at most


class Cast:
    """Entities of one report. ``occurrences`` are sorted by token."""

    def __init__(
        self,
        reader: PhraseReader,
        names: Sequence[Name],
        datelines: Sequence[Dateline],
        sources: Sequence[tuple[int, int]] = (),
    ) -> None:
        self.reader = reader
        self.naming = Naming(reader)
        self.tokens: Tokens = reader.tokens
        self.entities: list[Entity] = []
        self.occurrences: list[Occurrence] = []
        self._names = names
        self._datelines = datelines
        self._by_key: dict[tuple[str, str], Entity] = {}
        self._by_name: dict[tuple[int, int], Entity] = {}
        self._people: dict[int, Entity] = {}
        self._by_surname: set[int] = set()  # tokens where somebody is called by surname only
        self._organs: defaultdict[str, list[tuple[int, Entity]]] = defaultdict(list)
        self._starts: list[int] = []
        self._build()
        self._introduce(sources)
        vote_genders(self.tokens, self.occurrences)

    # --- looking up

    def entity_of(self, name: Name) -> Entity | None:
        """The entity a name belongs to."""
        return self._by_name.get((name.first, name.last))

    def people(self) -> Iterator[tuple[Name, Entity]]:
        """Every name of a named person with whom it means, in text order."""
        for name in self._names:
            entity = self.entity_of(name)
            if entity is not None and entity.is_person and entity.named:
                yield name, entity

    def before(self, at: int, limit: int = _WINDOW) -> list[Occurrence]:
        """The occurrences before token ``at``, nearest first, at most ``limit``."""
        index = bisect_left(self._starts, at)
        return self.occurrences[max(0, index - limit) : index][::-1]

    def after(self, at: int, limit: int = _WINDOW) -> list[Occurrence]:
        """The occurrences from token ``at`` on, nearest first, at most ``limit``."""
        index = bisect_left(self._starts, at)
        return self.occurrences[index : index + limit]

    def most_named(self, before: int) -> Entity | None:
        """The person with a name who is named most before token ``before``, as a subject above all; the first of
        equals."""
        votes = Counter[int]()
        for occurrence in self.occurrences[: bisect_left(self._starts, before)]:
            if occurrence.entity.is_person and not occurrence.entity.described:
                votes[occurrence.entity.number] += 1 + occurrence.subject
        return self.entities[votes.most_common(1)[0][0]] if votes else None

    def named_in(self, ranges: Sequence[tuple[int, int]]) -> frozenset[int]:
        """The numbers of the entities that are named in token ranges, up to a limit."""
        return frozenset(
            occurrence.entity.number
            for first, last in ranges
            for occurrence in self.after(first, 60)
            if occurrence.first < last
        )

    def state(self, code: str) -> Entity:
        """The entity of a state."""
        state = state_by_code(code)
        return self._entity("state", code, state.name, "state", state=code)

    def body(self, body: Body) -> Entity:
        """The entity of a listed body."""
        entity = self._entity("body", body.name, body.name, body.kind, state=body.state or None, body=body)
        entity.heads.update(body.heads)
        return entity

    def described(self, name: str, kind: ActorKind, *, named: bool = False) -> Entity:
        """The entity that only a description names: "analysts", "leader of Kosovo".

        ``named`` tells that the description would mean the same one in another report.
        """
        entity = self._entity("described", fold_name(name), name, kind)
        entity.named = entity.named and named
        entity.described = True
        return entity

    def together(self, members: Sequence[Entity], before: str = "") -> Entity:
        """The group of several entities, called by their names: "Egypt and Ethiopia", "leaders of A, B and C"."""
        names = [entity.name for entity in members]
        name = f"{before}{', '.join(names[:-1])} and {names[-1]}"
        return self.described(name, "group", named=all(entity.named for entity in members))

    def organ(self, organ: Organ, state: str | None) -> Entity:
        """An organ of a state; without a state, the organ as the report calls it."""
        name = organ.of(state) if state else organ.name
        entity = self._entity("organ", fold_name(name), name, "body", state=state)
        entity.named = state is not None
        entity.heads.add(organ.head)
        return entity

    def state_at(self, at: int) -> str | None:
        """The state that a bare "Foreign Ministry" at token ``at`` most likely belongs to."""
        paragraph = self.tokens[at].paragraph if at < len(self.tokens) else -1
        sentence = self.tokens[at].sentence if at < len(self.tokens) else -1
        for line in self._datelines:
            if line.state and self.tokens[line.first].paragraph == paragraph:
                return line.state
        for occurrence in self.before(at, 40):
            if sentence - occurrence.sentence > 3:
                break
            entity = occurrence.entity
            speaks = entity.kind == "state" or entity.body is not None
            if speaks and entity.state is not None and occurrence.subject and not occurrence.quoted:
                return entity.state
        return next((line.state for line in self._datelines if line.state), None)

    def bare_organ(self, organ: Organ, at: int) -> Entity:
        """The organ that a name without a nation means: the last one of that name, else the state's at hand."""
        earlier = [(where, entity) for where, entity in self._organs[organ.name.casefold()][-50:] if where < at]
        if earlier:
            return max(earlier, key=lambda place: place[0])[1]
        return self.organ_at(organ, self.state_at(at), at)

    def organ_at(self, organ: Organ, state: str | None, at: int) -> Entity:
        """An organ that token ``at`` names; a later name without a nation will mean it."""
        entity = self.organ(organ, state)
        self._organs[organ.name.casefold()].append((at, entity))
        return entity

    # --- building

    def _entity(
        self, space: str, key: str, name: str, kind: ActorKind, *, state: str | None = None, body: Body | None = None
    ) -> Entity:
        found = self._by_key.get((space, key))
        if found is None:
            found = Entity(len(self.entities), name, kind, state, body)
            self.entities.append(found)
            self._by_key[space, key] = found
        return found

    def _build(self) -> None:
        places = place_names(self.tokens, self._names)
        full = [
            self._words(name)
            for name in self._names
            if name.form == "person" and name.last - name.first > 1 and self._words_key(name) not in places
        ]
        people = cluster_people(full)
        self._note_titles(people)
        self._spelling = {words: person for person in people for words in person.spellings}
        self._surnames = Surnames(people)
        for name in self._names:
            if name.form in ("adjective", "thing"):
                continue
            entity = self._assign(name, places)
            if entity is None:
                continue
            self._by_name[name.first, name.last] = entity
            if not (name.form == "capital" and entity.kind == "state"):
                entity.add_surface(self.tokens.words(name.first, name.last))
            occurrence = occurrence_of(self.reader, name, entity)
            self.occurrences.append(occurrence)
            self._starts.append(occurrence.first)
            if entity.kind == "person":
                note_roles(self.reader, name, entity)

    def _introduce(self, sources: Sequence[tuple[int, int]]) -> None:
        """Add those whom a sentence introduces without a name, but for sources: these are resolved by themselves."""
        taken = {at for first, last in sources for at in range(first, min(last, first + 200))}
        for phrase in unnamed_subjects(self.reader):
            name = self.naming.name(phrase)
            if phrase.head in taken or not name:
                continue
            one = phrase.determiner in ("a", "an")
            kind: ActorKind = "person" if one else "group"
            entity = self.described(name, kind, named=self.naming.is_proper(phrase, kind))
            if one and phrase.role is not None:
                entity.noun = phrase.role.noun
                entity.add_role(described_role(phrase))
            sentence = self.tokens[phrase.first].sentence
            self.occurrences.append(Occurrence(phrase.first, phrase.core, entity, sentence, True, False, False))
        self.occurrences.sort(key=lambda occurrence: occurrence.first)
        self._starts = [occurrence.first for occurrence in self.occurrences]

    def _note_titles(self, people: list[Person]) -> None:
        """Keep the nouns that stand right before full names, anywhere in the report."""
        spelling = {words: person for person in people for words in person.spellings}
        for name in self._names:
            role = role_at(self.tokens, name.first - 1) if name.form == "person" and name.first else None
            person = spelling.get(self._words(name)) if role is not None else None
            if person is not None and role is not None:
                person.titles.add(role.noun)

    def _words(self, name: Name) -> tuple[str, ...]:
        return tuple(self.tokens[i].text for i in range(name.first, name.last))

    def _words_key(self, name: Name) -> tuple[str, ...]:
        return tuple(self.tokens[i].fold for i in range(name.first, name.last))

    def _assign(self, name: Name, places: set[tuple[str, ...]]) -> Entity | None:
        words = self._words(name)
        text = self.tokens.words(name.first, name.last)
        state = name.entry.state if name.entry else None
        if name.entry is not None and name.last - name.first == 1 and name.form in ("name", "capital", "seat"):
            namesakes = self._surnames.candidates(words)
            if namesakes and words[0] == namesakes[0].full[-1]:
                return self._single(name, words)
        if name.entry is not None and name.entry.body is not None:
            if name.form == "capital" and self._is_place(name):
                return self._entity("place", fold_name(text), text, "place")
            return self.body(name.entry.body)
        if state is not None:
            return self._of_state(name, state, text)
        if name.form == "people":
            return self._entity("described", fold_name(text), text, "group")
        if name.form == "organisation" or self._is_outlet(name):
            return self._organisation(name, text)
        if self._words_key(name) in places:
            return self._entity("place", fold_name(text), text, "place")
        person = self._spelling.get(words)
        if person is not None:
            return self._person(person)
        return self._single(name, words)

    def _of_state(self, name: Name, state: State, text: str) -> Entity | None:
        if name.form == "people":
            return self._entity("described", fold_name(text), text, "group")
        if name.form == "capital" and self._is_place(name):
            return self._entity("place", fold_name(text), text, "place")
        return self.state(state.code)

    def _is_place(self, name: Name) -> bool:
        """Whether a city is only where something is."""
        before = self.tokens[name.first - 1].fold if name.first else ""
        return before in PLACE_PREPOSITIONS | {"from", "to"}

    def _organisation(self, name: Name, text: str) -> Entity:
        first, last, nation = name.first, name.last, None
        lead = self.reader.name_at(first - 2) if first >= 2 and self.tokens[first - 1].is_possessive else None
        if lead is not None and lead.entry is not None and lead.entry.state is not None:
            nation = lead.entry.state.code
        within, first, last = without_nation(self.tokens, first, last)
        nation = within or nation
        organ = organ_named([self.tokens[i].text for i in range(first, last)])
        if organ is not None:
            if nation is None:
                return self.bare_organ(organ, name.first)
            return self.organ_at(organ, nation, name.first)
        if name.last - name.first == 1:
            known = self._headed(self.tokens[name.first].fold, name.first)
            if known is not None:
                return known
        plain = self._after_surname(name, text.removeprefix("The ").removeprefix("the "))
        entity = self._entity("organisation", fold_name(plain), plain, "organisation")
        entity.heads.add(self.tokens[name.last - 1].fold)
        if self._is_outlet(name):
            entity.heads.add(self.tokens[name.first - 1].fold)
        self._introduce_acronym(name, entity)
        acronym = "".join(word[0] for word in plain.replace("-", " ").split() if word[0].isupper())
        if len(acronym) > 2:
            self._by_key.setdefault(("organisation", acronym.casefold()), entity)
        return entity

    def _is_outlet(self, name: Name) -> bool:
        """Whether "the newspaper" stands before a name, and the name before nothing that it could describe."""
        before = self.tokens[name.first - 1] if name.first else None
        after = self.tokens[name.last] if name.last < len(self.tokens) else None
        if before is None or before.fold not in OUTLET_NOUNS | GROUP_NOUNS or name.titled or before.is_capitalised:
            return False
        if before.fold in GROUP_NOUNS and self._spelling_known(name):
            return False
        return after is None or not after.is_word or after.fold in REPORTING | AUXILIARIES | PREPOSITIONS | {"that"}

    def _spelling_known(self, name: Name) -> bool:
        """Whether a title stands before that name somewhere in the report: then it is somebody's."""
        person = self._spelling.get(self._words(name))
        return person is not None and bool(person.titles)

    def _headed(self, noun: str, at: int) -> Entity | None:
        """The last body before token ``at`` that "the Council" may stand for."""
        return next((one.entity for one in self.before(at, 60) if noun in one.entity.heads), None)

    def _after_surname(self, name: Name, text: str) -> str:
        """ "Clinton campaign" for "Hillary Clinton campaign"."""
        if self.tokens[name.last - 1].fold not in NAMED_AFTER or self.tokens[name.last - 1].is_capitalised:
            return text
        person = self._spelling.get(tuple(self.tokens[i].text for i in range(name.first, name.last - 1)))
        return f"{person.full[-1]} {self.tokens[name.last - 1].text}" if person is not None else text

    def named_after(self, entity: Entity, noun: str, *, known_only: bool = False) -> Entity | None:
        """The organisation that a person gives its name: "the Clinton campaign"; new unless ``known_only``."""
        name = f"{entity.name.split()[-1]} {noun}"
        if known_only:
            return self._by_key.get(("organisation", fold_name(name)))
        found = self._entity("organisation", fold_name(name), name, "organisation")
        found.heads.add(noun)
        return found

    def _introduce_acronym(self, name: Name, entity: Entity) -> None:
        """Remember "(PTF)" after a name as another name for it."""
        at = name.last
        if at + 2 < len(self.tokens) and self.tokens[at].text == "(" and self.tokens[at + 2].text == ")":
            word = self.tokens[at + 1].text
            if word.replace(".", "").isupper() and len(word) > 1:
                self._by_key.setdefault(("organisation", fold_name(word)), entity)

    def _person(self, person: Person) -> Entity:
        entity = self._people.get(person.number)
        if entity is None:
            entity = Entity(len(self.entities), " ".join(person.full), "person")
            self.entities.append(entity)
            self._people[person.number] = entity
        return entity

    def _single(self, name: Name, words: tuple[str, ...]) -> Entity:
        """The entity of a surname, or of a word of which nothing else is known."""
        text = self.tokens.words(name.first, name.last)
        surname = fold_name(words[-1])
        candidates = [self._people.get(person.number, person) for person in self._surnames.candidates(words)]
        lone = self._by_key.get(("single", surname))
        title = role_at(self.tokens, name.first - 1) if name.first and name.titled else None
        if title is not None and not self.tokens[name.first].headline and self._introduced_later(candidates, title):
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
            entity = self._by_key.get(("organisation", fold_name(text))) or self._entity(
                "single", surname if name.titled else fold_name(text), text, "unknown"
            )
        if entity.kind == "unknown" and (name.titled or self._is_kin(name)):
            entity.kind = "person"
        elif entity.kind == "unknown" and self._is_told(name):
            entity.kind = "organisation"
        return entity

    def _is_told(self, name: Name) -> bool:
        """Whether it is one like "the Beacon" of "told the Beacon": nobody's name has an article."""
        before = [self.tokens[at].fold for at in range(max(0, name.first - 2), name.first)]
        return before in (["told", "the"], ["tells", "the"])

    def _is_kin(self, name: Name) -> bool:
        """Whether "her husband" stands before a first name, or "his wife," with what only a person has."""
        at = name.first - 1
        if at > 1 and self.tokens[at].text == ",":
            at -= 1
        role = (
            role_at(self.tokens, at)
            if at > 0 and self.tokens[at].sentence == self.tokens[name.first].sentence
            else None
        )
        return role is not None and not role.plural and role.noun in KIN

    def _kin(self, surname: str, title: RoleAt) -> Entity | None:
        """ "Mrs Quist" after "Quist's wife, Ada,": the one of that gender who was introduced by a first name alone."""
        found = {
            entity.number: entity
            for entity in self.entities
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
        here, paragraph = self.tokens[at].sentence, self.tokens[at].paragraph
        for occurrence in self.before(at, 60):
            if occurrence.entity.number in known and known[occurrence.entity.number] is occurrence.entity:
                score = (
                    2.0 * occurrence.subject
                    - 1.0 * occurrence.oblique
                    - 2.0 * occurrence.quoted
                    + 1.5 * (occurrence.first in self._by_surname)
                    + 1.5 * (occurrence.subject and self.tokens[occurrence.first].paragraph == paragraph)
                    - 0.5 * min(here - occurrence.sentence, 12)
                )
                scores[occurrence.entity.number] = max(score, scores.get(occurrence.entity.number, score))
        return known[max(scores, key=lambda number: scores[number])] if scores else candidates[0]


def _agreeing(candidates: list[Entity | Person], title: RoleAt) -> list[Entity | Person]:
    """Those of several namesakes whose gender and office agree with the title before a surname."""
    if title.gender:
        same: list[Entity | Person] = [
            one for one in candidates if isinstance(one, Entity) and one.gender == title.gender
        ]
        return same or [one for one in candidates if not isinstance(one, Entity) or not one.gender]
    return [one for one in candidates if isinstance(one, Entity) and any(role.noun == title.noun for role in one.roles)]
