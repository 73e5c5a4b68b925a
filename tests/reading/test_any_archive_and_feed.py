"""Whatever bytes come, reading ends, raises nothing, and names what it found."""

from __future__ import annotations

import gzip
import io

from hypothesis import given
from hypothesis import strategies as st
from warc_samples import http, packed, pages, record

from onrecord.reading import RawReport, Unread
from onrecord.reading.feeds import read_feed
from onrecord.reading.http_message import Unpackable, read_response, unpacked_body
from onrecord.reading.warc import read_warc

LAYOUTS = (packed(pages(3)), gzip.compress(b"".join(pages(3))), b"".join(pages(3)))
FEEDS = (
    b"<rss><channel><title>x</title><item><title>t</title><link>/1</link><description>d &amp; e</description></item>"
    b"</channel></rss>",
    b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml"><div>x</div></content></entry></feed>',
    b'{"version": "https://jsonfeed.org/version/1", "items": [{"content_html": "<p>x"}]}',
)
edits = st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 60), st.binary(max_size=8)), max_size=5)


def edited(data: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    for at, length, new in changes:
        data = data[: at % (len(data) + 1)] + new + data[at % (len(data) + 1) + length :]
    return data


def check(items: list[RawReport | Unread]) -> None:
    for item in items:
        assert item.name.isprintable()
        assert item.location.endswith(item.name)
        assert isinstance(item, RawReport) or item.reason


@given(st.sampled_from(LAYOUTS), edits)
def test_any_archive_is_read_to_its_end(archive: bytes, changes: list[tuple[int, int, bytes]]) -> None:
    items = list(read_warc(io.BytesIO(edited(archive, changes)), "a.warc.gz", "x/a.warc.gz", 100_000))
    check(items)
    assert items == list(read_warc(io.BytesIO(edited(archive, changes)), "a.warc.gz", "x/a.warc.gz", 100_000))


@given(st.binary(max_size=300), st.sampled_from(["", "gzip", "deflate", "br", "gzip, deflate"]), st.booleans())
def test_any_answer_is_unpacked_or_refused(body: bytes, encoding: str, is_chunked: bool) -> None:
    fields = {"content_encoding": encoding} | ({"transfer_encoding": "chunked"} if is_chunked else {})
    response = read_response(http(body, **fields))
    assert response is not None
    try:
        assert isinstance(unpacked_body(response, 1000), bytes)
    except Unpackable as error:
        assert str(error)


@given(st.binary(max_size=200), st.text(max_size=40))
def test_any_record_is_a_report_or_none(block: bytes, url: str) -> None:
    check(list(read_warc(io.BytesIO(record(block, f"http://a.example/{url}")), "a.warc", "a.warc", 1000)))


@given(st.sampled_from(FEEDS), edits)
def test_any_feed_is_read_to_its_end(feed: bytes, changes: list[tuple[int, int, bytes]]) -> None:
    check(list(read_feed(io.BytesIO(edited(feed, changes)), "a.rss", "x/a.rss", 100_000)))


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    check(list(read_warc(io.BytesIO(data), "a.warc", "a.warc", 1000)))
    check(list(read_warc(io.BytesIO(gzip.compress(data)), "a.warc", "a.warc", 1000)))
    check(list(read_feed(io.BytesIO(data), "a.rss", "a.rss", 1000)))
    check(list(read_feed(io.BytesIO(b"<rss>" + data), "a.rss", "a.rss", 1000)))
