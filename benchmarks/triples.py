"""How many attributions are right as a whole, on PolNeAR-style gold: exact spans, relations, and the exact triple.

    python benchmarks/triples.py DIR [--limit N] [--at-least CONFIDENCE]

DIR holds text/*.txt and attributions/*.ann (brat standoff). Of several annotators the first is the gold. A relation is
found when one statement overlaps source, cue and content of a gold attribution, as far as it has them; a triple when
all the spans of source, cue and content are the same to the letter. Prints one JSON object of percentages.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import onrecord
from onrecord.domain import Statement
from training.attribution.data import load

Range = tuple[int, int]
Attribution = dict[str, list[Range]]
ROLES = ("source", "cue", "content")


def spans_of(statement: Statement) -> Attribution:
    """A statement in the shape of the gold."""
    held = {"source": [statement.source], "cue": [statement.cue], "content": statement.content}
    return {role: [(span.start, span.end) for span in spans if span] for role, spans in held.items()}


def touch(some: Iterable[Range], others: Iterable[Range]) -> bool:
    held = list(others)
    return any(a < d and c < b for a, b in some for c, d in held)


def pairs(gold: list[Attribution], found: list[Attribution], fit: Callable[[Attribution, Attribution], bool]) -> int:
    """How many of ``gold`` are found, each by the first statement that fits and is free."""
    free = dict(enumerate(found))
    for attribution in gold:
        match = next((number for number, own in free.items() if fit(attribution, own)), None)
        if match is not None:
            del free[match]
    return len(found) - len(free)


def overlap(attribution: Attribution, own: Attribution) -> bool:
    return all(touch(attribution[role], own[role]) for role in ROLES if attribution[role])


def same(attribution: Attribution, own: Attribution) -> bool:
    return all(sorted(attribution[role]) == sorted(own[role]) for role in ROLES)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--at-least", type=float, default=0.0, help="leave out statements of less confidence")
    a = parser.parse_args()
    right: Counter[str] = Counter()
    gold_count: Counter[str] = Counter()
    found_count: Counter[str] = Counter()
    for document in load(a.folder)[: a.limit]:
        gold: list[Attribution] = list(document.annotations[0])
        shown = [s for s in onrecord.read(document.text).statements if s.confidence >= a.at_least]
        found = [spans_of(statement) for statement in shown]
        for role in ROLES:
            wanted = {span for attribution in gold for span in attribution[role]}
            got = {span for attribution in found for span in attribution[role]}
            right[role] += len(wanted & got)
            gold_count[role] += len(wanted)
            found_count[role] += len(got)
        for name, fit in (("relation", overlap), ("triple", same)):
            right[name] += pairs(gold, found, fit)
            gold_count[name] += len(gold)
            found_count[name] += len(found)
    percent = {
        name: {
            "precision": round(100 * right[name] / max(1, found_count[name]), 1),
            "recall": round(100 * right[name] / max(1, gold_count[name]), 1),
            "f1": round(200 * right[name] / max(1, found_count[name] + gold_count[name]), 1),
        }
        for name in (*ROLES, "relation", "triple")
    }
    print(json.dumps(percent, indent=1))


if __name__ == "__main__":
    main()
