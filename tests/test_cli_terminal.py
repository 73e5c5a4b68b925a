from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.building import Progress
from onrecord.cli.progress import Lines, Rate, describe
from onrecord.cli.report_text import _coloured
from onrecord.cli.terminal import number_of, safe, safe_text
from onrecord.domain import Report, Span, Statement

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[2J", r"\x1b[2J"),
        ("a\nb\tc\r", r"a\nb\tc\r"),
        ("\x9b31m", r"\x9b31m"),
        ("gpj\u202etxt", r"gpj\u202etxt"),
        ("\u2066x\u2069", r"\u2066x\u2069"),
        ("\ud800", r"\ud800"),
        ("\x00\x7f", r"\x00\x7f"),
        ("naïve “Приштина” 👩‍🚒 می‌خواهم", "naïve “Приштина” 👩‍🚒 می‌خواهم"),
    ],
)
def test_terminals_are_told_nothing_that_they_obey(hostile: str, shown: str) -> None:
    assert safe(hostile) == shown


@given(ANY_TEXT)
def test_nothing_hostile_gets_through(text: str) -> None:
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", safe(text))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", safe_text(text))
    safe(text).encode()


def test_lines_stay_lines_in_a_text() -> None:
    assert safe_text("a\r\nb\tc\x1b") == "a\nb\tc\\x1b"


def test_numbers_agree_with_their_nouns() -> None:
    assert number_of(0, "report") == "0 reports"
    assert number_of(1, "report") == "1 report"
    assert number_of(1200, "reply", "replies") == "1,200 replies"


def test_the_text_is_coloured_without_losing_a_character() -> None:
    text = "Menu\nShe said the envoy said no."
    outer, inner = Span.of(text, 14, 32), Span.of(text, 14, 23)
    statements = (
        Statement(Span.of(text, 5, 8), Span.of(text, 9, 13), (outer,), "indirect", "speech", 0.5),
        Statement(inner, Span.of(text, 24, 28), (Span.of(text, 29, 31),), "indirect", "speech", 0.5),
    )
    pieces = _coloured(Report("a", text, "0", chrome=(Span.of(text, 0, 4),), statements=statements))
    assert "".join(piece for piece, _ in pieces) == text
    assert dict(pieces)["the envoy"] == "bold cyan", "the inner span is seen inside the outer one"
    assert dict(pieces)["Menu"] == "dim strike"
    assert _coloured(Report("a", "", "0")) == []


def progress(done: int, phase: str = "reading", total: int = 100, **more: int) -> Progress:
    counts = {"reused": 0, "unread": 0, "duplicates": 0, "statements": 0, **more}
    return Progress(phase, done, total, **counts)  # type: ignore[arg-type]


def test_progress_is_told_on_one_line() -> None:
    told = describe(progress(1200, total=3400, reused=1000, unread=2, statements=1), 35.06)
    assert told == "reading reports: 1,200 of 3,400, 35.1/s, 1,000 finished before, 2 could not be read, 1 statement"
    assert describe(progress(7, "finding", 0), None) == "finding reports: 7"
    assert describe(progress(7, total=0), None) == "reading reports: 7, 0 statements"
    assert describe(progress(7, "writing"), None) == "writing the record: 7 of 100"


def test_the_rate_is_of_what_was_analysed() -> None:
    now = 0.0
    rate = Rate(lambda: now)
    assert rate(progress(50, reused=50)) is None
    now = 2.0
    assert rate(progress(60, reused=50)) == 5.0
    assert rate(progress(60, "writing", reused=50)) is None


def test_plain_lines_come_now_and_then_and_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    now = 0.0
    lines = Lines(lambda: now)
    for done in range(1, 101):
        now = done * 0.1
        lines(progress(done))
    told = capsys.readouterr()
    assert told.out == ""
    assert [line.split(",")[0] for line in told.err.splitlines()] == [
        "reading reports: 50 of 100",
        "reading reports: 100 of 100",
    ]
