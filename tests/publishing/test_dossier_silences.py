# ruff: noqa: E501 -- a row is one line
"""What was not said, and how what was said was said, on the pages of a dossier."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from dossier_pile import Pile, actor, report, said, span

from onrecord.domain import Refusal
from onrecord.publishing.dossier import write_dossier

TEXT = (
    "In a letter to the council after the raid, Ama Boateng reportedly never claimed that the dam was safe. "
    "The water board declined to comment on <b>the cracks</b>. Boateng would not say when the gates would open."
)
BOATENG = actor("Ama Boateng")
BOARD = actor("Volta Water Board", "organisation")
COUNCIL, MAYOR = actor("Akosombo council", "body"), actor("Kofi Asare")


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    statement = replace(
        said(TEXT, "Ama Boateng", "claimed", "that the dam was safe", speaker=BOATENG, mode="writing"),
        addressees=(COUNCIL, MAYOR),
        negation=span(TEXT, "never"),
        hedge=span(TEXT, "reportedly"),
        venue=span(TEXT, "In a letter to the council"),
        occasion=span(TEXT, "after the raid"),
    )
    refusals = (
        Refusal(span(TEXT, "The water board"), span(TEXT, "declined to comment"), span(TEXT, "<b>the cracks</b>"), "declined", BOARD),
        Refusal(span(TEXT, "Boateng", 2), span(TEXT, "would not say"), span(TEXT, "when the gates would open"), "declined", BOATENG),
    )  # fmt: skip
    folder = tmp_path_factory.mktemp("dossier") / "out"
    write_dossier(Pile((report("dam.txt", TEXT, statement, refusals=refusals),)), folder)
    return folder


def words(page: Path) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", page.read_text(encoding="utf-8")).split())


def page_of(dossier: Path, one: object) -> Path:
    return dossier / f"speakers/{one.id}.html"  # type: ignore[attr-defined]


def test_a_negated_and_hedged_statement_says_so_wherever_it_stands(dossier: Path) -> None:
    for page in (page_of(dossier, BOATENG), dossier / "statements/index.html"):
        shown = words(page)
        assert "reportedly never claimed that the dam was safe" in shown
        assert "negated" in shown and "hedged" in shown and "writing" in shown
        assert "In a letter to the council after the raid" in shown
        assert "to Akosombo council and Kofi Asare" in shown
    (report_page,) = dossier.glob("reports/r_*.html")
    shown = words(report_page)
    for fact in (
        "Negated by “never”",
        "Hedged by “reportedly”",
        "Venue In a letter to the council",
        "Occasion after the raid",
    ):
        assert fact.replace(" ", "") in shown.replace(" ", "")


def test_both_addressees_have_it_said_to_them(dossier: Path) -> None:
    assert all("that the dam was safe" in words(page_of(dossier, one)) for one in (COUNCIL, MAYOR))


def test_a_refusal_is_on_the_page_of_who_refused_and_is_no_statement(dossier: Path) -> None:
    board = page_of(dossier, BOARD).read_text(encoding="utf-8")
    shown = words(page_of(dossier, BOARD))
    assert "Not recorded as saying anything." in shown
    assert "Declined to say" in shown and "declined to comment about: &lt;b&gt;the cracks&lt;/b&gt;" in shown
    assert "<blockquote>" not in board and 'class="quoted"' not in board and "<b>the" not in board
    assert "1 statement in 1 report" in words(page_of(dossier, BOATENG))
    listing = (dossier / "statements/index.html").read_text(encoding="utf-8") + "".join(
        script.read_text(encoding="utf-8") for script in sorted((dossier / "statements/data").glob("*.js"))
    )
    assert "the cracks" not in listing and "when the gates would open" not in listing


def test_a_refusal_links_to_its_words_in_the_report(dossier: Path) -> None:
    (report_page,) = dossier.glob("reports/r_*.html")
    html = report_page.read_text(encoding="utf-8")
    board = page_of(dossier, BOARD).read_text(encoding="utf-8")
    (anchor,) = set(re.findall(r'href="\.\./reports/r_\w+\.html#(n_\w+)"', board))
    assert f'<a class="hush" id="{anchor}"></a><span class="hushed">declined to comment</span>' in html


def test_the_filter_page_gets_the_marks_as_data(dossier: Path) -> None:
    script = (dossier / "statements/data/rows-0.js").read_text(encoding="utf-8")
    rows = json.loads(re.fullmatch(r"onrecordData\.rows\(0,(.*)\);\n", script, re.DOTALL)[1])  # type: ignore[index]
    assert rows[0][7] == "reportedly never claimed"
    assert rows[0][11:] == [["Akosombo council", "Kofi Asare"], "In a letter to the council", "after the raid", 1, 1]
