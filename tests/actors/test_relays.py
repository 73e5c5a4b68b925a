# ruff: noqa: E501 -- a row of a table is one line, however long its report
"""Chains that statements came through. Each row: what it shows, the marked report, speaker and relays by number."""

import pytest
from marked import resolved

ROWS = [
    (
        "an agency quoted somebody",
        "The Interfax news agency quoted <s1>Ara Sarkisian</s1> as <c1>saying</c1> <q1>the road was open</q1>.",
        {1: ("Ara Sarkisian", ["Interfax"])},
    ),
    (
        "the agency was tagged as the source",
        "<s1>Interfax</s1> <c1>quoted</c1> Ara Sarkisian as saying <q1>the road was open</q1>.",
        {1: ("Ara Sarkisian", ["Interfax"])},
    ),
    (
        "quoted by",
        "<s1>Ara Sarkisian</s1> was quoted by the TASS news agency as <c1>saying</c1> <q1>the road was open</q1>.",
        {1: ("Ara Sarkisian", ["TASS"])},
    ),
    (
        "quoted as saying by",
        '<q1>"The road is open,"</q1> <s1>Ara Sarkisian</s1> was quoted as <c1>saying</c1> by Armenpress.',
        {1: ("Ara Sarkisian", ["Armenpress"])},
    ),
    (
        "somebody said, an agency reported",
        '<q1>"The road is open,"</q1> <s1>Ara Sarkisian</s1> <c1>said</c1>, Reuters reported.',
        {1: ("Ara Sarkisian", ["Reuters"])},
    ),
    (
        "somebody said, a paper that no table lists reported",
        "<s1>Ara Sarkisian</s1> <c1>said</c1> <q1>that the road was open</q1>, Larkwire Online reported on Sunday.",
        {1: ("Ara Sarkisian", ["Larkwire Online"])},
    ),
    (
        "according to whom",
        "<s1>Ara Sarkisian</s1>, <c1>according to</c1> whom <q1>the road is open</q1>, met Luc Moreau.",
        {1: ("Ara Sarkisian", [])},
    ),
    (
        "an agency that no table lists",
        "The Larkwire agency quoted <s1>a member of the Greek delegation</s1> as <c1>saying</c1> <q1>a</q1>.",
        {1: ("member of the Greek delegation", ["Larkwire"])},
    ),
    (
        "citing, before the verb",
        "<s1>The Larkwire agency</s1>, citing a Union official, <c1>reported</c1> <q1>that the envoy would stay</q1>.",
        {1: ("Union official", ["Larkwire"])},
    ),
    (
        "citing, at the end",
        "<q1>The envoy would stay</q1>, <s1>Larkwire</s1> <c1>reported</c1>, citing the Greek Foreign Ministry.",
        {1: ("Greek Foreign Ministry", ["Larkwire"])},
    ),
    (
        "the one cited was tagged as the source",
        "<q1>The envoy would stay</q1>, Reuters reported, <c1>citing</c1> <s1>the Greek Foreign Ministry</s1>.",
        {1: ("Greek Foreign Ministry", ["Reuters"])},
    ),
    (
        "whoever is no press speaks for himself, whatever he cites",
        "<s1>Luc Moreau</s1>, citing the constitution, <c1>said</c1> <q1>no</q1>.",
        {1: ("Luc Moreau", [])},
    ),
    (
        "a newspaper quotes a pronoun, and is not meant by it",
        "<s1>Ada Quist</s1> <c1>spoke</c1> <q1>late</q1>. The newspaper Le Jour quoted <s2>her</s2> as <c2>saying</c2> <q2>a</q2>.",
        {2: ("Ada Quist", ["Le Jour"])},
    ),
    (
        "the one spoken to is no relay",
        "Speaking to Reuters, <s1>Luc Moreau</s1> <c1>said</c1> <q1>no</q1>. Speaking to Reuters, said one, <s2>Luc Moreau</s2> <c2>left</c2> <q2>b</q2>.",
        {1: ("Luc Moreau", []), 2: ("Luc Moreau", [])},
    ),
    (
        "according to another",
        "According to Ada Quist, <s1>Ara Sarkisian</s1> <c1>said</c1> <q1>the road was open</q1>.",
        {1: ("Ara Sarkisian", ["Ada Quist"])},
    ),
    (
        "according to another, in a clause of its own",
        "<s1>Ara Sarkisian</s1> <c1>promised</c1> <q1>to go to Goris</q1>, where, according to Ada Quist, many are ill.",
        {1: ("Ara Sarkisian", [])},
    ),
    (
        "a statement within a statement",
        "<s1>Ada Quist</s1> <c1>recalled</c1> <q1><s2>Luc Moreau</s2>'s <c2>words</c2> that <q2>the road was open</q2></q1>.",
        {1: ("Ada Quist", []), 2: ("Luc Moreau", ["Ada Quist"])},
    ),
    (
        "two links, outermost first",
        "<s1>Reuters</s1> <c1>reported</c1> <q1>that <s2>Ada Quist</s2> <c2>said</c2> <q2><s3>Luc Moreau</s3> <c3>believed</c3> <q3>in peace</q3></q2></q1>.",
        {3: ("Luc Moreau", ["Reuters", "Ada Quist"])},
    ),
    (
        "nobody relays himself",
        "<s1>Ada Quist</s1> <c1>said</c1> <q1><s2>she</s2> <c2>feared</c2> <q2>a war</q2></q1>.",
        {2: ("Ada Quist", [])},
    ),
    (
        "who was also reached by an agency is not relayed by it",
        "<s1>Ara Sarkisian, also reached by AP,</s1> <c1>said</c1> <q1>the road was open</q1>.",
        {1: ("Ara Sarkisian", [])},
    ),
]


@pytest.mark.parametrize(("report", "expected"), [pytest.param(row[1], row[2], id=row[0]) for row in ROWS])
def test_relays(report: str, expected: dict[int, tuple[str, list[str]]]) -> None:
    found = resolved(report)
    for number, (speaker, relays) in expected.items():
        statement = found[number]
        assert statement.speaker is not None
        assert statement.speaker.name == speaker
        assert [actor.name for actor in statement.relayed_by] == relays
