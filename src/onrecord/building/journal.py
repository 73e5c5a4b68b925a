"""The work file of a build: each report's result, kept as soon as it is there.

It is an SQLite file beside the output, ``<output>.work``. Whatever happens to the build (Ctrl-C, SIGKILL, a power
cut) the results that were kept are there for the next one; it is removed when the record is written. The file is
also the lock: it is held exclusively, the operating system lets go of it when the process ends, however it ends.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.building.outcome import Done
from onrecord.errors import BuildError

_APPLICATION = 0x4F6E5277  # "OnRw" in the file's header tells our work files from other people's files
_SCHEMA = """
CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, statements INTEGER NOT NULL, result BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS begun (key TEXT PRIMARY KEY);
"""


class Journal:
    """Results by key in the work file at ``path``.

    Raises:
        BuildError: another build holds the file, the file is not a work file, or it can't be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        _refuse_strangers(path)
        try:
            self._connection = _connect(path)
        except sqlite3.DatabaseError as error:
            if _is_busy(error):
                raise BuildError(
                    f"another build is writing the same record (it holds {path}); wait for it, or choose another output"
                ) from error
            if isinstance(error, sqlite3.OperationalError):
                raise BuildError(f"can't write the work file {path}: {error}; may you write in that folder?") from error
            # Damaged, say by a power cut: what is in it can be had again by analysing again.
            _remove(path)
            self._connection = _connect(path)

    def keep(self, key: str, done: Done) -> None:
        """Keep a finished report's result."""
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", (key, done.statements, done.result))
            connection.execute("DELETE FROM begun WHERE key = ?", (key,))

    def get(self, key: str) -> bytes | None:
        """The result kept under ``key``."""
        row = self._connection.execute("SELECT result FROM results WHERE key = ?", (key,)).fetchone()
        return None if row is None else bytes(row[0])

    def statements(self, key: str) -> int | None:
        """The number of statements in the result kept under ``key``; None when there is none."""
        row = self._connection.execute("SELECT statements FROM results WHERE key = ?", (key,)).fetchone()
        return None if row is None else int(row[0])

    def keys(self) -> frozenset[str]:
        """The keys of all results."""
        return frozenset(key for (key,) in self._connection.execute("SELECT key FROM results"))

    def __contains__(self, key: str) -> bool:
        return self.statements(key) is not None

    def __len__(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM results").fetchone()[0])

    def begin(self, key: str) -> None:
        """Note that the analysis of a report is about to start in this very process, which it might bring down."""
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO begun VALUES (?)", (key,))

    def drop(self, key: str) -> None:
        """Forget about a report."""
        with self._writing() as connection:
            connection.execute("DELETE FROM begun WHERE key = ?", (key,))
            connection.execute("DELETE FROM results WHERE key = ?", (key,))

    def begun(self) -> frozenset[str]:
        """Reports whose analysis was begun in a process that did not live to see it end."""
        return frozenset(key for (key,) in self._connection.execute("SELECT key FROM begun"))

    def close(self) -> None:
        """Let go of the file, and keep it unless there is nothing in it."""
        try:
            worthless = len(self) == 0 and not self.begun()
        except sqlite3.Error:
            worthless = False
        self._connection.close()
        if worthless:
            _remove(self.path)

    def remove(self) -> None:
        """The record is written: the work file has done its work."""
        self._connection.close()
        _remove(self.path)

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Everything that is kept in the block is committed at its end, which is faster for many."""
        with self._writing():
            yield

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        if self._connection.in_transaction:
            yield self._connection
            return
        with self._connection:
            self._connection.execute("BEGIN")
            yield self._connection


def work_file(output: Path) -> Path:
    """Where the work file of a build of ``output`` lies."""
    return output.with_name(output.name + ".work")


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        # A commit must survive the death of the process; with WAL and NORMAL it does, without a disk flush each.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(_SCHEMA)
        connection.execute("SELECT count(*) FROM results").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _is_busy(error: sqlite3.DatabaseError) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _refuse_strangers(path: Path) -> None:
    """A file of this name that we did not write is somebody's; it must not be touched."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return
    except OSError as error:
        raise BuildError(f"can't open the work file {path}: {error.strerror}; move it away and build again") from error
    ours = header[68:72] == _APPLICATION.to_bytes(4, "big") if header else True
    if not ours:
        raise BuildError(f"{path} is in the way: the build needs that name for its work file; move it away")


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
