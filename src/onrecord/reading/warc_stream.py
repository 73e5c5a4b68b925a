"""The bytes of a web archive, unpacked, whichever way it was packed: not at all, in one go, or record by record."""

from __future__ import annotations

import io
import zlib
from collections import deque
from typing import IO, Protocol

_CHUNK = 65_536
_GZIP = b"\x1f\x8b\x08"
_START = b"WARC/"
_ZSTD = (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18")

# A page shrinks to a tenth, nothing honest to a five hundredth; zeros shrink to a thousandth.
_MAX_RATIO = 500
_RATIO_MATTERS_FROM = 100_000_000  # bytes, unpacked


class CutOff(Exception):
    """The archive ends before it should."""


class Corrupt(Exception):
    """Bytes that can't be unpacked or understood; ``reason`` says why.

    What was unpacked before ``begins`` (an unpacked position) has been checked and is sound.
    """

    def __init__(self, reason: str, begins: int = 0) -> None:
        super().__init__(reason)
        self.reason, self.begins = reason, begins


class ArchiveStream(Protocol):
    """Unpacked bytes. ``position`` counts those that were taken.

    ``trouble`` is what stands in the way when there are fewer bytes than were asked for; None at a proper end.
    """

    position: int
    trouble: CutOff | Corrupt | None

    def peek(self, size: int) -> bytes:
        """Up to ``size`` of the next bytes, fewer only at the end or when there is trouble."""

    def take(self, size: int) -> bytes:
        """Up to ``size`` bytes, fewer only at the end or when there is trouble."""

    def place(self) -> tuple[int, bool]:
        """Where the next byte lies, as an offset into the file; into the unpacked archive if the second is True."""

    def recover(self) -> None:
        """Go on behind what is corrupt."""


def open_stream(stream: IO[bytes]) -> ArchiveStream:
    """The archive in ``stream``, which need not be seekable.

    Raises:
        ValueError: it is no web archive, or packed in a way that can't be read; the message says which.
    """
    head = stream.read(len(_START))
    if head.startswith(_GZIP[: len(head)]) and len(head) >= 2:
        return _Packed(stream, head)
    if head.startswith(_ZSTD):
        raise ValueError("packed with Zstandard, which is not read: unpack it with `unzstd` first")
    if head != _START:
        raise ValueError("not a web archive: it does not begin with “WARC/”" if head else "empty file")
    return _Plain(stream, head)


class _Plain:
    def __init__(self, stream: IO[bytes], head: bytes) -> None:
        self._stream, self._buffer = stream, bytearray(head)
        self.position = 0
        self.trouble: CutOff | Corrupt | None = None

    def peek(self, size: int) -> bytes:
        while len(self._buffer) < size and (chunk := self._stream.read(_CHUNK)):
            self._buffer += chunk
        return bytes(self._buffer[:size])

    def take(self, size: int) -> bytes:
        taken = self.peek(size)
        del self._buffer[: len(taken)]
        self.position += len(taken)
        return taken

    def place(self) -> tuple[int, bool]:
        return self.position, False

    def recover(self) -> None:
        """Nothing can be corrupt where nothing is packed."""


class _Packed:
    """Gzip members, one after the other. It is known where each begins, and whether the last one ends."""

    def __init__(self, stream: IO[bytes], head: bytes) -> None:
        self._stream, self._raw = stream, head
        self._buffer = bytearray()
        self._inflater: zlib._Decompress | None = None
        self._read = len(head)  # packed bytes that were read
        self._unpacked = 0
        self._starts: deque[tuple[int, int]] = deque()  # members: unpacked position, packed offset
        self.position = 0
        self.trouble: CutOff | Corrupt | None = None

    def peek(self, size: int) -> bytes:
        try:
            while len(self._buffer) < size and self.trouble is None and self._more():
                pass
        except (CutOff, Corrupt) as trouble:
            self.trouble = trouble
        return bytes(self._buffer[:size])

    def take(self, size: int) -> bytes:
        taken = self.peek(size)
        del self._buffer[: len(taken)]
        self.position += len(taken)
        return taken

    def place(self) -> tuple[int, bool]:
        self.peek(1)
        while len(self._starts) > 1 and self._starts[1][0] <= self.position:
            self._starts.popleft()
        begins, offset = self._starts[0] if self._starts else (0, 0)
        return (offset, False) if begins == self.position else (self.position, True)

    def recover(self) -> None:
        if isinstance(self.trouble, Corrupt):
            self.position += len(self._buffer)
            self._buffer.clear()
            self._inflater, self.trouble = None, None
            self._find_member()

    def _more(self) -> bool:
        """Unpack some more; False at the end of the last member."""
        if self._inflater is None and not self._begin_member():
            return False
        assert self._inflater is not None
        if not self._raw:
            self._fill()
        raw, self._raw = self._raw, b""
        try:
            unpacked = self._inflater.decompress(raw, _CHUNK)
        except zlib.error as error:
            self._raw = raw
            raise Corrupt("damaged: its bytes can't be unpacked", self._starts[-1][0]) from error
        if self._inflater.eof:
            self._raw, self._inflater = self._inflater.unused_data, None
        else:
            self._raw = self._inflater.unconsumed_tail
            if not raw and not unpacked:
                raise CutOff
        self._buffer += unpacked
        self._unpacked += len(unpacked)
        if self._unpacked > _RATIO_MATTERS_FROM and self._unpacked > self._read * _MAX_RATIO:
            self._raw, self._stream = b"", io.BytesIO()
            self._buffer.clear()
            times = self._unpacked // max(self._read, 1)
            raise Corrupt(f"unpacks to {times} times its size; the rest was not read", self._starts[-1][0])
        return True

    def _fill(self) -> None:
        chunk = self._stream.read(_CHUNK)
        self._read += len(chunk)
        self._raw += chunk

    def _begin_member(self) -> bool:
        while not self._raw.strip(b"\0"):  # some writers fill up the last block with zeros
            self._raw = b""
            self._fill()
            if not self._raw:
                return False
        self._raw = self._raw.lstrip(b"\0")
        if len(self._raw) < len(_GZIP):
            self._fill()
        if not self._raw.startswith(_GZIP):
            if _GZIP.startswith(self._raw):
                raise CutOff
            raise Corrupt("damaged: there are bytes behind its last record that are not packed", self._unpacked)
        self._starts.append((self._unpacked, self._read - len(self._raw)))
        self._inflater = zlib.decompressobj(31)
        return True

    def _find_member(self) -> None:
        """Go to the next gzip member that is the beginning of a record, or to the end."""
        at = 1
        while True:
            at = self._raw.find(_GZIP, at)
            if at < 0:
                kept = self._raw = self._raw[1 - len(_GZIP) :]
                self._fill()
                if len(self._raw) == len(kept):
                    self._raw = b""
                    return
                at = 0
                continue
            self._raw, at = self._raw[at:], 0
            if len(self._raw) < _CHUNK // 4:
                self._fill()
            try:
                beginning = zlib.decompressobj(31).decompress(self._raw, len(_START))
            except zlib.error:
                beginning = b""
            if beginning == _START:
                return
            at = 1
