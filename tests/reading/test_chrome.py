"""Chrome: whole pages line by line, and the lines of reports that look like it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import any_text

from onrecord.reading import find_chrome
from onrecord.reading.chrome_rules import judge

SITES = sorted((Path(__file__).parent / "sites").glob("*.txt"))

BODY = "The minister told parliament on Tuesday that the border would stay open, whatever its neighbours decide.\n\n"


def marked(text: str) -> list[str]:
    return [span.text for span in find_chrome(text)]


@pytest.mark.parametrize("site", SITES, ids=lambda path: path.stem)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["unix", "windows"])
def test_exactly_the_marked_lines_of_a_page_are_chrome(site: Path, newline: str) -> None:
    """In ``sites``, ``×`` stands before a line of chrome and nothing before a line of the report."""
    rows = site.read_text(encoding="utf-8").splitlines()
    text = newline.join(row[2:] for row in rows)
    assert marked(text) == [row[2:] for row in rows if row.startswith("×")]


def test_there_are_pages_of_many_kinds() -> None:
    assert len(SITES) >= 8


@pytest.mark.parametrize(
    "line",
    [
        "Situation on the border",
        "Q: What will you do on Monday?",
        "He said:",
        "Home rule",
        "World Cup",
        "Share prices fell",
        "Support for Ukraine",
        "Subscribers to the plan",
        "“Share this article,” he told them.",
        "“Subscribe!” the crowd shouted.",
        "Follow the money, he said.",
        "Copyright law changed in 2008, officials said.",
        "Copyright law in Kosovo",
        "Register to vote before Monday, the commission says.",
        "Read the letter: “We will not sign.”",
        "Sign up or leave, he told them.",
        "Cookies and milk were served.",
        "Comments by the minister follow.",
        "Get out of the way, the soldiers shouted.",
        "Watch the border, she said.",
        "More than 200 people came.",
        "By RIA Novosti",
        "By Dana Ruiz and Lee Marsh",
        "(Reporting by Dana Ruiz; Editing by Lee Marsh)",
        "— Dana Ruiz, Belgrade",
        "12",
        "Bar 12",
        "He left.",
        "(CROSSTALK)",
        "PRISTINA, February 17",
        "Log in the river blocks ferry",
        "Subscribe from the start, he told them.",
        "Comments from 20 countries",
        "Most read the letter in silence",
        "The most watched border in Europe",
        "1. The army leaves the border",
        "The photo by the agency showed a bridge.",
        "Built by the Ottomans in 1566.",
        "Донбас",
    ],
)
def test_short_lines_of_a_report_are_not_chrome(line: str) -> None:
    assert marked(f"Headline of the day\n\n{BODY}{line}\n\n{BODY}") == []


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe",
        "SHARE THIS ARTICLE",
        "» Read more",
        "Read more: Border closed for a third day",
        "Related: Ten facts about the border",
        "Advertisement",
        "Story continues below advertisement",
        "Sign up for our daily newsletter",
        "Subscribe from £1 a week",
        "Subscribe for just 2,50 € a month",
        "Digital access for only $1 a week",
        "Comments (0)",
        "View all comments (1,204)",
        "Most read in World",
        "Most viewed this week",
        "Get the day's top stories in your inbox.",
        "Follow us on Facebook and Instagram!",
        "Follow Dana Ruiz on Twitter @druiz",
        "We use cookies to improve your experience.",
        "© 2014 The Morning Courier",
        "Copyright 2014 The Morning Courier. All rights reserved. This material may not be published or redistributed.",
        "Photo: AFP",
        "Photo by Dana Ruiz/Reuters",
        "Getty Images",
        "Click here to read the full text",
        "Become a member today and support independent journalism.",
        "You have 3 free articles left this month",
        "To comment, please log in or register",
        "No comments yet",
        "Tags: border, parliament",
        "5 min read",
        "Home | News | World | Sport",
        "Home > World > Europe",
        "Facebook Twitter WhatsApp",
        ".share-box { float: left; }",
        "Читайте также: Граница закрыта",
        "Podijeli",
        "Teilen",
    ],
)
def test_chrome_in_the_middle_of_a_report(line: str) -> None:
    assert marked(f"Headline of the day\n\n{BODY}{line}\n\n{BODY}") == [line]


@pytest.mark.parametrize("line", ["Home", "World", "Search", "Comments", "12", "Print", "Donbas"])
def test_words_that_may_be_subheadings_need_company(line: str) -> None:
    assert marked(f"Headline of the day\n\n{BODY}{line}\n\n{BODY}") == []


def test_company_makes_them_chrome() -> None:
    assert marked(f"{BODY}Share this article\n12\nComments\n\n{BODY}") == ["Share this article", "12", "Comments"]
    assert marked(f"{BODY}World\nSport\nWeather\n\n{BODY}") == ["World", "Sport", "Weather"]


def test_another_script_is_chrome_in_the_margins_only() -> None:
    assert marked(f"{BODY}Дружба\n\n{BODY}") == []
    assert marked(f"{BODY}Заголовок") == ["Заголовок"]
    assert marked(f"{BODY}“Никогда”") == []
    russian = "Министр заявил в парламенте во вторник, что граница останется открытой для всех соседей страны.\n"
    assert marked(f"{russian}Loading\nЗаголовок") == ["Loading"]


def test_an_appeal_is_told_from_a_subheading_by_its_name() -> None:
    assert marked(f"Headline\n\n{BODY}Support NewsCircle\n\n{BODY}") == ["Support NewsCircle"]
    assert marked(f"Headline\n\n{BODY}Support Ukraine\n\nUkraine thanked the minister.\n\n{BODY}") == []


def test_a_slogan_is_chrome_and_a_first_sentence_is_not() -> None:
    slogan = "The latest news, analysis and opinion from the region, with live coverage, video and in-depth features."
    assert marked(f"{slogan}\nHeadline of the day\n{BODY}") == [slogan]
    first = "The latest news reports from the border were denied on Tuesday, and live coverage was cut."
    assert marked(f"Headline of the day\n{first}\n{BODY}") == []


def test_links_end_where_the_report_goes_on() -> None:
    text = f"{BODY}Read more:\nBridge closed again\nMayor resigns\n\nA second look\n\n{BODY}"
    assert marked(text) == ["Read more:", "Bridge closed again", "Mayor resigns"]


def test_a_numbered_list_of_other_stories_goes_with_its_heading() -> None:
    links = ["Most read in Europe", "1. Bridge closed again", "2. Mayor resigns"]
    assert marked(f"{BODY}" + "\n".join(links) + f"\n\n1. The border\n\n{BODY}") == links


def test_a_footer_leaves_credits_alone() -> None:
    text = f"{BODY}Leave a comment\nPopular in Europe\nReporting by Dana Ruiz; editing by Lee Marsh\nSee you"
    assert marked(text) == ["Leave a comment", "Popular in Europe", "See you"]


def test_hard_wrapped_paragraphs_are_left_alone() -> None:
    text = (
        "The minister told parliament on Tuesday that the border will\n"
        "stay open for all neighbours of the country, and that the\n"
        "search\n"
        "for a compromise goes on."
    )
    assert marked(text) == []


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\t", "\0"])
def test_texts_without_chrome(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize("text", ["x", "Subscribe", "\n Share \n", "?", ""])
def test_a_text_of_one_word_is_not_chrome(text: str) -> None:
    assert find_chrome(text) == ()


def test_a_text_that_is_all_chrome() -> None:
    assert marked("Menu\nHome\nSearch\nSubscribe") == ["Menu", "Home", "Search", "Subscribe"]


@given(
    any_text | st.lists(st.sampled_from(["Subscribe", "0", "World", "\r", "Да", BODY, "Related:", "x"])).map("\n".join)
)
def test_spans_are_whole_lines_sorted_and_disjoint(text: str) -> None:
    spans = find_chrome(text)
    end = -1
    for span in spans:
        assert span.check(text).start > end
        assert not set(span.text) & set("\r\n")
        assert text[span.start - 1 : span.start] in ("", "\r", "\n")
        assert text[span.end : span.end + 1] in ("", "\r", "\n")
        end = span.end


@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        "ab\n",
        "copyright" + " " * 500 + "\n",
        "photo by " + "a b " * 120 + "\n",
        "share this " + "on to via " * 40 + "\n",
        "get " + "newsletter your " * 30 + "\n",
        "a" + " " * 290 + "b\n",
        "Related articles\nx y\n",
        "Support Foo\n",
        "- AAAA bbbb\n",
        "{" * 200 + "." * 200 + "\n",
    ],
)
def test_time_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        judge.cache_clear()
        # Numbered, so that no line is known from the one before.
        text = "".join(f"{number}{unit}" for number in range(size // len(unit)))
        start = time.process_time()
        find_chrome(text)
        return time.process_time() - start

    small = min(seconds(15_000) for _ in range(2))
    assert seconds(120_000) < 30 * small + 0.5
