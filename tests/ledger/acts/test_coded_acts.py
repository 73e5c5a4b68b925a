"""Acts of sentences that were made up for this."""

from __future__ import annotations

import pytest

import onrecord


def _codes(text: str) -> list[str]:
    return [act.code for act in onrecord.read(text).acts]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Norland promised on Monday to reopen the crossing, its foreign ministry said.", "AGREE"),
        ("Norland said it would send doctors and medicine to Sudmark.", "AGREE"),
        ("Norland threatened on Monday to cut off gas supplies to Sudmark.", "THREATEN"),
        ("Norland will close its border with Sudmark, the interior minister said.", "THREATEN"),
        ("Norland refused to release the sailors.", "REJECT"),
        ("Norland will not recognise the new government in Sudmark, its president said.", "REJECT"),
        ("Norland called on Sudmark to withdraw its troops from the valley.", "REQUEST"),
        ("Sudmark must hand over the sailors, Norland's foreign minister said.", "REQUEST"),
        ("Norland condemned the killing of two fishermen by Sudmark's navy.", "ACCUSE"),
        ("Police in Norland opened an investigation into the deputy mayor.", "ACCUSE"),
        ("Norland's foreign minister met his counterpart from Sudmark in Geneva.", "CONSULT"),
        ("Norland expressed its support for the peace plan.", "SUPPORT"),
        ("Norland lifted the curfew in its northern province.", "CONCEDE"),
        ("Norland and Sudmark held joint military exercises in the strait.", "COOPERATE"),
        ("Norland granted asylum to four officers from Sudmark.", "AID"),
        ("Sudmark withdrew its troops from the valley on Friday.", "RETREAT"),
        ("Norland expelled two diplomats of Sudmark.", "SANCTION"),
        ("Thousands of students demonstrated against the government in Norland.", "PROTEST"),
        ("Norland deployed tanks along the frontier with Sudmark.", "MOBILIZE"),
        ("Police in Norland arrested forty miners.", "COERCE"),
        ("Rebels shelled two villages in Sudmark, killing nine people.", "ASSAULT"),
    ],
)
def test_one_sentence(text: str, code: str) -> None:
    assert set(_codes(text)) == {code}


@pytest.mark.parametrize(
    "text",
    [
        "The harbour of Sudmark lies on the river and has three cranes.",
        "Norland did not arrest the miners.",
        "If Norland closes the border, the price of bread in Sudmark may rise.",
        "She called it a day.",
    ],
)
def test_no_act(text: str) -> None:
    assert _codes(text) == []


def test_who_did_it_to_whom() -> None:
    (act,) = onrecord.read("France condemned Norway over the seizure of a trawler.").acts
    assert act.actor is not None
    assert act.actor.name == "France"
    assert act.recipient is not None
    assert act.recipient.name == "Norway"
    assert act.span.text == "condemned"
    assert act.mode == "disapprove"
    assert act.quad == "verbal conflict"


def test_the_passive_turns_the_parties_round() -> None:
    (act,) = onrecord.read("Norway was condemned by France over the seizure of a trawler.").acts
    assert act.actor is not None
    assert act.actor.name == "France"
    assert act.recipient is not None
    assert act.recipient.name == "Norway"


def test_what_a_statement_does() -> None:
    report = onrecord.read("“We will not sign the treaty,” President Ada Berg of Norway told reporters in Oslo.")
    (statement,) = report.statements
    assert statement.act is not None
    assert statement.act.code == "REJECT"
    assert statement.act in report.acts
