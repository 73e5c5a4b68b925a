"""What the reports of a pile tell as done or not done, to be looked up by deed and side."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.actors.words import word_set
from onrecord.dating import interval
from onrecord.domain import UNKNOWN_DATE, Actor, DateEstimate, Declaration, Outcome, Span
from onrecord.ledger.entries import Entry
from onrecord.ledger.outcomes.deeds import Deed, Weights, canonical, content, deed_of
from onrecord.ledger.pile_sides import PileSides, named_sides

ENOUGH = 0.55  # of a deed, by weight, that a clause must tell
_UNNAMED = 0.6  # the same where the clause names nobody who does it
_SOMEBODY = "somebody"  # the key of clauses that name who did it in words that tell no side
_NEAR = 2  # words of content from a verb within which its object is
_MOST = 400  # clauses looked at for one deed: the earliest that could be


@dataclass(frozen=True, slots=True)
class Proof:
    """A clause of a report that tells something as done, as not done, or as given up."""

    entry: Entry
    span: Span
    verb: str
    order: tuple[str, ...]
    stems: frozenset[str]
    outcome: Outcome
    actor: Actor | None
    doer: str
    when: DateEstimate

    @property
    def first_day(self) -> date | None:
        """The first day that it may be of, as far as its words tell."""
        return self.when.best or self.when.earliest

    @property
    def last_day(self) -> date | None:
        """The last day that it may be of: nothing is told before it happened."""
        told = self.entry.published.best or self.entry.published.latest
        named = self.when.best or self.when.latest
        return min(filter(None, (told, named)), default=None)


class Proofs:
    """The clauses of a pile by what they tell, and the declarations by what they promise.

    Args:
        entries: the reports, in the order of the pile.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.sides = PileSides(one for entry in entries for one in entry.descriptions)
        self._all = [proof for entry in entries for proof in _proofs(entry)]
        self._days = [proof.entry.order[0] for proof in self._all]
        self.weights = Weights(proof.stems for proof in self._all)
        self._by_side: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_stem: defaultdict[str, list[int]] = defaultdict(list)
        for number, proof in enumerate(self._all):
            sides = sorted(self.sides.of(proof.actor) or named_sides(proof.doer)) or [_only(proof)]
            for each in sorted(proof.stems):
                self._by_stem[each].append(number)
                for side in sides:
                    self._by_side[each, side].append(number)
        self._declared: defaultdict[str, list[tuple[Entry, int, Declaration]]] = defaultdict(list)
        for entry in entries:
            for place, declaration in enumerate(entry.declarations):
                deed = deed_of(declaration.act.text)
                if deed is not None:
                    self._declared[deed.verb].append((entry, place, declaration))

    def of(
        self, deed: Deed, actor: Actor | None, since: date | None, named: frozenset[str] = frozenset()
    ) -> list[Proof]:
        """The clauses that tell ``deed``, in the order of the pile.

        Args:
            deed: what was to be done.
            actor: who was to do it; None: anybody, or one of the sides ``named``.
            since: only reports of that day and later; None: none, for nothing can be said to have come after.
        """
        if actor is None and not named:
            if len(deed.telling) < 2:
                return []
            found = set(self._since(self._by_stem.get(deed.verb, ()), since))
        else:
            found = self._of_side(deed.verb, self._keys(deed, actor, named), since)
        proofs = [self._all[number] for number in sorted(found)]
        return [proof for proof in proofs if self._tells(deed, proof, actor) and _same_in_kind(deed, proof)]

    def ended(self, deed: Deed, actor: Actor | None, since: date | None) -> list[Proof]:
        """The clauses that tell an end of what was to be kept."""
        kept = Deed(deed.verb, deed.telling, deed.adverbs)
        found = self._of_side(deed.verb, self._keys(deed, actor, frozenset()), since)
        proofs = [self._all[number] for number in sorted(found)]
        return [
            proof
            for proof in proofs
            if proof.verb in ENDING and proof.outcome == "done" and self.weights.share(kept, proof.stems) >= ENOUGH
        ]

    def _keys(self, deed: Deed, actor: Actor | None, named: frozenset[str]) -> list[str]:
        """The keys under which clauses stand that may tell the deed of this actor. What has but one word to be known
        by must name the side."""
        keys = sorted(self.sides.of(actor) | named)
        if actor is not None:
            keys.append(f"actor {actor.id}")
        return keys if len(deed.telling) < 2 else ["", _SOMEBODY, *keys]

    def _of_side(self, stem: str, keys: Iterable[str], since: date | None) -> set[int]:
        return {number for key in keys for number in self._since(self._by_side.get((stem, key), ()), since)}

    def anywhere(self, deed: Deed, since: date | None) -> list[Proof]:
        """The clauses that tell what a condition names, whoever does it, in the order of the pile."""
        rarest = min(deed.stems, key=lambda each: (len(self._by_stem.get(each, ())), each))
        numbers = self._since(self._by_stem.get(rarest, ()), since)
        proofs = [self._all[number] for number in numbers]
        return [
            proof
            for proof in proofs
            if self.weights.share(deed, proof.stems) >= ENOUGH and (proof.verb in deed.stems or proof.verb in DOING)
        ]

    def declared(self, verb: str) -> Sequence[tuple[Entry, int, Declaration]]:
        """The declarations of acts with that verb, with their report and their place there, in the pile's order."""
        return self._declared.get(verb, ())

    def _since(self, numbers: Sequence[int], since: date | None) -> Sequence[int]:
        if since is None:
            return ()
        first = bisect_left(self._days, since)
        return numbers[bisect_left(numbers, first) :][:_MOST]

    def _tells(self, deed: Deed, proof: Proof, actor: Actor | None) -> bool:
        share = self.weights.share(deed, proof.stems)
        if proof.actor is not None or named_sides(proof.doer) or _is_named(proof.doer, actor):
            return share >= ENOUGH
        if proof.doer and set(content(proof.doer)).isdisjoint(deed.stems):
            return False  # somebody else did it; but "the second filling began" has it of the thing itself
        return share >= _UNNAMED


