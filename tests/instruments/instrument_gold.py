"""The two golds of instruments (``gold.txt``, ``examples.txt``) and how finds are scored against them.

    python tests/instruments/instrument_gold.py

prints precision and recall of mentions (the place), of mentions with their instrument and part, and the share of
relations that are right among the mentions that are; then every mistake.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.domain import Citation, Report, Span, Statement
from onrecord.instruments.citations import cite
from onrecord.reading import report_from_text

_HERE = Path(__file__).parent
_MARKED = re.compile(r"\[([^\]]+)\]\{([^}|]*)\|?([^}|]*)\|?([^}]*)\}")


@dataclass(frozen=True)
class Expected:
    """One mention of the gold: its offsets, and what stands there ("?": not identified)."""

    start: int
    end: int
    instrument: str
    part: str = ""
    relation: str = ""


@dataclass(frozen=True)
class Marked:
    """A report of the gold with its mentions."""

    name: str
    text: str
    expected: tuple[Expected, ...]


def made_up() -> Iterator[Marked]:
    """The made-up reports, with the marks taken out."""
    source = (_HERE / "gold.txt").read_text(encoding="utf-8")
    for block in source.split("\n## ")[1:]:
        name, _, marked = block.partition("\n")
        text, found, at = "", [], 0
        for match in _MARKED.finditer(marked):
            text += marked[at : match.start()]
            words, instrument, part, relation = match.groups()
            found.append(Expected(len(text), len(text) + len(words), instrument, part, relation or "mentioned"))
            text += words
            at = match.end()
        yield Marked(name.strip(), text + marked[at:], tuple(found))


def of_example(name: str, text: str) -> tuple[Expected, ...]:
    """The mentions of the example report ``name``, in its text."""
    found = []
    for line in (_HERE / "examples.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        report, words, nth, instrument, relation = line.split("\t")
        if report == name:
            start = -1
            for _ in range(int(nth)):
                start = text.index(words, start + 1)
            found.append(Expected(start, start + len(words), instrument, "", relation))
    return tuple(found)


def in_one_statement(text: str) -> Report:
    """A report that is one statement from end to end, so that every mention is a ground."""
    report = report_from_text(text)
    whole = Statement(None, None, (Span.of(report.text, 0, len(report.text)),), "indirect", "speech", 1.0)
    return cite(
        Report(name="made up", text=report.text, sha256=report.sha256, statements=(whole,)),
    )


@dataclass
class Score:
    """Counts of expected, found and right mentions, and what went wrong."""

    counts: Counter[str]
    mistakes: list[str]

    def figures(self) -> dict[str, float]:
        c = self.counts
        return {
            "place precision": c["placed"] / max(1, c["found"]),
            "place recall": c["placed"] / max(1, c["expected"]),
            "instrument precision": c["right"] / max(1, c["found"]),
            "instrument recall": c["right"] / max(1, c["expected"]),
            "relations right": c["related"] / max(1, c["relations"]),
        }


def compare(name: str, report: Report, expected: tuple[Expected, ...], score: Score) -> None:
    """Add a report's finds to the score."""
    relations = {ground.span: ground.relation for one in report.statements for ground in one.grounds}
    left = list(report.citations)
    score.counts["expected"] += len(expected)
    score.counts["found"] += len(left)
    for one in expected:
        found = next((each for each in left if each.span.start < one.end and one.start < each.span.end), None)
        shown = f"{name}: {report.text[one.start : one.end]!r} should be {one.instrument}"
        if found is None:
            score.mistakes.append(f"missed  {shown}")
            continue
        left.remove(found)
        score.counts["placed"] += 1
        if not _same(found, one):
            score.mistakes.append(
                f"wrong   {shown} {one.part}, is {found.instrument.name} {found.part} ({found.because})"
            )
            continue
        score.counts["right"] += 1
        if one.relation and found.span in relations:
            score.counts["relations"] += 1
            score.counts["related"] += relations[found.span] == one.relation
            if relations[found.span] != one.relation:
                score.mistakes.append(f"relation {shown}: {one.relation}, is {relations[found.span]}")
    score.mistakes += [
        f"extra   {name}: {each.span.text!r} as {each.instrument.name} ({each.because})" for each in left
    ]


def _same(found: Citation, expected: Expected) -> bool:
    if found.part != expected.part:
        return False
    if expected.instrument == "?":
        return not found.instrument.identified or found.instrument.kind == "ruling"
    return found.instrument.name == expected.instrument


def score_made_up() -> Score:
    score = Score(Counter(), [])
    for marked in made_up():
        compare(marked.name, in_one_statement(marked.text), marked.expected, score)
    return score


def score_examples(reports: list[Report]) -> Score:
    """``reports``: the example reports, analysed."""
    score = Score(Counter(), [])
    for report in reports:
        compare(report.name, report, of_example(report.name, report.text), score)
    return score


if __name__ == "__main__":
    from onrecord.analysis import analyse
    from onrecord.reading import find_reports, parse

    folder = _HERE.parent.parent / "examples" / "reports"
    examples = [cite(analyse(parse(raw))) for raw in find_reports([folder])]
    for title, score in (("made up", score_made_up()), ("examples", score_examples(examples))):
        print(title, dict(score.counts), {name: round(value, 3) for name, value in score.figures().items()})
        print("\n".join(score.mistakes))
