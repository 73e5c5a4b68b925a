"""What a page states about itself."""

from __future__ import annotations

import json
from datetime import date

import lxml.html
import pytest

from onrecord.domain import DateEstimate
from onrecord.reading.page import Page, read_page, web_address
from onrecord.reading.published import estimate


def page(head: str = "", body: str = "<p>x</p>") -> Page:
    return read_page(lxml.html.document_fromstring(f"<html lang=en><head>{head}</head><body>{body}</body></html>"))


def dated(head: str = "", body: str = "<p>x</p>") -> DateEstimate:
    return estimate(page(head, body).dates)


def json_ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def test_open_graph() -> None:
    stated = page(
        meta("og:title", "Talks fail") + meta("og:site_name", "The Courier") + meta("og:url", "https://c.example/1")
    )
    assert (stated.title, stated.outlet, stated.url, stated.language) == (
        "Talks fail",
        "The Courier",
        "https://c.example/1",
        "en",
    )


def test_json_ld() -> None:
    article = {"@type": "NewsArticle", "headline": "Talks fail", "publisher": {"name": "The Courier"}}
    graph = {"@graph": [{"@type": "WebPage"}, {**article, "url": "https://c.example/1"}]}
    stated = page(json_ld(**graph))
    assert (stated.title, stated.outlet, stated.url) == ("Talks fail", "The Courier", "https://c.example/1")


def test_a_script_tag_in_json_ld_is_text() -> None:
    script = '<script type="application/ld+json">{"@type": "Article", "headline": "Say \\u003c/script> now"}</script>'
    assert page(script).title == "Say </script> now"


@pytest.mark.parametrize("broken", ["{", "[" * 5000, "null", '"x"', '{"@type": 3}', '{"@graph": {"@graph": 1}}', ""])
def test_broken_json_ld_is_passed_over(broken: str) -> None:
    assert page(f'<script type="application/ld+json">{broken}</script><title>Talks</title>').title == "Talks"


def test_the_heading_is_the_title_when_metadata_agrees() -> None:
    head = meta("og:title", "Talks fail in Ohrid as envoy leaves | Courier")
    assert page(head, "<h1>The Courier</h1><h1>Talks fail in Ohrid</h1>").title == "Talks fail in Ohrid"


def test_the_outlet_is_cut_from_the_title() -> None:
    assert page("<title>Talks fail | The Courier</title>" + meta("og:site_name", "The Courier")).title == "Talks fail"
    assert page("<title>Talks fail | again</title>" + meta("og:site_name", "The Courier")).title == "Talks fail | again"


def test_a_saved_page_knows_where_it_came_from() -> None:
    assert page(body="<!-- saved from url=(0022)https://c.example/2 --><p>x").url == "https://c.example/2"


@pytest.mark.parametrize(
    "value",
    [
        *("javascript:alert(1)", "JavaScript:x", "data:text/html,x", "file:///etc/passwd", "/relative", "https://", ""),
        *("http://x y", 'https://x/"onclick=', "https://[", "https://x/\u202e", None),
    ],
)
def test_addresses_that_are_not_kept(value: str | None) -> None:
    assert web_address(value) is None


def test_addresses_that_are_kept() -> None:
    assert web_address(" https://c.example/a?b=c#d ") == "https://c.example/a?b=c#d"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (meta("article:published_time", "2008-02-17T14:00:00Z"), ""),
        (meta("DC.date.issued", "17 February 2008"), ""),
        (json_ld(**{"@type": "NewsArticle", "datePublished": "2008-02-17"}), ""),
        ("", '<article><header><time datetime="2008-02-17T14:00">Sunday</time></header></article>'),
        ("", '<span itemprop="datePublished">February 17, 2008</span>'),
        ("", '<p><time datetime="2008-02-17">17 Feb</time></p>'),
    ],
)
def test_dates_that_a_page_states(head: str, body: str) -> None:
    found = dated(head, body or "<p>x</p>")
    assert found.best == date(2008, 2, 17)
    assert {reason.origin for reason in found.reasons} == {"page"}


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (meta("article:modified_time", "2008-02-17"), "<p>x</p>"),
        (json_ld(**{"@type": "NewsArticle", "dateModified": "2008-02-17"}), "<p>x</p>"),
        (json_ld(**{"@type": "Event", "datePublished": "2008-02-17"}), "<p>x</p>"),
        (meta("date", "today"), "<p>x</p>"),
        ("", "<p>It was 17 February 2008. © 2008</p>"),
        ("", '<time datetime="2008-02-17">a</time> <time datetime="2008-02-18">b</time>'),
    ],
)
def test_dates_that_a_page_does_not_state(head: str, body: str) -> None:
    assert dated(head, body) == DateEstimate()


def test_times_of_related_stories_do_not_count_beside_metadata() -> None:
    found = dated(meta("article:published_time", "2008-02-17"), '<time datetime="2019-01-01">related</time>')
    assert found.best == date(2008, 2, 17)


def test_contradicting_dates_are_candidates() -> None:
    head = meta("article:published_time", "2008-02-17") + json_ld(
        **{"@type": "NewsArticle", "datePublished": "2012-05-01"}
    )
    found = dated(head)
    assert found.best is None
    assert [candidate.value for candidate in found.candidates] == [date(2008, 2, 17), date(2012, 5, 1)]
    assert (found.earliest, found.latest) == (date(2008, 2, 17), date(2012, 5, 1))
