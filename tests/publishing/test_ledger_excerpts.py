"""Words of reports in their sentences."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from dossier_pile import Pile, on, report
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain import Report, Span
from onrecord.publishing.dossier.evidence import evidence_markup
from onrecord.publishing.dossier.ledger.excerpts import Bit, Excerpts, Mark, bits_of
from onrecord.publishing.dossier.survey import ReportRow, survey
from onrecord.statements.sentences import sentence_bounds

ROLES = {"a": "act", "c": "cue", "i": "condition", "t": "time"}
SIGNS = {role: sign for sign, role in ROLES.items()}
_TAG = re.compile(r"<(/?)([acit])>")


def marked(text: str) -> tuple[str, list[Mark]]:
    """The text without ``<a>``, ``<c>``, ``<i>`` and ``<t>``, and what they mark."""
    plain, marks, opened, at = "", [], {}, 0
    for tag in _TAG.finditer(text):
        plain += text[at : tag.start()]
        at = tag.end()
        if tag[1]:
            marks.append((opened.pop(tag[2]), len(plain), ROLES[tag[2]]))
        else:
            opened[tag[2]] = len(plain)
    plain += text[at:]
    return plain, [Mark(Span.of(plain, start, end), role) for start, end, role in marks]  # type: ignore[arg-type]


def shown(bits: tuple[Bit, ...]) -> str:
    return "".join(
        f"<{SIGNS[bit.role]}>{bit.text}</{SIGNS[bit.role]}>" if bit.role in SIGNS else bit.text for bit in bits
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It rained. Tarn <c>will</c> <a>pay</a>. Ombar won't.", "Tarn <c>will</c> <a>pay</a>."),
        ("Tarn <a>pays\n by</a> May", "Tarn <a>pays by</a> May"),
        ("“We <c>will</c> <a>pay</a>.” Ombar won't.", "“We <c>will</c> <a>pay</a>.”"),
        ("Tarn <a>pays in <t>May</t></a>.", "Tarn <a>pays in </a><t>May</t>."),
        ("Tarn <a>pays <i>if <t>by May</t> asked</i></a>.", "Tarn <a>pays </a><i>if </i><t>by May</t><i> asked</i>."),
        ("Tarn <a>pays</a>. It rains. Ombar <t>in May</t>.", "Tarn <a>pays</a>. It rains. Ombar <t>in May</t>."),
    ],
)
def test_marks_stand_in_their_sentence(text: str, wanted: str) -> None:
    assert shown(bits_of(*marked(text))) == wanted


def test_long_sentences_are_cut_at_words_and_say_so() -> None:
    around = "word " * 200
    bits = bits_of(*marked(f"{around}<a>pays</a> {around}<t>in May</t> {around}"))
    assert [bit.role for bit in bits] == ["cut", "told", "act", "told", "cut", "told", "time", "told", "cut"]
    assert all(part in ("word", "") for bit in bits if bit.role == "told" for part in bit.text.split(" "))
    assert sum(len(bit.text) for bit in bits) < 1200


@given(st.text(alphabet="Ab .\n“”", min_size=1, max_size=80), st.data())
def test_no_word_is_added_or_lost(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    bits = bits_of(text, [Mark(Span.of(text, start, end), "act")])
    told = "".join("".join(bit.text for bit in bits).split())
    low, high = sentence_bounds(text, start, end)
    assert told.startswith("".join(text[low:high].split()))
    assert told in "".join(text.split())


def test_one_place_is_one_anchor_and_leads_to_the_entry_that_has_a_sign() -> None:
    one = report("a.txt", "Tarn will pay.", published=on(2031, 1, 1))
    row = survey_row(one)
    excerpts = Excerpts()
    mark = Mark(Span.of(one.text, 5, 13), "act")
    plain, signed = excerpts.ask(row, [mark]), excerpts.ask(row, [mark], "commitment")
    assert plain is not None
    assert signed is not None
    signed.link = "commitments/index.html#c"
    assert excerpts.of(row.id) == [signed]
    excerpts.fill([one])
    assert plain.bits == signed.bits == (Bit("Tarn ", "told"), Bit("will pay", "act"), Bit(".", "told"))
    assert excerpts.ask(row, []) is None


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), max_size=6))
def test_a_reports_text_stays_to_the_letter_and_its_words_are_marked(places: list[tuple[int, int]]) -> None:
    one = report("a.txt", "Tarn <will> pay & Ombar won't.\n\n“Never,” said Ruiz of the fee on Monday.")
    excerpts = Excerpts()
    for start, length in places:
        excerpts.ask(survey_row(one), [Mark(Span.of(one.text, start, start + length), "act")], "commitment")
    words = excerpts.of(one.id)
    for each in words:
        each.link = "commitments/index.html#c"
    found = Marked(str(evidence_markup(one, [], words=words)))
    assert found.text == one.text
    for number, each in enumerate(words, start=1):
        start, end = each.range
        inside = {at for at in range(start, end) if one.text[at] != "\n"}
        assert {at for at, numbers in enumerate(found.numbers) if number in numbers} == inside
        assert not inside or found.anchors[each.anchor] <= min(inside)


class Marked(HTMLParser):
    """A report's text, the numbers of the words that each character belongs to, and where anchors stand."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.numbers: list[set[int]] = []
        self.anchors: dict[str, int] = {}
        self._open: list[set[int]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if "id" in values:
            self.anchors[values["id"] or ""] = len(self.text)
        numbers = values.get("data-w") or "" if tag == "span" else ""
        self._open.append({int(number) for number in numbers.split()})

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        self.numbers += [set().union(*self._open) for _ in data]


def survey_row(one: Report) -> ReportRow:
    return survey(Pile((one,))).reports[0]
