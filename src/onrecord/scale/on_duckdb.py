"""Shards in processes of this machine, SQL in DuckDB in this process."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import duckdb

from onrecord.building.capacity import default_workers
from onrecord.building.workers import Pool
from onrecord.lineage.joining import SQL
from onrecord.lineage.words import Ints
from onrecord.scale.engines import Look
from onrecord.scale.places import Place, is_address
from onrecord.scale.postings import join_in_sql
from onrecord.scale.running import run_shard

if TYPE_CHECKING:
    from onrecord.scale.running import Job
    from onrecord.scale.shards import Shard


class DuckDB:
    """See ``Engine``."""

    def run(self, job: Job, shards: Mapping[str, Shard], workers: int | None, look: Look) -> None:
        """Shard by shard, each in all processes together."""
        with Pool(job.stages.prepare, job.stages.work, workers or default_workers()) as pool:
            for key, shard in shards.items():
                run_shard(job, key, shard, pool)
                look()

    def join(self, parts: Iterable[Ints], place: Place) -> Iterator[tuple[Ints, Ints]]:
        """In files on this machine, wherever ``place`` is; what there is no room for in memory goes there too."""

        def run_sql(postings: Place, matches: Place) -> None:
            matches.make()
            with duckdb.connect(config={"temp_directory": f"{folder}/spill"}) as connection:
                connection.execute(f"CREATE VIEW postings AS FROM read_parquet({_quoted(postings, '*')})")
                connection.execute(f"COPY ({SQL}) TO {_quoted(matches, '0')} (FORMAT parquet)")

        own = None if is_address(place.where) else place.where
        with tempfile.TemporaryDirectory(prefix="onrecord-join-", dir=own) as folder:
            yield from join_in_sql(parts, Place(folder), run_sql)

    def close(self) -> None:
        """Nothing is held."""


def _quoted(place: Place, name: str) -> str:
    """A path in SQL; DuckDB takes no parameters in these statements."""
    return "'" + f"{place.where}/{name}.parquet".replace("'", "''") + "'"
