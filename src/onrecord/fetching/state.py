"""What is known of every address that was ever asked for: an SQLite file beside the archives.

It is what makes fetching resumable and polite: pages that are kept are not asked for again, and feeds only for what has
changed. A page is noted after its bytes are in the archive, with the archive's length, in one transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from onrecord.errors import FetchError

NAME = "fetched.state"

Status = Literal["waiting", "kept", "failed", "final"]

_APPLICATION = 0x4F6E5266  # "OnRf"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS pages (
    number INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    feed TEXT NOT NULL,
    status TEXT NOT NULL,
    is_feed INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    etag TEXT NOT NULL DEFAULT '',
    modified TEXT NOT NULL DEFAULT '',
    digest TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS archives (name TEXT PRIMARY KEY, length INTEGER NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Page:
    """An address: where it was found (``feed``, "" if the user gave it), and what came of it.

    ``status`` is ``waiting`` (never asked), ``kept``, ``failed`` (to be tried again) or ``final`` (can't be had).
    ``etag`` and ``modified`` are what the server said of its version, ``digest`` the body's.
    """

    url: str
    feed: str = ""
    status: Status = "waiting"
    is_feed: bool = False
    reason: str = ""
    etag: str = ""
    modified: str = ""
    digest: str = ""


class State:
    """The state of the folder ``folder``.

    Raises:
        FetchError: another run is at work in the folder, or the file can't be read or written.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / NAME
        try:
            self._connection = sqlite3.connect(path, timeout=0, isolation_level=None)
            self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._connection.execute("BEGIN EXCLUSIVE")
            self._connection.execute("COMMIT")
            self._connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            self._connection.executescript(_SCHEMA)
        except sqlite3.Error as error:
            busy = getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
            why = "another fetch is at work there; wait for it" if busy else f"{path}: {error}; move that file away"
            raise FetchError(f"can't fetch into {folder}: {why}, or choose another folder") from error

    def page(self, url: str) -> Page | None:
        """What is known of an address."""
        row = self._connection.execute(f"SELECT {_COLUMNS} FROM pages WHERE url = ?", (url,)).fetchone()
        return _page(row) if row else None

    def pages_of(self, feed: str) -> Iterator[Page]:
        """The addresses that were found in a feed, in the order in which they were."""
        for row in self._connection.execute(f"SELECT {_COLUMNS} FROM pages WHERE feed = ? ORDER BY number", (feed,)):
            yield _page(row)

    def note(self, page: Page, archive: tuple[str, int] | None = None) -> None:
        """Keep what is known of an address, and the length that an archive has by then."""
        with self.at_once():
            self._connection.execute(
                """INSERT INTO pages (url, feed, status, is_feed, reason, etag, modified, digest)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO UPDATE SET status = excluded.status,
                is_feed = excluded.is_feed, reason = excluded.reason, etag = excluded.etag,
                modified = excluded.modified, digest = excluded.digest""",
                (page.url, page.feed, page.status, page.is_feed, page.reason, page.etag, page.modified, page.digest),
            )
            if archive:
                self._connection.execute("INSERT OR REPLACE INTO archives VALUES (?, ?)", archive)

    def add(self, urls: Iterable[str], feed: str) -> None:
        """Take addresses that were found in a feed into account; those that are known already stay as they are."""
        with self.at_once():
            self._connection.executemany(
                "INSERT OR IGNORE INTO pages (url, feed, status) VALUES (?, ?, 'waiting')",
                ((url, feed) for url in urls),
            )

    def archives(self) -> dict[str, int]:
        """The archives and their lengths in bytes, by name."""
        return dict(self._connection.execute("SELECT name, length FROM archives ORDER BY name"))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """All or nothing of what is noted in the block."""
        if self._connection.in_transaction:
            yield
            return
        with self._connection:
            self._connection.execute("BEGIN")
            yield


_COLUMNS = "url, feed, status, is_feed, reason, etag, modified, digest"


def _page(row: tuple[str, str, Status, int, str, str, str, str]) -> Page:
    url, feed, status, is_feed, reason, etag, modified, digest = row
    return Page(url, feed, status, bool(is_feed), reason, etag, modified, digest)
