#!/usr/bin/env python3
"""Score a record of the example reports against what a reader found in them (gold.jsonl).

usage: score.py [RECORD]    (without RECORD, the reports are built into a temporary one first)

A statement of the record finds an annotated one when their contents share words: F1 over words of at least 0.5,
each used once, best pairs first. Rows marked "optional" (headlines, borderline attributions) neither count as missed
nor, when they are found, as invented. Prints the figures, then every miss, every invention and every wrong speaker.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
REPORTS = FOLDER / "reports"
GOLD = FOLDER / "gold.jsonl"
FOUND = 0.5
_WORD = re.compile(r"\w+")

Ranges = list[tuple[int, int]]
Row = dict[str, Any]


def load_gold(path: Path = GOLD) -> list[Row]:
    """The annotated attributions, in file order."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def locate(text: str, row: Row) -> Ranges:
    """Where the row's content stands in its report's text, as half-open ranges of code points.

    Raises:
        ValueError: a part of the content does not stand there exactly once.
    """
    ranges = []
    for part in row["content"]:
        if text.count(part) != 1:
            raise ValueError(f"{row['report']}: {text.count(part)} times in the text, not once: {part!r}")
        start = text.index(part)
        ranges.append((start, start + len(part)))
    return ranges


def words(text: str, ranges: Iterable[tuple[int, int]]) -> set[int]:
    """The words that lie in the ranges, each named by its offset."""
    return {start + word.start() for start, end in ranges for word in _WORD.finditer(text[start:end])}


def overlap(gold: set[int], found: set[int]) -> float:
    """F1 of two sets of words."""
    return 2 * len(gold & found) / max(1, len(gold) + len(found))


def same_name(gold: str, found: str) -> bool:
    """Whether a canonical name is the annotated one, or a part of it that ends in the same word.

    Accents, case, punctuation and a leading article are ignored: "Vucic" is "Aleksandar Vučić".
    """
    wanted, got = _name(gold), _name(found)
    return bool(got) and (got == wanted or (got[-1:] == wanted[-1:] and set(got) <= set(wanted)))


def _name(name: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    found = re.findall(r"[a-z0-9]+", plain.lower().replace("'s", " s").replace(".", ""))
    return found[1:] if found[:1] in (["the"], ["a"], ["an"]) else found


@dataclass
class Score:
    """Counts of one comparison, and what to read when they are not what they should be."""

    gold: int = 0
    found: int = 0
    predicted: int = 0
    speakers: int = 0
    speakers_right: int = 0
    kinds_right: int = 0
    relayed: int = 0
    relayed_right: int = 0
    remarks: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.gold)

    @property
    def precision(self) -> float:
        return self.found / max(1, self.predicted)

    def lines(self) -> list[str]:
        return [
            f"statements   recall    {self.recall:.3f}  ({self.found} of {self.gold} annotated)",
            f"             precision {self.precision:.3f}  ({self.found} of {self.predicted} recorded)",
            f"speakers     right     {self.speakers_right / max(1, self.speakers):.3f}"
            f"  ({self.speakers_right} of {self.speakers} found)",
            f"kind         right     {self.kinds_right / max(1, self.found):.3f}"
            f"  ({self.kinds_right} of {self.found} found)",
            f"relayed by   right     {self.relayed_right} of {self.relayed} found",
        ]


def score(gold: Iterable[Row], statements: Iterable[Any], texts: Mapping[str, str]) -> Score:
    """Compare annotated rows with recorded statements. ``texts`` maps the reports' names to their texts."""
    result = Score()
    recorded: dict[str, list[Any]] = {}
    for statement in statements:
        recorded.setdefault(statement.report.name, []).append(statement)
    annotated: dict[str, list[Row]] = {name: [] for name in texts}
    for row in gold:
        annotated[row["report"]].append(row)
    for name, rows in annotated.items():
        _score_report(result, texts[name], rows, recorded.get(name, []))
    return result


def _score_report(result: Score, text: str, rows: list[Row], statements: list[Any]) -> None:
    wanted = [words(text, locate(text, row)) for row in rows]
    offered = [words(text, [(span.start, span.end) for span in statement.content]) for statement in statements]
    # A required row comes before an optional one that nests in it and fits as well.
    pairs = sorted(
        (-overlap(want, offer), bool(rows[i].get("optional")), i, j)
        for i, want in enumerate(wanted)
        for j, offer in enumerate(offered)
        if overlap(want, offer) >= FOUND
    )
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in pairs:
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    optional_found = 0
    for i, row in enumerate(rows):
        if row.get("optional"):
            optional_found += i in matched
            continue
        result.gold += 1
        if i in matched:
            result.found += 1
            _score_fields(result, row, statements[matched[i]])
        else:
            result.remarks.append(f"missed    {row['report']}: {row['speaker']}: {row['content'][0]}")
    result.predicted += len(statements) - optional_found
    for j, statement in enumerate(statements):
        if j not in taken:
            shown = " … ".join(span.text for span in statement.content)
            result.remarks.append(f"invented  {statement.report.name}: {_shown(statement.speaker)}: {shown}")


def _score_fields(result: Score, row: Row, statement: Any) -> None:
    where = f"{row['report']}: {row['content'][0][:60]}"
    if row["speaker"] is not None:
        result.speakers += 1
        names = [row["speaker"], *row.get("speaker_also", ())]
        if statement.speaker is not None and any(same_name(name, statement.speaker.name) for name in names):
            result.speakers_right += 1
        else:
            result.remarks.append(f"speaker   {where}: {_shown(statement.speaker)}, not {row['speaker']}")
    if statement.kind in (row["kind"], *row.get("kind_also", ())):
        result.kinds_right += 1
    else:
        result.remarks.append(f"kind      {where}: {statement.kind}, not {row['kind']}")
    if "relayed_by" in row:
        result.relayed += 1
        via = [actor.name for actor in statement.relayed_by]
        if all(any(name in got for got in via) for name in row["relayed_by"]):
            result.relayed_right += 1
        else:
            result.remarks.append(f"relay     {where}: {via}, not {row['relayed_by']}")


def _shown(speaker: Any) -> str:
    return "nobody" if speaker is None else str(speaker.name)


def main(arguments: list[str]) -> int:
    import onrecord

    with tempfile.TemporaryDirectory() as folder:
        path = Path(arguments[0]) if arguments else Path(folder) / "examples.onrecord"
        if not arguments:
            onrecord.build([REPORTS], path).close()
        with onrecord.open(path) as record:
            texts = {report.name: report.text for report in record.reports()}
            result = score(load_gold(), record.statements(), texts)
    print("\n".join([*result.lines(), "", *result.remarks]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
