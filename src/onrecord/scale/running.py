"""One shard in, one Parquet file out: a function of its arguments alone, wherever an engine calls it."""

from __future__ import annotations

import atexit
import pickle
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.building.given import with_given_dates
from onrecord.building.keys import result_key
from onrecord.building.outcome import Done
from onrecord.building.stages import Stages
from onrecord.building.workers import Pool, Task
from onrecord.reading import RawReport, Unread
from onrecord.scale.addresses import read_anywhere
from onrecord.scale.places import Place
from onrecord.scale.shard_files import Finished, Row, finished_shard, write_shard

if TYPE_CHECKING:
    from onrecord.scale.shards import Shard


@dataclass(frozen=True, slots=True)
class Job:
    """What all shards of a build have in common. It is pickled on its way to other processes and machines.

    Args:
        stages: what to do; its functions must be those of importable modules.
        folder: where the output goes: an absolute path or an address, the same wherever shards are run.
        given: dates of publication by the hashes of reports.
        known: the name of a file in ``folder`` with the keys for which there are results, one a line; "" without.
        path: where modules are looked for besides.
    """

    stages: Stages
    folder: str
    given: Mapping[str, str] = field(default_factory=dict)
    known: str = ""
    path: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """All that a result depends on besides the input."""
        return f"{self.stages.engine}; {sorted(self.given.items())}"


def run_shard(job: Job, key: str, shard: Shard, pool: Pool) -> Finished:
    """See that a shard is finished: nothing is done for one that is already.

    Args:
        job: what to do.
        key: what the shard is called. It was worked out where the build was planned: another machine may see other
            times of the same files, and a file may change meanwhile.
        shard: what to do it with.
        pool: where to do it: in processes of their own, so that a report can bring down none but its own.
    """
    place = Place(job.folder)
    return finished_shard(place, key) or write_shard(place, key, _rows(job, shard, pool))


def run_pickled(job: bytes, named: tuple[str, Shard]) -> None:
    """``run_shard`` with a pool of one process, which is kept for the next shard that is run in this one."""
    run_shard(_job(job), *named, _pool(job))


@lru_cache(maxsize=1)
def _job(job: bytes) -> Job:
    path, body = pickle.loads(job)
    # Only what is not there is added, and last: another machine has its own.
    sys.path.extend(each for each in path if each not in sys.path and Path(each).is_dir())
    loaded: Job = pickle.loads(body)
    return loaded


def pickled(job: Job) -> bytes:
    """A job for ``run_pickled``: first where modules are to be looked for, then what refers to these."""
    return pickle.dumps((job.path, pickle.dumps(job)))


@lru_cache(maxsize=1)
def _pool(job: bytes) -> Pool:
    stages = _job(job).stages
    pool = Pool(stages.prepare, stages.work, 1)
    atexit.register(pool.close)
    return pool


@lru_cache(maxsize=1)
def _known(folder: str, name: str) -> frozenset[str]:
    listed = Place(folder).read(name) if name else None
    return frozenset((listed or b"").decode("ascii").split())


def _rows(job: Job, shard: Shard, pool: Pool) -> Iterator[Row]:
    """The rows of a shard, in an order that depends on the input alone."""
    known = _known(job.folder, job.known)
    places: dict[str, int] = {}
    rows: list[Row] = []

    def tasks() -> Iterator[Task]:
        for item in shard.own(read_anywhere(shard.files, job.stages.read)):
            if isinstance(item, Unread):
                rows.append(Row("unread", item.name, item.location, item.sha256, reason=item.reason))
                continue
            raw = with_given_dates(item, job.given)
            assert isinstance(raw, RawReport)
            key = result_key(raw, job.stages.engine)
            rows.append(Row("known" if key in known else "again", raw.name, raw.location, raw.sha256, key))
            if key not in known and key not in places:
                places[key] = len(rows) - 1
                yield Task(key, raw)

    for task, outcome in pool.run(tasks()):
        place = places[task.key]
        row = rows[place]
        if isinstance(outcome, Done):
            rows[place] = Row(
                "done", row.name, row.location, row.sha256, row.key, "", outcome.statements, outcome.result
            )
        else:
            rows[place] = Row("refused", row.name, row.location, row.sha256, row.key, outcome.reason)
    return iter(rows)
