# ruff: noqa: E501 -- a row of a table is one line, however long its report
"""A description is not given to a named person of whom the report says nothing of the kind."""

import pytest
from marked import marked, resolved, speakers

from onrecord.actors import resolve
from onrecord.domain import Report

ROWS = [
    (
        "another nation's minister",
        "<s1>Nora Venn</s1> <c1>said</c1> <q1>the bridge was shut</q1>. <s2>The Danish finance minister</s2> <c2>said</c2> <q2>taxes would rise</q2>.",
        ["Nora Venn", "Danish finance minister"],
    ),
    (
        "a body's office after a reporter",
        "<s1>The Beacon's Nora Venn in Tarn</s1> <c1>says</c1> <q1>few expect rain</q1>. In Vienna, <s2>the OSCE's media chief</s2> <c2>warned</c2> <q2>of floods</q2>.",
        ["Nora Venn", "OSCE's media chief"],
    ),
    (
        "not the only one of whom no office is known",
        "<s1>Energy Minister Paul Reed</s1> <c1>said</c1> <q1>a</q1>. <s2>Nora Venn</s2> <c2>said</c2> <q2>she was sad</q2>. <s3>Chile's finance minister</s3> <c3>said</c3> <q3>c</q3>.",
        ["Paul Reed", "Nora Venn", "Chile's finance minister"],
    ),
    (
        "not one who was only named",
        "Ida Lund met Nora Venn in Tarn. <s1>Nora Venn</s1> <c1>said</c1> <q1>a</q1>. <s2>Norway's prime minister</s2> <c2>said</c2> <q2>b</q2>.",
        ["Nora Venn", "Norway's prime minister"],
    ),
    (
        "a nation's leader",
        "<s1>Nora Venn</s1> <c1>said</c1> <q1>a</q1>. <s2>The German leader</s2> <c2>said</c2> <q2>b</q2>.",
        ["Nora Venn", "German leader"],
    ),
    (
        "a councillor by any title is one",
        "<s1>Coun Ann Reed</s1> <c1>said</c1> <q1>a</q1>. <s2>Farmer Tom Reed</s2> <c2>said</c2> <q2>he had lost two cows</q2>. According to <s3>Cllr Reed</s3>, <q3>c</q3>. <s4>Coun. Reed</s4> <c4>said</c4> <q4>d</q4>.",
        ["Ann Reed", "Tom Reed", "Ann Reed", "Ann Reed"],
    ),
    (
        "a company that nobody named, and it",
        "<s1>Councillor Reed</s1> <c1>said</c1> <q1>a</q1>. <s2>The company</s2> <c2>disputes</c2> <q2>this</q2>. In a letter, <s3>it</s3> <c3>says</c3> <q3>c</q3>.",
        ["Reed", "company", "company"],
    ),
    (
        "the company is the one that was named",
        "<s1>Tarn Copper</s1> <c1>promised</c1> <q1>a</q1>. <s2>Councillor Reed</s2> <c2>said</c2> <q2>b</q2>. <s3>The company</s3> <c3>disputes</c3> <q3>this</q3>. In a letter, <s4>it</s4> <c4>says</c4> <q4>c</q4>.",
        ["Tarn Copper", "Reed", "Tarn Copper", "Tarn Copper"],
    ),
    (
        "two relations of one person",
        "<s1>Ivo Brandt</s1> <c1>said</c1> <q1>a</q1>. <s2>His aunt and closest adviser, Petra Lund,</s2> <c2>said</c2> <q2>b</q2>.",
        ["Ivo Brandt", "Petra Lund"],
    ),
    (
        "a relation of another is of neither gender",
        "<s1>Trade Minister Carla Boyd</s1> <c1>said</c1> <q1>she would not</q1>. <s2>Union leader Robin Vale, a friend of the mayor,</s2> <c2>said</c2> <q2>b</q2>. <q3>He had known</q3>, <s3>she</s3> <c3>added</c3>, <q3>since May</q3>.",
        ["Carla Boyd", "Robin Vale", "Robin Vale"],
    ),
    (
        "what opens the report in capitals is nobody",
        "<s1>PORT CHAOS</s1><c1>:</c1> <q1>'We waited for hours'</q1>\n\nThe port was shut.",
        [None],
    ),
    (
        "a speaker of a transcript in capitals is somebody",
        "<s1>ANA QUIST</s1><c1>:</c1> <q1>We waited.</q1>\n\nREPORTER: How long?\n\n<s2>ANA QUIST</s2><c2>:</c2> <q2>For hours.</q2>",
        ["ANA QUIST", "ANA QUIST"],
    ),
    (
        "the lead's councillor is the only one",
        "A bypass has split the town, with <s1>one councillor</s1> <c1>saying</c1> <q1>that it would kill trade</q1>.\n\n<s2>Coun Olive Pratt (Lab, Marl East)</s2> <c2>said</c2> <q2>b</q2>.",
        ["Olive Pratt", "Olive Pratt"],
    ),
    (
        "of two councillors neither",
        "A bypass has split the town, with <s1>one councillor</s1> <c1>saying</c1> <q1>that it would kill trade</q1>.\n\n<s2>Coun Olive Pratt</s2> <c2>said</c2> <q2>b</q2>. <s3>Coun Ray Boyd</s3> <c3>said</c3> <q3>c</q3>.",
        ["councillor", "Olive Pratt", "Ray Boyd"],
    ),
    (
        "who is named with an age behind the lead",
        'A SCOTS mum wept for hours at the port.\n\nJoan Baird, 34, had come with two boys.\n\n<q1>"We had no water,"</q1> <s1>the mother-of-two</s1> <c1>told</c1> the Daily Comet.',
        ["Joan Baird"],
    ),
    (
        "a great-grandmother",
        'Joan Baird had come by train.\n\n<q1>"We had no water,"</q1> <s1>the great-grandmother-of-six</s1> <c1>said</c1>.',
        ["Joan Baird"],
    ),
    (
        "whose office is named behind the lead",
        "<q1>Norway will sign</q1>, <s1>its foreign minister</s1> <c1>has said</c1>.\n\nNorway's foreign minister, Ida Lund, made the promise in a speech. <s2>She</s2> <c2>said</c2> <q2>b</q2>.",
        ["Ida Lund", "Ida Lund"],
    ),
    (
        "a headline's noun for what somebody's family does",
        "<s1>Farmer</s1> <c1>tells</c1> bosses: <q1>'No'</q1>\n\n<s2>Tom Reed, whose family has farmed there since 1911,</s2> <c2>said</c2> <q2>b</q2>. <s3>Ann Reed</s3> <c3>said</c3> <q3>c</q3>.",
        ["Tom Reed", "Tom Reed", "Ann Reed"],
    ),
    (
        "a headline's noun that nothing explains",
        "<s1>Farmer</s1> <c1>tells</c1> bosses: <q1>'No'</q1>\n\n<s2>Tom Reed, who came late,</s2> <c2>said</c2> <q2>b</q2>. <s3>Ann Reed</s3> <c3>said</c3> <q3>c</q3>.",
        [None, "Tom Reed", "Ann Reed"],
    ),
    (
        "the mother of the lead speaks",
        "<s1>A SCOTS mum</s1> <c1>blasted</c1> <q1>the guards</q1>.\n\nJoan Baird, 34, had come with two boys. <s2>A nurse</s2> <c2>said</c2> <q2>b</q2>.",
        ["Joan Baird", "nurse"],
    ),
    (
        "the airline is the one that spoke",
        "<s1>An airline</s1> <c1>said</c1> <q1>a</q1>. <s2>The airline</s2> <c2>said</c2> <q2>b</q2>.",
        ["airline", "airline"],
    ),
    ("nobody", "<s1>Nobody</s1> <c1>doubts</c1> <q1>a</q1>. <s2>Few</s2> <c2>believe</c2> <q2>b</q2>.", [None, None]),
]


