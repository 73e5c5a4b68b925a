"""Search takes whatever people type."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_samples import write_sample
from strategies import any_text

from onrecord.domain import Report, Span, Statement
from onrecord.record import Record, open_record, write_record


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(write_sample(tmp_path_factory.mktemp("search") / "r.onrecord")) as record:
        yield record


def said(record: Record, query: str) -> list[str]:
    return [statement.content[0].text for statement in record.search(query)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("open dam", {"“We will open the dam,”", "under the Lake Treaty the dam would open"}),
        ("OPEN DAM", {"“We will open the dam,”", "under the Lake Treaty the dam would open"}),
        (
            "“open the dam”",
            {"“We will open the dam,”", "under the Lake Treaty the dam would open"},
        ),  # curly quotes are no syntax
        ('"open the dam"', {"“We will open the dam,”"}),  # straight ones are
        ("dam would.", {"under the Lake Treaty the dam would open"}),
        ("dam -would", {"under the Lake Treaty the dam would open"}),  # a dash is none either
        ("dam NOT would", {"“We will open the dam,”"}),
        ("rains OR cafe", {"“We will open the dam,”", "that café owners had been warned"}),
        ("CAFÉ", {"that café owners had been warned"}),
        ("слова", {"«Ни слова»"}),
        ("own*", {"that café owners had been warned"}),
        ("source: okoro", {"“We will open the dam,”", "under the Lake Treaty the dam would open"}),
        ("minister: dam", {"“We will open the dam,”"}),  # there is no column of that name
        ("nothing of the kind", set()),
        ("", set()),
        ("  ", set()),
    ],
)
def test_queries(record: Record, query: str, found: set[str]) -> None:
    assert set(said(record, query)) == found


@pytest.mark.parametrize(
    "query",
    [
        '"', '""', '"open', "'", "AND", "NOT", "OR OR", "NEAR(", "(((", ")" * 500, "(" * 500, "*", "*reads", "*id x",
        "^", "-", "a:b:c", "{a b}:", "said:", "rank", "; DROP TABLE reports; --", "\0", "open\0dam", "\ud800", "😀",
        "+", "a" * 100_000, "OR ".join(["open "] * 3000), "a + + b", "\\", "%", "1e999", "dam\n\n\tOPEN",
        "NEAR(a b, 99999999999999999999)",
    ],
)  # fmt: skip
def test_hostile_queries_never_raise(record: Record, query: str) -> None:
    for table in ("statements", "reports"):
        assert isinstance(record.search(query, table), list)  # type: ignore[call-overload]


@settings(deadline=None, max_examples=100)
@given(query=any_text | st.text(st.sampled_from('"*^(){}:+-,ANDORTE ab\0'), max_size=30))
def test_no_string_raises(record: Record, query: str) -> None:
    record.search(query)


def test_reports_are_found_best_first_and_no_more_than_asked_for(record: Record) -> None:
    assert [report.name for report in record.search("dam", "reports")] == ["dam #2.txt", "river.txt"]
    assert [report.name for report in record.search("dam", "reports", 1)] == ["dam #2.txt"]
    assert record.search("dam", limit=0) == []
    assert len(record.search("dam", limit=1)) == 1
    with pytest.raises(ValueError, match="choose statements or reports"):
        record.search("dam", "actors")  # type: ignore[call-overload]


def test_words_behind_a_nul_or_a_lone_surrogate_are_found(tmp_path: Path) -> None:
    text = "before\0between \ud800 after"
    statement = Statement(None, None, (Span.of(text, 0, len(text)),), "direct", "speech", 1.0)
    write_record(tmp_path / "r", [Report(name="n", text=text, sha256="0", statements=(statement,))])
    with open_record(tmp_path / "r") as record:
        for word in ("before", "between", "after"):
            assert len(record.search(word)) == len(record.search(word, "reports")) == 1
