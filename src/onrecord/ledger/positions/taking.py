"""A place in a report where an actor's words or deeds take a side, and what its clauses tell of that."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.actors.words import word_set
from onrecord.domain import Actor
from onrecord.ledger.clauses import Clause, Clauses
from onrecord.ledger.positions.lexicon import word_list
from onrecord.ledger.positions.phrases import Phrases
from onrecord.ledger.positions.wording import Wording

_UNDONE = word_set("fail decline refuse stop cease avoid")  # what governs an infinitive and turns it round

_MEANT = word_set(
    "plan vow promise pledge agree decide prepare intend threaten refuse decline continue aim ready willing swear "
    "move "
    "determine commit choose resolve go undertake"
)
_READY = word_set("to ready willing prepared determined keen eager going set")

SIDE_NOUNS = word_set(
    "bloc country government ministry party alliance council delegation administration union side nation republic "
    "army group "
    "organisation organization company court campaign agency commission province region territory kingdom north "
    "south east west"
)
"""Nouns by which a speaker or a report means a side without naming it."""


@dataclass(frozen=True, slots=True)
class Taking:
    """Words that take a side: ``first:last`` are the tokens of the matter, ``words`` those that show the side."""

    first: int
    last: int
    words: tuple[int, int]
    sign: int
    strength: int
    clause: Clause | None = None
    actor: Actor | None = None
    own: bool = False
    """Whether it is the side of whoever's words these are (a verdict), and not of the clause's subject."""

    acts: bool = False
    """Whether the word of attitude belongs to the matter itself ("recognise")."""

    neutral: bool = False


class ClauseReader:
    """The clauses of a report with its tokens: subjects, objects and negation as positions are read from them."""

    def __init__(self, wording: Wording, clauses: Clauses) -> None:
        self.wording, self.clauses = wording, clauses
        self.tokens = wording.tokens
        self.phrases = Phrases(wording, clauses)

    def negated(self, clause: Clause) -> bool:
        """Whether what the clause says is turned round, by "not" or by what governs it ("refused to recognise")."""
        turned = clause.negated or self._no_longer(clause)
        above = self.clauses.parent(clause)
        seen = 0
        while clause.link == "infinitive" and above is not None and seen < 4:
            turned ^= above.lemma in _UNDONE
            turned ^= above.negated
            clause, above, seen = above, self.clauses.parent(above), seen + 1
        return turned

    def _no_longer(self, clause: Clause) -> bool:
        at = self.wording.range_of(clause.verb)[0]
        return self.tokens.word(at - 1) == "longer" and self.tokens.word(at - 2) == "no" and not clause.negated

    def is_meant(self, governor: Clause) -> bool:
        """Whether a verb makes what it governs somebody's own intention: "plans to", "is ready to", but no "is "
        "likely to"."""
        if governor.lemma == "be":
            after = self.wording.range_of(governor.group)[1]
            return self.tokens.word(after) in _READY
        return governor.lemma in _MEANT

    def is_actor(self, clause: Clause) -> bool:
        """Whether the subject is somebody, so that no matter is judged."""
        if self.is_far(clause):
            return False
        return clause.actor is not None or clause.head in ("i", "we", "he", "she", "they", "you", "who", "who")

    def is_far(self, clause: Clause) -> bool:
        """Whether a semicolon parts a verb from what was taken for its subject."""
        if clause.subject is None or clause.subject.end > clause.group.start:
            return False
        return ";" in self.wording.text[clause.subject.end : clause.group.start]

    def strength(self, strength: int, group: tuple[int, int]) -> int:
        words = {self.tokens[k].fold for k in range(max(0, group[0] - 1), min(group[1] + 1, len(self.tokens)))}
        more = bool(words & word_list("more")) - bool(words & word_list("less"))
        return min(3, max(1, strength + more))

    def verb(self, clause: Clause) -> int:
        return self.wording.range_of(clause.verb)[0]

    def limit(self, first: int) -> int:
        return min(len(self.tokens), first + 10)

    def subject(self, clause: Clause) -> tuple[int, int]:
        """A clause's subject; where it is its sister's object, the sister's subject ("violates X and threatens Y")."""
        assert clause.subject is not None
        subject = self.wording.range_of(clause.subject)
        verb = self.wording.range_of(clause.group)[0]
        if subject[0] >= verb or self.is_far(clause):  # what stands behind the verb is its object
            return self.before(verb)
        above = self.clauses.parent(clause)
        if clause.link != "coordinate" or above is None or above.subject is None:
            return subject
        shared = self.wording.range_of(above.group)[1] == subject[0]
        return self.wording.range_of(above.subject) if shared else subject

    def before(self, verb: int) -> tuple[int, int]:
        """The phrase in front of a verb, up to a mark or a word that opens a clause."""
        last = verb
        while last and self.tokens[last - 1].text in "\"“‘'":
            last -= 1
        first = last
        while first and last - first < 25 and self.tokens[first - 1].sentence == self.tokens[verb].sentence:
            token = self.tokens[first - 1]
            if not (token.is_word or token.is_possessive) or token.fold in ("that", "but", "while", "which", "because"):
                break
            first -= 1
        return first, last
