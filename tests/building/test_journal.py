from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.building.journal import Journal, work_file
from onrecord.building.outcome import Done
from onrecord.errors import BuildError


def test_results_outlive_the_process_that_kept_them(tmp_path: Path) -> None:
    path = tmp_path / "k.onrecord.work"
    script = (
        "import os, signal, sys; from pathlib import Path;"
        "from onrecord.building.journal import Journal; from onrecord.building.outcome import Done;"
        "journal = Journal(Path(sys.argv[1])); journal.keep('one', Done(b'result', 3)); journal.begin('two');"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    died = subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert died.returncode == -signal.SIGKILL
    journal = Journal(path)
    assert journal.get("one") == b"result"
    assert journal.statements("one") == 3
    assert "one" in journal and "two" not in journal
    assert journal.begun() == {"two"}
    assert len(journal) == 1
    journal.remove()
    assert list(tmp_path.iterdir()) == []


def test_a_kept_report_is_no_longer_under_suspicion(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "w")
    journal.begin("a")
    journal.begin("b")
    journal.keep("a", Done(b"", 0))
    journal.drop("b")
    assert journal.begun() == frozenset()
    journal.close()


def test_only_one_build_at_a_time(tmp_path: Path) -> None:
    first = Journal(tmp_path / "w")
    script = (
        "import sys; from pathlib import Path;from onrecord.building.journal import Journal; Journal(Path(sys.argv[1]))"
    )
    second = subprocess.run([sys.executable, "-c", script, tmp_path / "w"], check=False, capture_output=True, text=True)
    assert second.returncode == 1
    assert "another build is writing the same record" in second.stderr
    with pytest.raises(BuildError, match="another build"):
        Journal(tmp_path / "w")
    first.keep("still", Done(b"mine", 0))
    first.close()
    Journal(tmp_path / "w").close()


def test_a_file_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "k.work"
    path.write_text("my notes")
    with pytest.raises(BuildError, match="in the way"):
        Journal(path)
    assert path.read_text() == "my notes"
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE notes (text)")
    with pytest.raises(BuildError, match="in the way"):
        Journal(path)


def test_a_damaged_work_file_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "w"
    journal = Journal(path)
    journal.keep("a", Done(b"x" * 100_000, 1))
    journal.close()
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    journal = Journal(path)
    assert len(journal) == 0
    journal.keep("a", Done(b"y", 1))
    journal.close()
    assert Journal(path).get("a") == b"y"


def test_an_empty_work_file_is_not_left_about(tmp_path: Path) -> None:
    Journal(tmp_path / "w").close()
    assert list(tmp_path.iterdir()) == []


def test_where_the_folder_is_missing_the_message_says_so(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="can't write the work file"):
        Journal(tmp_path / "nowhere" / "w")


def test_many_are_kept_at_once_or_not_at_all(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "w")
    with pytest.raises(RuntimeError), journal.at_once():
        journal.keep("a", Done(b"", 0))
        raise RuntimeError
    assert "a" not in journal
    with journal.at_once():
        journal.keep("a", Done(b"", 0))
        journal.keep("b", Done(b"", 0))
    assert len(journal) == 2
    journal.close()


def test_the_work_file_lies_beside_the_output() -> None:
    assert work_file(Path("x/k.onrecord")) == Path("x/k.onrecord.work")
