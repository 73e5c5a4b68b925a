"""The ledger goes into a record and comes back, and is checked like all evidence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from ledger_samples import (
    GATE_TEXT,
    GUILD,
    LOCK,
    LOCK_TEXT,
    MARIT,
    PORT,
    QUESTION,
    TARN,
    VESK,
    gate,
    ledger,
    lock,
    pile,
    port,
    span,
    write_ledger_sample,
)

from onrecord.domain import Actor, Ledger, Settlement, Sighting, SpokenFor
from onrecord.errors import EvidenceError, RecordError
from onrecord.record import Record, open_record, write_record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_ledger_sample(tmp_path / "r.onrecord")


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with open_record(path) as opened:
        yield opened


def test_reports_come_back_with_all_that_they_tell(record: Record) -> None:
    assert list(record.reports()) == pile()
    assert record.check() == ()


def test_the_act_of_a_statement_is_one_of_the_reports(record: Record) -> None:
    for row in record.statements():
        assert row.act is not None and row.act in row.report.acts
        assert (row.act.code, row.act.actor, row.act.recipient) == ("REJECT", MARIT, VESK)


def test_acts_that_reports_list(record: Record) -> None:
    rows = list(record.acts())
    assert [(row.report.name, row.code, row.span.text) for row in rows] == [
        ("gate.txt", "REJECT", "will not close"),
        ("port.txt", "REJECT", "will not close"),
        ("port.txt", "ACCUSE", "condemned"),
    ]
    assert [row.statement for row in rows] == [row.id for row in record.statements()] + [None]
    assert (rows[2].mode, rows[2].recipient, rows[2].published) == ("statement", None, date(2019, 6, 3))
    assert rows[0].id == gate().act_id(gate().acts[0])


def test_a_commitment_has_a_row_for_each_report_that_tells_it(record: Record) -> None:
    rows = list(record.commitments())
    assert [row.report.name for row in rows] == ["port.txt", "gate.txt", "lock.txt"]
    assert {row.id for row in rows} == {ledger().commitments[0].id}
    first, second, third = rows
    assert (first.actor, first.target, first.also_bound) == (TARN, VESK, (MARIT,))
    assert (first.act, first.polarity, first.kind, first.strength) == (
        "close the Narrow Canal",
        "negative",
        "refusal",
        "will",
    )
    assert first.condition == span(port().text, "if Vesk lifts its toll by 1 June")
    assert first.deadline == port().declarations[0].deadline
    assert second.evidence == gate().declarations[0].evidence
    assert all(GATE_TEXT[each.start : each.end] == each.text for each in second.evidence)
    assert (third.actor, third.condition, third.statement) == (MARIT, None, None)
    assert [row.statement for row in rows[:2]] == [row.id for row in record.statements()][::-1]
    for row in rows:
        assert (row.status, row.printings, row.independent) == ("met", 3, 2)
        assert [(seen.report.name, seen.words.cue.text) for seen in row.sightings] == [
            ("port.txt", "will not"),
            ("gate.txt", "will not"),
            ("lock.txt", "would not"),
        ]


def test_what_became_of_it_has_the_words_of_both_sides(record: Record) -> None:
    row = next(record.commitments())
    assert [step.status for step in row.history] == ["condition met", "met"]
    step = row.settled_by
    assert step is not None and step.report is not None
    assert (step.report.name, [each.text for each in step.evidence]) == ("lock.txt", ["Tarn kept the canal open"])
    assert (step.of.name, step.of_evidence) == ("port.txt", port().declarations[0].evidence)
    assert (step.when.best, step.when.earliest) == (date(2019, 6, 12), date(2019, 6, 10))


def test_where_no_report_shows_it_nothing_settles_it(tmp_path: Path) -> None:
    lapsed = Settlement("lapsed", "the deadline passed and no report says", Sighting(PORT, 0))
    (commitment,) = ledger().commitments
    row = replace(commitment, status="lapsed", history=(lapsed,))
    write_record(tmp_path / "r", pile(), ledger=Ledger(commitments=(row,)))
    with open_record(tmp_path / "r") as record:
        found = next(record.commitments())
    assert (found.status, found.settled_by) == ("lapsed", None)
    assert (found.history[0].report, found.history[0].evidence) == (None, ())


def test_several_places_in_one_report_are_one_row(tmp_path: Path) -> None:
    again = replace(port().declarations[0], cue=span(port().text, "condemned"), condition=None)
    twice = replace(port(), declarations=(replace(again, condition=None), port().declarations[0]))
    (commitment,) = ledger().commitments
    sightings = (Sighting(PORT, 0), Sighting(PORT, 1))
    row = replace(commitment, declaration=again, sightings=sightings, status="open", history=())
    write_record(tmp_path / "r", [twice], ledger=Ledger(commitments=(row,)))
    with open_record(tmp_path / "r") as record:
        (found,) = record.commitments()
    assert found.declarations == twice.declarations
    assert found.condition == port().declarations[0].condition  # the first that has one
    assert {each.text for each in found.evidence} >= {"condemned", "will not"}


def test_forecasts(record: Record) -> None:
    (row,) = record.forecasts()
    assert (row.report.name, row.actor, row.of) == ("port.txt", GUILD, None)
    assert (row.expected, row.cue.text, row.likelihood, row.polarity) == (
        "a strike on Sunday or Monday",
        "expects",
        "likely",
        "positive",
    )
    assert (row.window.earliest, row.window.latest) == (date(2019, 6, 9), date(2019, 6, 10))
    assert row.status == "came true" and row.settled_by is not None and row.settled_by.report is not None
    assert row.settled_by.report.id == LOCK
    assert row.evidence == port().expectations[0].evidence


def test_events(record: Record) -> None:
    meeting, strike = record.events()
    assert (meeting.report.name, meeting.state, meeting.subject) == ("gate.txt", "moved", "meeting")
    assert (meeting.actor, meeting.recipient, meeting.place) == (TARN, VESK, None)
    assert meeting.act is not None and meeting.act.code == "CONSULT"
    assert meeting.when == lock().happenings[1].when  # with the reasons of the report that tells it so
    assert [seen.report.name for seen in meeting.sightings] == ["gate.txt", "lock.txt"]
    (other,) = meeting.disagreements
    assert (other.what, other.report.name, other.these, other.other_report.name, other.those) == (
        "date",
        "gate.txt",
        "Friday",
        "lock.txt",
        "Sunday",
    )
    assert meeting.settled_by is not None and meeting.settled_by.status == "moved"
    assert (strike.actor, strike.printings, strike.disagreements) == (GUILD, 1, ())
    assert "40 ships" in {each.text for each in strike.evidence}


def test_questions_and_positions(record: Record) -> None:
    (question,) = record.questions()
    assert (question.id, question.name, question.key) == (QUESTION.id, QUESTION.name, QUESTION.key)
    assert (question.positions, question.actors, question.reports) == (2, (TARN, VESK), 2)
    assert [each.text for each in question.evidence] == ["toll”", "the canal dues"]
    first, second = record.positions()
    assert [row.id for row in (first, second)] == [row.id for row in ledger().positions]
    assert (first.actor, first.side, first.strength, first.change) == (TARN, "against", 3, "first")
    assert (second.actor, second.change, second.report.name) == (VESK, "reversed", "lock.txt")
    assert second.question == QUESTION and second.when.best == date(2019, 6, 12)
    assert second.evidence == lock().stances[0].evidence


def test_framing(record: Record) -> None:
    actor, outlet = record.framing()
    assert (actor.thing, actor.wording, actor.actor, actor.outlet) == ("toll", "robber toll", TARN, "")
    assert (outlet.actor, outlet.outlet, outlet.reports) == (None, "The Port", 1)
    assert [each.text for each in outlet.evidence] == ["its toll"]


def test_who_is_only_in_the_ledger_is_an_actor_with_evidence(record: Record) -> None:
    actors = {actor.name: actor for actor in record.actors()}
    assert set(actors) == {"Tarn", "Vesk", "Marit Solheim", "Pilots’ Guild"}
    guild = actors["Pilots’ Guild"]
    assert (guild.statements, guild.mentions, guild.involved) == (0, (), ())
    assert [(each.report.name, each.span.text) for each in guild.told] == [
        ("lock.txt", "struck"),
        ("port.txt", "expects"),
    ]
    assert guild.evidence == tuple(each.span for each in guild.told)


def test_the_views(path: Path) -> None:
    connection = sqlite3.connect(path)

    def rows(query: str) -> list[tuple[object, ...]]:
        return connection.execute(query).fetchall()

    assert rows("SELECT report, who, cue, what, status, settled_by FROM what_they_said_they_would_do") == [
        ("port.txt", "Tarn", "will not", "NOT: close the Narrow Canal", "met", "lock.txt"),
        ("gate.txt", "Tarn", "will not", "NOT: close the Narrow Canal", "met", "lock.txt"),
        ("lock.txt", "Marit Solheim", "would not", "NOT: be closed", "met", "lock.txt"),
    ]
    assert rows("SELECT who, what, status, settled_words FROM what_was_expected") == [
        ("Pilots’ Guild", "a strike on Sunday or Monday", "came true", "Pilots struck on Monday")
    ]
    assert rows("SELECT day, state, who, act, subject, to_whom, disagreements FROM what_happened") == [
        ("2019-06-10", "happened", "Pilots’ Guild", "PROTEST", "strike", None, 0),
        ("2019-06-16", "moved", "Tarn", "CONSULT", "meeting", "Vesk", 1),
    ]
    assert rows("SELECT who, day, side, change, words FROM where_they_stand") == [
        ("Tarn", "2019-06-03", "against", "first", "condemned"),
        ("Vesk", "2019-06-12", "against", "reversed", "lifted"),
    ]
    assert rows("SELECT thing, who, voice, wording, times FROM who_calls_it_what") == [
        ("toll", "Tarn", "actor", "robber toll", 1),
        ("toll", "The Port", "outlet", "its toll", 1),
    ]
    connection.close()


def test_words_of_a_settlement_that_are_not_in_their_report(tmp_path: Path) -> None:
    words = span(LOCK_TEXT, "Tarn kept the canal open")
    elsewhere = replace(words, start=words.start + 1, end=words.end + 1)
    _refused(tmp_path, history=(Settlement("met", "made up", Sighting(PORT, 0), LOCK, (elsewhere,)),))


def test_a_settlement_without_words_or_without_a_report(tmp_path: Path) -> None:
    _refused(tmp_path, history=(Settlement("met", "made up", Sighting(PORT, 0), LOCK),))
    words = (span(LOCK_TEXT, "Tarn kept the canal open"),)
    _refused(tmp_path, history=(Settlement("met", "made up", Sighting(PORT, 0), "", words),))


def _refused(tmp_path: Path, **changes: object) -> None:
    (commitment,) = ledger().commitments
    row = replace(commitment, **changes)  # type: ignore[arg-type]
    with pytest.raises(EvidenceError):
        write_record(tmp_path / "r", pile(), ledger=Ledger(commitments=(row,)))
    assert list(tmp_path.iterdir()) == []


def test_a_sighting_of_nothing_is_told(tmp_path: Path) -> None:
    (commitment,) = ledger().commitments
    for wrong in (Sighting(PORT, 7), Sighting("r_0", 0)):
        row = replace(commitment, sightings=(wrong,))
        with pytest.raises(RecordError):
            write_record(tmp_path / "r", pile(), ledger=Ledger(commitments=(row,)))
    with pytest.raises(RecordError, match="statement 5 of 1"):
        wrong_place = replace(port(), declarations=(replace(port().declarations[0], statement=5),))
        write_record(tmp_path / "r", [wrong_place])
    assert list(tmp_path.iterdir()) == []


def test_who_is_named_in_no_report_is_in_the_record_by_the_words_of_the_row(tmp_path: Path) -> None:
    realm, crown = Actor("Tarn and Vesk", "group"), Actor("Crown", "body")
    position, frame = replace(ledger().positions[0], actor=realm), replace(ledger().frames[0], actor=crown)
    far = Actor("Farland", "state")  # whose ministry speaks, though no report says its name
    rows = replace(ledger(), positions=(position,), frames=(frame,), spoken_for=(SpokenFor(MARIT, (far, TARN)),))
    write_record(tmp_path / "r", pile(), ledger=rows)
    with open_record(tmp_path / "r") as record:
        told = {actor.name: [(each.report.name, each.span.text) for each in actor.told] for actor in record.actors()}
        assert told["Tarn and Vesk"] == [("port.txt", "condemned")]
        assert told["Crown"] == [("port.txt", "robber toll")]
        assert told["Farland"] == [("gate.txt", "will not close")]
        assert [(row.actor, row.sides) for row in record.spoken_for()] == [(MARIT, (far, TARN))]
        assert record.check() == ()


@pytest.mark.parametrize("table", ["acts", "namings", "ledger_date_reasons"])
def test_what_was_tampered_with_is_told(table: str, path: Path) -> None:
    _tamper(path, f"UPDATE {table} SET text = replace(text, 'o', 'u') WHERE text LIKE '%o%'")


@pytest.mark.parametrize(
    "table", ["happening_spans", "declaration_spans", "expectation_spans", "stance_spans", "settlement_spans"]
)
def test_what_was_tampered_with_is_told_of_spans(table: str, path: Path) -> None:
    _tamper(path, f"UPDATE {table} SET text = replace(text, 'e', 'i') WHERE text LIKE '%e%'")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("DELETE FROM declaration_spans WHERE role = 'cue'", "rests on no words"),
        ("DELETE FROM settlement_spans", "rests on no words"),
        ("DELETE FROM commitment_sightings", "rests on no words"),
        ("UPDATE commitments SET status = 'open'", "history"),
        ("UPDATE statements SET act = 'ASSAULT'", "act"),
    ],
)
def test_what_is_missing_or_contradicts_itself_is_told(change: str, fault: str, path: Path) -> None:
    _tamper(path, change, fault)


def _tamper(path: Path, change: str, fault: str = "says") -> None:
    connection = sqlite3.connect(path)
    assert connection.execute(change).rowcount > 0
    connection.commit()
    connection.close()
    with open_record(path) as record:
        assert any(fault in problem for problem in record.check()), record.check()
