"""Lineage, divergences and counts go into a record and come back, and are checked like all evidence."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from record_samples import ALTERED, DAM_TEXT, RIVER_TEXT, SHARED, dam, pile, river, span, write_sample

from onrecord.cli.program import cli
from onrecord.domain import Passage
from onrecord.errors import EvidenceError
from onrecord.record import open_record, write_record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "r.onrecord")


def test_lineage_comes_back(path: Path) -> None:
    with open_record(path) as record:
        (row,) = record.lineage()
        assert (row.report.name, row.copied_from.name) == ("river.txt", "dam #2.txt")
        assert (row.id, row.kind, row.direction) == (SHARED.id, SHARED.kind, SHARED.direction)
        assert row.reason == SHARED.reason
        assert (row.same_words, row.share, row.share_of_source, row.agency) == (5, 0.2, 0.16, "Lake Wire")
        assert row.passages == SHARED.passages
        assert [each.text for each in row.evidence] == ["We will open the dam"]
        assert row.is_copying


def test_divergences_come_back(path: Path) -> None:
    with open_record(path) as record:
        (row,) = record.divergences()
        assert (row.id, row.kind, row.copied) == (ALTERED.id, "altered", True)
        assert (row.report.id, row.here) == (river().id, ALTERED.here)
        assert (row.other_report.id, row.there) == (dam().id, ALTERED.there)
        assert (row.statement, row.other_statement) == (ALTERED.statement, ALTERED.other_statement)
        assert row.changes == ALTERED.changes


def test_statements_know_how_often_they_are_printed(path: Path) -> None:
    with open_record(path) as record:
        counts = [(row.printings, row.independent) for row in record.statements()]
        assert counts == [(2, 1), (2, 1), (1, 1), (1, 1)]
        assert [(row.printings, row.independent) for row in record.search("open")] == [(2, 1), (2, 1)]
        assert [row["independent"] for row in record.rows("statements")] == [1, 1, 1, 1]


def test_the_views_name_reports(path: Path) -> None:
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT report, copied_from, passages FROM who_copied_whom").fetchall() == [
        ("river.txt", "dam #2.txt", 1)
    ]
    assert connection.execute("SELECT report, other_report, changes FROM what_became_of_words").fetchall() == [
        ("river.txt", "dam #2.txt", "will / would; we / ")
    ]
    printed = connection.execute("SELECT printings, independent FROM what_is_printed_most").fetchall()
    connection.close()
    assert printed == [(2, 1), (2, 1)]


@pytest.mark.parametrize("side", [0, 1])
def test_a_passage_that_is_not_in_its_report_is_an_error(side: int, tmp_path: Path) -> None:
    spans = [span(RIVER_TEXT, "We will open the dam"), span(DAM_TEXT, "the dam would open")]
    spans[side] = replace(spans[side], start=spans[side].start + 1, end=spans[side].end + 1)
    wrong = replace(SHARED, passages=(Passage(*spans),))
    with pytest.raises(EvidenceError):
        write_record(tmp_path / "r", pile(), lineage=(wrong,))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE lineage_passages SET text = 'We will shut the dam'",
        "UPDATE lineage_passages SET source_text = 'the dam might open'",
        "UPDATE divergences SET text = '“We will shut the dam,”'",
        "UPDATE divergences SET other_text = 'the dam might open'",
    ],
)
def test_what_was_tampered_with_is_told(change: str, path: Path) -> None:
    with open_record(path) as record:
        assert record.check() == ()
    connection = sqlite3.connect(path)
    connection.execute(change)
    connection.commit()
    connection.close()
    with open_record(path) as record:
        assert any("shared passage" in fault or "divergence" in fault for fault in record.check())


def shown(path: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["show", str(path), *arguments])
    return done.exit_code, done.output


def test_show_lineage_and_divergences(path: Path) -> None:
    assert "river.txt\tdam #2.txt\texcerpt\tknown\tLake Wire\t5\t20%\t16%" in shown(path, "lineage")[1]
    assert "altered\triver.txt\tdam #2.txt\twill / would; we / ∅" in shown(path, "divergences")[1]
    for table in ("lineage", "divergences"):
        assert "river.txt" in shown(path, table, "--report", "dam #2")[1]
        assert f"no {table} to show" in shown(path, table, "--report", "damm")[1]
        assert shown(path, table, "--speaker", "okoro")[0] == 2


def test_show_statements_by_their_sources(path: Path) -> None:
    code, output = shown(path, "--sort", "sources")
    lines = output.splitlines()
    assert code == 0 and lines[0].startswith("sources\tprintings\tpublished")
    assert [line.split("\t")[:2] for line in lines[1:]] == [["1", "2"], ["1", "2"], ["1", "1"], ["1", "1"]]
    assert shown(path, "actors", "--sort", "sources")[0] == 2
