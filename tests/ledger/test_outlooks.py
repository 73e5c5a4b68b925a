"""Clauses about what is to come: their cues, verbs and subjects; any text, in linear time."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.domain import Report, Span, Statement
from onrecord.ledger.commitments import declarations
from onrecord.ledger.forecasts import expectations
from onrecord.ledger.grammar import grammar_of
from onrecord.ledger.outlooks import outlooks
from onrecord.reading import report_from_text

SHAPES = [
    # text, then (subject, cue, verb, manner, negated) of each outlook
    ("Norway will not sign it.", [("Norway", "will not", "sign", "will", True)]),
    ("The ministers, who met in Oslo, would agree.", [("The ministers", "would", "agree", "would", False)]),
    (
        "Recognition by Oslo and other capitals would encourage them.",
        [("Recognition by Oslo and other capitals", "would", "encourage", "would", False)],
    ),
    (
        "In the middle of July the water will rise.",
        [("the water", "will", "rise", "will", False)],
    ),
    ("Nor will Norway sign it.", [("Norway", "Nor will", "sign", "will", True)]),
    ("Norway rejected it and vowed to leave.", [("Norway", "vowed to", "leave", "vow", False)]),
    ("The gates will be opened.", [("The gates", "will", "open", "will", False)]),
    ("Norway will have no choice but to leave.", [("Norway", "will have no choice but to", "leave", "will", False)]),
    ("Norway will relent.", [("Norway", "will", "relent", "will", False)]),
    ("Norway has no plans to leave.", [("Norway", "has no plans to", "leave", "plan", True)]),
    ("Norway reserves the right to respond.", [("Norway", "reserves the right to", "respond", "threat", False)]),
    ("Norway would have left.", []),
    ("Will Norway leave?", []),
    ("He read the will of the king.", []),
]


@pytest.mark.parametrize(("text", "wanted"), SHAPES)
def test_shapes(text: str, wanted: list[tuple[str, str, str, str, bool]]) -> None:
    grammar = grammar_of(onrecord.read(text))
    found = [
        (
            grammar.span(each.subject.first, each.subject.last).text if each.subject else "",
            grammar.span(*each.cue).text,
            each.lemma,
            each.manner,
            each.negated,
        )
        for each in outlooks(grammar)
    ]
    assert found == wanted


_PIECES = [
    "Norway", "the ministry", "it", "he", "we", "will", "would", "'ll", "won’t", "could", "may", "be", "not",
    "never", "to", "to leave", "sign", "signed", "plans", "vowed", "threatened", "is expected to", "is ready",
    "ready", "its threat", "no intention of", "leaving", "if", "unless", "In that case,", "should", "and", "that",
    "which", "who", ",", ".", ";", "“", "”", '"', "—", "\n", "\n\n", "by Friday", "within 30 days", "Aug. 3",
    "deadline", "😀", "é", "\u2028", "there", "no", "nor", "said", "warned of", "expects", "with", "talks", "have",
    "had", "rules out", "?", "I", "(", ")", "as", "'s",
]  # fmt: skip
_texts = st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join) | st.text(max_size=60)


def _said(text: str, cuts: list[int]) -> Report:
    """A report of which some parts are somebody's words."""
    report = report_from_text(text)
    places = sorted(cut % (len(text) + 1) for cut in cuts)
    statements = []
    for low, high in zip(places[::2], places[1::2], strict=False):
        if low < high:
            source = Span.of(text, 0, min(low, 6)) if low else None
            content = (Span.of(text, low, high),)
            statements.append(Statement(source, None, content, "indirect", "speech", 0.5))
    return replace(report, statements=tuple(statements))


@settings(max_examples=300, deadline=None)
@given(_texts, st.lists(st.integers(0, 1000), max_size=6))
def test_any_text_yields_rows_that_stand_in_it(text: str, cuts: list[int]) -> None:
    report = _said(text, cuts)
    found = replace(report, declarations=declarations(report), expectations=expectations(report))
    for row in (*found.declarations, *found.expectations):
        assert row.evidence
        for span in row.evidence:
            span.check(text)
    assert list(found.declarations) == sorted(found.declarations, key=lambda row: row.act)


@pytest.mark.parametrize(
    "piece",
    ["Norway will ", "would, ", "if it will ", "and vowed to and ", '"We will," he said, ', "that which who "],
)
def test_time_is_in_proportion_to_the_text(piece: str) -> None:
    def seconds(size: int) -> float:
        report = report_from_text(piece * (size // len(piece)))
        start = time.process_time()
        declarations(report)
        expectations(report)
        return time.process_time() - start

    seconds(2_000)
    small, large = seconds(20_000), seconds(80_000)
    assert large < 12 * small + 0.5
