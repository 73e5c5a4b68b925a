"""The Makefile on machines that are bare, old or oddly laid out; a stand-in for Python records what it is asked."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAKE = shutil.which("make")
pytestmark = pytest.mark.skipif(MAKE is None, reason="make is not installed")

# Runs version checks for real, makes an environment with a copy of itself, and writes everything else down.
STAND_IN = """#!/bin/sh
echo "$@" >> "$LOG"
case "$*" in
  *ensurepip*) exit {ensurepip} ;;
  *version_info*) exit {too_old} ;;
  *python_version*) echo 3.9.2 ;;
  *"venv --without-pip "*|*"venv .venv") mkdir -p .venv/bin; cp "$0" .venv/bin/python; cp "$0" .venv/bin/onrecord ;;
  *"pip "*"install --editable"*) exit {pip} ;;
  *"ruff check"*) exit {lint} ;;
esac
"""


class Machine:
    """A folder with spaces in its name that holds the Makefile, and a Python that is none."""

    def __init__(self, folder: Path, *, too_old: int = 0, ensurepip: int = 0, pip: int = 0, lint: int = 0) -> None:
        self.root = folder / "my reports & things"
        self.root.mkdir()
        for name in ("Makefile", "pyproject.toml"):
            shutil.copy(ROOT / name, self.root / name)
        self.python = folder / "a python"
        self.python.write_text(STAND_IN.format(too_old=too_old, ensurepip=ensurepip, pip=pip, lint=lint))
        self.python.chmod(0o755)
        self.log = folder / "log"

    def make(self, target: str, python: str | None = None) -> subprocess.CompletedProcess[str]:
        assert MAKE is not None
        self.log.write_text("")
        environment = {"PATH": os.environ["PATH"], "LOG": str(self.log)}
        return subprocess.run(
            [MAKE, target, f"PYTHON={self.python if python is None else python}"],
            cwd=self.root,
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
        )

    def asked(self) -> str:
        return self.log.read_text()


def test_demo_builds_the_examples_and_says_where_to_look(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    done = machine.make("demo")
    assert done.returncode == 0, done.stderr
    assert "build examples/reports -o demo/kosovo.onrecord" in machine.asked()
    assert "dossier demo/kosovo.onrecord -o demo/dossier" in machine.asked()
    assert "as_uri()" in machine.asked()


def test_installing_is_done_once_and_again_when_the_project_file_changes(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    assert machine.make("test").returncode == 0
    assert machine.asked().count("install --editable .[dev]") == 1
    assert "-m pytest" in machine.asked()
    machine.make("test")
    assert "install" not in machine.asked()
    assert "-m venv" not in machine.asked()
    later = (machine.root / ".venv/.installed-dev").stat().st_mtime + 10
    os.utime(machine.root / "pyproject.toml", (later, later))
    machine.make("test")
    assert machine.asked().count("install --editable .[dev]") == 1


def test_demo_after_test_installs_nothing(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    machine.make("test")
    machine.make("demo")
    assert "install" not in machine.asked()


@pytest.mark.parametrize("target", ["demo", "test", "check", "bench"])
def test_an_old_python_is_named_and_a_way_out_is_given(tmp_path: Path, target: str) -> None:
    machine = Machine(tmp_path, too_old=1)
    done = machine.make(target)
    assert done.returncode != 0
    assert "needs Python 3.11 or newer" in done.stdout
    assert "3.9.2" in done.stdout
    assert "PYTHON=/path/to/python3.11" in done.stdout
    assert not (machine.root / ".venv").exists()


def test_no_python_at_all_is_said(tmp_path: Path) -> None:
    done = Machine(tmp_path).make("demo", python="")
    assert done.returncode != 0
    assert "there is none on the PATH" in done.stdout


def test_a_python_that_does_not_run_is_said(tmp_path: Path) -> None:
    done = Machine(tmp_path).make("demo", python="/nowhere/python3")
    assert done.returncode != 0
    assert "/nowhere/python3 does not run" in done.stdout


def test_without_ensurepip_the_machines_own_pip_is_used(tmp_path: Path) -> None:
    machine = Machine(tmp_path, ensurepip=1)
    assert machine.make("demo").returncode == 0
    assert "-m venv --without-pip .venv" in machine.asked()
    assert "-m pip --python .venv/bin/python install" in machine.asked()


def test_a_failed_installation_stops_and_is_tried_again(tmp_path: Path) -> None:
    machine = Machine(tmp_path, pip=7)
    assert machine.make("demo").returncode != 0
    assert not (machine.root / ".venv/.installed").exists()
    machine.make("demo")
    assert "install --editable" in machine.asked()


@pytest.mark.parametrize(("lint", "fails"), [(0, False), (1, True)])
def test_check_runs_all_three_tools_and_fails_when_one_does(tmp_path: Path, lint: int, fails: bool) -> None:
    machine = Machine(tmp_path, lint=lint)
    assert (machine.make("check").returncode != 0) == fails
    for tool in ("-m ruff check .", "-m ruff format --check .", "-m mypy"):
        assert tool in machine.asked()


def test_help_names_every_target(tmp_path: Path) -> None:
    targets = next(line for line in (ROOT / "Makefile").read_text().splitlines() if line.startswith(".PHONY:"))
    shown = Machine(tmp_path).make("help").stdout
    for target in set(targets.split()[1:]) - {"help"}:
        assert f"make {target} " in shown
