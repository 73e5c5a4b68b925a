"""How far two people agree who labelled the same statements.

    python -m training.ledger.agreement training/ledger/labels_a.jsonl training/ledger/labels_b.jsonl

Prints the share of equal labels, Cohen's kappa (J. Cohen, A coefficient of agreement for nominal scales, 1960), what each label
was taken for by the other, and every disagreement with both notes. Items are matched by their number.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

LABELS = ("commitment", "forecast", "neither")


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa: agreement beyond what the two people's label frequencies would give by chance.

    1.0 where both use one and the same label throughout. Raises ValueError without pairs.
    """
    if not pairs:
        raise ValueError("no item has a label from both")
    observed = sum(a == b for a, b in pairs) / len(pairs)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(first[label] * second[label] for label in first) / len(pairs) ** 2
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)


def read(path: Path) -> dict[int, dict[str, Any]]:
    """The labelled items by number. Raises ValueError for an unknown label or an item that comes twice."""
    rows: dict[int, dict[str, Any]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            if row["label"] not in LABELS or row["item"] in rows:
                raise ValueError(f"{path}: item {row['item']}: unknown label or item given twice")
            rows[row["item"]] = row
    return rows


def main(paths: Sequence[str]) -> None:
    a, b = (read(Path(path)) for path in paths)
    both = sorted(a.keys() & b.keys())
    pairs = [(a[item]["label"], b[item]["label"]) for item in both]
    equal = sum(x == y for x, y in pairs)
    print(f"items {len(both)}  agreement {100 * equal / len(pairs):.1f} %  kappa {kappa(pairs):.3f}")
    if len(both) < max(len(a), len(b)):
        print(f"only in one: {sorted(a.keys() ^ b.keys())}")
    counts = Counter(pairs)
    for label in LABELS:
        print(f"{label:>10}: " + ", ".join(f"{counts[label, other]} {other}" for other in LABELS))
    for item in both:
        x, y = a[item], b[item]
        if x["label"] != y["label"]:
            print(
                f"{item} {x.get('file', '')}: {x['label']} ({x.get('note', '')}) / {y['label']} ({y.get('note', '')})"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
