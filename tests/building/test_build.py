from __future__ import annotations

import errno
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import building_fakes as fakes
import pytest

import onrecord.record
from onrecord.building import BuildInterrupted, BuildSummary, Progress, build
from onrecord.building.journal import Journal
from onrecord.domain import Report
from onrecord.errors import BuildError, InputError
from onrecord.record import open_record


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    return fill(tmp_path / "pile")


def fill(folder: Path, reports: int = 6) -> Path:
    folder.mkdir()
    for number in range(reports):
        who = "Vera Ilic" if number % 2 else "Ilic"
        (folder / f"{number:02}.txt").write_text(f"Day {number}.\n{who} said: we will stay {number}\n")
    return folder


def made(paths: Path | list[Path], output: Path, **options: object) -> BuildSummary:
    chosen = paths if isinstance(paths, list) else [paths]
    given: dict[str, object] = {"stages": fakes.stages(), "workers": 1, **options}
    return build(chosen, output, **given)  # type: ignore[arg-type]


def counting(folder: Path) -> Callable[[object], Report]:
    """Work that leaves a file for each time it was done."""

    def work(raw: object) -> Report:
        (folder / f"{len(list(folder.iterdir()))}").touch()
        return fakes.work(raw)  # type: ignore[arg-type]

    folder.mkdir()
    return work


