"""Words that stand for somebody: capitals, seats, streets, parts of states, several at once. On many disputes."""

from __future__ import annotations

import pytest
from marked import speakers

LEAD = "It rained in the hills for days and nobody came.\n\n"


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("<s1>Beijing</s1> <c1>said</c1> <q1>the islands were its own</q1>.", ["China"]),
        ("“<q1>We wait</q1>,” <s1>the Kremlin</s1> <c1>said</c1>.", ["Kremlin"]),
        ("<s1>Brussels</s1> <c1>warned</c1> that <q1>talks could fail</q1>.", ["European Union"]),
        ("<s1>The West</s1> <c1>believes</c1> <q1>the vote was rigged</q1>.", ["West"]),
        ("<s1>Jerusalem</s1> <c1>denied</c1> <q1>the strike</q1>.", ["Israel"]),
        ("<s1>London and Washington</s1> <c1>said</c1> <q1>no</q1>.", ["United Kingdom and United States"]),
        ("<s1>The Quai d'Orsay</s1> <c1>said</c1> <q1>no</q1>.", ["French Foreign Ministry"]),
    ],
)
def test_a_place_that_speaks_is_the_state_or_body(markup: str, names: list[str]) -> None:
    assert speakers(LEAD + markup) == names


def test_a_place_where_something_is_said_is_a_place() -> None:
    markup = "Envoys met in Brussels. <s1>Brussels</s1> <c1>hopes</c1> <q1>for a deal</q1>."
    assert speakers(LEAD + markup) == ["European Union"]
    assert speakers(LEAD + "<s1>Envoys in Brussels</s1> <c1>hope</c1> <q1>for a deal</q1>.") == ["envoys in Brussels"]


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        (
            "YEREVAN, May 3 (Lake Wire) - <s1>The Foreign Ministry</s1> <c1>said</c1> <q1>no</q1>.\n\n"
            "<s2>The ministry</s2> <c2>added</c2> <q2>that it would wait</q2>.",
            ["Armenian Foreign Ministry", "Armenian Foreign Ministry"],
        ),
        (
            "Azerbaijan shelled the hills, reports said. <s1>Its defence ministry</s1> <c1>said</c1> <q1>no</q1>.",
            ["Azerbaijani Defence Ministry"],
        ),
        ("<s1>Rome's foreign ministry</s1> <c1>said</c1> <q1>no</q1>.", ["Italian Foreign Ministry"]),
        ("<s1>India's Ministry of External Affairs</s1> <c1>said</c1> <q1>no</q1>.", ["Indian Foreign Ministry"]),
        (
            "Turkey shelled the hills. <s1>The Greek government</s1> <c1>said</c1> <q1>no</q1>. "
            "<s2>The government</s2> <c2>said</c2> <q2>it would wait</q2>.",
            ["Greek government", "Greek government"],
        ),
    ],
)
def test_parts_of_a_state_belong_to_the_state_at_hand(markup: str, names: list[str]) -> None:
    assert speakers(markup if markup.startswith("YEREVAN") else LEAD + markup) == names


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        (
            "Greek Prime Minister Ana Costa met Turkish President Emre Kaya for two hours of talks on the islands. "
            "<s1>The two leaders</s1> <c1>said</c1> <q1>they would meet again</q1>.",
            ["Ana Costa and Emre Kaya"],
        ),
        (
            "War came to Transnistria and Abkhazia. Lake Wire quoted <s1>the leaders of those regions</s1> as "
            "<c1>saying</c1> <q1>they would wait</q1>.",
            ["leaders of Transnistria and Abkhazia"],
        ),
        (
            "Russia backs rebels in Georgia. Lake Wire quoted <s1>the leaders of those regions</s1>, Abkhazia and "
            "South Ossetia, as <c1>saying</c1> <q1>no</q1>.",
            ["leaders of Abkhazia and South Ossetia"],
        ),
        (
            "Egypt and Ethiopia began talks. <s1>Both countries</s1> <c1>said</c1> <q1>they would wait</q1>. "
            "<s2>The two sides</s2> <c2>said</c2> <q2>no</q2>.",
            ["Egypt and Ethiopia", "Egypt and Ethiopia"],
        ),
        (
            "<s1>The foreign ministers of Egypt, Sudan and Chad</s1> <c1>said</c1> <q1>no</q1>. "
            "<s2>The ministers</s2> <c2>said</c2> <q2>they would meet again</q2>.",
            ["foreign ministers of Egypt, Sudan and Chad"] * 2,
        ),
    ],
)
def test_several_at_once_are_those_who_were_named(markup: str, names: list[str]) -> None:
    assert speakers(LEAD + markup) == names


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        ("Egypt, Sudan and Ethiopia met. <s1>Both countries</s1> <c1>said</c1> <q1>no</q1>.", "countries"),
        (
            "Russia backs rebels in Georgia. <s1>The leaders of those regions</s1> <c1>said</c1> <q1>no</q1>.",
            "leaders of those regions",
        ),
        ("Egypt sent an envoy. <s1>The two sides</s1> <c1>said</c1> <q1>no</q1>.", "sides"),
        ("Ana Costa met Emre Kaya, a plumber. <s1>The two ministers</s1> <c1>said</c1> <q1>no</q1>.", "ministers"),
    ],
)
def test_where_the_numbers_do_not_agree_nobody_is_guessed(markup: str, name: str) -> None:
    assert speakers(LEAD + markup) == [name]
