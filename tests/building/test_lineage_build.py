"""Lineage is part of a build, and the same whatever the order of the reports and the number of processes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from building_fakes import stages

from onrecord.building import build
from onrecord.building.stages import Seen, Stages
from onrecord.domain import DateEstimate, DateReason
from onrecord.record import open_record

SAID = "Ada Quist said: the mill at the weir will not be sold to anybody who means to pull it down before the winter"
STORY = (
    "The parish council of Little Wenning met twice last night and could not agree on what to do about its mill, which "
    "has stood empty since the miller moved to the coast with his three daughters and a parrot.\n\n"
    f"{SAID}\n\n"
    "A bidder from the county town has offered to turn the building into flats for retired lock keepers, provided that "
    "the wheel is stopped at night and that nobody fishes from the sluice on Sundays.\n"
)
TEXTS = {
    "gazette.txt": STORY,
    "herald.txt": f"A mill, a wheel and a parrot\n\n{STORY}\nMore on this on page seven of the late edition.\n",
    "other.txt": "Bo Lund said: nothing of the kind was discussed in the town hall of Great Wenning that evening\n",
}


def dates(reports: Iterable[Seen]) -> Mapping[str, DateEstimate]:
    """What a pile might say: the Herald's is the older one."""
    days = {"gazette.txt": date(2011, 5, 9), "herald.txt": date(2011, 5, 7)}
    reason = DateReason("by what the others say", "sibling")
    return {report.id: DateEstimate.known(days[name], reason) for report, _, name in reports if name in days}


def built(folder: Path, names: list[str], workers: int, with_stages: Stages | None = None) -> Path:
    for place, name in enumerate(names):
        (folder / str(place)).mkdir(parents=True)
        (folder / str(place) / name).write_text(TEXTS[name], encoding="utf-8")
    folders = [folder / str(place) for place in range(len(names))]
    build(folders, folder / "r.onrecord", workers=workers, stages=with_stages or stages())
    return folder / "r.onrecord"


def test_a_record_has_the_lineage_of_its_reports(tmp_path: Path) -> None:
    with open_record(built(tmp_path, list(TEXTS), 1)) as record:
        (row,) = record.lineage()
        assert {row.report.name, row.copied_from.name} == {"gazette.txt", "herald.txt"}
        assert any(SAID in span.text for span in row.evidence)
        printed = {row.report.name: (row.printings, row.independent) for row in record.statements()}
        assert printed == {"gazette.txt": (2, 1), "herald.txt": (2, 1), "other.txt": (1, 1)}
        assert record.check() == ()


def test_direction_goes_by_the_dates_that_the_pile_gives(tmp_path: Path) -> None:
    with open_record(built(tmp_path / "undated", list(TEXTS), 1)) as record:
        assert [row.direction for row in record.lineage()] == ["unknown"]
    with open_record(built(tmp_path / "dated", list(TEXTS), 1, replace(stages(), date=dates))) as record:
        (row,) = record.lineage()
        assert (row.direction, row.report.name, row.copied_from.name) == ("known", "gazette.txt", "herald.txt")
        assert "2011-05-07" in row.reason


def test_order_and_processes_make_no_difference(tmp_path: Path) -> None:
    one = built(tmp_path / "one", list(TEXTS), 1)
    two = built(tmp_path / "two", list(TEXTS)[::-1], 2)
    assert one.read_bytes() == two.read_bytes()
