from __future__ import annotations

import csv
import io
import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.cli.program import run

pytestmark = pytest.mark.usefixtures("weights")

STORY = """Talks on the harbour ended without result

“We will not sign,” Vera Ilic, the transport minister, said on Monday.

The mayor told reporters that the harbour would stay open.
"""
OTHER = "Ferries ran late on Tuesday.\n\nThe harbour master denied that the quay was closed.\n"


@pytest.fixture(scope="module")
def weights() -> None:
    try:
        from onrecord.tagging import load_tagger

        load_tagger()
    except Exception as error:
        pytest.skip(f"no weights yet: {error}")


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pile")
    (folder / "one.txt").write_text(STORY)
    (folder / "two.txt").write_text(OTHER)
    (folder / "one-copy.txt").write_text(STORY)
    (folder / "empty \x1b[31m.txt").write_text("")
    return folder


@pytest.fixture(scope="module")
def record(pile: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("made") / "k.onrecord"
    assert onrecord("build", pile, "-o", output, "-w", 1).returncode == 3
    return output


@dataclass
class Done:
    """What a command did."""

    returncode: int
    stdout: str
    stderr: str


def onrecord(*arguments: object, text: str | None = None) -> Done:
    """Run a command in this process, which is much quicker than to start another."""
    out, err = io.StringIO(), io.StringIO()
    given = io.TextIOWrapper(io.BytesIO((text or "").encode()))
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "stdin", given)
        code = run([str(argument) for argument in arguments])
    return Done(code, out.getvalue(), err.getvalue())


def test_build_tells_what_it_made_and_what_to_do_next(pile: Path, tmp_path: Path) -> None:
    output = tmp_path / "my record.onrecord"
    done = onrecord("build", pile, "-o", output)
    assert done.returncode == 3, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].startswith(f"{output}: 2 reports, ")
    assert "  1 file with the same bytes as a report:" in lines
    assert "    one-copy.txt is the same, byte for byte, as one.txt, which was kept" in lines
    assert "  1 file could not be read:" in lines and r"    empty \x1b[31m.txt: " in done.stdout
    assert "\x1b" not in done.stdout + done.stderr
    assert f"Next: onrecord dossier '{output}'" in done.stdout
    assert "reading reports: " in done.stderr
    again = onrecord("build", pile, "-o", output)
    assert "2 reports finished by an earlier build" in again.stdout


def test_build_for_scripts(pile: Path, tmp_path: Path) -> None:
    quiet = onrecord("build", pile / "two.txt", "-o", tmp_path / "k", "--quiet", "-w", 1)
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")
    done = onrecord("build", pile, "-o", tmp_path / "k", "--json", "--quiet", "-w", 1)
    summary = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (3, "")
    assert (summary["reports"], summary["reused"]) == (2, 1)
    assert summary["duplicates"][0]["same_as"] == "one.txt"
    assert len(summary["unread"]) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["build"], 2, "Missing argument"),
        (["build", "nowhere.txt", "-o", "k"], 1, "nowhere.txt"),
        (["build", "nowhere.txt", "-o", "k", "-w", "0"], 2, "--workers"),
        (["show", "nowhere.onrecord"], 1, "onrecord build"),
        (["show", "nowhere.onrecord", "secrets"], 2, "statements"),
        (["show", "nowhere.onrecord", "unread", "--search", "x"], 2, "--search"),
        (["dossier", "nowhere.onrecord", "-o", "d"], 1, "nowhere.onrecord"),
        (["export", "nowhere.onrecord", "--to", "pdf", "-o", "d"], 2, "csv"),
        (["read", "nowhere.txt"], 1, "nowhere.txt"),
        (["fly"], 2, "fly"),
    ],
)
def test_wrong_commands_get_a_clear_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = onrecord(*arguments)
    assert done.returncode == code
    assert done.stdout == ""
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_help_and_version_answer_at_once() -> None:
    imported = (
        "import sys; sys.argv = ['onrecord', '--help']\n"
        "import onrecord.cli, contextlib, io\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()): onrecord.cli.main()\n"
        "print(*sorted({'numpy', 'onnxruntime', 'rich', 'sqlalchemy', 'trafilatura', 'jinja2'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", imported], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [], "what --help does not need is not loaded"
    from onrecord import __version__

    assert onrecord("--version").stdout == f"onrecord {__version__}\n"
    assert "build" in onrecord("--help").stdout


