"""Shards: what is planned, what is in a file, and when one is done again."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scale_fakes import fill, stages

from onrecord.errors import BuildError
from onrecord.reading import InputFile, list_inputs, read_inputs
from onrecord.scale.shards import Shard, plan_shards

pytest.importorskip("pyarrow", reason="pyarrow is not installed (make test-engine installs it)")

from onrecord.building.workers import Pool
from onrecord.scale.running import Job, run_shard
from onrecord.scale.shard_files import finished_shard, forget_shard, read_shard


@given(st.lists(st.integers(0, 40), max_size=30), st.integers(1, 50))
def test_shards_hold_every_file_once_and_none_is_too_large(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], most: int
) -> None:
    folder = tmp_path_factory.mktemp("sizes")
    files = []
    for number, size in enumerate(sizes):
        path = folder / f"{number:02}.txt"
        path.write_bytes(b"x" * size)
        files.append(InputFile(path.name, str(path)))
    shards = plan_shards(files, most)
    assert sorted(file for shard in shards if shard.number == 0 for file in shard.files) == files
    for shard in shards:
        held = sum(Path(file.location).stat().st_size for file in shard.files)
        assert held <= most if shard.slices == 1 else held <= shard.slices * most


def test_slices_of_a_file_hold_each_report_of_it_once(tmp_path: Path) -> None:
    pile = fill(tmp_path / "pile")
    for name in ("lines.jsonl", "whole.warc.gz", "cut.warc.gz"):
        (file,) = list_inputs(pile / name)
        shards = plan_shards([file], 100)
        assert len(shards) > 2 and {shard.files for shard in shards} == {(file,)}
        parts = [list(shard.own(read_inputs([file]))) for shard in shards]
        whole = list(read_inputs([file]))
        together = [item for part in parts for item in part]
        assert sorted(together, key=lambda item: item.name) == sorted(whole, key=lambda item: item.name)
        assert len(together) == len(whole) > 2


def test_an_archive_is_not_read_more_often_than_it_is_worth(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.touch()
    os.truncate(path, 3_000_000_000)  # a hole, which takes no room
    assert len(plan_shards([InputFile(path.name, str(path))])) <= 20


def test_the_name_of_a_shard_tells_what_it_depends_on(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one")
    shard = Shard((InputFile(path.name, str(path)),))
    keys = [shard.key("engine 1"), shard.key("engine 2"), replace(shard, number=1, slices=2).key("engine 1")]
    assert shard.key("engine 1") == keys[0]
    (tmp_path / "published.csv").write_text("file,published\na.txt,2011\n")
    keys.append(shard.key("engine 1"))
    path.write_text("another")
    keys.append(shard.key("engine 1"))
    assert len(set(keys)) == 5


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
    job = Job(stages(), str(tmp_path))
    with Pool(job.stages.prepare, job.stages.work, 1) as real:
        pool = Counting(real)
        first = run_shard(job, shard, pool)  # type: ignore[arg-type]
        done = pool.given
        assert run_shard(job, shard, pool) == first and pool.given == done > 40  # type: ignore[arg-type]
        key = shard.key(job.version)
        rows = list(read_shard(tmp_path, key))
        assert {row.kind for row in rows} == {"done", "refused", "unread", "again"}
        assert (first.rows, first.done) == (len(rows), sum(row.kind == "done" for row in rows))
        assert {row.name: row.reason for row in rows}["bad2.txt"] == "its analysis crashed (SIGSEGV)"
        assert any("cut off" in row.reason or "ends" in row.reason for row in rows if row.name.startswith("cut.warc"))
        assert [file.name for file in tmp_path.iterdir() if file.name.endswith(".part")] == []
        file = tmp_path / f"{key}.parquet"
        whole = file.read_bytes()
        file.write_bytes(whole[:-1])
        assert finished_shard(tmp_path, key) is None, "it is shorter than its marker says"
        file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        with pytest.raises(BuildError, match="damaged"):
            list(read_shard(tmp_path, key))
        assert run_shard(job, shard, pool) == first and pool.given > done  # type: ignore[arg-type]
        assert file.read_bytes() == whole
        forget_shard(tmp_path, key)
        assert finished_shard(tmp_path, key) is None
