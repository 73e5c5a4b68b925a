"""A pool of worker processes that survives the death of any of them.

Every worker has one report at a time, so that it is known which report a worker died of. Such a report is tried once
more alone, since it may only have been the one too many for the memory; if its worker dies again, it is refused.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Any

from onrecord.building.outcome import Outcome, Refused, Work
from onrecord.building.worker import FAILED, READY, read_frame, unpack, write_frame
from onrecord.errors import BuildError

if TYPE_CHECKING:
    from onrecord.reading import RawReport

_PATIENCE = 600.0  # seconds that any report is given
_SECONDS_PER_BYTE = 1e-3  # and on top of that, many times what the slowest text takes
_COMMAND = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from onrecord.building.worker import serve; serve()"
)


@dataclass(frozen=True, slots=True)
class Task:
    """A report to analyse and the key of its result."""

    key: str
    raw: RawReport


class Pool:
    """Worker processes, started when there is work for them. A context manager.

    Args:
        prepare: called once in each worker before the first report; loads what the work needs.
        work: analyses one report. Both must be functions of importable modules.
        size: the most processes at a time.
        patience: seconds that a report may take, besides what its size allows, before its worker is stopped.
    """

    def __init__(self, prepare: Callable[[], object], work: Work, size: int, *, patience: float = _PATIENCE) -> None:
        self._functions = (prepare, work)
        self._size = size
        self._patience = patience
        self._messages: queue.Queue[tuple[_Worker, bytes | None]] = queue.Queue()
        self._workers: list[_Worker] = []
        self._false_starts = 0

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Outcome]]:
        """The outcomes of ``tasks``, in the order in which they come. A task is taken when there is a worker for it.

        Raises:
            BuildError: the workers can't start.
        """
        waiting = iter(tasks)
        suspects: list[Task] = []
        more = True
        while True:
            while suspects and not self._busy() and (worker := self._idle()):
                self._hand_out(worker, suspects.pop(), last_try=True)
            while more and not suspects and (worker := self._idle()):
                task = next(waiting, None)
                if task is None:
                    more = False
                else:
                    self._hand_out(worker, task)
            if not (more or suspects or self._busy()):
                return
            if more or suspects:
                self._fill_up()
            worker, frame = self._next_message()
            if frame is None:
                outcome = self._bury(worker)
                if worker.task is not None and outcome is not None:
                    yield worker.task, outcome
                elif worker.task is not None:
                    suspects.append(worker.task)
            elif frame[:1] == FAILED:
                raise BuildError(f"the analysis can't start: {frame[1:].decode()}")
            elif frame[:1] == READY:
                self._false_starts = 0
                worker.get_ready()
            elif (task := worker.give_back()) is not None:
                yield task, unpack(frame)

    def close(self) -> None:
        """End all workers at once, whatever they are doing."""
        for worker in self._workers:
            worker.kill()
        self._workers.clear()

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _busy(self) -> bool:
        return any(worker.task is not None for worker in self._workers)

    def _idle(self) -> _Worker | None:
        return next((worker for worker in self._workers if worker.ready and worker.task is None), None)

    def _fill_up(self) -> None:
        while len(self._workers) < self._size:
            job = pickle.dumps(self._functions)
            self._workers.append(_Worker(job, self._messages, time.monotonic() + self._patience))

    def _hand_out(self, worker: _Worker, task: Task, last_try: bool = False) -> None:
        allowed = self._patience + len(task.raw.data) * _SECONDS_PER_BYTE
        worker.take(task, last_try, time.monotonic() + allowed)

    def _next_message(self) -> tuple[_Worker, bytes | None]:
        while True:
            for worker in self._workers:
                if time.monotonic() > worker.deadline:
                    worker.overdue = True
                    worker.kill()  # which its listener tells in its turn
            with contextlib.suppress(queue.Empty):
                return self._messages.get(timeout=min(1.0, self._patience))

    def _bury(self, worker: _Worker) -> Outcome | None:
        """Take a dead worker away. The outcome of its task, or None if that should be tried again."""
        if worker in self._workers:
            self._workers.remove(worker)
        worker.kill()
        if not worker.ready:
            self._false_starts += 1
            if self._false_starts > 2:
                raise BuildError(f"the analysis can't start: its process {worker.cause_of_death()}")
            return None
        if worker.overdue:
            return Refused("its analysis did not end in reasonable time")
        if worker.last_try:
            return Refused(f"its analysis {worker.cause_of_death()}")
        return None


@dataclass(eq=False)
class _Worker:
    """A child process, its task if it has one, and the thread that listens to it."""

    job: bytes
    messages: queue.Queue[tuple[_Worker, bytes | None]]
    deadline: float
    task: Task | None = None
    last_try: bool = False
    ready: bool = False
    overdue: bool = False
    process: subprocess.Popen[bytes] = field(init=False)

    def __post_init__(self) -> None:
        # A group of its own, so that Ctrl-C reaches the build alone, which then ends its workers.
        own_group: dict[str, Any] = {"process_group": 0}
        if sys.platform == "win32":
            own_group = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        self.process = subprocess.Popen(
            [sys.executable, "-c", _COMMAND, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("ONRECORD_DEBUG") else subprocess.DEVNULL,
            env={**os.environ, "OMP_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"},
            **own_group,
        )
        threading.Thread(target=self._listen, daemon=True).start()
        self._send(self.job)

    def get_ready(self) -> None:
        self.ready, self.deadline = True, math.inf

    def give_back(self) -> Task | None:
        task, self.task, self.deadline = self.task, None, math.inf
        return task

    def take(self, task: Task, last_try: bool, deadline: float) -> None:
        self.task, self.last_try, self.deadline = task, last_try, deadline
        self._send(pickle.dumps(task.raw, protocol=pickle.HIGHEST_PROTOCOL))

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        if self.process.stdin is not None:
            with contextlib.suppress(OSError):  # it had not taken all that we sent
                self.process.stdin.close()

    def cause_of_death(self) -> str:
        code = self.process.returncode
        if sys.platform != "win32" and code == -signal.SIGKILL:
            return "was killed by the system, probably for want of memory"
        if code is not None and code < 0:
            return f"crashed ({signal.Signals(-code).name})"
        return f"ended without a result (exit code {code})"

    def _send(self, body: bytes) -> None:
        assert self.process.stdin is not None
        with contextlib.suppress(OSError):  # it died; the listener tells so in its turn
            write_frame(self.process.stdin, body)

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as stream:
            while True:
                try:
                    frame = read_frame(stream)
                except (OSError, ValueError):
                    frame = None
                if frame is None:
                    self.process.wait()
                    self.messages.put((self, None))
                    return
                self.messages.put((self, frame))
