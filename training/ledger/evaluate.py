"""How well a record's commitments and forecasts agree with the labels of a person.

    python -m training.ledger.evaluate POLNEAR/dev training/ledger/labels_a.jsonl [--show]

Builds a record of the articles that the labelled statements come from and asks, of each statement, whether a row of
``commitments()`` or else of ``forecasts()`` rests on its words: half of the words of the shorter of the two. Prints precision,
recall and F1 for both labels, and with ``--show`` the offsets of what is wrong, so that no text of the corpus is printed into a log.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import onrecord

SHARED = 0.5
_WORD = re.compile(r"\w+")


def words(text: str, ranges: list[tuple[int, int]]) -> set[int]:
    """The offsets of the words within the ranges."""
    return {match.start() for start, end in ranges for match in _WORD.finditer(text, start, end)}


def found(record: Any, table: str) -> dict[str, list[list[tuple[int, int]]]]:
    """The evidence of a table's rows by report; nothing while the record has no such table."""
    rows: dict[str, list[list[tuple[int, int]]]] = defaultdict(list)
    for row in getattr(record, table, tuple)():
        rows[row.report.name].append([(span.start, span.end) for span in row.evidence])
    return rows


def label(text: str, content: list[tuple[int, int]], commitments: list[Any], forecasts: list[Any]) -> str:
    """What the record takes a statement for."""
    wanted = words(text, content)
    for name, rows in (("commitment", commitments), ("forecast", forecasts)):
        for ranges in rows:
            got = words(text, ranges)
            if got and len(wanted & got) >= SHARED * min(len(wanted), len(got)):
                return name
    return "neither"


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare a record's commitments and forecasts with labels.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    items = [json.loads(line) for line in asked.labels.read_text(encoding="utf-8").splitlines()]
    pairs: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "articles"
        articles.mkdir()
        for name in sorted({item["file"] for item in items}):
            shutil.copy(asked.folder / "text" / name, articles / name)
        with onrecord.build([articles], Path(folder) / "articles.onrecord") as record:
            texts = {report.name: report.text for report in record.reports()}
            commitments, forecasts = found(record, "commitments"), found(record, "forecasts")
    for item in items:
        name, content = item["file"], [(a, b) for a, b in item["content"]]
        got = label(texts[name], content, commitments[name], forecasts[name])
        pairs[item["label"], got] += 1
        if asked.show and got != item["label"]:
            print(f"{item['item']} {name} {content}: {got}, not {item['label']}")
    for one in ("commitment", "forecast"):
        right = pairs[one, one]
        wanted = sum(count for (gold, _), count in pairs.items() if gold == one)
        offered = sum(count for (_, got), count in pairs.items() if got == one)
        precision, recall = right / max(1, offered), right / max(1, wanted)
        f1 = 2 * right / max(1, wanted + offered)
        print(
            f"{one:>10}: precision {precision:.2f} ({right} of {offered})  recall {recall:.2f} ({right} of {wanted})  F1 {f1:.2f}"
        )
    print(f"     equal: {sum(count for (gold, got), count in pairs.items() if gold == got)} of {len(items)}")


if __name__ == "__main__":
    main()
