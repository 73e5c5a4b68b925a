"""Sides in sentences that were made up for this."""

from __future__ import annotations

import pytest

import onrecord
from onrecord.domain import Stance
from onrecord.ledger.positions import stances


def _of(text: str) -> tuple[Stance, ...]:
    return stances(onrecord.read(text))


def _one(text: str, words: str) -> Stance:
    """The only stance on what is named by ``words``."""
    (found,) = (stance for stance in _of(text) if words in stance.matter.text)
    return found


@pytest.mark.parametrize(
    ("text", "actor", "side", "matter"),
    [
        ("Peru denounced the fishing ban on Monday.", "Peru", "against", "fishing ban"),
        ("Peru refused to sign the water treaty.", "Peru", "against", "water treaty"),
        ("Peru does not oppose the water treaty, a government spokesman said.", "Peru", "for", "water treaty"),
        ("Kenya demanded the cancellation of the pipeline contract.", "Kenya", "against", "pipeline contract"),
        ("Kenya warned against the pipeline.", "Kenya", "against", "pipeline"),
        ("Kenya has stressed its opposition to any tariff on tea.", "Kenya", "against", "tariff"),
        ('Kenya called the pipeline "a mistake".', "Kenya", "against", "pipeline"),
        ("Kenya takes no position on the pipeline, its energy minister said.", None, "neutral", "pipeline"),
        ("Kenya dropped its opposition to the pipeline.", "Kenya", "neutral", "pipeline"),
        ("Kenya said on Monday that it would build the pipeline.", "Kenya", "for", "pipeline"),
        ("The pipeline will go ahead in May, Kenya's energy minister said.", None, "for", "pipeline"),
        ("The fishing ban is illegal, Peru's foreign minister said.", None, "against", "fishing ban"),
        ("The fishing ban is not illegal, Peru's foreign minister said.", None, "for", "fishing ban"),
        ("The tariff must be lifted, Kenya's trade minister said.", None, "against", "tariff"),
        ("The tariff must not be lifted, Kenya's trade minister said.", None, "for", "tariff"),
        ("A pipeline would lead to conflict, Uganda's energy minister warned.", None, "against", "pipeline"),
        ("The pipeline sets no precedent, Uganda said.", "Uganda", "for", "pipeline"),
        ("Kenya said it would not return to the talks unless the tariff was lifted.", "Kenya", "against", "tariff"),
        ("Kenya warned of unrest if Somaliland breaks away from Somalia.", "Kenya", "against", "breaks away"),
    ],
)
def test_one_side(text: str, actor: str | None, side: str, matter: str) -> None:
    stance = _one(text, matter)
    assert stance.side == side
    assert stance.actor is not None
    if actor is not None:
        assert stance.actor.name == actor


@pytest.mark.parametrize(
    "text",
    [
        "Tea prices rose in Kenya on Monday.",
        "Kenya's energy minister did not want to be named.",
        "If Kenya rejects the pipeline, prices may rise.",
        "Kenya is expected to reject the pipeline.",
        "Kenya asked whether the pipeline was illegal.",
        "Kenya signed up for the race.",
        "Analysts said the pipeline would be finished in May.",
        "The police blocked the road to Mombasa.",
        "",
    ],
)
def test_no_side(text: str) -> None:
    assert _of(text) == ()


def test_a_condition_on_the_side_is_kept_with_its_words() -> None:
    stance = _one("Kenya would support the pipeline if Uganda paid for it, its energy minister said.", "pipeline")
    assert stance.side == "conditional"
    assert stance.condition is not None
    assert stance.condition.text == "if Uganda paid for it"


def test_several_who_back_it_have_a_side_each() -> None:
    found = _of("Chile's stance on the canal has been backed by Peru and Bolivia.")
    assert [(stance.actor.name if stance.actor else "", stance.side) for stance in found] == [
        ("Bolivia", "for"),
        ("Peru", "for"),
    ]
    assert all("Chile’s" in stance.key for stance in found)


def test_two_states_in_one_sentence_have_a_side_each() -> None:
    found = _of("Kenya and Uganda have refused to sign the water treaty.")
    assert sorted((stance.actor.name if stance.actor else "", stance.side) for stance in found) == [
        ("Kenya", "against"),
        ("Uganda", "against"),
    ]


def test_what_such_a_step_points_to() -> None:
    found = _of("Uganda supports the gas pipeline. Kenya has rejected it.")
    assert [(stance.actor.name if stance.actor else "", stance.side) for stance in found] == [
        ("Uganda", "for"),
        ("Kenya", "against"),
    ]
    assert found[0].key == found[1].key


def test_an_unchanged_position_says_so_and_takes_no_side_of_its_own() -> None:
    stance = _one('"Our position on the pipeline has not changed," Kenya\'s energy minister said.', "pipeline")
    assert stance.side == "unclear"
    assert "unchanged" in stance.key


def test_an_instrument_that_is_said_to_be_breached_is_stood_by() -> None:
    found = _of("The dam violates the U.N. Charter, Kenya's foreign ministry said.")
    assert {stance.key: stance.side for stance in found} == {("UN Charter",): "for", ("dam",): "against"}


def test_what_is_left_out_is_what_was_said_before() -> None:
    text = "Kenya is expected to recognise Somaliland within days. Uganda has said that it will not."
    assert [(s.actor.name if s.actor else "", s.side, s.key) for s in _of(text)] == [
        ("Uganda", "against", ("Somaliland", "recognize"))
    ]
    assert _of("Uganda has said that it will not.") == ()


def test_spans_are_the_reports_own_words() -> None:
    text = "Kenya denounced the tariff on Monday. “The ban on fish is a mistake,” its trade minister said."
    for stance in _of(text):
        for span in stance.evidence:
            assert text[span.start : span.end] == span.text


def test_a_long_line_of_verbs_takes_no_more_than_linear_time() -> None:
    import time

    def seconds(times: int) -> float:
        report = onrecord.read("Kenya denounced the tariff and rejected the ban on tea. " * times)
        start = time.process_time()
        stances(report)
        return time.process_time() - start

    seconds(10)
    assert min(seconds(400) for _ in range(2)) < 12 * max(0.02, min(seconds(80) for _ in range(2)))
