"""What a report says that its named people are: titles before a name, appositions after it, predicates.

The words are kept as printed (the evidence), and read as a title ("envoy to the troika") and whom the office is held
for (a state, an organisation, a body), where the report says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.actors.cast import Cast
from onrecord.actors.entities import Entity
from onrecord.actors.names import Name, is_participle
from onrecord.actors.phrases import Phrase, PhraseReader
from onrecord.actors.portraits import is_title, reversed_apposition, without_address
from onrecord.actors.readings import TAILS, DescriptionReader
from onrecord.actors.references import References
from onrecord.actors.roles import SPECIFIC, is_portfolio, role_at
from onrecord.actors.titles import TENURES
from onrecord.actors.tokens import Tokens
from onrecord.actors.words import (
    BODY_NOUNS,
    IRREGULAR_PAST,
    NO_NAMES,
    POSSESSIVE_DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
    word_set,
)
from onrecord.domain import Tenure

_REACH = 30  # tokens of an apposition
_BE = word_set("is was")
_BECOMING = word_set("elected re-elected reelected appointed named")
_OFFICIAL_ED = word_set("united elected re-elected disputed")


@dataclass(frozen=True, slots=True)
class Stated:
    """A description as it was found: tokens ``first`` to before ``last`` are its evidence."""

    entity: Entity
    title: str
    first: int
    last: int
    of: Entity | None
    office: bool
    tenure: Tenure


class Offices:
    """Reads the descriptions of one report, when its cast and its speakers are known."""

    def __init__(self, cast: Cast, references: References) -> None:
        self._cast = cast
        self._descriptions = DescriptionReader(cast, references)
        self._reader: PhraseReader = cast.reader
        self._tokens: Tokens = cast.tokens
        self._named = {entity.number for _, entity in cast.people()}

    def all(self) -> list[Stated]:
        """Every description of a named person, in text order."""
        found: dict[tuple[int, int, int], Stated] = {}
        for name, entity in self._cast.people():
            for stated in self._around(name, entity):
                found.setdefault((stated.first, stated.last, stated.entity.number), stated)
        return sorted(found.values(), key=lambda stated: (stated.first, stated.last, stated.entity.number))

    def is_named(self, entity: Entity) -> bool:
        """Whether it is a person whom the report names."""
        return entity.number in self._named

    def of_source(self, first: int, last: int, entity: Entity) -> Stated | None:
        """What a source says of the named person whom it was resolved to: "Russia's foreign minister"."""
        names = {name for at in range(first, last) if (name := self._reader.name_at(at)) is not None}
        if any(self._cast.entity_of(name) is entity for name in names):
            return None
        phrase = self._reader.read(first, last)
        if phrase is None or not self._describes(phrase) or phrase.determiner in ("a", "an", *POSSESSIVE_DETERMINERS):
            return None
        assert phrase.role is not None
        if phrase.role.gender and phrase.role.gender != entity.gender:
            return None
        stated = self._stated(entity, phrase, phrase.first)
        return stated if stated is not None and stated.office and stated.of is not None else None

    # --- where descriptions stand

    def _around(self, name: Name, entity: Entity) -> Iterator[Stated]:
        title = self._reader.before(without_address(self._reader, name.first))
        if title is not None and title.role is not None and is_title(self._reader, title, name):
            before = self._stated(entity, title, self._start(title), name.last)
            if before is not None:
                yield self._with_state_behind(before, name)
                if title.role.plural:
                    yield from self._shared(before, name)
        phrase = reversed_apposition(self._reader, name)
        if phrase is not None and self._describes(phrase):
            start = self._start(phrase)
            stated = self._stated(entity, phrase, start, name.last)
            if stated is not None:
                yield stated
        yield from self._after(name, entity)

    def _shared(self, stated: Stated, name: Name) -> Iterator[Stated]:
        """The same title of those who follow: "Foreign Ministers Ute Brenner, Ana Quist and Paul Morel"."""
        at = name.last
        while self._tokens.word(at) in (",", "and"):
            at += 1 + (self._tokens.word(at) == "," and self._tokens.word(at + 1) == "and")
            other = self._reader.name_at(at) if at < len(self._tokens) else None
            entity = self._cast.entity_of(other) if other is not None else None
            if other is None or entity is None or not entity.is_person:
                return
            at = other.last
            yield replace(stated, entity=entity, last=at)

    def _after(self, name: Name, entity: Entity) -> Iterator[Stated]:
        lead = self._lead(name)
        while lead is not None:
            at, tenure = lead
            lead = None
            phrase = self._apposition(at, name)
            stated = self._stated(entity, phrase, name.first) if phrase is not None else None
            if stated is not None:
                left = tenure == "then" and self._is_over(stated.last)
                tenure = "former" if left else tenure
                yield stated if tenure is None or stated.tenure != "held" else replace(stated, tenure=tenure)
                following = self._tokens.word(stated.last)
                if following == "and" and self._tokens.word(stated.last + 1) in ("a", "an", "the", *TENURES):
                    lead = stated.last + 1, None

    def _is_over(self, last: int) -> bool:
        """Whether "until 2019" follows a description that ends before token ``last``: the office was left."""
        return any(self._tokens.word(at) in ("until", "till") for at in range(last, min(last + 4, len(self._tokens))))

    def _lead(self, name: Name) -> tuple[int, Tenure | None] | None:
        """Where a description may begin after a name, and when its office is held if the verb says so."""
        tokens, at = self._tokens, name.last
        tenure: Tenure | None = None
        if self._tokens.word(at) in (",", "("):
            at += 1
            if self._tokens.word(at).isdigit() and self._tokens.word(at + 1) == ",":
                at += 2
            if self._tokens.word(at) == "who":
                at += 1
                if self._tokens.word(at) == "as":
                    return at + 1, "then"
            elif self._tokens.word(at) == "as":
                return at + 1, None
            elif self._tokens.word(at) not in _BE:
                return (at, None) if at < len(tokens) and self._tokens.word(at) not in REPORTING | PRONOUNS else None
        if self._tokens.word(at) in ("has", "had") and self._tokens.word(at + 1) == "been":
            at += 1
        if self._tokens.word(at) in _BE or self._tokens.word(at) == "been":
            tenure = "then" if self._tokens.word(at) == "was" else None
            at += 1
            if self._tokens.word(at) in ("now", "also", "currently", "still", "already"):
                at += 1
            if self._tokens.word(at) in _BECOMING:
                return at + 1 + (self._tokens.word(at + 1) == "as"), None
            return at, tenure
        if self._tokens.word(at) == "served" and self._tokens.word(at + 1) == "as":
            return at + 2, "then"
        if self._tokens.word(at) in ("became", "remains"):
            return at + 1, None
        return None

    def _apposition(self, at: int, name: Name) -> Phrase | None:
        if at >= len(self._tokens) or not self._tokens[at].is_word or self._tokens.word(at) in REPORTING | PREPOSITIONS:
            return None
        if self._tokens[at].sentence != self._tokens[name.first].sentence:
            return None
        _, end = self._tokens.sentence_range(self._tokens[at].sentence)
        phrase = self._reader.read(at, min(at + _REACH, end))
        if phrase is None or not self._describes(phrase) or phrase.determiner in POSSESSIVE_DETERMINERS:
            return None
        assert phrase.role is not None
        bare = phrase.role.first == phrase.first + 1 and self._tokens.word(phrase.core) not in TAILS
        if phrase.determiner == "the" and bare and self._tokens.word(phrase.core) not in (",", ".", ")", ";"):
            return None  # ", the minister said" may speak of anybody
        return phrase

    @staticmethod
    def _describes(phrase: Phrase) -> bool:
        role = phrase.role
        return role is not None and not role.plural and phrase.named is None and role.last == phrase.head + 1

    def _start(self, phrase: Phrase) -> int:
        """Where the words of a title before a name begin: behind what only happens to stand before it."""
        assert phrase.role is not None
        at, named = phrase.role.first, False
        opening = phrase.first + (phrase.determiner == "that")  # "claimed that Spanish Prime Minister …"
        while at > opening:
            name = self._reader.name_at(at - 1)
            if name is not None:
                at, named = max(name.first, phrase.first), True
            elif (
                phrase.determiner
                or self._tokens[at - 1].is_possessive
                or self._goes_with(at - 1, phrase.first, named=named)
            ):
                at -= 1
            else:
                break
        return at

    def _goes_with(self, at: int, first: int, *, named: bool) -> bool:
        """Whether a word before a role is part of what begins with a name before it: "Serbia's long-serving …"."""
        token = self._tokens[at]
        if token.fold in SPECIFIC or token.fold in TENURES or token.fold in BODY_NOUNS:
            return True
        if token.is_word and not token.is_capitalised and not named:
            if (
                self._tokens.word(first - 1) in REPORTING
                and self._tokens[first].sentence == self._tokens[first - 1].sentence
            ):
                return True  # "said project manager Ana Quist"
            names = [name for place in range(first, at) if (name := self._reader.name_at(place)) is not None]
            verb = token.fold in IRREGULAR_PAST or (token.fold.endswith("ed") and token.fold not in _OFFICIAL_ED)
            return not verb and any(name.form != "thing" for name in names)
        role = role_at(self._tokens, at + 1)
        if role is not None and is_portfolio(self._tokens, at, role):
            return True
        opening = token.opens and token.is_capitalised and not self._tokens[at + 1].is_capitalised
        if opening and token.fold not in NO_NAMES and not is_participle(token.fold):
            return role is not None  # "Highways director Ana Quist", opening a sentence
        return token.is_capitalised and not token.opens

    def _stated(self, entity: Entity, phrase: Phrase, first: int, last: int | None = None) -> Stated | None:
        """``first`` and ``last`` are where the evidence begins and ends; None for the end of the description."""
        reading = self._descriptions.read(phrase, max(first, phrase.first))
        if reading is None:
            return None
        of = reading.of
        if of is entity or (of is not None and of.described and of.name.startswith(f"{entity.name}'")):
            of = None  # nobody holds an office of their own
        return Stated(entity, reading.title, first, last or reading.last, of, reading.office, reading.tenure)

    def _with_state_behind(self, stated: Stated, name: Name) -> Stated:
        """ "Prime Minister Ana Quist of Norway"."""
        if stated.of is not None or self._tokens.word(name.last) != "of":
            return stated
        behind = self._reader.name_at(name.last + 1 + (self._tokens.word(name.last + 1) == "the"))
        if behind is None or behind.form not in ("name", "body"):
            return stated
        state = behind.entry.state if behind.entry is not None else None
        holder = self._cast.state(state.code) if state is not None else self._cast.entity_of(behind)
        return replace(stated, of=holder, last=behind.last)
