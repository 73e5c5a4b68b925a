"""What somebody sees who opens the file with a tool of their own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from record_samples import river, write_sample


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(write_sample(tmp_path / "r.onrecord"))
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def rows(connection: sqlite3.Connection, query: str) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(query)]


def test_who_said_what(connection: sqlite3.Connection) -> None:
    found = rows(connection, "SELECT * FROM who_said_what")
    assert [(row["report"], row["speaker"], row["kind"], row["cue"], row["said"]) for row in found] == [
        ("dam #2.txt", "Ada Okoro", "indirect", "said", "under the Lake Treaty the dam would open"),
        ("river.txt", "Ada Okoro", "direct", "told", "“We will open the dam,” … “if the rains fail.”"),
        ("river.txt", "Ministry of Water", "indirect", "denied", "that café owners had been warned"),
        ("river.txt", "Ministry of Water", "direct", None, "«Ни слова»"),
    ]
    interrupted = found[1]
    assert (interrupted["published"], interrupted["said_on"]) == ("2012-05-08", "2012-05-07")
    assert (interrupted["addressees"], found[0]["relayed_by"]) == ("Lake Wire", "Lake Wire")
    assert [(row["negated"], row["hedged"]) for row in found] == [(0, 1), (0, 0), (1, 0), (0, 0)]
    assert found[0]["addressees"] == "Ministry of Water; Lake Wire"
    assert (found[0]["venue"], found[0]["occasion"]) == ("in a letter\nto the ministry", "after the floods")
    cut = river().text[interrupted["start"] : interrupted["end"]]
    assert cut.startswith("“We will") and cut.endswith("fail.”")
    assert rows(connection, "SELECT start, end FROM who_said_what")  # "end" needs no quoting


def test_who_would_not_say(connection: sqlite3.Connection) -> None:
    (row,) = rows(connection, "SELECT * FROM who_would_not_say")
    assert (row["report"], row["who"], row["kind"]) == ("dam #2.txt", "Lake Wire", "declined")
    assert (row["source"], row["cue"], row["matter"]) == ("The agency", "would not tell", "when")


def test_speakers(connection: sqlite3.Connection) -> None:
    okoro, ministry = rows(connection, "SELECT * FROM speakers")
    assert okoro.pop("actor").startswith("a_")
    assert okoro == {
        "speaker": "Ada Okoro",
        "kind": "person",
        "statements": 2,
        "reports": 2,
        "first_said": "2012-05-07",
        "last_said": "2012-05-07",
        "also_called": "Okoro; the minister",
    }
    assert (ministry["statements"], ministry["reports"], ministry["also_called"]) == (2, 1, None)
    assert ministry["first_said"] == "2012-05-08"  # of the report, for want of better


def test_reports_at_a_glance(connection: sqlite3.Connection) -> None:
    found = {row["report"]: row for row in rows(connection, "SELECT * FROM reports_at_a_glance")}
    assert list(found) == ["dam #2.txt", "damm.txt", "river.txt"]
    assert (found["river.txt"]["statements"], found["river.txt"]["speakers"]) == (3, 2)
    assert (found["river.txt"]["characters"], found["river.txt"]["chrome_characters"]) == (len(river().text), 6)
    assert found["damm.txt"]["statements"] == 0


def test_what_was_left_out(connection: sqlite3.Connection) -> None:
    found = rows(connection, "SELECT name, what, why FROM what_was_left_out")
    assert [tuple(row.values()) for row in found] == [
        ("empty.txt", "could not be read", "the file is empty"),
        ("copy of river.txt", "same bytes as another report", "river.txt"),
        ("damm.txt", "kept, but not searched for statements", "language: de"),
    ]


def test_datasette_finds_the_full_text_index_of_a_table(connection: sqlite3.Connection) -> None:
    """It looks for these words in the schema, and for a join by rowid."""
    for table, word in (("reports", "cafe"), ("statements", "open")):
        like = f'%VIRTUAL TABLE%USING FTS%content="{table}"%'
        found = connection.execute(
            "SELECT name FROM sqlite_schema WHERE sql LIKE ? AND rootpage = 0", (like,)
        ).fetchall()
        assert [row["name"] for row in found] == [f"{table}_fts"]
        search = f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ?"
        assert connection.execute(f"SELECT * FROM {table} WHERE rowid IN ({search})", (word,)).fetchall()


def test_a_query_by_speaker_uses_an_index(connection: sqlite3.Connection) -> None:
    plan = rows(connection, "EXPLAIN QUERY PLAN SELECT * FROM statements WHERE speaker = 1")
    assert "statements_by_speaker" in plan[0]["detail"]


def test_the_schema_explains_itself(connection: sqlite3.Connection) -> None:
    shown = "\n".join(row["sql"] or "" for row in connection.execute("SELECT sql FROM sqlite_schema"))
    assert "Unicode code points" in shown
    assert "{" not in shown
