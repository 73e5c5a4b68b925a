"""Passages of reports with known derivations: recall, precision and speed beside MinHash-LSH; and how cost grows.

    python benchmarks/lineage.py [--originals N] [--derivations N] [--seed N] [--json FILE]
    python benchmarks/lineage.py --grow 10000 100000

The first compares Onrecord with datasketch (a near-duplicate library; ``pip install -e '.[bench]'``) on one corpus in
one run, both on one core. Recall is over the pairs of a derivation and the report that it was made from, where they
share ``_LEAST`` words or more; precision over all pairs that are found, where one that shares fewer than ``_NONE``
words is wrong. The second measures time, memory and the size of the index for piles of the given sizes, a process for
each.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
from lineage_bulk import Bulk
from lineage_corpus import CLASSES, Corpus

from onrecord.lineage.boilerplate import without_boilerplate
from onrecord.lineage.index import Index
from onrecord.reading import find_chrome

Pairs = set[tuple[int, int]]
Ranges = list[tuple[int, int]]

_LEAST, _NONE = 30, 15
_FLOORS = dict.fromkeys(CLASSES, 0.99) | {"25 % edited": 0.95}
_FASTER = 4


def main() -> int:
    options = _options()
    if options.grow_one:
        print(json.dumps(grown(options.grow_one, options.seed)))
        return 0
    if options.grow:
        return _grow(options)
    corpus = Corpus(options.originals, options.derivations, options.seed)
    texts = [report.text for report in corpus.reports]
    # Chrome is marked when a report is read, for every stage; both are given the rest.
    chrome = [[(span.start, span.end) for span in find_chrome(text)] for text in texts]
    methods: dict[str, Callable[[], Pairs]] = {"onrecord": lambda: onrecord_pairs(texts, chrome)}
    try:
        import datasketch  # noqa: F401
    except ImportError:
        print("datasketch is not installed: measured without it (pip install -e '.[bench]')", file=sys.stderr)
    else:
        bodies = [_without(text, ranges) for text, ranges in zip(texts, chrome, strict=True)]
        methods["datasketch MinHash-LSH, J ≥ 0.5"] = lambda: datasketch_pairs(bodies)
    results = {name: _measured(method, corpus) for name, method in methods.items()}
    result = {
        "reports": len(texts),
        "words_per_report": round(sum(len(text.split()) for text in texts) / len(texts)),
        "seed": options.seed,
        "load_before": os.getloadavg()[0],
        "methods": results,
    }
    _print(result)
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + "\n")
    return _verdict(results)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--originals", type=int, default=2000)
    parser.add_argument("--derivations", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    parser.add_argument("--grow", type=int, nargs="+", help="measure piles of these sizes instead")
    parser.add_argument("--grow-one", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


def onrecord_pairs(texts: list[str], chrome: list[Ranges]) -> Pairs:
    """The pairs that share a passage."""
    with Index() as index:
        for text, ranges in zip(texts, chrome, strict=True):
            index.add(text, ranges)
        sizes = index.sizes
        found = without_boilerplate(index.passages(), sizes, [None] * len(texts))
    low, high = np.minimum(found.a, found.b), np.maximum(found.a, found.b)
    return set(zip(low.tolist(), high.tolist(), strict=True))


def datasketch_pairs(texts: list[str]) -> Pairs:
    """The pairs whose sequences of four words are estimated to be half the same."""
    from datasketch import MinHash, MinHashLSH

    index: Any = MinHashLSH(threshold=0.5, num_perm=128)
    found: Pairs = set()
    for number, text in enumerate(texts):
        words = re.findall(r"\w+", text.lower())
        sketch = MinHash(num_perm=128)
        sketch.update_batch({" ".join(words[at : at + 4]).encode() for at in range(len(words) - 3)})
        found.update((other, number) for other in index.query(sketch))
        index.insert(number, sketch)
    return found


def _without(text: str, ranges: Ranges) -> str:
    for low, high in reversed(ranges):
        text = text[:low] + text[high:]
    return text


def _measured(method: Callable[[], Pairs], corpus: Corpus) -> dict[str, Any]:
    began = time.process_time()
    found = method()
    seconds = time.process_time() - began
    truth, near = corpus.truth(_LEAST), corpus.truth(_NONE).keys()
    by_class = {}
    for name in CLASSES:
        wanted = {
            pair
            for number, report in enumerate(corpus.reports)
            if report.kind == name
            for source in report.sources
            if (pair := (min(number, source), max(number, source))) in truth
        }
        by_class[name] = {"pairs": len(wanted), "recall": len(wanted & found) / len(wanted)}
    return {
        "reports_per_second": len(corpus.reports) / seconds,
        "pairs": len(found),
        "precision": len(found & near) / len(found) if found else 1.0,
        "recall_of_all_pairs": len(found & truth.keys()) / len(truth),
        "classes": by_class,
    }


def _print(result: dict[str, Any]) -> None:
    print(
        f"{result['reports']:,} reports of {result['words_per_report']} words, seed {result['seed']}, one core, "
        f"load {result['load_before']:.1f} before"
    )
    names = list(result["methods"])
    print(" | ".join(["", *names]))
    for row in ("reports_per_second", "precision", "recall_of_all_pairs"):
        values = [result["methods"][name][row] for name in names]
        shown = [f"{value:,.0f}" if row == "reports_per_second" else f"{value:.3f}" for value in values]
        print(" | ".join([row.replace("_", " "), *shown]))
    for name in CLASSES:
        shown = [f"{result['methods'][method]['classes'][name]['recall']:.3f}" for method in names]
        print(" | ".join([f"recall, {name}", *shown]))


def _verdict(results: dict[str, Any]) -> int:
    """0 if the acceptance of the issue is met."""
    ours, *others = results.values()
    faults = [f"recall of {name}" for name, floor in _FLOORS.items() if ours["classes"][name]["recall"] < floor]
    if ours["precision"] < 0.99:
        faults.append("precision")
    if others and ours["reports_per_second"] < _FASTER * others[0]["reports_per_second"]:
        faults.append(f"less than {_FASTER} × as fast")
    print("not met: " + ", ".join(faults) if faults else "all floors are met")
    return 1 if faults else 0


def _grow(options: argparse.Namespace) -> int:
    print("reports | seconds | reports/s | µs a report | passages | peak MB, without the texts | index, MB")
    for size in options.grow:
        command = [sys.executable, __file__, "--grow-one", str(size), "--seed", str(options.seed)]
        row = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        print(
            f"{row['reports']:,} | {row['seconds']:.1f} | {row['reports'] / row['seconds']:,.0f} | "
            f"{row['seconds'] / row['reports'] * 1e6:.0f} | {row['passages']:,} | {row['peak_megabytes']:.0f} | "
            f"{row['index_megabytes']:.0f}",
            flush=True,
        )
    return 0


def grown(size: int, seed: int) -> dict[str, Any]:
    """One pile of ``size`` reports, made as it is read (``lineage_bulk``): half originals, half derived from these."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seconds = 0.0
    with Index() as index:
        for texts in Bulk(seed).texts(size):
            began = time.process_time()
            for text in texts:
                index.add(text)
            seconds += time.process_time() - began
        began = time.process_time()
        sizes = index.sizes
        found = without_boilerplate(index.passages(), sizes, [None] * size)
        seconds += time.process_time() - began
        index_bytes = index.bytes
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "reports": size,
        "seconds": seconds,
        "passages": len(found),
        "peak_megabytes": after / 1e3,
        "megabytes_before": before / 1e3,
        "index_megabytes": index_bytes / 1e6,
    }


if __name__ == "__main__":
    sys.exit(main())
