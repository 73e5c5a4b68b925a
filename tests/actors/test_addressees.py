# ruff: noqa: E501 -- a row of a table is one line, however long its report
"""Whom statements are addressed to. Each row: what it shows, the marked report, the addressee's name or None."""

import pytest
from marked import resolved

ROWS = [
    ("told an agency", '<q1>"No,"</q1> <s1>Ada Quist</s1> <c1>told</c1> The Associated Press.', "Associated Press"),
    (
        "told a person",
        "<s1>Ada Quist</s1> <c1>told</c1> Luc Moreau <q1>that it was over</q1>. Moreau left.",
        "Luc Moreau",
    ),
    ("told reporters", "<s1>Ada Quist</s1> <c1>told</c1> reporters <q1>that it was over</q1>.", "reporters"),
    (
        "urged two bodies",
        "<s1>Ada Quist</s1> <c1>urged</c1> the U.N. mission and NATO forces there <q1>to leave</q1>.",
        "U.N. mission",
    ),
    (
        "warned against",
        "<s1>Morocco</s1> <c1>warned</c1> other states <q1>against recognising it</q1>.",
        "other states",
    ),
    (
        "a letter to",
        "<s1>Ada Quist</s1> <c1>said</c1> in a letter to Luc Moreau <q1>that it was over</q1>.",
        "Luc Moreau",
    ),
    (
        "an interview with",
        "<s1>Ada Quist</s1> <c1>said</c1> in an interview with the BBC <q1>that it was over</q1>.",
        "BBC",
    ),
    (
        "submitted to a body",
        "Morocco submitted to the Security Council <s1>a report</s1> <c1>saying</c1> <q1>talks had failed</q1>.",
        "UN Security Council",
    ),
    (
        "a show of a broadcaster",
        '<q1>"No,"</q1> <s1>Ada Quist</s1> <c1>told</c1> the BBC\'s Newshour programme.',
        "BBC",
    ),
    ("an event", '<q1>"No,"</q1> <s1>Ada Quist</s1> <c1>told</c1> a rally in Lima.', None),
    ("called on", "<s1>Ada Quist</s1> <c1>called on</c1> Algeria <q1>to open the border</q1>.", "Algeria"),
    ("said to nobody", "<s1>Ada Quist</s1> <c1>said</c1> <q1>Luc Moreau had told Morocco to wait</q1>.", None),
    ("warned that", "<s1>Ada Quist</s1> <c1>warned</c1> <q1>that Morocco would wait</q1>.", None),
    (
        "the content took the addressee along",
        "<s1>It</s1> <c1>warned</c1> <q1>other states against recognising it</q1>.",
        "other states",
    ),
    (
        "another clause's addressee",
        "Underscoring <s1>Morocco's</s1> <c1>claim</c1> that <q1>the border is closed</q1>, the envoy urged Algeria to talk.",
        None,
    ),
    ("was told", "<s1>Ada Quist</s1> <c1>was asked</c1> on Monday <q1>to wait</q1>.", None),
]


@pytest.mark.parametrize(("report", "expected"), [pytest.param(row[1], row[2], id=row[0]) for row in ROWS])
def test_addressee(report: str, expected: str | None) -> None:
    addressee = resolved(report)[1].addressee
    assert (addressee.name if addressee else None) == expected


