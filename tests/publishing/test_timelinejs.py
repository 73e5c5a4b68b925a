"""The TimelineJS export: its format, dates no surer than they are, and no markup from reports."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import dossier_pile as piles
import pytest
from click.testing import CliRunner
from dossier_pile import SEVENTH_OF_MAY as DAY
from dossier_pile import ferry

from onrecord.cli.program import cli
from onrecord.domain import DateEstimate, Report
from onrecord.errors import BuildError
from onrecord.publishing import write_timelinejs
from onrecord.record import write_record

CODEBOOK = Path(__file__).resolve().parents[2] / "docs" / "codebook.md"


def written(tmp_path: Path, *reports: Report) -> dict[str, Any]:
    path = tmp_path / "timeline.json"
    found = write_timelinejs(piles.Pile(reports), path)
    given = json.loads(path.read_text(encoding="utf-8"))
    assert found.path == path and found.events == len(given["events"])
    return given  # type: ignore[no-any-return]


def dates(tmp_path: Path, published: DateEstimate) -> dict[str, Any]:
    events = written(tmp_path, replace(ferry("a.txt", published), times=()))["events"]
    (event,) = [event for event in events if event["group"] == "Reports"]
    return {key: event[key] for key in ("start_date", "end_date", "display_date") if key in event}


def test_what_it_is_made_of(tmp_path: Path) -> None:
    given = written(tmp_path, ferry())
    assert list(given) == ["scale", "title", "events"] and given["scale"] == "human"
    assert given["title"]["text"]["headline"] == "Who said what in 1 report"
    assert [event["group"] for event in given["events"]] == ["Reports", "Statements", "Statements", "Named days"]
    statement = given["events"][1]
    assert statement["text"]["headline"] == "Jonas Quist"
    assert "<em>said</em> It does not" in statement["text"]["text"]
    assert "ferry.txt, 7 May 2012" in statement["text"]["text"]
    assert statement["display_date"] == "Not after 7 May 2012"
    assert "A vote is set for <b>May 30</b>" in given["events"][3]["text"]["text"]


def test_every_field_is_in_the_codebook(tmp_path: Path) -> None:
    given = written(tmp_path, ferry("a.txt"), ferry("b.txt", DateEstimate(None, date(2012, 5, 1), date(2012, 5, 9))))
    section = CODEBOOK.read_text(encoding="utf-8").partition("\n## TimelineJS\n")[2]
    for field in {*given, *(field for event in given["events"] for field in event)}:
        assert f"`{field}`" in section
    for group in {event["group"] for event in given["events"]}:
        assert f"`{group}`" in section


def test_ids_are_unique_and_those_of_the_record(tmp_path: Path) -> None:
    reports = (ferry("a.txt"), ferry("b.txt", piles.on(2012, 5, 8)))
    ids = [event["unique_id"] for event in written(tmp_path, *reports)["events"]]
    assert len(set(ids)) == len(ids) == 8
    for report in reports:
        assert {report.id, *(report.statement_id(one) for one in report.statements)} < set(ids)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (DAY, {"start_date": (2012, 5, 7), "display_date": "7 May 2012"}),
        (
            piles.one_of(date(2012, 5, 8), date(2012, 5, 7)),
            {"start_date": (2012, 5, 8), "display_date": "7 or 8 May 2012"},
        ),
        (
            DateEstimate(None, date(2012, 5, 1), date(2012, 5, 9)),
            {"start_date": (2012, 5, 1), "end_date": (2012, 5, 9), "display_date": "Between 1 and 9 May 2012"},
        ),
        (
            DateEstimate(date(2012, 5, 7), date(2012, 5, 1), date(2012, 5, 9)),
            {
                "start_date": (2012, 5, 1),
                "end_date": (2012, 5, 9),
                "display_date": "Probably 7 May 2012, between 1 and 9 May 2012",
            },
        ),
        (
            DateEstimate(None, None, date(2012, 5, 9)),
            {"start_date": (2012, 5, 9), "display_date": "Not after 9 May 2012"},
        ),
    ],
)
def test_dates_are_put_no_surer_than_they_are(
    tmp_path: Path, published: DateEstimate, expected: dict[str, Any]
) -> None:
    def spelt(value: Any) -> Any:
        return dict(zip(("year", "month", "day"), value, strict=True)) if isinstance(value, tuple) else value

    assert dates(tmp_path, published) == {key: spelt(value) for key, value in expected.items()}


def test_hostile_reports_stay_text(tmp_path: Path) -> None:
    hostile = replace(piles.hostile(), published=DAY)
    events = written(tmp_path, hostile)["events"]
    for event in events:
        assert event["autolink"] is False
        for value in event["text"].values():
            assert "<script" not in value and "<img" not in value and "\u202e" not in value
    assert any("&lt;script&gt;" in event["text"]["headline"] for event in events)


def test_what_has_no_date_is_left_out_and_counted(tmp_path: Path) -> None:
    found = write_timelinejs(piles.Pile((ferry("a.txt"), ferry("b.txt", DateEstimate()))), tmp_path / "t.json")
    assert (found.events, found.undated) == (4, 2)


def test_an_empty_record_is_a_timeline_without_events(tmp_path: Path) -> None:
    assert written(tmp_path)["events"] == []


def test_same_record_same_bytes(tmp_path: Path) -> None:
    reports = piles.pile().all_reports
    write_timelinejs(piles.Pile(reports), tmp_path / "a.json")
    write_timelinejs(piles.Pile(reports[::-1]), tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="folder"):
        write_timelinejs(piles.Pile(()), tmp_path)


def test_the_command_writes_the_file_and_tells_what_it_left_out(tmp_path: Path) -> None:
    reports = [ferry("a.txt"), ferry("b.txt", DateEstimate())]
    write_record(tmp_path / "r.onrecord", reports)
    arguments = ["export", str(tmp_path / "r.onrecord"), "--to", "timelinejs", "-o", str(tmp_path / "t.json")]
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == 0, done.output
    assert done.stdout == f"{tmp_path / 't.json'}\n"
    assert done.stderr == "2 statements without a date left out\n"
    assert len(json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))["events"]) == 4
