"""Every command of the tutorial and of the README runs and prints what is shown."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from blocks import Block, blocks, missing_lines, steps

import onrecord

ROOT = Path(__file__).resolve().parents[2]
BASH = shutil.which("bash")
pytestmark = pytest.mark.skipif(BASH is None, reason="the commands are written for a POSIX shell")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like a checkout in which `make demo` has been run, as far as the pages need it."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "examples", folder / "examples")
    scripts = folder / ".venv" / "bin"
    scripts.mkdir(parents=True)
    here = Path(sys.executable).parent
    (scripts / "activate").write_text(f"export PATH='{here}':\"$PATH\"\n", encoding="utf-8")
    (scripts / "onrecord").symlink_to(here / "onrecord")
    (folder / "demo").mkdir()
    onrecord.build([folder / "examples" / "reports"], folder / "demo" / "kosovo.onrecord").close()
    return folder


def run(block: Block, folder: Path) -> subprocess.CompletedProcess[str]:
    # What a reader typed in one block holds for the next: the environment was activated in the first one.
    script = f". .venv/bin/activate\n{block.text}" if block.language == "sh" else block.text
    program = [str(BASH), "-euo", "pipefail"] if block.language == "sh" else [sys.executable]
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [*program, "-c", script], cwd=folder, env=environment, capture_output=True, text=True, timeout=300
    )


def check(page: str, languages: set[str], folder: Path) -> int:
    """Run the page's blocks in order; how many."""
    done = 0
    for block, shown in steps(blocks(ROOT / page), languages):
        if block.text.startswith("make "):
            continue
        result = run(block, folder)
        printed = result.stdout + result.stderr
        assert result.returncode == 0, f"{page}, line {block.line}:\n{block.text}\n{printed}"
        missing = missing_lines(shown or "", printed)
        assert not missing, f"{page}, line {block.line} does not print {missing}, but:\n{printed}"
        done += 1
    return done


def test_every_command_of_the_tutorial_runs_and_prints_what_is_shown(demo: Path) -> None:
    assert check("docs/tutorial.md", {"sh", "python"}, demo) >= 10
    assert (demo / "dossier" / "index.html").is_file()
    exported = {f"tables/{path.name}" for path in (demo / "tables").iterdir()}
    assert exported <= set((ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8").splitlines())


def test_the_readmes_commands_and_python_run_and_print_what_is_shown(demo: Path) -> None:
    shutil.rmtree(demo / "my-reports", ignore_errors=True)  # the tutorial's, which has a file that can't be read
    (demo / "my.onrecord").unlink(missing_ok=True)
    (demo / "my-reports").mkdir()
    shutil.copy(sorted((demo / "examples" / "reports").glob("*.txt"))[0], demo / "my-reports")
    assert check("README.md", {"sh", "python"}, demo) >= 3


def test_make_targets_in_the_readme_exist() -> None:
    phony = next(line for line in (ROOT / "Makefile").read_text().splitlines() if line.startswith(".PHONY:"))
    typed = [line for b in blocks(ROOT / "README.md") if b.language == "sh" for line in b.text.splitlines()]
    assert {"demo", "test"} <= {line.split()[1] for line in typed if line.startswith("make ")} <= set(phony.split())
