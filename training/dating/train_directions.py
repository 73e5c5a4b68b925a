"""Learn which way a day's or a month's name points: ``src/onrecord/dating/directions.json``.

    python -m training.dating.train_directions TIMEML POLNEAR [--parts dev,check] [--write]

TIMEML holds ``timebank.jsonl`` and ``aquaint.jsonl``, POLNEAR has ``metadata.tsv`` and ``train/text``. Two kinds of
examples: days and months that the calendar leaves open, with what annotators made of them (few), and times in
PolNeAR's train part that say themselves which way they lie ("next week", "two days ago", "in 2020" in 2016), whose
tenses teach the same (many; they weigh less, and have a bias of their own). A logistic regression with an L2 penalty on
the distance to what grammar says beforehand. Prints how often it is right: on parts that it did not learn from, and on
those that it did by leaving out a fifth of the documents at a time.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from onrecord.dating import expressions, tenses
from onrecord.dating.tokens import tokens
from training.dating.split import PARTS, documents

OUTPUT = Path(__file__).parents[2] / "src" / "onrecord" / "dating" / "directions.json"
SILVER = "silver"
_SILVER_WEIGHT = 0.4
_HELD = 20.0  # how much more grammar is held to
_SEEN = 4  # clues seen less often are left out
_NEAREST = 100  # a day this near, whose other reading is twice as far, is taken to be the nearer

# What grammar says before any example is seen; the penalty is on the distance to it.
PRIOR = {
    "before until": 1.5,
    "before till": 1.5,
    "before by": 0.7,
    "before as": 1.0,
    "before through": 0.7,
    "before since": -3.0,
    "before from": 0.5,
    "leads up": 3.0,
    "planned for": 2.0,
    "held then": 0.3,
    "owns what happened": -2.0,
    "owns what is held": 0.5,
    "says this": 1.0,
    "a modal before": 0.5,
    "left modal": 0.7,
    "left ahead": 1.5,
    "right modal": 0.7,
    "left infinitive": 0.7,
    "close infinitive": 0.5,
    "left plan": 0.7,
    "close plan": 0.5,
    "left present": 0.3,
    "close present": 0.7,
    "right present": 0.3,
    "left past": -1.0,
    "left passive": -1.0,
    "left perfect": -0.7,
    "left pluperfect": -1.0,
    "left saying": -1.0,
    "close past": -1.5,
    "close passive": -1.5,
    "close saying": -2.0,
    "right past": -1.0,
    "bias weekday": -1.0,
    "bias day": -0.5,
    "bias month": -0.5,
    "slope weekday": 1.2,
    "slope day": 0.7,
    "slope month": 0.8,
}


class Example(NamedTuple):
    document: str
    clues: list[str]
    kind: str  # weekday, day, month or silver
    nearness: float
    ahead: bool


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
            near = tenses.nearness(back, whole - back)
            yield Example(document["id"], tenses.clues(cut, first, last), kind, near, ahead)


def silver(folder: Path) -> Iterator[Example]:
    """Times in PolNeAR's train part that say themselves whether they lie ahead."""
    with (folder / "metadata.tsv").open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream, delimiter="\t") if row["compartment"] == "train"]
    for row in sorted(rows, key=lambda row: row["filename"]):
        path = folder / "train" / "text" / f"{row['filename']}.txt"
        if not path.exists():
            continue
        cut, here = tokens(path.read_text(encoding="utf-8")), date.fromisoformat(row["publication_date"])
        for first, last, fields in expressions.readings(cut):
            ahead = _says_itself(fields, here)
            if ahead is not None:
                yield Example(row["filename"], tenses.clues(cut, first, last), SILVER, 0.0, ahead)


