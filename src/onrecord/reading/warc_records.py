"""The records of a web archive (WARC, ISO 28500), one at a time, and where it is damaged.

Neither of the two usual libraries is used, since what a record of evidence needs is what they lack (measured on five
records of 2 kB): both end a truncated archive without an error, fastwarc 2.0 gives up on lower-case header names,
warcio 1.8 on archives that were packed in one go, and both take what they have of a cut-off record for the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO

from onrecord.reading.warc_stream import ArchiveStream, Corrupt, CutOff, open_stream

_START = b"WARC/"
_VERSION = re.compile(rb"WARC/\d+\.\d+[ \t]*\r?\n")
_LONGEST_VERSION = 16
_LONGEST_HEAD = 65_536
_SKIPPED_AT_A_TIME = 1_000_000
_FOLDED = re.compile(rb"\r?\n[ \t]+")
_END = re.compile(rb"\r?\n\r?\n")

_NO_RECORD = "damaged: no record begins where one should"
CUT_OFF = "the archive ends here before it should: it was cut off, so get it again"


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """One record.

    Args:
        number: its place among all records of the archive, from 1.
        offset: where it begins, in bytes: in the file, or, for an archive that was packed in one go, unpacked.
        unpacked: whether ``offset`` counts unpacked bytes.
        headers: its named fields, names in lower case; of a repeated one the first.
        block: its content, or the first ``limit`` bytes of it.
        size: the bytes of its content.
    """

    number: int
    offset: int
    unpacked: bool
    headers: Mapping[str, str]
    block: bytes = field(repr=False)
    size: int

    @property
    def is_whole(self) -> bool:
        return len(self.block) == self.size


@dataclass(frozen=True, slots=True)
class Damage:
    """A place at which there is no whole record; ``number`` is that of the record which should be there."""

    number: int
    reason: str


def read_records(stream: IO[bytes], limit: int) -> Iterator[WarcRecord | Damage]:
    """The records in ``stream``; no more of any than ``limit`` bytes is held in memory.

    A damaged record is passed over, a cut-off archive ends with Damage; whatever is whole comes out. An archive that is
    packed is checked against its checksums before a record is let out.
    """
    try:
        archive = open_stream(stream)
    except ValueError as error:
        yield Damage(1, str(error))
        return
    number = 0
    while True:
        number += 1
        record: WarcRecord | None = None
        try:
            if not _at_next_record(archive):
                return
            offset, unpacked = archive.place()
            headers, size = _read_headers(archive)
            block = _take(archive, min(size, limit))
            _skip(archive, size - len(block))
            record = WarcRecord(number, offset, unpacked, headers, block, size)
            end = archive.position
            _check_what_follows(archive)  # and so the end of this one, too
        except CutOff:
            if record is not None:
                yield record
                number += 1
            yield Damage(number, CUT_OFF)
            return
        except Corrupt as error:
            if record is not None and end <= error.begins:
                yield record
                number += 1
            yield Damage(number, error.reason)
            _resynchronise(archive)
        else:
            yield record


def _at_next_record(archive: ArchiveStream) -> bool:
    """Pass over the blank lines between records; False at the end of the archive."""
    while (ahead := archive.peek(1)) and ahead in b"\r\n":
        archive.take(1)
    if not ahead and archive.trouble:
        raise archive.trouble
    return bool(ahead)


def _check_what_follows(archive: ArchiveStream) -> None:
    if _at_next_record(archive) and (ahead := archive.peek(len(_START))) != _START:
        if _START.startswith(ahead):
            raise archive.trouble or CutOff
        raise Corrupt("damaged: the record is not as long as it says")


def _read_headers(archive: ArchiveStream) -> tuple[dict[str, str], int]:
    head = _head(archive)
    version = _VERSION.match(head)
    if not version:
        raise Corrupt(_NO_RECORD)
    headers: dict[str, str] = {}
    for line in _FOLDED.sub(b" ", head[version.end() :]).splitlines():
        name, colon, value = line.partition(b":")
        if colon:
            headers.setdefault(name.strip().decode("latin-1").lower(), value.strip().decode("utf-8", "replace"))
    size = headers.get("content-length", "")
    if not (size.isascii() and size.isdigit()) or len(size) > 15:
        raise Corrupt("damaged: the record does not say how long it is")
    return headers, int(size)


def _head(archive: ArchiveStream) -> bytes:
    """The version line and the named fields, to the blank line behind them."""
    size = 1024
    while True:
        ahead = archive.peek(size)
        if end := _END.search(ahead):
            return archive.take(end.end())
        if len(ahead) < size and (archive.trouble or _START.startswith(ahead[: len(_START)])):
            raise archive.trouble or CutOff
        if not _VERSION.match(ahead) or size >= _LONGEST_HEAD:
            raise Corrupt(_NO_RECORD)
        size *= 2


def _take(archive: ArchiveStream, size: int) -> bytes:
    taken = archive.take(size)
    if len(taken) < size:
        raise archive.trouble or CutOff
    return taken


def _skip(archive: ArchiveStream, size: int) -> None:
    while size:
        size -= len(_take(archive, min(size, _SKIPPED_AT_A_TIME)))


def _resynchronise(archive: ArchiveStream) -> None:
    """Go on to what looks like the beginning of a record."""
    while True:
        ahead = archive.peek(_LONGEST_HEAD)
        found = _VERSION.search(ahead)
        if found:
            archive.take(found.start())
            return
        if isinstance(archive.trouble, Corrupt):
            archive.recover()
        elif len(ahead) < _LONGEST_HEAD:
            archive.take(len(ahead))
            return
        else:
            archive.take(len(ahead) - _LONGEST_VERSION)
