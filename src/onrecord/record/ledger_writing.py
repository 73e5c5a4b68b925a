"""The ledger of a pile as rows of a record, when its reports are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from onrecord.domain import (
    Actor,
    Commitment,
    DateEstimate,
    Event,
    Forecast,
    Frame,
    Ledger,
    Position,
    Question,
    Settlement,
    Sighting,
    Span,
)
from onrecord.errors import EvidenceError, RecordError
from onrecord.record import ledger_tables as t
from onrecord.record.question_rows import write_decisions, write_sides
from onrecord.record.schema import reports

_Row = dict[str, Any]


class LedgerWriter:
    """Writes the rows. Reports are there already, under the numbers given, with all that they tell.

    Args:
        connection: to the record.
        numbers: the reports' numbers by their ids.
        number_of: gives the number of an actor and sees that it is in the record; by the words (report, start, end and
            text) that the second argument gives if no report names it.
        told: gives the number of what a report tells, by table, the report's number and the place there.
    """

    def __init__(
        self,
        connection: Connection,
        numbers: Mapping[str, int],
        number_of: Callable[[Actor, Callable[[], _Row]], int],
        told: Callable[[Table, int, int], int | None],
    ) -> None:
        self._connection, self._reports, self._number_of, self._told = connection, numbers, number_of, told
        self._text: Callable[[int], str] = lru_cache(maxsize=256)(self._read_text)
        self._settlements = 0

    def write(self, ledger: Ledger) -> None:
        """Write all of it.

        Raises:
            EvidenceError: the words of a settlement are not in its report to the letter, or there are none.
            RecordError: a row refers to what its report does not tell.
        """
        for number, event in enumerate(ledger.events, start=1):
            self._event(number, event)
        for number, commitment in enumerate(ledger.commitments, start=1):
            self._commitment(number, commitment)
        for number, forecast in enumerate(ledger.forecasts, start=1):
            self._forecast(number, forecast)
        questions: dict[str, int] = {}
        for number, question in enumerate(ledger.questions, start=1):
            questions[question.id] = number
            self._question(number, question)
        for number, position in enumerate(ledger.positions, start=1):
            self._position(number, position, questions)
        for number, frame in enumerate(ledger.frames, start=1):
            self._frame(number, frame)
        write_decisions(self._connection, ledger.question_decisions)
        write_sides(self._connection, ledger.spoken_for, self._number_of)

    def _event(self, number: int, event: Event) -> None:
        row = {
            "number": number,
            "id": event.id,
            "happening": self._place(t.happenings, event.first),
            "state": event.state,
            **_days(event.when),
            "printings": event.printings,
            "independent": event.independent,
        }
        self._add(t.events, [row])
        self._sightings(t.event_sightings, t.happenings, {"event": number}, "happening", event.first, event.sightings)
        self._add(
            t.event_disagreements,
            [
                {
                    "event": number,
                    "position": position,
                    "what": each.what,
                    "happening": self._place(t.happenings, each.here),
                    "these": each.these,
                    "other_happening": self._place(t.happenings, each.there),
                    "those": each.those,
                }
                for position, each in enumerate(event.disagreements)
            ],
        )
        self._history(event.history, t.happenings, "happening", event=number)

    def _commitment(self, number: int, row: Commitment) -> None:
        head = {
            "number": number,
            "id": row.id,
            "declaration": self._place(t.declarations, row.first),
            "status": row.status,
            "printings": row.printings,
            "independent": row.independent,
        }
        self._add(t.commitments, [head])
        owner = {"commitment": number}
        self._sightings(t.commitment_sightings, t.declarations, owner, "declaration", row.first, row.sightings)
        self._history(row.history, t.declarations, "declaration", commitment=number)

    def _forecast(self, number: int, row: Forecast) -> None:
        head = {
            "number": number,
            "id": row.id,
            "expectation": self._place(t.expectations, row.first),
            "status": row.status,
            "printings": row.printings,
            "independent": row.independent,
        }
        self._add(t.forecasts, [head])
        owner = {"forecast": number}
        self._sightings(t.forecast_sightings, t.expectations, owner, "expectation", row.first, row.sightings)
        self._history(row.history, t.expectations, "expectation", forecast=number)

    def _history(self, history: Sequence[Settlement], table: Table, column: str, **owner: int) -> None:
        """Where no report shows it, there are no words; where one does, its words are needed."""
        nobody = dict.fromkeys(("commitment", "forecast", "event", "declaration", "expectation", "happening"))
        for position, step in enumerate(history):
            if step.report and not step.words:
                raise EvidenceError(f"that something is {step.status} rests on no words of report {step.report}")
            if step.words and not step.report:
                raise EvidenceError(f"that something is {step.status} rests on words of no report")
            self._settlements += 1
            report = self._number(step.report) if step.report else None
            head = {
                "number": self._settlements,
                **nobody,
                **owner,
                "position": position,
                "status": step.status,
                "because": step.because,
                column: self._place(table, step.sighting),
                "report": report,
                **_days(step.when),
            }
            self._add(t.settlements, [head])
            if report is not None:
                self._add(t.settlement_spans, self._words(self._settlements, report, step.words))

    def _words(self, settlement: int, report: int, words: Sequence[Span]) -> list[_Row]:
        return [
            {"settlement": settlement, "position": place, **_span(span.check(self._text(report)))}
            for place, span in enumerate(words)
        ]

    def _question(self, number: int, question: Question) -> None:
        row = {
            "number": number,
            "id": question.id,
            "name": question.name,
            "key": "; ".join(question.key),
            "decided": question.decided,
        }
        self._add(t.questions, [row])

    def _position(self, number: int, position: Position, questions: Mapping[str, int]) -> None:
        if position.question.id not in questions:
            raise RecordError(f"a position is on no question of the ledger ({position.question.name})")
        row = {
            "number": number,
            "id": position.id,
            "question": questions[position.question.id],
            "actor": self._number_of(position.actor, lambda: self._row_of(position.sighting, position.stance.words)),
            "stance": self._place(t.stances, position.sighting),
            "side": position.side,
            "strength": position.strength,
            **_days(position.when),
            "change": position.change,
            "printings": position.printings,
            "independent": position.independent,
        }
        self._add(t.positions, [row])

    def _frame(self, number: int, frame: Frame) -> None:
        row = {
            "number": number,
            "id": frame.id,
            "thing": frame.thing,
            "wording": frame.wording,
            "actor": None if frame.actor is None else self._number_of(frame.actor, lambda: self._named(frame)),
            "outlet": frame.outlet or None,
        }
        self._add(t.frames, [row])
        places = [self._place(t.namings, sighting) for sighting in frame.sightings]
        self._add(
            t.frame_sightings,
            [{"frame": number, "position": place, "naming": naming} for place, naming in enumerate(places)],
        )

    def _row_of(self, sighting: Sighting, words: Span) -> _Row:
        report = self._number(sighting.report)
        return {"report": report, **_span(words.check(self._text(report)))}

    def _named(self, frame: Frame) -> _Row:
        """The words of a wording's first sighting."""
        columns = t.namings.c
        query = select(columns.report, columns.start, columns.end, columns.text)
        place = self._place(t.namings, frame.sightings[0])
        return dict(self._connection.execute(query.where(columns.number == place)).mappings().one())

    def _sightings(
        self, table: Table, told: Table, owner: _Row, column: str, first: Sighting, others: Iterable[Sighting]
    ) -> None:
        """The first sighting, then the others, each once."""
        rows = [
            {**owner, "position": position, column: self._place(told, sighting)}
            for position, sighting in enumerate(dict.fromkeys((first, *others)))
        ]
        self._add(table, rows)

    def _place(self, table: Table, sighting: Sighting) -> int:
        """The number of what a report tells at a place."""
        number = self._told(table, self._number(sighting.report), sighting.place)
        if number is None:
            raise RecordError(f"report {sighting.report} has none of {table.name} at {sighting.place}")
        return number

    def _number(self, report: str) -> int:
        if report not in self._reports:
            raise RecordError(f"report {report} is not in the record")
        return self._reports[report]

    def _add(self, table: Table, rows: list[_Row]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)

    def _read_text(self, number: int) -> str:
        return str(self._connection.execute(select(reports.c.text).where(reports.c.number == number)).scalar_one())


def _days(estimate: DateEstimate) -> _Row:
    return {"day": estimate.best, "earliest": estimate.earliest, "latest": estimate.latest}


def _span(span: Span) -> _Row:
    return {"start": span.start, "end": span.end, "text": span.text}
