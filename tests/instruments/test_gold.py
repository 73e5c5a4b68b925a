"""What is measured on the two golds does not get worse; how they came about is in docs/attribution.md."""

from __future__ import annotations

import pytest
from instruments.instrument_gold import made_up, of_example, score_made_up

from onrecord.instruments import cite
from onrecord.reading import find_reports, parse


def test_the_marks_of_the_gold_are_read() -> None:
    reports = list(made_up())
    assert len(reports) == 15
    assert sum(len(report.expected) for report in reports) > 60
    assert not any(mark in report.text for report in reports for mark in "[]{}|")


def test_made_up_reports() -> None:
    figures = score_made_up().figures()
    assert figures["instrument precision"] >= 0.97
    assert figures["instrument recall"] >= 0.97
    assert figures["relations right"] >= 0.94


@pytest.mark.parametrize("name", ["quaymark-world-court.txt", "stourmere-declaration.html", "orvane-tariff.txt"])
def test_examples(name: str, pytestconfig: pytest.Config) -> None:
    (raw,) = find_reports([pytestconfig.rootpath / "examples" / "reports" / name])
    report = cite(parse(raw))  # type: ignore[arg-type]  # it is no unread one
    expected = of_example(name, report.text)
    assert [one.span.end for one in report.citations] == sorted(one.end for one in expected)
