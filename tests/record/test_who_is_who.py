"""Offices, identities and decisions go into a record and come out again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from record_samples import DECIDED, IDENTITIES, MINISTER, MINISTRY, OKORO, ORPHANED, dam, river, write_sample

from onrecord.domain import Actor, Description, Office, Span
from onrecord.record import Record, open_record, write_record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(write_sample(tmp_path / "s.onrecord")) as opened:
        yield opened


def test_an_office_has_its_holder_its_days_and_its_words(record: Record) -> None:
    (office,) = record.offices()
    assert (office.actor, office.title, office.of) == (OKORO, "minister", MINISTRY)
    assert (office.first_seen, office.last_seen, office.left_by) == (date(2012, 5, 8), date(2012, 5, 8), None)
    assert office.id == MINISTER.id
    assert [(claim.report.name, claim.span.text, claim.tenure) for claim in office.claims] == [
        ("river.txt", "minister Ada Okoro", "held")
    ]
    assert office.evidence == tuple(claim.span for claim in office.claims)
    assert office.reports == 1


def test_descriptions_stand_in_their_report(record: Record) -> None:
    by_name = {report.name: report for report in record.reports()}
    assert by_name["river.txt"].descriptions == river().descriptions
    assert by_name["dam #2.txt"].descriptions == ()


def test_identities_and_decisions_keep_who_decided(record: Record) -> None:
    assert tuple(record.identities()) == IDENTITIES
    assert record.decisions() == (DECIDED, ORPHANED)
    assert record.actors_file == ("actors.yaml", "different: [[Lake Wire, Ministry of Water]]\n")


def test_a_record_without_decisions_has_no_file_of_actors(tmp_path: Path) -> None:
    write_record(tmp_path / "r", [dam()])
    with open_record(tmp_path / "r") as record:
        assert record.actors_file is None
        assert record.decisions() == ()


def test_identities_of_nobody_in_the_record_are_left_out(tmp_path: Path) -> None:
    write_record(tmp_path / "r", [dam()], identities=[*IDENTITIES])  # the minister's office is in the other report
    with open_record(tmp_path / "r") as record:
        assert {row.actor.name for row in record.identities()} <= {actor.name for actor in record.actors()}


def test_somebody_who_is_only_described_has_a_row_with_evidence(tmp_path: Path) -> None:
    text = "Mayor Ines Faro came."
    quiet = Actor("Ines Faro", "person")
    report = replace(dam(), text=text, statements=(), refusals=(), citations=(), sha256="1" * 64)
    report = replace(report, descriptions=(Description(quiet, "mayor", Span.of(text, 0, 15)),))
    office = Office(quiet, "mayor")
    write_record(tmp_path / "r", [report], offices={(report.id, 0): office})
    with open_record(tmp_path / "r") as record:
        (actor,) = record.actors()
        assert (actor.statements, [span.text for span in actor.evidence]) == (0, ["Mayor Ines Faro"])
        assert record.check() == ()
        assert [row.first_seen for row in record.offices()] == [None]


def test_namesakes_are_told_apart_in_the_views(tmp_path: Path) -> None:
    first = replace(OKORO, distinction="minister")
    report = dam()
    report = replace(report, statements=tuple(replace(each, speaker=first) for each in report.statements))
    write_record(tmp_path / "r", [report, river()])
    with sqlite3.connect(tmp_path / "r") as connection:
        speakers = {row[0] for row in connection.execute("SELECT speaker FROM speakers")}
        said = {row[0] for row in connection.execute("SELECT speaker FROM who_said_what")}
    connection.close()
    assert {"Ada Okoro", "Ada Okoro (minister)"} <= speakers & said


def test_the_views_of_offices_and_identities(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "s.onrecord")
    with sqlite3.connect(path) as connection:
        was = connection.execute('SELECT who, title, "of", first_seen, reports, words FROM who_was_what').fetchall()
        who = connection.execute("SELECT actor, verdict, name, decided, decided_by FROM who_is_who").fetchall()
    connection.close()
    assert was == [("Ada Okoro", "minister", "Ministry of Water", "2012-05-08", 1, "minister Ada Okoro")]
    assert who == [
        ("Ada Okoro", "same", "Okoro", "machine", None),
        ("Lake Wire", "different", "Ministry of Water", "person", "E. Quist"),
    ]
