"""Web archives for tests, byte by byte, honest and otherwise."""

from __future__ import annotations

import gzip
import zlib

PARAGRAPH = (
    "The harbour commission will not raise its fees before the autumn, its chairwoman said on Tuesday, and the ferry "
    "companies welcomed the news. She told reporters that talks about the winter timetable would go on for some weeks."
)


def page(title: str = "Fees stay as they are", body: str = "", head: str = "") -> bytes:
    """A small news page."""
    text = body or f"<p>{PARAGRAPH}</p><p>{PARAGRAPH.replace('Tuesday', 'Wednesday')}</p>"
    top = f"<head><title>{title}</title>{head}</head>"
    return f"<!DOCTYPE html><html>{top}<body><article><h1>{title}</h1>{text}</article></body></html>".encode()


def http(
    body: bytes, status: str = "200 OK", content_type: str | None = "text/html; charset=utf-8", **fields: str
) -> bytes:
    """An HTTP response. Fields are written as Python names: ``content_encoding="gzip"``."""
    named = {"content-type": content_type, **{key.replace("_", "-"): value for key, value in fields.items()}}
    head = "".join(f"{key.title()}: {value}\r\n" for key, value in named.items() if value is not None)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def record(
    block: bytes,
    url: str = "https://lakewire.example/fees",
    kind: str = "response",
    *,
    date: str = "2012-05-08T06:30:00Z",
    content_type: str = "application/http; msgtype=response",
    lower: bool = False,
    length: int | None = None,
    **fields: str,
) -> bytes:
    """One record, unpacked. ``length`` overrides what it says of its own length."""
    named = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:00000000-0000-4000-8000-{zlib.crc32((url + kind).encode()):012d}>",
        "WARC-Date": date,
        "WARC-Target-URI": url,
        "Content-Type": content_type,
        "Content-Length": str(len(block) if length is None else length),
        **{key.replace("_", "-"): value for key, value in fields.items()},
    }
    lines = [f"{key.lower() if lower else key}: {value}" for key, value in named.items() if value]
    return "\r\n".join(["WARC/1.0", *lines, "", ""]).encode() + block + b"\r\n\r\n"


def warcinfo() -> bytes:
    return record(b"software: a crawler\r\n", "", "warcinfo", content_type="application/warc-fields")


def pages(count: int, **fields: bool) -> list[bytes]:
    """Records of pages that differ, at ``/1``, ``/2`` …"""
    return [
        record(http(page(f"Fees stay, part {number}")), f"https://lakewire.example/{number}", **fields)
        for number in range(1, count + 1)
    ]


def packed(records: list[bytes]) -> bytes:
    """Each record a gzip member, as it should be."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)
