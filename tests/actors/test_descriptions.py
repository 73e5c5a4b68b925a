# ruff: noqa: E501 -- a row of a table is one line, however long its report
"""Whom a description means: one who was named before, one who is named next, or nobody with a name."""

import pytest
from marked import resolved, speakers

NEW_PEOPLE = [
    (
        "one who is introduced by what anybody might be is nobody before",
        "<s1>Spokesman Nils Aker</s1> <c1>said</c1> <q1>a</q1>. <s2>One resident of Tarn, a nurse who gave her name only as Leila,</s2> <c2>described</c2> <q2>b</q2>. <s3>She</s3> <c3>said</c3> <q3>c</q3>.",
        ["Nils Aker", "Leila", "Leila"],
    ),
    (
        "one who gives no name",
        "<s1>Ana Quist</s1> <c1>said</c1> <q1>a</q1>. <s2>One woman, who would not give her name,</s2> <c2>said</c2> <q2>b</q2>.",
        ["Ana Quist", "woman"],
    ),
    (
        "two sources are two, and the source is the last",
        "<s1>A source close to the king</s1> <c1>said</c1> <q1>a</q1>. <s2>A source familiar with the talks</s2> <c2>said</c2> <q2>b</q2>. <s3>The source</s3> <c3>said</c3> <q3>c</q3>.",
        ["source close to the king", "source familiar with the talks", "source familiar with the talks"],
    ),
    (
        "an insider is a source",
        "<s1>A palace insider</s1> <c1>said</c1> <q1>a</q1>. <s2>The source</s2> <c2>added</c2> <q2>b</q2>.",
        ["palace insider", "palace insider"],
    ),
    (
        "people by what they know, and one of them",
        "<s1>Two people briefed on the talks</s1> <c1>said</c1> <q1>a</q1>. <s2>One of them</s2> <c2>said</c2> <q2>b</q2>.",
        ["people briefed on the talks", "one of the people briefed on the talks"],
    ),
    (
        "who behind what he works for",
        "<s1>A clerk at the yard that built the ferry</s1>, <s2>who</s2> <c2>asked</c2> <q2>not to be named</q2>, <c1>said</c1> <q1>a</q1>.",
        ["clerk at the yard", "clerk at the yard"],
    ),
]

