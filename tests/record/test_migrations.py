"""Old records open as they are; records of the future are refused with advice."""

from __future__ import annotations

import gc
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from record_samples import write_sample
from sqlalchemy import Connection, create_engine

from onrecord.domain import Actor
from onrecord.errors import RecordError
from onrecord.record import connecting, migrations, open_record, write_record
from onrecord.record.schema import schema

SCHEMA_1 = (Path(__file__).parent / "schema_1.sql").read_text(encoding="utf-8")


@pytest.fixture
def old_record(tmp_path: Path) -> Path:
    """A record as schema version 1 had it."""
    path = tmp_path / "old.onrecord"
    with sqlite3.connect(path) as connection:
        connection.executescript(SCHEMA_1)
    connection.close()
    return path


def test_a_record_of_schema_1_is_read_completely(old_record: Path) -> None:
    with open_record(old_record) as record:
        (report,) = record.reports()
        (statement,) = report.statements
        assert report.name == "lake.txt"
        assert report.published.earliest == date(2011, 3, 1)
        assert [span.text for span in report.chrome] == ["Menu."]
        assert [time.value for time in report.times] == ["P1D"]
        assert statement.speaker == Actor("Ines Faro", "person", ("the envoy",)) == statement.relayed_by[0]
        assert [span.text for span in statement.evidence] == ["The envoy", "“We wait.”"]
        assert statement.said_on.reasons[0].span is not None
        assert (statement.negated, statement.hedged, statement.venue, statement.occasion) == (False, False, None, None)
        assert statement.addressees == ((statement.addressee,) if statement.addressee else ())
        assert report.refusals == report.acts == report.happenings == report.declarations == ()
        assert statement.act is None
        assert [*record.events(), *record.commitments(), *record.forecasts(), *record.positions()] == []
        assert [actor.statements for actor in record.actors()] == [1]
        assert record.finished("k") == b"\x00\xff"
        assert [row.report.name for row in record.search("envoy wait")] == ["lake.txt"]
        assert len(record.unread()) == len(record.duplicates()) == 1


def test_a_record_of_schema_7_keeps_its_mentions_and_statements(tmp_path: Path) -> None:
    path = tmp_path / "seven.onrecord"
    with connecting.drafting(tmp_path / "new") as connection:
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        for step in migrations.MIGRATIONS[:7]:
            step(connection)
        for statement in (
            f"PRAGMA application_id = {application}",
            "PRAGMA user_version = 7",
            "INSERT INTO reports (number, id, name, language, tagged, media_type, encoding, sha256, characters, text) "
            "VALUES (1, 'r_1', 'mill.txt', 'en', 1, 'text/plain', '', '0', 17, 'Bo Lund said: no.')",
            "INSERT INTO actors (number, id, name, kind, within, distinction) "
            "VALUES (1, 'a_1', 'Bo Lund', 'person', '', '')",
            "INSERT INTO statements (number, id, report, position, speaker, kind, mode, negated, hedged, confidence, "
            "said) VALUES (1, 's_1', 1, 0, 1, 'indirect', 'speech', 0, 0, 0.5, 'no.')",
            "INSERT INTO statement_spans VALUES (1, 'content', 0, 14, 17, 'no.')",
            "INSERT INTO actor_mentions VALUES (1, 1, 'source', 0, 7, 'Bo Lund')",
        ):
            connection.exec_driver_sql(statement)
    engine.dispose()
    with open_record(path) as record:
        (actor,) = record.actors()
        assert [mention.span.text for mention in actor.mentions] == ["Bo Lund"]
        assert (actor.statements, actor.told) == (1, ())
        (statement,) = record.statements()
        assert (statement.act, statement.printings) == (None, 1)
        assert [*record.acts(), *record.events(), *record.questions(), *record.framing()] == []


def test_opening_an_old_record_logs_nothing(old_record: Path, caplog: pytest.LogCaptureFixture) -> None:
    with open_record(old_record):
        gc.collect()  # what was left open would be complained of here
    gc.collect()
    assert not caplog.records


def _add_mood(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE reports ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")
    connection.exec_driver_sql("UPDATE meta SET value = value || ', brought up to date'")


def test_an_older_record_is_brought_up_to_date_in_a_copy(
    old_record: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, _add_mood))
    before = old_record.read_bytes()
    with open_record(old_record) as record:
        assert record.meta == {"engine": "onrecord 0.1.0, brought up to date"}
        assert migrations.version_of(record._connection) == migrations.current_version()
        assert [report.name for report in record.reports()] == ["lake.txt"]
        assert record._connection.exec_driver_sql("SELECT mood FROM reports").scalars().all() == ["calm"]
    assert old_record.read_bytes() == before
    assert list(tmp_path.iterdir()) == [old_record]
    write_record(tmp_path / "new", [])
    with open_record(tmp_path / "new") as record:  # a new one takes all steps
        assert migrations.version_of(record._connection) == migrations.current_version()


def test_a_record_of_a_newer_onrecord_is_refused_with_advice(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "r.onrecord")
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {migrations.current_version() + 1}")
    connection.close()
    with pytest.raises(RecordError, match=r"made by a newer Onrecord .*pip install --upgrade onrecord"):
        open_record(path)


def test_the_migrations_make_the_tables_that_the_code_reads(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'by_code'}")
    schema.create_all(engine)
    with engine.connect() as by_code, connecting.drafting(tmp_path / "by_steps") as by_steps:
        assert set(_tables(by_steps)) - {"reports_fts", "statements_fts"} == set(_tables(by_code))
        for table in _tables(by_code):
            assert _columns(by_steps, table) == _columns(by_code, table), table
            assert _foreign_keys(by_steps, table) == _foreign_keys(by_code, table), table
    engine.dispose()


def _tables(connection: Connection) -> list[str]:
    rows = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars()
    return [name for name in rows if not name.startswith("sqlite_") and "_fts_" not in name]


def _columns(connection: Connection, table: str) -> list[tuple[str, bool, int]]:
    rows = connection.exec_driver_sql(f"PRAGMA table_info({table})")
    return [(name, bool(required or key), key) for _, name, _, required, _, key in rows]


def _foreign_keys(connection: Connection, table: str) -> set[tuple[str, str, str]]:
    rows = connection.exec_driver_sql(f"PRAGMA foreign_key_list({table})")
    return {(row[3], row[2], row[4]) for row in rows}
