"""Rows → what reports tell of the ledger, as the domain's values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Row, Select, Table, select

from onrecord.domain import (
    Act,
    Actor,
    DateCandidate,
    DateEstimate,
    DateReason,
    Declaration,
    Expectation,
    Happening,
    Naming,
    Span,
    Stance,
)
from onrecord.record import ledger_tables as t
from onrecord.record.schema import statements

_T = TypeVar("_T")
_BATCH = 500
_ROLES = {t.happenings: "happening", t.declarations: "declaration", t.expectations: "expectation"}

Actors = Callable[[set[int | None]], Mapping[int, Actor]]
"""Gives the actors of numbers."""


@dataclass(frozen=True, slots=True)
class Told(Generic[_T]):
    """A value with its number, that of its report, its position there, and the id of the statement that tells it."""

    number: int
    report: int
    position: int | None
    statement: str | None
    value: _T


class LedgerValues:
    """Loads what reports tell: by the numbers of reports, or by those of the rows themselves.

    Args:
        connection: to the record.
        actors: gives the actors of numbers.
    """

    def __init__(self, connection: Connection, actors: Actors) -> None:
        self._connection, self._actors = connection, actors

    def acts(self, column: str, numbers: Sequence[int]) -> dict[int, Told[Act]]:
        """Acts by number. ``column`` is ``report`` or ``number``, here and below: what ``numbers`` are of."""
        rows = self._rows(t.acts, column, numbers)
        actors = self._actors({row.actor for row in rows} | {row.recipient for row in rows})
        return {
            row.number: Told(
                row.number,
                row.report,
                row.position,
                None,
                Act(row.code, _span(row), actors.get(row.actor), actors.get(row.recipient), row.mode or ""),
            )
            for row in rows
        }

    def happenings(self, column: str, numbers: Sequence[int]) -> dict[int, Told[Happening]]:
        """Happenings by number."""
        rows = self._rows(t.happenings, column, numbers)
        spans, dates = self._spans(t.happening_spans, "happening", rows), self._dates(t.happenings, rows)
        acts = self.acts("number", sorted({row.act_number for row in rows if row.act_number is not None}))
        actors = self._actors({row.actor for row in rows} | {row.recipient for row in rows})

        def happening(row: Row[Any]) -> Happening:
            own = spans[row.number]
            return Happening(
                span=own["clause"][0],
                trigger=own["trigger"][0],
                subject=row.subject,
                state=row.state,
                act=None if row.act_number is None else acts[row.act_number].value,
                actor=actors.get(row.actor),
                recipient=actors.get(row.recipient),
                when=dates(row, row.day, row.earliest, row.latest),
                time=_only(own["time"]),
                place=_only(own["place"]),
                figures=tuple(own["figure"]),
                statement=row.statement_place,
            )

        return _told(rows, happening)

    def declarations(self, column: str, numbers: Sequence[int]) -> dict[int, Told[Declaration]]:
        """Declarations by number."""
        rows = self._rows(t.declarations, column, numbers)
        spans, dates = self._spans(t.declaration_spans, "declaration", rows), self._dates(t.declarations, rows)
        bound: defaultdict[int, list[int]] = defaultdict(list)
        for row in self._of(t.declaration_bound, "declaration", rows, t.declaration_bound.c.position):
            bound[row.declaration].append(row.actor)
        involved = {row.actor for row in rows} | {row.target for row in rows}
        actors = self._actors(involved | {actor for several in bound.values() for actor in several})

        def declaration(row: Row[Any]) -> Declaration:
            own = spans[row.number]
            return Declaration(
                act=own["act"][0],
                cue=own["cue"][0],
                kind=row.kind,
                polarity=row.polarity,
                strength=row.strength,
                actor=actors.get(row.actor),
                target=actors.get(row.target),
                also_bound=tuple(actors[actor] for actor in bound[row.number]),
                condition=_only(own["condition"]),
                deadline=dates(row, row.deadline, row.deadline_earliest, row.deadline_latest),
                deadline_words=_only(own["deadline"]),
                statement=row.statement_place,
            )

        return _told(rows, declaration)

    def expectations(self, column: str, numbers: Sequence[int]) -> dict[int, Told[Expectation]]:
        """Expectations by number."""
        rows = self._rows(t.expectations, column, numbers)
        spans, dates = self._spans(t.expectation_spans, "expectation", rows), self._dates(t.expectations, rows)
        actors = self._actors({row.actor for row in rows} | {row.of for row in rows})

        def expectation(row: Row[Any]) -> Expectation:
            own = spans[row.number]
            return Expectation(
                expected=own["expected"][0],
                cue=own["cue"][0],
                likelihood=row.likelihood,
                polarity=row.polarity,
                actor=actors.get(row.actor),
                of=actors.get(row.of),
                condition=_only(own["condition"]),
                window=dates(row, row.expected_on, row.expected_earliest, row.expected_latest),
                window_words=_only(own["window"]),
                statement=row.statement_place,
            )

        return _told(rows, expectation)

    def stances(self, column: str, numbers: Sequence[int]) -> dict[int, Told[Stance]]:
        """Stances by number."""
        rows = self._rows(t.stances, column, numbers)
        spans = self._spans(t.stance_spans, "stance", rows)
        actors = self._actors({row.actor for row in rows})

        def stance(row: Row[Any]) -> Stance:
            own = spans[row.number]
            return Stance(
                matter=own["matter"][0],
                words=own["words"][0],
                key=key_of(row.key),
                side=row.side,
                strength=row.strength,
                actor=actors.get(row.actor),
                condition=_only(own["condition"]),
                statement=row.statement_place,
            )

        return _told(rows, stance)

    def namings(self, column: str, numbers: Sequence[int]) -> dict[int, Told[Naming]]:
        """Namings by number."""
        rows = self._rows(t.namings, column, numbers)
        actors = self._actors({row.actor for row in rows})
        return _told(rows, lambda row: Naming(_span(row), row.thing, actors.get(row.actor), row.statement_place))

    def _rows(self, table: Table, column: str, numbers: Sequence[int]) -> list[Row[Any]]:
        """Rows in order, with the place and the id of their statements."""
        rows = (self._connection.execute(query) for query in _batches(table, column, numbers))
        return sorted((row for several in rows for row in several), key=lambda row: row.number)

    def _of(self, table: Table, column: str, owners: Sequence[Row[Any]], *order: Any) -> Iterator[Row[Any]]:
        for query in _batches(table, column, [row.number for row in owners]):
            yield from self._connection.execute(query.order_by(table.c[column], *order))

    def _spans(self, table: Table, column: str, owners: Sequence[Row[Any]]) -> dict[int, dict[str, list[Span]]]:
        """Spans by owner and role."""
        found: defaultdict[int, defaultdict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
        order = [table.c.role, *([table.c.position] if "position" in table.c else [])]
        for row in self._of(table, column, owners, *order):
            found[getattr(row, column)][row.role].append(_span(row))
        return found  # type: ignore[return-value]

    def _dates(self, table: Table, owners: Sequence[Row[Any]]) -> Callable[..., DateEstimate]:
        column = _ROLES[table]
        candidates: defaultdict[int, list[DateCandidate]] = defaultdict(list)
        reasons: defaultdict[int, list[DateReason]] = defaultdict(list)
        for row in self._of(t.ledger_date_candidates, column, owners, t.ledger_date_candidates.c.number):
            candidates[getattr(row, column)].append(DateCandidate(row.date, row.weight))
        for row in self._of(t.ledger_date_reasons, column, owners, t.ledger_date_reasons.c.number):
            reasons[getattr(row, column)].append(_reason(row))

        def estimate(row: Row[Any], best: Any, earliest: Any, latest: Any) -> DateEstimate:
            owner = row.number
            return DateEstimate(best, earliest, latest, tuple(candidates[owner]), tuple(reasons[owner]))

        return estimate


def key_of(text: str) -> tuple[str, ...]:
    """The words that a matter's key was written from."""
    return tuple(text.split("; ")) if text else ()


def _batches(table: Table, column: str, numbers: Sequence[int]) -> Iterator[Select[Any]]:
    query = select(table)
    if "statement" in table.c:
        place, identity = statements.c.position.label("statement_place"), statements.c.id.label("statement_id")
        query = select(table, place, identity).outerjoin(statements, statements.c.number == table.c.statement)
    for start in range(0, len(numbers), _BATCH):
        yield query.where(table.c[column].in_(numbers[start : start + _BATCH]))


def _told(rows: Sequence[Row[Any]], value: Callable[[Row[Any]], _T]) -> dict[int, Told[_T]]:
    return {row.number: Told(row.number, row.report, row.position, row.statement_id, value(row)) for row in rows}


def _only(spans: Sequence[Span]) -> Span | None:
    return spans[0] if spans else None


def _reason(row: Row[Any]) -> DateReason:
    there = None if row.sibling_start is None else Span(row.sibling_start, row.sibling_end, row.sibling_text)
    span = None if row.start is None else _span(row)
    return DateReason(row.reason, row.origin, span, row.against, row.sibling or "", there)


def _span(row: Row[Any]) -> Span:
    return Span(row.start, row.end, row.text)
