"""An HTTP response as it is kept in a web archive: what the server answered, and the page without its packing."""

from __future__ import annotations

import importlib
import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b[^\r\n]*\r?\n")
_END = re.compile(rb"\r?\n\r?\n")
_LONGEST_HEAD = 1_000_000
_CHUNK_HEAD = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_PACKED_TYPES = {"gzip": 31, "x-gzip": 31, "deflate": 15}


class Unpackable(Exception):
    """A body that can't be unpacked; the message is a reason fit for a table."""


@dataclass(frozen=True, slots=True)
class Response:
    """A status, fields by their names in lower case (of a repeated one the last) and a body as it was sent."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)

    @property
    def media_type(self) -> str:
        """``text/html``, in lower case and without parameters; "" if it is not stated."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The encoding that the server states, "" if none."""
        return charset_of(self.headers.get("content-type", ""))


def charset_of(content_type: str) -> str:
    """The charset in a Content-Type, "" if it has none."""
    message = Message()
    message["content-type"] = content_type
    value = message.get_param("charset", "")
    return value.strip() if isinstance(value, str) else ""


def read_response(block: bytes) -> Response | None:
    """The response in ``block``; None if there is no HTTP in it."""
    status = _STATUS.match(block)
    if not status:
        return None
    end = _END.search(block, status.end() - 2, _LONGEST_HEAD)
    head, body = (block[status.end() : end.start()], block[end.end() :]) if end else (block[status.end() :], b"")
    headers = {}
    for line in head.splitlines():
        name, colon, value = line.partition(b":")
        if colon:
            headers[name.strip().decode("latin-1").lower()] = value.strip().decode("utf-8", "replace")
    return Response(int(status[1]), headers, body)


def unpacked_body(response: Response, max_bytes: int) -> bytes:
    """The page: joined if it was sent in chunks, unpacked if it was packed; at most ``max_bytes`` + 1 bytes of it.

    Crawlers differ in what they keep: many have joined or unpacked the body and left the header as it was. A body that
    is not packed as its header says is taken as it is.

    Raises:
        Unpackable: the body is cut off or damaged, or packed in a way that can't be read.
    """
    body = response.body
    if "chunked" in response.headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    for packing in reversed(response.headers.get("content-encoding", "").lower().split(",")):
        body = _unpacked(body, packing.strip(), max_bytes)
    return body


def _joined(body: bytes) -> bytes:
    parts: list[bytes] = []
    at = 0
    while head := _CHUNK_HEAD.match(body, at):
        size = int(head[1], 16)
        if not size:
            return b"".join(parts)
        at = head.end() + size
        if at > len(body):
            break
        parts.append(body[head.end() : at])
        at += 2 if body[at : at + 2] == b"\r\n" else 1 if body[at : at + 1] == b"\n" else 0
    if not parts:
        return body  # joined already
    raise Unpackable("cut off: its last part is missing")


def _unpacked(body: bytes, packing: str, max_bytes: int) -> bytes:
    if packing in _PACKED_TYPES:
        if packing != "deflate" and not body.startswith(b"\x1f\x8b"):
            return body
        return _inflated(body, _PACKED_TYPES[packing], max_bytes)
    if packing in ("br", "zstd"):
        if _looks_like_text(body):
            return body
        return _with_library(body, packing, max_bytes)
    return body


def _inflated(body: bytes, window: int, max_bytes: int) -> bytes:
    inflater = zlib.decompressobj(window)
    try:
        unpacked = inflater.decompress(body, max_bytes + 1)
    except zlib.error as error:
        if window == 15:
            if _looks_like_text(body):
                return body
            return _inflated(body, -15, max_bytes)  # what many servers mean by deflate
        raise Unpackable("damaged: it can't be unpacked") from error
    if not inflater.eof and len(unpacked) <= max_bytes:
        raise Unpackable("cut off: its packed bytes end too early")
    return unpacked


def _with_library(body: bytes, packing: str, max_bytes: int) -> bytes:
    """Brotli and Zstandard, if a library for them happens to be there. They are rare outside of browsers' archives."""
    name, library = ("Brotli", "brotli") if packing == "br" else ("Zstandard", "zstandard")
    try:
        module = importlib.import_module(library)
    except ImportError as error:
        raise Unpackable(f"packed with {name}: `pip install {library}` and build again to have it read") from error
    try:
        if packing == "zstd":
            reader = module.ZstdDecompressor().stream_reader(body)
            return bytes(reader.read(max_bytes + 1))
        return _brotli(module.Decompressor().process, body, max_bytes)
    except Exception as error:
        raise Unpackable("damaged: it can't be unpacked") from error


def _brotli(process: Callable[[bytes], bytes], body: bytes, max_bytes: int) -> bytes:
    unpacked = bytearray()
    # In small steps: the library knows no limit, and a few bytes may unpack to many.
    for at in range(0, len(body), 256):
        unpacked += process(body[at : at + 256])
        if len(unpacked) > max_bytes:
            break
    return bytes(unpacked[: max_bytes + 1])


def _looks_like_text(body: bytes) -> bool:
    return body.lstrip()[:1] in (b"<", b"{") or not body
