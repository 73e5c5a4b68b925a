"""What a report tells as done, as not done, as given up, and what is none of these."""

from __future__ import annotations

from datetime import date

import pytest

import onrecord
from onrecord.domain import Telling
from onrecord.ledger.outcomes.deeds import canonical


def told(text: str) -> list[Telling]:
    return list(onrecord.read(text, published=date(2015, 3, 4)).tellings)


def outcomes(text: str) -> dict[str, str]:
    return {one.verb: one.outcome for one in told(text)}


@pytest.mark.parametrize(
    ("text", "verb", "outcome"),
    [
        ("Norway closed the border crossing at Tarn.", "close", "done"),
        ("Norway has closed the border crossing at Tarn.", "close", "done"),
        ("The parliament ratified the treaty on Monday.", "ratify", "done"),
        ("The border crossing was closed by Norway on Monday.", "close", "done"),
        ("Norway did not close the border crossing.", "close", "not done"),
        ("Norway never closed the border crossing.", "close", "not done"),
        ("Norway refused to sign the treaty.", "sign", "not done"),
        ("Norway failed to reopen the bridge.", "reopen", "not done"),
        ("Norway has yet to sign the treaty.", "sign", "not done"),
        ("Norway dropped its threat to close the border.", "drop", "given up"),
        ("Norway began withdrawing its troops from the valley. It started to dismantle the camp.", "dismantle", "done"),
    ],
)
def test_what_is_told(text: str, verb: str, outcome: str) -> None:
    assert outcomes(text).get(canonical(verb)) == outcome


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Norway will close the border crossing.", "close"),
        ("Norway would close the border if the talks failed.", "close"),
        ("If Norway closed the border, trade would suffer.", "close"),
        ("Norway wants to close the border.", "close"),
        ("Norway plans to close the border.", "close"),
        ("Norway threatened to close the border.", "close"),
        ("Norway may have to close the border.", "close"),
        ("The minister denied that Norway had closed the border.", "close"),
    ],
)
def test_what_is_not_told_as_a_fact(text: str, verb: str) -> None:
    assert canonical(verb) not in outcomes(text)


def test_who_did_it_and_when() -> None:
    (one,) = [one for one in told("On Sunday, Norway closed the crossing at Tarn.") if one.verb == canonical("close")]
    assert one.actor is not None
    assert one.actor.name == "Norway"
    assert one.time is not None
    assert one.time.text == "Sunday"
    (one,) = [one for one in told("The crossing was closed by the Norwegian army.") if one.verb == canonical("close")]
    assert one.actor is None
    assert "Norwegian army" in one.doer


def test_a_headline_tells_in_the_present() -> None:
    text = "Norway closes border crossing at Tarn\n\nOSLO (Reuters) - The crossing was quiet on Monday morning.\n"
    assert outcomes(text).get(canonical("close")) == "done"


def test_every_telling_stands_in_its_report() -> None:
    text = "Norway closed the crossing. It has not reopened it, and did so — the ministry said — “for good”."
    for one in told(text):
        assert text[one.span.start : one.span.end] == one.span.text
