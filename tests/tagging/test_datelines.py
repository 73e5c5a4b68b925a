import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.tagging.datelines import datelines


@pytest.mark.parametrize(
    "text",
    [
        "[VALLETTA, February 13 (Veldwire) - ]Malta failed",
        "[NICOSIA, December 22. /ORVANE/. ]Cyprus may",
        "[NEW YORK (AP) — ]The council",
        "[GENEVA – ]Talks ended",
        "[BUENOS AIRES, Argentina (Reuters) - ]The islands",
        "[Valletta : ]Malta has said",
        "[Tbilisi, 4 May 2011 — ]The envoy",
        "[BAKU, 3 Jan. (Veldwire) -- ]Both sides",
        "Title\n\n[RABAT, March 1 (EFE) - ]The king",
    ],
)
def test_a_dateline_is_found(text: str) -> None:
    plain = text.replace("[", "").replace("]", "")
    start = text.index("[")
    assert datelines(plain) == [(start, text.index("]") - 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Maria Kordova (Labour) said no",
        "Maria Kordova: “No.”",
        "The Council - which met on Monday - said no",
        "NATO said it would leave",
        "On May 3 the council met",
        "Port talks fail - envoy",
        "GENEVA – ",
        "In Geneva (Switzerland) they met",
    ],
)
def test_what_is_no_dateline_stays(text: str) -> None:
    assert datelines(text) == []


@given(st.text(alphabet="AB ab,.()/-–:\n12Jan", max_size=120))
def test_ranges_are_in_order_and_inside(text: str) -> None:
    end = 0
    for start, stop in datelines(text):
        assert end <= start < stop <= len(text)
        end = stop


def test_a_line_of_five_megabytes_takes_no_time() -> None:
    began = time.process_time()
    datelines("A" * 5_000_000)
    datelines("A B-" * 1_000_000 + "\n" * 1_000_000)
    assert time.process_time() - began < 5
