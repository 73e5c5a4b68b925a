"""Noun phrases of people and bodies, taken apart: determiner, owner, modifiers, head, what follows.

There is no parser here: a phrase is read left to right up to the first word that can't belong to its core.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.actors.names import Name
from onrecord.actors.roles import PARTIES, SPECIFIC, Gender, RoleAt, is_portfolio, role_at
from onrecord.actors.titles import tenure_of
from onrecord.actors.tokens import Token, Tokens
from onrecord.actors.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    IRREGULAR_PAST,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    REPORTING,
    word_set,
)
from onrecord.domain import Tenure

_OWNING = word_set("of for from in at")
_TITLE_PREPOSITIONS = word_set("to of for in at")
# Adjectives that do not tell one office from another.
_NEUTRAL = word_set(
    "former top senior new current then veteran longtime embattled outgoing acting elder younger late outspoken "
    "presidential vice-presidential congressional diplomatic political highest-ranking leading most"
)
# Quantifiers that need no noun, and what looks like their verb but is none: "some waved flags", "some armed men".
_PRONOMINAL = word_set("some many several few most all both others none")
_ADJECTIVES_IN_ED = word_set(
    "armed elected displaced united disputed wounded injured retired educated experienced unnamed affected concerned "
    "interested organised organized detained captured accused frustrated disappointed masked hooded uniformed seasoned "
    "divided occupied limited developed respected registered skilled aged unarmed undecided "
    "influenced exiled unidentified hundred red"
)
# Adjectives that follow their noun: "diplomats familiar with the talks", "experts such as".
_PREDICATES = word_set("familiar close loyal opposed aware involved present responsible able willing likely such")
_PREDICATE_LINKS = word_set("to with of in for")
# "members seen by the paper", "people given the papers": participles whose ending does not tell.
_PARTICIPLES = word_set("seen given shown known sent held taken told made written chosen caught")
_INSIDE = "-/&.’'"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens ``first`` to before ``last``, its core ending before ``core``.

    ``head`` is the index of the core's last word; ``role`` the last role noun in it. ``nations`` are the codes of the
    states named in it, ``ties`` these and every other name that the phrase ties its head to. ``owner`` is the name
    that has the possessive (``owned`` also when it is no name), ``named`` the name that ends the core. ``modifiers``
    are the words of an office ("foreign"), ``party`` the party it is said to be of,
    ``extras`` other lower-case words that narrow the head down ("band leader"), ``tenure`` when the office is held.
    """

    first: int
    core: int
    last: int
    determiner: str
    head: int
    role: RoleAt | None = None
    owner: Name | None = None
    owned: bool = False
    named: Name | None = None
    nations: frozenset[str] = frozenset()
    ties: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    party: str = ""
    extras: frozenset[str] = frozenset()
    following: tuple[Name, ...] = field(default=())
    tenure: Tenure = "held"

    @property
    def gender(self) -> Gender:
        return self.role.gender if self.role else ""


