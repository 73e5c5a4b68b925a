"""Dates that a person gives, in a file beside the reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.reading import Unread, find_reports, parse
from onrecord.reading.given_dates import given_estimate, interval

BODY = "The council met on Monday.\n\nIt will vote on the bridge within a week, the mayor said."


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2012-05-08", date(2012, 5, 8), date(2012, 5, 8)),
        (" 2012-02 ", date(2012, 2, 1), date(2012, 2, 29)),
        ("1999", date(1999, 1, 1), date(1999, 12, 31)),
        ("2012-05-08/2012-05-10", date(2012, 5, 8), date(2012, 5, 10)),
        ("2011-12/2012", date(2011, 12, 1), date(2012, 12, 31)),
    ],
)
def test_a_date_may_be_a_day_or_a_span_of_time(written: str, first: date, last: date) -> None:
    assert interval(written) == (first, last)
    estimate = given_estimate(written, "published.csv")
    assert (estimate.earliest, estimate.latest) == (first, last)
    assert estimate.best == (first if first == last else None)
    assert estimate.reasons[0].origin == "given"


@given(st.text(st.sampled_from("0123456789-/ x²"), max_size=25))
def test_what_is_no_date_is_refused(written: str) -> None:
    try:
        first, last = interval(written)
    except ValueError as error:
        assert "2008-02-13/2008-02-19" in str(error) or "time data" not in str(error)
    else:
        assert first <= last


def _files(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")


def test_the_file_beside_the_reports_outweighs_what_they_state(tmp_path: Path) -> None:
    _files(tmp_path, dam__txt="DHAKA, May 1, 2010 – " + BODY, river__txt=BODY)
    _files(tmp_path, published__csv="file,published,source\ndam.txt,2012-05-08,print\n\nriver.txt,2012-05\n")
    reports = {raw.name: parse(raw) for raw in find_reports(tmp_path) if not isinstance(raw, Unread)}
    assert reports["dam.txt"].published.best == date(2012, 5, 8)
    assert [reason.text for reason in reports["dam.txt"].published.reasons] == ["published.csv says 2012-05-08"]
    assert (reports["river.txt"].published.earliest, reports["river.txt"].published.latest) == (
        date(2012, 5, 1),
        date(2012, 5, 31),
    )


def test_what_the_file_name_says_otherwise_is_kept_as_speaking_against(tmp_path: Path) -> None:
    _files(
        tmp_path, **{"2019-01-01 dam__txt": BODY}, published__tsv="file\tpublished\n2019-01-01 dam.txt\t2012-05-08\n"
    )
    (raw,) = find_reports(tmp_path)
    assert not isinstance(raw, Unread)
    reasons = parse(raw).published.reasons
    assert [(reason.origin, reason.against) for reason in reasons] == [("given", False), ("file name", True)]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("report,date\ndam.txt,2012-05-08\n", "line 1: the first two columns must be called file and published"),
        ("file,published\ndamm.txt,2012-05-08\n", "line 2: there is no file 'damm.txt'"),
        ("file,published\ndam.txt,8 May\n", "line 2: '8 May' is no date"),
        ("file,published\ndam.txt\n", "line 2: '' is no date"),
    ],
)
def test_a_slip_in_the_file_is_told_with_its_line(tmp_path: Path, table: str, told: str) -> None:
    _files(tmp_path, dam__txt=BODY, published__csv=table)
    with pytest.raises(InputError, match=told):
        list(find_reports(tmp_path))


def test_lines_of_a_file_are_named_by_their_number(tmp_path: Path) -> None:
    lines = '{"text": "' + BODY.replace("\n", "\\n") + '"}\n'
    _files(tmp_path, feed__jsonl=lines + lines.replace("Monday", "Tuesday"))
    _files(tmp_path, published__csv="file,published\nfeed.jsonl#2,2012-05-08\n")
    dates = [parse(raw).published.best for raw in find_reports(tmp_path) if not isinstance(raw, Unread)]
    assert dates == [None, date(2012, 5, 8)]
