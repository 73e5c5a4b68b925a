"""The entries of a feed (RSS 0.9 to 2.0, RDF, Atom, JSON Feed), one at a time. A feed is hostile input."""

from __future__ import annotations

import contextlib
import html
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import IO, Any

from lxml import etree

from onrecord.reading.entities import EntitiesAsNumbers

_ENTRIES = frozenset(("item", "entry"))
_FEEDS = frozenset(("rss", "feed", "rdf"))
_HOLDERS = _FEEDS | {"channel"}
_TAGS = ("rss", "feed", "RDF", "item", "entry", "title", "language")
_NO_XML = "not a feed: there is no XML in it that can be read"
_OTHER_XML = "an XML document, but no feed: save it as text or HTML"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_LARGEST_JSON = 64_000_000  # bytes; unlike XML, JSON is read in one go
_CHUNK = 65_536


class NoFeed(Exception):
    """The document is no feed, or can't be read as one; the message is a reason fit for a table."""


class DamagedFeed(Exception):
    """The feed is damaged or cut off behind the entries that came; the message is a reason fit for a table."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as its feed has it, "" for what it does not have. ``number`` counts from 1.

    ``content`` is the whole text of the report (HTML unless ``is_plain``), ``summary`` what the feed gives as its
    description (HTML). ``published`` and ``updated`` are as written, ``feed_title`` is the name of the feed.
    """

    number: int
    link: str = ""
    title: str = ""
    content: str = ""
    summary: str = ""
    is_plain: bool = False
    published: str = ""
    updated: str = ""
    language: str = ""
    feed_title: str = ""


def read_entries(stream: IO[bytes]) -> Iterator[Entry]:
    """The entries of the feed in ``stream``, in its order, without holding more than one in memory (JSON: all).

    No entity is expanded and nothing outside of the document is looked up.

    Raises:
        NoFeed: at the first step.
        DamagedFeed: after the last entry that could be read.
    """
    head = stream.read(1)
    while head and head in b" \t\r\n\xef\xbb\xbf":
        head = stream.read(1)
    if not head:
        raise NoFeed("empty file")
    rest = _Joined(head, stream)
    return _json_entries(rest) if head in b"{[" else _xml_entries(rest)


class _Joined:
    """A stream with its first byte put back."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self._head, self._stream = head, stream

    def read(self, size: int) -> bytes:
        head, self._head = self._head, b""
        return head + self._stream.read(size - len(head))


def _xml_entries(stream: _Joined) -> Iterator[Entry]:
    parser: etree.XMLPullParser[Any] = etree.XMLPullParser(
        events=("start", "end"),
        tag=[f"{{*}}{tag}" for tag in _TAGS],
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )
    feed = _Feed()
    numbered = EntitiesAsNumbers()
    while chunk := stream.read(_CHUNK):
        parser.feed(numbered(chunk))
        yield from feed.entries(parser.read_events())
        if not feed.begun and len(chunk) == _CHUNK:
            raise NoFeed(_OTHER_XML)  # which may be gigabytes long
    parser.feed(numbered.rest())
    yield from feed.entries(parser.read_events())
    root = None
    with contextlib.suppress(etree.XMLSyntaxError):
        root = parser.close()  # what ends only now has no end of its own: it may have been cut off
    if not feed.begun:
        raise NoFeed(_NO_XML if root is None else _OTHER_XML)
    fatal = [entry for entry in parser.feed_error_log if entry.type_name in _ENDED_BY]
    if fatal:
        raise DamagedFeed(f"the feed is damaged or cut off at line {fatal[0].line}; what stands before it was read")


class _Feed:
    """Makes entries of the parser's events, and keeps what the feed says of all of them."""

    def __init__(self) -> None:
        self.begun = False
        self._number = 0
        self._title = self._language = ""

    def entries(self, events: Iterable[tuple[str, Any]]) -> Iterator[Entry]:
        for event, element in events:
            name = _local(element)
            parent = element.getparent()
            if event == "start":
                if parent is None and name in _FEEDS:
                    self.begun = True
                    self._language = element.get(f"{_XML}lang") or ""
            elif name in _ENTRIES:
                if _local(parent) in _HOLDERS:
                    self._number += 1
                    yield _xml_entry(element, self._number, self._title, self._language)
                    _forget(element)
            elif _local(parent) not in ("channel", "feed"):
                continue
            elif name == "title":
                self._title = self._title or _one_line(element)
            elif name == "language":
                self._language = _one_line(element)


# Errors behind which nothing was read; of all others the parser recovers.
_ENDED_BY = frozenset(
    """
    ERR_TAG_NOT_FINISHED ERR_DOCUMENT_EMPTY ERR_CDATA_NOT_FINISHED ERR_COMMENT_NOT_FINISHED ERR_ENTITY_LOOP
    ERR_INTERNAL_ERROR ERR_RESOURCE_LIMIT ERR_NAME_TOO_LONG ERR_GT_REQUIRED ERR_UNSUPPORTED_ENCODING
    """.split()  # noqa: SIM905
)


