"""A build goes by a file of actors, keeps it in the record, and tells what came of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import building_fakes as fakes
import pytest

from onrecord.building import build
from onrecord.building.stages import Stages, merge, standard_stages
from onrecord.errors import InputError
from onrecord.record import open_record

SAME = "same: [{names: [Vera Ilic, Vera Marsh], who: E. Quist}]\n"


def stages() -> Stages:
    return replace(fakes.stages(), merge=merge)


def pile(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_text("Vera Ilic said: we will stay\n")
    (folder / "b.txt").write_text("Vera Marsh said: we will go\n")
    return folder


def speakers(record: Path) -> set[str]:
    with open_record(record) as opened:
        return {actor.name for actor in opened.actors()}


def test_decisions_hold_survive_rebuilds_and_can_be_taken_back(tmp_path: Path) -> None:
    reports, record, file = pile(tmp_path / "pile"), tmp_path / "k", tmp_path / "actors.yaml"
    build([reports], record, workers=1, stages=stages())
    assert speakers(record) == {"Vera Ilic", "Vera Marsh"}
    file.write_text(SAME)
    summary = build([reports], record, workers=1, stages=stages(), actors=file)
    assert (summary.reused, summary.actors_file, summary.actors_file_kept) == (2, "actors.yaml", False)
    assert speakers(record) == {"Vera Ilic"}
    given = record.read_bytes()
    file.unlink()  # a person's work is not lost with a file
    summary = build([reports], record, workers=1, stages=stages())
    assert (summary.actors_file, summary.actors_file_kept) == ("actors.yaml", True)
    assert record.read_bytes() == given
    file.write_text("")
    build([reports], record, workers=1, stages=stages(), actors=file)
    assert speakers(record) == {"Vera Ilic", "Vera Marsh"}


def test_orphaned_decisions_are_told_and_kept(tmp_path: Path) -> None:
    reports, file = pile(tmp_path / "pile"), tmp_path / "actors.yaml"
    file.write_text(SAME + "different: [[Vera Ilic, Nobody Here]]\n")
    (reports / "b.txt").unlink()
    summary = build([reports], tmp_path / "k", workers=1, stages=stages(), actors=file)
    assert [decision.names for decision in summary.orphaned] == [
        ("Vera Ilic", "Vera Marsh"),
        ("Vera Ilic", "Nobody Here"),
    ]
    with open_record(tmp_path / "k") as record:
        assert [decision.orphaned for decision in record.decisions()] == [True, True]


def test_a_fault_stops_the_build_before_any_work(tmp_path: Path) -> None:
    reports, file = pile(tmp_path / "pile"), tmp_path / "actors.yaml"
    file.write_text("same:\n  - [Vera]\n")
    with pytest.raises(InputError, match=r"actors.yaml, line 2: "):
        build([reports], tmp_path / "k", workers=1, stages=stages(), actors=file)
    assert not (tmp_path / "k").exists()
    with pytest.raises(InputError, match="can't read the file of actors"):
        build([reports], tmp_path / "k", workers=1, stages=stages(), actors=tmp_path / "none.yaml")
    file.write_bytes(b"same: \xff")
    with pytest.raises(InputError, match="not UTF-8"):
        build([reports], tmp_path / "k", workers=1, stages=stages(), actors=file)


def test_states_and_bodies_are_part_of_the_engine_and_decisions_are_not() -> None:
    from onrecord.actors.actors_file import read_actors_file

    plain = standard_stages(None).engine
    assert standard_stages(None, read_actors_file(SAME, "a.yaml").additions).engine == plain
    added = read_actors_file("states: [{name: Norvenia}]", "a.yaml").additions
    assert standard_stages(None, added).engine == f"{plain}, actors {added.digest[:12]}"
