"""The codebook describes what is in the files: all of it, and nothing else."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path
from typing import get_args

import pytest
from record_samples import write_sample

from onrecord.domain import (
    ActCode,
    ActorKind,
    CommitmentKind,
    CommitmentStatus,
    Direction,
    DivergenceKind,
    EventState,
    ForecastStatus,
    InstrumentKind,
    Likelihood,
    LineageKind,
    Polarity,
    QuadClass,
    RefusalKind,
    Relation,
    Shift,
    Side,
    StatementKind,
    StatementMode,
    Strength,
    Tenure,
    TimeType,
    Verdict,
)
from onrecord.publishing import export
from onrecord.record import TABLES, open_record

CODEBOOK = (Path(__file__).resolve().parents[2] / "docs" / "codebook.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^### (Table|View|Flat table|JSON Lines) `(\w+)`\n(.*?)(?=^##|\Z)", re.M | re.S)
ROW = re.compile(r"^\| `(\w+)` \|(.*)\|$", re.M)

Described = dict[str, dict[str, list[str]]]


def described(what: str) -> Described:
    """Names and, for each column in order, the other cells of its row."""
    return {
        name: {column: [cell.strip() for cell in rest.split(" | ")] for column, rest in ROW.findall(body)}
        for kind, name, body in SECTION.findall(CODEBOOK)
        if kind == what
    }


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sample(tmp_path_factory.mktemp("codebook") / "r.onrecord")


@pytest.mark.parametrize(("what", "type"), [("Table", "table"), ("View", "view")])
def test_every_table_and_view_and_column_is_described(path: Path, what: str, type: str) -> None:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = ?", (type,)).fetchall()
    names = [name for (name,) in rows if not re.match(r"sqlite_|\w+_fts_", name)]
    found = {name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for name in names}
    connection.close()
    assert len(found) > 3
    assert {name: list(columns) for name, columns in described(what).items()} == found


def test_every_column_of_the_flat_tables_is_described() -> None:
    assert {name: list(columns) for name, columns in described("Flat table").items()} == {
        name: list(table.columns) for name, table in TABLES.items()
    }


def test_every_field_of_the_json_lines_is_described(path: Path, tmp_path: Path) -> None:
    with open_record(path) as record:
        files = export(record, tmp_path, "jsonl")
    found = {}
    for file in files:
        fields = [list(json.loads(line)) for line in file.read_text(encoding="utf-8").split("\n") if line]
        assert all(each == fields[0] for each in fields)
        found[file.stem] = fields[0]
    assert {name: list(columns) for name, columns in described("JSON Lines").items()} == found


@pytest.mark.parametrize("what", ["Table", "View", "Flat table", "JSON Lines"])
def test_every_column_has_a_meaning_a_type_and_an_example(what: str) -> None:
    for name, columns in described(what).items():
        for column, cells in columns.items():
            assert len(cells) == 3 and all(cells), f"{name}.{column}"


def test_every_value_of_a_fixed_set_is_named() -> None:
    tables = described("Table")
    for (table, column), values in {
        ("actors", "kind"): get_args(ActorKind),
        ("statements", "kind"): get_args(StatementKind),
        ("statements", "mode"): get_args(StatementMode),
        ("times", "type"): get_args(TimeType),
        ("statement_spans", "role"): ("source", "cue", "content", "negation", "hedge", "venue", "occasion"),
        ("refusals", "kind"): get_args(RefusalKind),
        ("refusal_spans", "role"): ("source", "cue", "matter"),
        ("actor_mentions", "role"): ("source", "statement", "description", "ledger"),
        ("descriptions", "tenure"): get_args(Tenure),
        ("identities", "verdict"): get_args(Verdict),
        ("decisions", "verdict"): get_args(Verdict),
        ("instruments", "kind"): get_args(InstrumentKind),
        ("grounds", "relation"): get_args(Relation),
        ("ground_spans", "role"): ("mention", "relation"),
        ("lineage", "kind"): get_args(LineageKind),
        ("lineage", "direction"): get_args(Direction),
        ("divergences", "kind"): get_args(DivergenceKind),
        ("acts", "code"): get_args(ActCode),
        ("acts", "quad"): get_args(QuadClass),
        ("happenings", "state"): get_args(EventState),
        ("happening_spans", "role"): ("clause", "trigger", "time", "place", "figure"),
        ("declarations", "kind"): get_args(CommitmentKind),
        ("declarations", "polarity"): get_args(Polarity),
        ("declarations", "strength"): get_args(Strength),
        ("declaration_spans", "role"): ("act", "cue", "condition", "deadline"),
        ("expectations", "likelihood"): get_args(Likelihood),
        ("expectations", "polarity"): get_args(Polarity),
        ("expectation_spans", "role"): ("expected", "cue", "condition", "window"),
        ("stances", "side"): get_args(Side),
        ("stance_spans", "role"): ("matter", "words", "condition"),
        ("events", "state"): get_args(EventState),
        ("commitments", "status"): get_args(CommitmentStatus),
        ("forecasts", "status"): get_args(ForecastStatus),
        ("positions", "side"): get_args(Side),
        ("positions", "change"): get_args(Shift),
    }.items():
        assert all(f"`{value}`" in tables[table][column][0] for value in values), f"{table}.{column}"


def test_the_queries_of_the_codebook_run(path: Path) -> None:
    queries = re.findall(r"```sql\n(.*?)```", CODEBOOK, re.S)
    connection = sqlite3.connect(path)
    assert len(queries) == 3
    for query in queries:
        assert connection.execute(query).fetchall(), query
    connection.close()


def test_links_within_the_codebook_lead_somewhere() -> None:
    headings = {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^#+ (.*)$", CODEBOOK, re.M)
    }
    assert set(re.findall(r"\]\(#([\w-]+)\)", CODEBOOK)) <= headings
