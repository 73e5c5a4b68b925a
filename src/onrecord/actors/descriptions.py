"""Descriptions without a name: "the envoy", "Russia's foreign minister", "the ministry", "analysts"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.actors.cast import Cast
from onrecord.actors.entities import Entity, Occurrence
from onrecord.actors.folding import fold
from onrecord.actors.governing import organ_named
from onrecord.actors.names import is_compound
from onrecord.actors.naming import possessive
from onrecord.actors.phrases import Phrase, is_plural
from onrecord.actors.pluralities import Pluralities
from onrecord.actors.portraits import described_role
from onrecord.actors.roles import is_private, role_at
from onrecord.actors.salience import Salience
from onrecord.actors.words import (
    ATTITUDES,
    BODY_NOUNS,
    COLLECTIVES,
    COUNTRY_NOUNS,
    DEFINITE,
    DETERMINERS,
    EPITHETS,
    NAMED_AFTER,
    word_set,
)
from onrecord.domain import ActorKind, Gender

_EMPTY = word_set("others other some many most all both none one each everyone nobody anybody somebody former latter")
_ANONYMOUS = word_set("source person insider individual")
_FAR = 1.4  # score of a noun that only may stand for the office, three sentences back
_BACK = 150  # tokens
_SOON = 3  # sentences within which somebody who was described is named
_MALE, _FEMALE = word_set("he his him"), word_set("she her hers")
_QUOTES = frozenset("\"'“‘«„")
_CLOSING_QUOTES = frozenset("”’»")
_DASHES = frozenset("-–—―")
_UNNAMED = word_set("spokesman spokeswoman spokesperson diplomat aide man woman resident witness expert analyst")
_LEAD = 4  # paragraphs of headline, byline and lead
_VAGUE = frozenset({"official", "politician", "executive", "leader"})  # said of almost anybody


class Descriptions:
    """Finds, or makes, the entity that a description means."""

    def __init__(self, cast: Cast, salience: Salience) -> None:
        self._cast = cast
        self._tokens = cast.tokens
        self._salience = salience
        self._naming = cast.naming
        self._pluralities = Pluralities(cast)

    def entity(self, phrase: Phrase, ignore: Sequence[tuple[int, int]] = ()) -> Entity | None:
        """The entity of a phrase whose head is a common noun, or None when it is anybody's guess."""
        word = self._tokens[phrase.head].fold
        label = self._is_label(phrase)
        definite = phrase.determiner in DEFINITE or phrase.owner is not None or not (phrase.determiner or label)
        if word == "one" and phrase.core < phrase.last and self._tokens[phrase.core].fold == "of":
            return self._one_of(phrase)
        if word in ATTITUDES and phrase.owner is not None:
            return self._owner(phrase)
        if is_plural(self._tokens, phrase):
            return self._group(phrase)
        if phrase.role is not None and phrase.role.last == phrase.head + 1:
            return self._person(phrase, definite=definite, gender=phrase.gender or self._told_gender(phrase, ignore))
        if word in COUNTRY_NOUNS and definite:
            return self._nearest_state(phrase)
        if word in BODY_NOUNS or organ_named(self._plain_words(phrase)) is not None:
            found = self._body(phrase, definite=definite)
            if found is not None:
                return found
        owner = self._cast.entity_of(phrase.owner) if phrase.owner is not None else None
        if word in BODY_NOUNS and owner is not None and owner.is_person:
            return self._owned_by(phrase, owner, "body")
        if word in COLLECTIVES or word in BODY_NOUNS:
            kind: ActorKind = "group" if word in COLLECTIVES else "body"
            return self._named_by_words(phrase, kind) if self._tells_more(phrase) or word in COLLECTIVES else None
        if word in _ANONYMOUS:
            bare = definite and phrase.determiner in DEFINITE and not self._tells_more(phrase)
            again = self._salience.described_as(_ANONYMOUS, phrase.first) if bare else None
            return again or self._named_by_words(phrase, "person" if word == "person" else "unknown")
        if word.endswith("-year-old") and phrase.determiner == "the" and phrase.head == phrase.first + 1:
            return self._salience.person_at_hand(phrase.first, None)
        if phrase.owner is not None:
            return self._owner(phrase)
        if self._tokens[phrase.head].is_capitalised and not self._tokens[phrase.head].opens:
            return self._named_by_words(phrase, "unknown")
        return None

    def _is_label(self, phrase: Phrase) -> bool:
        """Whether a phrase labels a quotation: the opening of ``Union official: "No."``, the end of ``"No." – Union
        official``. A label does not speak of anybody known from the text."""
        before = self._tokens[phrase.first - 1] if phrase.first else None
        after = self._tokens[phrase.last] if phrase.last < len(self._tokens) else None
        here = self._tokens[phrase.first].paragraph
        opens = before is None or before.paragraph != here
        if opens and after is not None and after.text == ":" and phrase.last + 1 < len(self._tokens):
            return self._tokens[phrase.last + 1].text in _QUOTES
        closes = after is None or after.paragraph != here
        if before is None or before.paragraph != here or before.text not in _DASHES or not closes:
            return False
        # Behind words that are not quoted it is a headline's: "Talks have failed – foreign minister".
        at = phrase.first - 1
        while at and self._tokens[at].text in _DASHES:
            at -= 1
        return self._tokens[at].text in _QUOTES | _CLOSING_QUOTES

    def _one_of(self, phrase: Phrase) -> Entity | None:
        """ "one of the negotiators", "one of them"."""
        if self._tokens[phrase.core + 1].fold == "them":
            several = self._salience.antecedent("they", phrase.first, (), reach=3)
            if several is None or several.kind != "group":
                return None
            return self._cast.described(f"one of the {several.name}", "person")
        many = self._cast.reader.read(phrase.core + 1, phrase.last)
        if many is None or many.role is None or not many.role.plural or many.role.last != many.head + 1:
            return None
        words = self._tokens.words(phrase.core, many.head + 1)
        return self._cast.described(f"one {words}", "person")

    def _owner(self, phrase: Phrase) -> Entity | None:
        """Whose stance it is: "Moscow's firm stance"."""
        name = phrase.owner
        if name is None:
            return None
        if name.form == "capital" and name.entry is not None and name.entry.state is not None:
            return self._cast.state(name.entry.state.code)
        return self._cast.entity_of(name)

    def owned(self, phrase: Phrase, owner: Entity | None) -> Entity | None:
        """ "his campaign", "their spokesman": one that is known to belong to ``owner``, else named after it."""
        word = self._tokens[phrase.head].fold
        rest = self._cast.reader.read(phrase.first + 1, phrase.last)
        if word in BODY_NOUNS and (owner is None or word in owner.heads):
            # "their union": nothing that owns itself.
            return self._body(rest, definite=True) if rest is not None else None
        if owner is None:
            return None
        if word in BODY_NOUNS and owner.kind == "group" and rest is not None:
            named = self._body(rest, definite=True)
            if named is not None and named.kind == "organisation":
                return named  # "the drivers … their union": the one that the report names
        if rest is None or word in ATTITUDES:
            return owner
        if word in NAMED_AFTER and owner.is_person:
            return self._cast.named_after(owner, word)
        if word in BODY_NOUNS and owner.state is not None:
            organ = organ_named([self._tokens[i].text for i in range(rest.first, rest.core)])
            if organ is not None:
                return self._cast.organ_at(organ, owner.state, phrase.first)
        described = self._naming.name(rest)
        if not described:
            return None
        kind: ActorKind = "group" if is_plural(self._tokens, rest) else "person" if rest.role else "unknown"
        if kind == "unknown" and word not in BODY_NOUNS:
            return owner
        if kind == "person":
            tie = owner.state or (owner.body.name if owner.body is not None else fold(owner.name.split()[-1]))
            known = bool(self._salience.speakers_near(rest.first, 8, 0))
            holder = self._office_holder(replace(rest, ties=frozenset({tie})), strict=known)
            if holder is not None and holder is not owner:
                return holder
        name = f"{possessive(owner.name)} {described}"
        return self._cast.described(name, "organisation" if kind == "unknown" else kind, named=owner.named)

    # --- people

    def _told_gender(self, phrase: Phrase, contents: Sequence[tuple[int, int]]) -> Gender:
        """What the pronoun says by which what is said begins: "The minister said she had slept"."""
        for first, last in contents:
            at = first + (first < last and self._tokens[first].fold == "that")
            if at < last and not self._tokens[at].quoted and first > phrase.head:
                word = self._tokens[at].fold
                return "m" if word in _MALE else "f" if word in _FEMALE else ""
        return ""

    def _person(self, phrase: Phrase, *, definite: bool, gender: Gender = "") -> Entity | None:
        if phrase.owner is not None and not phrase.nations:
            owner = self._cast.entity_of(phrase.owner)
            if owner is not None and owner.is_person:
                holder = self._office_holder(phrase, strict=True) or self._named_next(phrase, but=owner)
                return holder or self._owned_by(phrase, owner)
        if phrase.owned and phrase.owner is None:
            known = bool(self._salience.speakers_near(phrase.first, 8, 0))
            return (None if known else self._only_candidate(phrase)) or self._named_by_words(phrase, "person")
        if definite:
            assert phrase.role is not None
            bare = not self._tells_more(phrase)
            unnamed = self._salience.described_as(frozenset({phrase.role.noun}), phrase.first) if bare else None
            found = unnamed or self._office_holder(phrase, gender=gender) or self._varied(phrase)
            if found is None and (phrase.tenure == "former" or (bare and phrase.determiner == "the")):
                found = self._at_hand(phrase, gender)
            if found is not None:
                return found
        elif self._opens_report(phrase):
            found = self._office_holder(phrase, strict=True, gender=gender)
            if found is not None:
                return found
        if not definite or self._tells_more(phrase) or phrase.tenure == "former":
            return self._named_by_words(phrase, "person")
        return self._told_of(phrase) if phrase.determiner in DEFINITE else None

    def _told_of(self, phrase: Phrase) -> Entity | None:
        """Who was told of by more words a little before: "the rebels' chief negotiator … the negotiator"."""
        assert phrase.role is not None
        for at in range(phrase.first - 1, max(-1, phrase.first - _BACK), -1):
            role = role_at(self._tokens, at)
            if role is None or role.noun != phrase.role.noun or role.plural or self._tokens[at].headline:
                continue
            after = self._cast.reader.name_at(role.last) if role.last < len(self._tokens) else None
            known = self._cast.reader.before(role.last) if after is None else None
            if known is not None and known.role == role and known.head + 1 == role.last and self._tells_more(known):
                return self._named_by_words(known, "person")
        return None

    def _opens_report(self, phrase: Phrase) -> bool:
        """Whether it is the lead's "A council leader has …", of whom the next sentence gives the name."""
        assert phrase.role is not None
        token = self._tokens[phrase.first]
        if phrase.determiner not in ("a", "an") or token.paragraph > _LEAD or not token.opens:
            return False
        return phrase.role.noun not in _VAGUE | _UNNAMED and not self._salience.speakers_near(phrase.first, 8, 0)

    def _at_hand(self, phrase: Phrase, gender: Gender) -> Entity | None:
        """The person just spoken of, of whom "the activist" or "the former minister" tells what nobody said before."""
        pronoun = {"m": "he", "f": "she"}.get(gender)
        person = self._salience.person_at_hand(phrase.first, pronoun)
        if person is None or person.described:
            person = self._salience.only_person_named(phrase.first, pronoun)
        if person is None:
            return None
        wanted = described_role(phrase)
        if wanted.former:  # who holds an office has not left it
            return None if any(replace(known, former=True).fits(wanted) for known in person.roles) else person
        return person if self._may_also_be(person, wanted.noun) else None

    @staticmethod
    def _may_also_be(person: Entity, noun: str) -> bool:
        """Whether one may call a person so of whom the report has said other things: no office is involved."""
        nouns = [known.noun for known in person.roles]
        return not nouns or all(is_private(each) for each in (noun, *nouns))

    def _owned_by(self, phrase: Phrase, owner: Entity, kind: ActorKind = "person") -> Entity | None:
        """ "Johnson's doctor" under the owner's full name."""
        at = phrase.head
        while at > phrase.first and not self._tokens[at - 1].is_possessive:
            at -= 1
        name = f"{possessive(owner.name)} {self._tokens.words(at, phrase.head + 1)}"
        entity = self._cast.described(name, kind, named=owner.named)
        if kind != "person":
            entity.heads.add(self._tokens[phrase.head].fold)
        return entity

    def _varied(self, phrase: Phrase) -> Entity | None:
        """The person just spoken of, when the phrase only varies the name: "the New York businessman"."""
        assert phrase.role is not None
        words = phrase.head - phrase.first
        placed = any(self._is_place(at) for at in range(phrase.first, phrase.head))
        if words < 2 or phrase.following or phrase.determiner != "the":
            return None
        if phrase.role.noun not in EPITHETS and not placed:
            return None
        pronoun = {"m": "he", "f": "she"}.get(phrase.gender)
        person = self._salience.person_at_hand(phrase.first, pronoun)
        if person is None or any(known.party and phrase.party not in ("", known.party) for known in person.roles):
            return None
        other_office = any(known.noun not in EPITHETS for known in person.roles)
        return None if phrase.role.noun not in EPITHETS and other_office else person

    def _is_place(self, at: int) -> bool:
        name = self._cast.reader.name_at(at)
        return name is not None and name.form == "thing"

    def _office_holder(self, phrase: Phrase, *, strict: bool = False, gender: Gender = "") -> Entity | None:
        gender = gender or phrase.gender
        wanted = described_role(phrase)
        at, here = phrase.first, self._tokens[phrase.first].sentence
        best: Entity | None = None
        best_score = 0.0
        seen: set[int] = set()
        near = [(occurrence, True) for occurrence in self._cast.before(at)]
        near += [(occurrence, False) for occurrence in self._cast.after(at)]
        for occurrence, earlier in near:
            entity = occurrence.entity
            if not earlier and best is not None:
                break
            if not entity.is_person or entity.number in seen or (gender and entity.gender not in ("", gender)):
                continue
            if not earlier and not self._may_follow(phrase, occurrence):
                break
            if _is_foreign(entity, phrase):
                continue
            seen.add(entity.number)
            fit = max((known.fits(wanted) for known in entity.roles), default=0)
            distance = min(abs(here - occurrence.sentence), 12)
            if wanted.noun in _VAGUE and distance > 2 and all(known.noun != wanted.noun for known in entity.roles):
                continue
            score = fit - 0.2 * distance - (0.0 if earlier else 0.5)
            if fit and (best is None or score > best_score):
                best, best_score = entity, score
        if best is not None and best_score <= _FAR and not wanted.ties and not strict:
            # A word for what somebody also is, far away: rather the one just spoken of.
            return self._roleless_at_hand(phrase, gender) or best
        return best or (None if strict else self._only_candidate(phrase))

    def _roleless_at_hand(self, phrase: Phrase, gender: Gender) -> Entity | None:
        person = self._salience.person_at_hand(phrase.first, {"m": "he", "f": "she"}.get(gender))
        return person if person is not None and not person.roles and not person.described else None

    def _may_follow(self, phrase: Phrase, occurrence: Occurrence) -> bool:
        """Whether somebody may be described before he is named: in what opens a report, else only right before."""
        here = self._tokens[phrase.first]
        return here.headline or here.paragraph <= 2 or occurrence.sentence - here.sentence <= _SOON

    def _only_candidate(self, phrase: Phrase) -> Entity | None:
        """The one person near of whom nothing else is said: "Russia's foreign minister said … Sergei Lavrov said"."""
        office = phrase.role is not None and " " in phrase.role.noun
        if not phrase.ties and not phrase.modifiers and not phrase.owned and not office:
            return None
        soon = self._named_next(phrase)
        if soon is not None:
            return soon
        candidates = [
            entity
            for entity in self._salience.speakers_near(phrase.first, 4, 6)
            if not entity.roles and _may_be(entity, phrase) and " " in entity.name
        ]
        if len(candidates) > 1 and not self._salience.speakers_near(phrase.first, 4, 0):
            # The lead says what somebody is, and who that is comes next.
            following = self._salience.speakers_near(phrase.first, 0, 3)[:1]
            candidates = [entity for entity in candidates if entity in following]
        if len(candidates) != 1:
            return None
        if not self._tokens[phrase.first].headline:  # a headline says less than the text will
            candidates[0].add_role(described_role(phrase))
        return candidates[0]

    def _named_next(self, phrase: Phrase, but: Entity | None = None) -> Entity | None:
        """The speaker whose name comes next in the paragraph, and for the first time: "Peru's premier disagreed. "No,"
        Ana Quist said."."""
        here = self._tokens[phrase.first]
        if here.headline:
            return None
        known = {one.entity.number for one in self._cast.before(phrase.first)}
        found = [
            entity
            for entity in self._salience.speakers_near(phrase.first, 0, 2)
            if entity.number not in known and entity is not but and not (entity.described or entity.roles)
            if _may_be(entity, phrase)
        ]
        inside = any(
            one.entity in found[:1] and self._tokens[one.first].paragraph == here.paragraph
            for one in self._cast.after(phrase.first, 30)
        )
        if len(found) != 1 or not inside or " " not in found[0].name:
            return None
        found[0].add_role(described_role(phrase))
        return found[0]

    # --- bodies and states

    def _body(self, phrase: Phrase, *, definite: bool) -> Entity | None:
        word = self._tokens[phrase.head].fold
        before = self._cast.reader.name_at(self._name_before_head(phrase))
        if before is not None and before is not phrase.owner and before.form in ("body", "organisation", "single"):
            entity = self._cast.entity_of(before)
            if entity is not None and entity.body is not None and word not in entity.body.heads:
                return self._named_by_words(phrase, "body")
            if entity is not None and not entity.is_person:
                if entity.kind == "unknown":
                    entity.kind = "organisation"
                entity.heads.add(word)
                return entity
        organ = organ_named(self._plain_words(phrase))
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

    def _plain_words(self, phrase: Phrase) -> list[str]:
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

    def _nearest_state(self, phrase: Phrase) -> Entity | None:
        for occurrence in self._cast.before(phrase.first, 60):
            if occurrence.entity.kind == "state" and not occurrence.quoted:
                return occurrence.entity
        return None

    # --- by their own words

    def _group(self, phrase: Phrase) -> Entity | None:
        if self._tokens[phrase.head].fold in _EMPTY and phrase.core >= phrase.last:
            return None
        members = self._pluralities.members(phrase)
        if members:
            return self._cast.together(members)
        places = self._pluralities.places(phrase)
        if places:
            words = self._tokens.words(phrase.head, phrase.head + 1).lower()
            return self._cast.together(places, before=f"{words} of ")
        again = self._pluralities.again(phrase)
        if again is not None:
            return again
        group = self._named_by_words(phrase, "group")
        if group is not None and self._tells_more(phrase):
            self._pluralities.tell(phrase, group)
        return group

    def _tells_more(self, phrase: Phrase) -> bool:
        """Whether the words say more than the noun alone, so that they can serve as a name."""
        tail = phrase.core < phrase.last and self._tokens[phrase.core].fold == "to"
        compound = any(is_compound(self._tokens[at].text) for at in range(phrase.first, phrase.core))
        ties = phrase.ties or phrase.owner or phrase.modifiers or phrase.following or phrase.party or phrase.owned
        return bool(ties or tail or compound)

    def _named_by_words(self, phrase: Phrase, kind: ActorKind) -> Entity | None:
        name = self._naming.name(phrase)
        if not name:
            return None
        entity = self._cast.described(name, kind, named=self._naming.is_proper(phrase, kind))
        if kind == "person" and phrase.role is not None:
            entity.noun = phrase.role.noun
        elif self._tokens[phrase.head].fold in _ANONYMOUS:
            entity.noun = self._tokens[phrase.head].fold
        if kind == "body":
            entity.heads.add(self._tokens[phrase.head].fold)
        return entity


def _is_foreign(entity: Entity, phrase: Phrase) -> bool:
    """Whether all that is said of somebody ties them to other states than the phrase does."""
    nations = frozenset[str]().union(*(known.nations for known in entity.roles))
    return bool(phrase.nations and nations and not phrase.nations & nations)


def _may_be(entity: Entity, phrase: Phrase) -> bool:
    gender = phrase.gender
    return not gender or entity.gender in ("", gender)
