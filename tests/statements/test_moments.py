# ruff: noqa: E501 -- a row of a table is one line
"""Which words tell when a statement was made, each row: a marked report and the words for its first statement."""

from __future__ import annotations

import pytest
from told import parsed

from onrecord.dating import find
from onrecord.statements.moments import moments

NAMED = [
    ("<q1>“Never,”</q1> <s1>Ana Cruz</s1> <c1>said</c1> Monday.", "Monday"),
    ("<s1>Ana Cruz</s1> <c1>said</c1> on Friday <q1>that talks were over</q1>.", "Friday"),
    ("<s1>The ministry</s1> <c1>told</c1> reporters late Thursday <q1>that talks were over</q1>.", "late Thursday"),
    ("On 5 May, <s1>the ministry</s1> <c1>said</c1> <q1>talks were over</q1>.", "5 May"),
    ("Speaking in Riga on Tuesday, <s1>the envoy</s1> <c1>said</c1> <q1>talks were over</q1>.", "Tuesday"),
    ("ACCRA, May 3 (Coast Wire) — On Sunday <s1>the envoy</s1> <c1>said</c1> <q1>talks were over</q1>.", "Sunday"),
    ("<s1>The envoy</s1>, in an interview published on Sunday, <c1>said</c1> <q1>talks were over</q1>.", "Sunday"),
    (
        "<s1>The committee</s1>, the larger of two, Friday submitted a report <c1>saying</c1> <q1>talks were over</q1>.",
        "Friday",
    ),
    (
        "The committee, the larger of two, Friday submitted to the court <s1>a report</s1> <c1>saying</c1> <q1>talks were over</q1>.",
        "Friday",
    ),
    ("On Friday the committee submitted <s1>a report</s1> <c1>saying</c1> <q1>talks were over</q1>.", "Friday"),
    ("<q1>“No,”</q1> <c1>said</c1> <s1>Ana Cruz, a lawmaker,</s1> on Tuesday.", "Tuesday"),
    ("<s1>She</s1> <c1>said</c1> in June 2012 <q1>that talks were over</q1>.", "June 2012"),
    ("<s1>She</s1> <c1>said</c1> at Friday’s meeting <q1>that talks were over</q1>.", "Friday"),
    ("<s1>Ana Cruz</s1> <c1>said</c1> <q1>“Never”</q1> on Monday.", "Monday"),
    (
        "<s1>Ana Cruz</s1> <c1>said</c1> Monday <q1>that it was over</q1> and <c2>warned</c2> <q2>of worse</q2>.",
        "Monday",
    ),
]
OTHER_DAYS = [
    "<s1>Ana Cruz</s1> <c1>spoke</c1> of Monday’s vote as <q1>a trap</q1>.",
    "<s1>Ana Cruz</s1>, who resigned on Monday, <c1>said</c1> <q1>it was a trap</q1>.",
    "<s1>The party</s1>, founded in 2003, <c1>said</c1> <q1>it was a trap</q1>.",
    "<s1>Ana Cruz</s1> <c1>said</c1> <q1>it would be over on Monday</q1>.",
    "<s1>Ana Cruz</s1> <c1>said</c1> ahead of Sunday’s vote <q1>that it was a trap</q1>.",
    "<s1>Ana Cruz</s1> <c1>told</c1> Cairo Today <q1>that it was a trap</q1>.",
    "The bridge fell on Monday, and while crews worked <s1>Ana Cruz</s1> <c1>said</c1> <q1>it was a trap</q1>.",
    "<s1>Ana Cruz</s1> <c1>promised</c1> <q1>“peace”</q1> by Friday.",
]


@pytest.mark.parametrize(("marked", "words"), NAMED)
def test_frames_name_the_moment(marked: str, words: str) -> None:
    text, statements = parsed(marked)
    times = find(text)
    for found in moments(text, statements, times):
        assert found is not None
        assert times[found.time].span.text == words
        assert not found.since


@pytest.mark.parametrize("marked", OTHER_DAYS)
def test_days_of_other_things_are_not_taken(marked: str) -> None:
    text, statements = parsed(marked)
    times = find(text)
    assert times or "Today" in text, "the text must hold a trap"
    assert moments(text, statements, times) == (None,)


def test_what_was_said_after_a_day() -> None:
    text, statements = parsed("After talks collapsed on Monday, <s1>the envoy</s1> <c1>said</c1> <q1>it was over</q1>.")
    (found,) = moments(text, statements, find(text))
    assert found is not None
    assert found.since
