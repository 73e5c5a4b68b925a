"""The annotation of the example reports is true to their letter and leaves no quotation out."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from onrecord.domain import Report

FIELDS = {"report", "source", "cue", "content", "kind", "mode", "speaker", "speaker_kind"}
OPTIONAL_FIELDS = {"kind_also", "speaker_also", "addressee", "relayed_by", "optional"}
QUOTED = re.compile(r"\"([^\"]{2,}?)(?:\"|\n)|“([^”]{2,}?)”", re.DOTALL)
NEAR = 400  # characters between a content and its source or cue, at most


def test_there_are_eight_reports_and_all_are_annotated(reports: dict[str, Report], scorer: ModuleType) -> None:
    assert len(reports) == 8
    assert {row["report"] for row in scorer.load_gold()} == set(reports)


def test_every_content_stands_in_its_report_exactly_once(reports: dict[str, Report], scorer: ModuleType) -> None:
    for row in scorer.load_gold():
        text = reports[row["report"]].text
        assert [text[start:end] for start, end in scorer.locate(text, row)] == row["content"]


def test_every_source_and_cue_stands_near_its_content(reports: dict[str, Report], scorer: ModuleType) -> None:
    for row in scorer.load_gold():
        text = reports[row["report"]].text
        ranges = scorer.locate(text, row)
        for role in ("source", "cue"):
            if row[role] is None:
                continue
            starts = [match.start() for match in re.finditer(re.escape(row[role]), text)]
            distance = min((abs(at - start) for at in starts for start, _ in ranges), default=NEAR + 1)
            assert distance <= NEAR, (row["report"], role, row[role])


def test_rows_have_the_documented_fields_and_values(scorer: ModuleType) -> None:
    for row in scorer.load_gold():
        assert set(row) >= FIELDS and set(row) <= FIELDS | OPTIONAL_FIELDS
        assert {row["kind"], *row.get("kind_also", ())} <= {"direct", "indirect", "mixed"}
        assert row["mode"] in {"speech", "writing", "belief", "intention"}
        assert (row["speaker"] is None) == (row["speaker_kind"] is None)


def test_a_row_is_indirect_exactly_when_nothing_in_it_is_quoted(reports: dict[str, Report], scorer: ModuleType) -> None:
    for row in scorer.load_gold():
        text = reports[row["report"]].text
        inside = any('"' in part or "“" in part for part in row["content"])
        opened = any(text[max(0, start - 1) : start] in ('"', "“") for start, _ in scorer.locate(text, row))
        assert (row["kind"] == "indirect") == (not inside and not opened), row


def test_every_quotation_outside_the_chrome_belongs_to_an_annotated_content(
    reports: dict[str, Report], scorer: ModuleType
) -> None:
    for name, report in reports.items():
        covered = [r for row in scorer.load_gold() if row["report"] == name for r in scorer.locate(report.text, row)]
        for match in QUOTED.finditer(report.text):
            group = 1 if match[1] else 2
            start, end = match.span(group)
            if any(start < span.end and span.start < end for span in report.chrome):
                continue
            assert any(start < b and a < end for a, b in covered), (name, match[0])


@pytest.mark.parametrize(
    "words",
    [
        "Home | News | World | Opinion | Sport | Culture",
        "Share on Twitter",
        "Log in to post a comment",
        "Sign up here",
        "All rights reserved",
    ],
)
def test_site_lines_are_chrome(reports: dict[str, Report], words: str) -> None:
    report = reports["penhallow-deadline.txt"]
    at = report.text.index(words)
    assert any(span.start <= at and at + len(words) <= span.end for span in report.chrome)


def test_no_annotated_content_is_chrome(reports: dict[str, Report], scorer: ModuleType) -> None:
    for row in scorer.load_gold():
        report = reports[row["report"]]
        for start, end in scorer.locate(report.text, row):
            assert not any(start < span.end and span.start < end for span in report.chrome), row["content"]


def test_the_page_keeps_its_report_and_drops_its_furniture(reports: dict[str, Report]) -> None:
    page = reports["stourmere-declaration.html"]
    chrome = "".join(span.text for span in page.chrome)
    assert page.title is not None and "declares independence" in page.title
    assert page.outlet == "The Stourmere Ledger"
    assert str(page.published.best) == "2008-02-18"
    for furniture in (
        "212 partners",
        "Accept all",
        "dataLayer",
        "northshore_61",
        "it will never end",
        "Related stories",
    ):
        assert furniture not in page.text or furniture in chrome


def test_windows_line_ends_and_the_no_break_space_are_kept(reports: dict[str, Report]) -> None:
    assert "\r\n" in reports["quaymark-world-court.txt"].text
    assert "December\u00a010" in reports["penhallow-deadline.txt"].text
