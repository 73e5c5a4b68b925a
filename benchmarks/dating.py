"""How well undated reports are dated: alone, and in piles of 5 and 20 of the same weeks.

    python benchmarks/dating.py POLNEAR [--part dev] [--piles 100]
    python benchmarks/dating.py timebank.jsonl aquaint.jsonl

The true dates are hidden, file names with them. Piles are drawn with a fixed seed: a report and its 4 or 19 fellows of
the three weeks around it. In half of the runs the fellows' dates are hidden too, in the other half they are known.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from onrecord.dating import Sighting, date_of, date_pile, find, sighting
from onrecord.domain import DateEstimate, DateReason
from onrecord.reading import report_from_text

WEEKS = timedelta(days=10)  # before and after


@dataclass(frozen=True)
class Case:
    """A report whose date is known here and nowhere else: as it is, and as it would be with its date."""

    true: date
    undated: Sighting
    dated: Sighting


def cases(paths: Sequence[Path], part: str) -> Iterator[Case]:
    for number, (true, text) in enumerate(_texts(paths, part)):
        report = replace(report_from_text(text), published=DateEstimate())
        times = find(text, [(span.start, span.end) for span in report.chrome])
        known = DateEstimate.known(true, DateReason("known", "given"))
        undated = sighting(replace(report, published=date_of(report, times)), f"{number}")
        yield Case(true, undated, replace(undated, published=known))


def _texts(paths: Sequence[Path], part: str) -> Iterator[tuple[date, str]]:
    for path in paths:
        if path.is_dir():
            with (path / "metadata.tsv").open(encoding="utf-8") as stream:
                rows = list(csv.DictReader(stream, delimiter="\t"))
            for row in rows:
                file = path / part / "text" / f"{row['filename']}.txt"
                if row["compartment"] == part and file.exists():
                    yield date.fromisoformat(row["publication_date"]), file.read_text(encoding="utf-8")
        else:
            for line in path.read_text(encoding="utf-8").splitlines():
                item = json.loads(line)
                yield date.fromisoformat(item["published"][:10]), item["text"]


def in_pile(case: Case, fellows: Sequence[Case], known: bool) -> DateEstimate:
    """The estimate for ``case`` among ``fellows``, whose dates are known or not."""
    pile = [case.undated, *(each.dated if known else each.undated for each in fellows)]
    pile.sort(key=lambda each: each.report)
    return date_pile(pile).get(case.undated.report, case.undated.published)


def scores(pairs: Sequence[tuple[date, DateEstimate]]) -> str:
    """One row of the table."""
    count: Counter[str] = Counter()
    widths = []
    for true, found in pairs:
        count["best"] += found.best is not None
        count["right"] += found.best == true
        count["near"] += found.best is not None and abs(found.best - true) <= timedelta(days=1)
        count["listed"] += bool(found.candidates)
        count["among"] += true in [each.value for each in found.candidates]
        count["bounded"] += found.earliest is not None or found.latest is not None
        low, high = found.earliest or date.min, found.latest or date.max
        count["outside"] += not low <= true <= high
        if found.earliest is not None and found.latest is not None:
            widths.append((found.latest - found.earliest).days)
    widths.sort()
    size = len(pairs)
    cells = [
        f"{size}",
        f"{count['bounded'] / size:.0%}",
        f"{count['best'] / size:.0%}",
        f"{count['right'] / size:.0%}",
        f"{count['right'] / max(1, count['best']):.0%}",
        f"{count['near'] / max(1, count['best']):.0%}",
        f"{count['among'] / max(1, count['listed']):.0%} of {count['listed'] / size:.0%}",
        f"{count['outside'] / size:.1%}",
        f"{widths[len(widths) // 2] if widths else '–'} ({len(widths) / size:.0%})",
    ]
    return " | ".join(cells)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--part", default="dev")
    parser.add_argument("--piles", type=int, default=100, help="piles of each kind")
    given = parser.parse_args()
    found = sorted(cases(given.paths, given.part), key=lambda case: (case.true, case.undated.report))
    print(
        "| pile | reports | any bound | best named | best right | right if named | within a day "
        "| true among candidates | outside | median days (share bounded on both sides) |"
    )
    print("|" + "---|" * 10)
    print(f"| alone | {scores([(case.true, case.undated.published) for case in found])} |")
    dice = random.Random(0)
    for size in (5, 20):
        for known in (False, True):
            pairs = []
            for case in dice.sample(found, min(given.piles, len(found))):
                near = [each for each in found if each is not case and abs(each.true - case.true) <= WEEKS]
                if len(near) >= size - 1:
                    pairs.append((case.true, in_pile(case, dice.sample(near, size - 1), known)))
            if pairs:
                print(f"| {size}, the others {'dated' if known else 'undated'} | {scores(pairs)} |")


if __name__ == "__main__":
    main()
