"""Answers as records of a web archive (WARC 1.1, ISO 28500:2017), each packed by itself."""

from __future__ import annotations

import base64
import gzip
import hashlib
import uuid
from datetime import datetime

from onrecord.fetching.exchange import Answer

# The body is kept without its chunks, so this header would be untrue; crawlers keep it under such a name.
_RENAMED = {"transfer-encoding": "X-Crawler-Transfer-Encoding"}


def about(software: str, moment: datetime) -> bytes:
    """The record at the beginning of an archive, which says what wrote it."""
    fields = (
        f"software: {software}\r\nformat: WARC file version 1.1\r\n"
        "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
        "robots: obey\r\n"
    )
    return _packed("warcinfo", moment, {"Content-Type": "application/warc-fields"}, fields.encode())


def of_answer(answer: Answer, moment: datetime) -> bytes:
    """The records of a request and its answer."""
    url = str(answer.address)
    response_id = _new_id()
    head = f"HTTP/1.1 {answer.status} {answer.reason}".rstrip() + "\r\n"
    head += "".join(f"{_RENAMED.get(name.lower(), name)}: {value}\r\n" for name, value in answer.headers)
    block = head.encode("latin-1", "replace") + b"\r\n" + answer.body
    response = {
        "WARC-Target-URI": url,
        "WARC-IP-Address": answer.ip,
        "WARC-Payload-Digest": digest(answer.body),
        "Content-Type": "application/http;msgtype=response",
    }
    request = {
        "WARC-Target-URI": url,
        "WARC-Concurrent-To": response_id,
        "Content-Type": "application/http;msgtype=request",
    }
    return _packed("response", moment, response, block, response_id) + _packed(
        "request", moment, request, answer.request
    )


def digest(body: bytes) -> str:
    """A payload's digest as archives have it: ``sha1:`` and base32."""
    return f"sha1:{base64.b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode('ascii')}"


def _packed(kind: str, moment: datetime, fields: dict[str, str], block: bytes, record_id: str = "") -> bytes:
    named = {
        "WARC-Type": kind,
        "WARC-Record-ID": record_id or _new_id(),
        "WARC-Date": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        **fields,
        "WARC-Block-Digest": digest(block),
        "Content-Length": str(len(block)),
    }
    lines = [f"{name}: {value}" for name, value in named.items() if value]
    record = "\r\n".join(["WARC/1.1", *lines, "", ""]).encode("utf-8", "replace") + block + b"\r\n\r\n"
    return gzip.compress(record, mtime=0)


def _new_id() -> str:
    return f"<urn:uuid:{uuid.uuid4()}>"
