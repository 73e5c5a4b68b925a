"""Finding and analysing in shards: what ``--engine`` puts in the place of one process that finds and a pool that works.

What a shard yields is kept in a folder beside the record until this is written; a build that was killed goes on with
the shards that are not finished. In the end everything is in the journal, as after any build, and the record is written
from there: its bytes are the same.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.building.advice import explained
from onrecord.building.journal import Journal
from onrecord.building.outcome import Done
from onrecord.building.previous import adopt_finished, finished_keys
from onrecord.building.stages import Stages
from onrecord.building.stock import Found, Stock, stock_of
from onrecord.errors import BuildError, InputError
from onrecord.reading import Unread, list_inputs

if TYPE_CHECKING:
    from onrecord.lineage.words import Ints
    from onrecord.scale import Engine
    from onrecord.scale.running import Job
    from onrecord.scale.shards import Shard

OnShards = Callable[[int, int], None]
"""Called with the numbers of reports and of statements in the shards that are finished so far."""


@dataclass(slots=True)
class Sharded:
    """What was found, and why some of it has no result. ``reused`` are keys that had one before."""

    stock: Stock
    refused: dict[str, str] = field(default_factory=dict)
    reused: set[str] = field(default_factory=set)
    statements: int = 0


def shards_folder(output: Path) -> Path:
    """Where the shards of a build of ``output`` are kept."""
    return output.with_name(output.name + ".shards")


def in_shards(
    paths: Iterable[Path],
    output: Path,
    stages: Stages,
    journal: Journal,
    given: Mapping[str, str],
    engine: Engine,
    workers: int | None,
    on_shards: OnShards,
) -> Sharded:
    """Find and analyse the reports at ``paths`` on ``engine``; their results are in ``journal`` afterwards.

    Raises:
        InputError: there is nothing at ``paths``.
        BuildError: the engine can't go on.
    """
    from onrecord.scale.running import Job
    from onrecord.scale.shards import plan_shards

    own = str(output.resolve())
    shards = plan_shards([file for file in list_inputs(paths) if str(Path(file.location).resolve()) != own])
    folder = shards_folder(output).absolute()
    with explained(output):
        folder.mkdir(exist_ok=True)
    known = finished_keys(output) | journal.keys()
    job = Job(stages, str(folder), given, own, _note(folder, known), tuple(sys.path))
    _run(engine, job, shards, workers, on_shards)
    lost = _without_result(job, shards, known)
    if lost:  # finished when there still was a result in the record, which is gone by now
        from onrecord.scale.shard_files import forget_shard

        for shard in lost:
            forget_shard(folder, shard.key(job.version))
        _run(engine, job, shards, workers, on_shards)
    return _taken_in(job, shards, output, journal)


def joining(engine: Engine, output: Path) -> Callable[[Iterable[Ints]], Iterator[tuple[Ints, Ints]]]:
    """The join of lineage on ``engine``, with room to work in beside the record."""

    def join(parts: Iterable[Ints]) -> Iterator[tuple[Ints, Ints]]:
        with tempfile.TemporaryDirectory(prefix="join-", dir=shards_folder(output).absolute()) as folder:
            Path(folder).chmod(0o777)  # executors may run as somebody else
            yield from engine.join(parts, Path(folder))

    return join


def remove_shards(output: Path) -> None:
    """The record is written: what is in the shards is in it."""
    shutil.rmtree(shards_folder(output), ignore_errors=True)


def _run(engine: Engine, job: Job, shards: list[Shard], workers: int | None, on_shards: OnShards) -> None:
    from onrecord.scale.shard_files import finished_shard

    folder = Path(job.folder)
    waiting = {shard.key(job.version): shard for shard in shards}
    reports = statements = 0

    def look() -> None:
        nonlocal reports, statements
        for key in list(waiting):
            if (finished := finished_shard(folder, key)) is not None:
                del waiting[key]
                reports += finished.rows
                statements += finished.statements
                on_shards(reports, statements)

    look()
    if waiting:
        engine.run(job, list(waiting.values()), workers, look)
        look()
    if waiting:
        raise BuildError(f"{len(waiting)} shards did not come to an end; run the same build again")


def _without_result(job: Job, shards: list[Shard], known: frozenset[str]) -> list[Shard]:
    from onrecord.scale.shard_files import read_shard

    folder = Path(job.folder)
    return [
        shard
        for shard in shards
        if any(row.kind == "known" and row.key not in known for row in read_shard(folder, shard.key(job.version)))
    ]


def _taken_in(job: Job, shards: list[Shard], output: Path, journal: Journal) -> Sharded:
    """The stock, and the results of its reports in the journal."""
    from onrecord.scale.shard_files import read_shard

    folder = Path(job.folder)
    found: set[Found] = set()
    unread: set[Unread] = set()
    for shard in shards:
        for row in read_shard(folder, shard.key(job.version)):
            if row.kind == "unread":
                unread.add(Unread(row.name, row.location, row.reason, row.sha256))
            else:
                found.add(Found(row.name, row.location, row.sha256, row.key))
    if not found and not unread:
        raise InputError("no reports found there; give files or folders of .txt, .html, .jsonl or .warc.gz")
    result = Sharded(stock_of(found, unread))
    wanted = {report.key for report in result.stock.reports}
    with explained(output):
        adopt_finished(output, sorted(wanted), journal)
        result.reused = {key for key in wanted if key in journal}
        for shard in shards:
            with journal.at_once():
                for row in read_shard(folder, shard.key(job.version)):
                    if row.key in wanted and row.kind == "done" and row.key not in journal:
                        journal.keep(row.key, Done(row.result, row.statements))
                    elif row.key in wanted and row.kind == "refused":
                        result.refused[row.key] = row.reason
    result.statements = sum(journal.statements(key) or 0 for key in wanted)
    for key in wanted - result.refused.keys():
        if key not in journal:
            result.refused[key] = "changed or vanished while the record was being built; build again to have it read"
    return result


def _note(folder: Path, known: frozenset[str]) -> str:
    """A file with keys, if there are any."""
    if not known:
        return ""
    listed = "\n".join(sorted(known))
    path = folder / f"known-{hashlib.sha256(listed.encode()).hexdigest()[:16]}.txt"
    path.write_text(listed, encoding="ascii")
    return str(path)
