"""Draws statements from PolNeAR, to be labelled as commitment, forecast or neither.

    python -m training.ledger.sample POLNEAR/dev                    the sample: one JSON object a line, offsets only
    python -m training.ledger.sample POLNEAR/dev --show             the same, in its words, for a person to label

A statement is an annotated attribution that has content. Half of the sample is drawn from the statements whose content holds a
word of the future, of intention or of expectation, half from all others, so that there is something to find and the
rest is what news is mostly made of. At most ``PER_ARTICLE`` come from one article. The corpus stays where it is: what is
printed without ``--show`` are file names and offsets (Unicode code points, half-open), and ``--show`` is for the screen.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

SEED = 20261129
SIZE = 100
PER_ARTICLE = 3
CONTEXT = 350
AHEAD = re.compile(
    r"\b(?:will|won['’]t|would|wouldn['’]t|shall|may|might|could|going to|gonna|['’]ll|plan(?:s|ned|ning)?|intend(?:s|ed)?|"
    r"expect(?:s|ed|ing)?|vow(?:s|ed)?|promis(?:e|es|ed|ing)|pledg(?:e|es|ed)|threaten(?:s|ed|ing)?|refus(?:e|es|ed)|"
    r"offer(?:s|ed)?|predict(?:s|ed)?|forecast|likely|unlikely|poised|ready to|prepared to|about to|(?:is|are|was|were) to)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, order=True)
class Item:
    """A statement: its article's file name and the ranges of its source, cue and content."""

    file: str
    content: tuple[tuple[int, int], ...]
    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]


def statements(folder: Path) -> list[tuple[Item, str]]:
    """All annotated attributions with content, each with its article's text; of several annotators the first one's."""
    found = []
    for path in sorted((folder / "text").glob("*.txt")):
        annotated = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if annotated:
            text = path.read_text(encoding="utf-8")
            found += [(item, text) for item in sorted(set(_read(annotated[0], path.name)))]
    return found


def _read(path: Path, name: str) -> list[Item]:
    spans: dict[str, tuple[tuple[int, int], ...]] = {}
    items = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"(T\d+)\t\w+ ([\d ;]+)\t", line):
            spans[match[1]] = tuple((int(a), int(b)) for a, b in re.findall(r"(\d+) (\d+)", match[2]))
        elif line.startswith("E"):
            roles: dict[str, tuple[tuple[int, int], ...]] = {"Source": (), "Cue": (), "Content": ()}
            for role, key in re.findall(r"([A-Z][a-z]+)\d*:(T\d+)", line):
                if role in roles:
                    roles[role] += spans.get(key, ())
            if roles["Content"]:
                items.append(Item(name, tuple(sorted(roles["Content"])), roles["Source"], roles["Cue"]))
    return items


def ahead(item: Item, text: str) -> bool:
    """Whether the content or its cue holds a word of the future, of intention or of expectation."""
    return any(AHEAD.search(text[a:b]) for a, b in item.content + item.cue)


def sample(folder: Path) -> list[tuple[Item, str, bool]]:
    """The sample, in a random order that is always the same."""
    pool = statements(folder)
    draw = random.Random(SEED)
    draw.shuffle(pool)
    wanted = {True: SIZE // 2, False: SIZE - SIZE // 2}
    per_article: Counter[str] = Counter()
    chosen = []
    for item, text in pool:
        stratum = ahead(item, text)
        if wanted[stratum] and per_article[item.file] < PER_ARTICLE:
            wanted[stratum] -= 1
            per_article[item.file] += 1
            chosen.append((item, text, stratum))
    draw.shuffle(chosen)
    return chosen


def shown(item: Item, text: str) -> str:
    """The statement between [[ ]] in its context, its source {s: } and its cue {c: } marked as well."""
    marks: list[tuple[int, int, str]] = []
    for ranges, left, right in ((item.content, "[[", "]]"), (item.source, "{s:", "}"), (item.cue, "{c:", "}")):
        for a, b in ranges:
            marks += [(a, 1, left), (b, 0, right)]
    everywhere = [offset for offset, _, _ in marks]
    low, high = max(0, min(everywhere) - CONTEXT), min(len(text), max(everywhere) + CONTEXT)
    out, at = [], low
    for offset, _, mark in sorted(marks):
        out += [text[at:offset], mark]
        at = offset
    return " ".join("".join([*out, text[at:high]]).split())


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw statements from PolNeAR for labelling.")
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--show", action="store_true", help="in words, for a person; do not redirect into the repository"
    )
    arguments = parser.parse_args()
    for number, (item, text, stratum) in enumerate(sample(arguments.folder), start=1):
        if arguments.show:
            print(f"--- {number} ({item.file})\n{shown(item, text)}\n")
        else:
            print(json.dumps({"item": number, "file": item.file, "content": item.content, "ahead": stratum}))


if __name__ == "__main__":
    main()
