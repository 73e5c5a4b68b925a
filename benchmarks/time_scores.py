"""How well time expressions are found and resolved in TimeBank and AQUAINT, as tabled in docs/dating.md.

    python benchmarks/time_scores.py FOLDER [--errors PART]

FOLDER holds ``timebank.jsonl`` and ``aquaint.jsonl``. Scored as TempEval-3 does it, after one-to-one matching of spans
that overlap: strict (same span), relaxed (any overlap), value (relaxed, and the same value to the letter), type; each
an F1. Nothing but the time stage runs. Errors are listed for ``dev`` and ``check``; nobody looks at those of ``held``.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from onrecord.dating import find, resolve
from onrecord.domain import TimeExpression
from training.dating.split import PARTS, documents

_MEASURES = ("strict", "relaxed", "value", "type")


def matched(gold: list[dict[str, Any]], found: tuple[TimeExpression, ...]) -> Iterator[tuple[int, int]]:
    """Pairs of places, one to one: same spans first, then those that share most."""
    pairs = []
    for i, g in enumerate(gold):
        for j, time in enumerate(found):
            shared = min(g["end"], time.span.end) - max(g["start"], time.span.start)
            if shared > 0:
                same = g["start"] == time.span.start and g["end"] == time.span.end
                pairs.append((not same, -shared, i, j))
    taken: tuple[set[int], set[int]] = set(), set()
    for _, _, i, j in sorted(pairs):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield i, j


def score(document: dict[str, Any]) -> tuple[Counter[str], list[tuple[str, str]]]:
    """Counts for a document, and its errors: the kind, and what it is about."""
    published = date.fromisoformat(document["published"]) if document["published"] else None
    found, gold = resolve(find(document["text"]), published), document["times"]
    counts = Counter(gold=len(gold), found=len(found))
    errors = []
    pairs = list(matched(gold, found))
    for i, j in pairs:
        want, got = gold[i], found[j]
        same = want["start"] == got.span.start and want["end"] == got.span.end
        counts += Counter(strict=same, relaxed=1, value=want["value"] == got.value, type=want["type"] == got.type)
        words = document["text"][want["start"] : want["end"]]
        if not same:
            errors.append(("another span", f"{words!r}, not {got.span.text!r}"))
        if want["value"] != got.value:
            errors.append(("another value", f"{got.span.text!r} {want['value']}, not {got.value} ({published})"))
    missed = [gold[i] for i in set(range(len(gold))) - {i for i, _ in pairs}]
    errors += [("missed", f"{document['text'][g['start'] : g['end']]!r} {g['value']}") for g in missed]
    more = [found[j] for j in set(range(len(found))) - {j for _, j in pairs}]
    errors += [("not annotated", f"{time.span.text!r} {time.value}") for time in more]
    return counts, errors


def f1(right: int, counts: Counter[str]) -> float:
    return 200 * right / max(1, counts["gold"] + counts["found"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", choices=("dev", "check"))
    options = parser.parse_args()
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    listed: list[tuple[str, str]] = []
    for part in PARTS:
        for document in documents(options.folder, (part,)):
            counts, errors = score(document)
            for group in (part, document["file"], "all"):
                totals[group] += counts
            if part == options.errors:
                listed += [(kind, f"{document['id']}: {what}") for kind, what in errors]
    print(f"{'':10}{'gold':>7}{'found':>7}" + "".join(f"{measure:>9}" for measure in _MEASURES))
    for group, counts in totals.items():
        figures = "".join(f"{f1(counts[measure], counts):>9.1f}" for measure in _MEASURES)
        print(f"{group:10}{counts['gold']:>7}{counts['found']:>7}{figures}")
    for kind, count in Counter(kind for kind, _ in listed).most_common():
        print(f"{count:5}  {kind}")
    print("\n".join(f"{kind}\t{what}" for kind, what in sorted(listed)))


if __name__ == "__main__":
    main()
