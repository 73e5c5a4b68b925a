from __future__ import annotations

import os
from pathlib import Path

import pytest

from onrecord.building.capacity import WORKER_BYTES, available_memory, default_workers, usable_cores


@pytest.fixture
def eight_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(8)), raising=False)


@pytest.mark.usefixtures("eight_cores")
@pytest.mark.parametrize(
    ("limit", "cores"), [("max 100000", 8), ("250000 100000", 3), ("10000 100000", 1), ("900000 100000", 8), ("?", 8)]
)
def test_a_containers_quota_counts(tmp_path: Path, limit: str, cores: int) -> None:
    (tmp_path / "cpu.max").write_text(limit + "\n")
    assert usable_cores(tmp_path) == cores


@pytest.mark.usefixtures("eight_cores")
def test_an_older_containers_quota_counts(tmp_path: Path) -> None:
    (tmp_path / "cpu").mkdir()
    (tmp_path / "cpu" / "cpu.cfs_quota_us").write_text("200000\n")
    (tmp_path / "cpu" / "cpu.cfs_period_us").write_text("100000\n")
    assert usable_cores(tmp_path) == 2
    (tmp_path / "cpu" / "cpu.cfs_quota_us").write_text("-1\n")
    assert usable_cores(tmp_path) == 8


@pytest.mark.usefixtures("eight_cores")
def test_without_a_quota_the_affinity_counts(tmp_path: Path) -> None:
    assert usable_cores(tmp_path) == 8


def meminfo(folder: Path, kilobytes: int) -> Path:
    path = folder / "meminfo"
    path.write_text(f"MemTotal:       99999999 kB\nMemAvailable:   {kilobytes} kB\nHugePages_Total:       0\n")
    return path


def container(folder: Path, limit: object, used: int, cache: int = 0) -> Path:
    (folder / "memory.max").write_text(f"{limit}\n")
    (folder / "memory.current").write_text(f"{used}\n")
    (folder / "memory.stat").write_text(f"anon 5\ninactive_file {cache}\n")
    return folder


@pytest.mark.usefixtures("eight_cores")
@pytest.mark.parametrize(
    ("workers_of_memory", "workers"), [(0, 1), (1, 1), (2, 1), (3.9, 1), (4.1, 2), (10.1, 5), (99, 8)]
)
def test_workers_take_no_more_than_half_of_the_memory(tmp_path: Path, workers_of_memory: float, workers: int) -> None:
    free = meminfo(tmp_path, int(workers_of_memory * WORKER_BYTES / 1024))
    assert default_workers(tmp_path / "none", free) == workers


@pytest.mark.usefixtures("eight_cores")
def test_a_containers_limit_of_memory_counts(tmp_path: Path) -> None:
    plenty = meminfo(tmp_path, 99_999_999)
    used = 3 * WORKER_BYTES
    assert default_workers(container(tmp_path, 9 * WORKER_BYTES, used), plenty) == 3
    assert default_workers(container(tmp_path, 9 * WORKER_BYTES, used, cache=2 * WORKER_BYTES), plenty) == 4
    assert default_workers(container(tmp_path, WORKER_BYTES, used), plenty) == 1
    assert default_workers(container(tmp_path, "max", used), plenty) == 8


def test_the_narrower_of_machine_and_container_counts(tmp_path: Path) -> None:
    folder = container(tmp_path, 10_000_000, 4_000_000)
    assert available_memory(folder, meminfo(tmp_path, 1_000)) == 1_024_000
    assert available_memory(folder, meminfo(tmp_path, 1_000_000)) == 6_000_000


def test_an_older_containers_limit_of_memory_counts(tmp_path: Path) -> None:
    (tmp_path / "memory").mkdir()
    (tmp_path / "memory" / "memory.limit_in_bytes").write_text("5000000\n")
    (tmp_path / "memory" / "memory.usage_in_bytes").write_text("2000000\n")
    (tmp_path / "memory" / "memory.stat").write_text("inactive_file 1\ntotal_inactive_file 500000\n")
    assert available_memory(tmp_path, meminfo(tmp_path, 1_000_000)) == 3_500_000


def test_where_linux_does_not_tell_the_whole_memory_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sysconf", {"SC_PHYS_PAGES": 1000, "SC_PAGE_SIZE": 4096}.__getitem__, raising=False)
    assert available_memory(tmp_path, tmp_path / "meminfo") == 4_096_000


@pytest.mark.usefixtures("eight_cores")
def test_where_nobody_tells_the_processors_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> int:
        raise ValueError(name)

    monkeypatch.setattr(os, "sysconf", unknown, raising=False)
    assert available_memory(tmp_path, tmp_path / "meminfo") is None
    assert default_workers(tmp_path, tmp_path / "meminfo") == 8
