"""The column type for other people's words: any Python string survives it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator


class Wording(TypeDecorator[str]):
    """Text, kept to the letter whatever is in it.

    SQLite's TEXT can't hold lone surrogates (they are not UTF-8), and its functions stop at a NUL. A string with
    either is stored as a BLOB: its UTF-8 bytes, with surrogates encoded as if they were characters (Python's
    ``surrogatepass``). Any other string is plain TEXT, so that nearly every record reads as one would expect.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else stored(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else restored(value)


def stored(value: str) -> str | bytes:
    """How a string is kept in SQLite."""
    if "\0" not in value:
        if value.isascii():
            return value
        try:
            value.encode()
        except UnicodeEncodeError:
            pass
        else:
            return value
    return value.encode("utf-8", "surrogatepass")


def restored(value: str | bytes) -> str:
    """The string that ``stored`` was given."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def printable(value: str) -> str:
    """The string with what no UTF-8 text file should hold (lone surrogates, NUL) shown as U+FFFD: same length."""
    return value.translate(_UNPRINTABLE)


_UNPRINTABLE = dict.fromkeys([0, *range(0xD800, 0xE000)], "\ufffd")
