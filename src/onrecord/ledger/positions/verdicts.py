"""Verdicts on a matter: "the bid is illegal", "violates the treaty", "called it a mistake"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from onrecord.actors.words import word_set
from onrecord.ledger.clauses import Clause
from onrecord.ledger.positions.lexicon import attitudes, lemma, verdicts, word_list
from onrecord.ledger.positions.taking import ClauseReader, Taking

_COPULAS = word_set("be become remain seem appear look constitute represent prove sound mark amount")
_NAMING = word_set(
    "call describe brand label deem consider declare regard view see dismiss denounce find hail slam blast"
)
_AGAINST_LAW = word_set("breach violation contravention defiance breach")
_WITH_LAW = word_set("line accordance conformity keeping compliance")
_VERDICT_PARTS: tuple[Literal["adjective", "noun"], ...] = ("adjective", "noun")


class Verdicts:
    """The takings of verdicts in one report."""

    def __init__(self, clause: ClauseReader) -> None:
        self._clause = clause
        self.wording, self.clauses, self.tokens, self.phrases = (
            clause.wording,
            clause.clauses,
            clause.tokens,
            clause.phrases,
        )

    def of(self, clause: Clause) -> Iterator[Taking]:
        group = self.wording.range_of(clause.group)
        sign = -1 if self._clause.negated(clause) else 1
        if clause.lemma in _COPULAS and not clause.passive:
            after = max(group[1], self._behind_negation(clause))
            found = self._verdict_at(after, self._clause.limit(after))
            if found is None:
                return
            words_end, value, strength = found
            matter = self._judged(clause, words_end)
            if matter is not None:
                # "It would be wrong not to ask": the negation is the matter's.
                yield Taking(*matter[:2], (group[0], words_end), value * sign * matter[2], strength, clause, own=True)
            return
        if clause.lemma in _NAMING:
            yield from self._named(clause, group, sign)
        rows = [row for row in attitudes().get(clause.lemma, ()) if row.kind in ("harm", "good")]
        harmful = clause.lemma in word_list("causes") and self._harm_in(group[1])
        if (rows or harmful) and clause.subject is not None and not clause.passive and clause.form == "finite":
            first, last = self._clause.subject(clause)
            if clause.negation is not None and clause.negation.start >= clause.group.end:
                sign = 1  # "sets no precedent": what the object denies is counted there
            value, strength = (
                (rows[0].sign, rows[0].strength) if rows and not harmful else (-harmful, 2 if harmful > 0 else 1)
            )
            if not self._clause.is_actor(clause) and last > first:
                end = self.phrases.object_from(group[1])[1]
                yield Taking(first, last, (group[0], max(end, group[1])), value * sign, strength, clause, own=True)

    def _behind_negation(self, clause: Clause) -> int:
        """Where what follows a negation begins, so that it is not counted twice ("is not illegal")."""
        return self.wording.range_of(clause.negation)[1] if clause.negation is not None else 0

    def _named(self, clause: Clause, group: tuple[int, int], sign: int) -> Iterator[Taking]:
        """ "Called the bid an outrage", "described it as illegal"."""
        first = group[1]
        _, last = self.phrases.object_from(first)
        last = min(max(last, first), len(self.tokens))
        as_at = next((k for k in range(first, min(first + 25, len(self.tokens))) if self._is_as(first, k)), None)
        if as_at is not None:
            found = self._verdict_at(as_at + 1, self._clause.limit(as_at + 1))
            if found is not None and as_at > first:
                yield Taking(first, as_at, (group[0], group[1]), found[1] * sign, found[2], clause, clause.actor)
            return
        for place in range(first + 1, last):
            if self.tokens[place].fold in ("a", "an", "the") or self.tokens[place].text in "\"“'‘":
                found = self._verdict_at(place, min(last, place + 8), phrase=True)
                if found is not None:
                    yield Taking(first, place, (place, found[0]), found[1] * sign, found[2], clause, clause.actor)
                    return

    def _is_as(self, first: int, place: int) -> bool:
        return self.tokens[place].fold == "as" and self.tokens[place].sentence == self.tokens[first].sentence

    def _verdict_at(self, first: int, last: int, *, phrase: bool = False) -> tuple[int, int, int] | None:
        """The end, sign and strength of a verdict in the tokens from ``first`` on."""
        tokens = self.tokens
        if first >= len(tokens):
            return None
        if tokens[first].fold == "in" and first + 1 < len(tokens):
            if tokens[first + 1].fold in _AGAINST_LAW:
                return self.phrases.object_from(first)[1], -1, 3
            if tokens[first + 1].fold in _WITH_LAW:
                return self.phrases.object_from(first)[1], 1, 2
        if tokens[first].fold in ("against", "contrary") and first + 2 < len(tokens):
            end = self.phrases.object_from(first)[1]
            return (
                (end, -1, 3)
                if any(tokens[k].fold in ("law", "constitution", "charter") for k in range(first, end))
                else None
            )
        sign, more = 1, 0
        for place in range(first, min(last, first + 7)):
            token = tokens[place]
            word = lemma(token.fold)
            if token.fold in ("no", "not", "never", "neither", "hardly"):
                sign = -sign
                continue
            if token.fold in ("to", "that", "for", "of", "in", "on", "by", "with", "than", "because"):
                return None
            more += (token.fold in word_list("more")) - (token.fold in word_list("less"))
            two = f"{token.fold} {tokens[place + 1].fold}" if place + 1 < last else ""
            for part in _VERDICT_PARTS:
                known = verdicts(part)
                verdict = known.get(two) or known.get(token.fold) or known.get(word)
                if verdict is None:
                    continue
                if part == "adjective" and token.fold in ("right", "just", "fair") and place + 1 < last and phrase:
                    continue
                end = place + (2 if known.get(two) else 1)
                return end, verdict.sign * sign, min(3, max(1, verdict.strength + more))
        return None

    def _judged(self, clause: Clause, words_end: int) -> tuple[int, int, int] | None:
        """What a verdict is on: the subject, or with "it" what "to" or "that" brings; and a sign for "not to"."""
        tokens = self.tokens
        if clause.subject is None:
            return None
        first, last = self.wording.range_of(clause.subject)
        if tokens[first].fold in ("what", "which", "whose", "who"):
            return None  # "decide what information is useful"
        if clause.head not in ("it", "this", "that", "there", "which"):
            return None if self._clause.is_actor(clause) else (*self._clause.subject(clause), 1)
        if clause.head == "there":
            return None
        place = words_end
        sign = 1
        while place < len(tokens) and place - words_end < 12 and tokens[place].sentence == tokens[first].sentence:
            word = tokens[place].fold
            if word in ("not", "never"):
                sign = -1
            elif word in ("to", "that"):
                low, high = self.phrases.object_from(place + 1)
                return (low, high, sign) if high > low else None
            elif tokens[place].text in ",.;":
                break
            place += 1
        return (first, last, 1) if clause.head in ("this", "that") else None

    def _harm_in(self, first: int) -> int:
        """1 where harm is brought about, -1 where none is ("sets no precedent"), 0 where there is nothing of the "
        "kind."""
        low, high = self.phrases.object_from(first)
        harms, sign = word_list("harm"), 1
        for place in range(low, min(high, low + 12)):
            word = lemma(self.tokens[place].fold)
            two = f"{self.tokens[place].fold} {self.tokens[place + 1].fold}" if place + 1 < high else ""
            if self.tokens[place].fold == "end":
                return 0
            sign = -sign if self.tokens[place].fold == "no" else sign
            if word in harms or two in harms:
                return sign
        return 0
