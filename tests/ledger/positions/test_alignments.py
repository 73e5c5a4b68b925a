from __future__ import annotations

from dataclasses import replace
from datetime import date

from position_piles import BOLIVIA, CHILE, PERU, entry, said, stance

from onrecord.domain import Instrument, Stance
from onrecord.ledger.entries import Entry
from onrecord.ledger.positions import sides_of, taken
from onrecord.ledger.positions.alignments import Alignment, alignments
from onrecord.ledger.positions.bases import bases, cited_by

PILE = [
    entry("a", "2012-03-01", stance(PERU, "against", "the fish tariff", "tariff; fish")),
    entry("b", "2012-03-05", stance(CHILE, "for", "a tariff on fish", "tariff; fish")),
    entry("c", "2012-04-01", stance(PERU, "for", "a fish tariff", "tariff; fish")),
    entry("d", "2012-04-02", stance(BOLIVIA, "conditional", "a fish tariff", "tariff; fish")),
]
CHARTER = Instrument("Lake Charter", "charter")


def _of(entries: list[Entry]) -> tuple[Alignment, ...]:
    return alignments(taken(entries)[1], sides_of(entries))


def test_two_sides_part_and_come_together() -> None:
    (found,) = _of(PILE)
    assert {found.one.name, found.other.name} == {"Peru", "Chile"}
    assert [(meeting.agree, meeting.since) for meeting in found.meetings] == [
        (False, date(2012, 3, 5)),
        (True, date(2012, 4, 1)),
    ]
    assert (len(found.latest), found.agreed) == (1, 1)


def test_who_sets_a_condition_is_with_nobody() -> None:
    assert all(BOLIVIA not in (one.one, one.other) for one in _of(PILE))


def test_one_instrument_is_cited_to_opposite_ends() -> None:
    entries = [
        entry(
            "a",
            "2012-03-01",
            _stated(stance(PERU, "against", "the fish tariff", "tariff; fish"), 0),
            statements=(said(PERU, "the tariff breaks the charter", CHARTER),),
        ),
        entry(
            "b",
            "2012-05-05",
            _stated(stance(CHILE, "for", "a tariff on fish", "tariff; fish"), 0),
            statements=(said(CHILE, "the charter allows it", CHARTER),),
        ),
    ]
    found = bases(entries, taken(entries)[1])
    assert [(b.side, b.instrument, [s.name for s in b.speakers], b.since, b.both_ways) for b in found] == [
        ("against", CHARTER, ["Peru"], date(2012, 3, 1), True),
        ("for", CHARTER, ["Chile"], date(2012, 5, 5), True),
    ]
    assert [cited.speaker.name for cited in cited_by(entries)[CHARTER.id]] == ["Peru", "Chile"]


def test_a_citation_of_the_other_side_backs_nothing() -> None:
    entries = [
        entry(
            "a",
            "2012-03-01",
            _stated(stance(PERU, "against", "the fish tariff", "tariff; fish"), 0),
            statements=(said(PERU, "no tariff"), said(CHILE, "the charter", CHARTER, start=40)),
        ),
        entry("b", "2012-03-02", stance(CHILE, "for", "a tariff on fish", "tariff; fish")),
    ]
    assert bases(entries, taken(entries)[1]) == ()


def _stated(one: Stance, place: int) -> Stance:
    return replace(one, statement=place)
