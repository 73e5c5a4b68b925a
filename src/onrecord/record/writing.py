"""Reports → a record file, whole or not at all, the same bytes for the same arguments."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Insert, Table, insert
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError

from onrecord.domain import (
    EMPTY_LEDGER,
    Actor,
    Decision,
    Divergence,
    Identity,
    Instrument,
    Ledger,
    Lineage,
    Office,
    Report,
    content_id,
)
from onrecord.errors import BuildError, RecordError
from onrecord.record import ledger_tables, ledger_unpacking, question_rows
from onrecord.record import schema as t
from onrecord.record.connecting import drafting
from onrecord.record.files import replacing
from onrecord.record.ledger_writing import LedgerWriter
from onrecord.record.lineage_rows import LineageWriter
from onrecord.record.rows import DuplicateRow, UnreadRow
from onrecord.record.unpacking import Row, unpack

_BATCH = 50  # kept results may be large


def write_record(
    path: Path,
    reports: Iterable[Report],
    *,
    unread: Iterable[UnreadRow] = (),
    duplicates: Iterable[DuplicateRow] = (),
    finished: Iterable[tuple[str, bytes]] = (),
    meta: Mapping[str, str] | None = None,
    offices: Mapping[tuple[str, int], Office] | None = None,
    identities: Iterable[Identity] = (),
    decisions: Iterable[Decision] = (),
    actors_file: tuple[str, str] | None = None,
    questions_file: tuple[str, str] | None = None,
    lineage: Iterable[Lineage] = (),
    divergences: Sequence[Divergence] = (),
    printings: Mapping[str, tuple[int, int]] | None = None,
    ledger: Ledger | Callable[[], Ledger] = EMPTY_LEDGER,
) -> None:
    """Write a new record at ``path``; a file that is there is replaced when all is written, and not before.

    The iterables are consumed once, one item at a time; the bytes of the file depend on the arguments and their
    order only (and on the version of the SQLite library). Actors with equal ids are one actor, with the name that
    came first and all the others as aliases.

    Args:
        path: the file to write.
        reports: complete reports, each with bytes of its own.
        unread: what could not be read.
        duplicates: files with the same bytes as one of ``reports``.
        finished: results to keep, by key; of two with the same key the first is kept.
        meta: how the record was made.
        offices: the office of a description, by its report's id and its place there.
        identities: why names are one actor or two.
        decisions: what people decided about that.
        actors_file: name and text of the file of actors that the build went by.
        questions_file: the same of the file of questions.
        lineage: which of ``reports`` share whose words.
        divergences: what became of quotations from one to another, the worst first.
        printings: in how many reports a statement is printed, and on how many independent sources it stands, by its
            id; for all others both are 1.
        ledger: what the reports amount to, its sightings being places in ``reports``; or a function that gives it when
            all of these have been taken.

    Raises:
        EvidenceError: a span does not match its report to the letter, or a statement has none. No file is written.
        RecordError: two reports have the same bytes, or a value is out of its range. No file is written.
        BuildError: the file can't be written. What was there before is unharmed.
    """
    path = Path(path)
    with replacing(path) as whole:
        draft = whole.with_suffix(".draft.part")
        try:
            with drafting(draft) as connection:
                writer = _Writer(connection, offices or {}, printings or {})
                wanted = {each for row in divergences for each in (row.statement, row.other_statement) if each}
                writer.write(reports, unread, duplicates, finished, meta or {}, wanted)
                writer.write_lineage(lineage, divergences)
                writer.write_ledger(ledger if isinstance(ledger, Ledger) else ledger())
                writer.check_references()
                writer.write_identities(identities, decisions)
                for table, file in ((t.actors_file, actors_file), (question_rows.questions_file, questions_file)):
                    if file is not None:
                        connection.execute(insert(table), {"name": file[0], "text": file[1]})
                connection.exec_driver_sql("COMMIT")
                # Into a second file, in our own folder: VACUUM in place would need room where temporary files go.
                connection.exec_driver_sql("VACUUM INTO ?", (str(whole),))
        except (DBAPIError, sqlite3.Error) as error:
            raise _trouble(path, error) from error
        finally:
            draft.unlink(missing_ok=True)


class _Writer:
    def __init__(
        self,
        connection: Connection,
        offices: Mapping[tuple[str, int], Office],
        printings: Mapping[str, tuple[int, int]],
    ) -> None:
        self._connection = connection
        self._offices = offices
        self._printings = printings
        self._reports: dict[str, int] = {}
        self._statements: dict[str, int] = {}
        self._office_numbers: dict[str, int] = {}
        self._new_offices: list[dict[str, Any]] = []
        self._actors: dict[str, tuple[int, Actor]] = {}
        self._new_actors: list[dict[str, Any]] = []
        self._new_aliases: list[dict[str, Any]] = []
        self._instruments: dict[str, int] = {}
        self._new_instruments: list[dict[str, Any]] = []
        self._told = ledger_unpacking.LedgerUnpacker(self._number_of)

    def write(
        self,
        reports: Iterable[Report],
        unread: Iterable[UnreadRow],
        duplicates: Iterable[DuplicateRow],
        finished: Iterable[tuple[str, bytes]],
        meta: Mapping[str, str],
        wanted: Set[str],
    ) -> None:
        self._insert(t.meta, ({"key": key, "value": value} for key, value in sorted(meta.items())))
        known = self._reports = self._write_reports(reports, wanted)
        self._insert(t.unread, ({"name": row.name, "reason": row.reason, "sha256": row.sha256} for row in unread))
        self._insert(
            t.duplicates,
            (
                {
                    "name": row.name,
                    "sha256": row.sha256,
                    "same_as": row.same_as,
                    "report": known.get(content_id("r", row.sha256)),
                }
                for row in duplicates
            ),
        )
        self._insert(t.finished, ({"key": key, "result": result} for key, result in finished), or_ignore=True)
        for index in ("reports_fts", "statements_fts"):
            self._connection.exec_driver_sql(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
            self._connection.exec_driver_sql(f"INSERT INTO {index} ({index}) VALUES ('optimize')")

    def check_references(self) -> None:
        """Raises RecordError when a row points at one that is not there."""
        violation = self._connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if violation is not None:
            raise RecordError(f"a row of {violation[0]} points at no row of {violation[2]}: please report this")

    def write_lineage(self, lineage: Iterable[Lineage], divergences: Iterable[Divergence]) -> None:
        """Rows that join reports, when all reports are written."""
        LineageWriter(self._connection, self._reports, self._statements).write(lineage, divergences)

    def write_ledger(self, ledger: Ledger) -> None:
        """What the reports amount to, when all are written."""
        LedgerWriter(self._connection, self._reports, self._number_by_words, self._told.number).write(ledger)

    def _number_by_words(self, actor: Actor, words: Callable[[], Row]) -> int:
        """The number of an actor who, if no report names them, is in the record by these words of another row."""
        known = actor.id in self._actors
        number = self._number_of(actor)
        if not known:
            self._flush_new()
            self._connection.execute(insert(t.actor_mentions), {**words(), "actor": number, "role": "ledger"})
        return number

    def _write_reports(self, reports: Iterable[Report], wanted: Set[str]) -> dict[str, int]:
        known: dict[str, int] = {}
        next_statement = next_refusal = next_ground = 1
        for number, report in enumerate(reports, start=1):
            if report.id in known:
                raise RecordError(f"{report.name} has the same bytes as another report; list it with the duplicates")
            known[report.id] = number
            rows = unpack(
                report,
                number,
                next_statement,
                next_refusal,
                next_ground,
                self._number_of,
                self._office_of,
                self._instrument_of,
            )
            told, acts = self._told.unpack(report, number, next_statement)
            for table, more in told.items():
                rows.setdefault(table, []).extend(more)
            for row, statement in zip(rows.get(t.statements, ()), report.statements, strict=True):
                act = statement.act
                row["act"] = None if act is None else act.code
                row["act_number"] = None if act is None else acts[act]
            next_statement += len(report.statements)
            next_refusal += len(report.refusals)
            next_ground += sum(len(statement.grounds) for statement in report.statements)
            for row in rows.get(t.statements, ()):
                row["printings"], row["independent"] = self._printings.get(row["id"], (1, 1))
                if row["id"] in wanted:
                    self._statements[row["id"]] = row["number"]
            self._flush_new()
            for table in _ORDER:
                if found := rows.get(table):
                    self._connection.execute(_INSERTS[table], found)
        return known

    def _number_of(self, actor: Actor) -> int:
        key = actor.id
        number, seen = self._actors.get(key, (0, None))
        if seen is None:
            number = len(self._actors) + 1
            row = {"number": number, "id": key, "name": actor.name, "kind": actor.kind, "within": actor.within}
            row["distinction"] = actor.distinction
            self._new_actors.append(row)
            self._actors[key] = number, actor
        if seen != actor:
            names = set(actor.aliases)
            if seen is not None:
                names = (names | {actor.name}) - {seen.name}
            self._new_aliases.extend({"actor": number, "alias": alias} for alias in sorted(names))
        return number

    def _office_of(self, report: str, position: int) -> int | None:
        office = self._offices.get((report, position))
        if office is None:
            return None
        number = self._office_numbers.get(office.id)
        if number is None:
            number = self._office_numbers[office.id] = len(self._office_numbers) + 1
            self._new_offices.append(
                {
                    "number": number,
                    "id": office.id,
                    "actor": self._number_of(office.actor),
                    "title": office.title,
                    "of": None if office.of is None else self._number_of(office.of),
                    "first_seen": office.first_seen,
                    "last_seen": office.last_seen,
                    "left_by": office.left_by,
                }
            )
        return number

    def _instrument_of(self, instrument: Instrument) -> int:
        key = instrument.id
        number = self._instruments.get(key)
        if number is None:
            number = self._instruments[key] = len(self._instruments) + 1
            self._new_instruments.append(
                {
                    "number": number,
                    "id": key,
                    "name": instrument.name,
                    "kind": instrument.kind,
                    "body": instrument.body or None,
                    "numbered": instrument.number or None,
                    "dated": instrument.date or None,
                    "topic": instrument.topic or None,
                    "identified": instrument.identified,
                    "within": instrument.within,
                }
            )
        return number

    def write_identities(self, identities: Iterable[Identity], decisions: Iterable[Decision]) -> None:
        """Those of actors that are in the record; an actor of no row is nobody's to ask about."""
        numbers: dict[Decision, int] = {}
        for number, decision in enumerate(decisions, start=1):
            numbers.setdefault(decision, number)
            row = {
                "number": number,
                "verdict": decision.verdict,
                "names": "; ".join(decision.names),
                "decided_by": decision.who or None,
                "decided_on": decision.when or None,
                "why": decision.why or None,
                "orphaned": decision.orphaned,
            }
            self._connection.execute(insert(t.decisions), row)
        self._insert(
            t.identities,
            (
                {
                    "actor": self._actors[identity.actor.id][0],
                    "verdict": identity.verdict,
                    "name": identity.name,
                    "other": None if identity.other is None else self._actors[identity.other.id][0],
                    "reason": identity.reason,
                    "decision": None if identity.decision is None else numbers.get(identity.decision),
                }
                for identity in identities
                if identity.actor.id in self._actors and (identity.other is None or identity.other.id in self._actors)
            ),
        )

    def _flush_new(self) -> None:
        for table, rows in (
            (t.actors, self._new_actors),
            (t.actor_aliases, self._new_aliases),
            (t.offices, self._new_offices),
            (t.instruments, self._new_instruments),
        ):
            if rows:
                self._connection.execute(_INSERTS[table], rows)
                rows.clear()

    def _insert(self, table: Table, rows: Iterable[dict[str, Any]], *, or_ignore: bool = False) -> None:
        statement = _or_ignore(table) if or_ignore else insert(table)
        batch: list[dict[str, Any]] = []
        for row in rows:
            batch.append(row)
            if len(batch) == _BATCH:
                self._connection.execute(statement, batch)
                batch.clear()
        if batch:
            self._connection.execute(statement, batch)


def _or_ignore(table: Table) -> Insert:
    return sqlite.insert(table).on_conflict_do_nothing()


_ORDER = (
    t.reports,
    t.chrome,
    t.times,
    ledger_tables.acts,
    t.statements,
    t.statement_spans,
    t.addressees,
    t.relays,
    t.refusals,
    t.refusal_spans,
    t.actor_mentions,
    t.descriptions,
    t.instrument_mentions,
    t.grounds,
    t.ground_spans,
    t.date_candidates,
    t.date_reasons,
    *ledger_unpacking.ORDER,
)
_INSERTS: dict[Table, Insert] = {
    **{table: insert(table) for table in (*_ORDER, t.actors, t.offices, t.instruments)},
    t.actor_aliases: _or_ignore(t.actor_aliases),  # two versions of an actor may share an alias
}


def _trouble(path: Path, error: DBAPIError | sqlite3.Error) -> BuildError | RecordError:
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return BuildError(f"no room left on the disk of {path}; free some and build again")
    if code == sqlite3.SQLITE_CONSTRAINT:
        return RecordError(f"a value is out of the range that the record allows: {cause}")
    return BuildError(f"can't write {path}: {cause}")
