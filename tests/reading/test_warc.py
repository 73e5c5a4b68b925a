"""Web archives: what is a report in them, what is none, and what is told of the rest."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from datetime import date
from pathlib import Path

import pytest
from warc_samples import PARAGRAPH, http, packed, page, pages, record, warcinfo

from onrecord.reading import RawReport, Unread, find_reports, parse
from onrecord.reading.warc import read_warc

HERE = "https://lakewire.example/fees"


def read(data: bytes, max_bytes: int = 4_000_000) -> list[RawReport | Unread]:
    return list(read_warc(io.BytesIO(data), "crawl.warc.gz", "piles/crawl.warc.gz", max_bytes))


def reports(data: bytes) -> list[RawReport]:
    items = read(data)
    assert all(isinstance(item, RawReport) for item in items), items
    return [item for item in items if isinstance(item, RawReport)]


def only(block: bytes, url: str = HERE, kind: str = "response", **fields: str) -> RawReport | Unread | None:
    """What comes of an archive with one record."""
    items = read(packed([record(block, url, kind, **fields)]))
    assert len(items) <= 1
    return items[0] if items else None


def reason(item: RawReport | Unread | None) -> str:
    assert isinstance(item, Unread), item
    return item.reason


def test_a_page_keeps_its_address_and_the_day_of_the_crawl_is_not_that_of_its_publication() -> None:
    (raw,) = reports(packed([warcinfo(), record(b"GET / HTTP/1.1\r\n\r\n", kind="request"), record(http(page()))]))
    assert raw.name == "crawl.warc.gz#3 lakewire.example/fees"
    assert raw.location == "piles/crawl.warc.gz#3 lakewire.example/fees"
    report = parse(raw)
    assert (report.title, report.url, report.encoding) == ("Fees stay as they are", HERE, "utf-8")
    assert PARAGRAPH in report.text
    assert report.published.best is None
    assert report.published.latest == date(2012, 5, 8)
    (why,) = report.published.reasons
    assert why.origin == "archive"
    assert "2012-05-08T06:30:00Z" in why.text


def test_a_reason_of_its_date_leads_to_the_record_in_the_file() -> None:
    data = packed([warcinfo(), *pages(2)])
    for raw in reports(data):
        place = raw.metadata["archived_at"].removeprefix("byte ").removesuffix(" of the archive").replace(",", "")
        member = zlib.decompressobj(31).decompress(data[int(place) :])
        assert f"WARC-Target-URI: {raw.metadata['url']}".encode() in member


def test_the_date_on_the_page_decides_and_the_crawl_settles_an_ambiguous_one() -> None:
    dated = page(head='<meta property="article:published_time" content="2012-05-07">')
    (raw,) = reports(packed([record(http(dated))]))
    assert parse(raw).published.best == date(2012, 5, 7)
    ambiguous = page(head='<meta name="date" content="05/07/2012">')
    (raw,) = reports(packed([record(http(ambiguous))]))
    assert parse(raw).published.best == date(2012, 5, 7)


def test_just_before_midnight_in_greenwich_it_is_tomorrow_in_tokyo() -> None:
    (raw,) = reports(packed([record(http(page()), date="2012-05-08T16:30:00Z")]))
    assert parse(raw).published.latest == date(2012, 5, 9)


@pytest.mark.parametrize("layout", ["by record", "in one go", "not packed", "in two halves", "padded"])
@pytest.mark.parametrize("lower", [False, True])
def test_however_an_archive_is_packed_and_its_headers_are_written(layout: str, lower: bool) -> None:
    records = pages(5, lower=lower)
    data = {
        "by record": packed(records),
        "in one go": gzip.compress(b"".join(records)),
        "not packed": b"".join(records),
        "in two halves": gzip.compress(b"".join(records[:2])) + gzip.compress(b"".join(records[2:])),
        "padded": packed(records) + bytes(1000),
    }[layout]
    assert [raw.name.split("#")[1] for raw in reports(data)] == [f"{n} lakewire.example/{n}" for n in range(1, 6)]
    assert len({raw.sha256 for raw in reports(data)}) == 5


@pytest.mark.parametrize("layout", ["by record", "in one go", "not packed"])
def test_an_archive_that_is_cut_off_anywhere_says_so_and_keeps_what_was_whole(layout: str) -> None:
    records = pages(3)
    whole = {
        "by record": packed(records),
        "in one go": gzip.compress(b"".join(records)),
        "not packed": b"".join(records),
    }
    data = whole[layout]
    ends = [len(packed(records[:n])) if layout == "by record" else len(b"".join(records[:n])) for n in range(4)]
    good = {raw.name: raw.sha256 for raw in reports(data)}
    for size in range(1, len(data) - 4, 17):
        if layout != "in one go" and size in ends:
            continue  # a cut between two records cannot be seen
        items = read(data[:size])
        assert isinstance(items[-1], Unread), size
        assert "cut off" in items[-1].reason or (size < 5 and "not a web archive" in items[-1].reason)
        kept = {item.name: item.sha256 for item in items[:-1] if isinstance(item, RawReport)}
        assert len(kept) == len(items) - 1
        assert kept.items() <= good.items()
        if layout == "by record":
            assert len(kept) >= sum(end <= size for end in ends[1:])


def test_a_page_whose_bytes_were_damaged_is_not_a_report_and_the_next_one_is() -> None:
    parts = [gzip.compress(each, mtime=0) for each in pages(4)]
    for at in range(20, len(parts[1]) - 1, 13):
        damaged = bytearray(parts[1])
        damaged[at] ^= 0x55
        items = read(parts[0] + bytes(damaged) + parts[2] + parts[3])
        read_well = {item.name.split("/")[-1] for item in items if isinstance(item, RawReport)}
        assert {"1", "3", "4"} <= read_well
        assert any("damaged" in item.reason for item in items if isinstance(item, Unread)) or "2" in read_well


def test_what_was_appended_to_a_cut_off_archive_is_read() -> None:
    first, second, third = (gzip.compress(each, mtime=0) for each in pages(3))
    items = read(first + second[:-150] + third)
    assert [item.name.split("/")[-1] for item in items if isinstance(item, RawReport)] == ["1", "3"]
    assert sum("damaged" in reason(item) for item in items if isinstance(item, Unread)) == 1


@pytest.mark.parametrize("wrong", [-40, 40])
def test_a_record_that_lies_about_its_length_is_not_taken_for_whole(wrong: int) -> None:
    block = http(page())
    records = [
        *pages(1),
        record(block, length=len(block) + wrong),
        record(http(page("Third")), "https://lakewire.example/3"),
    ]
    for data in (packed(records), b"".join(records)):
        items = read(data)
        assert isinstance(items[0], RawReport)
        assert any("damaged" in item.reason for item in items if isinstance(item, Unread))
        assert not any("fees" in item.name for item in items if isinstance(item, RawReport))
        if wrong < 0:
            assert items[-1].name.endswith("#4 lakewire.example/3") or items[-1].name.endswith("/3")


@pytest.mark.parametrize("length", ["", "-5", "many", "9" * 30])
def test_a_record_without_a_length_is_damaged(length: str) -> None:
    broken = record(http(page())).replace(b"Content-Length: ", b"Content-Length: X", 1)
    broken = broken.replace(broken.split(b"Content-Length: ")[1].split(b"\r\n")[0], length.encode())
    items = read(packed([broken, *pages(1)]))
    assert reason(items[0]) == "damaged: the record does not say how long it is"
    assert isinstance(items[-1], RawReport)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty file"),
        (b"hello, this is no archive", "not a web archive: it does not begin with “WARC/”"),
        (gzip.compress(b"hello, this is no archive"), "damaged: no record begins where one should"),
        (
            b"\x28\xb5\x2f\xfd\x00\x00\x00\x00",
            "packed with Zstandard, which is not read: unpack it with `unzstd` first",
        ),
    ],
)
def test_what_is_no_archive_is_told(data: bytes, why: str) -> None:
    (item,) = read(data)
    assert reason(item) == why


def test_zeros_without_end_do_not_keep_a_build_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.reading.warc_stream._RATIO_MATTERS_FROM", 10_000_000)
    bomb = record(b"", length=10**12).removesuffix(b"\r\n\r\n")
    packer = zlib.compressobj(9, wbits=31)
    data = packer.compress(bomb) + b"".join(packer.compress(bytes(1_000_000)) for _ in range(15)) + packer.flush()
    items = read(data)
    assert "times its size" in reason(items[-1])


def test_error_pages_are_no_reports_and_say_what_the_server_said() -> None:
    assert reason(only(http(page("Gone"), "404 Not Found"))) == "the server answered 404 (not found)"
    assert reason(only(http(page("Gone"), "999 Whatever"))) == "the server answered 999"


@pytest.mark.parametrize("status", ["301 Moved Permanently", "302 Found", "304 Not Modified", "204 No Content"])
def test_redirects_are_passed_over(status: str) -> None:
    assert only(http(page("Moved"), status, location="https://lakewire.example/")) is None


@pytest.mark.parametrize(
    ("url", "content_type"),
    [
        ("https://lakewire.example/robots.txt", "text/plain"),
        ("https://lakewire.example/site.css?v=3", "text/html"),
        ("https://lakewire.example/logo", "image/png"),
        ("https://lakewire.example/api", "application/json"),
        ("https://lakewire.example/feed", "application/rss+xml"),
        ("https://lakewire.example/bundle.js", "text/javascript"),
        ("https://lakewire.example/film.mp4", "video/mp4"),
        ("dns:lakewire.example", "text/dns"),
        ("", "text/html"),
    ],
)
def test_what_is_no_report_is_passed_over(url: str, content_type: str) -> None:
    assert only(http(b"x" * 50, content_type=content_type), url) is None
    assert only(http(b"x" * 50, "404 Not Found", content_type), url) is None


def test_documents_of_other_kinds_are_not_passed_over_in_silence() -> None:
    assert reason(only(http(b"%PDF-1.7 ...", content_type="application/pdf"))) == "a PDF: save it as text or HTML"
    assert reason(only(http(b"%PDF-1.7 ...", content_type="application/octet-stream"))).startswith("a PDF")


def test_a_page_without_a_content_type_is_known_by_its_looks() -> None:
    assert isinstance(only(http(page(), content_type=None)), RawReport)
    assert only(http(b"\x00\x01\x02", content_type=None)) is None


def test_pages_kept_without_http() -> None:
    resource = only(page(), kind="resource", content_type="text/html")
    assert isinstance(resource, RawReport)
    text = only(PARAGRAPH.encode(), kind="conversion", content_type="text/plain")
    assert isinstance(text, RawReport)
    assert (text.media_type, parse(text).text) == ("text/plain", PARAGRAPH)


def test_a_revisit_is_passed_over_if_its_page_is_there_and_told_if_not() -> None:
    first = record(http(page()), WARC_Payload_Digest="sha1:ABC")
    again = record(http(b""), kind="revisit", WARC_Payload_Digest="sha1:ABC")
    other = record(http(b""), kind="revisit", WARC_Payload_Digest="sha1:XYZ")
    items = read(packed([first, again, other]))
    assert isinstance(items[0], RawReport)
    assert [item.name.split()[0] for item in items] == ["crawl.warc.gz#1", "crawl.warc.gz#3"]
    assert "had not changed" in reason(items[1])


def test_a_page_that_the_crawler_cut_off_is_told() -> None:
    assert "WARC-Truncated: length" in reason(only(http(page()), WARC_Truncated="length"))
    assert "several parts" in reason(only(http(page()), WARC_Segment_Number="1"))


def chunked(body: bytes, size: int = 100) -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in parts) + b"0\r\n\r\n"


def raw_deflate(body: bytes) -> bytes:
    return zlib.compress(body)[2:-4]


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (gzip.compress(page()), {"content_encoding": "gzip"}),
        (zlib.compress(page()), {"content_encoding": "deflate"}),
        (raw_deflate(page()), {"content_encoding": "deflate"}),
        (chunked(page()), {"transfer_encoding": "chunked"}),
        (chunked(gzip.compress(page())), {"transfer_encoding": "chunked", "content_encoding": "gzip"}),
        (page(), {"transfer_encoding": "chunked"}),  # joined already, with the header left as it was
        (page(), {"content_encoding": "gzip"}),  # likewise
        (page(), {"content_encoding": "br"}),
        (page(), {"content_encoding": "identity"}),
    ],
)
def test_a_page_is_the_same_however_it_was_sent(body: bytes, fields: dict[str, str]) -> None:
    item = only(http(body, **fields))
    assert isinstance(item, RawReport)
    assert item.data == page()


def test_a_page_that_cannot_be_unpacked_is_told() -> None:
    whole = gzip.compress(page())
    assert "cut off" in reason(only(http(whole[:-50], content_encoding="gzip")))
    assert "damaged" in reason(only(http(whole[:20] + b"\xff" * 20 + whole[40:], content_encoding="gzip")))
    assert "cut off" in reason(only(http(chunked(page())[:-200], transfer_encoding="chunked")))


def test_a_page_that_is_too_large_is_told_packed_or_not() -> None:
    large = page(body=f"<p>{'long ' * 100_000}</p>")
    for block in (http(large), http(gzip.compress(large), content_encoding="gzip"), http(large + bytes(2_000_000))):
        (item,) = read(packed([record(block)]), max_bytes=300_000)
        assert "more than" in reason(item) or "larger than" in reason(item)


def test_the_encoding_that_the_server_states_goes_before_the_one_on_the_page() -> None:
    russian = page("Сборы не вырастут", body="<p>Портовая комиссия не повысит сборы до осени, сообщила её глава.</p>")
    for charset, head in (("windows-1251", ""), ("windows-1251", "koi8-r"), ("utf-8", "windows-1251")):
        meta = f'<meta charset="{head}">'.encode() if head else b""
        body = russian.decode().encode("windows-1251").replace(b"<head>", b"<head>" + meta)
        item = only(http(body, content_type=f"text/html; charset={charset}"))
        assert isinstance(item, RawReport)
        assert "Портовая комиссия" in parse(item).text


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://www.lakewire.example/news/", "lakewire.example/news"),
        ("http://lakewire.example:8080/a?id=7", "lakewire.example/a?id=7"),
        ("<https://lakewire.example/b>", "lakewire.example/b"),
        ("https://lakewire.example/%D0%BC%D0%B8%D1%80", "lakewire.example/мир"),
        ("https://user:secret@lakewire.example/c", "lakewire.example/c"),
        ("https://lakewire.example/%1b%5B2J%E2%80%AEd", "lakewire.example/\\x1b[2J\\u202ed"),
        ("https://lakewire.example/" + "x" * 900, "lakewire.example/" + "x" * 132 + "…"),
    ],
)
def test_names_can_be_read_and_do_no_harm(url: str, shown: str) -> None:
    item = only(http(page()), url)
    assert isinstance(item, RawReport)
    assert item.name == f"crawl.warc.gz#1 {shown}"


def test_the_same_page_twice_is_the_same_bytes() -> None:
    first, again = reports(
        packed(
            [
                record(http(page())),
                record(http(gzip.compress(page()), content_encoding="gzip"), date="2013-01-01T00:00:00Z"),
            ]
        )
    )
    assert first.sha256 == again.sha256
    assert first.name != again.name


def test_archives_are_found_in_folders_and_zip_files(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"".join(pages(1)))
    (tmp_path / "b.warc.gz").write_bytes(packed(pages(1)))
    (tmp_path / "old.arc.gz").write_bytes(gzip.compress(b"filedesc://"))
    for name in ("c.zip", "d.wacz"):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr("archive/data.warc.gz", packed(pages(1)))
            archive.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n')
    items = list(find_reports(tmp_path, max_bytes=4_000_000))
    assert [item.name for item in items if isinstance(item, RawReport)] == [
        "a.warc#1 lakewire.example/1",
        "b.warc.gz#1 lakewire.example/1",
        "c.zip/archive/data.warc.gz#1 lakewire.example/1",
        "d.wacz/archive/data.warc.gz#1 lakewire.example/1",
    ]
    told = {item.name: item.reason for item in items if isinstance(item, Unread)}
    assert set(told) == {"c.zip/pages/pages.jsonl#1", "old.arc.gz"}


def test_an_archive_of_many_large_records_is_read_in_little_memory() -> None:
    import tracemalloc

    picture = record(http(bytes(range(256)) * 40_000, content_type="image/png"), "https://lakewire.example/p.png")
    data = packed([picture] * 4 + pages(1))
    tracemalloc.start()
    found = read(data, max_bytes=1_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found) == 1
    assert peak < 10_000_000  # as one picture alone, peak
