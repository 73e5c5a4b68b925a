"""Instruments and grounds go into a record and come out again, with their evidence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from record_samples import LAKE_TREATY, OKORO, dam, river, write_sample

from onrecord.record import Record, open_record, write_record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(write_sample(tmp_path / "s.onrecord")) as opened:
        yield opened


def test_an_instrument_has_its_mentions(record: Record) -> None:
    (row,) = record.instruments()
    assert (row.name, row.kind, row.body, row.date) == ("Lake Treaty", "treaty", "River Commission", "1921")
    assert row.id == LAKE_TREATY.id
    assert [(one.report.name, one.span.text, one.part, one.because) for one in row.mentions] == [
        ("dam #2.txt", "the Lake Treaty", "Article 4", "named")
    ]
    assert row.evidence == tuple(one.span for one in row.mentions)
    assert (row.statements, row.reports, row.first_seen) == (1, 1, None)


def test_a_ground_knows_its_statement_and_its_words(record: Record) -> None:
    (row,) = record.grounds()
    assert (row.statement.speaker, row.report.name, row.relation, row.part) == (
        OKORO,
        "dam #2.txt",
        "invoked",
        "Article 4",
    )
    assert [span.text for span in row.evidence] == ["under", "the Lake Treaty"]
    assert all(row.report.text[span.start : span.end] == span.text for span in row.evidence)
    assert row.id == row.report.ground_id(row.statement, row)


def test_the_days_are_those_of_the_reports_that_mention_it(tmp_path: Path) -> None:
    dated = replace(dam(), published=river().published)
    write_record(tmp_path / "r", [dated])
    with open_record(tmp_path / "r") as record:
        (row,) = record.instruments()
        assert row.first_seen == row.last_seen == river().published.best


def test_the_view_of_who_cites_what(tmp_path: Path) -> None:
    connection = sqlite3.connect(write_sample(tmp_path / "s.onrecord"))
    connection.row_factory = sqlite3.Row
    (row,) = connection.execute("SELECT * FROM who_cites_what").fetchall()
    connection.close()
    assert (row["speaker"], row["relation"], row["instrument"], row["part"]) == (
        "Ada Okoro",
        "invoked",
        "Lake Treaty",
        "Article 4",
    )
    assert (row["words"], row["relation_words"]) == ("the Lake Treaty", "under")
    assert dam().text[row["start"] : row["end"]] == "the Lake Treaty"


def test_a_changed_word_is_told(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "s.onrecord")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE ground_spans SET text = 'over!' WHERE role = 'relation'")
        connection.execute("UPDATE instrument_mentions SET text = 'the Lake Tréaty'")
    connection.close()
    with open_record(path) as record:
        faults = " ".join(record.check())
    assert "a ground says 'over!'" in faults
    assert "a mention of an instrument says 'the Lake Tréaty'" in faults