def _xml_entry(element: etree._Element, number: int, feed_title: str, language: str) -> Entry:
    fields: dict[str, str] = {}
    kinds: dict[str, str] = {}
    links: list[tuple[int, str]] = []
    for child in element:
        name = _qualified(child.tag) if isinstance(child.tag, str) else ""
        if name == "link":
            links.append(_link(child))
        elif name == "guid" and (child.get("isPermaLink") or "true").strip().lower() != "false":
            identifier = _one_line(child)
            links.append((2, identifier if identifier.startswith("http") else ""))
        elif name and not fields.get(name):
            kinds[name] = (child.get("type") or "").lower()
            fields[name] = _markup(child) if kinds[name] == "xhtml" else _text(child)
    encoded = fields.get("content:encoded", "")
    content = encoded or fields.get("content", "")
    plain = not encoded and kinds.get("content") in ("text", "text/plain", "")
    return Entry(
        number,
        next((link for _, link in sorted(links, key=itemgetter(0)) if link), ""),
        " ".join(html.unescape(fields.get("title", "")).split()),
        content.strip(),
        (fields.get("description") or fields.get("summary") or "").strip(),
        plain,
        (fields.get("pubdate") or fields.get("published") or fields.get("dc:date") or "").strip(),
        fields.get("updated", "").strip(),
        (element.get(f"{_XML}lang") or language).strip(),
        feed_title or " ".join(fields.get("dc:publisher", "").split()),
    )


def _link(element: etree._Element) -> tuple[int, str]:
    """An address of the entry and its rank: the report itself before other links."""
    address = element.get("href") or _one_line(element)
    relation = (element.get("rel") or "alternate").lower()
    if relation != "alternate":
        return 9, ""
    return (0 if "html" in (element.get("type") or "html") else 1), address.strip()


def _json_entries(stream: _Joined) -> Iterator[Entry]:
    parts, size = [], 0
    while chunk := stream.read(1_000_000):
        parts.append(chunk)
        size += len(chunk)
        if size > _LARGEST_JSON:
            raise NoFeed("a JSON document that is too large to be a feed")
    try:
        feed = json.loads(b"".join(parts))
    except (ValueError, RecursionError):
        feed = None
    if not isinstance(feed, dict) or "jsonfeed.org" not in str(feed.get("version", "")):
        raise NoFeed("a JSON document, not JSON lines: put one report on each line and call it .jsonl")
    items = feed.get("items")
    for number, item in enumerate(items if isinstance(items, list) else [], start=1):
        row = item if isinstance(item, dict) else {}
        content = _string(row, "content_html")
        yield Entry(
            number,
            _string(row, "url") or _string(row, "external_url"),
            " ".join(_string(row, "title").split()),
            content or _string(row, "content_text"),
            html.escape(_string(row, "summary")),
            not content,
            _string(row, "date_published"),
            _string(row, "date_modified"),
            _string(row, "language") or _string(feed, "language"),
            " ".join(_string(feed, "title").split()),
        )


def _string(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    return value.encode("utf-8", "replace").decode().strip() if isinstance(value, str) else ""


def _local(element: etree._Element | None) -> str:
    tag = element.tag if element is not None else None
    return _lower(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1_000)
def _lower(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


@lru_cache(maxsize=1_000)
def _qualified(tag: str) -> str:
    """The tag as it is usually written: ``pubdate``, ``content:encoded``, ``dc:date``; other vocabularies' are ""."""
    space, _, name = tag.rpartition("}")
    name = name.lower()
    if space == f"{{{_CONTENT}" or name == "content:encoded":
        return f"content:{name.removeprefix('content:')}"
    if space == f"{{{_DUBLIN_CORE}":
        return f"dc:{name}"
    usual = not space or "purl.org/rss" in space or "w3.org/2005/Atom" in space or "purl.org/atom" in space
    usual = usual or "netscape.com" in space
    return name if usual else ""


def _text(element: etree._Element) -> str:
    """All text of an element. An entity stands for the character that it names in HTML, or for nothing."""
    if not len(element):
        return element.text or ""
    pieces: list[str] = []
    for part in element.iter():
        if isinstance(part, etree._Entity):
            character = html.unescape(part.text or "")
            pieces.append("" if character == part.text else character)
        elif isinstance(part.tag, str) and part.text:
            pieces.append(part.text)
        if part is not element and part.tail:
            pieces.append(part.tail)
    return "".join(pieces)


def _markup(element: etree._Element) -> str:
    for part in element.iter(etree.Element):
        part.tag = _local(part)  # <h:p>, as HTML knows it
    return etree.tostring(element, encoding="unicode", method="html", with_tail=False)


def _one_line(element: etree._Element) -> str:
    return " ".join(_text(element).split())


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
