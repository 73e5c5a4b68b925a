"""Dates of publication that a build is given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import building_fakes as fakes
import pytest

from onrecord.building import BuildSummary, build
from onrecord.domain import DateEstimate, Report
from onrecord.errors import InputError
from onrecord.reading import RawReport, parse
from onrecord.record import open_record


def dated(raw: RawReport) -> Report:
    return replace(fakes.work(raw), published=parse(raw).published)


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt", "north/c.txt", "south/c.txt"):
        path = tmp_path / "pile" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Ada Okoro said: we read {name}", encoding="utf-8")
    return tmp_path / "pile"


def made(pile: Path, published: dict[str, str] | None = None) -> BuildSummary:
    output = pile.with_suffix(".onrecord")
    return build([pile], output, workers=1, published=published, stages=fakes.stages(work=dated))


def dates(pile: Path) -> dict[str, DateEstimate]:
    with open_record(pile.with_suffix(".onrecord")) as record:
        return {report.name: report.published for report in record.reports()}


def test_a_report_is_dated_by_its_name_or_its_path(pile: Path) -> None:
    made(pile, {"a.txt": "2012-05-08", "south/c.txt": "2012-05"})
    found = dates(pile)
    assert found["a.txt"].best == date(2012, 5, 8)
    assert [reason.text for reason in found["a.txt"].reasons] == ["--published says 2012-05-08"]
    assert (found["south/c.txt"].earliest, found["south/c.txt"].latest) == (date(2012, 5, 1), date(2012, 5, 31))
    assert found["b.txt"].reasons == found["north/c.txt"].reasons == ()


def test_the_record_keeps_the_date_until_it_is_taken_back(pile: Path) -> None:
    made(pile, {"a.txt": "2012-05-08"})
    (pile / "a.txt").rename(pile / "renamed.txt")
    assert made(pile).reused == 3  # kept by its bytes; analysed again under its new name
    assert dates(pile)["renamed.txt"].best == date(2012, 5, 8)
    made(pile, {"renamed.txt": "2012-05-09"})
    assert dates(pile)["renamed.txt"].best == date(2012, 5, 9)
    made(pile, {"renamed.txt": ""})
    assert dates(pile)["renamed.txt"] == DateEstimate()


def test_the_option_outweighs_the_file_beside_the_reports(pile: Path) -> None:
    (pile / "published.csv").write_text("file,published\na.txt,2001\nb.txt,2001\n", encoding="utf-8")
    made(pile, {"a.txt": "2012-05-08"})
    assert [dates(pile)[name].latest for name in ("a.txt", "b.txt")] == [date(2012, 5, 8), date(2001, 12, 31)]


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ({"x.txt": "2012-05-08"}, "x.txt: there is no such report"),
        ({"c.txt": "2012-05-08"}, "c.txt: there are several reports of this name; give the path"),
        ({"a.txt": "May"}, "a.txt: 'May' is no date"),
    ],
)
def test_a_date_for_nothing_or_of_no_day_is_refused(pile: Path, published: dict[str, str], told: str) -> None:
    with pytest.raises(InputError, match=told):
        made(pile, published)
