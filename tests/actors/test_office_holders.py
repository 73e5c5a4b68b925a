"""Whom a report means that only describes the holder of an office which other reports name."""

from __future__ import annotations

from datetime import date

import pytest
from piles import appearance, office

from onrecord.actors import merge
from onrecord.actors.office_holders import described_office
from onrecord.domain import Actor

MAY, JUNE = date(2031, 5, 3), date(2031, 6, 9)
DESCRIBED = Actor("Norway's vice-president", "person")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Norway's vice-president", ("vice president", "NO")),
        ("Norwegian foreign minister", ("foreign minister", "NO")),
        ("Norway's water minister", ("water minister", "NO")),
        ("Norway's former president", None),
        ("Norway's deputy foreign minister", None),
        ("Norway's minister", None),
        ("Norway's ambassador", None),
        ("Norwegian official", None),
        ("foreign minister", None),
        ("Ida Lund", None),
        ("Norway", None),
        ("", None),
    ],
)
def test_offices_that_one_person_holds(name: str, expected: tuple[str, str] | None) -> None:
    assert described_office(name) == expected


def test_the_holder_whom_another_report_names() -> None:
    named = office("a", "Ida Lund", "vice president", "Norway", MAY)
    described = appearance("b", DESCRIBED, day=JUNE)
    pile = merge([named, described])
    assert pile.actor("r_b", DESCRIBED).name == "Ida Lund"
    reasons = {each.name: each.reason for each in pile.identities if each.actor.name == "Ida Lund"}
    assert reasons[DESCRIBED.name] == "an office of which these reports name no other holder"


def test_without_dates_the_report_must_name_the_holder_too() -> None:
    named = office("a", "Ida Lund", "vice president", "Norway")
    alone = merge([named, appearance("b", DESCRIBED)])
    assert alone.actor("r_b", DESCRIBED).name == DESCRIBED.name
    beside = merge([named, appearance("b", DESCRIBED), appearance("b", "Ida Lund")])
    assert beside.actor("r_b", DESCRIBED).name == "Ida Lund"


@pytest.mark.parametrize(
    "others",
    [
        pytest.param([office("a", "Ida Lund", "vice president", "Norway", date(2029, 1, 1))], id="years before"),
        pytest.param([office("a", "Ida Lund", "vice president", "Norway")], id="a report without a date"),
        pytest.param([office("a", "Ida Lund", "vice president", "Sweden", MAY)], id="of another state"),
        pytest.param([office("a", "Ida Lund", "vice president", "Norway", MAY, tenure="former")], id="who left it"),
        pytest.param(
            [
                office("a", "Ida Lund", "vice president", "Norway", date(2029, 1, 1)),
                appearance("b", "Ida Lund", day=JUNE),
            ],
            id="named beside the description, years after",
        ),
        pytest.param(
            [
                office("a", "Ida Lund", "vice president", "Norway"),
                office("b", "Ida Lund", "envoy", "Norway", JUNE),
            ],
            id="named beside the description, with another office",
        ),
        pytest.param(
            [
                office("a", "Ida Lund", "vice president", "Norway", MAY),
                office("c", "Ola Moe", "vice president", "Norway", MAY),
            ],
            id="two of them",
        ),
    ],
)
def test_nobody_where_the_reports_do_not_tell(others: list) -> None:  # type: ignore[type-arg]
    pile = merge([*others, appearance("b", DESCRIBED, day=JUNE)])
    assert pile.actor("r_b", DESCRIBED).name == DESCRIBED.name
