"""No text makes the finder raise, loop, overlap or take more than time in proportion to the text."""

import random
import time
from datetime import date

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from strategies import any_text

from onrecord.dating import find, resolve

_WORDS = """Monday Sunday Dec. May the a an past last next two and of year years ago week quarter first second half
hundred p.m. until will said 12 7 1999 2007 31 0 '98 1990s 12/08/97 2007-12-10 10:35 - , . " ' ( ) $ early end this that
Easter fiscal about more than at least every per 1/2 ½ noon GMT day before after from now ２００７ ٣"""
time_words = st.lists(st.sampled_from([*_WORDS.split(), "\n\n"]), max_size=25).map(" ".join)


@given(time_words | any_text | st.lists(time_words | any_text, max_size=4).map("".join), st.none() | st.dates())
@example("Feb 29", date(2007, 1, 1))
@example("Friday week next weekend two years later", date.max)
@example("last Friday 200 years ago last weekend a century ago", date.min)
@example("0/0 1/0 years", date(2000, 1, 1))
@example("9" * 5000 + " days", None)
def test_any_text_yields_disjoint_expressions_true_to_it(text: str, reference: date | None) -> None:
    found = find(text)
    end = 0
    for timex in found:
        assert timex.span.start >= end and timex.span.end > timex.span.start
        assert text[timex.span.start : timex.span.end] == timex.span.text
        end = timex.span.end
    times = resolve(found, reference)
    assert [time.span for time in times] == [timex.span for timex in found]
    assert all(time.value for time in times)


@given(any_text, time_words)
def test_offsets_are_code_points_whatever_stands_before(before: str, words: str) -> None:
    shifted = [(t.span.start - len(before) - 2, t.span.text) for t in find(before + "\n\n" + words)]
    plain = [(t.span.start, t.span.text) for t in find(words)]
    assert [t for t in shifted if t[0] >= 0] == plain


@given(time_words, st.data())
def test_nothing_is_found_in_what_is_skipped(text: str, data: st.DataObject) -> None:
    assume(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    for timex in find(text, [(start, end)]):
        assert timex.span.end <= start or timex.span.start >= end


def _spent(text: str) -> float:
    began = time.process_time()
    resolve(find(text), date(2007, 12, 12))
    return time.process_time() - began


@pytest.mark.parametrize(
    "unit",
    ["1", "Monday ", "Monday7", "two ", "twenty-", "hundred and ", "' ", '" ', "'98 ", "1,000,", "a year ago ", "\n "],
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    short, long = unit * (40_000 // len(unit)), unit * (320_000 // len(unit))
    _spent(short)
    assert _spent(long) < 8 * 4 * max(_spent(short), 0.02)


@pytest.mark.slow
def test_five_megabytes_of_digits_and_weekdays() -> None:
    choose = random.Random(7)
    pieces = ["Monday ", "Friday", "7 ", "2007 ", "12-", "1,", "19", "Dec. ", "Sunday-"]
    text = "".join(choose.choice(pieces) for _ in range(1_170_000))
    assert len(text) > 5_000_000
    assert _spent(text) < 180
