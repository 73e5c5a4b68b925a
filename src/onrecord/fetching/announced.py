"""Feeds that a page announces: who names a front page most likely wants those."""

from __future__ import annotations

import html
import re

from onrecord.fetching.wishes import addresses_in

_BEGINNING = 300_000  # bytes; such links are in the head
_LINK = re.compile(rb"<link\b[^<>]{1,1000}>", re.IGNORECASE)
_FEED = re.compile(rb"application/(?:rss|atom|feed)\+(?:xml|json)", re.IGNORECASE)
_HREF = re.compile(rb"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))", re.IGNORECASE)
_COMMENTS = re.compile(r"comments", re.IGNORECASE)


def announced_feeds(page: bytes, base: str) -> list[str]:
    """The addresses of the feeds in a page's ``<link rel="alternate">``, but for those of its readers' comments."""
    found = []
    for link in _LINK.findall(page[:_BEGINNING]):
        if _FEED.search(link) and (href := _HREF.search(link)):
            address = next(group for group in href.groups() if group is not None)
            found.append(html.unescape(address.decode("utf-8", "replace")))
    return [str(address) for address in addresses_in(found, base) if not _COMMENTS.search(str(address))]
