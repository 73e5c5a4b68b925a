"""The scorer gives full marks to a record that is right, and takes the right mark away for each fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest

from onrecord.domain import Actor, Report, Span, Statement


class Recorded(Statement):
    """A statement with its report, as a record hands it out."""

    __slots__ = ("report",)


def recorded(report: Report, statement: Statement) -> Any:
    row = Recorded(
        **{name: getattr(statement, name) for name in Statement.__dataclass_fields__},
    )
    object.__setattr__(row, "report", report)
    return row


@pytest.fixture
def perfect(reports: dict[str, Report], scorer: ModuleType) -> list[Any]:
    """A statement for every annotated row."""
    made = []
    for row in scorer.load_gold():
        report = reports[row["report"]]
        made.append(
            recorded(
                report,
                Statement(
                    source=None,
                    cue=None,
                    content=tuple(Span.of(report.text, *r) for r in scorer.locate(report.text, row)),
                    kind=row["kind"],
                    mode=row["mode"],
                    confidence=1.0,
                    speaker=Actor(row["speaker"], row["speaker_kind"]) if row["speaker"] else None,
                    relayed_by=tuple(Actor(name, "organisation") for name in row.get("relayed_by", ())),
                ),
            )
        )
    return made


@pytest.fixture
def judge(reports: dict[str, Report], scorer: ModuleType) -> Callable[[list[Any]], Any]:
    texts = {name: report.text for name, report in reports.items()}
    return lambda statements: scorer.score(scorer.load_gold(), statements, texts)


def test_a_perfect_record_scores_one_everywhere(perfect: list[Any], judge: Callable[[list[Any]], Any]) -> None:
    score = judge(perfect)
    assert score.recall == score.precision == 1.0
    assert score.speakers_right == score.speakers
    assert score.kinds_right == score.found == score.gold
    assert score.relayed_right == score.relayed == 2
    assert score.remarks == []


def test_an_empty_record_finds_nothing(judge: Callable[[list[Any]], Any]) -> None:
    score = judge([])
    assert score.recall == score.precision == 0.0
    assert len(score.remarks) == score.gold > 90


def test_a_missing_statement_costs_recall_only(perfect: list[Any], judge: Callable[[list[Any]], Any]) -> None:
    score = judge(perfect[1:])
    assert score.found == score.gold - 1
    assert score.precision == 1.0


def test_an_invented_statement_costs_precision_only(
    perfect: list[Any], reports: dict[str, Report], judge: Callable[[list[Any]], Any]
) -> None:
    report = reports["veldwire-deadline.txt"]
    words = "Kosovo has been run by the United Nations since June 1999"
    start = report.text.index(words)
    content = (Span.of(report.text, start, start + len(words)),)
    extra = recorded(report, Statement(None, None, content, "indirect", "speech", 1.0))
    score = judge([*perfect, extra])
    assert score.recall == 1.0
    assert score.predicted == score.found + 1
    assert score.remarks == [f"invented  veldwire-deadline.txt: nobody: {words}"]


def test_a_statement_is_used_once(perfect: list[Any], judge: Callable[[list[Any]], Any]) -> None:
    score = judge([*perfect, perfect[0]])
    assert score.found == score.gold
    assert score.predicted == score.gold + 1


def test_a_content_that_shares_too_little_is_missed(
    perfect: list[Any], reports: dict[str, Report], judge: Callable[[list[Any]], Any]
) -> None:
    first = perfect[0]
    start = first.content[0].start
    short = recorded(first.report, replace_content(first, Span.of(first.report.text, start, start + 11)))
    score = judge([short, *perfect[1:]])
    assert score.found == score.gold - 1
    assert score.predicted == score.gold


def test_a_wrong_speaker_and_a_wrong_kind_are_each_counted(
    perfect: list[Any], judge: Callable[[list[Any]], Any]
) -> None:
    first = perfect[0]
    wrong = Statement(None, None, first.content, "direct", "speech", 1.0, speaker=Actor("Sergei Lavrov", "person"))
    score = judge([recorded(first.report, wrong), *perfect[1:]])
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


def replace_content(statement: Statement, span: Span) -> Statement:
    plain = Statement(**{name: getattr(statement, name) for name in Statement.__dataclass_fields__})
    return replace(plain, content=(span,))
