"""The web archives in a folder: written to at their end only, and never longer than what was noted as finished."""

from __future__ import annotations

import os
from pathlib import Path

from onrecord.fetching.state import State

LARGEST = 1_000_000_000
"""Bytes after which another archive is begun."""


class Archive:
    """The archive that a run writes to.

    How long it is when a page is finished is noted together with the page. What a run that was killed left behind that
    is cut off by the next one, so that nothing half-written remains; an archive that has become shorter than noted, or
    vanished, is left alone and another one begun.
    """

    def __init__(self, folder: Path, state: State, beginning: bytes, largest: int = LARGEST) -> None:
        self._folder, self._state, self._beginning, self._largest = folder, state, beginning, largest
        self._name = ""
        self.lost: list[str] = []
        """Archives that have vanished or lost their end since they were written."""
        for name, length in state.archives().items():
            path = folder / name
            size = path.stat().st_size if path.is_file() else 0
            if size > length:
                os.truncate(path, length)
            if size < length:
                self.lost.append(name)
            elif length < largest:
                self._name = name

    def add(self, records: bytes) -> tuple[str, int]:
        """Write records at the end. The archive's name and its length with them, to be noted."""
        length = self._state.archives().get(self._name, 0)
        if not self._name or length >= self._largest:
            self._name, length = self._new_name(), 0
            records = self._beginning + records
        path = self._folder / self._name
        with path.open("r+b" if length else "xb") as file:
            file.seek(length)
            file.truncate()
            file.write(records)
            file.flush()
            os.fsync(file.fileno())
        return self._name, length + len(records)

    def _new_name(self) -> str:
        number = 1
        known = self._state.archives()
        while (name := f"fetched-{number:04}.warc.gz") in known or (self._folder / name).exists():
            number += 1
        return name
