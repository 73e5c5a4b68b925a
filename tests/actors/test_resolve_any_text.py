# ruff: noqa: E501, SIM905 -- a row of a table is one line, however long its report
"""Whatever the text and wherever the spans, resolving never fails and leaves the spans alone."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.actors import resolve
from onrecord.domain import Report, Span, Statement

_PIECES = st.sampled_from(
    "said the The envoy of Russia Serbia's ’s U.N. he She who which and , . \" “ ” ( ) : — - -- \n\n \n it they we I "
    "Foreign Ministry Minister Ada Quist Quist, Mr. President according to told by quoted as saying Interfax article "
    "report his campaign Clinton al- van der é \u0301 \0 \u2028 😀 Ａ ß İ ' '' ministers' MOSCOW : US us A Mediators driver citing adding reported those 's".split(" ")
)  # fmt: skip
_texts = st.lists(_PIECES | st.text(max_size=3), max_size=40).map(" ".join)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    text = draw(_texts)

    def span() -> Span:
        start = draw(st.integers(0, len(text)))
        return Span.of(text, start, draw(st.integers(start, min(len(text), start + 40))))

    statements = tuple(
        Statement(
            span() if draw(st.booleans()) else None,
            span() if draw(st.booleans()) else None,
            tuple(sorted(span() for _ in range(draw(st.integers(0, 2))))),
            "indirect",
            "speech",
            0.5,
        )
        for _ in range(draw(st.integers(0, 5)))
    )
    return Report("any", text, "0" * 64, statements=statements)


def _words_at(span: Span | None, text: str) -> str:
    """The whole words that a span touches: a span of any text may end inside one."""
    if span is None:
        return ""
    before, after = text[: span.start].split(" ")[-1], text[span.end :].split(" ")[0]
    return (before + span.text + after).casefold()


@settings(max_examples=80, deadline=None)
@given(reports())
def test_any_report(report: Report) -> None:
    found = resolve(report)
    assert found.text == report.text
    assert [statement.evidence for statement in found.statements] == [s.evidence for s in report.statements]
    for statement in found.statements:
        if statement.source is None and "ing" not in _words_at(statement.cue, report.text):
            assert statement.speaker is None
        for actor in (statement.speaker, statement.addressee, *statement.relayed_by):
            assert actor is None or (actor.name.strip() and actor.name not in actor.aliases)
    assert resolve(found) == found


def _long(copies: int) -> Report:
    block = "Ada Quist, Russia's envoy, met Luc Moreau. He said the Foreign Ministry had told her, Interfax said. "
    text = block * copies
    statements = []
    for number in range(copies):
        at = number * len(block)
        source, cue = at + block.index("He said"), at + block.index("said")
        statements.append(
            Statement(
                Span.of(text, source, source + 2),
                Span.of(text, cue, cue + 4),
                (Span.of(text, cue + 5, at + len(block) - 2),),
                "indirect",
                "speech",
                1.0,
            )
        )
    return Report("long", text, "0" * 64, statements=tuple(statements))


def test_time_grows_with_length_only() -> None:
    def seconds(report: Report) -> float:
        started = time.process_time()
        resolve(report)
        return time.process_time() - started

    seconds(_long(20))
    short, long = seconds(_long(50)), seconds(_long(400))
    assert long < 8 * short * 4
