"""Data frames, for those who have the libraries; a command to type for those who don't."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from record_samples import write_sample

from onrecord.domain import Report
from onrecord.record import TABLES, Record, open_record, write_record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(write_sample(tmp_path / "r.onrecord")) as record:
        yield record


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_missing_library_is_named_with_the_command(
    record: Record, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ImportError, match=rf"pip install 'onrecord\[{library}\]'"):
        getattr(record, f"to_{library}")("statements")


def test_rows_are_flat_and_typed(record: Record) -> None:
    types = {"text": str, "integer": int, "real": float, "boolean": bool, "date": date}
    for name, table in TABLES.items():
        rows = list(record.rows(name))
        assert rows
        for row in rows:
            assert list(row) == list(table.columns)
            assert all(cell is None or type(cell) is types[table.columns[column]] for column, cell in row.items())


def test_a_statement_as_a_row(record: Record) -> None:
    row = list(record.rows("statements"))[1]
    assert row["said"] == "“We will open the dam,” … “if the rains fail.”"
    assert row["content_spans"] == "8:31 77:97"
    assert (row["source"], row["source_start"], row["source_end"]) == ("minister Ada Okoro", 32, 50)
    assert (row["start"], row["end"], row["said_latest"]) == (8, 97, date(2012, 5, 14))


def test_there_is_no_other_table(record: Record) -> None:
    with pytest.raises(ValueError, match="choose one of reports, statements, refusals, actors"):
        record.rows("sqlite_schema")
    with pytest.raises(ValueError, match="choose one of"):
        record.to_pandas("nothing")


@pytest.mark.parametrize("table", list(TABLES))
def test_pandas(record: Record, table: str) -> None:
    pandas = pytest.importorskip("pandas")
    frame = record.to_pandas(table)
    assert list(frame.columns) == list(TABLES[table].columns)
    assert len(frame) == len(list(record.rows(table)))
    if table == "statements":
        assert frame["confidence"].tolist() == [0.875, 0.95, 0.5, 0.25]
        assert frame["cue_start"].isna().tolist() == [False, False, False, True]
        assert frame["said_on"].dt.year.dropna().tolist() == [2012]
        assert frame["speaker"].tolist()[0] == "Ada Okoro"
        assert isinstance(frame, pandas.DataFrame)


@pytest.mark.parametrize("table", list(TABLES))
def test_polars(record: Record, table: str) -> None:
    pytest.importorskip("polars")
    frame = record.to_polars(table)
    assert frame.columns == list(TABLES[table].columns)
    assert frame.height == len(list(record.rows(table)))
    if table == "statements":
        assert frame["confidence"].to_list() == [0.875, 0.95, 0.5, 0.25]
        assert frame["said_on"].to_list() == [None, date(2012, 5, 7), None, None]
        assert frame["cue_start"].null_count() == 1


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_strange_texts_days_and_empty_tables(tmp_path: Path, library: str) -> None:
    pytest.importorskip(library)
    path = tmp_path / "r"
    write_record(path, [Report(name="\ud800 \0", text="\udcff", sha256="0")])
    with open_record(path) as record:
        assert list(getattr(record, f"to_{library}")("reports")["report"]) == ["\ufffd \ufffd"]
        assert len(getattr(record, f"to_{library}")("statements")) == 0
