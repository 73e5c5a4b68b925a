"""Columns of whole numbers that may outgrow memory: kept in memory while they are few, then in files by key."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import numpy as np

from onrecord.lineage.words import Ints

PARTS = 64
IN_MEMORY = 4_000_000  # rows; 16 bytes each in the largest shelf, four times that while a part is sorted


class Shelf:
    """Rows of ``columns`` int64 numbers each. Rows of equal key come back in the same part, in the order they came in.

    A part is small enough to be sorted in memory: all rows, while these are ``in_memory`` or fewer; else about a
    ``PARTS``-th of them, from temporary files that are gone when the shelf is closed.
    """

    def __init__(self, columns: int, in_memory: int = IN_MEMORY) -> None:
        self._columns, self._in_memory = columns, in_memory
        self._waiting: list[tuple[Ints, Ints]] = []
        self._count = 0
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._files: list[BinaryIO] = []
        self.rows = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Forget everything."""
        self._waiting.clear()
        for file in self._files:
            file.close()
        self._files.clear()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def add(self, keys: Ints, *columns: Ints) -> None:
        """Put rows on the shelf. Any bits of ``keys`` may be alike: they are mixed here."""
        rows = np.stack(columns, axis=1) if len(keys) else np.empty((0, self._columns), np.int64)
        self._waiting.append((keys, rows))
        self._count += len(keys)
        self.rows += len(keys)
        if self._count > self._in_memory:
            self._spill()

    def parts(self) -> Iterator[Ints]:
        """Arrays of shape (rows, columns)."""
        if self._folder is None:
            if self._waiting:
                rows = np.concatenate([rows for _, rows in self._waiting])
                self._waiting.clear()
                yield rows
            return
        self._spill()
        for file in self._files:
            file.flush()
            yield np.fromfile(file.name, np.int64).reshape(-1, self._columns)
            file.truncate(0)

    def _spill(self) -> None:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="onrecord-lineage-")
            names = (Path(self._folder.name, f"{part}") for part in range(PARTS))
            self._files = [name.open("wb") for name in names]
        for keys, rows in self._waiting:
            part = (keys.view(np.uint64) * np.uint64(0x9E3779B97F4A7C15) >> np.uint64(58)).astype(np.int64)
            order = np.argsort(part, kind="stable")
            edges = np.searchsorted(part[order], np.arange(PARTS + 1))
            rows = rows[order]
            for number, file in enumerate(self._files):
                rows[edges[number] : edges[number + 1]].tofile(file)
        self._waiting.clear()
        self._count = 0
