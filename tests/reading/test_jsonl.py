"""JSON lines: synonyms, metadata, and lines that fail alone."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest

from onrecord.reading import RawReport, Unread, parse
from onrecord.reading.jsonl import read_jsonl


def read(*lines: object, max_bytes: int = 4_000_000) -> list[RawReport | Unread]:
    data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    return list(read_jsonl(io.BytesIO(data), "feed.jsonl", "in/feed.jsonl", max_bytes))


def report(line: object) -> RawReport:
    (item,) = read(line)
    assert isinstance(item, RawReport)
    return item


def test_what_is_no_string_does_not_hide_what_is() -> None:
    assert report({"text": 42, "body": "He said no."}).data == b"He said no."
    assert report({"text": None, "html": "<p>He said no.</p>"}).media_type == "text/html"
    assert report({"text": "He said no.", "source": 7}).metadata["outlet"] == "7"


def test_names_count_lines_blank_ones_included() -> None:
    items = read({"text": "one"}, b"", {"text": "two"})
    assert [(item.name, item.location) for item in items] == [
        ("feed.jsonl#1", "in/feed.jsonl#1"),
        ("feed.jsonl#3", "in/feed.jsonl#3"),
    ]


@pytest.mark.parametrize(
    "row",
    [
        {"text": "Body", "title": "T", "outlet": "O", "url": "https://o.example/1", "date": "2008-02-17"},
        {
            "maintext": "Body",
            "title": "T",
            "source_domain": "O",
            "url": "https://o.example/1",
            "date_publish": "2008-02-17",
        },
        {
            "content": "Body",
            "headline": "T",
            "source": {"name": "O"},
            "link": "https://o.example/1",
            "pubDate": "2008-02-17",
        },
        {
            "articleBody": "Body",
            "Headline": "T",
            "publisher": {"name": "O"},
            "url": "https://o.example/1",
            "datePublished": "2008-02-17",
        },
        {
            "TEXT": "Body",
            "Title": "T",
            "sitename": "O",
            "URL": "https://o.example/1",
            "published_at": "20080217T120000Z",
        },
        {
            "article_text": "Body",
            "title": "T",
            "source_name": "O",
            "canonical_link": "https://o.example/1",
            "publish_date": 1203206400,
        },
    ],
)
def test_the_spellings_of_collectors(row: dict[str, object]) -> None:
    read = parse(report(row))
    assert (read.text, read.title, read.outlet, read.url) == ("Body", "T", "O", "https://o.example/1")
    assert read.published.best == date(2008, 2, 17)
    assert [reason.origin for reason in read.published.reasons] == ["metadata"]


def test_html_is_taken_when_there_is_no_text() -> None:
    html = "<html><head><meta charset=windows-1251><title>Talks</title></head><p>Naïve talks, he said.</p></html>"
    read = parse(report({"html": html, "text": " "}))
    assert read.media_type == "text/html"
    assert read.text == "Talks\n\nNaïve talks, he said."


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON"),
        (b"[1, 2]", "not a JSON object"),
        (b'"text"', "not a JSON object"),
        (b'{"title": "T"}', "neither"),
        (b'{"text": ""}', "neither"),
        (b'{"text": null}', "“text” is null, not a string"),
        (b'{"text": 42}', "“text” is a number, not a string"),
        (b'{"text": 4.2e1}', "“text” is a number, not a string"),
        (b'{"text": true}', "“text” is true or false, not a string"),
        (b'{"text": ["One paragraph.", "Another."]}', "“text” is a list, not a string"),
        (b'{"Article_Body": {"text": "x"}, "title": "T"}', "“articlebody” is an object, not a string"),
        (b'{"html": 7, "text": " "}', "“html” is a number, not a string"),
        (b"[" * 100_000, "nested too deeply"),
        (b"\x00\x01\x02", "not JSON"),
    ],
)
def test_a_bad_line_is_refused_alone(line: bytes, reason: str) -> None:
    before, bad, after = read({"text": "before"}, line, {"text": "after"})
    assert isinstance(before, RawReport)
    assert isinstance(after, RawReport)
    assert isinstance(bad, Unread)
    assert bad.name == "feed.jsonl#2"
    assert reason in bad.reason


def test_a_line_above_the_limit_is_refused_alone_and_never_held_whole() -> None:
    huge = {"text": "x" * 2_000_000}
    items = read({"text": "before"}, huge, {"text": "x" * 2_000}, {"text": "after"}, max_bytes=1000)
    assert [type(item) for item in items] == [RawReport, Unread, Unread, RawReport]
    assert all("--max-bytes" in item.reason for item in items if isinstance(item, Unread))


def test_a_text_is_what_the_line_says_to_the_letter() -> None:
    text = "%PDF- is no\r\nPDF: \x00😀\u200f “né”\tتحية\n"
    assert report({"text": text}).data == text.encode()


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    assert report(b'{"text": "half \\ud83d, whole \\ud83d\\ude00"}').data == "half \ufffd, whole 😀".encode()


def test_marks_and_encodings_of_the_file() -> None:
    assert read(b'\xef\xbb\xbf{"text": "mark"}')[0].name == "feed.jsonl#1"
    raw = report('{"text": "caf\u00e9"}'.encode("cp1252"))
    assert (raw.data.decode(), raw.metadata["encoding"]) == ("caf\u00e9", "cp1252")
    (item,) = read('{"text": "x"}'.encode("utf-16"))
    assert isinstance(item, Unread)
    assert "UTF-8" in item.reason


def test_the_digest_is_of_the_line() -> None:
    one, other, same = read({"text": "x", "id": 1}, {"text": "x", "id": 2}, {"text": "x", "id": 1})
    assert one.sha256 == same.sha256 != other.sha256


def test_an_address_that_runs_a_script_is_not_kept() -> None:
    assert parse(report({"text": "Body", "url": "javascript:alert(1)"})).url is None
