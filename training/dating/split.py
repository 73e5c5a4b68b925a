"""The split of TimeBank and AQUAINT that ``docs/dating.md`` reports on: by a hash of the document's name."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PARTS = ("dev", "check", "held")


def part(name: str) -> str:
    """``dev`` (six tenths of the documents), ``check`` (two) or ``held`` (two; nobody looks at its errors)."""
    tenth = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 10
    return "dev" if tenth < 6 else "check" if tenth < 8 else "held"


def documents(folder: Path, parts: tuple[str, ...] = PARTS) -> Iterator[dict[str, Any]]:
    """The documents of ``timebank.jsonl`` and ``aquaint.jsonl`` that are in ``parts``."""
    for name in ("timebank", "aquaint"):
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            if part(document["id"]) in parts:
                yield {**document, "file": name}
