from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.code_digest import code_digest

PARTS = ("analysis.py", "actors")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "actors").mkdir()
    (tmp_path / "analysis.py").write_bytes(b"one = 1\ntwo = 2\n")
    (tmp_path / "actors" / "states.tsv").write_text("Norway\n")
    return tmp_path


def digest(package: Path) -> str:
    return code_digest.__wrapped__(package, PARTS)


def test_the_digest_is_of_code_and_tables(package: Path) -> None:
    before = digest(package)
    digests = {before}
    for name in ("states.tsv", "phrases.txt", "genders.json", "new.py"):
        (package / "actors" / name).write_text("Sweden\n")
        digests.add(digest(package))
    assert len(digests) == 5


def test_the_digest_is_of_nothing_else(package: Path) -> None:
    before = digest(package)
    (package / "cli").mkdir()
    (package / "cli" / "show.py").write_text("")
    (package / "actors" / "__pycache__").mkdir()
    (package / "actors" / "__pycache__" / "a.pyc").write_text("x")
    (package / "analysis.py").write_bytes(b"one = 1\r\ntwo = 2\r\n")
    assert digest(package) == before


def test_onrecords_own_parts_are_all_there() -> None:
    from onrecord.code_digest import _KINDS, _PACKAGE, _PARTS

    assert all((_PACKAGE / part).exists() for part in _PARTS)
    assert len(code_digest()) == 12
    files = [path for part in _PARTS for path in (_PACKAGE / part).rglob("*") if "__pycache__" not in path.parts]
    kinds = {path.suffix for path in files if path.is_file()}
    assert kinds - _KINDS <= {".onnx"}, "a kind of table that results depend on is not in the digest"


def test_every_part_that_an_analysis_imports_is_in_the_digest() -> None:
    from onrecord.code_digest import _PARTS

    script = "import sys; import onrecord.analysis; print(*(m for m in sys.modules if m.startswith('onrecord.')))"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    parts = {name.split(".")[1] for name in found}
    assert parts - {"errors", "code_digest"} == {part.removesuffix(".py") for part in _PARTS}


def test_the_engine_names_the_version_the_weights_and_the_code() -> None:
    from onrecord import __version__
    from onrecord.analysis import engine
    from onrecord.building.stages import standard_stages

    assert engine().startswith(f"onrecord {__version__}, attribution ")
    assert engine().endswith(f", code {code_digest()}")
    assert standard_stages(None).engine == engine()