def _only(proof: Proof) -> str:
    """The key of a clause that nobody's side is known of: whoever it names, "" for nobody."""
    if proof.actor is not None:
        return f"actor {proof.actor.id}"
    return _SOMEBODY if proof.doer else ""


def _is_named(doer: str, actor: Actor | None) -> bool:
    """Whether the words for who did it end in a person's full name: a report knows only who speaks in it."""
    if actor is None or actor.kind != "person" or " " not in actor.name:
        return False
    return doer == actor.name or doer.endswith(f" {actor.name}")


def _same_in_kind(deed: Deed, proof: Proof) -> bool:
    """Whether the clause tells the deed, and does not merely speak of it.

    Its verb is the deed's, or one that does what the noun of the deed says ("approved the declaration"); and where the
    deed has more than its verb, the clause has more of it, too.
    """
    if len(deed.telling) > 1 and sum(each in proof.stems for each in deed.telling) < 2:
        return False
    return proof.verb == deed.verb or (proof.verb in DOING and _does(proof, deed.verb))


def _does(proof: Proof, deed: str) -> bool:
    """Whether the noun of the deed is what a verb of doing has for its object, or for its subject: "approved the
    declaration", "the filling began", and not "signed the contract of those who study it"."""
    after = proof.order.index(proof.verb) + 1 if proof.verb in proof.order else 0
    return deed in proof.order[:_NEAR] or deed in proof.order[after : after + _NEAR]


DOING = frozenset(
    canonical(word)
    for word in word_set(
        "make take give hold go begin start carry complete sign approve adopt pass issue deliver launch announce "
        "declare read finish conduct order impose send reach be have do proceed happen occur follow continue open end "
        "fulfil honour keep"
    )
)


ENDING = frozenset(canonical(word) for word in word_set("lift stop abandon end withdraw close"))
"""Verbs that end what was to be kept."""


def _proofs(entry: Entry) -> Iterator[Proof]:
    days = {(time.span.start, time.span.end): interval(time.value) for time in entry.times}
    for telling in entry.tellings:
        when = days.get((telling.time.start, telling.time.end)) if telling.time is not None else None
        yield Proof(
            entry,
            telling.span,
            telling.verb,
            telling.stems,
            frozenset(telling.stems),
            telling.outcome,
            telling.actor,
            telling.doer,
            UNKNOWN_DATE if when is None else DateEstimate(when[0] if when[0] == when[1] else None, *when),
        )
    for happening in entry.happenings:
        if happening.state not in ("happened", "held", "cancelled") or happening.statement is not None:
            continue
        stems = content(happening.span.text)
        outcome: Outcome = "not done" if happening.state == "cancelled" else "done"
        verb = next(iter(content(happening.trigger.text)), "")
        before = happening.span.text[: max(0, happening.trigger.start - happening.span.start)]
        yield Proof(
            entry, happening.span, verb, stems, frozenset(stems), outcome, happening.actor, before, happening.when
        )


def at_least(day: date | None, other: date | None, slack: int = 0) -> bool:
    """Whether ``day`` is known not to be before ``other``, but for ``slack`` days."""
    return day is not None and other is not None and day >= other - timedelta(days=slack)


def said_by(entry: Entry, said_on: DateEstimate | None) -> date | None:
    """The day by which something in a report was said, by the best guess there is; None where there is none."""
    best = None if said_on is None else said_on.best
    bound = None if said_on is None else said_on.latest
    return best or entry.published.best or bound or entry.published.latest
