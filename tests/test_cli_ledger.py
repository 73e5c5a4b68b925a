"""``onrecord show`` for the ledger, in the words that a reader must not get wrong."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from ledger_samples import write_ledger_sample
from record_samples import write_sample

from onrecord.cli.program import cli
from onrecord.cli.show_ledger import CHOSEN, COLUMNS, days
from onrecord.domain import UNKNOWN_DATE, DateEstimate


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ledger_sample(tmp_path_factory.mktemp("ledger") / "r.onrecord")


def shown(path: Path, *arguments: str) -> tuple[int, list[dict[str, str]]]:
    """Exit code, and the rows by their headings."""
    done = CliRunner().invoke(cli, ["show", str(path), *arguments])
    if done.exit_code:
        return done.exit_code, []
    head, *lines = [line for line in done.stdout.splitlines() if line]
    return 0, [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]


def test_a_refusal_can_not_be_read_as_a_promise(path: Path) -> None:
    _, rows = shown(path, "commitments")
    assert {row["what"] for row in rows} == {"NOT: close the Narrow Canal", "NOT: be closed"}
    first = rows[0]
    assert (first["who"], first["cue"], first["condition"]) == ("Tarn", "will not", "if Vesk lifts its toll by 1 June")
    assert (first["by when"], first["status"], first["sources"]) == ("by 2019-06-01", "met (lock.txt)", "2")


def test_forecasts_say_how_surely_and_what_came_of_it(path: Path) -> None:
    _, (row,) = shown(path, "forecasts")
    assert (row["who"], row["cue"], row["what"]) == (
        "Pilots’ Guild",
        "expects (likely)",
        "a strike on Sunday or Monday",
    )
    assert (row["when"], row["status"]) == ("2019-06-09 to 2019-06-10", "came true (lock.txt)")


def test_events_say_what_reports_differ_on(path: Path) -> None:
    _, (meeting, strike) = shown(path, "events")
    assert meeting["state"] == "moved (lock.txt)"
    assert meeting["reports differ"] == "date: Friday (gate.txt) / Sunday (lock.txt)"
    assert (strike["when"], strike["who"], strike["act"]) == ("2019-06-10", "Pilots’ Guild", "PROTEST")


def test_positions_questions_acts_and_framing(path: Path) -> None:
    _, positions = shown(path, "positions")
    assert [(row["who"], row["side"], row["change"]) for row in positions] == [
        ("Tarn", "against", "first"),
        ("Vesk", "against", "reversed"),
    ]
    assert positions[1]["words"] == "lifted … the canal dues"
    _, (question,) = shown(path, "questions")
    assert (question["positions"], question["who takes sides"]) == ("2", "Tarn; Vesk")
    _, acts = shown(path, "acts")
    assert [row["act"] for row in acts] == ["REJECT", "REJECT", "ACCUSE, statement"]
    _, framing = shown(path, "framing")
    assert [row["who"] for row in framing] == ["Tarn", "The Port (in its own voice)"]


@pytest.mark.parametrize("table", CHOSEN)
def test_filters_and_json(table: str, path: Path) -> None:
    code, rows = shown(path, table)
    assert code == 0 and rows
    assert list(rows[0]) == list(COLUMNS[table])
    assert shown(path, table, "--speaker", "nobody at all") == (0, [])
    assert shown(path, table, "--report", "no such report") == (0, [])
    assert shown(path, table, "--search", "canal")[0] == 2
    done = CliRunner().invoke(cli, ["show", str(path), table, "--json", "--limit", "0"])
    objects = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(objects) == len(rows) and all(each["id"] for each in objects)


def test_what_people_decided_about_questions(tmp_path: Path) -> None:
    _, (row,) = shown(write_sample(tmp_path / "r.onrecord"), "question_decisions")
    assert row == {
        "questions": "dam; opposite of closure",
        "decided": "merge",
        "called": "The dam",
        "words": "",
        "decided by": "E. Quist",
        "on": "2012-05-09",
        "why": "the same",
        "orphaned": "orphaned",
    }
    assert shown(tmp_path / "r.onrecord", "question_decisions", "--speaker", "okoro")[0] == 2
    _, (position,) = shown(tmp_path / "r.onrecord", "positions", "--speaker", "ministry of water")
    assert (position["who"], position["speaks for"]) == ("Ada Okoro", "Ministry of Water")


def test_who_is_chosen_by_what_they_do_and_what_is_done_to_them(path: Path) -> None:
    assert len(shown(path, "commitments", "--speaker", "solheim")[1]) == 2  # bound, and declaring
    assert [row["report"] for row in shown(path, "commitments", "--report", "lock")[1]] == ["lock.txt"]
    assert len(shown(path, "events", "--speaker", "vesk")[1]) == 1
    assert len(shown(path, "events", "--report", "lock.txt")[1]) == 2  # every report that tells it
    assert len(shown(path, "questions", "--speaker", "vesk")[1]) == 1


def test_what_stands_on_most_sources_comes_first(path: Path) -> None:
    _, rows = shown(path, "events", "--sort", "sources")
    assert [row["sources"] for row in rows] == ["2", "1"]
    for table in ("acts", "questions", "framing"):
        assert shown(path, table, "--sort", "sources")[0] == 2


def test_the_overview_says_what_came_of_it(path: Path) -> None:
    output = CliRunner().invoke(cli, ["show", str(path)]).stdout
    assert "commitments\t3" in output
    assert "1 commitment in 3 rows, one for each report that tells it: 1 met" in " ".join(output.split())
    assert "1 forecast: 1 came true" in output
    assert "Pilots’ Guild" not in output  # who has said nothing is no speaker


def test_days_are_as_uncertain_as_they_are() -> None:
    day, later = date(2019, 6, 1), date(2019, 6, 3)
    assert days(DateEstimate(day, day, day)) == "2019-06-01"
    assert days(DateEstimate(day, day, later)) == "2019-06-01?"
    assert days(DateEstimate(None, day, later)) == "2019-06-01 to 2019-06-03"
    assert days(DateEstimate(latest=day)) == "by 2019-06-01"
    assert days(DateEstimate(earliest=day)) == "from 2019-06-01"
    assert days(UNKNOWN_DATE) == ""
