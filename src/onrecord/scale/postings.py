"""The join of fingerprints in SQL: a folder of Parquet files in, another one out, an engine between them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from onrecord.lineage.fingerprints import LONGEST, PLACE_BITS
from onrecord.lineage.words import Ints
from onrecord.scale.places import Place

_ROWS = 1_000_000  # of pairs that are in memory at a time

RunSql = Callable[[Place, Place], None]
"""Runs ``lineage.joining.SQL`` over the Parquet files of the first folder, as ``postings``, and writes the answer as
Parquet files to the second one, which is not there yet."""


def join_in_sql(parts: Iterable[Ints], place: Place, run_sql: RunSql) -> Iterator[tuple[Ints, Ints]]:
    """Pairs of places, in no order.

    Args:
        parts: as for ``lineage.joining.Join``.
        place: an empty folder that all machines of the engine see.
        run_sql: the engine.
    """
    postings, matches = place.inner("postings"), place.inner("matches")
    postings.make()
    count = 0
    for part in parts:
        if len(part):
            written = io.BytesIO()
            pq.write_table(_table(part), written, compression="zstd")
            postings.write(f"{count:05}.parquet", written.getvalue())
            count += 1
    if not count:
        return
    run_sql(postings, matches)
    for name in matches.names(".parquet"):
        with pq.ParquetFile(io.BytesIO(matches.read(name) or b"")) as file:
            for batch in file.iter_batches(_ROWS, columns=["a", "b", "a_word", "b_word"]):
                a, b, a_word, b_word = (np.asarray(column, np.int64) for column in batch.columns)
                yield (a << PLACE_BITS) | a_word, (b << PLACE_BITS) | b_word


def _table(part: Ints) -> Any:
    """``postings(hash, report, word)`` of rows of hash and place."""
    places = part[:, 1]
    return pa.table({"hash": part[:, 0], "report": places >> PLACE_BITS, "word": places & (LONGEST - 1)})
