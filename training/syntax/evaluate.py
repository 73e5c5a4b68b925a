"""How well the shipped network parses GUM's development documents, as users run it: raw text in, trees out.

    python -m training.syntax.evaluate ../shared/data/gum/dep

GUM's tokens are counted, punctuation too. A token whose word is not found is wrong, and so is one whose head is in what was taken for another
sentence. ``las`` asks for the relation with its subtype, ``las_plain`` without, as the CoNLL 2018 shared task did.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from onrecord.tagging import AttributionTagger, Syntax, load_tagger
from training.syntax.data import Treebanked, form_of, label_of, load_trees

RIGHT = ("upos", "form", "uas", "las", "las_plain")


def compared(gold: Treebanked, found: Syntax) -> Counter[str]:
    counts: Counter[str] = Counter()
    for token, word in zip(gold.tokens, gold.stands_for, strict=True):
        counts["tokens"] += 1
        if word < 0:
            continue
        counts["upos"] += found.upos[word] == token.upos
        counts["form"] += found.form[word] == form_of(token.upos, token.features)
        head = found.head[word]
        if (gold.token_of[head] if head >= 0 else -1) != token.head:
            continue
        counts["uas"] += 1
        label = label_of(token.deprel)
        counts["las"] += found.deprel[word] == label
        counts["las_plain"] += found.deprel[word].split(":")[0] == label.split(":")[0]
    right, wrong = _beginnings(gold.sentence.tolist()), _beginnings(found.sentence)
    counts["both"] += len(right & wrong)
    counts["either"] += len(right) + len(wrong)
    return counts


def _beginnings(sentence: tuple[int, ...] | list[int]) -> set[int]:
    return {i for i in range(1, len(sentence)) if sentence[i] != sentence[i - 1]}


def evaluate_syntax(tagger: AttributionTagger, documents: list[Treebanked]) -> dict[str, dict[str, float]]:
    """Percentages, for all documents and by genre."""
    counts: dict[str, Counter[str]] = {}
    for document in documents:
        found = compared(document, tagger.tag(document.words).syntax)
        for key in ("all", document.genre):
            counts.setdefault(key, Counter()).update(found)
    return {
        key: {"tokens": c["tokens"]}
        | {name: round(100 * c[name] / c["tokens"], 2) for name in RIGHT}
        | {"sentences": round(200 * c["both"] / c["either"], 2)}
        for key, c in counts.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dep", type=Path, help="GUM's CoNLL-U files; splits.md is beside them")
    a = parser.parse_args()
    print(json.dumps(evaluate_syntax(load_tagger(), load_trees(a.dep.parent, "dev")), indent=1))


if __name__ == "__main__":
    main()
