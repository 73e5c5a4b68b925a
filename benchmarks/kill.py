"""Kill a build with SIGKILL at random moments, and see that nothing is lost.

    python benchmarks/kill.py [--reports 1000] [--kills 20] [--workers N] [--fake] [--seed N]

An uninterrupted build gives the bytes to reach and the time to choose the moments from. Then, for each kill, a build is
started from nothing, killed, and run again: the rerun must complete, must reuse every result that was kept, and must
end in the same bytes. The kills are spread over the whole build, its end included. Exits with 1 if anything is wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import generated


def main() -> None:
    options = _options()
    if options.one:
        _build(*json.loads(options.one))
        return
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pile = generated.fill(folder / "pile", options.reports)
        began = time.monotonic()
        whole = _run(pile, folder / "whole" / "k.onrecord", options)
        length = time.monotonic() - began
        expected = (folder / "whole" / "k.onrecord").read_bytes()
        print(f"{whole['reports']} reports, {whole['statements']} statements, {length:.1f} s uninterrupted")
        wrong = sum(
            not _one_kill(number, chance.uniform(0, length), pile, folder / f"kill{number}", expected, options)
            for number in range(1, options.kills + 1)
        )
    print(f"{options.kills - wrong} of {options.kills} kills survived")
    sys.exit(1 if wrong else 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--workers", type=int)
    parser.add_argument("--fake", action="store_true", help="with a fake analysis, which is much faster")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    return parser.parse_args()


def _one_kill(
    number: int, moment: float, pile: Path, folder: Path, expected: bytes, options: argparse.Namespace
) -> bool:
    output = folder / "k.onrecord"
    process = _start(pile, output, options)
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    survived = process.returncode == 0
    half = output.exists() and output.read_bytes() != expected
    kept = options.reports if output.exists() else _kept(output.with_name(output.name + ".work"), folder)
    again = _run(pile, output, options)
    left = sorted(path.name for path in folder.iterdir() if path != output)
    good = not half and again["reused"] == kept and output.read_bytes() == expected and not left
    print(
        f"kill {number:2} at {moment:6.2f} s{' (too late)' if survived else ''}: {kept} kept, {again['reused']} reused,"
        f" {'same bytes' if output.read_bytes() == expected else 'OTHER BYTES'}"
        f"{', a half record' if half else ''}{', left over: ' + ', '.join(left) if left else ''}",
        flush=True,
    )
    shutil.rmtree(folder)
    return good


def _kept(work: Path, folder: Path) -> int:
    """How many results the work file holds, counted in a copy, so that the file stays as the kill left it."""
    if not work.exists():
        return 0
    copy = folder.with_name(folder.name + ".copy")
    shutil.copytree(folder, copy)
    try:
        connection = sqlite3.connect(copy / work.name)
        try:
            return int(connection.execute("SELECT count(*) FROM results").fetchone()[0])
        except sqlite3.OperationalError:  # killed before it had its tables
            return 0
        finally:
            connection.close()
    finally:
        shutil.rmtree(copy)


def _start(pile: Path, output: Path, options: argparse.Namespace) -> subprocess.Popen[str]:
    output.parent.mkdir(exist_ok=True)
    build = json.dumps([str(pile), str(output), options.workers, options.fake])
    return subprocess.Popen([sys.executable, __file__, "--one", build], stdout=subprocess.PIPE, text=True)


def _run(pile: Path, output: Path, options: argparse.Namespace) -> dict[str, int]:
    process = _start(pile, output, options)
    told, _ = process.communicate()
    if process.returncode:
        sys.exit(f"the build failed with exit code {process.returncode}")
    summary: dict[str, int] = json.loads(told)
    return summary


def _build(pile: str, output: str, workers: int | None, fake: bool) -> None:
    from onrecord.building import build

    if fake:
        from fake_analysis import STAGES as stages
    else:
        stages = None
    summary = build([pile], output, workers=workers, stages=stages)
    print(json.dumps({"reports": summary.reports, "reused": summary.reused, "statements": summary.statements}))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
