"""What came of commitments and forecasts: told by a report, or open."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from outcome_samples import MINISTRY, NORLAND, SUDLAND, Told, within

from onrecord.domain import Actor, Commitment, Forecast, Sighting
from onrecord.ledger.entries import Entry
from onrecord.ledger.outcomes import settled


def commitment_of(entries: list[Entry]) -> Commitment:
    """The promise of the first report, with whatever came of it."""
    first = entries[0]
    place = Sighting(first.report, 0)
    given = Commitment(place, first.declarations[0], (place,))
    ordered = sorted(entries, key=lambda entry: entry.order)
    (found,), _, _ = settled([given], [], [], ordered)
    return found


def forecast_of(entries: list[Entry]) -> Forecast:
    """The forecast of the first report, with whatever came of it."""
    first = entries[0]
    place = Sighting(first.report, 0)
    _, (found,), _ = settled([], [Forecast(place, first.expectations[0], (place,))], [], entries)
    return found


def promised(**more: object) -> Told:
    return Told("a", "2015-03-02").promise("close the border crossing at Tarn", NORLAND, **more)  # type: ignore[arg-type]


def later(clause: str, verb: str, published: str = "2015-03-20", **more: object) -> Told:
    return Told("b", published).tell(clause, verb, more.pop("actor", NORLAND), **more)  # type: ignore[arg-type]


CLOSED = ("Norway shut the frontier crossing at Tarn", "shut")


def test_nothing_told_leaves_it_open() -> None:
    found = commitment_of([promised().entry(), Told("b", "2015-09-01").entry()])
    assert (found.status, found.history) == ("open", ())


@pytest.mark.parametrize("actor", [NORLAND, MINISTRY])
def test_done_by_the_side_that_promised_is_met(actor: object) -> None:
    entries = [promised().entry(), later(*CLOSED, actor=actor).entry()]
    found = commitment_of(entries)
    assert found.status == "met"
    (step,) = found.history
    assert step.report == entries[1].report
    assert step.words[0].text == CLOSED[0]
    assert step.sighting == found.first


def test_done_by_another_side_is_not_met() -> None:
    clause = "Chad shut the frontier crossing at Tarn"
    assert commitment_of([promised().entry(), later(clause, "shut", actor=SUDLAND).entry()]).status == "open"


def test_the_same_verb_with_another_object_is_not_met() -> None:
    clause = "Norway shut the embassy in Ombar"
    assert commitment_of([promised().entry(), later(clause, "shut").entry()]).status == "open"


def test_speaking_of_it_is_not_doing_it() -> None:
    clause = "Norway discussed the closure of the border crossing at Tarn"
    assert commitment_of([promised().entry(), later(clause, "discuss").entry()]).status == "open"


def test_the_noun_of_the_deed_with_a_verb_of_doing_is_met() -> None:
    entries = [
        Told("a", "2015-03-02").promise("declare independence", SUDLAND).entry(),
        later("Chad's parliament approved the declaration of independence", "approve", actor=SUDLAND).entry(),
    ]
    assert commitment_of(entries).status == "met"


def test_what_was_done_before_it_was_said_settles_nothing() -> None:
    entries = [promised().entry(), later(*CLOSED, when="2014-11-05").entry()]
    assert commitment_of(entries).status == "open"
    assert commitment_of([promised().entry(), later(*CLOSED, published="2015-01-01").entry()]).status == "open"


def test_an_undated_report_settles_nothing() -> None:
    undated = Told("b", None).tell(*CLOSED, NORLAND).entry()
    assert commitment_of([promised().entry(), undated]).status == "open"


def test_its_own_report_does_not_settle_it() -> None:
    assert commitment_of([promised().tell(*CLOSED, NORLAND).entry()]).status == "open"


def test_not_done_yet_is_open_and_not_done_in_time_is_against_it() -> None:
    clause = "Norway did not close the border crossing at Tarn"
    told = later(clause, "close", outcome="not done").entry()
    assert commitment_of([promised().entry(), told]).status == "open"
    in_time = promised(deadline=within(None, "2015-03-10")).entry()
    assert commitment_of([in_time, told]).status == "acted against"
    still_time = promised(deadline=within(None, "2015-04-30")).entry()
    assert commitment_of([still_time, told]).status == "open"


def test_a_refusal_is_broken_by_doing_it_and_kept_by_not_doing_it() -> None:
    refused = promised(polarity="negative").entry()
    assert commitment_of([refused, later(*CLOSED).entry()]).status == "acted against"
    kept = later("Norway did not close the border crossing at Tarn", "close", outcome="not done").entry()
    assert commitment_of([refused, kept]).status == "open"  # they may still
    in_time = promised(polarity="negative", deadline=within(None, "2015-03-10")).entry()
    assert commitment_of([in_time, kept]).status == "met"


def test_given_up_is_withdrawn() -> None:
    clause = "Norway dropped its plan to close the border crossing at Tarn"
    assert commitment_of([promised().entry(), later(clause, "close", outcome="given up").entry()]).status == "withdrawn"


def test_the_opposite_said_later_is_withdrawn() -> None:
    second = Told("b", "2015-04-01").promise("close the border crossing at Tarn", NORLAND, "negative").entry()
    found = commitment_of([promised().entry(), second])
    assert found.status == "withdrawn"
    assert found.history[0].report == second.report
    other = Told("b", "2015-04-01").promise("close the border crossing at Tarn", SUDLAND, "negative").entry()
    assert commitment_of([promised().entry(), other]).status == "open"


def test_a_deadline_that_passed_in_silence_is_lapsed_and_never_broken() -> None:
    entry = promised(deadline=within(None, "2015-03-10")).entry()
    assert commitment_of([entry]).status == "open"
    assert commitment_of([entry, Told("b", "2015-03-11").entry()]).status == "open"  # it may be told tomorrow
    found = commitment_of([entry, Told("b", "2015-05-01").entry()])
    assert found.status == "lapsed"
    assert "10 March 2015" in found.history[0].because


def test_a_condition_that_came_about_is_told_before_the_outcome() -> None:
    condition = "if the talks in Ombar fail to bring an agreement"
    first = promised(condition=condition).entry()
    failed = Told("b", "2015-03-12").tell("the talks in Ombar did not bring a deal", "bring", None, "not done").entry()
    found = commitment_of([first, failed])
    assert (found.status, len(found.history)) == ("condition met", 1)
    closed = Told("c", "2015-03-20").tell(*CLOSED, NORLAND).entry()
    found = commitment_of([first, failed, closed])
    assert [step.status for step in found.history] == ["condition met", "met"]
    brought = Told("b", "2015-03-12").tell("the talks in Ombar brought an agreement", "bring", None).entry()
    assert commitment_of([first, brought]).status == "open"


def test_unless_is_a_condition_that_turns_round() -> None:
    first = promised(condition="unless Chad reopens the bridge at Ombar").entry()
    reopened = Told("b", "2015-03-12").tell("Chad reopened the bridge at Ombar", "reopen", SUDLAND).entry()
    assert commitment_of([first, reopened]).status == "open"
    refused = Told("b", "2015-03-12").tell("Chad did not reopen the bridge at Ombar", "reopen", SUDLAND, "not done")
    assert commitment_of([first, refused.entry()]).status == "condition met"


def test_a_forecast_comes_true_within_its_window() -> None:
    first = Told("a", "2015-03-02").expect(
        "close the border crossing at Tarn", NORLAND, within("2015-03-08", "2015-03-09")
    )
    on_time = later(*CLOSED, published="2015-03-09", when="2015-03-08").entry()
    assert forecast_of([first.entry(), on_time]).status == "came true"
    late = later(*CLOSED, published="2015-04-09", when="2015-04-08").entry()
    assert forecast_of([first.entry(), late]).status == "did not"
    undated = later(*CLOSED, published="2015-05-09").entry()
    assert forecast_of([first.entry(), undated]).status == "open"
    silent = Told("b", "2015-06-01").entry()
    assert forecast_of([first.entry(), silent]).status == "open"


def test_what_was_held_unlikely_and_happened_did_not_come_true() -> None:
    first = Told("a", "2015-03-02").expect("close the border crossing at Tarn", NORLAND, polarity="negative")
    assert forecast_of([first.entry(), later(*CLOSED).entry()]).status == "did not"
    assert forecast_of([first.entry(), Told("b", "2016-03-02").entry()]).status == "open"


def test_the_order_of_reports_makes_no_difference() -> None:
    entries = [promised().entry(), later(*CLOSED).entry(), Told("c", "2015-03-25").tell(*CLOSED, NORLAND).entry()]
    expected = commitment_of(entries)
    for seed in range(5):
        rest = entries[1:]
        random.Random(seed).shuffle(rest)
        assert commitment_of([entries[0], *rest]) == expected


def test_taking_something_back_is_not_walking_out() -> None:
    said = Told("a", "2015-03-02").promise("walk out", NORLAND).entry()
    assert commitment_of([said, later("Norway withdrew its case from the court", "withdraw").entry()]).status == "open"
    assert commitment_of([said, later("Norway withdrew from the talks", "leave").entry()]).status == "met"


def test_who_does_not_speak_in_a_report_is_known_by_the_full_name() -> None:
    envoy = Actor("Kari Moen", "person")
    said = Told("a", "2015-03-02").promise("publish the draft", envoy).entry()
    telling = Told("b", "2015-04-02").tell("Commissioner Kari Moen published her draft", "publish", None).entry()
    named = replace(telling, tellings=tuple(replace(one, doer="Commissioner Kari Moen") for one in telling.tellings))
    other = replace(telling, tellings=tuple(replace(one, doer="Commissioner Ola Berg") for one in telling.tellings))
    assert commitment_of([said, named]).status == "met"
    assert commitment_of([said, other]).status == "open"


def test_what_is_told_beside_a_condition_does_not_meet_it_unless_it_is_that_nothing_happened() -> None:
    brought = promised(condition="if the talks in Ombar bring an agreement")
    assert commitment_of([brought.tell("the talks in Ombar brought a deal", "bring", None).entry()]).status == "open"
    failed = promised(condition="if the talks in Ombar bring no agreement")
    told = failed.tell("the talks in Ombar did not bring a deal", "bring", None, "not done").entry()
    assert commitment_of([told]).status == "condition met"
