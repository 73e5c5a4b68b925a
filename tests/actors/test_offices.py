"""What reports say that people are, read as offices. Every line is a sentence of its own report."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import marked

from onrecord.actors import resolve
from onrecord.domain import Description, Report

LEAD = "The talks went on for days and nobody knew how they would end.\n\n"


def descriptions(sentence: str) -> list[Description]:
    report = resolve(Report("a.txt", f"{LEAD}{sentence}\n", "0" * 64, language="en"))
    return list(report.descriptions)


def offices(sentence: str) -> list[tuple[str, str, str | None, str]]:
    return [
        (each.actor.name, each.title, each.of.name if each.of else None, each.tenure)
        for each in descriptions(sentence)
        if each.office
    ]


@pytest.mark.parametrize(
    ("sentence", "title", "of"),
    [
        ("Canadian Defence Minister John Hale said no.", "defence minister", "Canada"),
        (
            "Olga Brandt, Norway's envoy to the international troika on the islands, said no.",
            "envoy to the troika",
            "Norway",
        ),
        ("Norwegian Ambassador to Chad Olga Brandt said no.", "ambassador to Chad", "Norway"),
        ("Foreign Minister Olga Brandt said no.", "foreign minister", None),
        ("The chairman of the OSCE, Ilkka Lahti, said no.", "chairman", "OSCE"),
        ("Ilkka Lahti, chairman of the OSCE, said no.", "chairman", "OSCE"),
        ("Ilkka Lahti (foreign minister of Armenia) said no.", "foreign minister", "Armenia"),
        ("Minister of Foreign Affairs of Armenia Ara Petros spoke in Baku.", "foreign minister", "Armenia"),
        ("Prime Minister Maia Petrova of Bulgaria said no.", "prime minister", "Bulgaria"),
        ("Maia Petrova is the president of the European Parliament.", "president", "European Parliament"),
        ("Tom Reyes, spokesman for Abkhazia's breakaway government, said no.", "spokesman", "Abkhazia"),
        ("Ilya Morozov, head of the Russian delegation to the talks, said no.", "head of delegation", "Russia"),
        ("NATO commander General Ute Brenner said no.", "commander", "NATO"),
        ("Azerbaijan's long-serving President Ilham Mirzayev said no.", "president", "Azerbaijan"),
        ("Bosnian Serb leader Goran Mitic said no.", "leader", "Republika Srpska"),
        ("Kosovo Serb leader Goran Mitic said no.", "Kosovo Serb leader", None),
        ("London mayor Tim Brand said no.", "mayor of London", None),
        ("Tim Brand, an analyst at the International Crisis Group, said no.", "analyst", "International Crisis Group"),
        ("Sarah Klein, the US special envoy for Kosovo, said no.", "special envoy for Kosovo", "United States"),
        ("Kremlin spokesman Ilya Morozov said no.", "spokesman", "Kremlin"),
        ("Sen. Bob Tiller said no.", "senator", None),
    ],
)
def test_titles_appositions_and_predicates(sentence: str, title: str, of: str | None) -> None:
    assert [(found[1], found[2]) for found in offices(sentence)] == [(title, of)]


@pytest.mark.parametrize(
    ("sentence", "tenure"),
    [
        ("Former Georgian president Nino Abashidze arrived in Odessa.", "former"),
        ("Ex-president Luis Ortega said no.", "former"),
        ("Anders Holm, who was then president of Norway, signed the deal.", "then"),
        ("The then-foreign minister, Olga Brandt, said no.", "then"),
        ("Acting Prime Minister Maia Petrova said no.", "acting"),
        ("President-elect Maria Lopez will take office in May.", "coming"),
        ("Maria Lopez was elected president of Peru on Sunday.", "held"),
    ],
)
def test_when_an_office_is_held(sentence: str, tenure: str) -> None:
    assert [found[3] for found in offices(sentence)] == [tenure]


@pytest.mark.parametrize(
    "sentence",
    [
        "Critics say that John Hale, a rival of the president and the father of two, lied.",
        "John Hale, a 30-year-old plumber from Leeds, said no.",
        "John Hale, 30, a critic of the Russian government, said no.",
        "Belgrade-based analyst Tim Brand said no.",
        "Her brother Paul Morel said no.",
        "Serbian writer Paul Morel said no.",
        "Dr Paul Morel said no.",
    ],
)
def test_what_is_no_office(sentence: str) -> None:
    assert offices(sentence) == []


def test_two_offices_in_one_breath_and_one_for_two_people() -> None:
    both = "Ara Petros, Armenia's foreign minister and a former ambassador to France, said no."
    assert [found[1:] for found in offices(both)] == [
        ("foreign minister", "Armenia", "held"),
        ("ambassador to France", None, "former"),
    ]
    shared = "Foreign Ministers Ute Brenner and Paul Morel met."
    assert [found[:2] for found in offices(shared)] == [
        ("Ute Brenner", "foreign minister"),
        ("Paul Morel", "foreign minister"),
    ]


def test_the_evidence_is_what_is_printed_name_included() -> None:
    sentence = "Olga  Brandt, Norway’s envoy  to the so-called troika, said no."
    (found,) = descriptions(sentence)
    assert found.span.text == "Olga  Brandt, Norway’s envoy  to the so-called troika"
    assert found.title == "envoy to the troika"


def test_nations_and_gender_go_into_descriptions_that_are_no_offices() -> None:
    (found,) = descriptions("John Hale, a Canadian policeman, said no.")
    assert (found.office, found.title, found.of and found.of.name, found.gender) == (False, "policeman", "Canada", "m")


def test_a_definite_noun_alone_says_nothing_of_the_name_before_it() -> None:
    assert offices("“We met Ana Quist, the minister said.") == []


_WORDS = (
    "Former the Ana Quist , of president Serbia 's and Minister envoy to ex-mayor ( ) who was then 45 a Mr “ ” . UN"
)
_words = st.sampled_from(_WORDS.split())


@settings(max_examples=80, deadline=None)
@given(st.lists(_words, max_size=14).map(" ".join))
def test_any_words(text: str) -> None:
    report = resolve(Report("a.txt", text, "0" * 64, language="en"))
    assert all(each.title and each.span.text for each in report.descriptions)


@pytest.mark.parametrize(
    ("sentence", "name", "title", "of", "tenure"),
    [
        ("Peru was silent. Its foreign minister, Ana Quist, said no.", "Ana Quist", "foreign minister", "Peru", "held"),
        (
            "The Coal Miners' Union welcomed it. Its chief executive, Ana Quist, said no.",
            "Ana Quist",
            "chief executive",
            "Coal Miners' Union",
            "held",
        ),
        (
            "Ana Quist, the general secretary of the Coal Miners’ Union (CMU), said no.",
            "Ana Quist",
            "general secretary",
            "Coal Miners’ Union",
            "held",
        ),
        ("A spokesperson, Ana Quist, said no.", "Ana Quist", "spokesperson", None, "held"),
        (
            "A spokesman for the Chilean finance ministry, Paul Reed, said no.",
            "Paul Reed",
            "spokesman",
            "Chilean Finance Ministry",
            "held",
        ),
        ("Water Minister Ana Quist said no.", "Ana Quist", "water minister", None, "held"),
        (
            "The former transport secretary Lord Penrose said no.",
            "Penrose",
            "transport secretary",
            None,
            "former",
        ),
        ("Her successor as foreign minister, Ana Quist, said no.", "Ana Quist", "foreign minister", None, "held"),
        ("The prime minister at the time, Paul Reed, said no.", "Paul Reed", "prime minister", None, "then"),
        ("Paul Reed, who as foreign minister signed it, said no.", "Paul Reed", "foreign minister", None, "then"),
        (
            "Ana Quist, a professor at the University of the Philippines, said no.",
            "Ana Quist",
            "professor",
            "University of the Philippines",
            "held",
        ),
        ("The bridge is safe, said project manager Ana Quist.", "Ana Quist", "project manager", None, "held"),
        ("Highways director Ana Quist said no.", "Ana Quist", "highways director", None, "held"),
        ("Upper Tarn Governor Ana Quist said no.", "Ana Quist", "governor of Upper Tarn", None, "held"),
        (
            "Agriculture Cabinet Secretary Ana Quist said no.",
            "Ana Quist",
            "agriculture cabinet secretary",
            None,
            "held",
        ),
        (
            "China's foreign ministry said no. Its ambassador in Lusaka, Ana Quist, said no.",
            "Ana Quist",
            "ambassador in Lusaka",
            "China",
            "held",
        ),
        (
            "Ana Quist, who was ambassador to Chad until 2015, said no.",
            "Ana Quist",
            "ambassador to Chad",
            None,
            "former",
        ),
        ("Ana Quist, who was ambassador to Chad, said no.", "Ana Quist", "ambassador to Chad", None, "then"),
        ("Coun Ana Quist said no.", "Ana Quist", "councillor", None, "held"),
        ("PM Ana Quist said no.", "Ana Quist", "prime minister", None, "held"),
        ("Cllr Ana Quist said no.", "Ana Quist", "councillor", None, "held"),
    ],
)
def test_offices_by_pronoun_body_and_portfolio(
    sentence: str, name: str, title: str, of: str | None, tenure: str
) -> None:
    assert (name, title, of, tenure) in offices(sentence)


def test_the_line_above_a_byline_is_nobodys_title() -> None:
    text = "Peru will not sign, says Chilean envoy\n\nHarbour Courier\n\nThe talks went on, Ana Quist said in Lima.\n"
    assert resolve(Report("a.txt", text, "0" * 64, language="en")).descriptions == ()


def test_a_ministry_spokesman_speaks_for_the_ministry_that_spoke() -> None:
    report = marked("<s1>Peru's foreign ministry</s1> <c1>denied</c1> <q1>it</q1>, ministry spokesman Paul Reed said.")
    found = [(each.title, each.of.name if each.of else None) for each in resolve(report).descriptions]
    assert found == [("spokesman", "Peruvian Foreign Ministry")]
