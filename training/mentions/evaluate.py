"""Mentions and coreference against GUM: span and type F1, and the CoNLL average by ``scorch``.

    python -m training.mentions.evaluate --gum DIR [--json FILE]

Measures the shipped weights, through the package's own tagger, on GUM's development documents, a genre at a time.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from scorch.scores import b_cubed, ceaf_e, muc

from onrecord.tagging import load_tagger, split_words
from onrecord.tagging.tagger import AttributionTagger
from training.mentions.data import GumDocument, load_gum

ACTORS = ("person", "organization", "place")
Chains = dict[Any, set[tuple[int, int]]]


def evaluate_mentions(tagger: AttributionTagger, documents: Iterable[GumDocument]) -> dict[str, dict[str, float]]:
    """Scores by genre, and ``all``. Coreference without and with mentions that stand alone."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    pairs: defaultdict[str, list[tuple[list[set[Any]], list[set[Any]]]]] = defaultdict(list)
    alone: defaultdict[str, list[tuple[list[set[Any]], list[set[Any]]]]] = defaultdict(list)
    for document in documents:
        words = split_words(document.text)
        found = tagger.tag(words).mentions
        spans = [(words.starts[m.low], words.ends[m.high - 1]) for m in found]
        gold = {(m.start, m.end, m.type) for m in document.mentions}
        own = {(*span, m.type) for span, m in zip(spans, found, strict=True)}
        actors = [{x for x in side if x[2] in ACTORS} for side in (gold, own)]
        for key in (document.genre, "all"):
            counts[key].update(
                gold=len(gold), found=len(own), typed=len(gold & own),
                spans=len({x[:2] for x in gold} & {x[:2] for x in own}),
                actor_gold=len(actors[0]), actor_found=len(actors[1]), actor_right=len(actors[0] & actors[1]),
            )  # fmt: skip
            sides = (
                _chains((m.entity, (m.start, m.end)) for m in document.mentions),
                _chains((m.entity, span) for span, m in zip(spans, found, strict=True)),
            )
            alone[key].append((list(sides[0].values()), list(sides[1].values())))
            pairs[key].append(
                ([c for c in sides[0].values() if len(c) > 1], [c for c in sides[1].values() if len(c) > 1])
            )
    return {
        key: {
            "spans": _f1(count["spans"], count["found"], count["gold"]),
            "spans and types": _f1(count["typed"], count["found"], count["gold"]),
            "of persons, organisations, places": _f1(count["actor_right"], count["actor_found"], count["actor_gold"]),
            "CoNLL": conll(pairs[key]),
            "CoNLL with singletons": conll(alone[key]),
        }
        for key, count in counts.items()
    }


def _chains(mentions: Iterable[tuple[Any, tuple[int, int]]]) -> Chains:
    chains: Chains = defaultdict(set)
    for entity, span in mentions:
        chains[entity].add(span)
    return chains


def _f1(right: int, found: int, gold: int) -> float:
    return round(200 * right / max(1, found + gold), 1)


def conll(documents: list[tuple[list[set[Any]], list[set[Any]]]]) -> float:
    """Average F1 of MUC, B³ and CEAF-e over documents, each weighted by its gold mentions."""
    total = weight = 0.0
    for gold, own in documents:
        size = sum(map(len, gold))
        if size:
            total += size * _average(gold, own)
            weight += size
    return round(100 * total / max(1.0, weight), 1)


def _average(gold: list[set[Any]], own: list[set[Any]]) -> float:
    if not own or not set().union(*gold) & set().union(*own):
        return 0.0  # nothing is right: scorch divides by zero there
    return sum(metric(gold, own)[2] for metric in (muc, b_cubed, ceaf_e)) / 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", type=Path, required=True)
    parser.add_argument("--json", type=Path)
    a = parser.parse_args()
    scores = evaluate_mentions(load_tagger(), load_gum(a.gum, "dev"))
    for key, row in sorted(scores.items(), key=lambda item: (item[0] == "all", item[0])):
        print(f"{key:14}", "  ".join(f"{name} {value:5.1f}" for name, value in row.items()))
    if a.json:
        a.json.write_text(json.dumps(scores, indent=1) + "\n")


if __name__ == "__main__":
    main()
