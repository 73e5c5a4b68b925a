"""The positions as a matrix: sides as rows, each with who speaks for it, and questions as columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.publishing.dossier.ledger.names import Name
from onrecord.publishing.dossier.ledger.positions import Cell, QuestionPage

_COLUMNS = 8
_ROWS = 60
"""Questions and sides on a page."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a side, or of one who speaks for it, one for each column; None where nothing is known.

    ``voices`` are the rows of those who speak for the side; none where only itself does.
    """

    name: Name
    cells: tuple[Cell | None, ...]
    voices: tuple[Row, ...] = ()

    @property
    def sightings(self) -> int:
        return sum(len(cell.taken) for cell in self.cells if cell is not None)


@dataclass(frozen=True, slots=True)
class Matrix:
    """A page of the matrix."""

    columns: tuple[QuestionPage, ...]
    rows: tuple[Row, ...]

    @property
    def has_voices(self) -> bool:
        """Whether anybody speaks for somebody else."""
        return any(row.voices for row in self.rows)


def matrices(pages: Sequence[QuestionPage]) -> Iterator[Matrix]:
    """The pages of the matrix: of the questions those with most sightings first, and of the sides."""
    for start in range(0, len(pages), _COLUMNS):
        columns = tuple(pages[start : start + _COLUMNS])
        rows = sorted(_rows(columns), key=lambda row: (-row.sightings, row.name))
        for top in range(0, len(rows), _ROWS):
            yield Matrix(columns, tuple(rows[top : top + _ROWS]))


def _rows(columns: Sequence[QuestionPage]) -> Iterator[Row]:
    for side in {key: None for column in columns for key in column.cells}:
        cells = tuple(column.cells.get(side) for column in columns)
        name = next(cell.side for cell in cells if cell is not None)
        voices = sorted({voice for cell in cells if cell is not None for voice in cell.voices})
        if voices == [name]:
            yield Row(name, cells)
            continue
        alone = [Row(voice, tuple(_alone(cell, voice) for cell in cells)) for voice in voices]
        alone.sort(key=lambda row: (row.name.id != name.id, -row.sightings, row.name))
        yield Row(name, cells, tuple(alone))


def _alone(cell: Cell | None, voice: Name) -> Cell | None:
    if cell is None:
        return None
    found = cell.of(voice)
    return found if found.taken else None
