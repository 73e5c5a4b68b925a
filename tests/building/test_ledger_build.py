"""The ledger is part of a build: made of the reports as they are recorded, the same whatever the order and processes.

What reports tell is found here by a pattern, and joined by its words: the build must not depend on what Onrecord finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from building_fakes import stages, work

from onrecord.building import build
from onrecord.building.stages import Seen, Stages
from onrecord.domain import (
    Act,
    Actor,
    Commitment,
    DateEstimate,
    DateReason,
    Declaration,
    Position,
    Question,
    Report,
    Sighting,
    Span,
    Stance,
)
from onrecord.ledger import keeping, recounting
from onrecord.ledger.entries import Entry
from onrecord.ledger.positions import QuestionsFile
from onrecord.ledger.positions.deciding import Decided
from onrecord.reading import RawReport
from onrecord.record import open_record

VOW = re.compile(r"^(?P<who>[A-Z]\w+(?: [A-Z]\w+)?) (?P<cue>will) (?P<act>[^\n.]+)", re.MULTILINE)
STORY = (
    "Bo Lund said: nothing of the kind was ever discussed in the town hall of Great Wenning on that evening in May\n\n"
    "Ada Quist will mend the mill at the weir before the winter, whatever it may cost the parish, and will not sell it "
    "to anybody who means to pull it down for the stones, as the miller of the next village saw done to his own\n"
)
TEXTS = {
    "gazette.txt": STORY,
    "herald.txt": f"A mill and a weir\n\n{STORY}\nMore on this on page seven of the late edition.\n",
    "post.txt": "Quist will mend the mill at the weir before the winter, whatever it may cost the parish, and will not "
    "rest until the wheel turns\n",
}
QUESTION = Question("the mill", ("mill",))


def declared(report: Report) -> tuple[Declaration, ...]:
    """One declaration for each line ``NAME will WORDS``, due on the day of the report."""
    found = []
    for match in VOW.finditer(report.text):
        who, cue, act = (Span.of(report.text, *match.span(part)) for part in ("who", "cue", "act"))
        actor = Actor(who.text, "person")
        found.append(Declaration(act, cue, "promise", "positive", "will", actor, deadline=report.published))
    return tuple(found)


def work_with_ledger(raw: RawReport) -> Report:
    report = work(raw)
    declarations = declared(report)
    acts = tuple(Act("AGREE", each.cue, each.actor, each.statement) for each in declarations if each.statement is None)
    stances = tuple(Stance(each.act, each.cue, ("mill",), "for", 2, each.actor) for each in declarations)
    statements = tuple(replace(each, act=acts[0] if acts else None) for each in report.statements)
    return replace(report, statements=statements, acts=acts, declarations=declarations, stances=stances)


def joined(entries: Sequence[Entry]) -> tuple[Commitment, ...]:
    """Declarations of one actor are one commitment."""
    by_actor: dict[str, list[Sighting]] = {}
    first: dict[str, Declaration] = {}
    for entry in entries:
        for place, declaration in enumerate(entry.declarations):
            assert declaration.actor is not None
            first.setdefault(declaration.actor.id, declaration)
            by_actor.setdefault(declaration.actor.id, []).append(Sighting(entry.report, place))
    return tuple(Commitment(places[0], first[actor], tuple(places)) for actor, places in by_actor.items())


def judged(entries: Sequence[Entry], file: QuestionsFile) -> Decided:
    stances = [(entry, place, stance) for entry in entries for place, stance in enumerate(entry.stances)]
    positions = tuple(
        Position(QUESTION, stance.actor, stance.side, Sighting(entry.report, place), stance, entry.published)
        for entry, place, stance in stances
        if stance.actor is not None
    )
    return Decided((QUESTION,), positions, ())


@pytest.fixture(autouse=True)
def _by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "joined_commitments", joined)
    monkeypatch.setattr(keeping, "judged", judged)
    monkeypatch.setattr(keeping, "spoken_for", lambda entries, positions: ())
    for name in ("gathered", "joined_forecasts", "frames"):
        monkeypatch.setattr(keeping, name, lambda entries: ())
    monkeypatch.setattr(keeping, "settled", lambda commitments, forecasts, events, entries: (commitments, (), ()))
    monkeypatch.setattr(recounting, "deadline_meant", lambda report, words, condition: report.published)


def built(folder: Path, names: list[str], workers: int, with_stages: Stages | None = None) -> Path:
    for place, name in enumerate(names):
        (folder / str(place)).mkdir(parents=True)
        (folder / str(place) / name).write_text(TEXTS[name], encoding="utf-8")
    folders = [folder / str(place) for place in range(len(names))]
    build(folders, folder / "r.onrecord", workers=workers, stages=with_stages or stages(work=work_with_ledger))
    return folder / "r.onrecord"


def test_a_record_has_the_ledger_of_its_reports(tmp_path: Path) -> None:
    with open_record(built(tmp_path, list(TEXTS), 1)) as record:
        rows = list(record.commitments())
        assert {row.report.name for row in rows} == set(TEXTS)
        # "Quist" of the Post is Ada Quist, although no statement names either.
        assert {row.actor.name for row in rows if row.actor is not None} == {"Ada Quist"}
        assert len({row.id for row in rows}) == 1
        # The Herald has it from the Gazette or the other way round; the Post's passage is too short to be a copy.
        assert {(row.printings, row.independent) for row in rows} == {(3, 2)}
        assert {row.side for row in record.positions()} == {"for"}
        (question,) = record.questions()
        assert (question.name, question.positions) == ("the mill", 3)
        acts = [row for row in record.acts() if row.statement]
        assert [row.report.name for row in acts] == ["gazette.txt", "herald.txt"]
        assert record.check() == ()


def test_order_and_processes_make_no_difference(tmp_path: Path) -> None:
    one = built(tmp_path / "one", list(TEXTS), 1)
    two = built(tmp_path / "two", list(TEXTS)[::-1], 2)
    assert one.read_bytes() == two.read_bytes()


def test_building_again_takes_what_is_kept_and_gives_the_same(tmp_path: Path) -> None:
    path = built(tmp_path, list(TEXTS), 1)
    before = path.read_bytes()
    folders = [tmp_path / str(place) for place in range(len(TEXTS))]
    assert build(folders, path, workers=1, stages=stages(work=work_with_ledger)).reused == len(TEXTS)
    assert path.read_bytes() == before


def test_dates_that_the_pile_gives_count_for_the_ledger_too(tmp_path: Path) -> None:
    def dates(reports: Iterable[Seen]) -> Mapping[str, DateEstimate]:
        reason = DateReason("by what the others say", "sibling")
        return {
            report.id: DateEstimate.known(date(2011, 5, 7), reason) for report, _, name in reports if "post" in name
        }

    path = built(tmp_path, list(TEXTS), 1, replace(stages(work=work_with_ledger), date=dates))
    with open_record(path) as record:
        due = {row.report.name: row.deadline.best for row in record.commitments()}
        assert due == {"gazette.txt": None, "herald.txt": None, "post.txt": date(2011, 5, 7)}
        assert next(record.commitments()).report.name == "post.txt"  # the only one of a known day comes first
