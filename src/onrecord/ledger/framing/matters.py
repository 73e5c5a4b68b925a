"""The words that reports choose for a matter: the nouns that name it, and the verbs that take a side on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.domain import Span
from onrecord.ledger.clauses import Clause, Clauses
from onrecord.ledger.positions.lexicon import attitudes, carriers, family_of, is_listed, lemma
from onrecord.ledger.positions.matters import STATEHOOD, Matter, matter_of
from onrecord.ledger.positions.phrases import Phrases
from onrecord.ledger.positions.rows import holders
from onrecord.ledger.positions.wording import Wording

VERBS = ", verbs"
"""Ends the name of a thing whose namings are verbs with it as their subject or object."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Words that were chosen for ``thing``: the verb of a clause, or a noun."""

    span: Span
    thing: str


def chosen(wording: Wording, clauses: Clauses) -> Iterator[Chosen]:
    """The verbs that govern matters of listed families about named states or actors, and the nouns that name them."""
    phrases = Phrases(wording, clauses)
    for clause in clauses:
        if clause.headline or not (clause.lemma in attitudes() or clause.lemma in carriers()):
            continue
        for matter in _matters(wording, phrases, clause):
            thing = _thing(matter)
            if thing:
                yield Chosen(clause.verb, thing + VERBS)
                yield from _nouns(wording, matter, thing)
                break


def _matters(wording: Wording, phrases: Phrases, clause: Clause) -> Iterator[Matter]:
    after = wording.range_of(clause.group)[1]
    owners = (clause.actor,) if clause.actor is not None and clause.actor.kind == "state" else ()
    if clause.subject is not None and clause.actor is None:
        found = matter_of(wording, *wording.range_of(clause.subject))
        if found is not None:
            yield found
    if not clause.passive:
        low, high = phrases.object_from(after)
        found = matter_of(wording, low, high, owners) if high > low else None
        if found is not None:
            yield found


def _nouns(wording: Wording, matter: Matter, thing: str) -> Iterator[Chosen]:
    for place in range(matter.first, matter.last):
        word = lemma(wording.tokens[place].fold)
        if word in matter.lemmas and is_listed(word) and thing.startswith(f"{family_of(word)[0]} ("):
            yield Chosen(wording.span(place, place + 1), thing)


def _thing(matter: Matter) -> str:
    """What a matter is, in words that all reports share: "independence (Sund)"; "" where it is not told whose it is."""
    families = [family_of(word)[0] for word in matter.lemmas if is_listed(word)]
    if not families or not matter.names:
        return ""
    if STATEHOOD not in families:
        return f"{families[-1]} ({matter.names[0]})"
    names, sign = holders(list(matter.names), list(matter.lemmas))
    return f"{STATEHOOD} ({names[0]})" if sign > 0 and names else ""
