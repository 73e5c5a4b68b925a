"""Publication dates: how they are written, where they stand, what they add up to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.published import estimate, in_file_name, in_url, state

DAY = date(2008, 2, 17)


@pytest.mark.parametrize(
    "written",
    [
        "2008-02-17",
        "2008-02-17T10:00:00Z",
        "2008-02-17T10:00:00+01:00",
        "2008-02-17 10:00",
        "20080217",
        "20080217T100000Z",
        "2008/02/17",
        "2008/2/17 10:00",
        "17 February 2008",
        "17 Feb 2008",
        "Sunday, 17 February 2008",
        "February 17, 2008",
        "Feb. 17, 2008, 10:00 a.m.",
        "Sun, 17 Feb 2008 10:00:00 GMT",
        "17.02.2008",
        "17/02/2008",
        "02/17/2008",
        "1203242400",
        "1203242400000",
    ],
)
def test_ways_to_write_a_date(written: str) -> None:
    stated = state(written, "metadata", "published")
    assert stated is not None
    assert stated.values == (DAY,)


@pytest.mark.parametrize(
    "written", ["", "2008", "February 2008", "2008-02", "Monday", "2008-02-30", "0000-00-00", "99/99/2008", "x" * 500]
)
def test_what_is_no_full_date(written: str) -> None:
    assert state(written, "metadata", "published") is None


def test_day_and_month_in_doubt_give_two_candidates() -> None:
    found = estimate([stated for stated in [state("03/04/2008", "metadata", "published")] if stated])
    assert found.best is None
    assert [candidate.value for candidate in found.candidates] == [date(2008, 3, 4), date(2008, 4, 3)]
    assert sum(candidate.weight for candidate in found.candidates) == 1


def test_a_second_statement_settles_the_doubt() -> None:
    stated = [state("03/04/2008", "metadata", "published"), state("2008-04-03", "page", "meta date")]
    assert estimate([item for item in stated if item]).best == date(2008, 4, 3)


def test_one_moment_in_two_time_zones_is_one_date() -> None:
    stated = [state("2008-02-17T00:30:00+02:00", "page", "a"), state("2008-02-16T22:30:00Z", "page", "b")]
    assert estimate([item for item in stated if item]).best == DAY


@pytest.mark.parametrize(
    "name", ["2008-02-17.txt", "kosovo_2008_02_17.txt", "20080217-story.html", "a 2008.02.17 b.txt"]
)
def test_file_names_with_a_date(name: str) -> None:
    assert [item.values for item in in_file_name(name)] == [(DAY,)]


@pytest.mark.parametrize(
    "name", ["2008.txt", "2008-02.txt", "a20080217b.txt", "120080217.txt", "2008-13-17.txt", "f7fc20080217dff7.txt"]
)
def test_file_names_without_one(name: str) -> None:
    assert in_file_name(name) == []


@pytest.mark.parametrize(
    "path",
    [
        "2008/02/17/talks",
        "news/2008-02-17/talks",
        "20080217/t",
        "world/2008/feb/17/talks",
        "2008/2/17/",
        "a/2008-02-17-t",
    ],
)
def test_addresses_with_a_date(path: str) -> None:
    assert [item.values for item in in_url(f"https://c.example/{path}")] == [(DAY,)]


@pytest.mark.parametrize(
    "url",
    ["https://c.example/2008/02/talks", "https://c.example/?d=2008/02/17", "https://c.example/12345678", "https://["],
)
def test_addresses_without_one(url: str) -> None:
    assert in_url(url) == []


def test_a_page_outweighs_its_address_which_outweighs_its_file_name() -> None:
    page, url, name = (
        state("2008-02-17", "page", "meta"),
        in_url("https://c.example/2008/02/18/t"),
        in_file_name("2019-01-01.txt"),
    )
    assert page is not None
    assert estimate([page, *url, *name]).best == DAY
    assert estimate([*url, *name]).best == date(2008, 2, 18)
    assert estimate(name).best == date(2019, 1, 1)
    assert len(estimate([page, *url, *name]).reasons) == 3


def test_nothing_stated_is_nothing_known() -> None:
    assert estimate([]).best is None
    assert estimate([]).reasons == ()


@given(
    st.text(max_size=40)
    | st.from_regex(r"[0-9]{1,14}|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}T?[0-9:Z+]*", fullmatch=True)
)
def test_no_writing_breaks_it(written: str) -> None:
    stated = state(written, "page", "meta")
    assert stated is None or stated.values
    in_file_name(written)
    in_url("https://c.example/" + written)
