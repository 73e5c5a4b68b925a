"""The making of a cast: who and what the names of a report mean, and who is introduced without a name."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors.announcements import LEAD
from onrecord.actors.cast import Cast
from onrecord.actors.datelines import Dateline
from onrecord.actors.entities import Entity, Occurrence
from onrecord.actors.folding import fold_name
from onrecord.actors.gazetteer import longest_match, without_nation
from onrecord.actors.genders import vote_genders
from onrecord.actors.governing import organ_named
from onrecord.actors.introductions import unnamed_subjects
from onrecord.actors.named_people import NamedPeople
from onrecord.actors.names import COMPANY_FORMS, Name
from onrecord.actors.phrases import Phrase, PhraseReader
from onrecord.actors.places import PLACE_PREPOSITIONS, place_names
from onrecord.actors.portraits import described_role, note_roles
from onrecord.actors.roles import is_private
from onrecord.actors.standing import occurrence_of
from onrecord.actors.states import State
from onrecord.actors.tokens import Tokens
from onrecord.actors.words import (
    AUXILIARIES,
    BODY_NOUNS,
    GROUP_NOUNS,
    NAMED_AFTER,
    OUTLET_NOUNS,
    PREPOSITIONS,
    REPORTING,
    is_company,
    is_newspaper,
    word_set,
)
from onrecord.domain import ActorKind

_FIRMS = word_set("unit subsidiary firm producer supplier operator utility lender insurer startup start-up arm")
_APPOSITION = 12  # tokens


def cast_of(
    reader: PhraseReader,
    names: Sequence[Name],
    datelines: Sequence[Dateline],
    sources: Sequence[tuple[int, int]] = (),
) -> Cast:
    """The cast of one report.

    Args:
        reader: reads the report's phrases.
        names: its names, in text order.
        datelines: its datelines, in text order.
        sources: the token ranges of the sources of its statements.
    """
    cast = Cast(reader, names, datelines)
    casting = _Casting(cast, names)
    casting.name_all()
    casting.introduce(sources)
    vote_genders(cast.tokens, cast.occurrences)
    return cast


class _Casting:
    def __init__(self, cast: Cast, names: Sequence[Name]) -> None:
        self._cast = cast
        self._reader = cast.reader
        self._tokens: Tokens = cast.tokens
        self._names = names
        self._places = place_names(cast.tokens, names)
        several = [name for name in names if name.form == "person" and name.last - name.first > 1]
        self._firms = {_words_key(cast.tokens, name) for name in several if self._is_firm(name)}
        apart = self._places | self._firms
        full = [name for name in several if _words_key(cast.tokens, name) not in apart]
        self._people = NamedPeople(cast, full, names)

    def name_all(self) -> None:
        """Add everybody and everything that has a name."""
        for name in self._names:
            if name.form in ("adjective", "thing"):
                continue
            entity = self._entity(name)
            if entity is None:
                continue
            if not (name.form == "capital" and entity.kind == "state"):
                entity.add_surface(self._tokens.words(name.first, name.last))
            self._cast.add_name(name, occurrence_of(self._reader, name, entity))
            if entity.kind == "person":
                note_roles(self._reader, name, entity)

    def introduce(self, sources: Sequence[tuple[int, int]]) -> None:
        """Add those whom a sentence introduces without a name, but for sources: these are resolved by themselves."""
        taken = {at for first, last in sources for at in range(first, min(last, first + 200))}
        for phrase in unnamed_subjects(self._reader):
            name = self._cast.naming.name(phrase)
            lead = self._named_behind_lead(phrase)
            if lead is not None:
                self._add_lead(phrase, lead, is_source=phrase.head in taken)
            if phrase.head in taken or lead is not None or not name:
                continue
            one = phrase.determiner in ("a", "an", "one")
            kind: ActorKind = "person" if one else "group"
            entity = self._cast.described(name, kind, named=self._cast.naming.is_proper(phrase, kind))
            if one and phrase.role is not None:
                entity.noun = phrase.role.noun
                entity.add_role(described_role(phrase))
            sentence = self._tokens[phrase.first].sentence
            self._cast.add_occurrence(Occurrence(phrase.first, phrase.core, entity, sentence, True, False, False))

    def _named_behind_lead(self, phrase: Phrase) -> Entity | None:
        """The person whom the sentence after the lead names with an age: "A Tarn baker was saved from the sea. Ana
        Quist, 41, had gone out …"."""
        here = self._tokens[phrase.first]
        if phrase.determiner not in ("a", "an") or here.paragraph > LEAD or not here.opens or phrase.role is None:
            return None
        if not is_private(phrase.role.noun) or any(one.entity.is_person for one in self._cast.before(phrase.first)):
            return None
        _, opening = self._tokens.sentence_range(here.sentence)
        found = next((one for one in self._cast.after(opening, 1) if one.first == opening), None)
        if found is None or not found.entity.is_person or found.last - found.first < 2:
            return None
        aged = [self._tokens.word(found.last + step) for step in range(3)]
        if aged[0] != "," or not aged[1].isdigit() or aged[2] != ",":
            return None
        return found.entity if phrase.gender in ("", found.entity.gender) or not found.entity.gender else None

    def _add_lead(self, phrase: Phrase, entity: Entity, *, is_source: bool) -> None:
        assert phrase.role is not None
        entity.add_role(described_role(phrase))
        if phrase.role.gender:
            entity.genders[phrase.role.gender] += 5
        if not is_source:  # sources are resolved by themselves
            sentence = self._tokens[phrase.first].sentence
            self._cast.add_occurrence(Occurrence(phrase.first, phrase.core, entity, sentence, True, False, False))

    def _entity(self, name: Name) -> Entity | None:
        text = self._tokens.words(name.first, name.last)
        state = name.entry.state if name.entry else None
        word = name.entry is not None and name.last - name.first == 1 and name.form in ("name", "capital", "seat")
        if word and self._people.is_surname(name):
            return self._people.of_word(name)
        if name.entry is not None and name.entry.body is not None:
            if name.form == "capital" and self._is_place(name):
                return self._cast.make("place", fold_name(text), text, "place")
            return self._cast.body(name.entry.body)
        if state is not None:
            return self._of_state(name, state, text)
        if name.form == "people":
            return self._cast.make("described", fold_name(text), text, "group")
        firm = name.form == "person" and _words_key(self._tokens, name) in self._firms
        if name.form == "organisation" or firm or self._is_outlet(name):
            return self._organisation(name, text)
        if _words_key(self._tokens, name) in self._places:
            return self._cast.make("place", fold_name(text), text, "place")
        return self._people.of_full_name(name) or self._called_by_head(name) or self._people.of_word(name)

    def _of_state(self, name: Name, state: State, text: str) -> Entity | None:
        if name.form == "people":
            return self._cast.make("described", fold_name(text), text, "group")
        if name.form == "capital" and self._is_place(name):
            return self._cast.make("place", fold_name(text), text, "place")
        return self._cast.state(state.code)

    def _is_place(self, name: Name) -> bool:
        """Whether a city is only where something is."""
        before = self._tokens[name.first - 1].fold if name.first else ""
        return before in PLACE_PREPOSITIONS | {"from", "to"}

    def _organisation(self, name: Name, text: str) -> Entity:
        first, last, nation = name.first, name.last, None
        lead = self._reader.name_at(first - 2) if first >= 2 and self._tokens[first - 1].is_possessive else None
        if lead is not None and lead.entry is not None and lead.entry.state is not None:
            nation = lead.entry.state.code
        within, first, last = without_nation(self._tokens, first, last)
        nation = within or nation
        organ = organ_named([self._tokens[i].text for i in range(first, last)])
        if organ is not None:
            if nation is None:
                return self._cast.bare_organ(organ, name.first)
            return self._cast.organ_at(organ, nation, name.first)
        if name.last - name.first == 1:
            known = self._headed(self._tokens[name.first].fold, name.first)
            if known is not None:
                return known
        plain = self._after_surname(name, text.removeprefix("The ").removeprefix("the "))
        entity = self._cast.make("organisation", fold_name(plain), plain, "organisation")
        entity.heads.add(self._tokens[name.last - 1].fold)
        if self._is_outlet(name):
            entity.heads.add(self._tokens[name.first - 1].fold)
        self._note_trade(name, entity)
        self._introduce_acronym(name, entity)
        acronym = "".join(word[0] for word in plain.replace("-", " ").split() if word[0].isupper())
        if len(acronym) > 2:
            self._cast.also_called("organisation", acronym.casefold(), entity)
        return entity

    def _note_trade(self, name: Name, entity: Entity) -> None:
        """What a company or newspaper may be called after: "the company", and "Tarn" for "Tarn Copper"."""
        words = [self._tokens[at].fold for at in range(name.first, name.last)]
        company = self._tokens[name.last - 1].text in COMPANY_FORMS or is_company(words)
        if company or _words_key(self._tokens, name) in self._firms:
            entity.heads.update(("company", "firm"))
        elif is_newspaper(words):
            entity.heads.update(("newspaper", "paper"))
        else:
            return
        if longest_match(self._tokens, name.first) is None:
            self._cast.also_called("organisation", words[0], entity)

    def _is_firm(self, name: Name) -> bool:
        """Whether what follows a name is said of no person: "Tarn Copper, a unit of …", "Tarn Copper, which …"."""
        after = name.last + 1
        if name.titled or after >= len(self._tokens) or self._tokens[name.last].text != ",":
            return False
        if self._tokens[after].fold == "which":
            return True
        if self._tokens[after].fold not in ("a", "an", "the"):
            return False
        phrase = self._reader.read(after, min(after + _APPOSITION, len(self._tokens)))
        return phrase is not None and phrase.role is None and self._tokens[phrase.head].fold in BODY_NOUNS | _FIRMS

    def _is_outlet(self, name: Name) -> bool:
        """Whether "the newspaper" stands before a name, and the name before nothing that it could describe."""
        before = self._tokens[name.first - 1] if name.first else None
        after = self._tokens[name.last] if name.last < len(self._tokens) else None
        if before is None or before.fold not in OUTLET_NOUNS | GROUP_NOUNS or name.titled or before.is_capitalised:
            return False
        if before.fold in GROUP_NOUNS and self._people.is_titled(name):
            return False
        return after is None or not after.is_word or after.fold in REPORTING | AUXILIARIES | PREPOSITIONS | {"that"}

    def _called_by_head(self, name: Name) -> Entity | None:
        """The newspaper that "the Comet" means after "Daily Comet"."""
        if name.last - name.first > 1 or not name.first or self._tokens[name.first - 1].fold != "the":
            return None
        return self._headed(self._tokens[name.first].fold, name.first)

    def _headed(self, noun: str, at: int) -> Entity | None:
        """The last body before token ``at`` that "the Council" may stand for."""
        return next((one.entity for one in self._cast.before(at, 60) if noun in one.entity.heads), None)

    def _after_surname(self, name: Name, text: str) -> str:
        """ "Clinton campaign" for "Hillary Clinton campaign"."""
        if self._tokens[name.last - 1].fold not in NAMED_AFTER or self._tokens[name.last - 1].is_capitalised:
            return text
        surname = self._people.surname_in(name.first, name.last - 1)
        return f"{surname} {self._tokens[name.last - 1].text}" if surname is not None else text

    def _introduce_acronym(self, name: Name, entity: Entity) -> None:
        """Remember "(PTF)" after a name as another name for it."""
        at = name.last
        if at + 2 < len(self._tokens) and self._tokens[at].text == "(" and self._tokens[at + 2].text == ")":
            word = self._tokens[at + 1].text
            if word.replace(".", "").isupper() and len(word) > 1:
                self._cast.also_called("organisation", fold_name(word), entity)


def _words_key(tokens: Tokens, name: Name) -> tuple[str, ...]:
    return tuple(tokens[i].fold for i in range(name.first, name.last))
