"""A record is written whole or not at all, and always the same."""

from __future__ import annotations

import hashlib
import os
import resource
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from record_samples import dam, river, write_sample

from onrecord.domain import DateEstimate, DateReason, Report, Span
from onrecord.errors import BuildError, EvidenceError, RecordError
from onrecord.record import open_record, write_record
from onrecord.record.migrations import current_version

HERE = Path(__file__).parents[1]
WRITE = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from record_samples import write_sample
write_sample(Path(sys.argv[2]))
"""


def tampered() -> Report:
    report = river()
    wrong = replace(report.statements[0], cue=Span(0, 4, "Mene"))
    object.__setattr__(report, "statements", (wrong,))  # as a bug in a later stage might
    return report


def unchecked_date() -> Report:
    reason = DateReason("made up", "text", Span(0, 4, "Mene"))
    statement = replace(river().statements[0], said_on=DateEstimate(reasons=(reason,)))
    return replace(river(), statements=(statement,))


def without_words() -> Report:
    statement = replace(river().statements[0], source=None, cue=None, content=())
    return replace(river(), statements=(statement,))


@pytest.mark.parametrize("faulty", [tampered, unchecked_date, without_words])
def test_evidence_that_does_not_hold_is_an_error_and_leaves_no_file(tmp_path: Path, faulty: object) -> None:
    with pytest.raises(EvidenceError, match=r"river\.txt"):
        write_record(tmp_path / "r.onrecord", [dam(), faulty()])  # type: ignore[operator]
    assert list(tmp_path.iterdir()) == []


def test_the_same_bytes_in_other_processes_and_places(tmp_path: Path) -> None:
    digests = set()
    for seed in ("0", "1", "4711"):
        path = tmp_path / f"a folder {seed}" / f"{seed}.onrecord"
        path.parent.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC-{len(seed)}"}
        subprocess.run([sys.executable, "-c", WRITE, str(HERE), str(path)], env=environment, check=True)
        assert [file.name for file in path.parent.iterdir()] == [path.name]
        digests.add(hashlib.sha256(path.read_bytes()).hexdigest())
    digests.add(hashlib.sha256(write_sample(tmp_path / "here").read_bytes()).hexdigest())
    assert len(digests) == 1


def test_a_record_that_is_there_is_replaced_only_by_a_whole_one(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "r.onrecord")
    path.chmod(0o600)
    before = path.read_bytes()

    def interrupted() -> Iterator[Report]:
        yield river()
        assert path.read_bytes() == before
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_record(path, interrupted())
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["r.onrecord"]
    write_record(path, [])
    assert path.read_bytes() != before
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_open_record_stays_what_it_was_while_it_is_replaced(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "r.onrecord")
    with open_record(path) as record:
        reports = record.reports()
        next(reports)
        write_record(path, [])
        assert [report.name for report in reports] == ["damm.txt", "river.txt"]


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from record_samples import river
from onrecord.record import write_record
def reports():
    yield river()
    os.kill(os.getpid(), signal.SIGKILL)
write_record(Path(sys.argv[2]), reports())
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
def test_what_a_killed_writer_left_is_removed_by_the_next(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "r.onrecord")
    other = tmp_path / ".onrecord-of-somebody.part"
    other.touch()
    before = path.read_bytes()
    killed = subprocess.run([sys.executable, "-c", KILLED, str(HERE), str(path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) > 2
    write_sample(path)
    assert path.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == [other.name, path.name]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there" / "r.onrecord")
    write_sample(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there" / "r.onrecord").stat().st_size > 0


def test_two_reports_with_the_same_bytes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"other\.txt has the same bytes"):
        write_record(tmp_path / "r", [river(), replace(river(), name="other.txt")])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("confidence", [-0.1, 1.5, float("nan")])
def test_a_confidence_that_is_no_probability_is_refused(tmp_path: Path, confidence: float) -> None:
    statement = replace(river().statements[0], confidence=confidence)
    with pytest.raises(RecordError, match="out of the range"):
        write_record(tmp_path / "r", [replace(river(), statements=(statement,))])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_or_in_the_way(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="choose a folder that exists"):
        write_record(tmp_path / "nowhere" / "r", [])
    with pytest.raises(BuildError, match="is a folder"):
        write_record(tmp_path, [])


LIMITED = """
import resource, signal, sys
from dataclasses import replace
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from record_samples import river
from onrecord.errors import BuildError
from onrecord.record import write_record
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
reports = (replace(river(), sha256=f"{n:064}") for n in range(400))
try:
    write_record(Path(sys.argv[2]), reports)
except BuildError as error:
    print(error)
"""


def test_a_file_that_can_not_grow_is_told_and_the_old_one_kept(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "r.onrecord")
    before = path.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(HERE), str(path)], capture_output=True, text=True, check=True
    )
    assert "no room left" in done.stdout or "can't write" in done.stdout
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_reports_are_taken_one_at_a_time_and_not_kept(tmp_path: Path) -> None:
    big = "word " * 20_000

    def reports() -> Iterator[Report]:
        for number in range(400):
            text = f"{number} {big}"
            yield Report(name=f"{number}", text=text, sha256=f"{number:064}")

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    write_record(tmp_path / "r", reports())
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * (1 if sys.platform == "darwin" else 1024)
    assert grown < 100_000_000  # the texts alone are 40 MB as ASCII; SQLite's page cache is 32 MB


def test_the_header_names_the_application_and_the_schema(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "r.onrecord")
    header = path.read_bytes()[:100]
    assert header[68:72] == b"OnRc"
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (current_version(),)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
        assert connection.execute("PRAGMA page_size").fetchone() == (4096,)
        for index in ("reports_fts", "statements_fts"):  # the index agrees with the tables
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
