"""Verbs of attitude and what they govern: "denounced the bid", "refuses to sign", "backed by Oslo"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from onrecord.actors.words import word_set
from onrecord.domain import Actor
from onrecord.ledger.clauses import Clause
from onrecord.ledger.positions.lexicon import Attitude, attitudes, carriers, is_listed
from onrecord.ledger.positions.taking import ClauseReader, Taking

_BOUND = word_set("must should ought shall")
_ADDRESSED = word_set("urge call ask want press warn caution advise demand prefer tell appeal")
# Deeds that show a side when they are told as done; others may be done for any reason.
_TELLING = word_set(
    "recognize ratify adopt veto ban grant declare proclaim annul revoke repeal abolish outlaw boycott keep maintain "
    "offer"
)
_ORGANS = word_set(
    "parliament government ministry president delegation side leadership authorities lawmakers leaders negotiators "
    "assembly "
    "cabinet senate army officials council office presidency envoys ministers capital"
)
_UNSAID = word_set("name identify quote")  # "did not want to be named"


class Attitudes:
    """The takings of verbs of attitude in one report."""

    def __init__(self, clause: ClauseReader) -> None:
        self._clause = clause
        self.wording, self.clauses, self.tokens, self.phrases = (
            clause.wording,
            clause.clauses,
            clause.tokens,
            clause.phrases,
        )

    def of(self, clause: Clause) -> Iterator[Taking]:
        rows = [row for row in attitudes().get(clause.lemma, ()) if row.kind in ("verb", "act")]
        if clause.particle and not any(clause.particle in row.complements for row in rows):
            return  # "sign up", "back down"
        if not clause.passive and clause.statement is None and not (clause.modal or clause.negated):
            rows = [row for row in rows if row.kind == "verb" or row.lemma in _TELLING or self._is_meant(clause)]
        if not rows or clause.modal in _BOUND or self._no_stand(clause):
            return
        group = self.wording.range_of(clause.group)
        sign = -1 if self._clause.negated(clause) else 1
        if clause.passive:
            row = next((row for row in rows if "np" in row.complements), None)
            agent = self._agent(group[1])
            if row is None or clause.subject is None or agent is None or (clause.link == "relative" and clause.marker):
                return
            first, last = self._backed(clause, group[0])
            yield from (
                Taking(first, last, group, row.sign * sign, self._clause.strength(row.strength, group), clause, actor)
                for actor in agent
            )
            return
        for row in rows:
            complement = self._complement(row, clause, group[1])
            if complement is not None:
                words = (group[0], max(group[1], complement[2]))
                strength = self._clause.strength(row.strength, group)
                acts = row.kind == "act" and "np" in row.complements
                start = self._clause.verb(clause) if acts else complement[0]
                # A word that passes sides on belongs to the matter and brings its own sign.
                value = 1 if acts and clause.lemma in carriers() and not is_listed(clause.lemma) else row.sign
                for actor in self._several(clause):
                    yield Taking(start, complement[1], words, value * sign, strength, clause, actor, acts=acts)
                return

    def _backed(self, clause: Clause, verb: int) -> tuple[int, int]:
        """The subject of a passive; of "…, backed by Oslo" behind an object, that object."""
        assert clause.subject is not None
        subject = self.wording.range_of(clause.subject)
        above = self.clauses.parent(clause)
        if clause.form != "participle" or self.tokens.word(verb - 1) != "," or above is None:
            return subject
        low, high = self.phrases.object_from(self.wording.range_of(above.group)[1])
        return (low, high) if low < high == verb - 1 else subject

    def _several(self, clause: Clause) -> list[Actor | None]:
        """The actors of a subject: each of several names that "and" joins; else whom the clause says."""
        if clause.subject is None:
            return [clause.actor]
        first, last = self.wording.range_of(clause.subject)
        names = self.wording.names(first, last)
        actors = [name.actor for name in names if name.actor is not None]
        if len(actors) > 1 and len(actors) == len(names) and names[0].first <= first + 1:
            between = [self.tokens[k].fold for one, other in pairwise(names) for k in range(one.last, other.first)]
            if set(between) <= {"and", ",", "the"} and names[-1].last >= last - 1:
                return list(actors)
        if clause.actor is None and clause.head in _ORGANS and actors:
            return [actors[0]]
        return [clause.actor]

    def _complement(self, row: Attitude, clause: Clause, after: int) -> tuple[int, int, int] | None:
        """Where what a word of attitude governs begins and ends, and where the words that lead to it end."""
        tokens = self.tokens
        first = after
        while first < len(tokens) and (tokens[first].fold.endswith("ly") or tokens[first].text in "\"“'‘"):
            first += 1
        if first >= len(tokens):
            return None
        word = tokens[first].fold
        for complement in row.complements:
            if complement == "np":
                continue
            if complement == "to" and (found := self._infinitive(clause, first)) is not None:
                return found
            if word in ("it", "this", "them") and complement != "to" and self.tokens[first + 1].fold == complement:
                return first, first + 1, first + 2  # "turned it down"
            if word == complement and complement != "to":
                return (*self.phrases.object_from(first + 1), first + 1)
            if word == "to" == complement and clause.lemma not in ("want", "wish", "prefer", "refuse"):
                return (*self.phrases.object_from(first + 1), first + 1)
            if clause.lemma in _ADDRESSED:
                place = self._farther(first, complement)
                if place is not None:
                    return (*self.phrases.object_from(place + 1), place + 1)
        if "np" in row.complements and word not in (
            "to",
            "that",
            "by",
            "for",
            "on",
            "in",
            "with",
            "from",
            "at",
            "as",
            "of",
        ):
            begin, end = self.phrases.object_from(first)
            return (begin, end, after) if end > begin else None
        return None

    def _infinitive(self, clause: Clause, first: int) -> tuple[int, int, int] | None:
        for child in self.clauses.children(clause, "infinitive"):
            low, high = self.wording.range_of(child.group)
            if low - first > 14 or low < first:
                continue
            if child.lemma in _UNSAID:
                return None
            if clause.lemma in ("want", "prefer") and low > first:
                return (*self.phrases.object_from(first), first)
            start = high - 1
            return (*self.phrases.object_from(start), low)
        return None

    def _farther(self, first: int, complement: str) -> int | None:
        """Where "against" stands behind whom the words are addressed to."""
        for place in range(first, min(first + 9, len(self.tokens))):
            token = self.tokens[place]
            if token.sentence != self.tokens[first].sentence or not token.is_word:
                return None
            if token.fold == "that":
                return None
            if token.fold == complement:
                return place
        return None

    def _agent(self, after: int) -> list[Actor] | None:
        """Whom "by" behind a passive names."""
        tokens = self.tokens
        for place in range(after, min(after + 5, len(tokens))):
            if tokens[place].fold == "by":
                low, high = self.phrases.object_from(place + 1)
                actors = []
                for name in self.wording.names(low, high):
                    before = tokens[name.first - 1].fold
                    if name.actor is not None and before in ("by", "the", "and", ",", "both"):
                        actors.append(name.actor)
                return actors or None
        return None

    def _is_meant(self, clause: Clause) -> bool:
        """Whether it is what somebody means to do: "plans to lift"."""
        return clause.link == "infinitive"

    def _no_stand(self, clause: Clause) -> bool:
        """Whether it is only expected, tried or begun, or hangs on another word of attitude that speaks for all."""
        above = self.clauses.parent(clause)
        if clause.link == "infinitive" and above is not None:
            if not self._clause.is_meant(above) or any(
                "to" in row.complements for row in attitudes().get(above.lemma, ())
            ):
                return True
            return self._no_stand(above) if above.link == "infinitive" else above.link in ("condition", "time")
        told = clause.link == "time" and clause.marker in ("when", "after", "as", "since") and clause.tense == "past"
        if clause.link in ("condition", "time") and not told:
            return True
        if clause.marker in ("if", "unless", "until", "once", "whether"):
            return True
        if clause.link == "coordinate" and above is not None and clause.shared:
            return above.modal in _BOUND or above.link == "condition"
        acts = all(row.kind == "act" for row in attitudes().get(clause.lemma, ()))
        return clause.form in ("gerund", "participle") and not clause.passive and (acts or clause.form == "gerund")
