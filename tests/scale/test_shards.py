"""Shards: what is planned, and what they are called."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scale_fakes import fill

from onrecord.reading import InputFile, list_inputs, read_inputs
from onrecord.scale.shards import Shard, plan_shards


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
