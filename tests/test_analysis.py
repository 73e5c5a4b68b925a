"""``onrecord.read`` as a user meets it, with the shipped weights."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord

LEAD = "Port talks stall\n\nVALLETTA, March 3 (Veldwire) - "
PIECES = st.sampled_from(
    [
        "“We will not sign,” ",
        '"We will not sign," ',
        "the minister said. ",
        "said Maria Kordova, the trade envoy. ",
        "She added that the port stays shut.",
        "\r\n\r\n",
        "\n\n",
        "👩‍👩‍👧 ",
        "e\u0301\u00a0",
        "\u200f\u202e",
        "\x00",
        "\ud800",
        "Share this\n",
        "</script><script>alert(1)</script>",
        "Он сказал: «Нет». ",
    ]
)


def check(report: onrecord.Report) -> None:
    assert list(report.mentions) == sorted(report.mentions, key=lambda m: (m.span.start, -m.span.end))
    for mention in report.mentions:
        assert mention.span.start <= mention.head.start < mention.head.end <= mention.span.end
        assert 0 <= mention.certainty <= 1
    for span in report.spans():
        assert report.text[span.start : span.end] == span.text
        assert 0 <= span.start <= span.end <= len(report.text)
    for statement in report.statements:
        assert statement.content and all(span.text.strip() for span in statement.content)
        assert 0 <= statement.confidence <= 1


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=12).map("".join)))
def test_every_span_of_any_text_equals_its_slice(text: str) -> None:
    report = onrecord.read(text)
    assert report.text == text
    check(report)


def speakers(text: str) -> list[tuple[str | None, str]]:
    report = onrecord.read(text)
    check(report)
    return [(s.speaker and s.speaker.name, s.content[0].text) for s in report.statements]


def test_a_plain_report() -> None:
    text = LEAD + (
        "Malta will not sign the port agreement, its trade envoy said on Monday.\n\n"
        "“We will not sign anything,” Maria Kordova, the trade envoy, told reporters. “Not this year.”\n\n"
        "She said the talks would resume in May.\n"
    )
    report = onrecord.read(text, published=date(2019, 3, 4), outlet="Veldwire")
    check(report)
    assert report.published.best == date(2019, 3, 4)
    quoted = [s for s in report.statements if s.kind == "direct"]
    assert [s.speaker.name for s in quoted if s.speaker] == ["Maria Kordova"] * len(quoted) and quoted
    last = report.statements[-1]
    assert last.speaker and last.speaker.name == "Maria Kordova" and "resume in May" in last.content[-1].text


@pytest.mark.parametrize("mark", ["\r\n\r\n", "\n\n", "\r\r"])
def test_line_ends_do_not_move_offsets(mark: str) -> None:
    text = f"Talks fail{mark}“It is over,” Ana Cruz said.{mark}“Not yet,” said Jon Berg.{mark}"
    assert [name for name, _ in speakers(text)] == ["Ana Cruz", "Jon Berg"]


def test_another_language_is_kept_and_said_to_be_untagged() -> None:
    text = (
        "Министр иностранных дел заявил в понедельник, что переговоры продолжатся на следующей неделе в столице. " * 4
    )
    report = onrecord.read(text)
    assert report.text == text and not report.tagged and not report.statements and report.language == "ru"


def test_a_text_without_statements_is_a_report() -> None:
    report = onrecord.read("The bridge was built in 1912. It is 300 metres long and carries two lanes of traffic.")
    assert report.tagged and report.statements == ()
