"""JSON lines: one report a line, with whatever its collector knew about it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import IO

from onrecord.reading.encoding import decode
from onrecord.reading.raw import RawReport, Unread, sha256_of, too_large

# Keys as they are written by hand, by news-please, newspaper, trafilatura, NewsAPI, GDELT, Media Cloud and schema.org.
# The first that holds something wins. Compared without case and without anything but letters and digits.
_KEYS = {
    "text": "text maintext fulltext articletext rawtext plaintext cleanedtext articlebody body content article story",
    "html": "html rawhtml articlehtml contenthtml bodyhtml",
    "title": "title headline articletitle pagetitle",
    "outlet": "outlet sitename publisher publication newspaper sourcename medianame source sourcedomain "
    "sourcecommonname site domain hostname",
    "url": "url canonicalurl canonicallink link weburl permalink articleurl documentidentifier uri sourceurl",
    "published": "published publishedat publisheddate publishdate publicationdate datepublished datepublish pubdate "
    "firstpublished date datetime",
    "language": "language lang languagecode",
    "agency": "agency wire newsagency",
    "id": "id name guid identifier fingerprint",
}

# Where the report itself stands. What is no string there, a number or a list of blocks, is not guessed at.
_REPORT_KEYS = (*_KEYS["text"].split(), *_KEYS["html"].split())
_KINDS = {type(None): "null", bool: "true or false", list: "a list", dict: "an object"}

_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK = b" \t\r\n\x0b\x0c"


def read_jsonl(stream: IO[bytes], name: str, location: str, max_bytes: int) -> Iterator[RawReport | Unread]:
    """The reports of a JSONL file, named ``name#line`` (counted from 1). A line that fails does not stop the next."""
    number = 0
    while True:
        # JSON escapes can double a text's length, and more; the limit is on the text, so the line gets some room.
        line, size = _next_line(stream, max_bytes * 6 + 65_536)
        if not size:
            return
        number += 1
        line_name, line_location = f"{name}#{number}", f"{location}#{number}"
        if number == 1 and line.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield Unread(name, location, "JSON lines in UTF-16: save the file as UTF-8")
            return
        if line is _OVERLONG:
            yield Unread(line_name, line_location, too_large(size, max_bytes))
            continue
        line = line.removeprefix(b"\xef\xbb\xbf").strip(_BLANK) if number == 1 else line.strip(_BLANK)
        if line:
            yield _read_line(line, line_name, line_location, max_bytes)


_OVERLONG = b"\x00overlong"


def _next_line(stream: IO[bytes], limit: int) -> tuple[bytes, int]:
    """The next line with its end, and its size in bytes; 0 at the end. A line above ``limit`` is dropped."""
    line = stream.readline(limit)
    size = len(line)
    if size < limit or line.endswith(b"\n"):
        return line, size
    while chunk := stream.readline(limit):
        size += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return _OVERLONG, size


def _read_line(line: bytes, name: str, location: str, max_bytes: int) -> RawReport | Unread:
    sha256 = sha256_of(line)
    text, encoding = decode(line)
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Unread(name, location, f"not JSON: {_json_fault(error)}", sha256)
    if not isinstance(row, dict):
        return Unread(name, location, 'not a JSON object: each line must look like {"text": …}', sha256)
    fields = _fields(row)
    # Some collectors keep both; the page itself is the better source of the two only when there is no text.
    body = fields.pop("text", "") or ""
    html = fields.pop("html", "") or ""
    media_type = "text/plain" if body.strip() else "text/html"
    content = body if body.strip() else html
    if not content.strip():
        return Unread(name, location, _why_no_report(row), sha256)
    data = content.encode("utf-8")
    if len(data) > max_bytes:
        return Unread(name, location, too_large(len(data), max_bytes), sha256)
    return RawReport(name, location, data, sha256, media_type, {**fields, "encoding": encoding})


def _fields(row: Mapping[str, object]) -> dict[str, str]:
    known: dict[str, str] = {}
    values: dict[str, str] = {}
    for key, value in row.items():
        plain = _plain(key)
        shown = "" if plain in _REPORT_KEYS and not isinstance(value, str) else _as_text(value)
        if shown.strip():
            values.setdefault(plain, shown)
    for field, synonyms in _KEYS.items():
        for synonym in synonyms.split():
            if synonym in values:
                known[field] = values[synonym]
                break
    return known


def _plain(key: str) -> str:
    return re.sub(r"[\W_]+", "", key.casefold())


def _why_no_report(row: Mapping[str, object]) -> str:
    """What to tell of a line without a text: most likely its text is there, but in a form that is no text."""
    values = {_plain(key): value for key, value in row.items()}
    for key in _REPORT_KEYS:
        if key in values and not isinstance(values[key], str):
            return f"no report in this line: “{key}” is {_KINDS.get(type(values[key]), 'a number')}, not a string"
    return "no report in this line: it has neither “text” nor “html”"


def _as_text(value: object) -> str:
    """A JSON value as text: strings as they are, numbers, and the name in ``{"name": …}``."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        try:
            return str(value)
        except ValueError:  # more digits than Python is willing to print
            return ""
    if isinstance(value, Mapping):
        for key in ("name", "title", "rendered", "text"):
            if isinstance(value.get(key), str):
                return _as_text(value[key])
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return "\n\n".join(_as_text(item) for item in value)
    return ""


def _json_fault(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg[:1].lower()}{error.msg[1:]} at column {error.colno}"
    return "nested too deeply" if isinstance(error, RecursionError) else "a number that is too long"