def _says_itself(fields: dict[str, Any], here: date) -> bool | None:
    if fields.get("value") or fields.get("base") == "text":
        return None
    if fields.get("shift") is not None:
        return (
            bool(fields["shift"] > 0) if fields["shift"] and fields.get("unit") in ("D", "W", "M", "Y", "WE") else None
        )
    if fields.get("step"):
        return bool(fields["step"] > 0)
    year, month, day = fields.get("year"), fields.get("month"), fields.get("day")
    if year and month:
        return (year, month) > (here.year, here.month) if (year, month) != (here.year, here.month) else None
    if year:
        return bool(year > here.year) if abs(year - here.year) in range(1, 9) else None
    if month and day and (month, day) != (here.month, here.day):
        try:
            ahead = (date(here.year, month, day) - here).days % 365
        except ValueError:
            return None
        return ahead < _NEAREST if min(ahead, 365 - ahead) < _NEAREST else None
    return None


def features(example: Example) -> dict[str, float]:
    kind = example.kind
    return {**dict.fromkeys(example.clues, 1.0), f"bias {kind}": 1.0, f"slope {kind}": example.nearness}


def train(data: list[Example], penalty: float, rounds: int = 300, rate: float = 2.0) -> dict[str, float]:
    """The weights; those that grammar has a say in are held to it more than the others to nothing."""
    seen = Counter(name for example in data for name in features(example))
    names = sorted({name for name, count in seen.items() if count >= _SEEN} | set(PRIOR))
    place = {name: index for index, name in enumerate(names)}
    matrix = np.zeros((len(data), len(names)), dtype=np.float32)
    for row, example in enumerate(data):
        for name, value in features(example).items():
            if name in place:
                matrix[row, place[name]] = value
    wanted = np.array([float(example.ahead) for example in data], dtype=np.float32)
    share = np.array([_SILVER_WEIGHT if example.kind == SILVER else 1.0 for example in data], dtype=np.float32)
    prior = np.array([PRIOR.get(name, 0.0) for name in names], dtype=np.float32)
    held = np.array([penalty * (_HELD if name in PRIOR else 1.0) for name in names], dtype=np.float32)
    weights = prior.copy()
    curvature = (matrix**2 * share[:, None]).sum(axis=0) / 4 + held
    velocity = np.zeros_like(weights)
    for _ in range(rounds):
        guessed = 1 / (1 + np.exp(-matrix @ weights))
        gradient = matrix.T @ (share * (guessed - wanted)) + held * (weights - prior)
        velocity = 0.8 * velocity - rate * 0.05 * gradient / curvature
        weights += velocity
    return {
        name: round(float(weight), 2)
        for name, weight in zip(names, weights, strict=True)
        if abs(weight) >= 0.03 and not name.endswith(SILVER)
    }


def right(data: list[Example], weights: dict[str, float]) -> int:
    return sum(
        (sum(weights.get(name, 0.0) * value for name, value in features(e).items()) > 0) == e.ahead for e in data
    )


def _fold(example: Example) -> int:
    return int(hashlib.sha256(example.document.encode()).hexdigest(), 16) // 10 % 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("timeml", type=Path)
    parser.add_argument("polnear", type=Path)
    parser.add_argument("--parts", default="dev,check")
    parser.add_argument("--penalty", type=float, default=1.5)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    data = {part: [e for d in documents(options.timeml, (part,)) for e in examples(d)] for part in PARTS}
    easy = list(silver(options.polnear))
    print(f"silver: {len(easy)} examples, {sum(e.ahead for e in easy)} ahead")
    chosen = [example for part in options.parts.split(",") for example in data[part]]
    left_out = 0
    for fold in range(5):
        rest = [example for example in chosen if _fold(example) != fold]
        left_out += right([e for e in chosen if _fold(e) == fold], train(rest + easy, options.penalty))
    print(f"{options.parts}: {left_out / len(chosen):.1%} of {len(chosen)} right, a fifth left out at a time")
    weights = train(chosen + easy, options.penalty)
    for part, rows in data.items():
        print(
            f"{part}: {len(rows)} examples, {sum(e.ahead for e in rows)} ahead, {right(rows, weights) / len(rows):.1%}"
        )
    print(f"{len(weights)} weights")
    if options.write:
        stored = {"learnt_from": f"TimeBank and AQUAINT, {options.parts}; PolNeAR, train", "weights": weights}
        OUTPUT.write_text(json.dumps(stored, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
