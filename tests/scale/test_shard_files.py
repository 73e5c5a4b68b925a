"""What came of a shard: what is in its file, and when it is done again."""

from __future__ import annotations

from pathlib import Path

import pytest
from scale_fakes import fill, stages

from onrecord.errors import BuildError
from onrecord.reading import list_inputs
from onrecord.scale.places import Place
from onrecord.scale.shards import plan_shards

pytest.importorskip("pyarrow", reason="pyarrow is not installed (make test-engine installs it)")

from onrecord.building.stages import prepare
from onrecord.building.workers import Pool
from onrecord.scale.running import Job, run_shard
from onrecord.scale.shard_files import finished_shard, forget_shard, read_shard


class Counting:
    """A pool that counts what it is given."""

    def __init__(self, pool: Pool) -> None:
        self.pool, self.given = pool, 0

    def run(self, tasks: object) -> object:
        for each in self.pool.run(tasks):  # type: ignore[arg-type]
            self.given += 1
            yield each


def test_a_finished_shard_is_not_done_again_and_a_damaged_one_is(tmp_path: Path) -> None:
    pile = fill(tmp_path / "pile")
    (shard,) = plan_shards(list_inputs(pile), 10_000_000)[:1]
    job, place = Job(stages(), str(tmp_path)), Place(str(tmp_path))
    key = shard.key(job.version)
    with Pool(job.stages.prepare, job.stages.work, 1) as real:
        pool = Counting(real)
        first = run_shard(job, key, shard, pool)  # type: ignore[arg-type]
        done = pool.given
        assert run_shard(job, key, shard, pool) == first and pool.given == done > 40  # type: ignore[arg-type]
        rows = list(read_shard(place, key))
        assert {row.kind for row in rows} == {"done", "refused", "unread", "again"}
        assert (first.rows, first.done) == (len(rows), sum(row.kind == "done" for row in rows))
        assert {row.name: row.reason for row in rows}["bad2.txt"] == "its analysis crashed (SIGSEGV)"
        assert any("cut off" in row.reason or "ends" in row.reason for row in rows if row.name.startswith("cut.warc"))
        assert [file.name for file in tmp_path.iterdir() if file.name.endswith(".part")] == []
        file = tmp_path / f"{key}.parquet"
        whole = file.read_bytes()
        for damaged in (whole[:-1], whole[:-1] + bytes([whole[-1] ^ 1]), b""):
            file.write_bytes(damaged)
            with pytest.raises(BuildError, match="damaged"):
                list(read_shard(place, key))
            assert finished_shard(place, key) is None
            done = pool.given
            assert run_shard(job, key, shard, pool) == first and pool.given > done  # type: ignore[arg-type]
            assert file.read_bytes() == whole
        forget_shard(place, key)
        assert finished_shard(place, key) is None


def test_a_machine_with_another_version_is_refused() -> None:
    with pytest.raises(BuildError, match="another version of Onrecord is installed here: "):
        prepare("onrecord 0.0.1")
