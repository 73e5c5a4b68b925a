"""Cells of the matrix, what became of them, and their sparklines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import ledger_pile as piles
import pytest
from dossier_pile import Pile

from onrecord.domain import Actor, DateEstimate, Question, Shift, Side
from onrecord.publishing.dossier.ledger.gathering import Ledger, read_ledger
from onrecord.publishing.dossier.ledger.matrix import matrices
from onrecord.publishing.dossier.ledger.positions import Cell
from onrecord.publishing.dossier.ledger.sparklines import MOST_MARKS, sparkline
from onrecord.publishing.dossier.survey import survey


def ledger(pile: Pile) -> Ledger:
    return read_ledger(pile, survey(pile))


def cell_of(*taken: tuple[Side, int, int]) -> Cell:
    """A cell with sightings: side, strength, year."""
    rows = tuple(
        piles.position(
            number,
            piles.TARN,
            side,
            piles.THIRD,
            "the charge",
            "backs",
            strength=strength,
            when=DateEstimate(date(year, 1, 1), date(year, 1, 1), date(year, 1, 1)),
        )
        for number, (side, strength, year) in enumerate(taken)
    )
    (page,) = ledger(replace(piles.ledger_pile(), all_positions=rows)).positions.pages
    return page.cells[piles.TARN.id]


@pytest.mark.parametrize(
    ("taken", "course", "moved_on", "latest"),
    [
        ([("for", 2, 2031)], "first", "", "for"),
        ([("for", 2, 2031), ("for", 2, 2032)], "held", "", "for"),
        ([("for", 2, 2032), ("against", 2, 2031)], "reversed", "2032", "for"),
        ([("for", 2, 2031), ("conditional", 2, 2032)], "softened", "2032", "conditional"),
        ([("neutral", 2, 2031), ("against", 2, 2032)], "hardened", "2032", "against"),
        ([("for", 1, 2031), ("for", 3, 2032)], "hardened", "2032", "strongly for"),
        ([("for", 2, 2031), ("unclear", 2, 2032)], "held", "", "for"),
        ([("for", 2, 2031), ("against", 2, 2032), ("against", 2, 2033)], "reversed", "2032", "against"),
    ],
)
def test_what_became_of_a_cell(taken: list[tuple[Side, int, int]], course: Shift, moved_on: str, latest: str) -> None:
    cell = cell_of(*taken)
    assert (cell.course, cell.moved_on, cell.latest.told) == (course, moved_on, latest)


def test_what_a_spokesman_says_counts_to_every_side_they_speak_for() -> None:
    both = (piles.SIDES[0]._replace(sides=(piles.TARN, piles.OMBAR)), *piles.SIDES[1:])
    pages = ledger(replace(piles.ledger_pile(), all_sides=both)).positions.pages
    fee = next(page for page in pages if page.id == piles.FEE.id)
    voices = {cell.side.label: [name.label for name in cell.voices] for cell in fee.cells.values()}
    assert voices == {"Tarn": ["Tarn", "Ana Ruiz"], "Ombar": ["Ana Ruiz", "Bo <b>Kehl</b>"]}
    assert fee.sightings == 3


def test_a_matrix_is_cut_into_pages_and_loses_nothing() -> None:
    rows = tuple(
        piles.position(
            number,
            Actor(f"State {number % 70}", "state"),
            "for",
            piles.THIRD,
            "the charge",
            "backs",
            question=Question(f"question {number % 11}", (f"{number % 11}",)),
        )
        for number in range(770)
    )
    pages = list(matrices(ledger(replace(piles.ledger_pile(), all_positions=rows)).positions.pages))
    assert [(len(page.columns), len(page.rows)) for page in pages] == [(8, 60), (8, 10), (3, 60), (3, 10)]
    assert sum(cell is not None for page in pages for row in page.rows for cell in row.cells) == 770


def test_a_sparkline_has_the_sides_at_their_heights_and_keeps_both_ends() -> None:
    spots = sparkline([("against", 1, "a"), ("conditional", 2, "b"), ("for", 3, "c")]).spots
    assert [spot.y for spot in spots] == sorted((spot.y for spot in spots), reverse=True)
    assert [spot.size for spot in spots] == sorted(spot.size for spot in spots)
    long = sparkline([("for", 2, str(number)) for number in range(50)])
    assert len(long.spots) == MOST_MARKS
    assert long.left_out == 50 - MOST_MARKS
    assert (long.spots[0].label, long.spots[-1].label) == ("0", "49")
