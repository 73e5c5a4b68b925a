"""A finished record, opened for reading."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, overload

from sqlalchemy import Connection, select

from onrecord.domain import Decision, Identity, QuestionDecision, Report, SpokenFor
from onrecord.errors import EvidenceError, RecordError
from onrecord.record import checking, frames, question_rows
from onrecord.record import schema as t
from onrecord.record.assembling import (
    all_actors,
    all_decisions,
    all_identities,
    all_offices,
    all_reports,
    ledger_values,
    load_involved,
    load_reports,
)
from onrecord.record.cells import Cell
from onrecord.record.citing import all_instruments
from onrecord.record.connecting import FAULTS, damaged, read_only
from onrecord.record.flat import flat_table
from onrecord.record.ledger_reading import LedgerReader
from onrecord.record.ledger_rows import (
    RecordedAct,
    RecordedCommitment,
    RecordedEvent,
    RecordedForecast,
    RecordedFrame,
    RecordedPosition,
    RecordedQuestion,
)
from onrecord.record.lineage_rows import all_divergences, all_lineage, printings_of
from onrecord.record.rows import (
    DuplicateRow,
    RecordedActor,
    RecordedDivergence,
    RecordedGround,
    RecordedInstrument,
    RecordedLineage,
    RecordedOffice,
    RecordedRefusal,
    RecordedStatement,
    UnreadRow,
)
from onrecord.record.searching import matching


def open_record(path: Path) -> Record:
    """Open a record for reading. The file is never changed, so it may lie on a read-only disk.

    Raises:
        RecordError: the file is missing, damaged, not a record, or of a newer Onrecord; the message says what to do.
    """
    return Record(Path(path), read_only(Path(path)))


class Record:
    """An open record. Use it in the thread that opened it; close it, or use it as a context manager.

    What is read is what the file was when it was opened, also when a build replaces the file meanwhile.
    Every method raises RecordError when the file turns out to be damaged, and EvidenceError when a span is not what
    stands in its report.
    """

    def __init__(self, path: Path, connection: Connection) -> None:
        self.path = path
        self._connection = connection

    def __repr__(self) -> str:
        return f"Record({str(self.path)!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @property
    def meta(self) -> dict[str, str]:
        """How the record was made."""
        with self._reading() as connection:
            return {row.key: row.value for row in connection.execute(select(t.meta))}

    def reports(self) -> Iterator[Report]:
        """Complete reports, equal to those that were written, in the record's order."""
        with self._reading() as connection:
            yield from all_reports(connection)

    def statements(self) -> Iterator[RecordedStatement]:
        """Statements in the order of the reports and of their text."""
        with self._reading() as connection:
            printings = printings_of(connection)
        for report in self.reports():
            for statement in report.statements:
                yield RecordedStatement.of(statement, report, printings)

    def refusals(self) -> Iterator[RecordedRefusal]:
        """Where somebody is reported to have said nothing, in the order of the reports and of their text."""
        for report in self.reports():
            for refusal in report.refusals:
                yield RecordedRefusal.of(refusal, report)

    def actors(self) -> Iterator[RecordedActor]:
        """Actors: those with most statements first, then by name."""
        with self._reading() as connection:
            yield from all_actors(connection)

    def offices(self) -> Iterator[RecordedOffice]:
        """What people were, and for whom: by the name of the holder, then in the order in which they were seen."""
        with self._reading() as connection:
            yield from all_offices(connection)

    def instruments(self) -> Iterator[RecordedInstrument]:
        """What statements rest on: those that most statements cite first, then by reports and name."""
        with self._reading() as connection:
            yield from all_instruments(connection)

    def grounds(self) -> Iterator[RecordedGround]:
        """The instruments that statements cite, in the order of the statements and of their text."""
        for statement in self.statements():
            for ground in statement.grounds:
                yield RecordedGround.of(ground, statement)

    def lineage(self) -> Iterator[RecordedLineage]:
        """Which reports share whose words, by pair of reports; boilerplate is none."""
        with self._reading() as connection:
            yield from all_lineage(connection)

    def divergences(self) -> Iterator[RecordedDivergence]:
        """What became of somebody's words from one report to another, the worst first."""
        with self._reading() as connection:
            yield from all_divergences(connection)

    def acts(self) -> Iterator[RecordedAct]:
        """What is done, in PLOVER's codes, in the order of the reports and of their text."""
        with self._reading() as connection:
            yield from _ledger(connection).acts()

    def events(self) -> Iterator[RecordedEvent]:
        """What happened or is to, one row an event, however many reports tell it."""
        with self._reading() as connection:
            yield from _ledger(connection).events()

    def commitments(self) -> Iterator[RecordedCommitment]:
        """What actors said they would do, or not: one row for each report that tells a commitment, sharing its id."""
        with self._reading() as connection:
            yield from _ledger(connection).commitments()

    def forecasts(self) -> Iterator[RecordedForecast]:
        """What was expected: one row for each report that tells a forecast, sharing its id."""
        with self._reading() as connection:
            yield from _ledger(connection).forecasts()

    def questions(self) -> Iterator[RecordedQuestion]:
        """Matters on which actors take sides."""
        with self._reading() as connection:
            yield from _ledger(connection).questions()

    def positions(self) -> Iterator[RecordedPosition]:
        """Where each actor stands on each question: one row for each sighting."""
        with self._reading() as connection:
            yield from _ledger(connection).positions()

    def framing(self) -> Iterator[RecordedFrame]:
        """What actors and outlets call the same things."""
        with self._reading() as connection:
            yield from _ledger(connection).framing()

    def identities(self) -> Iterator[Identity]:
        """Why names are one actor or two, by the actors' names."""
        with self._reading() as connection:
            yield from all_identities(connection)

    def decisions(self) -> tuple[Decision, ...]:
        """What people decided about who is who, orphaned decisions included."""
        with self._reading() as connection:
            return tuple(all_decisions(connection).values())

    @property
    def actors_file(self) -> tuple[str, str] | None:
        """Name and text of the file of actors that the build went by, if there was one."""
        with self._reading() as connection:
            row = connection.execute(select(t.actors_file)).first()
            return None if row is None else (row.name, row.text)

    def question_decisions(self) -> tuple[QuestionDecision, ...]:
        """What people decided about questions, orphaned decisions included."""
        with self._reading() as connection:
            return question_rows.all_question_decisions(connection)

    @property
    def questions_file(self) -> tuple[str, str] | None:
        """Name and text of the file of questions that the build went by, if there was one."""
        with self._reading() as connection:
            row = connection.execute(select(question_rows.questions_file)).first()
            return None if row is None else (row.name, row.text)

    def spoken_for(self) -> tuple[SpokenFor, ...]:
        """On whose side those with a position stand who speak for another: a spokesman on that of a state."""
        with self._reading() as connection:
            return question_rows.all_sides(connection, partial(load_involved, connection))

    def unread(self) -> tuple[UnreadRow, ...]:
        """What could not be read, and why."""
        with self._reading() as connection:
            rows = connection.execute(select(t.unread).order_by(t.unread.c.number))
            return tuple(UnreadRow(row.name, row.reason, row.sha256) for row in rows)

    def duplicates(self) -> tuple[DuplicateRow, ...]:
        """Files that were left out because a report has the same bytes."""
        with self._reading() as connection:
            rows = connection.execute(select(t.duplicates).order_by(t.duplicates.c.number))
            return tuple(DuplicateRow(row.name, row.sha256, row.same_as) for row in rows)

    def finished(self, key: str) -> bytes | None:
        """The result that was kept under ``key``, if any."""
        with self._reading() as connection:
            result = connection.execute(select(t.finished.c.result).where(t.finished.c.key == key)).scalar()
            return None if result is None else bytes(result)

    def finished_keys(self) -> tuple[str, ...]:
        """The keys of all results that were kept."""
        with self._reading() as connection:
            return tuple(connection.execute(select(t.finished.c.key)).scalars())

    @overload
    def search(
        self, query: str, table: Literal["statements"] = "statements", limit: int = 50
    ) -> list[RecordedStatement]: ...
    @overload
    def search(self, query: str, table: Literal["reports"], limit: int = 50) -> list[Report]: ...
    def search(
        self, query: str, table: Literal["statements", "reports"] = "statements", limit: int = 50
    ) -> list[RecordedStatement] | list[Report]:
        """Statements (their source and what was said) or reports (their text, chrome included) that match, best first.

        Any string will do: words must all be there, case and accents don't matter; FTS5's syntax works where the
        query is valid (``"a phrase"``, ``troika OR envoy``, ``negotiat*``, ``source: ministry``).
        """
        with self._reading() as connection:
            if table == "reports":
                return self._found_reports(connection, matching(connection, "reports_fts", query, limit))
            if table == "statements":
                return self._found_statements(connection, matching(connection, "statements_fts", query, limit))
        raise ValueError(f"can't search {table!r}; choose statements or reports")

    def rows(self, table: str) -> Iterator[dict[str, Cell]]:
        """A flat table (``onrecord.record.TABLES``), row by row. Raises ValueError when there is none of this name."""
        flat = flat_table(table)
        return (dict(zip(flat.columns, row, strict=True)) for row in flat.rows(self))

    def to_pandas(self, table: str) -> Any:
        """A flat table as a ``pandas.DataFrame``. Raises ImportError with the command that installs pandas."""
        return frames.pandas_frame(self, table)

    def to_polars(self, table: str) -> Any:
        """A flat table as a ``polars.DataFrame``. Raises ImportError with the command that installs Polars."""
        return frames.polars_frame(self, table)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the record, one sentence each; nothing when all evidence is in place to the letter."""
        try:
            with self._reading() as connection:
                return tuple(checking.problems(connection))
        except RecordError as error:
            return (str(error),)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        if self._connection.closed:
            raise RecordError(f"{self.path} has been closed; open it again")
        try:
            yield self._connection
        except EvidenceError:
            raise
        except (*FAULTS, ValueError, TypeError, LookupError) as error:
            raise damaged(self.path, error) from error

    def _found_reports(self, connection: Connection, numbers: list[int]) -> list[Report]:
        found = dict(zip(sorted(numbers), load_reports(connection, numbers), strict=True))
        return [found[number] for number in numbers]

    def _found_statements(self, connection: Connection, numbers: list[int]) -> list[RecordedStatement]:
        place = select(t.statements.c.number, t.statements.c.report, t.statements.c.position)
        rows = connection.execute(place.where(t.statements.c.number.in_(numbers))).all()
        places = {row.number: (row.report, row.position) for row in rows}
        owners = sorted({row.report for row in rows})
        reports = dict(zip(owners, load_reports(connection, owners), strict=True))
        printings = printings_of(connection)
        found = []
        for owner, position in map(places.__getitem__, numbers):
            report = reports[owner]
            found.append(RecordedStatement.of(report.statements[position], report, printings))
        return found


def _ledger(connection: Connection) -> LedgerReader:
    return LedgerReader(connection, ledger_values(connection), partial(load_involved, connection))