def rest_of(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_pile_becomes_a_record(pile: Path, tmp_path: Path) -> None:
    output = tmp_path / "new" / "k.onrecord"
    summary = made(pile, output)
    assert (summary.reports, summary.statements, summary.reused, summary.unread) == (6, 6, 0, ())
    assert rest_of(output.parent) == {"k.onrecord"}
    with open_record(output) as record:
        reports = list(record.reports())
        assert [report.name for report in reports] == [f"{number:02}.txt" for number in range(6)]
        assert record.meta["engine"] == "fake 1"
        speakers = {statement.speaker for statement in record.statements()}
        assert {speaker.name for speaker in speakers if speaker} == {"Vera Ilic"}, "actors are joined across reports"
    assert summary.actors == 1


def test_the_bytes_are_the_same_for_any_order_number_of_workers_and_place(pile: Path, tmp_path: Path) -> None:
    elsewhere = fill(tmp_path / "elsewhere")
    files = sorted(pile.iterdir())
    made(pile, tmp_path / "one")
    made([*files[3:], *reversed(files[:3])], tmp_path / "two", workers=2)
    made(elsewhere, tmp_path / "three", workers=None)
    assert len({(tmp_path / name).read_bytes() for name in ("one", "two", "three")}) == 1


def test_finished_reports_are_not_analysed_again(pile: Path, tmp_path: Path) -> None:
    output, log = tmp_path / "k", tmp_path / "log"
    stages = fakes.stages(work=counting(log))
    made(pile, output, stages=stages)
    first = output.read_bytes()
    assert len(rest_of(log)) == 6
    again = made(pile, output, stages=stages)
    assert (len(rest_of(log)), again.reused, again.reports) == (6, 6, 6)
    assert output.read_bytes() == first
    (pile / "new.txt").write_text("new")
    (pile / "01.txt").rename(pile / "renamed.txt")  # its own name may hold a date, so it is read again
    assert made(pile, output, stages=stages).reused == 5
    assert len(rest_of(log)) == 8
    assert made(pile, output, stages=fakes.stages(work=stages.work, engine="fake 2")).reused == 0
    assert len(rest_of(log)) == 15


def test_what_was_added_and_removed_leaves_no_trace(pile: Path, tmp_path: Path) -> None:
    made(pile, tmp_path / "once")
    (pile / "more.txt").write_text("more")
    made(pile, tmp_path / "twice")
    (pile / "more.txt").unlink()
    made(pile, tmp_path / "twice")
    assert (tmp_path / "once").read_bytes() == (tmp_path / "twice").read_bytes()


@pytest.mark.parametrize("workers", [1, 2])
def test_bad_reports_are_quarantined_and_the_rest_is_built(pile: Path, tmp_path: Path, workers: int) -> None:
    (pile / "empty.txt").write_text("EMPTY")
    (pile / "raise.txt").write_text("RAISE")
    (pile / "panic.txt").write_text("PANIC")
    (pile / "report.pdf").write_text("PDF")
    summary = made(pile, tmp_path / "k", workers=workers)
    reasons = {row.name: row.reason for row in summary.unread}
    assert set(reasons) == {"empty.txt", "raise.txt", "panic.txt", "report.pdf"}
    assert reasons["empty.txt"] == "the file is empty"
    assert reasons["raise.txt"].startswith("its analysis failed (ValueError: two lines")
    assert summary.reports == 6
    with open_record(tmp_path / "k") as record:
        assert {row.name: row.reason for row in record.unread()} == reasons
        assert sum(1 for _ in record.reports()) == 6


def test_a_report_that_crashes_the_analysis_does_not_stop_the_build(pile: Path, tmp_path: Path) -> None:
    (pile / "crash.txt").write_text("CRASH")
    summary = made(pile, tmp_path / "k", workers=2)
    assert [(row.name, row.reason) for row in summary.unread] == [("crash.txt", "its analysis crashed (SIGSEGV)")]
    assert summary.reports == 6


def test_in_one_process_the_next_build_goes_on_behind_a_crash(pile: Path, tmp_path: Path) -> None:
    (pile / "03 crash.txt").write_text("CRASH")
    finished = run_build(pile, tmp_path / "k")
    assert finished.wait() == -signal.SIGSEGV
    summary = made(pile, tmp_path / "k")
    assert [row.name for row in summary.unread] == ["03 crash.txt"]
    assert (summary.reports, summary.reused) == (6, 3)


def test_reports_with_the_same_bytes_are_one(pile: Path, tmp_path: Path) -> None:
    (pile / "copy.txt").write_bytes((pile / "01.txt").read_bytes())
    (pile / "sub").mkdir()
    (pile / "sub" / "02.txt").write_bytes((pile / "02.txt").read_bytes())
    summary = made([pile, pile], tmp_path / "k")
    assert summary.reports == 6
    digest = sha256((pile / "01.txt").read_bytes()).hexdigest()
    rows = {(row.name, row.same_as) for row in summary.duplicates}
    assert rows == {("copy.txt", "01.txt"), ("sub/02.txt", "02.txt")}
    assert digest in {row.sha256 for row in summary.duplicates}


def test_the_copy_of_a_bad_report_is_as_bad(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("RAISE")
    summary = made([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "k")
    assert [row.name for row in summary.unread] == ["a.txt", "b.txt"]
    assert summary.duplicates == ()


def test_namesakes_keep_names_that_tell_them_apart(tmp_path: Path) -> None:
    for folder in ("monday", "tuesday"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "news.txt").write_text(f"of {folder}")
    made([tmp_path / "tuesday", tmp_path / "monday"], tmp_path / "k")
    with open_record(tmp_path / "k") as record:
        assert [report.name for report in record.reports()] == ["monday/news.txt", "tuesday/news.txt"]


def test_the_record_may_lie_among_the_reports(pile: Path) -> None:
    output = pile / "record.txt"
    made(pile, output)
    summary = made(pile, output)
    assert (summary.reports, summary.unread) == (6, ())


def test_progress_counts_up_to_the_end(pile: Path, tmp_path: Path) -> None:
    steps: list[Progress] = []
    made(pile, tmp_path / "k", on_progress=steps.append)
    assert [step.phase for step in steps] == sorted((step.phase for step in steps), key="finding reading writing".find)
    for phase, total in (("finding", 0), ("reading", 6), ("writing", 6)):
        done = [step.done for step in steps if step.phase == phase]
        assert done == sorted(done) and done[-1] == 6
        assert {step.total for step in steps if step.phase == phase} == {total}
    assert steps[-1].statements == 6


def test_untagged_languages_are_counted(pile: Path, tmp_path: Path) -> None:
    from dataclasses import replace

    def foreign(raw: object) -> Report:
        return replace(fakes.work(raw), statements=(), tagged=False, language="sr")  # type: ignore[arg-type]

    assert made(pile, tmp_path / "k", stages=fakes.stages(work=foreign)).untagged == {"sr": 6}


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        made(tmp_path / "nowhere", tmp_path / "k")
    (tmp_path / "none").mkdir()
    with pytest.raises(InputError):
        made(tmp_path / "none", tmp_path / "k")
    assert rest_of(tmp_path) == {"none"}


@pytest.mark.parametrize("workers", [1, 2])
def test_an_analysis_that_cannot_start_leaves_the_record_as_it_was(pile: Path, tmp_path: Path, workers: int) -> None:
    output = tmp_path / "k"
    made(pile, output)
    before = output.read_bytes()
    (pile / "new.txt").write_text("new")
    with pytest.raises(BuildError, match="the analysis can't start: FileNotFoundError: no weights anywhere"):
        made(pile, output, workers=workers, stages=fakes.stages(prepare=fakes.prepare_in_vain))
    assert output.read_bytes() == before


def test_only_records_are_replaced(pile: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("mine")
    with pytest.raises(BuildError, match="in the way"):
        made(pile, notes)
    assert notes.read_text() == "mine"
    with pytest.raises(BuildError, match="is a folder"):
        made(pile, tmp_path)
    with pytest.raises(BuildError, match="1 or more"):
        made(pile, tmp_path / "other", workers=0)
    assert rest_of(tmp_path) == {"pile", "notes.txt"}


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"mine", "it is not a record"),
        (b"", "it is empty"),
        (b"SQLite format 3\0" + bytes(84), "it is an SQLite database, but not a record that `onrecord build` wrote"),
    ],
)
def test_what_is_in_the_way_is_said_once(pile: Path, tmp_path: Path, content: bytes, what: str) -> None:
    (tmp_path / "notes.txt").write_bytes(content)
    with pytest.raises(BuildError) as error:
        made(pile, tmp_path / "notes.txt")
    told = f"{tmp_path / 'notes.txt'} is in the way: {what}. Move it away or choose another output"
    assert str(error.value) == told


def test_a_report_that_changes_meanwhile_is_said_to(pile: Path, tmp_path: Path) -> None:
    def change(progress: Progress) -> None:
        if progress.phase == "reading" and progress.done == 1:
            (pile / "05.txt").write_text("something else")

    summary = made(pile, tmp_path / "k", on_progress=change)
    assert summary.reports == 5
    assert [row.name for row in summary.unread] == ["05.txt"]
    assert "changed or vanished" in summary.unread[0].reason


@pytest.mark.parametrize("damaged", ["x'00'", "substr(result, 1, length(result) - 5)"], ids=["report", "outline"])
def test_a_damaged_result_is_had_again(pile: Path, tmp_path: Path, damaged: str) -> None:
    output = tmp_path / "k"
    made(pile, output)
    good = output.read_bytes()
    with sqlite3.connect(output) as connection:
        connection.execute(f"UPDATE finished SET result = {damaged} WHERE key = (SELECT min(key) FROM finished)")
    connection.close()
    assert made(pile, output).reused == 5
    assert output.read_bytes() == good


def test_ctrl_c_keeps_what_is_finished(pile: Path, tmp_path: Path) -> None:
    output = tmp_path / "k"
    made(pile, tmp_path / "whole")

    def interrupt(progress: Progress) -> None:
        if progress.phase == "reading" and progress.done == 4:
            raise KeyboardInterrupt

    with pytest.raises(BuildInterrupted) as interruption:
        made(pile, output, on_progress=interrupt)
    assert interruption.value.kept == 4
    assert rest_of(tmp_path) == {"pile", "whole", "k.work"}
    assert made(pile, output).reused == 4
    assert output.read_bytes() == (tmp_path / "whole").read_bytes()
    assert rest_of(tmp_path) == {"pile", "whole", "k"}


def fail_with_full_disk(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_while_writing_the_record(pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "k"
    made(pile, output)
    before = output.read_bytes()
    (pile / "new.txt").write_text("new")
    with monkeypatch.context() as patch, pytest.raises(BuildError, match=r"the disk is full; free some space.*again"):
        patch.setattr(onrecord.record, "write_record", fail_with_full_disk)
        made(pile, output)
    assert output.read_bytes() == before
    assert made(pile, output).reused == 7, "nothing that was finished is lost"


def test_a_full_disk_while_keeping_results(pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    keep = Journal.keep

    def keep_three(self: Journal, *arguments: object) -> None:
        if len(self) == 3:
            raise full
        keep(self, *arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch, pytest.raises(BuildError, match="the disk is full"):
        patch.setattr(Journal, "keep", keep_three)
        made(pile, tmp_path / "k")
    assert rest_of(tmp_path) == {"pile", "k.work"}
    assert made(pile, tmp_path / "k").reused == 3


def run_build(pile: Path, output: Path, *, work: str = "work", workers: int = 1) -> subprocess.Popen[str]:
    """A build with the fakes in a process of its own, which prints its progress."""
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); import building_fakes as fakes;"
        "from onrecord.building import build;"
        "tell = lambda now: print(now.phase, now.done, now.reused, flush=True);"
        f"stages = fakes.stages(work=fakes.{work});"
        f"build([sys.argv[2]], sys.argv[3], workers={workers}, stages=stages, on_progress=tell)"
    )
    command = [sys.executable, "-c", script, str(Path(__file__).parent), str(pile), str(output)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def kill_at(process: subprocess.Popen[str], phase: str, done: int, delay: float) -> None:
    """SIGKILL, ``delay`` seconds after the build has told that it is so far."""
    assert process.stdout is not None
    for line in process.stdout:
        now, count, _ = line.split()
        if now == phase and int(count) >= done:
            break
    time.sleep(delay)
    process.kill()
    process.wait()
    process.stdout.close()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_build_goes_on_and_ends_in_the_same_bytes(tmp_path: Path, workers: int) -> None:
    pile = fill(tmp_path / "pile", 30)
    made(pile, tmp_path / "whole")
    whole = (tmp_path / "whole").read_bytes()
    output = tmp_path / "k"
    moments = [("finding", 20), ("reading", 9), ("writing", 10)]
    for phase, done in moments[workers - 1 :]:
        kill_at(run_build(pile, output, work="slow_work", workers=workers), phase, done, random.uniform(0, 0.01))
        assert not output.exists(), "the record is there as a whole or not at all"
    told = run_build(pile, output, work="slow_work", workers=workers)
    lines, _ = told.communicate()
    assert told.returncode == 0
    assert output.read_bytes() == whole
    assert rest_of(tmp_path) == {"pile", "whole", "k"}
    reused = int(lines.split()[-1])
    assert reused == 30, "the last one was killed when all were analysed"


def test_a_good_record_stays_when_the_build_that_would_replace_it_is_killed(pile: Path, tmp_path: Path) -> None:
    output = tmp_path / "k"
    made(pile, output)
    before = output.read_bytes()
    (pile / "more.txt").write_text("Vera Ilic said: more")
    kill_at(run_build(pile, output), "writing", 3, 0)
    assert output.read_bytes() == before
    assert made(pile, output).reports == 7
    assert rest_of(tmp_path) == {"pile", "k"}


def test_two_builds_of_one_record_do_not_clash(pile: Path, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "k.work")
    with pytest.raises(BuildError, match="another build is writing the same record"):
        made(pile, tmp_path / "k")
    journal.close()
    assert made(pile, tmp_path / "k").reports == 6
