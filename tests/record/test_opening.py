"""Opening: anywhere, changing nothing, and with a clear answer when the file is not what it should be."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from record_samples import pile, write_sample

from onrecord.errors import EvidenceError, RecordError
from onrecord.record import Record, open_record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "r.onrecord")


@pytest.mark.parametrize(
    "name", ["a b.onrecord", "what?mode=rwc.db", "no #1.db", "100%41.db", "ключ.db", "'; --", ":memory:"]
)
def test_any_file_name_will_do(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_sample(Path(name))
    assert [file.name for file in tmp_path.iterdir()] == [name]
    with open_record(Path(name)) as record:
        assert list(record.reports()) == pile()


def test_opening_and_reading_changes_nothing_and_needs_no_right_to_write(path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o555)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    try:
        with open_record(path) as record:
            assert len(list(record.statements())) == 4
            assert record.search("dam")
            assert record.check() == ()
            with pytest.raises(Exception, match="readonly database"):
                record._connection.exec_driver_sql("DELETE FROM meta")
            assert list(path.parent.iterdir()) == [path]
    finally:
        path.parent.chmod(0o755)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def _missing(path: Path) -> None:
    path.unlink()


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("The minister said no.\n" * 100)


def _other_database(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE reports (number, name)")
    connection.close()


def _cut_in_the_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50])


def _cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _cut_by_a_byte(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _scrambled_schema(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:4096] = bytes(range(256)) * 16
    path.write_bytes(bytes(data[: path.stat().st_size]))


@pytest.mark.parametrize(
    ("spoil", "advice"),
    [
        (_missing, "make a record with `onrecord build"),
        (_folder, "is a folder"),
        (_empty, "is empty; make a record"),
        (_text, "is not a record; make a record"),
        (_other_database, "SQLite database, but not a record"),
        (_cut_in_the_header, "not a record"),
        (_cut_in_half, "cut short; build it again"),
        (_cut_by_a_byte, "cut short; build it again"),
        (_scrambled_schema, "build it again"),
    ],
)
def test_what_is_not_a_record_gets_a_clear_answer(path: Path, spoil: Callable[[Path], None], advice: str) -> None:
    spoil(path)
    with pytest.raises(RecordError, match=advice) as raised:
        open_record(path)
    assert str(path) in str(raised.value)


def test_damage_in_the_middle_is_an_error_of_ours_or_is_found_by_the_check(path: Path) -> None:
    whole = path.read_bytes()
    for page in range(1, len(whole) // 4096, 3):
        path.write_bytes(whole[: page * 4096] + b"\xa5" * 4096 + whole[(page + 1) * 4096 :])
        try:
            with open_record(path) as record:
                assert record.check() != ()
        except RecordError:
            pass
        _read_everything(path)


def _read_everything(path: Path) -> None:
    """Reads what can be read; anything but an error of ours fails the test."""
    readers: list[Callable[[Record], object]] = [
        lambda record: list(record.reports()),
        lambda record: list(record.actors()),
        lambda record: record.meta,
        lambda record: record.unread(),
        lambda record: record.duplicates(),
        lambda record: record.finished("key-1"),
        lambda record: record.search("dam"),
    ]
    for read in readers:
        try:
            with open_record(path) as record:
                read(record)
        except (RecordError, EvidenceError):
            pass


def _edit(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    ("edit", "problem"),
    [
        ("UPDATE statement_spans SET text = 'tild' WHERE text = 'told'", "says 'tild' at .* the report says 'told'"),
        ('UPDATE statement_spans SET start = start + 1, "end" = "end" + 1 WHERE role = \'cue\'', "a statement says"),
        ("UPDATE reports SET text = replace(text, 'café', 'cafe')", "the report says 'that cafe"),
        ("UPDATE reports SET text = text || '!'", "characters instead of"),
        ("UPDATE chrome SET text = 'MENU 😀'", "a chrome says"),
        ("UPDATE date_reasons SET text = 'on Sunday' WHERE text = 'on Monday'", "a reason for a date says"),
        ("UPDATE actor_mentions SET text = 'Okara' WHERE text = 'Okoro'", "a mention of an actor says"),
        ("DELETE FROM statement_spans WHERE statement = 1", "rests on no words"),
        ("DELETE FROM actor_mentions WHERE actor = 1", "actor .* rests on no words"),
        ("DELETE FROM actors WHERE name = 'Lake Wire'", "points at no row of actors"),
        ("UPDATE reports SET sha256 = 'ff' WHERE number = 1", "id is not that of its bytes"),
        ("UPDATE statements SET id = 's_x'", "more than one row has this id"),
    ],
)
def test_a_record_that_was_edited_is_found_out(path: Path, edit: str, problem: str) -> None:
    _edit(path, edit)
    with open_record(path) as record:
        problems = "\n".join(record.check())
    assert re.search(problem, problems), problems


def test_a_tampered_quotation_is_never_handed_out(path: Path) -> None:
    _edit(path, "UPDATE statement_spans SET text = '“We will shut the dam,”' WHERE text = '“We will open the dam,”'")
    with open_record(path) as record, pytest.raises(EvidenceError):
        list(record.statements())


def test_a_closed_record_says_so(path: Path) -> None:
    record = open_record(path)
    reports = record.reports()
    next(reports)
    record.close()
    record.close()
    with pytest.raises(RecordError, match="closed"):
        record.unread()
    assert repr(record) == f"Record({str(path)!r})"
