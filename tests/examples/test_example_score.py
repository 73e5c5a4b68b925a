"""The scorer gives full marks to a record that is right, and takes the right mark away for each fault."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from onrecord.domain import Actor, Report, Span


def statement(report: Report, *ranges: tuple[int, int], **fields: Any) -> SimpleNamespace:
    """As much of a recorded statement as the scorer looks at."""
    content = tuple(Span.of(report.text, start, end) for start, end in ranges)
    return SimpleNamespace(
        **{"kind": "indirect", "speaker": None, "relayed_by": ()} | fields, report=report, content=content
    )


@pytest.fixture
def perfect(reports: dict[str, Report], scorer: ModuleType) -> list[SimpleNamespace]:
    """A statement for every annotated row."""
    return [
        statement(
            reports[row["report"]],
            *scorer.locate(reports[row["report"]].text, row),
            kind=row["kind"],
            speaker=Actor(row["speaker"], row["speaker_kind"]) if row["speaker"] else None,
            relayed_by=tuple(Actor(name, "organisation") for name in row.get("relayed_by", ())),
        )
        for row in scorer.load_gold()
    ]


@pytest.fixture
def judge(reports: dict[str, Report], scorer: ModuleType) -> Callable[[list[SimpleNamespace]], Any]:
    texts = {name: report.text for name, report in reports.items()}
    return lambda statements: scorer.score(scorer.load_gold(), statements, texts)


def test_a_perfect_record_scores_one_everywhere(
    perfect: list[SimpleNamespace], judge: Callable[[list[SimpleNamespace]], Any]
) -> None:
    score = judge(perfect)
    assert score.recall == score.precision == 1.0
    assert score.speakers_right == score.speakers
    assert score.kinds_right == score.found == score.gold
    assert score.relayed_right == score.relayed == 2
    assert score.remarks == []


def test_an_empty_record_finds_nothing(judge: Callable[[list[SimpleNamespace]], Any]) -> None:
    score = judge([])
    assert score.recall == score.precision == 0.0
    assert len(score.remarks) == score.gold > 90


def test_a_missing_statement_costs_recall_only(
    perfect: list[SimpleNamespace], judge: Callable[[list[SimpleNamespace]], Any]
) -> None:
    score = judge(perfect[1:])
    assert score.found == score.gold - 1
    assert score.precision == 1.0


def test_an_invented_statement_costs_precision_only(
    perfect: list[SimpleNamespace], reports: dict[str, Report], judge: Callable[[list[SimpleNamespace]], Any]
) -> None:
    report = reports["veldwire-deadline.txt"]
    words = "Kosovo has been run by the United Nations since June 1999"
    start = report.text.index(words)
    score = judge([*perfect, statement(report, (start, start + len(words)))])
    assert score.recall == 1.0
    assert score.predicted == score.found + 1
    assert score.remarks == [f"invented  veldwire-deadline.txt: nobody: {words}"]


def test_a_statement_is_used_once(
    perfect: list[SimpleNamespace], judge: Callable[[list[SimpleNamespace]], Any]
) -> None:
    score = judge([*perfect, perfect[0]])
    assert score.found == score.gold
    assert score.predicted == score.gold + 1


def test_a_content_that_shares_too_little_is_missed(
    perfect: list[SimpleNamespace], judge: Callable[[list[SimpleNamespace]], Any]
) -> None:
    first = perfect[0]
    start = first.content[0].start
    score = judge([statement(first.report, (start, start + 11)), *perfect[1:]])
    assert score.found == score.gold - 1
    assert score.predicted == score.gold


def test_a_wrong_speaker_and_a_wrong_kind_are_each_counted(
    perfect: list[SimpleNamespace], judge: Callable[[list[SimpleNamespace]], Any]
) -> None:
    perfect[0].speaker = Actor("Sergei Lavrov", "person")
    perfect[0].kind = "direct"
    score = judge(perfect)
    assert score.found == score.gold
    assert score.speakers_right == score.speakers - 1
    assert score.kinds_right == score.found - 1


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("Aleksandar Vučić", "Vucic", True),
        ("U.S. official", "a US official", True),
        ("troika", "the troika", True),
        ("Sergei Lavrov", "Sergei", False),
        ("Serbia", "Serbian government", False),
        ("Serbia", "", False),
    ],
)
def test_names_are_compared_as_a_reader_would(scorer: ModuleType, gold: str, found: str, same: bool) -> None:
    assert scorer.same_name(gold, found) is same
