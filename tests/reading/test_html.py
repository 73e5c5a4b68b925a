"""Web pages: their text, and nothing that runs."""

from __future__ import annotations

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UnreadableReport
from onrecord.reading.html import read_html

SENTENCE = "The minister said on Tuesday that talks would resume in Ohrid and that nobody should expect a treaty"


def text_of(page: str | bytes) -> str:
    return read_html(page if isinstance(page, bytes) else page.encode())[0]


def article(*paragraphs: str, head: str = "", before: str = "", after: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><head>{head}</head><body>{before}<article>{body}</article>{after}</body></html>"


def test_title_and_paragraphs_with_blank_lines_between() -> None:
    page = article(f"{SENTENCE}, one.", f"{SENTENCE}, two.", "Short.", head="<title>Talks</title>")
    assert text_of(page) == f"Talks\n\n{SENTENCE}, one.\n\n{SENTENCE}, two.\n\nShort."


def test_the_page_around_the_report_is_left_out() -> None:
    page = article(
        *(f"{SENTENCE}, {number}." for number in range(5)),
        before="<nav><a href=/>Home</a> <a href=/w>World</a></nav>",
        after="<aside>Most read</aside><footer>© 2019 The Courier</footer>",
    )
    assert text_of(page) == "\n\n".join(f"{SENTENCE}, {number}." for number in range(5))


def test_a_script_tag_in_the_text_stays_text() -> None:
    page = article(
        "He wrote &lt;script&gt;alert(1)&lt;/script&gt; on the wall and “&lt;/script&gt;” under it, said the guard.",
        f"{SENTENCE}.",
        before="<script>document.write('<p>not this</p>')</script><style>p { color: red }</style>",
    )
    assert text_of(page) == (
        "He wrote <script>alert(1)</script> on the wall and “</script>” under it, said the guard.\n\n" + SENTENCE + "."
    )


def test_entities_are_decoded_once() -> None:
    assert "&lt;b&gt;" in text_of(article(f"The tag is written &amp;lt;b&amp;gt; in HTML. {SENTENCE}."))


def test_words_in_markup_are_not_torn_or_joined() -> None:
    page = article(f"<b>W</b>e will <i>not</i> si<span>gn</span>, she said.<br>{SENTENCE}.", f"{SENTENCE}, two.")
    assert text_of(page).startswith(f"We will not sign, she said.\n{SENTENCE}.")


def test_lists_and_tables_keep_their_words_apart() -> None:
    rows = "<table><tr><td>Bar</td><td>12</td></tr><tr><td>Kotor</td><td>7</td></tr></table>"
    text = text_of(article(f"{SENTENCE}.", f"{SENTENCE}, two.", after=f"<ul><li>One</li><li>Two</li></ul>{rows}"))
    assert "OneTwo" not in text
    assert "Bar12" not in text


def test_what_the_extractor_does_not_find_is_found_in_the_visible_text() -> None:
    assert text_of("<div>Just <b>this</b>.<script>x()</script></div>") == "Just this."


@pytest.mark.parametrize(
    "page",
    ["<html></html>", "<!-- x -->", "<script>x()</script>", "<div>" * 50_000, "<style>p{}</style>", " \n", "\0"],
)
def test_a_page_without_text_is_unreadable(page: str) -> None:
    with pytest.raises(UnreadableReport, match="no text in this page"):
        text_of(page)


@pytest.mark.parametrize("nesting", ["<div>", "<b>", "<table><tr><td>", "<blockquote>"])
def test_deep_nesting_is_survived(nesting: str) -> None:
    try:
        text_of(nesting * 20_000 + SENTENCE)
    except UnreadableReport as error:
        assert error.reason == "no text in this page"


def test_charsets() -> None:
    declared = "<meta charset=windows-1251><p>Министр сказал «нет» в парламенте.</p>".encode("cp1251")
    assert read_html(declared)[::2] == ("Министр сказал «нет» в парламенте.", "cp1251")
    wrong = "<meta charset=windows-1251><p>Министр сказал «нет» в парламенте.</p>".encode()
    assert read_html(wrong)[::2] == ("Министр сказал «нет» в парламенте.", "utf-8")
    xml = '<?xml version="1.0" encoding="iso-8859-2"?><html><body><p>Žena je rekla.</p></body></html>'.encode(
        "iso8859-2"
    )
    assert read_html(xml)[::2] == ("Žena je rekla.", "iso8859-2")


def test_the_extractor_says_nothing_on_its_own(capfd: pytest.CaptureFixture[str]) -> None:
    text_of("<p>x")
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("trafilatura").handlers


def test_two_readings_are_the_same() -> None:
    page = article(f"{SENTENCE}.", f"{SENTENCE}.", f"{SENTENCE}.")
    assert text_of(page) == text_of(page)


@given(st.text(st.sampled_from("<>/&;\"'=ap! -\0\n[]?xé\u202e")) | st.binary(max_size=60))
def test_any_page_has_text_or_is_unreadable(page: str | bytes) -> None:
    try:
        text = text_of(page)
    except UnreadableReport:
        return
    assert text
