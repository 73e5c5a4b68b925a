"""What is published is what the package needs: weights, word lists, templates and the mark of a typed package."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution; built without a network and without writing to the tree."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-t", "sdist", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    return folder


def package_files() -> set[str]:
    """All files of the package as they lie in ``src``."""
    found = (path for path in (ROOT / "src").rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT / "src").as_posix() for path in found if path.suffix != ".pyc"}


def test_the_wheel_holds_the_package_and_nothing_else(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        described = {name.partition(".dist-info/")[2] for name in archive.namelist()}
    assert names == package_files()
    assert {"METADATA", "licenses/LICENSE", "entry_points.txt"} <= described


def test_the_package_holds_what_it_reads_at_run_time() -> None:
    names = package_files()
    assert "onrecord/py.typed" in names
    assert {"attribution.onnx", "tokenizer.json", "parameters.json"} <= {
        name.rpartition("/")[2] for name in names if name.startswith("onrecord/tagging/weights/")
    }
    assert {".tsv", ".txt", ".json", ".onnx", ".html", ".css", ".js", ".svg"} <= {Path(name).suffix for name in names}


def test_the_source_distribution_can_build_the_same_wheel(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {member.name.partition("/")[2] for member in archive if member.isfile()}
    assert {f"src/{name}" for name in package_files()} <= names
    assert {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"} <= names
