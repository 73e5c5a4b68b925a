"""Reports per second on one process and on two, the encoder's share of the time, and peak memory.

    python benchmarks/throughput.py [--reports N] [--fake] [--json FILE]

All figures of one table are of one run on one machine: compare their ratios, and the absolute figures only with others
of the same machine. Prints the table, and the same as JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import generated

CONFIGURATIONS = ((1, True), (1, False), (2, False))  # processes, whether the encoder is timed


def main() -> None:
    options = _options()
    if options.one:
        print(json.dumps(measure(**json.loads(options.one))))
        return
    with tempfile.TemporaryDirectory() as folder:
        pile = generated.fill(Path(folder) / "pile", options.reports)
        characters = sum(len(path.read_text(encoding="utf-8")) for path in pile.rglob("*.txt"))
        runs = []
        for workers, timed in CONFIGURATIONS:
            run = {"pile": str(pile), "workers": workers, "timed": timed, "fake": options.fake}
            output = Path(folder) / f"{workers}-{timed}.onrecord"
            # A process of its own for each, so that each has its own peak memory and none has a warm start.
            command = [sys.executable, __file__, "--one", json.dumps({**run, "output": str(output)})]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            runs.append({**json.loads(done.stdout), "record_megabytes": output.stat().st_size / 1e6})
        same = len({path.read_bytes() for path in Path(folder).glob("*.onrecord")}) == 1
    result = {
        "reports": options.reports,
        "characters_per_report": round(characters / options.reports),
        "analysis": "fake" if options.fake else "onrecord",
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "load_before": os.getloadavg()[0],
        "same_bytes": same,
        "runs": runs,
    }
    _print_table(result)
    print(json.dumps(result))
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + "\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--fake", action="store_true", help="measure the build around a fake analysis")
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    return parser.parse_args()


def measure(pile: str, output: str, workers: int, timed: bool, fake: bool) -> dict[str, Any]:
    """One build in this process; its figures."""
    from onrecord.building import Progress, build
    from onrecord.building.stages import standard_stages

    if fake:
        from fake_analysis import STAGES as stages
    else:
        stages = standard_stages(None)
    marks: dict[str, float] = {}

    def mark(progress: Progress) -> None:
        now = time.perf_counter()
        if progress.phase == "reading" and progress.done > 0:
            marks.setdefault("first result", now)
        marks[progress.phase] = now

    with _encoder_time(timed and not fake) as encoder, _peak_memory() as peak:
        began = time.perf_counter()
        summary = build([pile], output, workers=workers, on_progress=mark, stages=stages)
        ended = time.perf_counter()
    # What a longer build spends a report: from the first result (all is loaded) to the last.
    analysing = marks["reading"] - marks["first result"]
    return {
        "processes": workers,
        "statements": summary.statements,
        "seconds": ended - began,
        "reports_per_second": summary.reports / (ended - began),
        "reports_per_second_analysing": (summary.reports - 1) / analysing,
        "finding_seconds": marks["finding"] - began,
        "start_seconds": marks["first result"] - marks["finding"],
        "analysing_seconds": analysing,
        "writing_seconds": ended - marks["reading"],
        "encoder_seconds": encoder() if timed and not fake else None,
        "encoder_share": encoder() / (ended - began) if timed and not fake else None,
        "encoder_share_analysing": encoder() / analysing if timed and not fake else None,
        "peak_megabytes": peak(),
        "peak_megabytes_of_main_process": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3,
    }


@contextmanager
def _encoder_time(wanted: bool) -> Iterator[Callable[[], float]]:
    """Seconds spent inside the ONNX session, which only this process's own analysis goes through."""
    total = 0.0
    if not wanted:
        yield lambda: total
        return
    import onnxruntime

    run = onnxruntime.InferenceSession.run

    def timed(*arguments: Any, **more: Any) -> Any:
        nonlocal total
        began = time.perf_counter()
        try:
            return run(*arguments, **more)
        finally:
            total += time.perf_counter() - began

    onnxruntime.InferenceSession.run = timed
    try:
        yield lambda: total
    finally:
        onnxruntime.InferenceSession.run = run


@contextmanager
def _peak_memory() -> Iterator[Callable[[], float]]:
    """The most megabytes that this process and its children held together, looked at every 50 ms (Linux only)."""
    most = 0.0
    over = threading.Event()

    def watch() -> None:
        nonlocal most
        while not over.wait(0.05):
            most = max(most, sum(_resident(pid) for pid in [os.getpid(), *_children(os.getpid())]))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield lambda: most
    finally:
        over.set()
        watcher.join()


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _resident(pid: int) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * resource.getpagesize() / 1e6


def _print_table(result: dict[str, Any]) -> None:
    slow = next(run for run in result["runs"] if run["processes"] == 1 and run["encoder_share"] is None)
    print(
        f"{result['reports']} reports of {result['characters_per_report']:,} characters, {result['analysis']} analysis,"
        f" {result['cores']} cores, load {result['load_before']:.1f} before; "
        f"{'the same bytes each time' if result['same_bytes'] else 'THE BYTES DIFFER'}"
    )
    head = ("processes", "reports/s", "× of one", "analysing only", "encoder share", "of analysing", "peak MB")
    print(" | ".join(f"{title:>14}" for title in head))
    for run in result["runs"]:
        share, of_analysing = run["encoder_share"], run["encoder_share_analysing"]
        row = (
            f"{run['processes']}{'' if share is None else ' (timed)'}",
            f"{run['reports_per_second']:.1f}",
            f"{run['reports_per_second'] / slow['reports_per_second']:.2f}",
            f"{run['reports_per_second_analysing']:.1f}",
            "" if share is None else f"{share:.1%}",
            "" if of_analysing is None else f"{of_analysing:.1%}",
            f"{run['peak_megabytes']:.0f}",
        )
        print(" | ".join(f"{cell:>14}" for cell in row))


if __name__ == "__main__":
    main()
