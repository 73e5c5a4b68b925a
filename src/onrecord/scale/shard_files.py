"""What came of a shard, as a Parquet file and a marker that says that it is complete.

The Parquet file has one row for each report that was found. It is written under a name of its own and moved into
place, then so is the marker: where there is a marker there is a whole file, whoever was killed when. If two workers do
the same shard, as engines let them, both write the same and the later one stays.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import pyarrow as pa
import pyarrow.parquet as pq

from onrecord.errors import BuildError
from onrecord.scale.places import Place

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
_PLAIN = [name for name in _SCHEMA.names if name != "result"]
_ROWS = 64  # that are unpacked at a time; results may be large
_FILE, _MARKER = ".parquet", ".done"


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


def write_shard(place: Place, key: str, rows: Iterable[Row]) -> Finished:
    """Write the file and the marker of the shard ``key``."""
    counts = {"rows": 0, "done": 0, "statements": 0}
    written = io.BytesIO()
    with pq.ParquetWriter(written, _SCHEMA, compression="zstd", write_statistics=False) as writer:
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
    data = written.getvalue()
    finished = Finished(**counts, bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
    place.write(f"{key}{_FILE}", data)
    place.write(f"{key}{_MARKER}", json.dumps({name: getattr(finished, name) for name in Finished.__slots__}).encode())
    return finished


def finished_shards(place: Place) -> set[str]:
    """The keys of the shards that are finished, by their markers."""
    return {name.removesuffix(_MARKER) for name in place.names(_MARKER)}


def finished_shard(place: Place, key: str) -> Finished | None:
    """What the marker of a shard says, if there is one."""
    try:
        return Finished(**json.loads(place.read(f"{key}{_MARKER}") or b""))
    except (ValueError, TypeError):
        return None


def read_shard(place: Place, key: str, results: bool = True) -> Iterator[Row]:
    """The rows of a finished shard; without ``results`` theirs are left out.

    Raises:
        BuildError: the file is damaged or gone; its marker is taken away, so that the next run makes it again.
    """
    finished, data = finished_shard(place, key), place.read(f"{key}{_FILE}")
    if finished is None or data is None or hashlib.sha256(data).hexdigest() != finished.sha256:
        forget_shard(place, key)
        raise BuildError(f"the output of shard {key} in {place.where} is damaged; run the same build again")
    with pq.ParquetFile(io.BytesIO(data)) as file:
        for batch in file.iter_batches(_ROWS, columns=None if results else _PLAIN):
            for row in batch.to_pylist():
                yield Row(**row)


def forget_shard(place: Place, key: str) -> None:
    """Have a shard done once more."""
    place.remove(f"{key}{_MARKER}")


def _table(rows: list[Row]) -> Any:
    return pa.table({name: [getattr(row, name) for row in rows] for name in _SCHEMA.names}, _SCHEMA)