class PhraseReader:
    """Reads phrases of one report, given its names (sorted, disjoint)."""

    def __init__(self, tokens: Tokens, names: Sequence[Name]) -> None:
        self.tokens = tokens
        self._name_at: dict[int, Name] = {index: name for name in names for index in range(name.first, name.last)}

    def name_at(self, index: int) -> Name | None:
        """The name that covers token ``index``."""
        return self._name_at.get(index)

    def read(self, first: int, last: int) -> Phrase | None:
        """The phrase in ``first:last``; None when there is no word in it."""
        while first < last and not self.tokens[first].is_word:
            first += 1
        while last > first and not self.tokens[last - 1].is_word and not self.tokens[last - 1].is_possessive:
            last -= 1
        if first >= last:
            return None
        core = self.core_end(first, last)
        determiner = self.tokens[first].fold if self.tokens[first].fold in DETERMINERS else ""
        if self.name_at(first) is not None and self.tokens[first].fold not in ("the", "a", "an"):
            determiner = ""
        if self.tokens[first].fold == "one" and core - first > 1 and self.tokens[first + 1].is_word:
            determiner = "one"  # "one resident": anybody, like "a resident"
        owner_end = self._owner_end(first, core)
        owner = self.name_at(owner_end - 1) if owner_end > first else None
        begin = owner_end + 1 if owner_end > first else first
        head = core - 1
        while head > first and not self.tokens[head].is_word:
            head -= 1
        named = self.name_at(head)
        if named is not None and named.form == "adjective":
            named = None
        role = self._role(max(begin, first), core)
        following = self._following(core, last)
        inside = tuple(
            {name for i in range(first, core) if (name := self.name_at(i)) is not None and name is not named}
        )
        nations = self._states(inside) | self._states(following[:1])
        ties = self._ties(inside) | self._ties(following[:1])
        words = {self.tokens[i].fold for i in range(begin, core) if role is None or not role.first <= i < role.last}
        return Phrase(
            first=first,
            core=core,
            last=last,
            determiner=determiner,
            head=head,
            role=role,
            owner=owner,
            owned=owner_end > first and owner_end < core - 1,
            named=named,
            nations=nations,
            ties=ties,
            modifiers=frozenset(words & SPECIFIC) | self._portfolio(begin, role),
            party=next((PARTIES[word] for word in sorted(words) if word in PARTIES), ""),
            extras=frozenset(self._extras(begin, role)),
            following=following,
            tenure=tenure_of(self.tokens, first, role) if role is not None else "held",
        )

    def _portfolio(self, begin: int, role: RoleAt | None) -> frozenset[str]:
        """ "water" of "Water Minister": the words before a minister, of which most are no names."""
        if role is None or role.first <= begin or self.name_at(role.first - 1) is not None:
            return frozenset()
        if not is_portfolio(self.tokens, role.first - 1, role):
            return frozenset()
        return frozenset({self.tokens[role.first - 1].fold})

    def _extras(self, begin: int, role: RoleAt | None) -> Iterator[str]:
        for at in range(begin, role.first if role is not None else begin):
            token = self.tokens[at]
            if not token.text[0].islower() or self.name_at(at) is not None:
                continue
            if token.fold not in SPECIFIC and token.fold not in DETERMINERS and token.fold not in _NEUTRAL:
                yield token.fold

    def core_end(self, first: int, last: int) -> int:
        """Where the core of the phrase that starts at ``first`` ends."""
        at = first
        while at < last:
            name = self.name_at(at)
            if name is not None:
                at = min(name.last, last)
                if name.form != "adjective" and at < last and self._is_reduced_clause(at):
                    break
                continue
            role = role_at(self.tokens, at)
            if role is not None and role.last > at + 1:
                at = min(role.last, last)
                if at < last and self._is_reduced_clause(at):
                    break
                continue
            if at > first and (
                self.tokens[at].sentence != self.tokens[first].sentence or self._ends_core(self.tokens[at], at)
            ):
                break
            at += 1
            if role is not None and at < last and self._is_reduced_clause(at):
                break
        return max(at, first + 1)

    def _is_reduced_clause(self, at: int) -> bool:
        """Whether "worried" or "facing" right after a name begins a clause of its own."""
        word = self.tokens[at].fold
        return (
            word.endswith(("ed", "ing"))
            and len(word) > 4
            and self.tokens[at].text.islower()
            and role_at(self.tokens, at) is None
        )

    def list_end(self, at: int, last: int) -> int:
        """Where a list ends whose first name ends at ``at``: "A, B and the C"; ``at`` itself if it is none."""
        end = at
        while end < last and self.tokens[end].fold in (",", "and") and end - at < 30:
            joined = self.tokens[end].fold == "and"
            start = end + 1
            while start < last and self.tokens[start].fold in ("and", "the"):
                joined = joined or self.tokens[start].fold == "and"
                start += 1
            name = self.name_at(start) if start < last else None
            if name is None:
                break
            end = min(name.last, last)
            if joined:
                return end
        return at

    def _ends_core(self, token: Token, at: int) -> bool:
        if not token.is_word:
            if token.is_possessive or token.text in _INSIDE:
                return token.text == "-" and token.start > self.tokens[at - 1].end
            return not (token.text in '“”"[]' and at + 1 < len(self.tokens))
        word = token.fold
        if word in PREPOSITIONS or word in PRONOUNS or word in CONJUNCTIONS or word in AUXILIARIES:
            return True
        if word in _PREDICATES and (self._is_plural_noun(at - 1) or word == "such" or self._is_linked(at)):
            return True
        if self._is_plural_noun(at - 1) and self._is_described_by(at):
            return True
        if self.tokens[at - 1].fold in _PRONOMINAL and word.endswith("ed") and word not in _ADJECTIVES_IN_ED:
            return True
        verb = word in REPORTING or word in IRREGULAR_PAST
        return verb and at > 0 and role_at(self.tokens, at) is None and not self._is_modifier(at)

    def _is_linked(self, at: int) -> bool:
        """Whether an adjective follows its noun: "a source close to the king", but not "a close ally of the king"."""
        follows = at + 1 < len(self.tokens) and self.tokens[at + 1].fold in _PREDICATE_LINKS
        return follows and self.tokens[at - 1].fold not in DETERMINERS | {"very", "so", "too"}

    def _is_described_by(self, at: int) -> bool:
        """Whether a participle follows its noun: "people briefed on the talks", "members seen by the paper"."""
        if at + 1 >= len(self.tokens) or self.tokens[at + 1].fold not in PREPOSITIONS:
            return False
        return self.tokens[at].fold in _PARTICIPLES or self._is_reduced_clause(at)

    def _is_plural_noun(self, at: int) -> bool:
        role = role_at(self.tokens, at)
        return role.plural if role is not None else self.tokens[at].fold in PLURALS

    def _is_modifier(self, at: int) -> bool:
        """Whether a word that may be a verb stands before a noun: "the accused man", but not "some held flags"."""
        before = self.tokens[at - 1].fold
        if self.tokens[at].fold == "states":  # rather a noun than a verb, but for "Article 5 states that"
            following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
            return following is None or (following.is_word and following.fold != "that")
        return before in DETERMINERS - QUANTIFIERS

    def _owner_end(self, first: int, core: int) -> int:
        """Index of the last possessive mark in the core, or ``first`` if there is none."""
        for at in range(core - 1, first, -1):
            if self.tokens[at].is_possessive:
                return at
        return first

    def _role(self, begin: int, core: int) -> RoleAt | None:
        found: RoleAt | None = None
        for at in range(begin, core):
            role = role_at(self.tokens, at)
            if role is not None and role.last <= core and self.name_at(at) is None and role.noun:
                if found is not None and found.last > role.first:
                    continue
                found = role
        return found

    def _following(self, core: int, last: int) -> tuple[Name, ...]:
        """Names that an owning preposition puts after the core: "leader of Kosovo"."""
        found: list[Name] = []
        if core < last and self.tokens[core].fold in _OWNING:
            at = core + 1
            while at < last and len(found) < 4 and at < core + 12:
                name = self.name_at(at)
                if name is not None:
                    found.append(name)
                    at = name.last
                elif self.tokens[at].text in ",;:(—–" or self.tokens[at].fold in ("who", "which", "that"):
                    break
                else:
                    at += 1
        return tuple(found)

    @staticmethod
    def _states(names: tuple[Name, ...]) -> frozenset[str]:
        return frozenset(name.entry.state.code for name in names if name.entry and name.entry.state)

    def _ties(self, names: tuple[Name, ...]) -> frozenset[str]:
        """What names tie a role to: a state's code, a listed body's name, else the name's last word."""
        found: set[str] = set()
        for name in names:
            if name.entry is not None and name.entry.state is not None:
                found.add(name.entry.state.code)
            elif name.entry is not None and name.entry.body is not None:
                found.add(name.entry.body.name)
            elif name.form in ("person", "single", "organisation"):
                found.add(self.tokens[name.last - 1].fold)
        return frozenset(found)

    def before(self, end: int) -> Phrase | None:
        """The title or description that ends right before token ``end``: "Russian ambassador to Serbia <name>".

        None where a new paragraph begins at ``end``: a line above a byline is nobody's title.
        """
        if 0 < end < len(self.tokens) and self.tokens[end].paragraph != self.tokens[end - 1].paragraph:
            return None
        first = self._left_edge(end)
        return self.read(first, end) if first < end else None

    def _left_edge(self, end: int) -> int:
        at = end
        while at > 0 and end - at < 12:
            token = self.tokens[at - 1]
            if token.sentence != self.tokens[end - 1].sentence:
                break
            name = self.name_at(at - 1)
            if name is not None:
                if name.form == "person" and at < end and not self.tokens[at].is_possessive:
                    break  # nobody's title holds somebody's name
                at = name.first
                continue
            if token.is_possessive:
                at -= 1
                continue
            if not token.is_word or (token.fold in IRREGULAR_PAST and not self._is_modifier(at - 1)):
                break
            word = token.fold
            if word in _TITLE_PREPOSITIONS:
                if at == end or not self._follows_role(at - 1):
                    break
                at -= 1
                continue
            if word in DETERMINERS and word not in QUANTIFIERS:
                named = all(role_at(self.tokens, place) is None for place in range(at, end))
                if named and at >= 2 and self._word(at - 2) in _TITLE_PREPOSITIONS and self._follows_role(at - 2):
                    at -= 2  # "the chairman of the <body>"
                    continue
                return at - 1
            if word in PREPOSITIONS | PRONOUNS | CONJUNCTIONS | AUXILIARIES or word in REPORTING:
                break
            at -= 1
        return at

    def _word(self, at: int) -> str:
        return self.tokens[at].fold

    def _follows_role(self, at: int) -> bool:
        """Whether the preposition at ``at`` goes on with a title: "minister of", "Minister of Foreign Affairs of"."""
        left = at
        while left > 0 and at - left < 8:
            if role_at(self.tokens, left - 1) is not None:
                return True
            token = self.tokens[left - 1]
            if not (self.name_at(left - 1) or token.is_capitalised or token.fold in ("of", "for", "the")):
                return False
            left -= 1
        return False


def is_plural(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the phrase speaks of several: "officials", "two men", "the police"."""
    if phrase.role is not None and phrase.named is None:
        return phrase.role.plural
    word = tokens[phrase.head].fold
    if word in PLURALS:
        return True
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and word not in SINGULARS
    )


PLURALS = word_set("people police men women children media troops staff clergy public elite youth personnel")
SINGULARS = word_set("news politics economics series means congress texas")
