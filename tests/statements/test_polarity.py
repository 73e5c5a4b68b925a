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
    # what stands between "not" and its verb
    ("<s1>The judge</s1> did not, however, <c1>think</c1> <q1>that the will was forged</q1>.", "did not"),
    ("<s1>The judge</s1> has not, in fact, <c1>ruled</c1> <q1>that the will was forged</q1>.", "has not"),
    ("<s1>The judge</s1> does not, for her part, <c1>believe</c1> <q1>that the will was forged</q1>.", "does not"),
    ("<s1>He</s1> did not – in public at least – <c1>claim</c1> <q1>that the mine was safe</q1>.", "did not"),
    ("<s1>He</s1> didn't (yet) <c1>claim</c1> <q1>that the mine was safe</q1>.", "didn't"),
    ("<s1>He</s1> cannot, of course, <c1>promise</c1> <q1>that the mine will open</q1>.", "cannot"),
    ("<s1>He</s1> <c1>did not, as a rule, expect</c1> <q1>thanks</q1>.", "did not"),
    ("<s1>They</s1> do not – and will not – <c1>accept</c1> <q1>that the mine must close</q1>.", "do not"),
    ("<s1>He</s1> <c1>did not say</c1>, however, <q1>that the mine was safe</q1>.", "did not"),
    # contractions as they are typed
    ("<s1>He</s1> couldn’t <c1>say</c1> <q1>that the mine was safe</q1>.", "couldn’t"),
    ("<s1>He</s1> isn‘t <c1>saying</c1> <q1>that the mine was safe</q1>.", "isn‘t"),
    ("<s1>He</s1> didnt <c1>say</c1> <q1>that the mine was safe</q1>.", "didnt"),
    # negation without "not"
    ("<s1>The crew</s1> <c1>hardly expected</c1> <q1>that the ice would hold</q1>.", "hardly"),
    ("<s1>The crew</s1> <c1>stopped short of saying</c1> <q1>that the ship was lost</q1>.", "stopped short of"),
    ("<s1>The crew</s1> <c1>has yet to accept</c1> <q1>that the ship is lost</q1>.", "has yet to"),
    ("<s1>The crew</s1> <c1>is far from convinced</c1> <q1>that the ship is lost</q1>.", "far from"),
    ("<s1>The crew</s1> was unable to <c1>say</c1> <q1>that the ship was safe</q1>.", "unable to"),
    ("<s1>The crew</s1> has stopped <c1>claiming</c1> <q1>that the ship is safe</q1>.", "stopped"),
    ("<s1>The crew</s1> <c1>refused to accept</c1> <q1>that the ship was lost</q1>.", "refused"),
    ("<s1>The crew</s1> <c1>never once said</c1> <q1>that the ship was lost</q1>.", "never"),
    ("<s1>The crew</s1> never said or <c1>hinted</c1> <q1>that the ship was lost</q1>.", "never"),
    ("<s1>The owner</s1> <c1>withdrew</c1> <q1>her claim that the ship was safe</q1>.", "withdrew"),
    ("He signed, a claim that <s1>Oslo</s1> <c1>rejected</c1> <q1>as “a fable”</q1>.", "rejected"),
    # the subject between "not" and its verb
    ("Nor did <s1>the crew</s1> <c1>say</c1> <q1>that the ship was lost</q1>.", "Nor"),
    ("It was late, and at no point did <s1>she</s1> <c1>say</c1> <q1>that the ship was lost</q1>.", "at no point"),
    ("Never, in all those years, did <s1>she</s1> <c1>claim</c1> <q1>that the ship was lost</q1>.", "Never"),
    # subjects that are nobody, or nearly
    ("<s1>Few in the crew</s1> <c1>believe</c1> <q1>that the ship is lost</q1>.", "Few"),
    ("<s1>Hardly anyone</s1> <c1>believes</c1> <q1>that the ship is lost</q1>.", "Hardly anyone"),
    ("<s1>Neither sister</s1> <c1>believes</c1> <q1>that the ship is lost</q1>.", "Neither"),
    ("<s1>She</s1> <c1>made no claim</c1> <q1>that the ship was lost</q1>.", "no claim"),
    ("<s1>She</s1> <c1>gave no hint</c1> <q1>that the ship was lost</q1>.", "no hint"),
    ("<s1>She</s1> <c1>disagreed</c1> <q1>that the ship was lost</q1>.", "disagreed"),
    ("<s1>She</s1> <c1>dismissed</c1> <q1>as “tosh” reports that the ship was lost</q1>.", "dismissed"),
    ("<s1>She</s1> did n't <c1>say</c1> <q1>that the ship was lost</q1>.", "did n't"),
    ("<s1>No sailor</s1> <c1>has said</c1> <q1>that the ship was lost</q1>.", "No sailor"),
    # three of them
    ("<s1>She</s1> never stopped <c1>denying</c1> <q1>that the ship was lost</q1>.", "never"),
]

AFFIRMED = [
    "<s1>She</s1> <c1>never ceased to believe</c1> <q1>that the ship would come</q1>.",
    "<s1>She</s1> did not fail to <c1>mention</c1> <q1>that the ship was late</q1>.",
    "<s1>She</s1> <c1>stopped short of denying</c1> <q1>that the ship was late</q1>.",
    "Not until Monday did <s1>she</s1> <c1>say</c1> <q1>that the ship was late</q1>.",
    "The ship did not, as planned, sail. <s1>She</s1> <c1>said</c1> <q1>that it was late</q1>.",
    "The ship, which did not sail, was late, <s1>she</s1> <c1>said</c1> <q1>that evening, as it had been before</q1>.",
    "<s1>A few of them</s1> <c1>believe</c1> <q1>that the ship is late</q1>.",
    "He did not stay, but <s1>she</s1> <c1>said</c1> <q1>that the ship was late</q1>.",
    "<s1>She</s1> <c1>stopped to say</c1> <q1>that the ship was late</q1>.",
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
