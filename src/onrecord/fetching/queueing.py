"""Which address comes next: hosts take turns, so that none is asked more often than it likes."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace

from onrecord.fetching.addresses import Address
from onrecord.fetching.pacing import Pacing


@dataclass(frozen=True, slots=True)
class Task:
    """An address to ask for. ``feed`` is where it was found; ``is_given``: named by the user, so it may be a feed."""

    address: Address
    feed: str = ""
    is_given: bool = False
    attempts: int = 0


class Queue:
    """Tasks by host, each address once."""

    def __init__(self, pacing: Pacing) -> None:
        self._pacing = pacing
        self._tasks: dict[str, deque[Task]] = {}
        self._known: set[str] = set()

    def __len__(self) -> int:
        return sum(map(len, self._tasks.values()))

    def add(self, task: Task) -> bool:
        """Put a task at the end of its host's; False if its address was there before."""
        if str(task.address) in self._known:
            return False
        self._known.add(str(task.address))
        self._tasks.setdefault(task.address.host, deque()).append(task)
        return True

    def repeat(self, task: Task) -> None:
        """Put a task that failed back, to be the next of its host."""
        self._tasks.setdefault(task.address.host, deque()).appendleft(replace(task, attempts=task.attempts + 1))

    def next(self) -> Task | None:
        """The next task of the host that may be asked first; None when there is none left."""
        waiting = [host for host, tasks in self._tasks.items() if tasks]
        if not waiting:
            return None
        return self._tasks[min(waiting, key=self._pacing.ready)].popleft()

    def drop(self, host: str) -> list[Task]:
        """Take all tasks of a host out."""
        return list(self._tasks.pop(host, ()))
