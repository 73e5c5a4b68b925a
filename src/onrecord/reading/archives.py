"""Reports in zip files, and in the zip files of web archives (WACZ). Nothing is ever unpacked to disk."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from onrecord.reading.feeds import read_feed
from onrecord.reading.jsonl import read_jsonl
from onrecord.reading.kinds import is_sidecar, kind_of, media_type_of, refusal
from onrecord.reading.raw import RawReport, Unread, printable, sha256_of, too_large
from onrecord.reading.warc import read_warc

# News text shrinks three to five times, markup ten; nothing honest shrinks a hundred times.
_MAX_RATIO = 100
_RATIO_MATTERS_FROM = 1_000_000  # bytes, unpacked

_UNSAFE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\\")

# Everything that a damaged or hostile archive has been seen to raise.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError)

# Files of many reports, each of which may have the size that a report may have.
_READERS = {"jsonl": read_jsonl, "warc": read_warc, "feed": read_feed}


def read_zip(path: Path, name: str, location: str, max_bytes: int) -> Iterator[RawReport | Unread]:
    """The reports in a zip file, in the order of their names. Raises OSError when the file can't be opened."""
    with path.open("rb") as stream:
        try:
            archive = zipfile.ZipFile(stream)
            members = sorted(archive.infolist(), key=lambda member: (member.filename, member.header_offset))
        except _DAMAGE as error:
            yield Unread(name, location, f"a damaged zip file: {_plain(error)}")
            return
        packed = path.stat().st_size
        unpacked = sum(member.file_size for member in members)
        if unpacked > _RATIO_MATTERS_FROM and unpacked > packed * _MAX_RATIO:
            yield Unread(name, location, f"a zip file that unpacks to {unpacked // max(packed, 1)} times its size")
            return
        with archive:
            for member in members:
                yield from _read_member(archive, member, name, location, max_bytes)


def _read_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, archive_name: str, archive_location: str, max_bytes: int
) -> Iterator[RawReport | Unread]:
    parts = [part for part in re.split(r"[/\\]", member.filename) if part]
    if member.is_dir() or not parts:
        return
    name = f"{archive_name}/{printable(member.filename)}"
    location = f"{archive_location}/{printable(member.filename)}"
    if _UNSAFE.search(member.filename):
        yield Unread(name, location, "its name in the zip file leads out of the archive")
        return
    if any(is_sidecar(part) for part in parts):
        return
    kind = kind_of(parts[-1])
    if kind != "warc" and archive_name.lower().endswith(".wacz"):  # the archive's own index, and lists of its pages
        return
    reason = refusal(parts[-1])
    if kind is None and not reason:
        return
    reason = reason or _refuse(member, kind, max_bytes)
    if reason:
        yield Unread(name, location, reason)
        return
    try:
        if reader := _READERS.get(kind or ""):
            with archive.open(member) as stream:
                yield from reader(stream, name, location, max_bytes)
            return
        with archive.open(member) as stream:
            data = stream.read(max_bytes + 1)
    except _DAMAGE as error:
        yield Unread(name, location, f"damaged in the zip file: {_plain(error)}")
        return
    if len(data) > max_bytes:
        yield Unread(name, location, too_large(None, max_bytes))
        return
    yield RawReport(name, location, data, sha256_of(data), media_type_of(parts[-1], data), {"file_name": parts[-1]})


def _refuse(member: zipfile.ZipInfo, kind: str | None, max_bytes: int) -> str:
    if kind == "zip":
        return "a zip file within a zip file: unpack the outer one first"
    if member.flag_bits & 0x1:
        return "encrypted: unpack the zip file with its password first"
    if member.file_size > _RATIO_MATTERS_FROM and member.file_size > member.compress_size * _MAX_RATIO:
        return f"unpacks to {member.file_size // max(member.compress_size, 1)} times its size"
    if kind not in _READERS and member.file_size > max_bytes:
        return too_large(member.file_size, max_bytes)
    return ""


def _plain(error: Exception) -> str:
    message = str(error).split(":")[0].strip() or type(error).__name__
    return printable(message[:1].lower() + message[1:])
