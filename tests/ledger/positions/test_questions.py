"""Questions and positions of invented piles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from position_piles import (
    BOLIVIA,
    CHILE,
    ENVOY,
    ETHIOPIA,
    KENYA,
    PERU,
    SOMALIA,
    SOMALILAND,
    entry,
    stance,
)

from onrecord.domain import Actor, Description, Ledger, Position, Span
from onrecord.ledger.entries import Entry
from onrecord.ledger.positions import sides_of, spoken_for, taken
from onrecord.ledger.printings import counted


def _sides(entries: list[Entry]) -> list[tuple[str, str, str, str]]:
    return [(p.question.name, p.actor.name, p.side, p.change) for p in taken(entries)[1]]


TARIFF = [
    entry("a", "2012-03-01", stance(PERU, "against", "the fish tariff", "tariff; fish")),
    entry("b", "2012-03-05", stance(CHILE, "for", "a tariff on fish", "tariff; fish")),
    entry("c", "2012-04-01", stance(PERU, "for", "the fish tariff", "tariff; fish")),
]


def test_words_of_one_matter_are_one_question_and_a_change_of_side_is_told() -> None:
    assert _sides(TARIFF) == [
        ("fish tariff", "Peru", "against", "first"),
        ("fish tariff", "Chile", "for", "first"),
        ("fish tariff", "Peru", "for", "reversed"),
    ]


def test_the_order_of_the_reports_makes_no_difference() -> None:
    expected = taken(TARIFF)
    for order in permutations(TARIFF):
        assert taken(list(order)) == expected


@pytest.mark.parametrize(
    "entries",
    [
        [entry("a", "2012-03-01", stance(PERU, "against", "the dam", "dam"))],
        [
            entry("a", "2012-03-01", stance(PERU, "against", "the dam", "dam")),
            entry("b", "2012-03-01", stance(CHILE, "against", "a new stamp", "stamp")),
        ],
        # Two printings of the same words are one voice.
        [
            entry("a", "2012-03-01", stance(PERU, "against", "the dam on the lake", "dam; lake")),
            entry("b", "2012-03-01", stance(PERU, "against", "the dam on the lake", "dam; lake")),
        ],
        [],
    ],
)
def test_what_nobody_answers_is_no_question(entries: list[Entry]) -> None:
    assert taken(entries) == ((), ())


def test_who_is_for_the_wholeness_of_a_state_is_against_the_independence_of_its_part() -> None:
    entries = [
        entry("a", "2012-03-01", stance(ETHIOPIA, "for", "recognise Somaliland", "Somaliland; recognize")),
        entry(
            "b",
            "2012-03-02",
            stance(KENYA, "for", "Somalia's territorial integrity", "Somalia; integrity; territorial"),
        ),
        entry("c", "2012-03-03", stance(SOMALIA, "against", "independence of the region", "Somalia; independence")),
    ]
    questions, positions = taken(entries)
    assert [question.key for question in questions] == [("Somaliland", "independence")]
    assert [(p.actor.name, p.side) for p in positions] == [
        ("Ethiopia", "for"),
        ("Kenya", "against"),
        ("Somalia", "against"),
    ]


def test_who_backs_a_position_takes_its_side_and_an_unchanged_one_is_what_it_was() -> None:
    entries = [
        entry("a", "2012-03-01", stance(CHILE, "against", "the canal fees", "canal; fee")),
        entry("b", "2012-03-02", stance(PERU, "for", "the canal fees", "canal; fee")),
        entry("b2", "2012-03-03", stance(BOLIVIA, "for", "Chile's stance on the canal fees", "Chile’s; canal; fee")),
        entry("c", "2015-03-02", stance(PERU, "unclear", "its position", "unchanged")),
    ]
    assert [(p.actor.name, p.side, p.change) for p in taken(entries)[1]] == [
        ("Chile", "against", "first"),
        ("Peru", "for", "first"),
        ("Bolivia", "against", "first"),
        ("Peru", "for", "held"),
    ]


def test_what_a_spokesman_says_counts_to_the_history_of_the_state() -> None:
    office = Description(ENVOY, "envoy", Span(0, 5, "envoy"), of=PERU)
    entries = [
        entry("a", "2012-03-01", stance(PERU, "against", "the fish tariff", "tariff; fish")),
        entry("b", "2012-03-05", stance(CHILE, "for", "a tariff on fish", "tariff; fish")),
        entry("c", "2012-04-01", stance(ENVOY, "for", "a tariff on fish", "tariff; fish"), descriptions=(office,)),
    ]
    positions: tuple[Position, ...] = taken(entries)[1]
    assert [(p.actor.name, p.change) for p in positions] == [
        ("Peru", "first"),
        ("Chile", "first"),
        ("Ada Okoro", "reversed"),
    ]
    assert sides_of(entries)[ENVOY.id] == (PERU,)
    (row,) = spoken_for(entries, positions)
    assert (row.actor, row.sides) == (ENVOY, (PERU,))


def test_fewer_words_against_more_in_one_report_are_no_change_of_heart() -> None:
    entries = [
        entry(
            "a",
            "2012-03-01",
            stance(PERU, "against", "the fish tariff", "tariff; fish", strength=3),
            stance(PERU, "for", "a fish tariff", "tariff; fish", at=60),
            stance(PERU, "against", "any fish tariff", "tariff; fish", at=120),
        ),
        entry("b", "2012-03-05", stance(CHILE, "for", "a tariff on fish", "tariff; fish")),
    ]
    mine = [(p.side, p.change) for p in taken(entries)[1] if p.actor == PERU]
    assert mine == [("against", "first"), ("unclear", "held"), ("against", "held")]


def test_a_larger_pile_takes_no_more_than_its_share_of_time() -> None:
    import time

    def seconds(reports: int) -> float:
        actors = (PERU, CHILE, BOLIVIA, KENYA)
        entries = [
            entry(
                f"r{n:05}", "2012-03-01", *(stance(a, "for", f"a tariff on fish {n}", "tariff; fish") for a in actors)
            )
            for n in range(reports)
        ]
        start = time.process_time()
        taken(entries)
        return time.process_time() - start

    seconds(10)
    assert min(seconds(800) for _ in range(3)) < 12 * max(0.02, min(seconds(200) for _ in range(3)))


def test_somaliland_is_a_side_of_its_own() -> None:
    assert sides_of(
        [entry("a", "2012-03-01", stance(SOMALILAND, "for", "independence", "Somaliland; independence"))]
    ) == {SOMALILAND.id: (SOMALILAND,)}


def test_a_side_that_no_report_tells_of_is_not_listed() -> None:
    leaders = Actor("leaders of Peru and Chile", "group")
    entries = [
        entry("a", "2012-03-01", stance(leaders, "against", "the fish tariff", "tariff; fish")),
        entry("b", "2012-03-05", stance(CHILE, "for", "a tariff on fish", "tariff; fish")),
    ]
    (row,) = spoken_for(entries, taken(entries)[1])
    assert (row.actor, row.sides) == (leaders, (CHILE,))


def test_reports_that_guess_one_day_print_one_position() -> None:
    entries = [
        entry("a", "2012-03-01", stance(PERU, "against", "the fish tariff", "tariff; fish")),
        entry("b", "2012-03-01", stance(PERU, "against", "any fish tariff", "tariff; fish")),
        entry("c", "2012-03-05", stance(CHILE, "for", "a tariff on fish", "tariff; fish")),
    ]
    vague = replace(entries[1].published, earliest=date(2011, 1, 1), latest=date(2013, 1, 1))
    entries[1] = replace(entries[1], published=vague)
    questions, positions = taken(entries)
    counted_positions = counted(Ledger(questions=questions, positions=positions), (), entries).positions
    assert [(p.actor.name, p.printings, p.independent) for p in counted_positions] == [
        ("Peru", 2, 2),
        ("Peru", 2, 2),
        ("Chile", 1, 1),
    ]
