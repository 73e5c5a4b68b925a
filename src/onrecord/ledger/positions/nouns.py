"""Nouns and adjectives that take a side: "its opposition to the bid", "in favour of talks", "neutral on it"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from onrecord.actors.words import word_set
from onrecord.domain import Actor
from onrecord.ledger.clauses import Clause
from onrecord.ledger.positions.lexicon import Attitude, attitudes
from onrecord.ledger.positions.taking import SIDE_NOUNS, ClauseReader, Taking

_LIGHT_VERBS = word_set(
    "express voice stress reiterate announce declare give lend offer renew repeat state show have reaffirm underline "
    "signal make issue emphasize confirm underscore pledge draw restate"
)
_TAKEN_BACK = word_set("drop withdraw abandon end lift retract")
_SPEAKERS = word_set("i we he she it they")  # whose words it may be, so that they are the speaker


class Nouns:
    """The takings of nouns and adjectives in one report."""

    def __init__(self, clause: ClauseReader) -> None:
        self._clause = clause
        self.wording, self.clauses, self.tokens, self.phrases = (
            clause.wording,
            clause.clauses,
            clause.tokens,
            clause.phrases,
        )
        self._by_verb = sorted((self.wording.range_of(clause.group)[0], clause.index) for clause in self.clauses)
        self._starts = [start for start, _ in self._by_verb]

    def all(self) -> Iterator[Taking]:
        """ "Its opposition to the bid", "in favour of talks", "opposed to sanctions"."""
        starts, by_verb = self._starts, self._by_verb
        for place, token in enumerate(self.tokens):
            rows = [row for row in attitudes().get(token.fold, ()) if row.kind in ("noun", "adjective")]
            if not rows and token.fold.endswith("s"):
                rows = [row for row in attitudes().get(token.fold[:-1], ()) if row.kind == "noun"]
            if not rows or token.headline:
                continue
            at = bisect_right(starts, place) - 1
            clause = self.clauses[by_verb[at][1]] if at >= 0 else None
            if clause is not None and self.tokens[starts[at]].sentence != token.sentence:
                clause = None
            for row in rows:
                taking = self._noun(row, place, clause)
                if taking is not None:
                    yield taking
                    break

    def _noun(self, row: Attitude, place: int, clause: Clause | None) -> Taking | None:
        tokens = self.tokens
        first = place + 1
        if "np" in row.complements:
            if clause is None or clause.lemma not in ("be", "remain", "stand", "come") or clause.actor is None:
                return None
        elif first < len(tokens) and tokens[first].fold in row.complements:
            first += 1
        else:
            return None
        low, high = self.phrases.object_from(first)
        if high <= low:
            return None
        if clause is not None and clause.modal in ("may", "might", "could"):
            return None
        sign = 1
        back = clause is not None and clause.lemma in _TAKEN_BACK and row.kind == "noun" and not clause.passive
        actor = None if back else self._possessor(place)
        if actor is None and clause is not None:
            governed = clause.lemma in _LIGHT_VERBS or (
                row.kind == "adjective" and clause.lemma in ("be", "remain", "seem")
            )
            if not (governed or back):
                return None
            if clause.passive:
                return None
            actor = clause.actor
            sign = -1 if self._clause.negated(clause) else 1
            if back:
                sign = 0
        if actor is None and (clause is None or clause.head not in SIDE_NOUNS | _SPEAKERS):
            return None
        return Taking(low, high, (place, low), row.sign * sign, row.strength, clause, actor, neutral=sign == 0)

    def _possessor(self, place: int) -> Actor | None:
        tokens = self.tokens
        for before in range(place - 1, max(-1, place - 5), -1):
            if tokens[before].is_possessive or tokens[before].fold.endswith("s'"):
                name = self.wording.name_at(before - 1)
                return name.actor if name is not None else None
            if tokens[before].fold in ("its", "his", "her", "their", "our", "my"):
                clause = self._clause_before(before)
                return clause.actor if clause is not None else None
            if not tokens[before].is_word or tokens[before].fold in ("of", "to", "and"):
                return None
        return None

    def _clause_before(self, place: int) -> Clause | None:
        """The last clause in front of a token, in its sentence, whose subject is somebody."""
        for at in range(bisect_left(self._starts, place) - 1, -1, -1):
            if self.tokens[self._starts[at]].sentence != self.tokens[place].sentence:
                return None
            clause = self.clauses[self._by_verb[at][1]]
            if clause.actor is not None:
                return clause
        return None

    def neutral(self) -> Iterator[Taking]:
        """ "Takes no position on the bid", "remains neutral on it", "takes neither side"."""
        for clause in self.clauses:
            after = self.wording.range_of(clause.group)[1]
            two = (self.tokens.word(after), self.tokens.word(after + 1))
            no_side = (
                clause.lemma == "take"
                and two[0] in ("no", "neither")
                and two[1] in ("position", "side", "sides", "stance")
            )
            neutral = clause.lemma in ("be", "remain", "stay") and two[0] == "neutral" and not clause.negated
            if not (no_side or neutral):
                continue
            end = after + (2 if no_side else 1)
            first, last = after, end
            if self.tokens.word(end) in ("on", "in", "over", "about", "towards"):
                first, last = self.phrases.object_from(end + 1)
            actor = clause.actor
            if last > first:
                yield Taking(
                    first, last, (self.wording.range_of(clause.group)[0], end), 1, 2, clause, actor, neutral=True
                )
