"""Learn which way a day's or a month's name points: ``src/onrecord/dating/directions.json``.

    python -m training.dating.train_directions FOLDER [--parts dev] [--write]

FOLDER holds ``timebank.jsonl`` and ``aquaint.jsonl``. A logistic regression with an L2 penalty, by gradient descent;
clues seen fewer than twice are left out, and what grammar says beforehand is only overruled by many examples. Prints how often it is right on each part.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.dating import expressions, tenses
from onrecord.dating.tokens import tokens
from training.dating.split import PARTS, documents

OUTPUT = Path(__file__).parents[2] / "src" / "onrecord" / "dating" / "directions.json"
Example = tuple[list[str], str, float, bool]  # clues, kind, nearness, whether it lies ahead

# What grammar says before any example is seen; the penalty is on the distance to it.
PRIOR = {
    "before until": 1.5,
    "before till": 1.5,
    "before by": 1.0,
    "is to": 0.5,
    "before as": 1.0,
    "before through": 0.7,
    "before since": -2.0,
    "before said": -1.5,
    "before ended": -1.0,
    "says this": 1.0,
    "a modal before": 1.0,
    "left modal": 0.5,
    "right modal": 1.0,
    "infinitive": 0.7,
    "left plan": 0.7,
    "close plan": 0.5,
    "left past": -1.0,
    "left saying": -1.0,
    "close past": -1.5,
    "close saying": -2.0,
    "right past": -1.0,
    "bias weekday": -1.0,
    "bias day": -0.5,
    "bias month": -0.5,
    "slope weekday": 1.2,
    "slope day": 0.7,
    "slope month": 0.8,
}


def examples(document: dict[str, Any]) -> Iterator[Example]:
    """The days and months of a document that the calendar leaves open, with what the annotators made of them."""
    here = date.fromisoformat(document["published"])
    cut = tokens(document["text"])
    gold = [(time["start"], time["end"], time["value"]) for time in document["times"]]
    for first, last, fields in expressions.readings(cut):
        value = next((v for s, e, v in gold if s < cut.ends[last - 1] and cut.starts[first] < e), None)
        if value is None or fields.get("year") or fields.get("step") or fields.get("shift") is not None:
            continue
        try:
            if fields.get("month") and not fields.get("day") and len(value) == 7:
                there, kind = date.fromisoformat(value + "-15"), "month"
                back = (here.month - there.month) % 12 * 30
                whole, right = 360, there.month == fields["month"]
            elif fields.get("month") and fields.get("day"):
                there, kind = date.fromisoformat(value[:10]), "day"
                back, whole = (here - there).days % 365, 365
                right = (there.month, there.day) == (fields["month"], fields["day"])
            elif fields.get("weekday"):
                there, kind = date.fromisoformat(value[:10]), "weekday"
                back, whole = (here - there).days % 7, 7
                right = there.isoweekday() == fields["weekday"] and abs((here - there).days) < 7
            else:
                continue
        except ValueError:
            continue
        if back and right:
            ahead = (there.year, there.month) > (here.year, here.month) if kind == "month" else there > here
            yield tenses.clues(cut, first, last), kind, tenses.nearness(back, whole - back), ahead


def features(example: Example) -> dict[str, float]:
    clues, kind, nearness, _ = example
    return {**dict.fromkeys(clues, 1.0), f"bias {kind}": 1.0, f"slope {kind}": nearness}


def train(data: list[Example], penalty: float, rounds: int = 3000, rate: float = 0.5) -> dict[str, float]:
    """The weights; those that grammar has a say in are held to it more than the others to nothing."""
    seen = Counter(name for example in data for name in features(example))
    names = sorted({name for name, count in seen.items() if count >= 2} | set(PRIOR))
    place = {name: index for index, name in enumerate(names)}
    matrix = np.zeros((len(data), len(names)))
    for row, example in enumerate(data):
        for name, value in features(example).items():
            if name in place:
                matrix[row, place[name]] = value
    wanted = np.array([float(example[3]) for example in data])
    penalties = np.array([penalty * (3.0 if name in PRIOR else 1.0) for name in names])
    prior = np.array([PRIOR.get(name, 0.0) for name in names])
    weights = prior.copy()
    for _ in range(rounds):
        guessed = 1 / (1 + np.exp(-matrix @ weights))
        weights -= rate * (matrix.T @ (guessed - wanted) + penalties * (weights - prior)) / len(data)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True) if abs(weight) >= 0.005}


def right(data: list[Example], weights: dict[str, float]) -> float:
    hits = sum((sum(weights.get(name, 0.0) * value for name, value in features(e).items()) > 0) == e[3] for e in data)
    return hits / max(1, len(data))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--parts", default="dev")
    parser.add_argument("--penalty", type=float, default=2.0)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    data = {part: [e for d in documents(options.folder, (part,)) for e in examples(d)] for part in PARTS}
    chosen = [example for part in options.parts.split(",") for example in data[part]]
    weights = train(chosen, options.penalty)
    for part, rows in data.items():
        print(f"{part}: {len(rows)} examples, {sum(e[3] for e in rows)} ahead, {right(rows, weights):.1%} right")
    if options.write:
        stored = {"learnt_from": f"TimeBank and AQUAINT, {options.parts}", "weights": weights}
        OUTPUT.write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
