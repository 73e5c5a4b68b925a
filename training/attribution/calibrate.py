"""Fit the confidence of statements on held-out reports, and say how well it is calibrated.

    python -m training.attribution.calibrate --polnear DIR/dev --out src/onrecord/statements/confidence.json

A statement counts as right when it overlaps source, cue and content of one gold attribution (as in relation F1). The
error that is printed is from five-fold cross-validation over documents; the weights are then fitted on all of them.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from onrecord.statements.assemble import drafts
from onrecord.statements.confidence import features
from onrecord.statements.draft import Draft
from onrecord.tagging import load_tagger, quotations, split_words
from training.attribution.data import load


def right(draft: Draft, gold: list[dict[str, list[tuple[int, int]]]], used: set[int]) -> bool:
    own = {
        "source": [draft.source] if draft.source else [],
        "cue": [draft.cue] if draft.cue else [],
        "content": draft.content,
    }
    for i, attribution in enumerate(gold):
        needed = [role for role in own if attribution[role]]
        if i not in used and all(any(a < d and c < b for a, b in attribution[r] for c, d in own[r]) for r in needed):
            used.add(i)
            return True
    return False


def fit(x: np.ndarray, y: np.ndarray, ridge: float = 1.0) -> np.ndarray:
    """Logistic regression by Newton's method, the bias (last column) not penalised."""
    weights = np.zeros(x.shape[1])
    penalty = np.diag([ridge] * (x.shape[1] - 1) + [1e-6])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + penalty @ weights
        weights -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + penalty, gradient)
    return weights


def calibration_error(p: np.ndarray, y: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error over equally filled bins."""
    parts = np.array_split(np.argsort(p), bins)
    return float(sum(len(i) * abs(p[i].mean() - y[i].mean()) for i in parts) / len(p))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    a = parser.parse_args()
    rows, answers, owners, layouts = [], [], [], []
    for n, document in enumerate(load(a.polnear)):
        tagging = load_tagger().tag(split_words(document.text))
        used: set[int] = set()
        for draft in drafts(document.text, tagging, quotations(document.text)):
            correct = right(draft, list(document.annotations[0]), used)
            if draft.layout:
                layouts.append(correct)
                continue
            rows.append([*features(draft.evidence), 1.0])
            answers.append(correct)
            owners.append(n)
    x, y, owner = np.array(rows), np.array(answers, dtype=float), np.array(owners)
    held_out = np.zeros(len(y))
    for fold in range(5):
        test = owner % 5 == fold
        held_out[test] = 1 / (1 + np.exp(-x[test] @ fit(x[~test], y[~test])))
    weights = fit(x, y)
    layout = (sum(layouts) + 1) / (len(layouts) + 2)
    report = {
        "statements": len(y),
        "right": round(float(y.mean()), 3),
        "expected calibration error, held out": round(calibration_error(held_out, y), 4),
        "of those at 0.9 or more": [int((held_out >= 0.9).sum()), round(float(y[held_out >= 0.9].mean()), 3)],
        "layouts": [sum(layouts), len(layouts)],
    }
    print(json.dumps(report))
    a.out.write_text(
        json.dumps(
            {
                "weights": np.round(weights[:-1], 4).tolist(),
                "bias": round(float(weights[-1]), 4),
                "layout": round(layout, 2),
            }
        )
        + "\n"
    )


if __name__ == "__main__":
    main()