@pytest.mark.parametrize(("report", "expected"), [pytest.param(row[1], row[2], id=row[0]) for row in ROWS])
def test_somebody_else(report: str, expected: list[str | None]) -> None:
    assert speakers(report) == expected


@pytest.mark.parametrize(
    ("markup", "name", "kind"),
    [
        ("<s1>Tarn Copper</s1> <c1>denied</c1> <q1>it</q1>.", "Tarn Copper", "organisation"),
        ("<s1>The Daily Comet</s1> <c1>reported</c1> <q1>it</q1>.", "Daily Comet", "organisation"),
        ("<s1>HillWatch Monitor</s1> <c1>reported</c1> <q1>it</q1>.", "HillWatch Monitor", "organisation"),
        (
            "HillWatch Monitor asked. <s1>HillWatch</s1> <c1>said</c1> <q1>it</q1>.",
            "HillWatch Monitor",
            "organisation",
        ),
        ("<s1>General Motors</s1> <c1>said</c1> <q1>it</q1>.", "General Motors", "organisation"),
        ("<s1>BP, the oil company,</s1> <c1>said</c1> <q1>it</q1>.", "BP", "organisation"),
        ("Ana Quist won. <s1>The Star</s1> <c1>said</c1> <q1>it</q1>.", "Star", "organisation"),
        ("<s1>An airline</s1> <c1>said</c1> <q1>it</q1>.", "airline", "organisation"),
        ("<s1>The Lima daily El Correo</s1> <c1>reported</c1> <q1>it</q1>.", "El Correo", "organisation"),
        ("<s1>A police union</s1> <c1>said</c1> <q1>it</q1>.", "police union", "organisation"),
        ("<s1>Minister Ann Copper</s1> <c1>said</c1> <q1>it</q1>.", "Ann Copper", "person"),
    ],
)
def test_kinds_of_the_named(markup: str, name: str, kind: str) -> None:
    speaker = resolved(markup)[1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.kind) == (name, kind)


