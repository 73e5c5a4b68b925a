"""Sightings that are copies of each other stand on one source; reports that share something else do not."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from ledger_samples import GATE, GATE_TEXT, LOCK, PORT, copied, ledger, pile, span

from onrecord.domain import Ledger, Lineage, Passage, Span
from onrecord.ledger.entries import entry_of
from onrecord.ledger.printings import Sources, Words, counted
from onrecord.lineage import Counts

ORDER = ("r_a", "r_b", "r_c", "r_d")


def passage(here: int, there: int, words: str = "the lock keepers will not open the gates before noon") -> Passage:
    return Passage(Span(here, here + len(words), words), Span(there, there + len(words), words))


def lineage(report: str, source: str, *passages: Passage, kind: str = "excerpt") -> Lineage:
    return Lineage(report, source, kind, "unknown", "", passages, 9, 0.5, 0.5)  # type: ignore[arg-type]


def at(report: str, start: int, *origins: str) -> Words:
    return Words(report, start + 16, start + 35, origins)


def test_words_that_were_copied_are_one_source() -> None:
    sources = Sources([lineage("r_b", "r_a", passage(100, 0))], ORDER)
    assert sources.counts([at("r_a", 0), at("r_b", 100)]) == Counts(2, 1)
    assert sources.counts([at("r_b", 100), at("r_a", 0)]) == Counts(2, 1)


def test_what_both_only_quote_is_no_copying() -> None:
    sources = Sources([lineage("r_b", "r_a", passage(100, 0), kind="quotation only")], ORDER)
    assert sources.counts([at("r_a", 0), at("r_b", 100)]) == Counts(2, 2)


def test_words_outside_of_what_was_copied_are_two_sources() -> None:
    sources = Sources([lineage("r_b", "r_a", passage(100, 0))], ORDER)
    assert sources.counts([at("r_a", 0), at("r_b", 300)]) == Counts(2, 2)
    # In a passage that both share, but at another place of it.
    long = passage(1000, 2000, " ".join(f"word{number}" for number in range(99)))
    sources = Sources([lineage("r_b", "r_a", long)], ORDER)
    assert sources.counts([Words("r_a", 2000, 2030), Words("r_b", 1600, 1630)]) == Counts(2, 2)
    assert sources.counts([Words("r_a", 2600, 2630), Words("r_b", 1600, 1630)]) == Counts(2, 1)


def test_two_that_have_it_from_the_same_place_of_a_third() -> None:
    sources = Sources([lineage("r_b", "r_a", passage(100, 0)), lineage("r_c", "r_a", passage(50, 0))], ORDER)
    assert sources.counts([at("r_b", 100), at("r_c", 50)]) == Counts(2, 1)
    elsewhere = [lineage("r_b", "r_a", passage(100, 0)), lineage("r_c", "r_a", passage(50, 700))]
    assert Sources(elsewhere, ORDER).counts([at("r_b", 100), at("r_c", 50)]) == Counts(2, 2)


def test_a_report_that_merges_two_makes_no_single_source_of_them() -> None:
    rows = [lineage("r_c", "r_a", passage(0, 0)), lineage("r_c", "r_b", passage(400, 0))]
    sightings = [at("r_a", 0), at("r_b", 0), at("r_c", 0), at("r_c", 400)]
    assert Sources(rows, ORDER).counts(sightings) == Counts(3, 2)


def test_what_a_copying_report_says_once_more_in_its_own_words_is_no_source() -> None:
    rows = [lineage("r_b", "r_a", passage(100, 0))]
    assert Sources(rows, ORDER).counts([at("r_a", 0), at("r_b", 100), at("r_b", 900)]) == Counts(2, 1)
    assert Sources(rows, ORDER).counts([at("r_a", 0), at("r_b", 100), at("r_c", 0)]) == Counts(3, 2)


def test_edits_in_a_copy_do_not_shift_places() -> None:
    here = "and so it is. The gates stay shut till noon, the keepers said."
    there = f"{'It rained. ' * 30}{here}"
    rows = [lineage("r_b", "r_a", Passage(Span(0, len(here), here), Span(0, len(there), there)))]
    start = there.index("The gates")
    words = len("The gates stay shut till noon")
    same = [Words("r_b", 14, 14 + words), Words("r_a", start, start + words)]
    other = [Words("r_b", 14, 14 + words), Words("r_a", 14, 14 + words)]
    assert Sources(rows, ORDER).counts(same) == Counts(2, 1)
    assert Sources(rows, ORDER).counts(other) == Counts(2, 2)


def test_reports_that_credit_one_agency_are_one_source() -> None:
    sources = Sources([], ORDER)
    assert sources.counts([at("r_a", 0, "agency AP"), at("r_b", 0, "agency AP"), at("r_c", 0)]) == Counts(3, 2)
    assert sources.counts([at("r_a", 0), at("r_a", 90)]) == Counts(1, 1)


def test_many_copies_take_no_time() -> None:
    order = [f"r_{number}" for number in range(400)]
    rows = [lineage(report, "r_0", passage(7, 0)) for report in order[1:]]
    sightings = [at("r_0", 0), *(at(report, 7) for report in order[1:])]
    assert Sources(rows, order).counts(sightings) == Counts(400, 1)


@pytest.mark.parametrize("backwards", [False, True])
def test_a_ledger_is_counted(backwards: bool) -> None:
    entries = sorted(map(entry_of, pile()), key=lambda entry: entry.order)
    plain = ledger()
    bare = replace(
        plain,
        commitments=tuple(replace(row, printings=1, independent=1) for row in plain.commitments),
        events=tuple(replace(row, printings=1, independent=1) for row in plain.events),
    )
    if backwards:
        (row,) = bare.commitments
        bare = replace(bare, commitments=(replace(row, sightings=row.sightings[::-1]),))
    found = counted(bare, [copied()], entries)
    # Gate has it from Port, word for word; Lock tells it in words of its own.
    assert [(row.printings, row.independent) for row in found.commitments] == [(3, 2)]
    assert [(row.printings, row.independent) for row in found.events] == [(2, 2), (1, 1)]
    assert [(row.printings, row.independent) for row in found.forecasts] == [(1, 1)]
    assert [(row.printings, row.independent) for row in found.positions] == [(1, 1), (1, 1)]


def test_a_position_is_printed_wherever_the_same_side_is_taken_the_same_day() -> None:
    entries = sorted(map(entry_of, pile()), key=lambda entry: entry.order)
    first, second = ledger().positions
    same = replace(second, actor=first.actor, when=first.when)
    found = counted(Ledger(questions=ledger().questions, positions=(first, same)), [], entries)
    assert [(row.printings, row.independent) for row in found.positions] == [(2, 2), (2, 2)]
    other_day = counted(Ledger(positions=(first, replace(same, when=second.when))), [], entries)
    assert [row.printings for row in other_day.positions] == [1, 1]


def test_the_words_of_a_sighting_know_where_they_are_from() -> None:
    gate, lock, port = map(entry_of, pile())
    words = Words.of(port, port.declarations[0].evidence, 0)
    assert (words.report, words.origins) == (PORT, ("agency Strait Press",))
    assert Words.of(gate, (span(GATE_TEXT, "Friday"),), None) == Words(
        GATE, GATE_TEXT.index("Friday"), GATE_TEXT.index(".", 120), ()
    )
    assert Words.of(lock, lock.declarations[0].evidence, None).report == LOCK


def test_a_story_that_thousands_print_costs_a_small_row_little() -> None:
    order = [f"r_{number}" for number in range(2000)]
    words = " ".join(f"word{number}" for number in range(300))
    sources = Sources([lineage(report, "r_0", passage(7, 0, words)) for report in order[1:]], order)
    started = time.process_time()
    for number in range(100):
        place = 8 * number
        assert sources.counts([Words("r_0", place, place + 40), Words("r_9", place + 7, place + 47)]) == Counts(2, 1)
    assert time.process_time() - started < 2  # by looking at every paper for each, a minute
