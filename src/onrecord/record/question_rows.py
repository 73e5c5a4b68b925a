"""What people decided about questions, and for whom actors speak, into a record and out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from sqlalchemy import Boolean, Column, Connection, ForeignKey, Integer, Table, Text, insert, select

from onrecord.domain import Actor, QuestionDecision, SpokenFor
from onrecord.errors import RecordError
from onrecord.record.schema import actor_mentions, schema
from onrecord.record.wording import Wording

question_decisions = Table(
    "question_decisions",
    schema,
    Column("number", Integer, primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("names", Wording, nullable=False),
    Column("called", Wording),
    Column("words", Wording),
    Column("decided_by", Wording),
    Column("decided_on", Wording),
    Column("why", Wording),
    Column("orphaned", Boolean, nullable=False),
)

questions_file = Table(
    "questions_file", schema, Column("name", Wording, primary_key=True), Column("text", Wording, nullable=False)
)

spoken_for = Table(
    "spoken_for",
    schema,
    Column("actor", Integer, ForeignKey("actors.number"), primary_key=True, nullable=False),
    Column("position", Integer, primary_key=True, nullable=False),
    Column("side", Integer, ForeignKey("actors.number"), nullable=False),
)


def write_decisions(connection: Connection, decisions: Iterable[QuestionDecision]) -> None:
    """Write them in their order."""
    rows = [
        {
            "number": number,
            "verdict": decision.verdict,
            "names": "; ".join(decision.names),
            "called": decision.called or None,
            "words": "; ".join(decision.words) or None,
            "decided_by": decision.who or None,
            "decided_on": decision.when or None,
            "why": decision.why or None,
            "orphaned": decision.orphaned,
        }
        for number, decision in enumerate(decisions, start=1)
    ]
    if rows:
        connection.execute(insert(question_decisions), rows)


def write_sides(
    connection: Connection, rows: Iterable[SpokenFor], number_of: Callable[[Actor, Callable[[], dict[str, Any]]], int]
) -> None:
    """Write on whose sides actors stand.

    ``number_of`` gives an actor's number. A state that no report names is in the record by the words for who speaks
    for it ("the Spanish foreign ministry"), which its second argument gives.
    """
    found: list[dict[str, Any]] = []
    for row in rows:
        speaker = number_of(row.actor, lambda: _words_for(connection, None))
        for place, side in enumerate(row.sides):
            number = number_of(side, partial(_words_for, connection, speaker))
            found.append({"actor": speaker, "position": place, "side": number})
    if found:
        connection.execute(insert(spoken_for), found)


def _words_for(connection: Connection, actor: int | None) -> dict[str, Any]:
    """The first words of the record that an actor rests on."""
    mentions = actor_mentions.c
    query = select(mentions.report, mentions.start, mentions.end, mentions.text).where(mentions.actor == actor)
    first = (
        connection.execute(query.order_by(mentions.report, mentions.start, mentions.end).limit(1)).mappings().first()
    )
    if first is None:
        raise RecordError("somebody speaks for another and is in no report: please report this")
    return dict(first)


def all_question_decisions(connection: Connection) -> tuple[QuestionDecision, ...]:
    """What people decided about questions, in the order of their file."""
    rows = connection.execute(select(question_decisions).order_by(question_decisions.c.number))
    return tuple(
        QuestionDecision(
            row.verdict,
            tuple(row.names.split("; ")),
            row.called or "",
            tuple(row.words.split("; ")) if row.words else (),
            row.decided_by or "",
            row.decided_on or "",
            row.why or "",
            row.orphaned,
        )
        for row in rows
    )


def all_sides(connection: Connection, load: Callable[[set[int | None]], Mapping[int, Actor]]) -> tuple[SpokenFor, ...]:
    """On whose sides actors stand; ``load`` gives actors by their numbers."""
    rows = connection.execute(select(spoken_for).order_by(spoken_for.c.actor, spoken_for.c.position)).all()
    actors = load({row.actor for row in rows} | {row.side for row in rows})
    sides: dict[int, list[Actor]] = {}
    for row in rows:
        sides.setdefault(row.actor, []).append(actors[row.side])
    return tuple(SpokenFor(actors[number], tuple(several)) for number, several in sides.items())
