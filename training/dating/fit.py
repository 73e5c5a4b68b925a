"""Counts how far dated news lies from the days, weekdays, months and years that it names → ``distance_table.py``.

    python -m training.dating.fit POLNEAR_TRAIN_AND_METADATA TIMEML.jsonl... > src/onrecord/dating/distance_table.py

Each corpus counts as much as the other: PolNeAR is American political news of one year, mostly newspapers and web sites;
TempEval-3's training documents are wire copy of 1989–2000. Counts are smoothed: half a count in every bin, and a share of
``SPARE`` of each table is spread over all distances alike, so that no single clue decides alone.
"""

from __future__ import annotations

import csv
import itertools
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from onrecord.dating import axis
from onrecord.dating.clues import clues
from onrecord.dating.distances import EDGES, bin_of, distances
from onrecord.dating.expressions import find
from onrecord.reading import find_chrome

SPARE = 0.03
FIXED = {
    # Hardly any of these is in either corpus.
    ("day", "head"): {-1: 0.01, 0: 0.9, 1: 0.07, 2: 0.015},
    ("full day", "head"): {-1: 0.01, 0: 0.9, 1: 0.07, 2: 0.015},
    # "The May 3 deadline" is news in the weeks before it, most of all on the day, and for a few days after it.
    ("day", "deadline"): {-183: 0.005, -120: 0.01, -90: 0.02, -60: 0.03, -45: 0.03, -30: 0.05, -21: 0.06, -14: 0.06}
    | {-9: 0.06, -6: 0.08, -3: 0.14, -1: 0.12, 0: 0.16, 1: 0.07, 2: 0.05, 4: 0.02, 7: 0.01, 11: 0.01, 31: 0.01},
    # The dateline's own day, mostly; less often the day before, on which the news was made.
    ("weekday", "wire"): {0: 0.7, 1: 0.16, 2: 0.05, 3: 0.04, 4: 0.02, 5: 0.01, 6: 0.02},
    # As in TempEval-3's wire copy; here and there a paper prints it a day later.
    ("weekday", "agency"): {0: 0.58, 1: 0.2, 2: 0.07, 3: 0.07, 4: 0.03, 5: 0.02, 6: 0.03},
    # "Later on Sunday", "earlier Sunday".
    ("weekday", "same"): {0: 0.8, 1: 0.13, 2: 0.02, 3: 0.01, 4: 0.01, 5: 0.01, 6: 0.02},
    # "Late 2007" is said of the past once it is past, and mostly before a year has gone by.
    ("full month", "part"): {-1200: 0.001, -120: 0.001, -24: 0.002, -12: 0.003, -6: 0.008, -1: 0.015, 0: 0.04, 1: 0.06}
    | {2: 0.15, 4: 0.18, 7: 0.2, 13: 0.13, 25: 0.09, 49: 0.07, 97: 0.04, 193: 0.01},
    ("weekday of day", ""): {0: 0.97, 1: 0.03},
    ("site year", ""): {-110: 0.03, -25: 0.1, -10: 0.15, -5: 0.2, -2: 0.15, -1: 0.15, 0: 0.35, 1: 0.01, 2: 0.001},
}


def polnear(folder: Path, part: str) -> Iterator[tuple[date, str]]:
    with (folder / "metadata.tsv").open(encoding="utf-8") as stream:
        dates = {row["filename"]: row["publication_date"] for row in csv.DictReader(stream, delimiter="\t")}
    for path in sorted((folder / part / "text").glob("*.txt")):
        if path.stem in dates:
            yield date.fromisoformat(dates[path.stem]), path.read_text(encoding="utf-8")


def timeml(path: Path) -> Iterator[tuple[date, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield date.fromisoformat(row["published"][:10]), row["text"]


def main() -> None:
    folder, *files = map(Path, sys.argv[1:])
    corpora = [list(polnear(folder, "train")), [item for file in files for item in timeml(file)]]
    counts: dict[tuple[str, str], dict[int, float]] = defaultdict(lambda: defaultdict(float))
    largest = max(map(len, corpora))
    for corpus in corpora:
        for published, text in corpus:
            chrome = find_chrome(text)
            skipped = [(span.start, span.end) for span in chrome]
            for clue in clues(text, find(text, skipped), chrome):
                place = bin_of(clue.kind, int(distances(clue)[axis.index(published)]))
                if place is not None:
                    counts[clue.kind, clue.standing][place] += math.sqrt(largest / len(corpus))
    print('"""How likely each distance is: fitted by ``training/dating/fit.py``, natural logarithms by bin."""\n')
    print("from __future__ import annotations\n")
    print("# fmt: off")
    print("LIKELIHOODS: dict[tuple[str, str], tuple[float, ...]] = {")
    for (kind, standing), shares in FIXED.items():
        print(_row(kind, standing, {bin_of(kind, distance): share * 1000 for distance, share in shares.items()}))
    for kind in EDGES:
        every: dict[int, float] = defaultdict(float)
        for (of, standing), shares in sorted(counts.items()):
            if of == kind and (of, standing) not in FIXED:
                for place, share in shares.items():
                    every[place] += share
        for (of, standing), shares in sorted(counts.items()):
            if of == kind and (of, standing) not in FIXED and sum(shares.values()) >= 20:
                # Ten counts as in all standings together: some are rare.
                total = sum(every.values())
                pooled = {place: shares.get(place, 0) + 10 * share / total for place, share in every.items()}
                print(_row(kind, standing, pooled))
        if (kind, "") not in FIXED and sum(counts.get((kind, ""), {}).values()) < 20:
            print(_row(kind, "", every))
    print("}")


def _row(kind: str, standing: str, shares: dict[int | None, float]) -> str:
    edges = EDGES[kind]
    widths = [high - low for low, high in itertools.pairwise(edges)]
    reach = sum(widths)
    smoothed = [shares.get(place, 0.0) + 0.5 for place in range(len(widths))]
    total = sum(smoothed)
    densities = [
        (1 - SPARE) * share / total / width + SPARE / reach for share, width in zip(smoothed, widths, strict=True)
    ]
    logs = [f"{math.log(density):.2f}" for density in densities]
    lines = [" ".join(f"{log}," for log in logs[at : at + 12]) for at in range(0, len(logs), 12)]
    return "\n".join([f'    ("{kind}", "{standing}"): (', *(f"        {line}" for line in lines), "    ),"])


if __name__ == "__main__":
    main()
