"""The engines that a build can run on: one interface, thin adapters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal, Protocol

from onrecord.errors import BuildError
from onrecord.lineage.words import Ints

if TYPE_CHECKING:
    from onrecord.scale.places import Place
    from onrecord.scale.running import Job
    from onrecord.scale.shards import Shard

EngineName = Literal["duckdb", "spark"]
ENGINES: tuple[EngineName, ...] = ("duckdb", "spark")

Look = Callable[[], None]


class Engine(Protocol):
    """Where shards are run and SQL is."""

    def run(self, job: Job, shards: Mapping[str, Shard], workers: int | None, look: Look) -> None:
        """Finish ``shards``, given by their keys; ``look`` is called now and then, to see how far they are.

        Raises:
            BuildError: they can't be finished. Those that are need not be done again.
        """

    def join(self, parts: Iterable[Ints], place: Place) -> Iterator[tuple[Ints, Ints]]:
        """``lineage.joining.SQL``: fingerprints with places → pairs of places.

        Args:
            parts: as for ``lineage.joining.Join``.
            place: an empty folder for what must be written, seen by all machines.
        """

    def close(self) -> None:
        """Let go of everything."""


def engine_named(name: EngineName, master: str | None = None) -> Engine:
    """The engine of that name.

    Args:
        name: one of ``ENGINES``.
        master: for Spark, the URL of the cluster: ``spark://host:7077``, ``yarn``, ``local[4]``.

    Raises:
        BuildError: it is not installed, or can't be reached.
    """
    if name == "duckdb":
        if master is not None:
            raise BuildError("--master is for --engine spark; DuckDB runs on this machine")
        try:
            from onrecord.scale.on_duckdb import DuckDB
        except ImportError as error:
            raise _missing(error, "scale") from error
        return DuckDB()
    try:
        from onrecord.scale.on_spark import Spark
    except ImportError as error:
        raise _missing(error, "spark") from error
    return Spark(master)


def _missing(error: ImportError, extra: str) -> BuildError:
    library = (error.name or str(error)).partition(".")[0]
    return BuildError(f"{library} is not installed; install it with pip install 'onrecord[{extra}]'")
