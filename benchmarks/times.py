"""Kilobytes of text a second that the time stage reads on one core, finding and anchoring together.

    python benchmarks/times.py FILE... [--rounds N]

FILE holds one document a line (JSON with ``text`` and ``published``), or is a plain text. The best of several rounds
counts, in processor time of one process, so that what else the machine does weighs little.
"""

from __future__ import annotations

import argparse
import json
import time
from datetime import date
from pathlib import Path

from onrecord.dating import find, resolve


def texts(path: Path) -> list[tuple[str, date | None]]:
    """The documents of a file with the days that they were published on."""
    if path.suffix != ".jsonl":
        return [(path.read_text(encoding="utf-8"), None)]
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(row["text"], date.fromisoformat(row["published"]) if row.get("published") else None) for row in rows]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    documents = [document for path in options.files for document in texts(path)]
    kilobytes = sum(len(text.encode()) for text, _ in documents) / 1024
    best, found = float("inf"), 0
    for _ in range(options.rounds):
        began = time.process_time()
        found = sum(len(resolve(find(text), published)) for text, published in documents)
        best = min(best, time.process_time() - began)
    print(f"{len(documents)} documents, {kilobytes:.0f} KB, {found} expressions: {kilobytes / best:.0f} KB/s")


if __name__ == "__main__":
    main()
