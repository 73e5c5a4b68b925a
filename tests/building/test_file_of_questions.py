"""A build goes by a file of questions, keeps it in the record, and tells what came of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import building_fakes as fakes
import pytest

from onrecord.building import build
from onrecord.building.stages import Stages
from onrecord.domain import Actor, Report, Span, Stance
from onrecord.errors import InputError
from onrecord.reading import RawReport
from onrecord.record import open_record

DROP = "drop: [{question: fish tariff, who: E. Quist}]\n"


def work(raw: RawReport) -> Report:
    """A report of the form "Peru denounced the fish tariff", with its stance."""
    report = fakes.work(raw)
    name, verb = report.text.split()[:2]
    start = report.text.index("the fish tariff")
    stance = Stance(
        Span.of(report.text, start, start + len("the fish tariff")),
        Span.of(report.text, len(name) + 1, len(name) + 1 + len(verb)),
        ("fish", "tariff"),
        "against" if verb == "denounced" else "for",
        actor=Actor(name, "state"),
    )
    return replace(report, stances=(stance,))


def stages() -> Stages:
    return replace(fakes.stages(), work=work)


def pile(folder: Path) -> Path:
    folder.mkdir()
    (folder / "a.txt").write_text("Peru denounced the fish tariff on Monday\n")
    (folder / "b.txt").write_text("Chile backs the fish tariff in public\n")
    return folder


def questions(record: Path) -> list[str]:
    with open_record(record) as opened:
        return [question.name for question in opened.questions()]


def test_decisions_hold_survive_rebuilds_and_can_be_taken_back(tmp_path: Path) -> None:
    reports, record, file = pile(tmp_path / "pile"), tmp_path / "k", tmp_path / "q.yaml"
    build([reports], record, workers=1, stages=stages())
    assert questions(record) == ["fish tariff"]
    file.write_text(DROP)
    summary = build([reports], record, workers=1, stages=stages(), questions=file)
    assert (summary.reused, summary.questions_file, summary.questions_file_kept) == (2, "q.yaml", False)
    assert questions(record) == []
    given = record.read_bytes()
    file.unlink()  # a person's work is not lost with a file
    summary = build([reports], record, workers=1, stages=stages())
    assert (summary.questions_file, summary.questions_file_kept) == ("q.yaml", True)
    assert record.read_bytes() == given
    file.write_text("")
    build([reports], record, workers=1, stages=stages(), questions=file)
    assert questions(record) == ["fish tariff"]


def test_orphaned_decisions_are_told_and_kept(tmp_path: Path) -> None:
    reports, file = pile(tmp_path / "pile"), tmp_path / "q.yaml"
    (reports / "b.txt").unlink()
    file.write_text(DROP)
    summary = build([reports], tmp_path / "k", workers=1, stages=stages(), questions=file)
    assert [decision.orphaned for decision in summary.question_decisions] == [True]
    with open_record(tmp_path / "k") as record:
        (decision,) = record.question_decisions()
        assert (decision.verdict, decision.names, decision.who, decision.orphaned) == (
            "drop",
            ("fish tariff",),
            "E. Quist",
            True,
        )
        assert record.questions_file == ("q.yaml", DROP)


def test_a_fault_stops_the_build_before_any_work(tmp_path: Path) -> None:
    reports, file = pile(tmp_path / "pile"), tmp_path / "q.yaml"
    file.write_text("merge:\n  - {questions: [one], as: x}\n")
    with pytest.raises(InputError, match=r"q.yaml, line 2: "):
        build([reports], tmp_path / "k", workers=1, stages=stages(), questions=file)
    assert not (tmp_path / "k").exists()
    with pytest.raises(InputError, match="can't read the file of questions"):
        build([reports], tmp_path / "k", workers=1, stages=stages(), questions=tmp_path / "none.yaml")