def test_read_shows_who_said_what(pile: Path) -> None:
    done = onrecord("read", pile / "one.txt")
    assert done.returncode == 0, done.stderr
    assert " Vera Ilic | said | “We will not sign" in done.stdout
    other = onrecord("read", pile / "two.txt")
    assert " | denied | " in other.stdout, "what was denied reads as its opposite without the cue"
    assert "\x1b" not in done.stdout


def test_read_json_is_one_line_a_report_with_spans_that_hold(pile: Path) -> None:
    done = onrecord("read", pile, "--json")
    assert done.returncode == 3
    assert r"empty \x1b[31m.txt" in done.stderr
    assert done.stdout.isascii()
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert [report["name"] for report in reports] == ["one-copy.txt", "one.txt", "two.txt"]
    for report in reports:
        for statement in report["statements"]:
            for span in [*statement["content"], statement["source"], statement["cue"]]:
                if span:
                    assert report["text"][span["start"] : span["end"]] == span["text"]
    assert any(statement["speaker"]["name"] == "Vera Ilic" for statement in reports[0]["statements"])


def test_read_takes_standard_input_and_a_date() -> None:
    done = onrecord("read", "-", "--json", "--published", "2008-02-18", text=STORY)
    report = json.loads(done.stdout)
    assert report["text"] == STORY
    assert report["published"]["best"] == "2008-02-18"
    empty = onrecord("read", "-", text="")
    assert (empty.returncode, empty.stdout) == (1, "")
    assert "Traceback" not in empty.stderr


def test_show_overview_and_tables(record: Path) -> None:
    overview = onrecord("show", record)
    assert overview.returncode == 0, overview.stderr
    assert "reports\t2" in overview.stdout and "Vera Ilic" in overview.stdout
    reports = list(csv.DictReader(onrecord("show", record, "reports").stdout.splitlines(), delimiter="\t"))
    assert [row["report"] for row in reports] == ["one.txt", "two.txt"]
    unread = onrecord("show", record, "unread").stdout
    assert "empty " in unread and "\x1b" not in unread
    assert "one-copy.txt\tone.txt" in onrecord("show", record, "duplicates").stdout
    assert "Vera Ilic\tperson" in onrecord("show", record, "actors").stdout


def test_show_chooses_statements(record: Path) -> None:
    def rows(*arguments: str) -> list[dict[str, str]]:
        return list(csv.DictReader(onrecord("show", record, *arguments).stdout.splitlines(), delimiter="\t"))

    everything = rows("statements")
    assert len(everything) >= 2
    assert list(everything[0]) == ["published", "who", "cue", "said", "note", "kind", "report"]
    assert ("denied", "the quay was closed", "not") in {
        (row["cue"], row["said"].removeprefix("that "), row["note"]) for row in everything
    }
    assert rows("--speaker", "ilić") == [row for row in everything if "Ilic" in row["who"]] != []
    assert rows("--report", "two") == [row for row in everything if row["report"] == "two.txt"] != []
    assert {row["said"] for row in rows("--search", "sign")} == {
        row["said"] for row in everything if "sign" in row["said"]
    }
    assert rows("statements", "--limit", "1") == everything[:1]
    assert "--limit 0" in onrecord("show", record, "statements", "--limit", 1).stderr


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("Ilich", "did you mean Vera Ilic?"),
        ("Veri", "did you mean Vera Ilic?"),
        ("Xyzzy", "nobody is called “Xyzzy”\n"),
    ],
)
def test_show_suggests_names_when_nobody_is_called_so(record: Path, wanted: str, told: str) -> None:
    for table in ("statements", "actors"):
        done = onrecord("show", record, table, "--speaker", wanted)
        assert (done.returncode, len(done.stdout.splitlines())) == (0, 1)
        assert told in done.stderr
    done = onrecord("show", record, "--speaker", "Ilic", "--report", "two")
    assert done.stderr == "no statements to show\n"


