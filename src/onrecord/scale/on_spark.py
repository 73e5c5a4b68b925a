"""Shards in the Python workers of a Spark cluster, SQL in Spark SQL."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from pyspark.sql import SparkSession

from onrecord.errors import BuildError
from onrecord.lineage.joining import SQL
from onrecord.lineage.words import Ints
from onrecord.scale.engines import Look
from onrecord.scale.places import Place
from onrecord.scale.postings import join_in_sql
from onrecord.scale.running import pickled, run_pickled

if TYPE_CHECKING:
    from onrecord.scale.running import Job
    from onrecord.scale.shards import Shard

_SECONDS = 1.0  # between two looks at what is finished


class Spark:
    """See ``Engine``.

    What a site sets in ``spark-defaults.conf`` or ``SPARK_CONF_DIR`` holds.

    Args:
        master: the URL of the cluster; that of the settings, or this machine, when None.
    """

    def __init__(self, master: str | None = None) -> None:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder: Any = SparkSession.builder
        if master is not None:
            builder = builder.master(master)
        builder = builder.appName("onrecord").config("spark.ui.showConsoleProgress", "false")
        try:
            self._session: Any = builder.getOrCreate()
        except Exception as error:  # Py4J hands on whatever Java throws
            raise BuildError(f"Spark can't be started: {_first_line(error)}") from error

    def run(self, job: Job, shards: Mapping[str, Shard], workers: int | None, look: Look) -> None:
        """One task a shard. ``workers`` is for the cluster to say."""
        context = self._session.sparkContext
        work = partial(run_pickled, pickled(job))
        failed: list[Exception] = []

        def submit() -> None:
            try:
                context.parallelize(list(shards.items()), len(shards)).foreach(work)
            except Exception as error:
                failed.append(error)

        job_thread = threading.Thread(target=submit, daemon=True)
        job_thread.start()
        try:
            while job_thread.is_alive():
                job_thread.join(_SECONDS)
                look()
        except BaseException:
            context.cancelAllJobs()
            raise
        if failed:
            raise BuildError(f"Spark could not finish the shards: {_cause(failed[0])}")

    def join(self, parts: Iterable[Ints], place: Place) -> Iterator[tuple[Ints, Ints]]:
        """All parts at once, as Parquet files that the executors read and write."""

        def run_sql(postings: Place, matches: Place) -> None:
            try:
                self._session.read.parquet(postings.uri).createOrReplaceTempView("postings")
                self._session.sql(SQL).write.parquet(matches.uri)
            except Exception as error:
                raise BuildError(f"Spark could not join the fingerprints: {_cause(error)}") from error

        return join_in_sql(parts, place, run_sql)

    def close(self) -> None:
        """End the session."""
        self._session.stop()


def _first_line(error: Exception) -> str:
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)


def _cause(error: Exception) -> str:
    """What a task says of its failure, behind Spark's own words and the trace."""
    lines = [line.strip() for line in str(error).splitlines()]
    told = [line for line in lines if line.startswith(("onrecord.errors.", "BuildError", "ModuleNotFoundError"))]
    return (told or [_first_line(error)])[0]
