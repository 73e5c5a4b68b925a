"""What came of a shard, as a Parquet file and a marker that says that it is complete.

The Parquet file has one row for each report that was found. It is written under a name of its own and moved into
place, then so is the marker: where there is a marker there is a whole file, whoever was killed when. If two workers do
the same shard, as engines let them, both write the same and the later one stays.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import pyarrow.parquet as pq

from onrecord.errors import BuildError

Kind = Literal["done", "refused", "unread", "known", "again"]

_SCHEMA = pa.schema(
    [
        pa.field("kind", pa.string(), nullable=False),
        pa.field("name", pa.string(), nullable=False),
        pa.field("location", pa.string(), nullable=False),
        pa.field("sha256", pa.string(), nullable=False),
        pa.field("key", pa.string(), nullable=False),
        pa.field("reason", pa.string(), nullable=False),
        pa.field("statements", pa.int64(), nullable=False),
        pa.field("result", pa.binary(), nullable=False),
    ]
)
_ROWS = 64  # that are held in memory; results may be large


@dataclass(frozen=True, slots=True)
class Row:
    """One report of a shard.

    Args:
        kind: ``done``; ``refused`` when its analysis came to grief; ``unread`` when it could not be read; ``known``
            when there was a result for it already; ``again`` when another row of the shard has the same key.
        name, location, sha256: of the report, as the reading stage has them.
        key: of its result; "" for what could not be read.
        reason: why there is no result.
        statements: how many there are in the result.
        result: its encoded form.
    """

    kind: Kind
    name: str
    location: str
    sha256: str
    key: str = ""
    reason: str = ""
    statements: int = 0
    result: bytes = b""


@dataclass(frozen=True, slots=True)
class Finished:
    """What the marker of a shard says: counts, and the size and the digest of its Parquet file."""

    rows: int
    done: int
    statements: int
    bytes: int
    sha256: str


def write_shard(folder: Path, key: str, rows: Iterable[Row]) -> Finished:
    """Write the file and the marker of the shard ``key``."""
    counts = {"rows": 0, "done": 0, "statements": 0}
    draft = folder / f".{key}.{uuid.uuid4().hex}.part"
    try:
        with pq.ParquetWriter(draft, _SCHEMA, compression="zstd", write_statistics=False) as writer:
            waiting: list[Row] = []
            for row in rows:
                waiting.append(row)
                counts["rows"] += 1
                counts["done"] += row.kind == "done"
                counts["statements"] += row.statements
                if len(waiting) == _ROWS:
                    writer.write_table(_table(waiting))
                    waiting.clear()
            if waiting:
                writer.write_table(_table(waiting))
        finished = Finished(**counts, bytes=draft.stat().st_size, sha256=_digest(draft))
        draft.replace(_file(folder, key))
        draft.write_text(json.dumps({name: getattr(finished, name) for name in Finished.__slots__}))
        draft.replace(_marker(folder, key))
    finally:
        draft.unlink(missing_ok=True)
    return finished


def finished_shard(folder: Path, key: str) -> Finished | None:
    """What the marker of a shard says, if there is one and its file is there in the length that it gives."""
    try:
        said = json.loads(_marker(folder, key).read_text())
        finished = Finished(**said)
        size = _file(folder, key).stat().st_size
    except (OSError, ValueError, TypeError):
        return None
    return finished if size == finished.bytes else None


def read_shard(folder: Path, key: str) -> Iterator[Row]:
    """The rows of a finished shard.

    Raises:
        BuildError: the file is damaged; its marker is taken away, so that the next run makes it again.
    """
    finished = finished_shard(folder, key)
    if finished is None or _digest(_file(folder, key)) != finished.sha256:
        forget_shard(folder, key)
        raise BuildError(f"the output of shard {key} in {folder} is damaged; run the same build again")
    with pq.ParquetFile(_file(folder, key)) as file:
        for batch in file.iter_batches(_ROWS):
            for row in batch.to_pylist():
                yield Row(**row)


def forget_shard(folder: Path, key: str) -> None:
    """Have a shard done once more."""
    _marker(folder, key).unlink(missing_ok=True)


def _table(rows: list[Row]) -> Any:
    return pa.table({name: [getattr(row, name) for row in rows] for name in _SCHEMA.names}, _SCHEMA)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _file(folder: Path, key: str) -> Path:
    return folder / f"{key}.parquet"


def _marker(folder: Path, key: str) -> Path:
    return folder / f"{key}.done"
