"""Feeds: entries with a whole text are reports, the others say what to do, and nothing in them is trusted."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from warc_samples import PARAGRAPH

from onrecord.reading import RawReport, Unread, find_reports, parse
from onrecord.reading.entities import EntitiesAsNumbers
from onrecord.reading.feeds import read_feed

WHOLE = f"<p>{PARAGRAPH}</p><p>The commission meets again &amp; decides in May.</p>"
PREFIXED = WHOLE.replace("<p", "<h:p").replace("</p", "</h:p")
TEXT = f"{PARAGRAPH}\n\nThe commission meets again & decides in May."
NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"'
)
ITEM = f"""<item><title>Fees stay &amp; ferries run</title><link>https://lakewire.example/fees?a=1&b=2</link>
  <pubDate>Tue, 08 May 2012 09:00:00 +0200</pubDate><media:title>No title of ours</media:title>
  <description>Fees stay.</description><content:encoded><![CDATA[{WHOLE}]]></content:encoded></item>"""


def rss(items: str, head: str = "", namespaces: str = NAMESPACES) -> bytes:
    top = f'<rss version="2.0" {namespaces}><channel><title>Lake Wire</title><language>en</language>'
    return f"{head}{top}{items}</channel></rss>".encode()


def atom(entries: str) -> bytes:
    return f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Lake Wire</title>{entries}</feed>'.encode()


def read(data: bytes, max_bytes: int = 4_000_000) -> list[RawReport | Unread]:
    return list(read_feed(io.BytesIO(data), "lake.rss", "feeds/lake.rss", max_bytes))


def only(data: bytes) -> RawReport:
    (item,) = read(data)
    assert isinstance(item, RawReport), item
    return item


def reason(item: RawReport | Unread) -> str:
    assert isinstance(item, Unread), item
    return item.reason


def test_an_entry_with_its_whole_text_is_a_report_with_all_that_the_feed_says_of_it() -> None:
    raw = only(rss(ITEM))
    report = parse(raw)
    assert (raw.name, raw.location) == ("lake.rss#1", "feeds/lake.rss#1")
    assert report.text == f"Fees stay & ferries run\n\n{TEXT}"
    assert (report.title, report.outlet, report.url) == (
        "Fees stay & ferries run",
        "Lake Wire",
        "https://lakewire.example/fees?a=1&b=2",
    )
    assert report.published.best == date(2012, 5, 8)


@pytest.mark.parametrize(
    "content",
    [
        f'<content type="html"><![CDATA[{WHOLE}]]></content>',
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{WHOLE}</div></content>',
        f'<content type="xhtml" xmlns:h="http://www.w3.org/1999/xhtml"><h:div>{PREFIXED}</h:div></content>',
        f'<content type="text">{TEXT.replace("&", "&amp;")}</content>',
        f"<content>{TEXT.replace('&', '&amp;')}</content>",
    ],
)
def test_atom_in_all_its_ways(content: str) -> None:
    links = '<link rel="enclosure" href="https://a.example/x.mp3"/><link href="https://lakewire.example/fees"/>'
    entry = f"<entry><title>Fees</title>{links}<published>2012-05-08T09:00:00Z</published>{content}</entry>"
    report = parse(only(atom(entry)))
    assert report.text == f"Fees\n\n{TEXT}"
    assert (report.url, report.outlet) == ("https://lakewire.example/fees", "Lake Wire")
    assert report.published.best == date(2012, 5, 8)


def test_when_an_entry_was_changed_is_not_when_it_was_published() -> None:
    entry = (
        f"<entry><title>Fees</title><updated>2012-05-08T23:00:00+02:00</updated><content>{PARAGRAPH}</content></entry>"
    )
    published = parse(only(atom(entry))).published
    assert (published.best, published.earliest, published.latest) == (None, None, date(2012, 5, 8))
    assert "last changed" in published.reasons[0].text


def test_rdf() -> None:
    spaces = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
    top = f"<rdf:RDF {spaces} {NAMESPACES}>"
    content = f"<content:encoded><![CDATA[{WHOLE}]]></content:encoded>"
    item = f"<item><title>Fees</title><dc:date>2012-05-08</dc:date>{content}</item>"
    report = parse(only(f"{top}<channel><title>Lake Wire</title></channel>{item}</rdf:RDF>".encode()))
    assert (report.outlet, report.published.best, report.title) == ("Lake Wire", date(2012, 5, 8), "Fees")


def test_json_feed(tmp_path: Path) -> None:
    items = [
        {"url": "https://lakewire.example/1", "title": "Fees", "content_html": WHOLE, "date_published": "2012-05-08"},
        {"title": "Fees", "content_text": TEXT},
        {"title": "Fees", "summary": "Fees stay."},
        7,
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Lake Wire", "items": items}
    (tmp_path / "lake.json").write_text(json.dumps(feed))
    found = list(find_reports(tmp_path))
    assert [parse(item).text for item in found if isinstance(item, RawReport)] == [f"Fees\n\n{TEXT}"] * 2
    assert [reason(item)[:20] for item in found if isinstance(item, Unread)] == [
        "has only a summary: ",
        "an empty entry",
    ]


@pytest.mark.parametrize(
    "fields",
    [
        "<description>Fees stay.</description>",
        "<description/>",
        f"<content:encoded>&lt;p&gt;{PARAGRAPH} […]&lt;/p&gt;</content:encoded>",
        f"<content:encoded>{PARAGRAPH}&lt;p&gt;Continue reading Fees stay →&lt;/p&gt;</content:encoded>",
        f"<description>{PARAGRAPH * 9} Read more</description>",
    ],
)
def test_an_entry_with_only_a_summary_says_what_to_do(fields: str) -> None:
    (item,) = read(rss(f"<item><title>Fees</title><link>https://lakewire.example/1</link>{fields}</item>"))
    assert reason(item) == "has only a summary: `onrecord fetch` gets the articles of a feed"


def test_a_description_that_is_a_whole_report_is_one() -> None:
    text = "".join(f"&lt;p&gt;{PARAGRAPH}&lt;/p&gt;" for _ in range(8))
    assert only(rss(f"<item><title>Fees</title><description>{text}</description></item>")).data.count(b"ferry") == 8


def test_the_same_text_in_two_feeds_is_the_same_bytes() -> None:
    other = rss(ITEM.replace("lakewire.example", "shore.example"))
    assert only(rss(ITEM)).sha256 == only(other).sha256


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16", "windows-1251"])
def test_encodings(encoding: str) -> None:
    word = "гавань" if encoding == "windows-1251" else "café"
    feed = rss(ITEM.replace("Fees stay", word), f'<?xml version="1.0" encoding="{encoding}"?>')
    assert parse(only(feed.decode().encode(encoding))).title == f"{word} & ferries run"


def test_what_is_not_well_formed_is_read_as_it_was_meant() -> None:
    item = ITEM.replace("Fees stay &amp;", "Fees stay&nbsp;&mdash; café & tea &c. &amp;")
    for feed in (rss(item), rss(item, namespaces=""), rss("<item><title>x</b></title></item>" + item)):
        raw = read(feed)[-1]
        assert isinstance(raw, RawReport)
        assert raw.metadata["title"] == "Fees stay — café & tea &c. & ferries run"
        assert raw.metadata["url"].endswith("?a=1&b=2")


def test_entities_become_numbers_wherever_the_document_is_cut_into_pieces() -> None:
    document = b"<a>x & y &amp; &eacute; &#38; &own; <![CDATA[ & &amp; ]] ]]> & <b c='&lt;&x'/></a>&"
    wanted = b"<a>x &#38; y &#38; &#233; &#38; &own; <![CDATA[ & &amp; ]] ]]> &#38; <b c='&#60;&#38;x'/></a>&#38;"
    for size in range(1, len(document) + 1):
        numbered = EntitiesAsNumbers()
        pieces = [numbered(document[at : at + size]) for at in range(0, len(document), size)]
        assert b"".join(pieces) + numbered.rest() == wanted, size


@pytest.mark.parametrize("attribute", [False, True])
def test_a_billion_laughs(attribute: bool) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE rss [<!ENTITY l0 "lol">{laughs}]>'
    where = '<title x="&l11;">t</title>' if attribute else "<title>&l11;</title>"
    items = read(rss(f"<item>{where}<description>d</description></item>", head))
    assert len(items) == 1
    assert "damaged" in reason(items[0]) or "summary" in reason(items[0])


def test_what_a_feed_defines_itself_is_not_expanded() -> None:
    head = '<!DOCTYPE rss [<!ENTITY own "sold">]>'
    raw = read(rss(ITEM.replace("Fees stay", "Fees &own; stay"), head))[0]
    assert isinstance(raw, RawReport)
    assert raw.metadata["title"] == "Fees stay & ferries run"


def test_no_file_and_no_address_is_looked_up(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the password")
    for system in (f'SYSTEM "{(tmp_path / "secret.txt").as_uri()}"', 'PUBLIC "x" "http://127.0.0.1:9/x"'):
        head = f"<!DOCTYPE rss [<!ENTITY own {system}><!ENTITY % p {system}> %p;]>"
        raw = read(rss(ITEM.replace("Fees stay", "Fees &own; stay"), head))[0]
        assert b"password" not in (raw.data if isinstance(raw, RawReport) else b"")
        assert "password" not in repr(raw)


def test_a_feed_that_is_cut_off_says_so_and_keeps_what_was_whole() -> None:
    data = rss(ITEM + ITEM.replace("Fees", "Tolls"))
    second = data.rindex(b"<item>")
    for size in range(second + 6, data.rindex(b"</item>"), 40):
        items = read(data[:size])
        assert len(items) == 2, size
        assert isinstance(items[0], RawReport)
        assert "cut off" in reason(items[1])


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty file"),
        (b" \n", "empty file"),
        (b"<html><p>x</p></html>", "an XML document, but no feed: save it as text or HTML"),
        (b"hello", "not a feed: there is no XML in it that can be read"),
        (b"[1, 2]", "a JSON document, not JSON lines: put one report on each line and call it .jsonl"),
        (b'{"version": 1}', "a JSON document, not JSON lines: put one report on each line and call it .jsonl"),
        (b"[" * 100_000, "a JSON document, not JSON lines: put one report on each line and call it .jsonl"),
        (b"<rss>" + b"<a>" * 5_000, "the feed is damaged or cut off at line 1; what stands before it was read"),
    ],
)
def test_what_is_no_feed_is_told(data: bytes, why: str) -> None:
    (item,) = read(data)
    assert (item.name, reason(item)) == ("lake.rss", why)


def test_an_entry_that_is_too_large_is_told() -> None:
    (item, after) = read(rss(ITEM.replace("again", "again" * 1000) + ITEM), max_bytes=2000)
    assert "more than" in reason(item)
    assert isinstance(after, RawReport)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells a process's memory there")
def test_a_feed_of_a_hundred_thousand_entries_is_read_in_little_memory() -> None:
    code = r"""if True:
        import re
        from pathlib import Path
        from onrecord.reading.feeds import read_feed
        entry = b"<item><title>Fees</title><link>https://lakewire.example/1</link><description>d</description></item>"
        class Stream:
            parts = iter([b"<", b"rss><channel>", *[entry * 500] * 200, b"</channel></rss>"])
            def read(self, size):
                return next(self.parts, b"")
        stream = Stream()
        def most():  # not ru_maxrss, which a child has from its parent
            return int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])
        before = most()
        count = sum(1 for _ in read_feed(stream, "lake.rss", "lake.rss", 4_000_000))
        print(count, most() - before)
    """
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    count, kilobytes = map(int, ran.stdout.split())
    assert count == 100_000
    assert kilobytes < 10_000, kilobytes


def test_feeds_are_found_in_folders(tmp_path: Path) -> None:
    for name in ("a.rss", "b.atom", "c.xml", "d.rdf"):
        (tmp_path / name).write_bytes(rss(ITEM))
    assert [item.name for item in find_reports(tmp_path)] == ["a.rss#1", "b.atom#1", "c.xml#1", "d.rdf#1"]
