"""Reports in feeds: entries that carry the whole text of a report. The others say what to do to get it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from onrecord.errors import UnreadableReport
from onrecord.reading.feed_entries import DamagedFeed, Entry, NoFeed, read_entries
from onrecord.reading.html import fragment_paragraphs
from onrecord.reading.raw import RawReport, Unread, sha256_of, too_large

_ONLY_SUMMARY = "has only a summary: `onrecord fetch` gets the articles of a feed"
_LONG_SUMMARY = 1_500  # characters; teasers have some 300, and few have more than 600
# "The rest is on our page": dots at the end, or an invitation to go on.
_TEASER = re.compile(
    r"(?:…|\.\.\."
    r"|\b(?:(?:continue|keep) reading|read (?:more|on|the (?:full|rest|whole))|full (?:story|article))\b[^.]{0,80})"
    r"[\s\W]*$",
    re.IGNORECASE,
)


def read_feed(stream: IO[bytes], name: str, location: str, max_bytes: int) -> Iterator[RawReport | Unread]:
    """The reports of a feed, named ``feed.rss#3`` (entries are counted from 1).

    An entry is a report if the feed has its whole text: ``content:encoded``, Atom's and JSON Feed's ``content``, or a
    description of more than 1,500 characters, unless it breaks off with "…" or "Read more". The text of the report is
    the entry's title and paragraphs.
    """
    try:
        for entry in read_entries(stream):
            yield _read_entry(entry, name, location, max_bytes)
    except (NoFeed, DamagedFeed) as error:
        yield Unread(name, location, str(error))


def _read_entry(entry: Entry, name: str, location: str, max_bytes: int) -> RawReport | Unread:
    name, location = f"{name}#{entry.number}", f"{location}#{entry.number}"
    source = entry.content or entry.summary
    sha256 = sha256_of(source.encode("utf-8"))
    if len(source) > max_bytes:
        return Unread(name, location, too_large(len(source), max_bytes), sha256)
    paragraphs = _paragraphs(entry)
    if not paragraphs:
        return Unread(name, location, _ONLY_SUMMARY if entry.link or entry.title else "an empty entry", sha256)
    if entry.title and entry.title.casefold() != paragraphs[0].casefold():
        paragraphs.insert(0, entry.title)
    metadata = {
        "title": entry.title,
        "outlet": entry.feed_title,
        "url": entry.link,
        "published": entry.published,
        "updated": entry.updated,
        "language": entry.language,
        "encoding": "utf-8",
    }
    data = "\n\n".join(paragraphs).encode("utf-8")
    return RawReport(name, location, data, sha256, "text/plain", {key: text for key, text in metadata.items() if text})


def _paragraphs(entry: Entry) -> list[str]:
    """The report that the entry carries; [] if it has no more than a teaser of it."""
    if not entry.content and len(entry.summary) < _LONG_SUMMARY:
        return []
    if entry.content and entry.is_plain:
        found = [" ".join(line.split()) for line in entry.content.splitlines() if line.strip()]
    else:
        try:
            found = fragment_paragraphs(entry.content or entry.summary)
        except UnreadableReport:
            return []
    is_whole = entry.content or sum(map(len, found)) >= _LONG_SUMMARY
    return found if found and is_whole and not _TEASER.search(found[-1]) else []
