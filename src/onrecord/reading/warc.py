"""Reports in web archives (WARC): the pages that a crawler kept, each with its address and the day it was fetched."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from http import HTTPStatus
from typing import IO
from urllib.parse import SplitResult, unquote, urlsplit

from onrecord.reading.http_message import Response, Unpackable, read_response, unpacked_body
from onrecord.reading.kinds import looks_like_html
from onrecord.reading.raw import RawReport, Unread, printable, sha256_of, too_large
from onrecord.reading.warc_records import Damage, WarcRecord, read_records

_ROOM_FOR_HEADERS = 1_000_000
_LONGEST_ADDRESS = 150  # characters of it that a name has

_PAGES = {"text/html": "text/html", "application/xhtml+xml": "text/html", "text/plain": "text/plain"}
# What people do keep reports in, and Onrecord does not read.
_DOCUMENTS = {
    "application/pdf": "a PDF",
    "application/x-pdf": "a PDF",
    "application/msword": "a Word document",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "a Word document",
    "application/vnd.oasis.opendocument.text": "an OpenDocument text",
    "application/rtf": "a rich text document",
    "text/rtf": "a rich text document",
    "application/epub+zip": "an e-book",
    "message/rfc822": "an e-mail",
}
# Addresses that lead to no report, whatever the server says that it sent: many answer with a page when they mean 404.
_FURNITURE = re.compile(
    r"/(?:robots|ads|app-ads|humans|security|llms)\.txt$|/favicon[^/]*$|/apple-touch-icon[^/]*$|/\.well-known/"
    r"|\.(?:css|m?js|map|json|jsonld|xml|rss|atom|rdf|png|jpe?g|jfif|gif|webp|avif|svgz?|ico|cur|bmp|tiff?|woff2?|ttf|otf|eot"
    r"|mp[34]|m4[av]|aac|ogg|og[av]|wav|webm|mov|avi|flv|swf|m3u8|ts|mpd|vtt|wasm|webmanifest)$",
    re.IGNORECASE,
)
_SAME_BEFORE = "a page that had not changed since it was archived before, in an archive that is not here: add that one"


def read_warc(stream: IO[bytes], name: str, location: str, max_bytes: int) -> Iterator[RawReport | Unread]:
    """The reports of a web archive, packed or not, named ``archive.warc.gz#3 example.org/path``.

    The number is the record's place in the archive, counted from 1. Pages (HTML and plain text) that the server gave
    with status 200 are reports. What is no report is passed over: requests, redirects, style sheets, pictures, feeds,
    ``robots.txt`` and the like. What might have been one comes as ``Unread``: errors (404), documents of other kinds,
    pages that were cut off, and revisits of pages which this archive does not hold. So does an archive that is damaged
    or cut off, and what was whole in it is read. Of no record more than about ``max_bytes`` is in memory.

    ``metadata`` gets ``url``, ``archived`` (WARC-Date: when it was fetched, which is not when it was published),
    ``archived_at`` (where the record lies) and ``charset`` (what the server said of the encoding).
    """
    kept: set[bytes] = set()
    for record in read_records(stream, max_bytes + _ROOM_FOR_HEADERS):
        if isinstance(record, Damage):
            where = f"#{record.number}"
            yield Unread(f"{name}{where}", f"{location}{where}", record.reason)
        elif (item := _read_record(record, name, location, max_bytes, kept)) is not None:
            yield item


def _read_record(
    record: WarcRecord, archive: str, location: str, max_bytes: int, kept: set[bytes]
) -> RawReport | Unread | None:
    kind = record.headers.get("warc-type", "").lower()
    url = record.headers.get("warc-target-uri", "").strip("<> ")
    parts = _split(url)
    if kind not in ("response", "resource", "conversion", "revisit", "continuation") or parts is None:
        return None
    if _FURNITURE.search(parts.path):
        return None
    where = f"#{record.number} {_readable(parts)}"
    name, location = f"{archive}{where}", f"{location}{where}"
    digest = _digest(record)
    if kind == "revisit":
        return None if digest in kept or not digest else Unread(name, location, _SAME_BEFORE)
    if digest:
        kept.add(digest)
    response = _response(record, kind)
    reason, media_type = _judge(record, response, kind, max_bytes)
    if reason:
        return Unread(name, location, reason, sha256_of(record.block) if record.is_whole else "")
    if response is None or not media_type:
        return None
    try:
        data = unpacked_body(response, max_bytes)
    except Unpackable as error:
        return Unread(name, location, str(error), sha256_of(response.body))
    if len(data) > max_bytes:
        return Unread(name, location, too_large(None, max_bytes))
    metadata = {"url": url, "archived": record.headers.get("warc-date", ""), "archived_at": _place(record)}
    if response.charset:
        metadata["charset"] = response.charset
    return RawReport(name, location, data, sha256_of(data), media_type, metadata)


def _response(record: WarcRecord, kind: str) -> Response | None:
    """The page that was sent; of what was kept without HTTP, as if it had been sent."""
    content_type = record.headers.get("content-type", "")
    if kind == "response" and (response := read_response(record.block)):
        return response
    if kind == "response" and "application/http" in content_type.lower():
        return None
    return Response(HTTPStatus.OK, {"content-type": content_type}, record.block)


def _judge(record: WarcRecord, response: Response | None, kind: str, max_bytes: int) -> tuple[str, str]:
    """Why a record that might be a report is not read, or ""; and its media type, "" if it is no report."""
    if response is None:
        return "damaged: there is no HTTP response in this record", ""
    if 300 <= response.status < 400 or response.status in (HTTPStatus.NO_CONTENT, HTTPStatus.RESET_CONTENT):
        return "", ""
    stated = response.media_type
    media_type = _PAGES.get(stated, "")
    if not media_type and stated in ("", "application/octet-stream", "application/x-unknown", "unknown/unknown"):
        media_type = "text/html" if looks_like_html(response.body) else ""
    document = _DOCUMENTS.get(stated) or ("a PDF" if response.body.startswith(b"%PDF-") else "")
    if not media_type and not document:
        return "", ""
    if response.status not in (HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION):
        return f"the server answered {_status(response.status)}", ""
    if document and not media_type:
        return f"{document}: save it as text or HTML", ""
    if kind == "continuation" or "warc-segment-number" in record.headers:
        return "kept in several parts, which are not put together", ""
    if cause := record.headers.get("warc-truncated"):
        return f"the crawler cut it off (WARC-Truncated: {printable(cause[:40])})", ""
    if not record.is_whole:
        return too_large(record.size, max_bytes), ""
    return "", media_type


def _status(status: int) -> str:
    try:
        return f"{status} ({HTTPStatus(status).phrase.lower()})"
    except ValueError:
        return str(status)


def _digest(record: WarcRecord) -> bytes:
    """What tells the same payload, short enough to keep one of each page in memory; b"" if it is not stated."""
    stated = record.headers.get("warc-payload-digest", "").strip().lower()
    return hashlib.blake2b(stated.encode(), digest_size=8).digest() if stated else b""


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        return parts if parts.scheme.lower() in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def _readable(parts: SplitResult) -> str:
    """``example.org/path``, for people to recognise a page by."""
    host = (parts.hostname or "").removeprefix("www.")
    address = unquote(host + parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else ""))
    shown = printable(address)
    return shown if len(shown) <= _LONGEST_ADDRESS else shown[: _LONGEST_ADDRESS - 1] + "…"


def _place(record: WarcRecord) -> str:
    return f"byte {record.offset:,} of the archive" + (", unpacked" if record.unpacked else "")
