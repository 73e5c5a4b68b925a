"""Which part of the input is worked on together: a group of small files, or a slice of a large one."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from onrecord.reading import InputFile, RawReport, Unread
from onrecord.reading.given_dates import SIDECARS
from onrecord.scale.addresses import size_of, state_of
from onrecord.scale.places import is_address

SHARD_BYTES = 2_000_000
"""Bytes of small files that make up one shard, and of a large one that make up a slice of it: some hundred reports, or
a minute or two of one processor."""

_PACKED = (".gz", ".zip", ".wacz")
_TIMES = 8  # as much as a compressed archive is long is in it
_MOST_SLICES, _MOST_PACKED = 400, 20  # so that reading the file for each slice costs a tenth of analysing it, or less


@dataclass(frozen=True, slots=True)
class Shard:
    """Some of the input.

    Of every ``slices`` reports in a row in ``files``, number ``number`` belongs to it (from 0). Slices of a large file
    are all read from its beginning: finding where reports begin costs hundreds of times less than analysing them.
    """

    files: tuple[InputFile, ...]
    number: int = 0
    slices: int = 1

    def own(self, items: Iterable[RawReport | Unread]) -> Iterator[RawReport | Unread]:
        """Of what was read of ``files``, what belongs to this shard."""
        return islice(items, self.number, None, self.slices)

    def key(self, engine: str) -> str:
        """What its output is called: another name when files, the dates beside them, or the engine change.

        Args:
            engine: all that a result depends on besides the input.
        """
        told = [engine, self.number, self.slices, [_state(file) for file in self.files]]
        return hashlib.sha256(json.dumps(told).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def plan_shards(files: Sequence[InputFile], shard_bytes: int | None = None) -> list[Shard]:
    """Shards of about ``shard_bytes`` (``SHARD_BYTES``, when None) that hold ``files``, each once."""
    shard_bytes = shard_bytes or SHARD_BYTES
    shards: list[Shard] = []
    group: list[InputFile] = []
    grouped = 0
    for file in files:
        size = _size(file)
        if size > shard_bytes:
            slices = min(math.ceil(size / shard_bytes), _MOST_PACKED if _is_packed(file) else _MOST_SLICES)
            shards.extend(Shard((file,), number, slices) for number in range(slices))
            continue
        if group and grouped + size > shard_bytes:
            shards.append(Shard(tuple(group)))
            group, grouped = [], 0
        group.append(file)
        grouped += size
    if group:
        shards.append(Shard(tuple(group)))
    return shards


def _size(file: InputFile) -> int:
    try:
        if is_address(file.location):
            size = size_of(file.location)
            return size * _TIMES if _is_packed(file) else size
        size = Path(file.location).stat().st_size
    except (OSError, ValueError):
        return 0
    return size * _TIMES if _is_packed(file) else size


def _is_packed(file: InputFile) -> bool:
    return file.location.lower().endswith(_PACKED)


def _state(file: InputFile) -> list[object]:
    """What tells that a file, or the file of dates beside it, is another one by now."""
    told: list[object] = [file.name, file.location, file.reason]
    if is_address(file.location):
        return [*told, *state_of(file.location)]
    path = Path(file.location)
    for each in (path, *(path.parent / name for name in SIDECARS)):
        try:
            status = each.stat()
        except (OSError, ValueError):
            told.append(None)
        else:
            told.append([status.st_size, status.st_mtime_ns])
    return told
