"""A report's text with its statements marked: the text is kept to the letter, every span is marked, once."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import dossier_pile as piles
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain import Report, Span, Statement
from onrecord.publishing.dossier.evidence import clean, evidence_markup
from onrecord.publishing.dossier.survey import in_order


class Marked(HTMLParser):
    """The text of a page's evidence, and for each character what it is part of."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.tokens: list[set[str]] = []
        self.anchors: dict[str, int] = {}
        self._open: list[set[str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if "id" in values:
            self.anchors[values["id"] or ""] = len(self.text)
        names = {"site"} if "site" in (values.get("class") or "").split() else set()
        self._open.append({*(values.get("data-s") or "").split(), *names})

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        self.tokens += [set().union(*self._open) for _ in data]


def marked(report: Report) -> Marked:
    return Marked(str(evidence_markup(report, in_order(report))))


def assert_marked_to_the_letter(report: Report) -> None:
    found = marked(report)
    assert found.text == clean(report.text)
    placed = in_order(report)
    wanted: list[set[str]] = [set() for _ in report.text]
    for number, (_, statement) in enumerate(placed, start=1):
        named = [("s", statement.source), ("u", statement.cue), *(("c", span) for span in statement.content)]
        for role, span in named:
            if span is not None:
                for at in range(span.start, span.end):
                    wanted[at].add(f"{number}{role}")
    for span in report.chrome:
        for at in range(span.start, span.end):
            wanted[at].add("site")
    for at, character in enumerate(report.text):
        if character not in "\r\n":
            assert found.tokens[at] == wanted[at], f"at {at}: {character!r}"
    for anchor, statement in placed:
        first = min(statement.content or statement.evidence).start
        assert report.text[first : found.anchors[anchor]].strip("\r\n") == ""


@pytest.mark.parametrize("report", piles.pile().all_reports, ids=lambda report: report.id)
def test_reports_of_the_pile(report: Report) -> None:
    assert_marked_to_the_letter(report)


_TEXT = st.text(st.sampled_from("ab <>&\"'“”\r\n\u200b\u202e\u2028é🕊\x00\x0c"), max_size=60)


@st.composite
def _reports(draw: st.DrawFn) -> Report:
    text = draw(_TEXT)

    def drawn() -> Span:
        ends = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
        return Span.of(text, *ends)

    statements = []
    for _ in range(draw(st.integers(0, 4))):
        content = tuple(sorted(drawn() for _ in range(draw(st.integers(1, 2)))))
        source, cue = (drawn() if draw(st.booleans()) else None for _ in range(2))
        kind = draw(st.sampled_from(["direct", "indirect", "mixed"]))
        statements.append(Statement(source, cue, content, kind, "speech", 0.5))
    chrome = (drawn(),) if draw(st.booleans()) else ()
    return piles.report("any.txt", text, *statements, chrome=chrome)


@given(_reports())
def test_any_report(report: Report) -> None:
    assert_marked_to_the_letter(report)


def test_nested_content_says_that_it_is_deep_and_innermost_comes_first() -> None:
    html = str(evidence_markup(piles.cyprus(), in_order(piles.cyprus())))
    inner = re.search(r'<span class="([^"]*)" data-s="([^"]*)">that the map was final</span>', html)
    assert inner is not None
    assert "deep" in inner.group(1).split()
    assert inner.group(2) == "5c 4c"


def test_quoted_words_of_a_mixed_statement_are_told_from_the_rest() -> None:
    html = str(evidence_markup(piles.cyprus(), in_order(piles.cyprus())))
    assert re.search(r'<span class="said content quoted" data-s="3c">“theatre for the evening news”</span>', html)
    assert re.search(r'<span class="said content" data-s="3c">the charge </span>', html)


def test_two_statements_with_the_same_spans_have_anchors_of_their_own() -> None:
    text = "He said and wrote: enough."
    one = piles.said(text, "He", "said", "enough")
    two = piles.said(text, "He", "said", "enough", mode="writing")
    anchors = [anchor for anchor, _ in in_order(piles.report("twice.txt", text, one, two))]
    assert len(set(anchors)) == 2 and anchors[1] == f"{anchors[0]}-2"


def test_furniture_is_named_once_a_run() -> None:
    html = str(evidence_markup(piles.cyprus(), in_order(piles.cyprus())))
    assert html.count("furniture first") == 2
    assert html.count("furniture") == 2 + 3


def test_characters_that_turn_the_text_are_shown() -> None:
    html = str(evidence_markup(piles.hostile(), in_order(piles.hostile())))
    assert '<span class="unseen" data-code="U+202E">\u202e</span>' in html
