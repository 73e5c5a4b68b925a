"""From the words of a source to the entity they mean: names, descriptions, pronouns, documents, lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.actors.cast import Cast
from onrecord.actors.chains import Chains
from onrecord.actors.descriptions import Descriptions
from onrecord.actors.documents import Documents
from onrecord.actors.entities import Entity, Role
from onrecord.actors.phrases import Phrase, PhraseReader, is_plural
from onrecord.actors.portraits import described_role
from onrecord.actors.salience import Salience
from onrecord.actors.tokens import Tokens
from onrecord.actors.words import BODY_NOUNS, COUNTRY_NOUNS, POSSESSIVE_DETERMINERS, PRONOUNS, is_document, word_set

_FIRST_PERSON = word_set("i me my mine we us our ours myself")
_THIRD_PERSON = word_set("he she it they him her them his hers its their theirs himself herself itself")
_RELATIVE = word_set("who whom whose which that")
# What states and bodies are called as well as people.
_STATES_TOO = word_set("ally partner member rival neighbor neighbour host donor mediator opponent supporter") | (
    COUNTRY_NOUNS | BODY_NOUNS
)
_INDEFINITE = word_set(
    "others other another his her their its allies aides supporters colleagues more many some several most"
)
_OPENING = word_set("neither either nor snr jnr")
_NAMING = word_set("name names named identified called known nicknamed")
_SURE = 0.95  # from which a chain is believed; of 0.35, 0.5, 0.65, 0.8, 0.9 and 0.95 the best on GUM dev


class References:
    """Resolves phrases of one report.

    ``enclosing`` gives the entity that speaks at a token (the speaker of the statement whose content it stands in).
    """

    def __init__(
        self,
        cast: Cast,
        salience: Salience,
        documents: Documents,
        enclosing: Callable[[int], Entity | None],
        chains: Chains,
    ) -> None:
        self._cast = cast
        self._chains = chains
        self._reader: PhraseReader = cast.reader
        self._tokens: Tokens = cast.tokens
        self._salience = salience
        self._documents = documents
        self._descriptions = Descriptions(cast, salience)
        self._enclosing = enclosing

    def resolve(
        self, first: int, last: int, ignore: Sequence[tuple[int, int]] = (), *, but: Entity | None = None
    ) -> Entity | None:
        """The entity that tokens ``first:last`` mean, or None.

        ``ignore`` are token ranges that can't hold an antecedent (the statement's own content). ``but`` is one who is
        none of "both sides": whoever speaks to them.
        """
        first, last = self._trim(first, last)
        if first >= last:
            return None
        word = self._tokens[first].fold
        if word in PRONOUNS and (last - first == 1 or self._only_pronoun(first, last)):
            return self._pronoun(first, ignore, self._cast.named_in(ignore))
        parts = self._parts(first, last)
        if len(parts) > 1:
            return self._list(parts, ignore)
        first, last = parts[0]
        if word in ("his", "her", "their", "its", "my", "our"):
            return self._possessed(first, last, ignore)
        phrase = self._reader.read(first, last)
        return self._phrase(phrase, ignore, but) if phrase is not None else None

    def members(self, first: int, last: int) -> list[tuple[int, int]]:
        """The token ranges of the members of a list ("the mission and NATO forces"); the whole when it is none."""
        first, last = self._trim(first, last)
        return self._parts(first, last) if first < last else []

    def headed(self, noun: str, at: int) -> Entity | None:
        """The body that a bare noun at token ``at`` stands for: "ministry" of "ministry spokeswoman"."""
        return self._salience.headed(noun, at) or next(
            (one.entity for one in self._cast.before(at, 60) if noun in one.entity.heads), None
        )

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        while first < last and (not self._tokens[first].is_word or self._tokens[first].fold in _OPENING):
            first += 1
        while last > first and self._tokens[last - 1].fold in _OPENING:
            last -= 1
        while last > first and not self._tokens[last - 1].is_word and not self._tokens[last - 1].is_possessive:
            last -= 1
        return first, last

    def _only_pronoun(self, first: int, last: int) -> bool:
        """Whether a pronoun is followed by nothing that could be its noun: "he himself", "they both", "he, too,"."""
        rest = [self._tokens[i].fold for i in range(first + 1, last) if self._tokens[i].is_word]
        return self._tokens[first].fold not in (
            "his",
            "her",
            "their",
            "its",
            "my",
            "our",
            "that",
            "whose",
            "which",
        ) and all(
            word in ("himself", "herself", "themselves", "itself", "both", "all", "also", "too", "alone")
            for word in rest
        )

    # --- pronouns

    def _pronoun(
        self, at: int, ignore: Sequence[tuple[int, int]], named: frozenset[int] = frozenset()
    ) -> Entity | None:
        word = self._tokens[at].fold
        if word in _FIRST_PERSON:
            return self._enclosing(at)
        if word in _THIRD_PERSON:
            speaker = None if self._tokens[at].quoted else self._enclosing(at)
            if speaker is not None and self._salience.agrees(word, speaker):
                return speaker
            chained = self._chains.entity(at, at + 1)
            if chained is not None and chained.certainty >= _SURE and self._salience.agrees(word, chained.entity):
                return chained.entity
            return self._subject(word, at) or self._salience.antecedent(
                word, at, ignore, named=named | self._quoting(at)
            )
        if word in _RELATIVE:
            return self._relative(word, at)
        return None

    def _subject(self, word: str, at: int) -> Entity | None:
        """The person by whose description the sentence opens: "The president was silent, but his spokesman …"."""
        opening, end = self._tokens.sentence_range(self._tokens[at].sentence)
        if opening >= at or self._tokens[opening].fold != "the" or self._tokens[opening].quoted:
            return None
        phrase = self._reader.read(opening, min(end, at))
        if phrase is None or phrase.role is None or phrase.role.plural or phrase.named is not None or phrase.owned:
            return None
        between = any(one.entity.is_person and phrase.core <= one.first < at for one in self._cast.before(at, 8))
        if between or phrase.role.last != phrase.core or phrase.core >= at:
            return None
        entity = self._phrase(phrase, ())
        return entity if entity is not None and entity.is_person and self._salience.agrees(word, entity) else None

    def _quoting(self, at: int) -> frozenset[int]:
        """The number of who quotes the pronoun at token ``at``: "the agency quoted her as saying"."""
        name = self._reader.name_at(at - 2) if at >= 2 and self._tokens[at - 1].fold in ("quoted", "quotes") else None
        entity = self._cast.entity_of(name) if name is not None else None
        return frozenset() if entity is None else frozenset({entity.number})

    def _relative(self, word: str, at: int) -> Entity | None:
        """The entity of the noun phrase right before "who", "which", "that"."""
        left = at - 1
        while left >= 0 and self._tokens[left].text in ",)—–" and at - left < 4:
            left -= 1
        if left < 0 or self._tokens[left].sentence != self._tokens[at].sentence:
            return None
        name = self._reader.name_at(left)
        if name is not None:
            entity = self._cast.entity_of(name)
            if entity is not None and (
                entity.kind in ("person", "group", "unknown") or word in ("which", "that", "whose")
            ):
                return entity
        phrase = self._reader.before(left + 1)
        if phrase is not None and not phrase.determiner and name is None:
            first = left  # without a determiner, what stands before the noun may be a verb
            while first > phrase.first and self._reader.name_at(first - 1) is not None:
                first -= 1
            phrase = self._reader.read(first, left + 1)
        found = self._phrase(phrase, ()) if phrase is not None and phrase.first <= left else None
        return self._subject_before(at) if found is None and word == "who" else found

    def _subject_before(self, at: int) -> Entity | None:
        """The person who is the subject of the sentence up to a "who": "A clerk at the firm that runs it, who …"."""
        for occurrence in self._cast.before(at, 8):
            if occurrence.sentence != self._tokens[at].sentence:
                break
            if occurrence.subject and occurrence.entity.is_person:
                return occurrence.entity
        opening, _ = self._tokens.sentence_range(self._tokens[at].sentence)
        phrase = self._reader.read(opening, at)
        indefinite = phrase is not None and phrase.determiner in ("a", "an", "one") and phrase.role is not None
        return self._phrase(phrase, ()) if phrase is not None and indefinite else None

    def _possessed(self, first: int, last: int, ignore: Sequence[tuple[int, int]]) -> Entity | None:
        """ "his spokesman", "her campaign": the one described, else what belongs to the owner."""
        # "Egypt wants answers, its ministry says": what was said before may name the owner.
        owner = self._pronoun(first, [part for part in ignore if part[0] > first])
        phrase = self._reader.read(first, last)
        if phrase is None:
            return owner
        if phrase.named is not None:
            return self._cast.entity_of(phrase.named)
        apposed = self._apposed(phrase)
        if apposed is not None:
            return apposed
        if self._tokens[first].fold == "their" and self._tokens[phrase.head].fold in BODY_NOUNS and owner is not None:
            owner = owner if owner.kind in ("group", "person") else None
        if owner is not None and is_document(self._tokens[phrase.head].fold):
            return owner
        return self._descriptions.owned(phrase, owner)

    # --- lists

    def _parts(self, first: int, last: int) -> list[tuple[int, int]]:
        """The members of a list of names or phrases; the whole when it is none."""
        split = next((at for at in range(first + 1, last - 1) if self._tokens[at].fold == "nor"), None)
        if split is not None:
            return [(first, split), (split + 1, last)]
        added = self._joined_indefinite(first, last)
        if added is not None:
            return [(first, added), (added + 1, last)]
        parts: list[tuple[int, int]] = []
        at = first
        while at < last and len(parts) < 6:
            core = self._reader.core_end(at, last)
            end = core
            if core < last and self._tokens[core].text == "(":
                while end < last and self._tokens[end].text != ")" and end - core < 8:
                    end += 1
                end = min(end + 1, last)
            parts.append((at, core))
            if end >= last:
                break
            word = self._tokens[end]
            if word.fold in ("and", "&", "nor"):
                at = end + 1
                if at >= last:
                    break
                rest = self._reader.core_end(at, last)
                parts.append((at, rest))
                if self._is_list(parts):
                    return parts
                joined = self._reader.read(*parts[-1]) if len(parts) == 2 else None
                return [parts[-1]] if joined is not None and joined.named is not None else [(first, last)]
            if word.text == "," and end + 1 < last and self._tokens[end + 1].fold not in ("who", "which"):
                at = end + 1 + (self._tokens[end + 1].fold == "and")
                continue
            break
        return [(first, last)]

    def _joined_indefinite(self, first: int, last: int) -> int | None:
        """Where "and" adds somebody new to a phrase: "the embassy in Lima and a lawyer for the firm"."""
        core = self._reader.core_end(first, last)
        if core >= last or self._tokens[core].fold not in ("of", "in", "to", "for", "at"):
            return None
        for at in range(core + 1, last - 2):
            if self._tokens[at].text in ",;:(" or self._tokens[at].fold in ("who", "which"):
                return None
            if self._tokens[at].fold == "and" and self._tokens[at + 1].fold in ("a", "an"):
                added = self._reader.read(at + 1, last)
                return at if added is not None and added.role is not None else None
        return None

    def _is_list(self, parts: list[tuple[int, int]]) -> bool:
        if len(parts) == 2:
            (one, _), (other, other_last) = parts
            left, right = self._reader.read(*parts[0]), self._reader.read(other, other_last)
            if left is None or right is None:
                return False
            same = left.role is not None and left.named is None and right.role is not None and not right.determiner
            if same and not (left.role and left.role.plural) and self._apposed(right) is not None:
                return False  # "his cousin and chief critic, Ana Quist,"
            return not (same and not left.role.plural and self._tokens[one].fold not in PRONOUNS) if left.role else True
        definite = [part for part in parts if self._tokens[part[0]].fold not in _INDEFINITE]
        phrases = [self._reader.read(first, last) for first, last in definite]
        return all(phrase is not None and phrase.named is not None for phrase in phrases)

    def _list(self, parts: list[tuple[int, int]], ignore: Sequence[tuple[int, int]]) -> Entity | None:
        found: list[Entity] = []
        if len(parts) > 2 and self._tokens[parts[0][0]].fold in POSSESSIVE_DETERMINERS | {"the"}:
            lead = self._reader.read(*parts[0])  # "his colleagues, A and B"
            if lead is not None and lead.named is None and is_plural(self._tokens, lead):
                parts = parts[1:]
        for number, (first, last) in enumerate(parts):
            if number and self._tokens[first].fold in _INDEFINITE:
                continue
            entity = self.resolve(first, last, ignore)
            if entity is not None and entity not in found:
                found.append(entity)
        if len(found) < 2:
            return found[0] if found else None
        return self._cast.together(found)

    # --- phrases

    def _phrase(self, phrase: Phrase, ignore: Sequence[tuple[int, int]], but: Entity | None = None) -> Entity | None:
        if phrase.named is not None:
            entity = self._initials(phrase) or self._cast.entity_of(phrase.named)
            if (
                phrase.named.form == "capital"
                and phrase.named.entry
                and phrase.named.entry.state
                and entity is not None
            ):
                return entity if entity.kind == "person" else self._cast.state(phrase.named.entry.state.code)
            return entity
        named = self._apposed(phrase) or self._given_name(phrase)
        if named is not None:
            return named
        if is_document(self._tokens[phrase.head].fold):
            return self._documents.author(phrase)
        return self._chained(phrase) or self._descriptions.entity(phrase, ignore, but=but)

    def _initials(self, phrase: Phrase) -> Entity | None:
        """Whom "the CS" means after "Cabinet Secretary Ana Quist"."""
        name = phrase.named
        if name is None or phrase.determiner != "the" or name.last - name.first > 1 or name.entry is not None:
            return None
        letters = self._tokens[name.first].text
        if not letters.isupper() or not 1 < len(letters) <= 4:
            return None
        found: Entity | None = None
        for other, entity in self._cast.people():
            if other.first >= name.first:
                break
            title = self._tokens[max(0, other.first - len(letters)) : other.first]
            if "".join(token.text[0] for token in title) == letters and title[0].sentence == title[-1].sentence:
                found = entity
        return found

    def _chained(self, phrase: Phrase) -> Entity | None:
        """Whom the chain of "the envoy" names: one who is not known to be anything else."""
        if phrase.determiner not in ("the", "that", "this") or is_plural(self._tokens, phrase):
            return None
        chained = self._chains.entity(phrase.first, phrase.core)
        if chained is None or chained.certainty < _SURE or not chained.entity.named:
            return None
        entity = chained.entity
        if phrase.role is None:
            return entity if entity.kind in ("organisation", "body") else None
        role = described_role(phrase)
        if entity.kind != "person" or any(known.contradicts(role) for known in entity.roles):
            return None
        if not any(known.fits(role) for known in entity.roles) and (entity.roles or role.ties or role.modifiers):
            return None  # "the mayor" is not the minister of whom the network thinks
        if self._held_by_another(phrase.first, role, entity):
            return None
        return entity if phrase.role.gender in ("", entity.gender) or not entity.gender else None

    def _held_by_another(self, at: int, role: Role, entity: Entity) -> bool:
        """Whether somebody else who was named before token ``at`` is said to be what ``role`` says."""
        return any(
            known.noun == role.noun and known.fits(role)
            for occurrence in self._cast.before(at)
            if occurrence.entity is not entity and occurrence.entity.is_person
            for known in occurrence.entity.roles
        )

    def _apposed(self, phrase: Phrase) -> Entity | None:
        """The person named right after a description: "the Russian foreign minister, Sergei Lavrov,"."""
        at = phrase.core
        if is_plural(self._tokens, phrase):
            return None
        while at < phrase.last and self._tokens[at].text != ",":
            at += 1
        if at + 1 >= len(self._tokens) or self._tokens[at].text != ",":
            return None
        name = self._reader.name_at(at + 1)
        title = None if name is not None else self._reader.read(at + 1, min(at + 8, len(self._tokens)))
        name = name or (title.named if title is not None else None)
        entity = self._cast.entity_of(name) if name is not None else None
        if name is None or entity is None:
            return None
        after = self._tokens[name.last] if name.last < len(self._tokens) else None
        inside = after is not None and after.fold in ("of", "for") and name.last < phrase.last  # "Ana Quist of Norway"
        if after is not None and after.is_word and not inside and (name.last < phrase.last or at >= phrase.last):
            return None  # "according to an official, Quist will go"
        if entity.kind == "person":
            human = name.form == "person" and self._tokens[phrase.head].fold not in BODY_NOUNS
            return entity if phrase.role is not None or human else None
        noun = phrase.role.noun if phrase.role is not None else self._tokens[phrase.head].fold
        closed = after is not None and after.text == "," and phrase.determiner and name.last <= phrase.last
        if closed and entity.kind in ("organisation", "body"):
            return entity  # "the operator, Nordline AG,"
        return entity if noun in _STATES_TOO and entity.kind != "place" else None

    def _given_name(self, phrase: Phrase) -> Entity | None:
        """The name that an unnamed person gives: "a shopkeeper who gave only her first name, Ada"."""
        if phrase.role is None or phrase.role.plural or phrase.determiner not in ("a", "an", "one"):
            return None
        for at in range(phrase.core, phrase.last):
            if self._tokens[at].fold in _NAMING:
                for start in range(at + 1, min(at + 5, phrase.last)):
                    name = self._reader.name_at(start)
                    if name is not None and name.form in ("person", "single"):
                        entity = self._cast.entity_of(name)
                        if entity is not None and entity.kind in ("person", "unknown"):
                            entity.kind = "person"
                            return entity
        return None
