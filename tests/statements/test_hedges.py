from __future__ import annotations

import pytest
from told import told

HEDGED = [
    ("<s1>The colonel</s1> reportedly <c1>said</c1> <q1>he would stay</q1>.", "reportedly"),
    ("<s1>The colonel</s1> <c1>reportedly told</c1> friends <q1>he would stay</q1>.", "reportedly"),
    ("Apparently, <s1>Kyiv</s1> <c1>believes</c1> <q1>the offer is real</q1>.", "Apparently"),
    ("<s1>She</s1> <c1>is understood to have said</c1> <q1>that the deal was off</q1>.", "is understood to"),
    ("<s1>Officials</s1> are said to <c1>fear</c1> <q1>a coup</q1>.", "are said to"),
    ("<c1>It is rumoured</c1> <q1>that the king is ill</q1>.", "It is rumoured"),
    ("<s1>He</s1> <c1>appeared to blame</c1> <q1>the pilots</q1>.", "appeared to"),
    ("<s1>He</s1> may have <c1>told</c1> them <q1>to run</q1>.", "may have"),
    ("<s1>The guards</s1> <c1>allegedly</c1> <q1>beat him</q1>.", "allegedly"),
]

VOUCHED = [
    "<s1>She</s1> <c1>said</c1> <q1>he was apparently ill</q1>.",
    "<s1>She</s1> <c1>said</c1> <q1>the deal may have failed</q1>.",
    "He was reportedly ill. <s1>She</s1> <c1>said</c1> <q1>no</q1>.",
    "<s1>The incident</s1> <c1>was reported to</c1> <q1>the police</q1>.",
    "<s1>The sky</s1> <c1>seemed to</c1> <q1>open</q1>.",
    "<s1>Theresa May</s1> <c1>said</c1> <q1>no</q1>.",
]


@pytest.mark.parametrize(("markup", "words"), HEDGED)
def test_hedged(markup: str, words: str) -> None:
    (statement,) = told(markup)
    assert statement.hedged and statement.hedge is not None
    assert statement.hedge.text == words


@pytest.mark.parametrize("markup", VOUCHED)
def test_vouched_for(markup: str) -> None:
    (statement,) = told(markup)
    assert statement.hedge is None and not statement.hedged