ALL = [
    (
        "a report by several, to a body",
        "Morocco, Algeria and Spain submitted to the Security Council <s1>a report</s1> <c1>saying</c1> <q1>it was over</q1>.",
        ["UN Security Council"],
    ),
    (
        "urged two bodies",
        "<s1>Ada Quist</s1> <c1>urged</c1> the U.N. mission and NATO forces there <q1>to leave</q1>.",
        ["U.N. mission", "NATO forces"],
    ),
    (
        "an opening letter",
        "In a letter to Luc Moreau, <s1>Ada Quist</s1> <c1>said</c1> <q1>that it was over</q1>.",
        ["Luc Moreau"],
    ),
    ("addressing", "Addressing lawmakers, <s1>Ada Quist</s1> <c1>said</c1> <q1>it was over</q1>.", ["lawmakers"]),
    ("is warning", "<s1>Ada Quist</s1> <c1>is warning</c1> voters <q1>that it was over</q1>.", ["voters"]),
    ("some of", "<s1>Ada Quist</s1> <c1>told</c1> some of the miners <q1>it was over</q1>.", ["miners"]),
    ("shouted", "<q1>“Over,”</q1> <s1>Ada Quist</s1> <c1>shouted</c1> to the crowd.", ["crowd"]),
    ("briefed", "<s1>Ada Quist</s1> <c1>briefed</c1> reporters <q1>on the raid</q1>.", ["reporters"]),
    (
        "a clause before",
        "The envoy told Luc Moreau to wait, and <s1>Ada Quist</s1> <c1>said</c1> <q1>it was over</q1>.",
        [],
    ),
    ("a weekday", "<s1>Ada Quist</s1> <c1>warned</c1> Wednesday <q1>that it was over</q1>.", []),
    (
        "told, then a weekday",
        "<s1>Ada Quist</s1> <c1>told</c1> parliament Thursday <q1>that it was over</q1>.",
        ["parliament"],
    ),
    (
        "told, late on a day",
        "<s1>Ada Quist</s1> <c1>told</c1> the miners late Tuesday <q1>that it was over</q1>.",
        ["miners"],
    ),
    (
        "a letter that others saw",
        "In a letter to members seen by the BBC, <s1>Ada Quist</s1> <c1>wrote</c1> <q1>that it was over</q1>.",
        ["members"],
    ),
    ("told in the passive", "Hikers <c1>were warned</c1> by <s1>Ada Quist</s1> <q1>that it was over</q1>.", ["hikers"]),
    (
        "both sides are not the one who speaks",
        "Peru and Chile met. <s1>Norway</s1> <c1>urged</c1> both sides <q1>to go</q1>.",
        ["Peru and Chile"],
    ),
    (
        "who the other side is nobody said",
        "Peru accused a rival. <s1>Norway</s1> <c1>urged</c1> both sides <q1>to go</q1>.",
        ["sides"],
    ),
    ("appealed to", "<s1>Ada Quist</s1> <c1>appealed</c1> <q1>to both leaders to go</q1>.", ["leaders"]),
    ("suggested to", "<s1>Ada Quist</s1> <c1>suggested</c1> to Luc Moreau <q1>that it was over</q1>.", ["Luc Moreau"]),
    ("a briefing", "At a briefing Monday, <s1>Ada Quist</s1> <c1>said</c1> <q1>it was over</q1>.", []),
]


@pytest.mark.parametrize(("report", "expected"), [pytest.param(row[1], row[2], id=row[0]) for row in ALL])
def test_all_addressees(report: str, expected: list[str]) -> None:
    statement = resolved(report)[1]
    assert [actor.name for actor in statement.addressees] == expected
    assert statement.addressee == (statement.addressees[0] if statement.addressees else None)


def test_them_are_whom_the_same_speaker_addressed_before() -> None:
    report = (
        "<s1>Ada Quist</s1> <c1>told</c1> the miners <q1>it was over</q1>. The BBC was there. "
        "<s2>Ada Quist</s2> <c2>told</c2> the miners <q2>so again</q2>. <s3>She</s3> <c3>urged</c3> them <q3>to go</q3>."
    )
    assert [actor.name for actor in resolved(report)[3].addressees] == ["miners"]


def test_nobody_tells_him_of_himself() -> None:
    report = (
        "<s1>Luc Moreau</s1> <c1>said</c1> <q1>it was over</q1>. "
        "<s2>Senator Ada Quist</s2> <c2>told</c2> him <q2>to wait</q2>."
    )
    assert [actor.name for actor in resolved(report)[2].addressees] == ["Luc Moreau"]
