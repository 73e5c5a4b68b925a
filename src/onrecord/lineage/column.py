"""One long column of 32-bit numbers that grows piece by piece, and is wanted in memory as a whole once, at the end."""

from __future__ import annotations

import tempfile
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

Short = NDArray[np.int32]


class Column:
    """Numbers in the order in which they were added: in memory while they are few, then in a temporary file.

    Joining pieces in memory would need twice the room for a moment, which for a million reports is two gigabytes.

    Args:
        in_memory: how many numbers are held in memory, 4 bytes each.
    """

    def __init__(self, in_memory: int) -> None:
        self._in_memory = in_memory
        self._pieces: list[Short] = []
        self._waiting = 0
        self._file: BinaryIO | None = None

    def add(self, numbers: Short) -> None:
        """Put numbers at the end."""
        self._pieces.append(numbers)
        self._waiting += len(numbers)
        if self._waiting > self._in_memory:
            self._spill()

    def taken(self) -> Short:
        """All numbers as one array; the column is empty afterwards."""
        if self._file is None:
            whole = np.concatenate(self._pieces) if self._pieces else np.empty(0, np.int32)
        else:
            self._spill()
            self._file.flush()
            self._file.seek(0)
            whole = np.fromfile(self._file, np.int32)
        self.close()
        return whole

    def close(self) -> None:
        """Forget everything."""
        self._pieces.clear()
        self._waiting = 0
        if self._file is not None:
            self._file.close()
            self._file = None

    def _spill(self) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="onrecord-words-")  # noqa: SIM115 - it lives as long as the column
        for piece in self._pieces:
            piece.tofile(self._file)
        self._pieces.clear()
        self._waiting = 0
