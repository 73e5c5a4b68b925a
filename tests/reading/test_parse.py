"""Parsing: any bytes become a report or a reason."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import any_text

from onrecord.domain import DateEstimate, DateReason, Report
from onrecord.errors import UnreadableReport
from onrecord.reading import RawReport, parse, report_from_text
from onrecord.reading.raw import human_size, sha256_of

BODY = "The minister told parliament on Tuesday that the border would stay open, whatever its neighbours decide."


def raw(data: bytes | str, media_type: str = "text/plain", **metadata: str) -> RawReport:
    content = data.encode() if isinstance(data, str) else data
    return RawReport("story.txt", "in/story.txt", content, sha256_of(content), media_type, metadata)


def test_a_text_comes_back_to_the_letter() -> None:
    text = f"\u200f{BODY}\r\n\r\n“N\u00a0e\u0301”\0 😀\u2028\u200b \r end  \n"
    report = parse(raw(text))
    assert report.text == text
    assert (report.encoding, report.name, report.sha256) == ("utf-8", "story.txt", sha256_of(text.encode()))


def test_only_the_mark_is_dropped() -> None:
    assert parse(raw(b"\xef\xbb\xbf\xef\xbb\xbfOhrid")).text == "\ufeffOhrid"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty file"),
        (b" \r\n\t", "nothing but white space"),
        ("\u200b\u200f\ufeff\u00a0\u2028".encode(), "nothing but white space"),
        (b"\0\0", "nothing but white space"),
        (bytes(range(32)) * 8, "binary data, not text"),
    ],
)
def test_what_has_no_text_is_unreadable(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableReport) as caught:
        parse(raw(data))
    assert caught.value.reason == reason


def test_a_text_may_hold_markup() -> None:
    text = f"He wrote <script>alert(1)</script> and “</script>”. {BODY}"
    assert parse(raw(text)).text == text


def test_the_first_line_of_its_own_is_the_title() -> None:
    assert parse(raw(f"Subscribe\n\nBorder stays open\n\n{BODY}")).title == "Border stays open"
    assert parse(raw(f"{BODY}\n\n{BODY}")).title is None
    assert parse(raw(BODY)).title is None
    assert parse(raw(f"Border stays open\n\n{BODY}", title="Given")).title == "Given"


@pytest.mark.parametrize(
    "above",
    [
        "The Morning Courier, Saturday, April 20, 2013",
        "Morning Courier | 20 April 2013",
        "Journal of the Coast – Sat, 20 April",
        "April 20, 2013",
        "Saturday, 20 April 2013, 10:35 CET",
        "2013-04-20",
        "By our correspondent in Bar",
        "By Dana Ruiz and Lee Marsh",
    ],
)
def test_a_line_of_outlet_and_date_is_not_the_title(above: str) -> None:
    assert parse(raw(f"{above}\n\nBorder stays open\n\n{BODY}")).title == "Border stays open"
    assert parse(raw(f"{above}\n\n{BODY}")).title == above


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("# Border stays open", "Border stays open"),
        ("## Border stays open ##", "Border stays open"),
        ("**Border stays open**", "Border stays open"),
        ("> *Border stays ‘open’*", "Border stays ‘open’"),
        ("Border **stays** open", "Border stays open"),
        ("Border * stays * open", "Border * stays * open"),
        ("#1 border stays open", "#1 border stays open"),
        ("*", "*"),
    ],
)
def test_a_title_has_no_markup(line: str, title: str) -> None:
    assert parse(raw(f"{line}\n\n{BODY}")).title == title


def test_a_papers_name_is_not_the_title() -> None:
    assert (
        parse(raw(f"The Valley Echo\nThursday 9 February 2012\n\nBorder stays open\n\n{BODY}")).title
        == "Border stays open"
    )
    assert parse(raw(f"Border Mail stays open\n\n{BODY}")).title == "Border Mail stays open"


@pytest.mark.parametrize(
    "headline",
    [
        "Border to stay open until February 17, 2008",
        "Blast on the bridge, Saturday, April 20, 2013",
        "The 2008 vote",
        "By a narrow margin, parliament keeps the border open",
        "Sunday in Bar",
    ],
)
def test_a_headline_with_a_date_is_the_title(headline: str) -> None:
    assert parse(raw(f"{headline}\n\nThe second line\n\n{BODY}")).title == headline


def test_a_page_speaks_for_itself() -> None:
    page = (
        "<html><head><title>Border stays open</title><meta property='og:site_name' content='The Courier'>"
        "<link rel=canonical href='https://c.example/2008/02/17/border'></head>"
        f"<body><p>VIENNA (AP) — {BODY}</p></body></html>"
    )
    report = parse(raw(page, "text/html", file_name="2019-01-01.html"))
    assert (report.title, report.outlet, report.agency) == ("Border stays open", "The Courier", "The Associated Press")
    assert (report.media_type, report.language, report.tagged) == ("text/html", "en", True)
    assert report.published.best == date(2008, 2, 17)
    assert [reason.origin for reason in report.published.reasons] == ["url", "file name"]


def test_a_date_in_the_file_name() -> None:
    report = parse(raw(BODY, file_name="2008-02-17 border.txt"))
    assert report.published.best == date(2008, 2, 17)
    assert report.published.reasons == (DateReason("the file is called 2008-02-17 border.txt", "file name"),)


@given(st.binary(max_size=300), st.sampled_from(["text/plain", "text/html"]))
def test_any_bytes_become_a_report_or_a_reason(data: bytes, media_type: str) -> None:
    try:
        report = parse(raw(data, media_type))
    except UnreadableReport as error:
        assert error.reason
        return
    assert isinstance(report, Report)
    report.text.encode("utf-8")


@given(
    any_text,
    st.sampled_from(["title", "outlet", "url", "published", "language", "agency", "file_name", "encoding"]),
    any_text,
)
def test_any_metadata_is_survived(text: str, key: str, value: str) -> None:
    try:
        parse(raw(text.encode("utf-8", "replace"), **{key: value}))
    except UnreadableReport as error:
        assert error.reason


@given(any_text)
def test_any_text_is_a_report(text: str) -> None:
    report = report_from_text(text)
    assert report.text == text
    assert report.sha256 == sha256_of(text.encode("utf-8", "surrogatepass"))


def test_a_long_line_is_no_trouble() -> None:
    assert len(report_from_text("word " * 1_000_000).text) == 5_000_000
    assert report_from_text(" " * 5_000_000).title is None


@pytest.mark.parametrize(
    "given_date", [date(2008, 2, 17), datetime(2008, 2, 17, 23, 59), "2008-02-17", "17 February 2008"]
)
def test_a_date_that_is_given_is_believed(given_date: date | str) -> None:
    report = report_from_text(BODY, published=given_date, url="https://c.example/2019/01/01/x")
    assert report.published.best == date(2008, 2, 17)
    assert report.published.reasons[0].origin == "given"


def test_an_estimate_that_is_given_is_kept() -> None:
    estimate = DateEstimate(None, date(2008, 2, 1), date(2008, 2, 29))
    assert report_from_text(BODY, published=estimate).published is estimate


def test_a_date_that_is_none_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="2008-02-17"):
        report_from_text(BODY, published="last week")


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (4_000_000, "4 MB"),
        (50_340_000, "50.3 MB"),
        (2 * 10**12, "2 TB"),
    ],
)
def test_sizes_for_people(size: int, shown: str) -> None:
    assert human_size(size) == shown