KNOWN_PEOPLE = [
    (
        "not one who is introduced only later",
        "Ana Quist, the mayor of Tarn, opened the fair. Bands played. Rain fell at noon. It stopped at one.\n\nStalls sold fish.\n\nThe prize went to a goat.\n\n<s1>The minister</s1> <c1>said</c1> <q1>a</q1>.\n\nThe goat was sold. Rain fell again. The fair went on. Nobody left.\n\n<s2>Trade Minister Paul Reed</s2> <c2>said</c2> <q2>b</q2>.",
        [None, "Paul Reed"],
    ),
    (
        "a successor in an office holds it",
        "<s1>His successor as foreign minister, Ana Quist,</s1> <c1>said</c1> <q1>a</q1>. <s2>The minister</s2> <c2>said</c2> <q2>b</q2>.",
        ["Ana Quist", "Ana Quist"],
    ),
    (
        "the gender that the words show",
        "<s1>Foreign Minister Ana Quist</s1> <c1>said</c1> <q1>she was glad</q1>. <s2>Trade Minister Paul Reed</s2> <c2>said</c2> <q2>he was not</q2>. <s3>The minister</s3> <c3>said</c3> <q3>she would stay</q3>.",
        ["Ana Quist", "Paul Reed", "Ana Quist"],
    ),
    (
        "a former minister is not the minister",
        "<s1>Energy Minister Paul Reed</s1> <c1>said</c1> <q1>a</q1>. <s2>Former energy minister Ana Quist</s2> <c2>said</c2> <q2>b</q2>. <s3>The energy minister</s3> <c3>said</c3> <q3>c</q3>. <s4>The former minister</s4> <c4>said</c4> <q4>d</q4>.",
        ["Paul Reed", "Ana Quist", "Paul Reed", "Ana Quist"],
    ),
    (
        "a former minister whom nobody named",
        "<s1>Energy Minister Paul Reed</s1> <c1>said</c1> <q1>a</q1>. <s2>The former minister</s2> <c2>said</c2> <q2>b</q2>.",
        ["Paul Reed", "former minister"],
    ),
    (
        "a former minister of whom that was not said before",
        "Ana Quist, the AU envoy, met Irrigation Minister Paul Reed, who kept his coat on. <s1>The former minister, who once led the talks,</s1> <c1>said</c1> <q1>she was glad</q1>.",
        ["Ana Quist"],
    ),
    (
        "a deputy is somebody else",
        "<s1>Deputy Foreign Minister Ana Quist</s1> <c1>said</c1> <q1>a</q1>. <s2>The foreign minister</s2> <c2>said</c2> <q2>b</q2>.",
        ["Ana Quist", None],
    ),
    (
        "a finance minister is no foreign minister",
        "<s1>Foreign Minister Ana Quist</s1> <c1>said</c1> <q1>a</q1>. <s2>Peru's finance minister</s2> <c2>said</c2> <q2>b</q2>.",
        ["Ana Quist", "Peru's finance minister"],
    ),
    (
        "what a minister is minister of",
        "<s1>Water Minister Ana Quist</s1> <c1>said</c1> <q1>a</q1>. <s2>Fisheries Minister Paul Reed</s2> <c2>said</c2> <q2>b</q2>. <s3>The water minister</s3> <c3>said</c3> <q3>c</q3>.",
        ["Ana Quist", "Paul Reed", "Ana Quist"],
    ),
    (
        "the name between a description and a title is the name",
        "<s1>The Chilean colleague, Water Minister Ana Quist,</s1> <c1>said</c1> <q1>a</q1>.",
        ["Ana Quist"],
    ),
    (
        "another state's minister is somebody else",
        "<s1>The Peruvian colleague, Water Minister Ana Quist,</s1> <c1>said</c1> <q1>a</q1>. <s2>The Chilean minister</s2> <c2>said</c2> <q2>b</q2>.",
        ["Ana Quist", "Chilean minister"],
    ),
    (
        "a word for the one just spoken of",
        "<s1>Ana Quist</s1> <c1>said</c1> <q1>a</q1>. <s2>The activist</s2> <c2>said</c2> <q2>b</q2>. <s3>The 64-year-old</s3> <c3>said</c3> <q3>c</q3>.",
        ["Ana Quist"] * 3,
    ),
    (
        "private people may be several things",
        "<s1>Mum-of-three Kelly Ward</s1> <c1>said</c1> <q1>a</q1>. <s2>The dinner lady</s2> <c2>said</c2> <q2>b</q2>. <s3>Her husband Wayne, a roofer,</s3> <c3>said</c3> <q3>c</q3>.",
        ["Kelly Ward", "Kelly Ward", "Wayne"],
    ),
    (
        "the lead says what, and the next paragraph who",
        "<s1>A COUNCIL boss</s1> <c1>has vowed</c1> <q1>a</q1>.\n\n<s2>Cllr Gary Ward, 58, leader of Wexborough Council,</s2> <c2>said</c2> <q2>b</q2>.",
        ["Gary Ward", "Gary Ward"],
    ),
    (
        "a trade before a name is no name",
        "<s1>Engineer Raj Patel</s1> <c1>said</c1> <q1>a</q1>. <s2>Patel</s2> <c2>said</c2> <q2>b</q2>.",
        ["Raj Patel", "Raj Patel"],
    ),
]

NAMESAKES = [
    (
        "the surname of two is the one whom the paragraph is about",
        "<s1>The transport secretary, Helen Ward,</s1> <c1>said</c1> <q1>a</q1>. <s2>Ward</s2> <c2>said</c2> <q2>b</q2>.\n\n<s3>The shadow secretary, David Ward – no relation –</s3> <c3>said</c3> <q3>c</q3>. Asked about it, he laughed. <s4>Ward</s4> <c4>added</c4> <q4>d</q4>.",
        ["Helen Ward", "Helen Ward", "David Ward", "David Ward"],
    ),
    (
        "a wife who has only a first name",
        "<s1>Karl Zammit</s1> <c1>denied</c1> <q1>a</q1>. <s2>Zammit's wife, Doris,</s2> <c2>said</c2> <q2>b</q2>. <s3>Mrs Zammit</s3> <c3>said</c3> <q3>c</q3>. <s4>Mr Zammit</s4> <c4>said</c4> <q4>d</q4>.",
        ["Karl Zammit", "Doris", "Doris", "Karl Zammit"],
    ),
]

