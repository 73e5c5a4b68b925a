"""What to tell people when the disk says no."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import BuildError

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


@contextmanager
def explained(output: Path) -> Iterator[None]:
    """Turn errors of writing beside ``output`` into BuildErrors that say what to do."""
    try:
        yield
    except Exception as error:
        reason = _reason(error)
        if reason is None:
            raise
        raise BuildError(
            f"can't write {output}: {reason}. What was finished is kept; put that right and run the same build again"
        ) from error


def _reason(error: BaseException) -> str | None:
    cause = getattr(error, "orig", None) or error  # SQLAlchemy wraps the errors of SQLite
    if isinstance(cause, OSError):
        if cause.errno in _NO_SPACE:
            return "the disk is full; free some space"
        return (cause.strerror or str(cause)).lower()
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_FULL:
            return "the disk is full; free some space"
        if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
            return f"{cause}; is the disk full or the folder read-only?"
    return None
