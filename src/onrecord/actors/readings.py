"""What the words of a description say: a title, whom the office is held for, and when."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.actors.cast import Cast
from onrecord.actors.entities import Entity
from onrecord.actors.folding import fold
from onrecord.actors.governing import organ_named
from onrecord.actors.names import Name
from onrecord.actors.phrases import Phrase, PhraseReader
from onrecord.actors.references import References
from onrecord.actors.roles import MINISTERS, SPECIFIC, RoleAt, role_at, role_nouns
from onrecord.actors.titles import is_title_word, noun_words, tenure_of, written
from onrecord.actors.tokens import Tokens
from onrecord.actors.words import BODY_NOUNS, DETERMINERS, POSSESSIVE_DETERMINERS, PRONOUNS, word_set
from onrecord.domain import Tenure

TAILS = word_set("of for to at on in from with")
_LONG_TAIL = word_set("of for to on")
# Whose "to" or "for" names where they are sent or what they deal with, not whom they serve.
_SENT = word_set(
    "envoy ambassador emissary negotiator mediator representative consul rapporteur coordinator attache commissioner"
)
_OF_THE_STATE = word_set("ambassador consul envoy president")
# Posts that a state has, so that a nation before them says for whom they are held.
_OF_STATES = word_set("leader chief head general admiral commander marshal prosecutor cardinal sheikh")
# Posts that any word before them makes an office: "rebel leader", "union chief".
_HEADING = word_set("leader chief head commander chair chairman chairwoman director CEO manager prosecutor judge")
# Offices of a city or a region: what is named before or after them is a place, even where it is a capital.
_LOCAL = frozenset({"chief minister", "first minister"}) | word_set(
    "mayor governor councillor councilman councilwoman bishop archbishop sheriff"
)
_RANKS = word_set("general admiral colonel lieutenant major captain sergeant officer doctor professor")
_SPEAKING = word_set("spokesman spokeswoman spokesperson")
_GOVERNMENTS = word_set("government state republic country nation presidency administration regime kingdom authorities")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a description says: see ``Description``; ``last`` is the token where its words end."""

    title: str
    of: Entity | None
    last: int
    office: bool
    tenure: Tenure


class DescriptionReader:
    """Reads the descriptions of one report's people."""

    def __init__(self, cast: Cast, references: References) -> None:
        self._cast = cast
        self._references = references
        self._reader: PhraseReader = cast.reader
        self._tokens: Tokens = cast.tokens

    def read(self, phrase: Phrase, begin: int) -> Reading | None:
        """What a description says whose words begin at token ``begin``; None for what is no more than an address."""
        if phrase.role is None or not phrase.role.noun:
            return None
        role = self._before_rank(phrase, phrase.role)
        of, words = self._before(begin, role)
        serves = of is not None and (of.kind != "state" or role.noun in _OF_STATES)
        title = noun_words(self._tokens, role)
        standing = (role_nouns().get(fold(title)) or role_nouns()[role.noun]).standing
        specific = bool(set(words) & SPECIFIC)
        title = " ".join([*words, title])
        last, behind, tail = self._tail(phrase, role, of)
        if of is None and behind is not None:
            of = behind
        if of is not None and of.kind == "body" and of.state is not None and role.noun in _OF_THE_STATE:
            of = self._cast.state(of.state)  # the ministry's ambassador is the state's
        if title.split()[-1] in MINISTERS and role.noun not in _LOCAL and tail.startswith(("of ", "for ")):
            subject = tail.split(" ", 1)[1].removeprefix("the ").lower().removesuffix(" affairs")
            title, tail = f"{subject} {title}", ""
        heading = role.noun in _HEADING and bool(words)
        whom = serves or behind is not None or bool(tail) or specific or heading
        tenure = tenure_of(self._tokens, phrase.first, role)
        if tenure == "held" and [self._tokens.word(phrase.core + step) for step in (0, 2)] == ["at", "time"]:
            tenure = "then"  # "the prime minister at the time"
        office = standing == "office" or (standing == "post" and whom)
        return Reading(f"{title} {tail}".strip(), of, last, office, tenure)

    def _before_rank(self, phrase: Phrase, role: RoleAt) -> RoleAt:
        """The office before a rank: "commander" in "NATO commander General Brenner"."""
        before = role_at(self._tokens, role.first - 1) if role.noun in _RANKS and role.first > phrase.first else None
        return before if before is not None and before.first >= phrase.first and before.noun else role

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
        if self._tokens.word(first) in POSSESSIVE_DETERMINERS:
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
        if at + 1 >= limit or self._tokens.word(at) not in TAILS:
            return at, None, self._local(phrase, role)
        preposition = self._tokens.word(at)
        if preposition == "at" and self._tokens.word(at + 1) in ("the", "that") and self._tokens.word(at + 2) == "time":
            return at, None, ""
        end = self._reader.core_end(at + 1, limit)
        holder, words = self._object(at + 1, end, preposition, role, of)
        if not words and holder is None:
            return at, None, ""
        while end < limit and self._tokens.word(end) in _LONG_TAIL and end + 1 < limit:
            further = self._reader.core_end(end + 1, limit)
            if holder is None and of is None and self._tokens.word(end) in ("of", "for"):
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
        while start < last and self._tokens.word(start) in DETERMINERS:
            start += 1
        if start >= last or self._tokens.word(first) in PRONOUNS or not self._tokens[start].is_word:
            return None, ""
        title_only = preposition in ("to", "on", "in") or of is not None or role.noun in _LOCAL
        title_only = title_only or (preposition == "for" and role.noun in _SENT)
        name = self._reader.name_at(start)
        if name is not None and name.last >= last:
            department = self._tokens.word(name.last - 1) not in BODY_NOUNS
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
        head = self._tokens.word(phrase.head)
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
        article = "the " if self._tokens.word(first) == "the" and preposition in ("to", "in") else ""
        return holder, article + " ".join(words)