def test_show_read_and_export_give_the_same_objects(record: Path, pile: Path, tmp_path: Path) -> None:
    onrecord("export", record, "--to", "jsonl", "-o", tmp_path)
    for table in ("reports", "statements", "actors", "unread", "duplicates"):
        done = onrecord("show", record, table, "--json", "--limit", 0)
        assert done.stdout.isascii()
        exported = (tmp_path / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()
        assert [json.loads(line) for line in done.stdout.splitlines()] == [json.loads(line) for line in exported] != []
    by_report = {
        report["name"]: report for report in map(json.loads, onrecord("read", pile, "--json").stdout.splitlines())
    }
    shown = [json.loads(line) for line in onrecord("show", record, "--json", "--limit", 0).stdout.splitlines()]
    assert [row for name in ("one.txt", "two.txt") for row in by_report[name]["statements"]] == shown
    exported_report = json.loads((tmp_path / "reports.jsonl").read_text(encoding="utf-8").splitlines()[0])
    read_report = by_report["one.txt"]
    assert any(
        mention["actor"] == read_report["statements"][0]["speaker"] for mention in read_report.pop("mentions")
    ), "a record keeps none"
    assert {**read_report, "statements": [row["id"] for row in read_report["statements"]]} == exported_report
    limited = onrecord("show", record, "--json", "--speaker", "ilic", "--limit", 1).stdout.splitlines()
    assert [json.loads(line)["speaker"]["name"] for line in limited] == ["Vera Ilic"]


def test_a_dossier_and_exports_are_written(record: Path, tmp_path: Path) -> None:
    done = onrecord("dossier", record, "-o", tmp_path / "d")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "d" / "index.html").exists() and "index.html" in done.stdout
    for kind in ("csv", "jsonl"):
        done = onrecord("export", record, "--to", kind, "-o", tmp_path / kind)
        assert done.returncode == 0, done.stderr
        assert all(Path(line).exists() for line in done.stdout.splitlines())


def test_a_reader_that_has_enough_is_no_error(record: Path) -> None:
    command = [sys.executable, "-m", "onrecord", "show", str(record), "statements"]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


def test_an_unexpected_error_is_not_a_traceback(record: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.onrecord"
    shutil.copy(record, broken)
    data = bytearray(broken.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    broken.write_bytes(data)
    done = onrecord("show", broken, "statements")
    assert done.returncode == 1
    assert done.stderr.startswith("onrecord: ") and "Traceback" not in done.stderr


def test_on_a_terminal_there_are_colours_unless_they_are_unwanted(record: Path, pile: Path) -> None:
    assert "\x1b[" in on_a_terminal("read", pile / "one.txt")
    assert "\x1b[" not in on_a_terminal("read", pile / "one.txt", NO_COLOR="1")
    assert "─" in on_a_terminal("show", record)


def test_a_cue_is_never_cut_short(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.cli import terminal
    from onrecord.cli.show import _COLUMNS

    monkeypatch.setattr(terminal, "is_terminal", lambda stream: True)
    for width in ("40", "80", "108", "200"):
        monkeypatch.setenv("COLUMNS", width)
        row = (
            "2008-02-17",
            "A speaker with a long name",
            "ruled out any talk of",
            "partition " * 9,
            "not; to the council; via an agency",
            "indirect",
            "a.txt",
        )
        terminal.print_rows(_COLUMNS["statements"], [row])
        shown = capsys.readouterr().out
        assert all(
            word in shown for word in ("ruled", "out", "any", "talk", "partition", "not;", "council;", "agency")
        ), shown


def on_a_terminal(*arguments: object, **environment: str) -> str:
    """What the program prints to a terminal."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", *map(str, arguments)],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", **environment},
    )
    os.close(follower)
    chunks = []
    try:
        while chunk := os.read(leader, 65536):
            chunks.append(chunk)
    except OSError:  # Linux's way to say that the other side is closed
        pass
    os.close(leader)
    process.wait()
    return b"".join(chunks).decode()


def test_ctrl_c_ends_it_at_once_and_says_how_to_go_on(pile: Path, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(1000):
        (many / f"{number}.txt").write_text(f"{number} {STORY * 5}")
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "build", str(many), "-o", str(tmp_path / "k"), "-w", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    work_file = tmp_path / "k.work"
    deadline = time.monotonic() + 60
    while not work_file.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    asked = time.monotonic()
    out, err = process.communicate(timeout=30)
    assert time.monotonic() - asked < 5
    assert (process.returncode, out) == (130, ""), err
    assert "onrecord: interrupted. " in err
    assert "Traceback" not in err
    assert not (tmp_path / "k").exists()


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        (0, "interrupted. nothing is lost"),
        (1, "interrupted. 1 report finished and kept: the same command goes on there"),
        (1200, "interrupted. 1,200 reports finished and kept: the same command goes on there"),
    ],
)
def test_after_ctrl_c_one_knows_what_is_kept(monkeypatch: pytest.MonkeyPatch, kept: int, told: str) -> None:
    from onrecord import building

    def interrupted(*_: object, **__: object) -> None:
        raise building.BuildInterrupted(kept)

    monkeypatch.setattr(building, "build", interrupted)
    done = onrecord("build", "reports", "-o", "k")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", f"onrecord: {told}\n")
