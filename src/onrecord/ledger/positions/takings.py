"""All places in a report where an actor's words or deeds take a side, by its clauses."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.actors.words import word_set
from onrecord.ledger.clauses import Clause, Clauses
from onrecord.ledger.positions.attitudes import Attitudes
from onrecord.ledger.positions.conduct import Conduct
from onrecord.ledger.positions.nouns import Nouns
from onrecord.ledger.positions.taking import SIDE_NOUNS, ClauseReader, Taking
from onrecord.ledger.positions.verdicts import Verdicts
from onrecord.ledger.positions.wording import Wording

_PERSONS = word_set("i we he she it they you who")


def takings(wording: Wording, clauses: Clauses) -> Iterator[Taking]:
    """Every taking of a report: those of its clauses in text order, then those of nouns and adjectives."""
    reader = ClauseReader(wording, clauses)
    attitudes, verdicts, conduct, nouns = Attitudes(reader), Verdicts(reader), Conduct(reader), Nouns(reader)
    for clause in clauses:
        found = [taking for taking in attitudes.of(clause) if taking.actor is not None or _is_somebody(clause)]
        yield from found
        if not found:
            yield from verdicts.of(clause)
            yield from conduct.demanded(clause)
            yield from conduct.of(clause)
    yield from nouns.all()
    yield from nouns.neutral()


def _is_somebody(clause: Clause) -> bool:
    return clause.head in _PERSONS or clause.head in SIDE_NOUNS
