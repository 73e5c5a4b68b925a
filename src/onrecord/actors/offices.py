"""What a report says that its named people are: titles before a name, appositions after it, predicates.

The words are kept as printed (the evidence), and read as a title ("envoy to the troika") and whom the office is held
for (a state, an organisation, a body), where the report says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.actors.cast import Cast
from onrecord.actors.entities import Entity
from onrecord.actors.folding import fold
from onrecord.actors.governing import organ_named
from onrecord.actors.names import Name, is_participle
from onrecord.actors.phrases import Phrase, PhraseReader
from onrecord.actors.portraits import is_title, reversed_apposition, without_address
from onrecord.actors.references import References
from onrecord.actors.roles import MINISTERS, SPECIFIC, RoleAt, Standing, is_portfolio, role_at, role_nouns
from onrecord.actors.titles import TENURES, is_title_word, noun_words, tenure_of, written
from onrecord.actors.tokens import Tokens
from onrecord.actors.words import (
    BODY_NOUNS,
    DETERMINERS,
    IRREGULAR_PAST,
    NO_NAMES,
    POSSESSIVE_DETERMINERS,
    PRONOUNS,
    REPORTING,
    word_set,
)
from onrecord.domain import Tenure

_REACH = 30  # tokens of an apposition
_BE = word_set("is was")
_BECOMING = word_set("elected re-elected reelected appointed named")
_TAILS = word_set("of for to at on in from with")
_LONG_TAIL = word_set("of for to on")
# Whose "to" or "for" names where they are sent or what they deal with, not whom they serve.
_SENT = word_set(
    "envoy ambassador emissary negotiator mediator representative consul rapporteur coordinator attache commissioner"
)
# Posts that a state has, so that a nation before them says for whom they are held.
_OF_STATES = word_set("leader chief head general admiral commander marshal prosecutor cardinal sheikh")
# Posts that any word before them makes an office: "rebel leader", "union chief".
_HEADING = word_set("leader chief head commander chair chairman chairwoman director CEO manager prosecutor judge")
# Offices of a city or a region: what is named before or after them is a place, even where it is a capital.
_LOCAL = word_set("mayor governor councillor councilman councilwoman bishop archbishop sheriff")
_RANKS = word_set("general admiral colonel lieutenant major captain sergeant officer doctor professor")
_OFFICIAL_ED = word_set("united elected re-elected disputed")
_SPEAKING = word_set("spokesman spokeswoman spokesperson")
_GOVERNMENTS = word_set("government state republic country nation presidency administration regime kingdom authorities")


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


@dataclass(frozen=True, slots=True)
class _Reading:
    title: str
    of: Entity | None
    last: int
    standing: Standing
    whom: bool  # whether the words say for whom or what


class Offices:
    """Reads the descriptions of one report, when its cast and its speakers are known."""

    def __init__(self, cast: Cast, references: References) -> None:
        self._cast = cast
        self._references = references
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
        while self._word(at) in (",", "and"):
            at += 1 + (self._word(at) == "," and self._word(at + 1) == "and")
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
                yield stated if tenure is None or stated.tenure != "held" else replace(stated, tenure=tenure)
                following = self._word(stated.last)
                if following == "and" and self._word(stated.last + 1) in ("a", "an", "the", *TENURES):
                    lead = stated.last + 1, None

    def _lead(self, name: Name) -> tuple[int, Tenure | None] | None:
        """Where a description may begin after a name, and when its office is held if the verb says so."""
        tokens, at = self._tokens, name.last
        tenure: Tenure | None = None
        if self._word(at) in (",", "("):
            at += 1
            if self._word(at).isdigit() and self._word(at + 1) == ",":
                at += 2
            if self._word(at) == "who":
                at += 1
                if self._word(at) == "as":
                    return at + 1, "then"
            elif self._word(at) == "as":
                return at + 1, None
            elif self._word(at) not in _BE:
                return (at, None) if at < len(tokens) and self._word(at) not in REPORTING | PRONOUNS else None
        if self._word(at) in ("has", "had") and self._word(at + 1) == "been":
            at += 1
        if self._word(at) in _BE or self._word(at) == "been":
            tenure = "then" if self._word(at) == "was" else None
            at += 1
            if self._word(at) in ("now", "also", "currently", "still", "already"):
                at += 1
            if self._word(at) in _BECOMING:
                return at + 1 + (self._word(at + 1) == "as"), None
            return at, tenure
        if self._word(at) == "served" and self._word(at + 1) == "as":
            return at + 2, "then"
        if self._word(at) in ("became", "remains"):
            return at + 1, None
        return None

    def _apposition(self, at: int, name: Name) -> Phrase | None:
        if at >= len(self._tokens) or not self._tokens[at].is_word or self._word(at) in REPORTING:
            return None
        if self._tokens[at].sentence != self._tokens[name.first].sentence:
            return None
        _, end = self._tokens.sentence_range(self._tokens[at].sentence)
        phrase = self._reader.read(at, min(at + _REACH, end))
        if phrase is None or not self._describes(phrase) or phrase.determiner in POSSESSIVE_DETERMINERS:
            return None
        assert phrase.role is not None
        bare = phrase.role.first == phrase.first + 1 and self._word(phrase.core) not in _TAILS
        if phrase.determiner == "the" and bare and self._word(phrase.core) not in (",", ".", ")", ";"):
            return None  # ", the minister said" may speak of anybody
        return phrase

    @staticmethod
    def _describes(phrase: Phrase) -> bool:
        role = phrase.role
        return role is not None and not role.plural and phrase.named is None and role.last == phrase.head + 1

    def _word(self, at: int) -> str:
        return self._tokens[at].fold if 0 <= at < len(self._tokens) else ""

    def _start(self, phrase: Phrase) -> int:
        """Where the words of a title before a name begin: behind what only happens to stand before it."""
        assert phrase.role is not None
        at, named = phrase.role.first, False
        while at > phrase.first:
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
            if self._word(first - 1) in REPORTING and self._tokens[first].sentence == self._tokens[first - 1].sentence:
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

    # --- what they say

    def _before_rank(self, phrase: Phrase, role: RoleAt) -> RoleAt:
        """The office before a rank: "commander" in "NATO commander General Brenner"."""
        before = role_at(self._tokens, role.first - 1) if role.noun in _RANKS and role.first > phrase.first else None
        return before if before is not None and before.first >= phrase.first and before.noun else role

    def _stated(self, entity: Entity, phrase: Phrase, first: int, last: int | None = None) -> Stated | None:
        """``first`` and ``last`` are where the evidence begins and ends; None for the end of the description."""
        role = phrase.role
        if role is None or not role.noun:
            return None
        role = self._before_rank(phrase, role)
        reading = self._read(phrase, role, max(first, phrase.first))
        if reading.of is not None and reading.of.described and reading.of.name.startswith(f"{entity.name}'"):
            reading = replace(reading, of=None)  # nobody holds an office of their own office
        office = reading.standing == "office" or (reading.standing == "post" and reading.whom)
        tenure = tenure_of(self._tokens, phrase.first, role)
        if tenure == "held" and [self._word(phrase.core + step) for step in range(3)][::2] == ["at", "time"]:
            tenure = "then"  # "the prime minister at the time"
        return Stated(entity, reading.title, first, last or reading.last, reading.of, office, tenure)

    def _read(self, phrase: Phrase, role: RoleAt, begin: int) -> _Reading:
        of, words = self._before(begin, role)
        serves = of is not None and (of.kind != "state" or role.noun in _OF_STATES)
        title = noun_words(self._tokens, role)
        standing = (role_nouns().get(fold(title)) or role_nouns()[role.noun]).standing
        specific = bool(set(words) & SPECIFIC)
        title = " ".join([*words, title])
        last, behind, tail = self._tail(phrase, role, of)
        if of is None and behind is not None:
            of = behind
        if title.split()[-1] in MINISTERS and tail.startswith(("of ", "for ")):
            subject = tail.split(" ", 1)[1].removeprefix("the ").lower().removesuffix(" affairs")
            title, tail = f"{subject} {title}", ""
        heading = role.noun in _HEADING and bool(words)
        whom = serves or behind is not None or bool(tail) or specific or heading
        return _Reading(f"{title} {tail}".strip(), of, last, standing, whom)

    def _before(self, first: int, role: RoleAt) -> tuple[Entity | None, list[str]]:
        """Whom the names before a role tie it to, and the words that belong to its title."""
        names: list[Name] = []
        words: list[str] = []
        at, owner = self._unnamed_owner(first, role)
        while at < role.first:
            name = self._reader.name_at(at)
            if name is not None:
                names.append(name)
                words = []
                at = name.last
                continue
            if is_title_word(self._tokens[at]):
                token = self._tokens[at]
                proper = token.is_capitalised and not token.opens and not self._tokens[role.first].is_capitalised
                words.append(token.text if proper else written(token))
            at += 1
        if not names:
            if owner is None and words and words[-1] in BODY_NOUNS:  # "ministry spokeswoman Ana Quist"
                owner = self._references.headed(words[-1], first)
                words = words[:-1] if owner is not None else words
            return owner, words
        if names[-1].form == "single" and names[-1].last == role.first and self._is_word(names[-1], role):
            return None, [self._tokens.words(names[-1].first, names[-1].last).lower(), *words]
        if len(names) > 1:
            one, other = names[-2:]
            if one.form == "capital" and one.last == other.first:  # "In Moscow Russian officials"
                return self._owner(other, role), words
            if one.last == other.first and other.form in ("adjective", "people"):  # "Kosovo Serb leader"
                return None, [self._tokens.words(one.first, other.last), *words]
            if other.form not in ("body", "organisation", "seat"):
                if one.form != "adjective" and other.form == "name":
                    words = [self._tokens.words(other.first, other.last), *words]  # "US Kosovo envoy"
                return self._owner(one, role), words
        return self._owner(names[-1], role), words

    def _unnamed_owner(self, first: int, role: RoleAt) -> tuple[int, Entity | None]:
        """Where the title begins, and whom "the bloc's" before it means."""
        if self._word(first) in POSSESSIVE_DETERMINERS:
            entity = self._references.resolve(first, first + 1)
            return first + 1, entity if entity is not None and entity.kind != "place" else None
        for at in range(role.first - 1, first, -1):
            if self._tokens[at].is_possessive:
                if self._reader.name_at(at - 1) is not None:
                    return first, None
                entity = self._references.resolve(first, at)
                known = entity is not None and entity.kind in ("state", "organisation", "body")
                return at + 1, entity if known else None
        return first, None

    def _is_word(self, name: Name, role: RoleAt) -> bool:
        """Whether a capitalised word of which nothing is known is part of the office: "Alternate Foreign Minister"."""
        entity = self._cast.entity_of(name)
        unknown = entity is None or entity.kind == "unknown"
        return unknown and role_nouns()[role.noun].standing == "office" and role.noun not in _SPEAKING

    def _owner(self, name: Name, role: RoleAt) -> Entity | None:
        if name.form in ("thing", "people") or (role.noun in _LOCAL and name.form != "adjective"):
            return None
        state = name.entry.state if name.entry is not None and name.entry.body is None else None
        if state is not None:
            return self._cast.state(state.code)
        entity = self._cast.entity_of(name)
        return None if entity is None or entity.kind in ("place", "group") else entity

    def _tail(self, phrase: Phrase, role: RoleAt, of: Entity | None) -> tuple[int, Entity | None, str]:
        """What follows the role: where it ends, whom it names that the office is held for, and the words that are
        part of the title."""
        at, limit = phrase.core, phrase.last
        if at + 1 >= limit or self._word(at) not in _TAILS:
            return at, None, self._local(phrase, role)
        preposition = self._word(at)
        if preposition == "at" and self._word(at + 1) in ("the", "that") and self._word(at + 2) == "time":
            return at, None, ""
        end = self._reader.core_end(at + 1, limit)
        holder, words = self._object(at + 1, end, preposition, role, of)
        if not words and holder is None:
            return at, None, ""
        while end < limit and self._word(end) in _LONG_TAIL and end + 1 < limit:
            further = self._reader.core_end(end + 1, limit)
            if holder is None and of is None and self._word(end) in ("of", "for"):
                holder, _ = self._object(end + 1, further, "of", role, None)
            end = further
        while end > at + 1 and not self._tokens[end - 1].is_word:
            end -= 1
        return end, holder, f"{preposition} {words}" if words else ""

    def _local(self, phrase: Phrase, role: RoleAt) -> str:
        """ "of London" for "London mayor"."""
        name = self._reader.name_at(role.first - 1) if role.noun in _LOCAL and role.first > phrase.first else None
        name = name or (
            self._reader.name_at(role.first - 2)
            if role.noun in _LOCAL and role.first - 1 > phrase.first and self._tokens[role.first - 1].is_possessive
            else None
        )
        if name is None or name.form == "adjective":
            return ""
        return f"of {self._tokens.words(name.first, name.last)}"

    def _object(
        self, first: int, last: int, preposition: str, role: RoleAt, of: Entity | None
    ) -> tuple[Entity | None, str]:
        """Whom the noun phrase behind a preposition names, or the words it adds to the title."""
        start = first
        while start < last and self._word(start) in DETERMINERS:
            start += 1
        if start >= last or self._word(first) in PRONOUNS or not self._tokens[start].is_word:
            return None, ""
        title_only = preposition in ("to", "on", "in") or of is not None or role.noun in _LOCAL
        title_only = title_only or (preposition == "for" and role.noun in _SENT)
        name = self._reader.name_at(start)
        if name is not None and name.last >= last:
            department = self._word(name.last - 1) not in BODY_NOUNS
            subject = role.noun.split()[-1] in MINISTERS and name.form == "organisation" and department
            entity = None if subject else self._owner(name, role)  # "Minister of Foreign Affairs"
            if title_only or entity is None:
                if preposition in ("in", "from", "at", "with") and role.noun not in _SENT:
                    return None, ""
                return None, self._tokens.words(first, name.last)
            return entity, ""
        phrase = self._reader.read(first, last)
        if phrase is None or preposition == "with":
            return None, ""
        head = self._word(phrase.head)
        plain = [self._tokens[at].text for at in range(start, last) if self._reader.name_at(at) is None]
        organ = organ_named([word for word in plain if word not in ("'s", "’s", "'", "’")]) is not None
        inside = [name for at in range(start, last) if (name := self._reader.name_at(at)) is not None]
        holder = self._owner(inside[0], role) if inside and of is None and preposition != "to" else None
        if holder is not None and head in _GOVERNMENTS and not organ:
            return holder, ""  # "Abkhazia's breakaway government"
        if not title_only and (organ or head in _GOVERNMENTS):
            entity = self._references.resolve(first, last)
            if entity is not None and entity.kind in ("state", "organisation", "body"):
                return entity, ""
        if holder is not None and head in _GOVERNMENTS:
            return holder, ""
        words = [
            written(self._tokens[at]) if self._reader.name_at(at) is None else self._tokens[at].text
            for at in range(start, last)
            if is_title_word(self._tokens[at]) and (holder is None or self._reader.name_at(at) is not inside[0])
        ]
        if not words or len(words) > 6:
            return holder, ""
        article = "the " if self._word(first) == "the" and preposition in ("to", "in") else ""
        return holder, article + " ".join(words)

    def _with_state_behind(self, stated: Stated, name: Name) -> Stated:
        """ "Prime Minister Ana Quist of Norway"."""
        if stated.of is not None or self._word(name.last) != "of":
            return stated
        behind = self._reader.name_at(name.last + 1 + (self._word(name.last + 1) == "the"))
        if behind is None or behind.form not in ("name", "body"):
            return stated
        state = behind.entry.state if behind.entry is not None else None
        holder = self._cast.state(state.code) if state is not None else self._cast.entity_of(behind)
        return replace(stated, of=holder, last=behind.last)
