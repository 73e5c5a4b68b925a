"""Which code an analysis came from, more exactly than by the version number, which is the same while one develops."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).parent
_PARTS = (
    "_version.py",
    "analysis.py",
    "domain",
    "reading",
    "dating",
    "tagging",
    "statements",
    "actors",
    "instruments",
    "ledger",
)
_KINDS = {".py", ".json", ".tsv", ".txt", ".npz"}


@lru_cache(maxsize=1)
def code_digest(package: Path = _PACKAGE, parts: Iterable[str] = _PARTS) -> str:
    """12 hexadecimal digits of the SHA-256 of all that takes part in the analysis of a single report, but the weights:
    modules, and the tables and numbers beside them."""
    total = hashlib.sha256()
    for path in sorted(_files(package, parts), key=lambda path: path.relative_to(package).as_posix()):
        content = path.read_bytes().replace(b"\r\n", b"\n")  # as a checkout on Windows may have it
        name = path.relative_to(package).as_posix().encode()
        total.update(b"%d %s %d " % (len(name), name, len(content)))
        total.update(content)
    return total.hexdigest()[:12]


def _files(package: Path, parts: Iterable[str]) -> Iterable[Path]:
    for part in parts:
        path = package / part
        candidates = path.rglob("*") if path.is_dir() else [path]
        yield from (file for file in candidates if file.suffix in _KINDS and file.is_file())
