"""Clauses of sentences that were made up for this."""

from __future__ import annotations

import onrecord
from onrecord.ledger.clauses import Clause, Clauses, clauses


def _of(text: str) -> Clauses:
    return clauses(onrecord.read(text))


def _verb(found: Clauses, lemma: str) -> Clause:
    return next(clause for clause in found if clause.lemma == lemma)


def test_a_promise_with_its_condition() -> None:
    found = _of("Norland said on Monday it would reopen the border if Sudmark did not withdraw its troops by March.")
    reopen = _verb(found, "reopen")
    assert reopen.modal == "would"
    assert reopen.tense == "future"
    assert reopen.subject is not None
    assert reopen.subject.text == "it"
    assert reopen.actor is not None
    assert reopen.actor.name == "Norland"
    governor = found.governor(reopen)
    assert governor is not None
    assert governor.lemma == "say"
    (condition,) = found.conditions(reopen)
    assert condition.span.text == "if Sudmark did not withdraw its troops by March"
    assert condition.negated


def test_nouns_are_no_verbs() -> None:
    found = _of("The talks on the border plans ended without results, and the demands of the rebels were rejected.")
    assert [clause.lemma for clause in found] == ["end", "reject"]
    assert found[1].passive


def test_infinitives_have_the_subject_of_their_governor_or_its_object() -> None:
    found = _of("The ministry urged the rebels to leave the valley. The rebels refused to leave.")
    leave, again = (clause for clause in found if clause.lemma == "leave")
    assert leave.subject is not None
    assert leave.subject.text == "the rebels"
    assert again.subject is not None
    assert again.subject.text == "The rebels"
    governor = found.governor(again)
    assert governor is not None
    assert governor.lemma == "refuse"


def test_joined_verbs_share_their_subject() -> None:
    found = _of("Norland denounced the vote on Sunday and recalled its ambassador from Sudmark.")
    recalled = _verb(found, "recall")
    assert recalled.shared
    assert recalled.subject is not None
    assert recalled.subject.text == "Norland"


def test_spans_are_the_reports_own_words() -> None:
    text = "“We will not sign,” President Ada Berg said. She left the hall before the vote, which Norland had demanded."
    for clause in _of(text):
        for span in (clause.sentence, clause.span, clause.group, clause.verb, clause.rest):
            assert text[span.start : span.end] == span.text


def test_who_speaks_in_a_quotation() -> None:
    found = _of("“We will not sign the treaty,” President Ada Berg told reporters in Oslo.")
    sign = _verb(found, "sign")
    assert sign.quoted
    assert sign.negated
    assert sign.statement == 0
    assert sign.actor is not None
    assert sign.actor.name == "Ada Berg"