BODIES = [
    (
        "it is the office that spoke last",
        "Markus Brandt visited Denmark. <s1>Erik Dahl</s1> <c1>spoke</c1> <q1>late</q1>. <s2>Dahl's office</s2> <c2>said</c2> <q2>a</q2>. <s3>It</s3> <c3>added</c3> <q3>b</q3>.",
        ["Erik Dahl", "Erik Dahl's office", "Erik Dahl's office"],
    ),
    (
        "one name in spite of its apostrophe",
        "<s1>The Norwegian Fishermen's Association</s1> <c1>said</c1> <q1>a</q1>. <s2>The Rail Drivers’ Union (RDU)</s2> <c2>said</c2> <q2>b</q2>. <s3>The RDU</s3> <c3>said</c3> <q3>c</q3>. <s4>The association</s4> <c4>said</c4> <q4>d</q4>.",
        [
            "Norwegian Fishermen's Association",
            "Rail Drivers’ Union",
            "Rail Drivers’ Union",
            "Norwegian Fishermen's Association",
        ],
    ),
    (
        "a possessive ends a name that owns something",
        "<s1>Norway's Labour Party</s1> <c1>said</c1> <q1>a</q1>. <s2>Ana Quist's Foundation</s2> <c2>said</c2> <q2>b</q2>.",
        ["Labour Party", "Foundation"],
    ),
    (
        "their union is no union's union",
        "Train drivers will walk out, <s1>their union</s1> <c1>said</c1> <q1>on Monday</q1>. <s2>The Rail Drivers' Union</s2> <c2>said</c2> <q2>a</q2>.",
        ["Rail Drivers' Union", "Rail Drivers' Union"],
    ),
    (
        "what is said first may name the owner",
        "<q1>Peru had asked for answers</q1>, <s1>its foreign ministry</s1> <c1>tweeted</c1>.",
        ["Peruvian Foreign Ministry"],
    ),
    (
        "neither of two",
        "<s1>Neither Peru's embassy in Quito nor the foreign ministry in Lima</s1> <c1>replied to</c1> <q1>questions</q1>.",
        ["Peruvian embassy and Peruvian Foreign Ministry"],
    ),
    (
        "neither behind its subject",
        "<s1>Spokesman Paul Reed neither</s1> <c1>confirmed nor denied</c1> <q1>a</q1>.",
        ["Paul Reed"],
    ),
    (
        "a company by its form, a group by its noun",
        "<s1>The operator, Nordline AG,</s1> <c1>said</c1> <q1>a</q1>. <s2>The campaign group Free Horizon</s2> <c2>said</c2> <q2>b</q2>.",
        ["Nordline AG", "Free Horizon"],
    ),
    (
        "an association without a name",
        "<s1>The farmers' association</s1> <c1>said</c1> <q1>a</q1>. <s2>It</s2> <c2>said</c2> <q2>b</q2>.",
        ["farmers' association", "farmers' association"],
    ),
    (
        "a pollster is no person",
        "According to <s1>a PulseNow poll</s1>, <q1>most agree</q1>.",
        ["PulseNow"],
    ),
]


@pytest.mark.parametrize(
    ("report", "expected"),
    [pytest.param(report, names, id=shows) for shows, report, names in NEW_PEOPLE + KNOWN_PEOPLE + NAMESAKES + BODIES],
)
def test_speakers(report: str, expected: list[str | None]) -> None:
    assert speakers(report) == expected


@pytest.mark.parametrize(
    ("report", "kind"),
    [
        ("Erik Dahl left. <s1>Dahl's office</s1> <c1>said</c1> <q1>a</q1>.", "body"),
        ("<s1>Peru's border service</s1> <c1>said</c1> <q1>a</q1>.", "body"),
        ("According to <s1>a PulseNow poll</s1>, <q1>most agree</q1>.", "organisation"),
        ("<s1>Two people briefed on the talks</s1> <c1>said</c1> <q1>a</q1>.", "group"),
    ],
)
def test_kinds(report: str, kind: str) -> None:
    speaker = resolved(report)[1].speaker
    assert speaker is not None
    assert speaker.kind == kind


def test_a_judge_is_not_the_lawyer_she_speaks_of() -> None:
    found = speakers(
        "<s1>Karl Zammit</s1> <c1>denied</c1> <q1>it</q1>. <s2>Judge Anna Spiteri</s2> <c2>reminded</c2> <q2>the lawyer "
        "that he was in court</q2>. <s3>She</s3> <c3>said</c3> <q3>a</q3>."
    )
    assert found[2] == "Anna Spiteri"


