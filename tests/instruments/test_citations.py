"""Instruments by name, number, court and article; what is no instrument; where they end."""

from __future__ import annotations

import pytest
from instruments.marked_citations import cited

from onrecord.actors.tables import Additions, using

COUNCIL = "UN Security Council"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They cited UN Security Council Resolution 1701.", [(f"{COUNCIL} Resolution 1701",) * 2]),
        ("U.N. Security Council resolution 1701 (2006) holds.", [("resolution", "")]),
        ("The Council met. UNSCR 2334 was read out.", [("UNSCR 2334", f"{COUNCIL} Resolution 2334")]),
        ("It rests on resolution 541 of the Security Council.", [("541", f"{COUNCIL} Resolution 541")]),
        ("A vote on General Assembly resolution ES-11/1.", [("ES-11/1", "UN General Assembly Resolution ES-11/1")]),
        ("Lawmakers passed Senate Resolution 20.", [("Senate Resolution 20",) * 2]),
        ("He pointed to resolution 97.", [("resolution 97", "Resolution 97")]),
    ],
)
def test_resolutions_by_number(text: str, found: list[tuple[str, str]]) -> None:
    for (words, name), (part, expected) in zip(cited(text), found, strict=True):
        assert part in words
        assert name.endswith(expected)


def test_several_numbers_are_several_resolutions() -> None:
    text = "The Security Council stands by resolutions 242, 338 and 425. Nobody spoke of 242 again, but 338 is alive."
    assert [name.removeprefix(f"{COUNCIL} Resolution ") for _, name in cited(text)] == ["242", "338", "425", "338"]


@pytest.mark.parametrize(
    "text",
    [
        "They talked for hours without a resolution of the conflict.",
        "The screen has a resolution of 1080 lines.",
        "Her New Year resolution is to swim.",
        "Ms Law, of the Law Society, drove a Honda Accord to Accord Street.",
        "He spoke at the Republican National Convention and the Democratic convention.",
        "A declaration of independence is expected. Norway read the Declaration of Independence.",
        "The Charter flight left. The act was filmed by the treaty port's police.",
        "In the opinion of most voters the award for best film was a mistake.",
        "An agreement on prisoners is close; the two sides reached no agreement on the corridor.",
        "The North Atlantic Treaty Organization met.",
        "The International Law Commission met.",
    ],
)
def test_what_is_no_instrument(text: str) -> None:
    assert cited(text) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("U.N. charter", "UN Charter"),
        ("Charter of the United Nations", "UN Charter"),
        ("Helsinki Accords", "Helsinki Final Act"),
        ("United Nations Convention on the Law of the Sea", "UN Convention on the Law of the Sea"),
        ("UNCLOS", "UN Convention on the Law of the Sea"),
        ("Minsk Accords", "Minsk agreements"),
        ("4th Geneva Convention", "Fourth Geneva Convention"),
        ("right of self-determination", "self-determination"),
        ("laws of war", "international humanitarian law"),
        ("Tarvel Accords", "Tarvel Accords"),
        ("Treaty of Port Hale", "Port Hale Treaty"),
        ("Quorn treaty", "Quorn Treaty"),
        ("Convention on Migratory Fish", "Convention on Migratory Fish"),
        ("Death in Custody Reporting Act", "Death in Custody Reporting Act"),
        ("Portuguese constitution", "Constitution of Portugal"),
        ("Constitution of Portugal", "Constitution of Portugal"),
        ("Israeli law", "Israeli law"),
    ],
)
def test_one_name_whatever_the_wording(words: str, name: str) -> None:
    assert cited(f"Nobody there had read the {words}, she said.") == [(words, name)]


def test_an_abbreviation_must_be_written_as_one() -> None:
    assert cited("The start of the cat show was late; a new start is planned.") == []
    assert cited("The CTBT has not entered into force.")[0][1] == "Comprehensive Nuclear-Test-Ban Treaty"


def test_a_headline_in_capitals_names_nothing_by_its_capitals() -> None:
    assert cited("Envoys Leave Tarvel Agreement Talks Early Again\n\nThe envoys left.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Article 51 of the UN Charter allows it.", "Article 51, UN Charter"),
        ("It breaks Article 2(4) of the U.N. Charter.", "Article 2(4), UN Charter"),
        ("Articles 3 and 5 of the Rome Statute apply.", "Articles 3 and 5, Rome Statute"),
        ("The North Atlantic Treaty's Article 5 is clear.", "Article 5, North Atlantic Treaty"),
        ("NATO may invoke Article 5.", "Article 5, North Atlantic Treaty"),
        ("Paragraph 12 of Security Council resolution 97 is clear.", "Paragraph 12, UN Security Council Resolution 97"),
    ],
)
def test_parts_are_kept(text: str, found: str) -> None:
    assert [name for _, name in cited(text)] == [found]


def test_an_article_of_nothing_is_left_alone() -> None:
    assert cited("He read Article 5 of the newspaper and went home. Article 5 was dull.") == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("2016 ruling by the Constitutional Court", "Constitutional Court ruling of 2016"),
        ("advisory opinion of the International Court of Justice", "International Court of Justice advisory opinion"),
        ("World Court judgment", "International Court of Justice ruling"),
        ("2016 arbitral award", "arbitral award of 2016"),
    ],
)
def test_rulings(words: str, name: str) -> None:
    assert cited(f"They rejected the {words}.") == [(words, name)]


def test_a_user_adds_instruments_and_names() -> None:
    rows = (
        {"name": "Hale Rules", "kind": "norm", "aliases": "the Rules", "parts": "Article 4: river, Norvenia"},
        {"name": "UN Charter", "aliases": "San Francisco Charter"},
    )
    with using(Additions(instruments=rows)):
        assert cited("The San Francisco Charter and the Hale Rules.") == [
            ("San Francisco Charter", "UN Charter"),
            ("Hale Rules", "Hale Rules"),
        ]
        assert cited("Under Article 4 the river is open.") == [("Article 4", "Article 4, Hale Rules")]
    assert ("San Francisco Charter", "UN Charter") not in cited("The San Francisco Charter.")
