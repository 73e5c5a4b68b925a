from __future__ import annotations

import pytest
from told import told

NEGATED = [
    ("<s1>She</s1> <c1>did not say</c1> <q1>that the port was shut</q1>.", "did not"),
    ("<s1>The general</s1> never <c1>claimed</c1> <q1>victory</q1>.", "never"),
    ("<s1>Dhaka</s1> does not really <c1>believe</c1> <q1>the talks will succeed</q1>.", "does not"),
    ("<s1>Rabat</s1> <c1>denied</c1> <q1>that it had sent troops</q1>.", "denied"),
    ("<s1>She</s1> <c1>doubts</c1> <q1>that anyone listens</q1>.", "doubts"),
    ("<s1>He</s1> <c1>ruled out</c1> <q1>a second vote</q1>.", "ruled out"),
    ("<s1>Oslo</s1> <c1>refuses</c1> <q1>to sign the treaty</q1>.", "refuses"),
    ("<s1>Tehran</s1> <c1>rejected</c1> <q1>claims that it had lied</q1>.", "rejected"),
    ("<s1>No one</s1> <c1>expected</c1> <q1>a long war</q1>.", "No one"),
    ("<s1>She</s1> <c1>doesn’t think</c1> <q1>so</q1>.", "doesn’t"),
    ("<s1>He</s1> <c1>no longer supports</c1> <q1>the plan</q1>.", "no longer"),
]

AFFIRMED = [
    "<s1>They</s1> <c1>could not resist pointing out</c1> <q1>that it rained</q1>.",
    "<s1>She</s1> <c1>said</c1> <q1>that the port was not shut</q1>.",
    "<s1>He</s1> <c1>did not rule out</c1> <q1>a second vote</q1>.",
    "<s1>He</s1> never <c1>denied</c1> <q1>that he was there</q1>.",
    "<s1>She</s1> <c1>has no doubt</c1> <q1>that they will come</q1>.",
    "<s1>Tehran</s1> <c1>rejected</c1> <q1>the offer</q1>.",
    "<s1>He</s1> not only <c1>said</c1> <q1>so</q1> but meant it.",
    "<s1>She</s1> <c1>vowed not</c1> <q1>to return</q1>.",
    "It was not over. <s1>She</s1> <c1>said</c1> <q1>so</q1>.",
    "<q1>“It is not over,”</q1> <s1>she</s1> <c1>said</c1>.",
]


@pytest.mark.parametrize(("markup", "words"), NEGATED)
def test_negated(markup: str, words: str) -> None:
    (statement,) = told(markup)
    assert statement.negated and statement.negation is not None
    assert statement.negation.text == words


@pytest.mark.parametrize("markup", AFFIRMED)
def test_not_negated(markup: str) -> None:
    (statement,) = told(markup)
    assert statement.negation is None and not statement.negated
