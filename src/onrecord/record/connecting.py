"""Connections to record files: one to write a new file, one to read a finished one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from onrecord.errors import RecordError
from onrecord.record.migrations import current_version, migrate, version_of
from onrecord.record.schema import APPLICATION_ID

FAULTS = (sqlite3.Error, SQLAlchemyError)  # SQLAlchemy wraps what happens in a statement, not what happens outside
_MAGIC = b"SQLite format 3\0"
_REBUILD = "build it again with `onrecord build`, or fetch it again from where you got it"


@contextmanager
def drafting(path: Path) -> Iterator[Connection]:
    """A connection to a new record at ``path``, with the current schema, inside one transaction.

    The file is a draft: nothing is flushed, nothing can be rolled back.
    """
    connection = _wrapped(sqlite3.connect(path, timeout=0))
    try:
        for pragma in (
            "page_size = 4096",  # these five fix what would otherwise depend on how SQLite was compiled
            "encoding = 'UTF-8'",
            "auto_vacuum = NONE",
            "secure_delete = OFF",
            f"application_id = {APPLICATION_ID}",
            "journal_mode = OFF",
            "synchronous = OFF",
            "locking_mode = EXCLUSIVE",
            "cache_size = -32768",
            "foreign_keys = ON",
        ):
            connection.exec_driver_sql(f"PRAGMA {pragma}")
        connection.exec_driver_sql("BEGIN")
        migrate(connection)
        yield connection
    finally:
        connection.close()


def read_only(path: Path) -> Connection:
    """A connection to a finished record. The file is never changed: an older one is brought up to date in a copy.

    Raises:
        RecordError: the file is missing, unreadable, damaged, not a record, or of a newer Onrecord.
    """
    _check_header(path)
    try:
        # as_uri escapes what a URI would take for its own: ?, #, %, blanks.
        opened = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        connection = _wrapped(opened)
        version = version_of(connection)
        _check_version(path, version)
        if version < current_version():
            old, connection = connection, _brought_up_to_date(opened)
            old.close()
        for pragma in ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON"):
            connection.exec_driver_sql(f"PRAGMA {pragma}")
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one()
    except FAULTS as error:
        raise damaged(path, error) from error
    return connection


def damaged(path: Path, error: BaseException) -> RecordError:
    """What to tell somebody whose record can't be read."""
    return RecordError(f"{path} is damaged ({error}); {_REBUILD}")


def _wrapped(connection: sqlite3.Connection) -> Connection:
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    return engine.connect()


def _check_header(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(100)
            size = file.seek(0, os.SEEK_END)
    except FileNotFoundError:
        raise RecordError(f"there is no file {path}; make a record with `onrecord build REPORTS -o {path}`") from None
    except IsADirectoryError:
        raise RecordError(f"{path} is a folder; name the record file that `onrecord build` wrote") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise RecordError(f"can't open {path}: {getattr(error, 'strerror', None) or error}") from error
    if not header.startswith(_MAGIC):
        what = "is empty" if not header else "is not a record"
        raise RecordError(f"{path} {what}; make a record with `onrecord build REPORTS -o FILE`")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise RecordError(f"{path} is an SQLite database, but not a record that `onrecord build` wrote")
    page_size = int.from_bytes(header[16:18], "big")
    if size < int.from_bytes(header[28:32], "big") * page_size:
        raise RecordError(f"{path} is cut short; {_REBUILD}")


def _check_version(path: Path, version: int) -> None:
    if version > current_version():
        raise RecordError(
            f"{path} was made by a newer Onrecord (schema {version}, this one reads up to {current_version()}); "
            "upgrade with `pip install --upgrade onrecord`"
        )
    if version < 1:
        raise RecordError(f"{path} is not a finished record; {_REBUILD}")


def _brought_up_to_date(old: sqlite3.Connection) -> Connection:
    copy = sqlite3.connect("")  # a private file that SQLite removes when the connection closes
    old.backup(copy)
    connection = _wrapped(copy)
    connection.exec_driver_sql("BEGIN")
    migrate(connection)
    connection.exec_driver_sql("COMMIT")
    return connection
