"""Asking for one page, wherever its redirects lead, and judging what came."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from onrecord.fetching.addresses import Address, Refused, next_address
from onrecord.fetching.exchange import Answer, Failed, TooLarge
from onrecord.fetching.settings import MAX_FEED_BYTES
from onrecord.fetching.state import Page
from onrecord.reading.http_message import Response, Unpackable, unpacked_body
from onrecord.reading.raw import human_size

_MOST_REDIRECTS = 8
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "")
_FEEDS = ("xml", "rss", "atom", "json")
_FEED_BEGINS = (b"<rss", b"<feed", b"<rdf:rdf", b"jsonfeed.org")
_PASSING = (408, 425, 429)


@dataclass(frozen=True, slots=True)
class Got:
    """A page or a feed: its answer, those of the redirects to it, and its bytes, unpacked."""

    answers: tuple[Answer, ...]
    body: bytes
    is_feed: bool


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The page is as it was, or is kept under the address that it redirects to."""


@dataclass(frozen=True, slots=True)
class Missed:
    """Nothing came that can be kept, and why.

    ``is_final``: asking again will not help. ``may_retry``: whether ``host`` may be tried once more in this run.
    ``retry_after``: what the server asks for, in its own words; "" if nothing.
    """

    reason: str
    is_final: bool = True
    may_retry: bool = False
    retry_after: str = ""
    host: str = ""


Ask = Callable[[Address, Mapping[str, str], Callable[[int, Mapping[str, str]], int]], Answer]
"""Asks for an address with further headers, when robots.txt and the host's turn allow it. Raises as ``exchange``."""


class Forbidden(Exception):
    """``robots.txt`` says no, or can't be had."""


def visit(
    address: Address,
    known: Page,
    max_bytes: int,
    ask: Ask,
    *,
    feeds_too: bool = False,
    is_kept: Callable[[Address], bool] = lambda _: False,
) -> Got | Unchanged | Missed:
    """Ask for a page.

    Args:
        known: what is known of it; if its server named a version of it, only a newer one is asked for.
        max_bytes: the most bytes that a page may have, packed and unpacked.
        ask: how to ask.
        feeds_too: whether a feed is welcome, or only a page.
        is_kept: whether an address that a redirect leads to is kept already, so that it need not be asked for.
    """
    limits = _Limits(max_bytes, MAX_FEED_BYTES if feeds_too else max_bytes)
    conditions = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    here, answers, seen = address, [], {str(address)}
    try:
        while True:
            headers = {name: value for name, value in conditions.items() if value}
            answer = ask(here, headers, limits)
            answers.append(answer)
            if answer.status not in (301, 302, 303, 307, 308) or not answer.header("location"):
                break
            here = next_address(here, answer.header("location"))
            if str(here) in seen or len(answers) > _MOST_REDIRECTS:
                return Missed("its redirects lead in a circle, or to no end", is_final=False)
            if is_kept(here):
                return Unchanged()
            seen.add(str(here))
        return _judge(tuple(answers), limits, feeds_too)
    except Refused as error:
        return Missed(str(error))
    except Forbidden as error:
        return Missed(str(error), is_final=False)
    except Failed as error:
        return Missed(str(error), is_final=False, may_retry=True, host=here.host)
    except TooLarge:
        return Missed(f"larger than the {human_size(max_bytes)} that a page may have; --max-bytes raises the limit")
    except Unpackable as error:
        return Missed(str(error), is_final=False, may_retry=True, host=here.host)


class _Limits:
    """How much of an answer to read: nothing of what can't be kept."""

    def __init__(self, page: int, feed: int) -> None:
        self.page, self.feed = page, feed

    def __call__(self, status: int, headers: Mapping[str, str]) -> int:
        if status not in (200, 203):
            return 0
        media_type = _media_type(headers.get("content-type", ""))
        if media_type in _PAGES:
            return self.page
        return self.feed if any(word in media_type for word in _FEEDS) else 0


def _judge(answers: tuple[Answer, ...], limits: _Limits, feeds_too: bool) -> Got | Unchanged | Missed:
    answer = answers[-1]
    if answer.status == HTTPStatus.NOT_MODIFIED:
        return Unchanged()
    if answer.status not in (200, 203):
        passing = answer.status in _PASSING or answer.status >= 500
        retry_after = answer.header("retry-after") if passing else ""
        reason = f"the server answered {in_words(answer.status)}"
        return Missed(reason, not passing, passing, retry_after, answer.address.host)
    media_type = _media_type(answer.header("content-type"))
    limit = limits(answer.status, {"content-type": answer.header("content-type")})
    if not limit:
        return Missed(f"not a page but {media_type}")
    headers = {name.lower(): value for name, value in answer.headers if name.lower() != "transfer-encoding"}
    body = unpacked_body(Response(answer.status, headers, answer.body), limit)
    if len(body) > limit:
        raise TooLarge
    if not body.strip():
        return Missed("an empty page", is_final=False)
    is_feed = looks_like_feed(media_type, body)
    if is_feed and not feeds_too:
        return Missed("not a page but a feed; give its address yourself to have it followed")
    if not is_feed and media_type not in _PAGES:
        return Missed(f"not a page but {media_type}")
    return Got(answers, body, is_feed)


def looks_like_feed(media_type: str, body: bytes) -> bool:
    """Whether a document is a feed. Many servers call theirs text/html or text/xml."""
    beginning = body[:2_000].replace(b"\0", b"").lower()
    return any(mark in beginning for mark in _FEED_BEGINS) and b"<html" not in beginning


def in_words(status: int) -> str:
    """``404 (not found)``."""
    try:
        return f"{status} ({HTTPStatus(status).phrase.lower()})"
    except ValueError:
        return str(status)


def _media_type(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()[:60]
