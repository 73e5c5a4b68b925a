"""A Spark cluster of this machine's own processes: a master and workers, on the loopback interface."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

JAVA = next(
    (
        str(home)
        for home in (
            *map(Path, filter(None, [os.environ.get("JAVA_HOME")])),
            *sorted(Path("/usr/lib/jvm").glob("java-17*")),
            *(Path(found).resolve().parents[1] for found in [shutil.which("java")] if found),
        )
        if (home / "bin" / "java").exists()
    ),
    None,
)
"""Where Java is installed, if it is."""

_QUIET = """rootLogger.level = error
rootLogger.appenderRef.stderr.ref = stderr
appender.stderr.type = Console
appender.stderr.name = stderr
appender.stderr.target = SYSTEM_ERR
appender.stderr.layout.type = PatternLayout
appender.stderr.layout.pattern = %p %c: %m%n
"""
_SETTINGS = """spark.driver.host 127.0.0.1
spark.driver.bindAddress 127.0.0.1
spark.driver.memory 512m
spark.executor.memory 512m
spark.ui.enabled false
spark.sql.shuffle.partitions 4
"""


class Cluster:
    """A master and ``workers`` workers of one core each. A context manager; everything is killed at its end."""

    def __init__(self, folder: Path, workers: int = 2) -> None:
        assert JAVA is not None
        import pyspark

        self._folder = folder
        self._class = Path(pyspark.__file__).parent / "bin" / "spark-class"
        settings = folder / "conf"
        settings.mkdir(parents=True)
        (settings / "log4j2.properties").write_text(_QUIET)
        (settings / "spark-defaults.conf").write_text(_SETTINGS)
        self.environment = {
            **os.environ,
            "JAVA_HOME": JAVA,
            "SPARK_HOME": str(self._class.parents[1]),
            "SPARK_CONF_DIR": str(settings),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_DAEMON_MEMORY": "256m",
            "PYSPARK_PYTHON": sys.executable,
        }
        self._web = _free_port()
        self.master = f"spark://127.0.0.1:{_free_port()}"
        self._processes: list[subprocess.Popen[bytes]] = []
        self._count = workers

    def __enter__(self) -> Self:
        port = self.master.rpartition(":")[2]
        self._start("master.Master", "--host", "127.0.0.1", "--port", port, "--webui-port", str(self._web))
        for number in range(self._count):
            work = self._folder / f"worker{number}"
            arguments = ("--host", "127.0.0.1", "--cores", "1", "--memory", "700m", "--webui-port", "0")
            self._start("worker.Worker", *arguments, "--work-dir", str(work), self.master)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._processes:
            _kill(process)

    def kill_worker(self, number: int) -> None:
        """SIGKILL for a worker and the executors that it started."""
        _kill(self._processes[1 + number])

    def has_executors(self, number: int) -> bool:
        """Whether a worker has started an executor, ever."""
        return any((self._folder / f"worker{number}").glob("app-*/*"))

    def _start(self, what: str, *arguments: str) -> None:
        command = [str(self._class), f"org.apache.spark.deploy.{what}", *arguments]
        with (self._folder / f"{len(self._processes)}.log").open("wb") as log:
            # A group of its own, so that a worker's executors die with it.
            process = subprocess.Popen(
                command,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_die_with_parent,
            )
        self._processes.append(process)


def _die_with_parent() -> None:
    """Linux: nothing is left running when the tests are killed."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def _kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def waited_for(happens: object, seconds: float) -> bool:
    """Whether a function comes to return something true within so many seconds."""
    assert callable(happens)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if happens():
            return True
        time.sleep(0.1)
    return False
