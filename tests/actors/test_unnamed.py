# ruff: noqa: E501 -- a row of a table is one line, however long its report
"""Speakers who are never named, and words that are nobody's. Each row: what it shows, the report, the speakers."""

import pytest
from marked import speakers

INTRODUCED = [
    (
        "a person introduced in the paragraph comes before the speaker of the last one",
        '<q1>"Two days is short,"</q1> <s1>a Greek diplomat in Nicosia</s1> <c1>said</c1>.\n\nA driver waiting at the crossing of Ledra, who did not want to be named, was less hopeful. <q2>"They will close it again,"</q2> <s2>he</s2> <c2>predicted</c2>. <s3>The driver</s3> <c3>said</c3> <q3>so twice</q3>.',
        ["Greek diplomat in Nicosia", "driver", "driver"],
    ),
    (
        "introduced after an opening clause",
        '<s1>President Eleni Pavlou</s1> <c1>said</c1> <q1>the court had spoken</q1>.\n\nAsked whether it had, a lawyer who had advised the islanders shook her head. <q2>"Not at all,"</q2> <s2>she</s2> <c2>said</c2>.',
        ["Eleni Pavlou", "lawyer"],
    ),
    (
        "whoever speaks in the same sentence is nearer",
        "A man was hurt when the crossing was stormed, <s1>Luc Moreau</s1> <c1>said</c1>. <s2>He</s2> <c2>blamed</c2> <q2>the army</q2>.",
        ["Luc Moreau", "Luc Moreau"],
    ),
    (
        "an apposition introduces nobody",
        "<s1>Ann Price, a teacher,</s1> <c1>said</c1> <q1>x</q1>. In a speech to Dan Whitlow, a lawyer, <s2>she</s2> <c2>said</c2> <q2>y</q2>.",
        ["Ann Price", "Ann Price"],
    ),
    (
        "they are the mediators, not a state that they come from",
        "Mediators from the African Union, Qatar and the United States, known as the trio, had met for 90 days. In a report handed to Luc Moreau on Friday, <s1>they</s1> <c1>said</c1> <q1>Chad had not yielded</q1>.",
        ["mediators from the African Union, Qatar and the United States"],
    ),
    (
        "they are those who were many",
        "The ministers met in Doha, the capital of Qatar. <s1>They</s1> <c1>urged</c1> <q1>calm</q1>. Dozens of protesters marched. <s2>They</s2> <c2>demanded</c2> <q2>bread</q2>.",
        ["ministers", "ministers"],
    ),
    (
        "an occupation with a capital is a name",
        "<s1>James Baker</s1> <c1>said</c1> <q1>a</q1>. <s2>Baker</s2> <c2>said</c2> <q2>b</q2>. A baker came late. <s3>The baker</s3> <c3>said</c3> <q3>c</q3>.",
        ["James Baker", "James Baker", "baker"],
    ),
]

LABELS = [
    (
        "a label is whom it describes, not somebody of that description",
        'Karim Bennani, a Moroccan diplomat, met Jane Holloway, a Union official. She left.\n\n<s1>Union official</s1><c1>:</c1> <q1>"No."</q1>\n\n<s2>Adviser to the Algerian delegation</s2><c2>:</c2> <q2>"Yes."</q2>\n\n<s3>Jane Holloway</s3>: <q3>"Perhaps."</q3>\n\n<s4>HOLLOWAY</s4>: <q4>"So."</q4>',
        ["Union official", "adviser to the Algerian delegation", "Jane Holloway", "Jane Holloway"],
    ),
    (
        "a label after the quotation",
        '<q1>"Never."</q1> <c1>–</c1> <s1>Karim Bennani, diplomat</s1>\n\n<q2>"Ever."</q2> -- <s2>Member of parliament for the islands</s2>',
        ["Karim Bennani", "Member of parliament for the islands"],
    ),
]

DESCRIBED = [
    (
        "one of several",
        "<s1>One of the negotiators</s1> <c1>admitted</c1> <q1>a</q1>. <s2>One of them</s2> <c2>said</c2> <q2>b</q2>.",
        ["one of the negotiators", None],
    ),
    (
        "the only name that somebody gives",
        '<q1>"We sold it,"</q1> <c1>said</c1> <s1>a shopkeeper in the south of Ledra who gave only her first name, Ada</s1>. <s2>She</s2> <c2>said</c2> <q2>b</q2>.',
        ["Ada", "Ada"],
    ),
    (
        "the lead describes by an owner without a name",
        "<q1>Talks will go on</q1>, <s1>the islanders' spokesman</s1> <c1>said</c1> on Monday.\n\n<s2>Tom Calder</s2> <c2>said</c2> <q2>a</q2>. <s3>Ruth Holt</s3> <c3>said</c3> <q3>b</q3>.",
        ["Tom Calder", "Tom Calder", "Ruth Holt"],
    ),
    (
        "a declaration is of those who declared",
        'Chad\'s parliament declared independence on Monday. <s1>The declaration</s1> <c1>reads</c1>: <q1>"We are free."</q1>',
        ["Chadian parliament"],
    ),
    (
        "no verb in a name",
        '<s1>Some held flags</s1> <c1>bearing the words</c1> <q1>"No."</q1> <s2>Some waved flags</s2> <c2>reading</c2> <q2>a</q2>. <s3>Protesters wore shirts</s3> <c3>that said</c3> <q3>b</q3>. <s4>Some armed men</s4> <c4>said</c4> <q4>c</q4>.',
        [None, None, "protesters", "armed men"],
    ),
    (
        "a number is no name, and states are no verb",
        "<s1>Sixty-nine states</s1> <c1>agreed</c1> <q1>a</q1>. <s2>Arab states</s2> <c2>said</c2> <q2>b</q2>.",
        ["states", "Arab states"],
    ),
]

CARRIED_ON = [
    (
        "a participle without a source carries on its sentence's speaker",
        "<s1>Luc Moreau</s1> <c1>said</c1> <q1>a</q1>, <c2>adding</c2> <q2>that b</q2>. According to <s3>Ada Quist</s3>, <q3>all was lost</q3>, <c4>warning</c4> <q4>of c</q4>.",
        ["Luc Moreau", "Luc Moreau", "Ada Quist", "Ada Quist"],
    ),
    (
        "nobody is carried on from another sentence, nor by another verb",
        "<s1>Luc Moreau</s1> <c1>said</c1> <q1>a</q1>. <c2>Adding</c2> <q2>b</q2> is hard. <s3>He</s3> <c3>said</c3> <q3>c</q3> and rain is <c4>expected</c4> <q4>soon</q4>.",
        ["Luc Moreau", None, "Luc Moreau", None],
    ),
]


@pytest.mark.parametrize(
    ("report", "expected"),
    [pytest.param(report, names, id=shows) for shows, report, names in INTRODUCED + LABELS + DESCRIBED + CARRIED_ON],
)
def test_speakers_without_a_name(report: str, expected: list[str | None]) -> None:
    assert speakers(report) == expected
