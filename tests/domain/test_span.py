import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain import Report, Span, Statement
from onrecord.errors import EvidenceError


@given(st.text(), st.integers(-3, 20), st.integers(-3, 20))
def test_a_span_is_its_slice_or_an_error(text: str, start: int, end: int) -> None:
    if 0 <= start <= end <= len(text):
        assert Span.of(text, start, end).text == text[start:end]
    else:
        with pytest.raises(EvidenceError):
            Span.of(text, start, end)


def test_a_span_of_the_wrong_length_is_an_error() -> None:
    with pytest.raises(EvidenceError):
        Span(0, 3, "four")


def test_a_report_refuses_evidence_that_is_not_in_it() -> None:
    statement = Statement(Span(0, 2, "He"), Span(3, 7, "said"), (Span(8, 10, "no"),), "indirect", "speech", 0.5)
    Report("a.txt", "He said no", "00", statements=(statement,))
    with pytest.raises(EvidenceError, match="no"):
        Report("a.txt", "He said ja", "00", statements=(statement,))
    with pytest.raises(EvidenceError):
        Report("a.txt", "short", "00", chrome=(Span(2, 9, "outside"),))


def test_ids_are_hashes_of_content() -> None:
    text = "He said no"
    one = Statement(None, Span(3, 7, "said"), (Span(8, 10, "no"),), "indirect", "speech", 0.5)
    two = Statement(None, Span(3, 7, "said"), (Span(8, 10, "no"),), "direct", "belief", 0.9)
    report = Report("a.txt", text, "00")
    assert report.statement_id(one) == report.statement_id(two) != Report("a.txt", text, "01").statement_id(one)
    assert report.id == Report("b.txt", text, "00").id
