"""On whose behalf an actor speaks."""

from __future__ import annotations

import pytest
from outcome_samples import MINISTRY, NORLAND, SUDLAND

from onrecord.domain import Actor, Description, Span
from onrecord.ledger.pile_sides import PileSides, named_sides

ENVOY = Actor("Ana Quist", "person")
WORDS = Span(0, 5, "envoy")


@pytest.mark.parametrize(
    ("name", "sides"),
    [
        ("Norwegian Foreign Ministry", {"state NO"}),
        ("Norway's parliament", {"state NO"}),
        ("leaders of Chad and Norway", {"state NO", "state TD"}),
        ("U.S. State Department", {"state US", "body U.S. State Department"}),
        ("Ana Quist", set()),
        ("", set()),
    ],
)
def test_a_name_tells_its_sides(name: str, sides: set[str]) -> None:
    assert named_sides(name) == sides


def test_a_ministry_is_of_its_states_side_and_of_no_other() -> None:
    assert PileSides().same(MINISTRY, NORLAND)
    assert not PileSides().same(MINISTRY, SUDLAND)
    assert not PileSides().same(None, None)


def test_an_office_puts_a_person_on_a_side_while_it_is_held() -> None:
    assert PileSides([Description(ENVOY, "envoy", WORDS, of=NORLAND)]).same(ENVOY, MINISTRY)
    assert not PileSides([Description(ENVOY, "envoy", WORDS, of=NORLAND, tenure="former")]).same(ENVOY, NORLAND)
    assert not PileSides([Description(ENVOY, "plumber", WORDS, of=NORLAND, office=False)]).same(ENVOY, NORLAND)
    assert not PileSides().same(ENVOY, NORLAND)


def test_a_person_is_on_no_side_by_name() -> None:
    assert not PileSides().same(Actor("Jordan Quist", "person"), Actor("Jordan", "state"))
