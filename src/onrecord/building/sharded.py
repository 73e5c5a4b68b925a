"""Finding and analysing in shards: what ``--engine`` puts in the place of one process that finds and a pool that works.

What a shard yields is kept in a folder beside the record until this is written; a build that was killed goes on with
the shards that are not finished. In the end everything is in the journal, as after any build, and the record is written
from there: its bytes are the same.
"""

from __future__ import annotations

import hashlib
import sys
import uuid
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
from onrecord.reading import InputFile, Unread, list_inputs

if TYPE_CHECKING:
    from onrecord.lineage.words import Ints
    from onrecord.scale import Engine
    from onrecord.scale.places import Place
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
    """Where the shards of a build of ``output`` are kept, unless another place is given."""
    return output.absolute().with_name(output.name + ".shards")


def in_shards(
    paths: Iterable[Path | str],
    output: Path,
    stages: Stages,
    journal: Journal,
    given: Mapping[str, str],
    engine: Engine,
    place: Place,
    workers: int | None,
    on_shards: OnShards,
) -> Sharded:
    """Find and analyse the reports at ``paths`` on ``engine``; their results are in ``journal`` afterwards.

    Args:
        paths: as for ``build``, and addresses.
        output: the record.
        stages: what to do.
        journal: where results go.
        given: dates of publication by the hashes of reports.
        engine: where to do it.
        place: where the shards' own files go; all machines of the engine must see it.
        workers: processes on this machine.
        on_shards: called as shards are finished.

    Raises:
        InputError: there is nothing at ``paths``.
        BuildError: the engine can't go on.
    """
    from onrecord.scale.running import Job
    from onrecord.scale.shard_files import forget_shard
    from onrecord.scale.shards import plan_shards

    planned = plan_shards(_files(paths, output))
    with explained(output):
        place.make()
    known = finished_keys(output) | journal.keys()
    job = Job(stages, place.where, given, _note(place, known), tuple(sys.path))
    shards = {shard.key(job.version): shard for shard in planned}
    _run(engine, job, shards, workers, on_shards)
    found, lost = _looked_through(job, shards, known)
    if lost:  # finished when there still was a result in the record, which is gone by now
        for key in lost:
            forget_shard(place, key)
        _run(engine, job, shards, workers, on_shards)
        found, _ = _looked_through(job, shards, known)
    return _taken_in(found, job, shards, output, journal)


def joining(engine: Engine, place: Place) -> Callable[[Iterable[Ints]], Iterator[tuple[Ints, Ints]]]:
    """The join of lineage on ``engine``, with room to work in beside the shards."""

    def join(parts: Iterable[Ints]) -> Iterator[tuple[Ints, Ints]]:
        room = place.inner(f"join-{uuid.uuid4().hex}")
        room.make()
        try:
            yield from engine.join(parts, room)
        finally:
            room.clear()

    return join


def _files(paths: Iterable[Path | str], output: Path) -> list[InputFile]:
    """The files of the input but for the record itself, which may lie among them."""
    from onrecord.scale.addresses import list_address
    from onrecord.scale.places import is_address

    given = [str(path) for path in paths]
    found = [file for path in given if is_address(path) for file in list_address(path)]
    if here := [path for path in given if not is_address(path)]:
        own = output.resolve()
        found.extend(file for file in list_inputs(here) if Path(file.location).resolve() != own)
    return found


def _run(engine: Engine, job: Job, shards: Mapping[str, Shard], workers: int | None, on_shards: OnShards) -> None:
    from onrecord.scale.places import Place
    from onrecord.scale.shard_files import finished_shard, finished_shards

    place = Place(job.folder)
    waiting = dict(shards)
    reports = statements = 0

    def look() -> None:
        nonlocal reports, statements
        for key in finished_shards(place) & waiting.keys():
            if (finished := finished_shard(place, key)) is not None:
                del waiting[key]
                reports += finished.rows
                statements += finished.statements
                on_shards(reports, statements)

    look()
    on_shards(reports, statements)  # from when on the rate is counted
    if waiting:
        engine.run(job, dict(waiting), workers, look)
        look()
    if waiting:
        raise BuildError(f"{len(waiting)} shards did not come to an end; run the same build again")


def _looked_through(job: Job, shards: Iterable[str], known: frozenset[str]) -> tuple[Sharded, list[str]]:
    """What was found and refused; and the keys of the shards that left something to results that are not there."""
    from onrecord.scale.places import Place
    from onrecord.scale.shard_files import read_shard

    place = Place(job.folder)
    found: set[Found] = set()
    unread: set[Unread] = set()
    refused: dict[str, str] = {}
    lost: list[str] = []
    for shard in shards:
        complete = True
        for row in read_shard(place, shard, results=False):
            complete &= row.kind != "known" or row.key in known
            if row.kind == "unread":
                unread.add(Unread(row.name, row.location, row.reason, row.sha256))
                continue
            found.add(Found(row.name, row.location, row.sha256, row.key))
            if row.kind == "refused":
                refused[row.key] = row.reason
        if not complete:
            lost.append(shard)
    if not found and not unread:
        raise InputError("no reports found there; give files or folders of .txt, .html, .jsonl or .warc.gz")
    stock = stock_of(found, unread)
    kept = {report.key for report in stock.reports}
    return Sharded(stock, {key: reason for key, reason in refused.items() if key in kept}), lost


def _taken_in(result: Sharded, job: Job, shards: Iterable[str], output: Path, journal: Journal) -> Sharded:
    """The same with the results of its reports in the journal."""
    from onrecord.scale.places import Place
    from onrecord.scale.shard_files import read_shard

    place = Place(job.folder)
    wanted = {report.key for report in result.stock.reports}
    with explained(output):
        adopt_finished(output, sorted(wanted), journal)
        result.reused = {key for key in wanted if key in journal}
        waiting = wanted - result.reused - result.refused.keys()
        for shard in shards if waiting else ():
            with journal.at_once():
                for row in read_shard(place, shard):
                    if row.kind == "done" and row.key in waiting:
                        waiting.remove(row.key)
                        journal.keep(row.key, Done(row.result, row.statements))
    for key in waiting:
        result.refused[key] = "changed or vanished while the record was being built; build again to have it read"
    result.statements = sum(journal.statements(key) or 0 for key in wanted)
    return result


def _note(place: Place, known: frozenset[str]) -> str:
    """The name of a file with keys, if there are any."""
    if not known:
        return ""
    listed = "\n".join(sorted(known)).encode("ascii")
    name = f"known-{hashlib.sha256(listed).hexdigest()[:16]}.txt"
    place.write(name, listed)
    return name
