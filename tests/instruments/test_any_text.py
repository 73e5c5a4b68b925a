"""Any text at all: no exception, true spans, no overlap, linear time."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import any_text

from onrecord.domain import Report, Span, Statement
from onrecord.instruments import cite, join, named_in

_LEGAL = (
    "resolution|Resolution|s 242 and 338| 1244| (1999)|UN |U.N.|Security Council| the |treaty|Treaty of |Tarvel|’s |"
    "(4)|Article 5| of |Charter|agreement|a signed |violates |not |Court|ruling| 2016 |, |. |\n|\r\n|\n\n|-|law|on "
)
_PIECES = st.sampled_from(_LEGAL.split("|"))
legal_text = st.lists(_PIECES | any_text, max_size=30).map("".join)


@settings(max_examples=80, deadline=None)
@given(text=legal_text, cuts=st.lists(st.integers(0, 200), min_size=4, max_size=4))
def test_any_text_is_read(text: str, cuts: list[int]) -> None:
    low, high, start, end = (min(cut, len(text)) for cut in cuts)
    chrome = Span.of(text, min(low, high), max(low, high))
    content = Span.of(text, min(start, end), max(start, end))
    statement = Statement(None, None, (content,), "indirect", "speech", 0.5)
    report = cite(Report(name="a", text=text, sha256="0" * 64, chrome=(chrome,), statements=(statement,)))
    places = [each.span for each in report.citations]  # the report itself has checked that they are true to its text
    assert places == sorted(places)
    assert all(one.end <= other.start for one, other in pairwise(places))
    assert all(span.start < span.end and not span.overlaps(chrome) for span in places)
    cited = {each.span for each in report.citations}
    for ground in report.statements[0].grounds:
        assert ground.span in cited
        assert content.start <= ground.span.start and ground.span.end <= content.end
        assert (ground.words is None) == (ground.relation == "mentioned")
    named = named_in(report)
    assert join([] if named is None else [named]).across(report).text == text


@pytest.mark.parametrize(
    "unit",
    [
        "Resolution 1244 of the UN Charter and the Treaty, 242 and 338 violate it. ",
        "the Act of A Bold Law ",
        "resolutions 1, 2, 3, ",
        "a signed accord, the treaty ",
        "Article 5 of it, the Court of the ",
        "U.N. U.N.’s ",
        "((((2016 ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(times: int) -> float:
        report = Report(name="a", text=unit * times, sha256="0" * 64)
        started = time.process_time()
        cite(report)
        return time.process_time() - started

    few = 20_000 // len(unit)
    seconds(10)
    one, eight = min(seconds(few) for _ in range(2)), seconds(8 * few)
    assert eight < 24 * max(one, 0.02)
