"""On whose behalf somebody speaks."""

from __future__ import annotations

from datetime import date

import pytest

import onrecord
from onrecord.domain import Actor
from onrecord.ledger.officeholders import states_of
from onrecord.ledger.sides import Sides, keys_of, pile_keys, state_of_words

NORWAY = Actor("Norway", "state")


def _same(text: str, other: Actor) -> bool | None:
    report = onrecord.read(text, published=date(2019, 5, 6))
    (statement,) = report.statements
    assert statement.speaker is not None
    return Sides(report).same(statement.speaker, other)


@pytest.mark.parametrize(
    "text",
    [
        "Norway said the ships had left.",
        "The Norwegian foreign ministry said the ships had left.",
        "Norway's envoy to Denmark, Per Lund, said the ships had left.",
        "Per Lund, a spokesman for the Norwegian government, said the ships had left.",
    ],
)
def test_norways_side(text: str) -> None:
    assert _same(text, NORWAY) is True


def test_an_envoy_is_not_of_the_side_that_he_is_sent_to() -> None:
    assert _same("Norway's envoy to Denmark, Per Lund, said the ships had left.", Actor("Denmark", "state")) is False


def test_of_who_is_only_named_no_side_is_known() -> None:
    assert _same("Per Lund said the ships had left.", NORWAY) is None


def test_an_organ_shares_its_states_key() -> None:
    assert keys_of(Actor("Norwegian Foreign Ministry", "body")) & keys_of(NORWAY)
    assert not keys_of(Actor("African Union", "organisation")) & keys_of(NORWAY)


def test_we_binds_the_state() -> None:
    report = onrecord.read('"We will stay," said Per Lund, the Norwegian ambassador.')
    (statement,) = report.statements
    assert statement.speaker is not None
    assert Sides(report).principal(statement.speaker) == NORWAY


def test_unnamed_ones_of_two_reports_are_compared_by_their_words() -> None:
    one, other = (Actor("striking dockers", "group", (), report) for report in ("r_1", "r_2"))
    assert one.id != other.id
    assert pile_keys(one) & pile_keys(other)


def test_state_of_words() -> None:
    assert state_of_words("the Norwegian government") == "NO"
    assert state_of_words("the government") is None


def test_a_high_office_tells_the_state_while_it_is_held() -> None:
    assert states_of("Francois Hollande", date(2014, 3, 1)) == ("France",)
    assert states_of("Francois Hollande", date(2019, 3, 1)) == ()
    assert states_of("Per Lund") == ()


@pytest.mark.parametrize(
    ("text", "official", "outsider"),
    [
        ("The harbour master's spokesman said the ships had left.", True, False),
        ("Analysts said the ships had left.", False, True),
        ("A former minister said the ships had left.", False, True),
        ("Norway said the ships had left.", True, False),
    ],
)
def test_who_holds_an_office_and_who_looks_on(text: str, official: bool, outsider: bool) -> None:
    report = onrecord.read(text)
    (statement,) = report.statements
    sides = Sides(report)
    assert (sides.is_official(statement), sides.is_outsider(statement)) == (official, outsider)
