"""Descriptions without a name: "the envoy", "Russia's foreign minister", "the ministry", "analysts"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.actors.cast import Cast
from onrecord.actors.entities import Entity
from onrecord.actors.folding import fold
from onrecord.actors.governing import organ_named
from onrecord.actors.holders import Holders
from onrecord.actors.institutions import Institutions
from onrecord.actors.naming import possessive
from onrecord.actors.phrases import Phrase, is_plural
from onrecord.actors.pluralities import Pluralities
from onrecord.actors.salience import Salience
from onrecord.actors.wording import ANONYMOUS, Wording
from onrecord.actors.words import (
    ATTITUDES,
    BODY_NOUNS,
    COLLECTIVES,
    COUNTRY_NOUNS,
    DEFINITE,
    NAMED_AFTER,
    word_set,
)
from onrecord.domain import ActorKind

_EMPTY = word_set("others other some many most all both none one each everyone nobody anybody somebody former latter")
# Bodies that are no part of a state.
_PRIVATE = word_set(
    "union club charity company corporation firm newspaper magazine paper tabloid weekly outlet website airline "
    "retailer manufacturer maker carrier nonprofit association"
)
_FIRMS = word_set("company firm corporation")
_QUOTES = frozenset("\"'“‘«„")
_CLOSING_QUOTES = frozenset("”’»")
_DASHES = frozenset("-–—―")


class Descriptions:
    """Finds, or makes, the entity that a description means."""

    def __init__(self, cast: Cast, salience: Salience) -> None:
        self._cast = cast
        self._tokens = cast.tokens
        self._salience = salience
        self._naming = cast.naming
        self._pluralities = Pluralities(cast)
        self._wording = Wording(cast)
        self._holders = Holders(cast, salience, self._wording)
        self._institutions = Institutions(cast, salience, self._wording)

    def entity(
        self, phrase: Phrase, ignore: Sequence[tuple[int, int]] = (), *, but: Entity | None = None
    ) -> Entity | None:
        """The entity of a phrase whose head is a common noun, or None when it is anybody's guess. ``but`` is no member
        of a group that it may mean."""
        word = self._tokens[phrase.head].fold
        label = self._is_label(phrase)
        definite = phrase.determiner in DEFINITE or phrase.owner is not None or not (phrase.determiner or label)
        if word == "one" and phrase.core < phrase.last and self._tokens[phrase.core].fold == "of":
            return self._one_of(phrase)
        if word in ATTITUDES and phrase.owner is not None:
            return self._owner(phrase)
        if is_plural(self._tokens, phrase):
            return self._group(phrase, but)
        if phrase.role is not None and phrase.role.last == phrase.head + 1:
            return self._holders.meant(phrase, ignore, definite=definite)
        if word in COUNTRY_NOUNS and definite:
            return self._institutions.nearest_state(phrase)
        firm = word in _FIRMS and phrase.owner is None
        if firm or word in BODY_NOUNS or organ_named(self._institutions.plain_words(phrase)) is not None:
            found = self._institutions.meant(phrase, definite=definite)
            if found is not None:
                return found
        owner = self._cast.entity_of(phrase.owner) if phrase.owner is not None else None
        if word in BODY_NOUNS and owner is not None and owner.is_person:
            return self._wording.owned_by(phrase, owner, "body")
        if firm or word in COLLECTIVES or word in BODY_NOUNS:
            kind: ActorKind = "group" if word in COLLECTIVES else "organisation" if word in _PRIVATE else "body"
            told = self._wording.tells_more(phrase) or word in COLLECTIVES
            told = told or (word in _PRIVATE and not (definite and phrase.head - phrase.first < 2))  # "a police union"
            return self._wording.entity(phrase, kind) if told or (firm and definite) else None
        if word in ANONYMOUS:
            bare = definite and phrase.determiner in DEFINITE and not self._wording.tells_more(phrase)
            again = self._salience.described_as(ANONYMOUS, phrase.first) if bare else None
            return again or self._wording.entity(phrase, "person" if word == "person" else "unknown")
        if word.endswith("-year-old") and phrase.determiner == "the" and phrase.head == phrase.first + 1:
            return self._salience.person_at_hand(phrase.first, None)
        if phrase.owner is not None:
            return self._owner(phrase)
        if self._tokens[phrase.head].is_capitalised and not self._tokens[phrase.head].opens:
            return self._wording.entity(phrase, "unknown")
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
        if many is not None and self._tokens[many.head].fold.removesuffix("s") in ANONYMOUS | {"people"}:
            return self._cast.described(f"one {self._tokens.words(phrase.core, many.head + 1)}", "person")
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
            return self._institutions.meant(rest, definite=True) if rest is not None else None
        if owner is None:
            return None
        if word in BODY_NOUNS and owner.kind == "group" and rest is not None:
            named = self._institutions.meant(rest, definite=True)
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
            holder = self._holders.holder(replace(rest, ties=frozenset({tie})), strict=known)
            if holder is not None and holder is not owner:
                return holder
        name = f"{possessive(owner.name)} {described}"
        return self._cast.described(name, "organisation" if kind == "unknown" else kind, named=owner.named)

    # --- by their own words

    def _group(self, phrase: Phrase, but: Entity | None) -> Entity | None:
        if self._tokens[phrase.head].fold in _EMPTY and phrase.core >= phrase.last:
            return None
        members = self._pluralities.members(phrase, but)
        if members:
            return self._cast.together(members)
        places = self._pluralities.places(phrase)
        if places:
            words = self._tokens.words(phrase.head, phrase.head + 1).lower()
            return self._cast.together(places, before=f"{words} of ")
        again = self._pluralities.again(phrase)
        if again is not None:
            return again
        group = self._wording.entity(phrase, "group")
        if group is not None and self._wording.tells_more(phrase):
            self._pluralities.tell(phrase, group)
        return group
