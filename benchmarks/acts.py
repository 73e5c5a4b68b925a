"""How well single sentences are coded with PLOVER's event types, beside three baselines.

    python -m benchmarks.acts ../shared/data/plover/examples.jsonl

A sentence is right in a code that both its gold records and its acts have. Sentences whose SHA-256 is a multiple of
five were never read while the table of verbs was written; the others were. Both are shown. The learned baseline is
a softmax regression over lemmas and pairs of them: five-fold on the part that was read, trained on it for the other.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path

import numpy as np

import onrecord
from onrecord.ledger.verbs import lemma_of

OLDER_NAMES = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
FOLDS = 5
SURE = 0.25
"""Probability from which the learned codes are used where the table of verbs has none."""
Gold = Mapping[str, frozenset[str]]
_WORD = re.compile(r"[a-z][a-z'-]+")
_KEYWORDS = {
    word: code
    for code, words in {
        "AGREE": "agree offer promise ready",
        "CONSULT": "meet talk visit host",
        "SUPPORT": "support praise sign welcome",
        "CONCEDE": "lift ease concede accept",
        "COOPERATE": "joint share cooperate",
        "AID": "aid grant asylum provide",
        "RETREAT": "withdraw release resign ceasefire",
        "REQUEST": "demand call urge must",
        "ACCUSE": "accuse condemn denounce investigate",
        "REJECT": "reject refuse deny oppose",
        "THREATEN": "threaten warn ultimatum",
        "PROTEST": "protest demonstrate rally strike",
        "SANCTION": "sanction suspend expel halt",
        "MOBILIZE": "mobilize deploy troops alert",
        "COERCE": "arrest ban detain seize",
        "ASSAULT": "kill attack shell bomb",
    }.items()
    for word in words.split()
}


def is_unread(sentence: str) -> bool:
    """Whether a sentence is of the part that was kept aside."""
    return int(hashlib.sha256(sentence.strip().encode()).hexdigest(), 16) % 5 == 0


def gold_of(path: Path) -> dict[str, frozenset[str]]:
    """The codes of each sentence, in today's names."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row["text"]].add(OLDER_NAMES.get(row["event"], row["event"]))
    return {text: frozenset(codes) for text, codes in found.items()}


def scores(gold: Gold, guess: Callable[[str], frozenset[str]]) -> tuple[float, float]:
    """Macro F1 over the codes that the gold has, and micro F1."""
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for text, codes in gold.items():
        guessed = guess(text)
        right.update(guessed & codes)
        wrong.update(guessed - codes)
        missed.update(codes - guessed)

    def f1(right: int, errors: int) -> float:
        return 2 * right / (2 * right + errors) if right else 0.0

    codes_there = sorted(frozenset[str]().union(*gold.values()))
    each = [f1(right[code], wrong[code] + missed[code]) for code in codes_there]
    return sum(each) / len(each), f1(right.total(), wrong.total() + missed.total())


def lemmas(text: str) -> list[str]:
    """The words of a sentence in lower case, as if they were verbs."""
    return [lemma_of(word) for word in _WORD.findall(text.lower())]


def keyword(text: str) -> frozenset[str]:
    """The code of the first keyword of a sentence."""
    return frozenset(next(([_KEYWORDS[lemma]] for lemma in lemmas(text) if lemma in _KEYWORDS), []))


def learned(gold: Gold) -> Callable[[str], tuple[str, float]]:
    """A softmax regression over lemmas and pairs, trained by gradient descent."""
    texts = sorted(gold)
    counted = Counter(feature for text in texts for feature in _features(text))
    place = {feature: at for at, feature in enumerate(sorted(f for f, count in counted.items() if count > 1))}
    codes = sorted(frozenset[str]().union(*gold.values()))
    seen = np.array([_vector(text, place) for text in texts])
    wanted = np.array([[(code in gold[text]) / len(gold[text]) for code in codes] for text in texts])
    weights = np.zeros((seen.shape[1], len(codes)))
    for _ in range(300):
        weights -= 0.5 * (seen.T @ (_softmax(seen @ weights) - wanted) / len(texts) + 0.002 * weights)

    def guess(text: str) -> tuple[str, float]:
        shares = _softmax((_vector(text, place) @ weights)[None])[0]
        return codes[int(shares.argmax())], float(shares.max())

    return guess


def _features(text: str) -> set[str]:
    words = lemmas(text)
    return {*words, *map(" ".join, pairwise(words))}


def _vector(text: str, place: Mapping[str, int]) -> np.ndarray:
    vector = np.zeros(len(place) + 1)
    at = [place[feature] for feature in _features(text) if feature in place]
    vector[at] = 2 / max(1, len(at)) ** 0.5
    vector[-1] = 1
    return vector


def _softmax(scores: np.ndarray) -> np.ndarray:
    shares = np.exp(scores - scores.max(1, keepdims=True))
    return shares / shares.sum(1, keepdims=True)


def learned_codes(read: Gold, unread: Gold) -> dict[str, tuple[str, float]]:
    """The learned code of every sentence, none by what was trained on it."""
    fold = {text: int(hashlib.md5(text.encode()).hexdigest(), 16) % FOLDS for text in read}
    found: dict[str, tuple[str, float]] = {}
    for number in range(FOLDS):
        guess = learned({text: codes for text, codes in read.items() if fold[text] != number})
        found |= {text: guess(text) for text in read if fold[text] == number}
    guess = learned(read)
    return found | {text: guess(text) for text in unread}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("examples", type=Path)
    gold = gold_of(parser.parse_args().examples)
    read = {text: codes for text, codes in gold.items() if not is_unread(text)}
    unread = {text: codes for text, codes in gold.items() if is_unread(text)}
    most = Counter(code for codes in read.values() for code in codes).most_common(1)[0][0]
    acts = {text: frozenset(act.code for act in onrecord.read(text).acts) for text in gold}
    codes = learned_codes(read, unread)
    ways: dict[str, Callable[[str], frozenset[str]]] = {
        "majority": lambda text: frozenset([most]),
        "keywords": keyword,
        "learned": lambda text: frozenset([codes[text][0]]),
        "onrecord": lambda text: acts[text],
        "onrecord, else learned": lambda text: (
            acts[text] or (frozenset([codes[text][0]]) if codes[text][1] > SURE else frozenset())
        ),
    }
    print(f"{'':24}{len(read)} read: macro, micro{'':6}{len(unread)} unread: macro, micro")
    for name, guess in ways.items():
        (macro, micro), (macro_unread, micro_unread) = scores(read, guess), scores(unread, guess)
        print(f"{name:24}{macro:15.3f}{micro:7.3f}{macro_unread:24.3f}{micro_unread:7.3f}")


if __name__ == "__main__":
    main()
