from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import building_fakes as fakes
import pytest

from onrecord.building.outcome import Done, Outcome, Refused
from onrecord.building.results import decode
from onrecord.building.workers import Pool, Task
from onrecord.errors import BuildError
from onrecord.reading import RawReport


def task(text: str) -> Task:
    data = text.encode()
    return Task(text, RawReport("a.txt", "/a.txt", data, "0", "text/plain", {}))


def outcomes(*texts: str, size: int = 2, patience: float = 60) -> dict[str, Outcome]:
    with Pool(fakes.prepare, fakes.work, size, patience=patience) as pool:
        return {done.key: outcome for done, outcome in pool.run(map(task, texts))}


def test_every_report_gets_its_own_result() -> None:
    texts = [f"Vera Ilic said: number {number}" for number in range(20)]
    results = outcomes(*texts)
    assert set(results) == set(texts)
    for text, outcome in results.items():
        assert isinstance(outcome, Done)
        assert outcome.statements == 1
        assert decode(outcome.result).text == text


def test_what_the_work_raises_is_a_reason_on_one_line() -> None:
    results = outcomes("RAISE", "PANIC", "EXIT", "MEMORY", "EMPTY", "PRINT", size=1)
    assert results.pop("PRINT") == outcomes("PRINT", size=1)["PRINT"]
    assert results == {
        "RAISE": Refused("its analysis failed (ValueError: two lines \x1b[31m)"),
        "PANIC": Refused("its analysis failed (Panic: the disco)"),
        "EXIT": Refused("its analysis failed (SystemExit: 4)"),
        "MEMORY": Refused("its analysis ran out of memory"),
        "EMPTY": Refused("the file is empty"),
    }


def test_a_report_that_its_worker_dies_of_is_refused_and_the_rest_is_done() -> None:
    fine = [f"fine {number}" for number in range(6)]
    results = outcomes(*fine[:3], "CRASH", "KILLED", *fine[3:])
    assert isinstance(results.pop("CRASH"), Refused)
    killed = results.pop("KILLED")
    assert isinstance(killed, Refused) and "want of memory" in killed.reason
    assert set(results) == set(fine)
    assert all(isinstance(outcome, Done) for outcome in results.values())
    crash = outcomes("CRASH", size=1)["CRASH"]
    assert crash == Refused("its analysis crashed (SIGSEGV)")


def test_a_report_is_given_a_second_chance_alone(tmp_path: Path) -> None:
    text = f"ONCE {tmp_path / 'marker'}"
    assert isinstance(outcomes("a", text, "b")[text], Done)


def test_a_report_that_takes_for_ever_is_refused() -> None:
    results = outcomes("HANG", "fine", patience=1.5)
    assert results["HANG"] == Refused("its analysis did not end in reasonable time")
    assert isinstance(results["fine"], Done)


def test_a_large_report_gets_through() -> None:
    text = "x" * 5_000_000
    outcome = outcomes(text, size=1)[text]
    assert isinstance(outcome, Done) and len(outcome.result) > 5_000_000


def test_tasks_are_taken_when_there_is_a_worker_for_them() -> None:
    taken = 0

    def tasks() -> Iterator[Task]:
        nonlocal taken
        for number in range(30):
            taken += 1
            yield task(f"{number}")

    with Pool(fakes.prepare, fakes.work, 2) as pool:
        for done, _ in enumerate(pool.run(tasks()), start=1):
            assert taken <= done + 2
    assert taken == 30


def test_when_no_worker_can_start_the_message_says_why() -> None:
    with Pool(fakes.prepare_in_vain, fakes.work, 2) as pool, pytest.raises(BuildError) as failure:
        list(pool.run([task("a")]))
    assert str(failure.value) == "the analysis can't start: FileNotFoundError: no weights anywhere"
    with Pool(fakes.prepare_to_die, fakes.work, 2) as pool, pytest.raises(BuildError, match="exit code 3"):
        list(pool.run([task("a")]))


def test_no_process_is_left_behind() -> None:
    with Pool(fakes.prepare, fakes.work, 2) as pool:
        running = pool.run([task("a"), task("HANG")])
        next(running)
        pids = [worker.process.pid for worker in pool._workers]
    assert pids
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_workers_end_when_the_build_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    # No main guard: the workers must not run the user's script again.
    script.write_text(
        f"""
import os, signal, sys
sys.path.insert(0, {str(Path(fakes.__file__).parent)!r})
print("started", flush=True)
import building_fakes as fakes
from onrecord.building.workers import Pool, Task
from onrecord.reading import RawReport
pool = Pool(fakes.prepare, fakes.slow_work, 1)
for _ in pool.run([Task("a", RawReport("a", "a", b"a", "0", "text/plain", {{}}))]):
    print(pool._workers[0].process.pid, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""
    )
    died = subprocess.run([sys.executable, script], check=False, capture_output=True, text=True)
    started, pid = died.stdout.split()
    assert started == "started"
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and is_running(int(pid)):
        time.sleep(0.02)
    assert not is_running(int(pid))


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
