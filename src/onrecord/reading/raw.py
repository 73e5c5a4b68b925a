"""What discovery hands on: the bytes of one report, or the reason why there are none."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

DEFAULT_MAX_BYTES = 4_000_000
"""Largest report that is read, in bytes, unless told otherwise. A long news feature has some 100,000."""


@dataclass(frozen=True, slots=True)
class RawReport:
    """One report's bytes and what its container says of it.

    Args:
        name: the file's own name, ``archive.zip/member``, ``file.jsonl#line``, ``feed.rss#entry`` or
            ``archive.warc.gz#3 example.org/path``; always printable.
        location: where it was found, as the user would write it.
        data: what is to be parsed. For a line of a JSONL file it is the report in that line, as UTF-8.
        sha256: hexadecimal SHA-256 of the bytes as they came (of the whole line, for JSONL).
        media_type: ``text/plain`` or ``text/html``.
        metadata: some of ``title``, ``outlet``, ``url``, ``published``, ``language``, ``agency``, ``id``, ``file_name``
            (the name that may hold a date), ``encoding`` (when ``data`` was decoded before), ``given`` (the date of
            publication that a person gave), ``given_by`` (what they gave it with), ``charset`` (the encoding that a
            server stated), ``archived`` (when a crawler fetched it), ``archived_at`` (where that is written) and
            ``updated`` (when a feed says that it was last changed).
    """

    name: str
    location: str
    data: bytes = field(repr=False)
    sha256: str
    media_type: str = "text/plain"
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that was found and can't be read. ``reason`` is one short sentence; ``sha256`` is "" if unknown."""

    name: str
    location: str
    reason: str
    sha256: str = ""


def sha256_of(data: bytes) -> str:
    """Hexadecimal SHA-256."""
    return hashlib.sha256(data).hexdigest()


def printable(name: str) -> str:
    r"""A name fit for a terminal, a log and a database: control characters and lone surrogates become ``\x1b``."""
    if name.isprintable():
        return name
    return "".join(ch if ch.isprintable() else ch.encode("unicode_escape").decode("ascii") for ch in name)


def human_size(size: int) -> str:
    """A number of bytes for people: ``4 MB``, ``50.3 MB``, ``812 bytes``."""
    if size < 1000:
        return f"{size} bytes"
    for unit in ("kB", "MB", "GB", "TB"):
        size_in_unit = size / 1000
        if size_in_unit < 1000 or unit == "TB":
            return f"{size_in_unit:.1f}".removesuffix(".0") + f" {unit}"
        size = round(size_in_unit)
    raise AssertionError("unreachable")  # pragma: no cover


def too_large(size: int | None, max_bytes: int) -> str:
    """The reason for leaving out a report of ``size`` bytes (None: not known, but too many)."""
    measured = "larger than" if size is None else f"{human_size(size)}, more than"
    return f"{measured} the {human_size(max_bytes)} that a report may have; --max-bytes raises the limit"
