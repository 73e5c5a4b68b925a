"""What somebody says that they will do, what will go ahead, and what must or must not be."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.actors.words import word_set
from onrecord.ledger.clauses import Clause
from onrecord.ledger.positions.lexicon import attitudes, carriers, is_listed
from onrecord.ledger.positions.taking import ClauseReader, Taking

_NAMING = word_set(
    "call describe brand label deem consider declare regard view see dismiss denounce find hail slam blast"
)
_BOUND = word_set("must should ought shall")
_NEED = word_set("need have")
_INTENT = word_set("will would shall 'll is to are to going to")
_IDLE = word_set(
    "be have do say see know think come look feel believe remain win lose become happen find wait respond tell ask "
    "watch monitor discuss study consider follow examine use get stand speak"
)
_DONE = word_set("carry hold complete finish launch conduct build")  # "will be carried out"
_GOING = word_set("take go proceed continue start begin happen commence come resume follow")


class Conduct:
    """The takings of declared conduct and of demands in one report."""

    def __init__(self, clause: ClauseReader) -> None:
        self._clause = clause
        self.wording, self.clauses, self.tokens, self.phrases = (
            clause.wording,
            clause.clauses,
            clause.tokens,
            clause.phrases,
        )

    def of(self, clause: Clause) -> Iterator[Taking]:
        """What an actor says it will do it is for: "we will fill the lake"; and what it says will go ahead."""
        above = self.clauses.parent(clause)
        meant = (
            clause.link == "infinitive"
            and above is not None
            and self._clause.is_meant(above)
            and above.actor is not None
        )
        said = clause.statement is not None and clause.modal in _INTENT and clause.form == "finite"
        if clause.subject is None or not (said or meant):
            return
        if clause.lemma in attitudes() and clause.lemma not in carriers():
            return
        group = self.wording.range_of(clause.group)
        sign = -1 if self._clause.negated(clause) else 1
        if self._clause.is_actor(clause):
            if clause.head in ("that", "this", "which", "what"):
                return
            if clause.passive or clause.lemma in _IDLE | _NAMING or clause.link in ("condition", "time", "relative"):
                return
            low, high = self._clause.verb(clause), self.phrases.object_from(group[1])[1]
            if high > low:
                yield Taking(low, max(high, group[1]), group, sign, 2, clause, clause.actor, acts=True)
            return
        done = clause.passive and (clause.lemma in carriers() or clause.lemma in _DONE)
        goes_on = clause.lemma in _GOING or done
        if goes_on:
            first, last = self._clause.subject(clause)
            passes = carriers().get(clause.lemma, 1)
            yield Taking(first, last, group, sign * passes, 2, clause, own=True)

    def demanded(self, clause: Clause) -> Iterator[Taking]:
        """ "Must be lifted", "should recognise": what must be is wanted by whoever says so."""
        needs = clause.lemma in _NEED and clause.tense != "past" and any(self.clauses.children(clause, "infinitive"))
        if (clause.modal not in _BOUND and not needs) or clause.link == "condition":
            return
        if clause.subject is not None:
            low, _ = self.wording.range_of(clause.subject)
            if clause.group.start < clause.subject.start or self.tokens.word(low - 1) == clause.modal != "":
                return  # "should they refuse"
        verb = next(iter(self.clauses.children(clause, "infinitive")), clause) if needs else clause
        if clause.statement is None:
            return
        sign = -1 if self._clause.negated(clause) else 1
        group = self.wording.range_of(verb.group)
        words = (self.wording.range_of(clause.group)[0], group[1])
        first, last = self._clause.before(words[0]) if clause.subject is None else self.wording.range_of(clause.subject)
        passes = carriers().get(verb.lemma)
        if verb.passive or (verb.lemma in _GOING and not self._clause.is_actor(clause)):
            if last > first and clause.head not in ("it", "this", "that", "what", "everything", "nothing"):
                yield Taking(first, last, words, sign * (passes or 1), 2, clause, own=True)
        elif passes is not None or is_listed(verb.lemma) or verb.lemma in attitudes():
            low, high = self.phrases.object_from(group[1])
            if high > low:
                row = next((row for row in attitudes().get(verb.lemma, ()) if "np" in row.complements), None)
                value = 1 if row is None or row.kind == "act" else row.sign
                begin = group[1] if row is not None and row.kind != "act" else self._clause.verb(verb)
                yield Taking(
                    begin, high, words, sign * value, 2, clause, own=True, acts=row is None or row.kind == "act"
                )
