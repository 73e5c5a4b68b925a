"""Which words are commitments, whose, and what they say; on sentences that were made up for this."""

from __future__ import annotations

from datetime import date

import pytest

import onrecord
from onrecord.domain import Declaration
from onrecord.ledger.commitments import declarations

DAY = date(2019, 5, 6)  # a Monday


def _all(text: str) -> tuple[Declaration, ...]:
    return declarations(onrecord.read(text, published=DAY))


def _one(text: str) -> Declaration:
    (declaration,) = _all(text)
    return declaration


FOUND = [
    # text, actor, act, kind, polarity, strength
    (
        "Norway said on Monday it would withdraw its ships.",
        "Norway",
        "withdraw its ships",
        "plan",
        "positive",
        "would",
    ),
    (
        "Peruvian President Ana Quispe said that Peru will never sign the accord.",
        "Peru",
        "sign the accord",
        "refusal",
        "negative",
        "will",
    ),
    (
        '"We will keep our observers in the valley," the Norwegian foreign minister said.',
        "Norway",
        "keep our observers in the valley",
        "continuation",
        "positive",
        "will",
    ),
    (
        "The rebels have vowed not to lay down their arms.",
        "rebels",
        "lay down their arms",
        "refusal",
        "negative",
        "vows",
    ),
    ("Chile plans to reopen the pass.", "Chile", "reopen the pass", "plan", "positive", "will"),
    (
        "Denmark has threatened to close its ports.",
        "Denmark",
        "close its ports",
        "threat",
        "positive",
        "will",
    ),
    ("Iceland is ready to host the talks.", "Iceland", "host the talks", "offer", "positive", "may"),
    ("Iceland has offered talks.", "Iceland", "talks", "offer", "positive", "may"),
    ("Norway refuses to hand over the map.", "Norway", "hand over the map", "refusal", "negative", "will"),
    ("Norway ruled out sending troops.", "Norway", "sending troops", "refusal", "negative", "will"),
    (
        "Norway's threat to close the strait has alarmed shipowners.",
        "Norway",
        "close the strait",
        "threat",
        "positive",
        "will",
    ),
    ("Moldova has no intention of leaving the bloc.", "Moldova", "leaving the bloc", "refusal", "negative", "will"),
    ("Norway remains open to talks.", "Norway", "talks", "offer", "positive", "may"),
    (
        "Norway's foreign ministry said no decision would be taken this year.",
        "Norway",
        "no decision would be taken this year",
        "refusal",
        "negative",
        "would",
    ),
    (
        "Norway, its prime minister said, would submit a draft.",
        "Norway",
        "submit a draft",
        "plan",
        "positive",
        "would",
    ),
    (
        "Norway's fisheries ministry said that the second phase would begin in June.",
        "Norway",
        "the second phase would begin in June",
        "plan",
        "positive",
        "would",
    ),
    (
        "Tarnow will leave the fishing pact, its fisheries ministry said.",
        "Tarnow",
        "leave the fishing pact",
        "plan",
        "positive",
        "will",
    ),
]


@pytest.mark.parametrize(("text", "actor", "act", "kind", "polarity", "strength"), FOUND)
def test_found(text: str, actor: str, act: str, kind: str, polarity: str, strength: str) -> None:
    found = _one(text)
    assert found.actor is not None
    assert (found.actor.name, found.act.text) == (actor, act)
    assert (found.kind, found.polarity, found.strength) == (kind, polarity, strength)


NOT_FOUND = [
    # opinions, wishes, beliefs, demands
    "Norway said the deal would be a mistake.",
    "The Norwegian prime minister said a blockade would violate the treaty.",
    "Norway hopes to sign the accord.",
    "Norway wants Denmark to sign the accord.",
    "Norway urged Denmark to withdraw its ships.",
    '"I would like to thank the miners," the Norwegian president said.',
    # others' conduct
    "The analyst said Norway will withdraw its ships.",
    "Norway said Denmark would withdraw its ships.",
    # what was done, and what was not said
    "Norway withdrew its ships.",
    "Norway did not say it would withdraw its ships.",
    "Ministers declined to promise that the tax would go.",
    "The minister refused to comment on the ships.",
    "Norway would have withdrawn its ships.",
    '"If Norway were still in office there, we would sign," said the Danish foreign minister.',
    '"I was ready to sign the accord," said the Danish foreign minister.',
    "Norway's prime minister said she was appalled that Denmark would sign the accord.",
    "Norway said Denmark had refused to sign the accord.",
    "Norway did not rule out sending observers.",
    # questions, habits, bare abilities, names
    "Will Norway withdraw its ships?",
    "In the old days Norway would close the strait every spring.",
    "Norway said it could see the coast.",
    "The will of the people was clear to Norway.",
    "His plans for the ceremony were found on a bus.",
    "Norway was expected to withdraw its ships.",
    "Norway asked whether Denmark would withdraw its ships.",
]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert _all(text) == ()


