"""Numbered steps from one version of the schema to the next.

A record's version is its ``PRAGMA user_version``: how many steps it has taken. A step that has been released is
never edited; a change of the schema is a step of its own, with a file of the old schema among the tests.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from onrecord.record import schema_1, schema_2, schema_3, schema_4, schema_5, schema_6, schema_7, schema_8, schema_9

Migration = Callable[[Connection], None]


def _first_schema(connection: Connection) -> None:
    for statement in schema_1.STATEMENTS:
        connection.exec_driver_sql(statement)


def _polarity_venue_and_refusals(connection: Connection) -> None:
    for statement in schema_2.STATEMENTS:
        connection.exec_driver_sql(statement)


def _offices_and_identities(connection: Connection) -> None:
    for statement in schema_3.STATEMENTS:
        connection.exec_driver_sql(statement)


def _modifiers_of_times(connection: Connection) -> None:
    for statement in schema_4.STATEMENTS:
        connection.exec_driver_sql(statement)


def _reasons_in_other_reports(connection: Connection) -> None:
    for statement in schema_5.STATEMENTS:
        connection.exec_driver_sql(statement)


def _instruments_and_grounds(connection: Connection) -> None:
    for statement in schema_6.STATEMENTS:
        connection.exec_driver_sql(statement)


def _lineage(connection: Connection) -> None:
    for statement in schema_7.STATEMENTS:
        connection.exec_driver_sql(statement)


def _ledger(connection: Connection) -> None:
    for statement in schema_8.STATEMENTS:
        connection.exec_driver_sql(statement)


def _decisions_about_questions(connection: Connection) -> None:
    for statement in schema_9.STATEMENTS:
        connection.exec_driver_sql(statement)


MIGRATIONS: tuple[Migration, ...] = (
    _first_schema,
    _polarity_venue_and_refusals,
    _offices_and_identities,
    _modifiers_of_times,
    _reasons_in_other_reports,
    _instruments_and_grounds,
    _lineage,
    _ledger,
    _decisions_about_questions,
)


def version_of(connection: Connection) -> int:
    """How many steps the file has taken."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def current_version() -> int:
    """The version that this Onrecord writes and reads."""
    return len(MIGRATIONS)


def migrate(connection: Connection) -> None:
    """Take the steps that the file has not taken yet. The caller commits."""
    for version, step in enumerate(MIGRATIONS[version_of(connection) :], start=version_of(connection) + 1):
        step(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