@pytest.mark.parametrize(
    ("markup", "aliases"),
    [
        (
            "<s1>Furious harbour chief Ivo Brandt</s1> <c1>said</c1> <q1>a</q1>. <s2>Brandt</s2> <c2>said</c2> <q2>b</q2>.",
            ("Brandt",),
        ),
        ("<s1>Tarn Copper</s1> <c1>said</c1> <q1>a</q1>.", ()),
        ("<s1>No 10</s1> <c1>said</c1> <q1>a</q1>.", ("No 10",)),
    ],
)
def test_a_title_and_part_of_a_name_are_no_aliases(markup: str, aliases: tuple[str, ...]) -> None:
    speaker = resolved(markup)[1].speaker
    assert speaker is not None
    assert speaker.aliases == aliases


def test_the_lawyer_of_the_company_that_spoke_is_its_lawyer() -> None:
    report = marked(
        "Elders of the Tarnish people met. <s1>Kern Lithium</s1> <c1>rejects</c1> <q1>the claim</q1>. In an email to "
        "HillWatch, <s2>its lawyer, Ugo Benn,</s2> <c2>wrote</c2> <q2>that it was false</q2>."
    )
    [lawyer] = resolve(report).descriptions
    assert lawyer.of is not None
    assert (lawyer.actor.name, lawyer.title, lawyer.of.name) == ("Ugo Benn", "lawyer", "Kern Lithium")


def test_the_words_of_an_office_begin_behind_that() -> None:
    text = "Ivo Brandt claimed that Norwegian Prime Minister Ida Lund had lied.\n"
    [office] = resolve(Report("a.txt", text, "0" * 64, language="en")).descriptions
    assert office.span.text == "Norwegian Prime Minister Ida Lund"
