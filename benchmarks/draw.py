"""Draw statements at random for a person to read against their reports, as tabled in docs/attribution.md.

    python benchmarks/draw.py DIR [--files 30] [--statements 60] [--seed 3] [--gold]

DIR holds text/*.txt (and attributions/*.ann, PolNeAR's brat standoff, for --gold). Prints every statement drawn with
the paragraphs that it stands in; with --gold, also the annotated attributions that touch it.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import onrecord
from onrecord.domain import Span, Statement


def draw(folder: Path, files: int, statements: int, seed: int) -> list[tuple[str, str, Statement]]:
    """Name and text of the report, and the statement; the same ones for the same seed and the same weights."""
    rng = random.Random(seed)
    pool = []
    for path in rng.sample(sorted((folder / "text").glob("*.txt")), files):
        with path.open(encoding="utf-8", newline="") as handle:
            report = onrecord.read(handle.read())
        pool += [(path.stem, report.text, statement) for statement in report.statements]
    return sorted(rng.sample(pool, statements), key=lambda drawn: (drawn[0], drawn[2].evidence))


def shown(number: int, name: str, text: str, statement: Statement) -> str:
    """What a reader needs to judge one statement."""
    low, high = statement.evidence[0].start, max(span.end for span in statement.evidence)
    end = text.find("\n", high)
    passage = text[text.rfind("\n", 0, low) + 1 : end if end >= 0 else None]
    rows = [
        ("source", _text(statement.source)),
        ("cue", _text(statement.cue)),
        ("content", " [...] ".join(part.text for part in statement.content)),
        ("speaker", statement.speaker.name if statement.speaker else "-"),
        ("reading", f"{statement.kind}, {statement.mode}, {statement.confidence}"),
        ("passage", " / ".join(passage.split("\n"))),
    ]
    return "\n".join([f"{number}. {name}", *(f"   {label:8} {value}" for label, value in rows)])


def annotated(folder: Path, name: str, text: str, statement: Statement) -> list[str]:
    """The gold attributions that share content or cue with ``statement``."""
    from training.attribution.data import read_brat

    own = [(span.start, span.end) for span in statement.evidence if span is not statement.source]
    path = min((folder / "attributions").glob(f"{name}_*.ann"), default=None)
    found = []
    for attribution in read_brat(path) if path else ():
        spans = [*attribution["cue"], *attribution["content"]]
        if any(a < d and c < b for a, b in spans for c, d in own):
            parts = (" [...] ".join(text[a:b] for a, b in sorted(attribution[role])) for role in attribution)
            found.append("   gold     " + " | ".join(parts))
    return found


def _text(span: Span | None) -> str:
    return span.text if span else "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=30)
    parser.add_argument("--statements", type=int, default=60)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--gold", action="store_true")
    a = parser.parse_args()
    for number, (name, text, statement) in enumerate(draw(a.folder, a.files, a.statements, a.seed), 1):
        print(shown(number, name, text, statement))
        if a.gold:
            print("\n".join(annotated(a.folder, name, text, statement)))


if __name__ == "__main__":
    main()
