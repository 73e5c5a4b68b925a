"""How many processes the machine has room for: processors and memory, as far as a container lets us have them."""

from __future__ import annotations

import math
import os
from pathlib import Path

WORKER_BYTES = 350_000_000
"""Memory that one worker takes: the weights, the libraries and the largest window that it looks at."""

_CGROUP = Path("/sys/fs/cgroup")
_MEMINFO = Path("/proc/meminfo")


def default_workers(cgroup: Path = _CGROUP, meminfo: Path = _MEMINFO) -> int:
    """As many workers as there are processors, but no more than fit into half of the memory that is free; at least 1.

    The other half is for the build itself and for whatever else runs on the machine.
    """
    cores = usable_cores(cgroup)
    memory = available_memory(cgroup, meminfo)
    return cores if memory is None else max(1, min(cores, memory // 2 // WORKER_BYTES))


def usable_cores(cgroup: Path = _CGROUP) -> int:
    """Processors, as far as the scheduler (``taskset``) and a container's quota let us have them; at least 1."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    quota = _quota(cgroup)
    return max(1, cores if quota is None else min(cores, math.ceil(quota)))


def available_memory(cgroup: Path = _CGROUP, meminfo: Path = _MEMINFO) -> int | None:
    """Bytes that may be used before the machine swaps or the container is stopped; None where that can't be told."""
    known = [free for free in (_free_on_machine(meminfo), _free_in_container(cgroup)) if free is not None]
    return min(known, default=None)


def _quota(cgroup: Path) -> float | None:
    """The container's share in processors, from cgroup v2 or v1; None without a limit."""
    try:
        try:
            allowed, period = (cgroup / "cpu.max").read_text().split()
        except FileNotFoundError:
            allowed = (cgroup / "cpu" / "cpu.cfs_quota_us").read_text().strip()
            period = (cgroup / "cpu" / "cpu.cfs_period_us").read_text().strip()
        share = int(allowed) / int(period)
    except (OSError, ValueError, ZeroDivisionError):  # "max" is no number: no limit
        return None
    return share if share > 0 else None


def _free_on_machine(meminfo: Path) -> int | None:
    """What Linux reckons to be available; elsewhere all memory that there is."""
    try:
        fields = dict(line.split(":", 1) for line in meminfo.read_text().splitlines())
        return int(fields["MemAvailable"].split()[0]) * 1024
    except (OSError, ValueError, LookupError):
        pass
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):
        return None


def _free_in_container(cgroup: Path) -> int | None:
    """What the container may still take, from cgroup v2 or v1; None without a limit."""
    places = (
        (cgroup / "memory.max", cgroup / "memory.current"),
        (cgroup / "memory" / "memory.limit_in_bytes", cgroup / "memory" / "memory.usage_in_bytes"),
    )
    for limit, usage in places:
        try:
            return max(0, int(limit.read_text()) - int(usage.read_text()) + _cache(usage.with_name("memory.stat")))
        except (OSError, ValueError):  # "max" is no number: no limit
            continue
    return None


def _cache(stat: Path) -> int:
    """Bytes of files that are counted as used, but given up when somebody wants them."""
    try:
        fields = dict(line.split() for line in stat.read_text().splitlines())
        return int(fields.get("total_inactive_file") or fields.get("inactive_file") or 0)
    except (OSError, ValueError):
        return 0
