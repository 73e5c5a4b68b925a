"""Full-text search that takes whatever people type."""

from __future__ import annotations

from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from onrecord.record.wording import printable

_LONGEST = 1_000  # characters of a query that are looked at; more would only cost time


def matching(connection: Connection, index: str, query: str, limit: int) -> list[int]:
    """The numbers of the rows that match, best first.

    ``query`` may use FTS5's syntax (``"a phrase"``, ``OR``, ``NOT``, ``NEAR(…)``, ``prefix*``, ``said: word``). What
    isn't valid syntax is taken as words that must all be there.
    """
    query = printable(query[:_LONGEST]).strip().lstrip("*")  # a leading * calls internal functions of FTS5
    if not query or limit < 1:
        return []
    try:
        return _run(connection, index, query, limit)
    except OperationalError:
        words = [word.replace('"', '""') for word in query.split()]
        return _run(connection, index, " ".join(f'"{word}"' for word in words), limit)


def _run(connection: Connection, index: str, expression: str, limit: int) -> list[int]:
    statement = text(f"SELECT rowid FROM {index} WHERE {index} MATCH :expression ORDER BY rank, rowid LIMIT :limit")
    return list(connection.execute(statement, {"expression": expression, "limit": limit}).scalars())