@pytest.mark.parametrize(
    ("sentence", "addressees"),
    [
        ("<s1>Ana Quist</s1> <c1>told</c1> the Beacon <q1>that it would rain</q1>.", ["Beacon"]),
        ("<s1>Ana Quist</s1> <c1>told</c1> the newspaper La Voz <q1>that it would rain</q1>.", ["La Voz"]),
        (
            "<s1>Ana Quist</s1> <c1>wrote</c1> in a letter to members seen by the Beacon <q1>that it rained</q1>.",
            ["members"],
        ),
    ],
)
def test_addressees(sentence: str, addressees: list[str]) -> None:
    statement = resolved(sentence)[1]
    assert [each.name for each in statement.addressees] == addressees
    assert all(each.kind in ("organisation", "group") for each in statement.addressees)


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        pytest.param(
            "<s1>The president of the council, Ambassador Ana Quist of Norway,</s1> <c1>said</c1> <q1>a</q1>. <s2>The president</s2> <c2>said</c2> <q2>b</q2>.",
            ["Ana Quist", "Ana Quist"],
            id="a title and a state about the name",
        ),
        pytest.param(
            "<s1>Tarn Copper, a unit of a foreign group,</s1> <c1>denied</c1> <q1>a</q1>. <s2>Hale Rail, which runs the trains,</s2> <c2>said</c2> <q2>b</q2>. <s3>It</s3> <c3>said</c3> <q3>c</q3>. <s4>Environmental group Green Valley</s4> <c4>said</c4> <q4>d</q4>.",
            ["Tarn Copper", "Hale Rail", "Hale Rail", "Green Valley"],
            id="firms and groups that might be people",
        ),
        pytest.param(
            "The vote was close, <s1>one of the sources, an official at the bank</s1>, <c1>said</c1> <q1>a</q1>.",
            ["one of the sources"],
            id="one of the sources",
        ),
        pytest.param(
            "<s1>The Taoiseach</s1> <c1>defended</c1> <q1>a</q1>.\n\nEoin Brannigan was responding to Ada Reed, a senator. <s2>Mr Brannigan</s2> <c2>said</c2> <q2>b</q2>.",
            ["Eoin Brannigan", "Eoin Brannigan"],
            id="an office opens the report and the name follows",
        ),
        pytest.param(
            "<s1>Paddy Ward</s1> <c1>said</c1> <q1>a</q1>. <s2>Mr Ward snr</s2> <c2>said</c2> <q2>b</q2>.",
            ["Paddy Ward", "Paddy Ward"],
            id="the elder",
        ),
        pytest.param(
            "<s1>Cabinet Secretary Ana Quist</s1> <c1>said</c1> <q1>a</q1>. <s2>The CS</s2> <c2>said</c2> <q2>b</q2>.",
            ["Ana Quist", "Ana Quist"],
            id="the initials of an office",
        ),
        pytest.param(
            "<s1>Upper Tarn Governor Peter Reed, who was seated next to her,</s1> <c1>said</c1> <q1>a</q1>. <s2>He</s2> <c2>said</c2> <q2>b</q2>.",
            ["Peter Reed", "Peter Reed"],
            id="who sits beside her is not she",
        ),
        pytest.param(
            "<s1>A second diplomat</s1> <c1>was</c1> <q1>blunter</q1>. <s2>They</s2> <c2>said</c2> <q2>b</q2>.",
            ["second diplomat", "second diplomat"],
            id="one who is nameless may be they",
        ),
        pytest.param(
            '<s1>Peru\'s premier</s1> <c1>warned</c1> <q1>of haste</q1>. <q2>"No,"</q2> <s2>Ana Quist</s2> <c2>told</c2> reporters.',
            ["Ana Quist", "Ana Quist"],
            id="whoever is named next",
        ),
        pytest.param(
            "Ana Quist met the rebels' chief negotiator. <s1>Quist</s1> <c1>said</c1> <q1><s2>the negotiator</s2> <c2>had threatened</c2> <q2>to go</q2></q1>.",
            ["Ana Quist", "rebels' chief negotiator"],
            id="one who was told of by more words",
        ),
        pytest.param(
            "<s1>President Peter Reed's running mate, Ana Quist,</s1> <c1>said</c1> <q1>a</q1>. The president himself was silent, but <s2>his spokesman</s2> <c2>said</c2> <q2>b</q2>.",
            ["Ana Quist", "Peter Reed's spokesman"],
            id="his is the subject's",
        ),
        pytest.param(
            "According to <s1>an official familiar with her plans</s1>, <q1>Quist will go</q1>. <s2>Ana Quist</s2> <c2>said</c2> <q2>b</q2>.",
            ["official", "Ana Quist"],
            id="the name that opens what is said is not who says it",
        ),
        pytest.param(
            "<s1>The embassy of Peru in Quito and a lawyer for the firm</s1> <c1>replied to</c1> <q1>nothing</q1>.",
            ["Peruvian embassy and lawyer for the firm"],
            id="a body and somebody new",
        ),
        pytest.param(
            "Ana Quist hit back, <c1>insisting</c1> <q1>it was safe</q1>.",
            ["Ana Quist"],
            id="a participle has the subject of its sentence",
        ),
        pytest.param(
            'And last night builder Ana Quist, whose firm won the contract, defended it. <q1>"It is safe,"</q1> <s1>she</s1> <c1>said</c1>.',
            ["Ana Quist"],
            id="a name with an apposition is a subject",
        ),
    ],
)
def test_more_speakers(report: str, expected: list[str | None]) -> None:
    assert speakers(report) == expected