CONDITIONS = [
    ("Norway said it would close the strait if the ships came back.", "if the ships came back"),
    ("If the ships come back, Norway will close the strait, its president said.", "If the ships come back"),
    ("Norway said it would not sign unless the text was changed.", "unless the text was changed"),
    ("Norway said it would sign once the text had been changed.", "once the text had been changed"),
    ("Norway said that, should the ships return, it would close the strait.", "should the ships return"),
    ("Norway said it would not sign until the ships had left.", "until the ships had left"),
    ("Norway said it would sign following the approval of the text.", "following the approval of the text"),
    ("Norway offered to help in return for a permit.", "in return for a permit"),
    (
        "“The ships broke the law. In that case, Norway will close the strait,” its foreign minister said.",
        "The ships broke the law. In that case",
    ),
]


@pytest.mark.parametrize(("text", "condition"), CONDITIONS)
def test_conditions(text: str, condition: str) -> None:
    found = _one(text).condition
    assert found is not None
    assert found.text == condition


DEADLINES = [
    ("Norway said it would sign by May 20.", "by May 20", None, date(2019, 5, 20)),
    ("Norway said it would sign before May 20.", "before May 20", None, date(2019, 5, 19)),
    ("Norway said it would sign on Friday.", "on Friday", date(2019, 5, 10), date(2019, 5, 10)),
    ("Norway said it would sign within 30 days.", "within 30 days", None, date(2019, 6, 5)),
    ("Norway said it would sign by the deadline.", "by the deadline", None, None),
    (
        "The council set a deadline of May 20. Norway said it would sign by the deadline.",
        "by the deadline",
        None,
        date(2019, 5, 20),
    ),
    ("Norway plans to sign in early July.", "in early July", date(2019, 7, 1), date(2019, 7, 10)),
]


@pytest.mark.parametrize(("text", "words", "earliest", "latest"), DEADLINES)
def test_deadlines(text: str, words: str, earliest: date | None, latest: date | None) -> None:
    found = _one(text)
    assert found.deadline_words is not None
    assert found.deadline_words.text == words
    assert (found.deadline.earliest, found.deadline.latest) == (earliest, latest)


def test_whom_else_it_binds_and_towards_whom() -> None:
    found = _one("Norway and Denmark will send ships to Iceland.")
    assert found.actor is not None
    assert found.target is not None
    assert (found.actor.name, [other.name for other in found.also_bound], found.target.name) == (
        "Norway",
        ["Denmark"],
        "Iceland",
    )


def test_whoever_promises_is_bound_by_what_others_get() -> None:
    found = _one("The Norwegian fisheries minister promised that Denmark would receive the maps.")
    assert found.actor is not None
    assert (found.actor.name, found.act.text, found.kind) == (
        "Norway",
        "Denmark would receive the maps",
        "promise",
    )


def test_a_statement_is_named_and_narration_is_not() -> None:
    assert _one("Norway said it would sign.").statement == 0
    assert _one("Norway plans to sign.").statement is None


def test_a_column_predicts() -> None:
    """Who writes "I" and is quoted by nobody foretells what others will do."""
    assert _all("I have seen such things before. I am old. Norway will never sign the accord.") == ()


def test_two_in_one_statement() -> None:
    acts = [found.act.text for found in _all("Norway said it would close the strait and that it would sue Denmark.")]
    assert acts == ["close the strait", "sue Denmark"]


@pytest.mark.parametrize(
    "text",
    [
        'Norway thinks that Chad is weak. "They think that we will fold," Chadian Foreign Minister Idriss Kora said.',
        '"I won\'t speculate," Norwegian Foreign Minister Kari Moen said. "We will not comment on that," she added.',
    ],
)
def test_what_others_think_and_what_is_left_unsaid_binds_nobody(text: str) -> None:
    assert not _all(text)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "If Chad walked out of the talks, Norwegian Prime Minister Kari Moen warned, Norway would cut its aid.",
            "If Chad walked out of the talks",
        ),
        (
            "Norway will pay for joint patrols, Foreign Minister Kari Moen told reporters, provided that parliament "
            "approves the money.",
            "provided that parliament approves the money",
        ),
    ],
)
def test_a_condition_beyond_the_words_for_who_speaks(text: str, condition: str) -> None:
    found = _one(text).condition
    assert found is not None
    assert found.text == condition


def test_days_that_count_from_a_condition_are_not_known() -> None:
    free = _one("Norwegian Foreign Minister Kari Moen said Norway would release the ships within ten days.")
    assert free.deadline.latest == date(2019, 5, 16)
    bound = _one(
        "Norwegian Foreign Minister Kari Moen said Norway would free the ships within ten days if Chad paid the fine."
    )
    assert bound.deadline_words is not None
    assert bound.deadline.latest is None


def test_an_act_does_not_take_in_the_verb_before_and() -> None:
    found = _one(
        "Norwegian Foreign Minister Kari Moen said her government still supported a solution, but would go to the "
        "International Court of Justice if the meeting failed."
    )
    assert found.act.text == "go to the International Court of Justice"
