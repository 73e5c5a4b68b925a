"""The tables of the ledger, as SQLAlchemy Core sees them; see ``schema`` for all others."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Integer, Table, Text

from onrecord.record.schema import schema
from onrecord.record.wording import Wording


def _reference(name: str, table: str, *, primary_key: bool = False, nullable: bool = False) -> Column[int]:
    key = ForeignKey(f"{table}.number")
    return Column(name, Integer, key, primary_key=primary_key, nullable=nullable)


def _report() -> Column[int]:
    return _reference("report", "reports")


def _actor(name: str = "actor") -> Column[int]:
    return _reference(name, "actors", nullable=True)


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True)


def _place() -> Column[int]:
    """The place in an owner's list, as part of the primary key."""
    return Column("position", Integer, primary_key=True)


def _told() -> tuple[Column[int], ...]:
    """What all rows of a report have in front; the statement is the one that tells it."""
    position = Column("position", Integer, nullable=False)
    return _number(), _report(), position, _reference("statement", "statements", nullable=True)


def _span(*, nullable: bool = False) -> tuple[Column[int], Column[int], Column[str]]:
    return (
        Column("start", Integer, nullable=nullable),
        Column("end", Integer, nullable=nullable),
        Column("text", Wording, nullable=nullable),
    )


def _days(first: str = "day", earliest: str = "earliest", latest: str = "latest") -> tuple[Column[date], ...]:
    return Column(first, Date), Column(earliest, Date), Column(latest, Date)


def _words(name: str, *, nullable: bool = False) -> Column[str]:
    return Column(name, Wording, nullable=nullable)


def _fixed(name: str, *, nullable: bool = False) -> Column[str]:
    return Column(name, Text, nullable=nullable)


def _counts() -> tuple[Column[int], Column[int]]:
    return Column("printings", Integer, nullable=False), Column("independent", Integer, nullable=False)


acts = Table(
    "acts",
    schema,
    _number(),
    _fixed("id"),
    _report(),
    Column("position", Integer),
    _fixed("code"),
    _fixed("quad"),
    _words("mode", nullable=True),
    _actor(),
    _actor("recipient"),
    *_span(),
)

happenings = Table(
    "happenings",
    schema,
    *_told(),
    _words("subject"),
    _fixed("state"),
    _fixed("act", nullable=True),
    _reference("act_number", "acts", nullable=True),
    _actor(),
    _actor("recipient"),
    *_days(),
    _words("place", nullable=True),
)

happening_spans = Table(
    "happening_spans",
    schema,
    _reference("happening", "happenings", primary_key=True),
    Column("role", Text, primary_key=True),
    _place(),
    *_span(),
)

declarations = Table(
    "declarations",
    schema,
    *_told(),
    _actor(),
    _actor("target"),
    _fixed("kind"),
    _fixed("polarity"),
    _fixed("strength"),
    _words("cue"),
    _words("act"),
    _words("condition", nullable=True),
    *_days("deadline", "deadline_earliest", "deadline_latest"),
)

declaration_bound = Table(
    "declaration_bound",
    schema,
    _reference("declaration", "declarations", primary_key=True),
    _place(),
    _reference("actor", "actors"),
)

declaration_spans = Table(
    "declaration_spans",
    schema,
    _reference("declaration", "declarations", primary_key=True),
    Column("role", Text, primary_key=True),
    *_span(),
)

expectations = Table(
    "expectations",
    schema,
    *_told(),
    _actor(),
    _actor("of"),
    _fixed("likelihood"),
    _fixed("polarity"),
    _words("cue"),
    _words("expected"),
    _words("condition", nullable=True),
    *_days("expected_on", "expected_earliest", "expected_latest"),
)

expectation_spans = Table(
    "expectation_spans",
    schema,
    _reference("expectation", "expectations", primary_key=True),
    Column("role", Text, primary_key=True),
    *_span(),
)

stances = Table(
    "stances",
    schema,
    *_told(),
    _actor(),
    _fixed("side"),
    Column("strength", Integer, nullable=False),
    _words("matter"),
    _words("words"),
    _words("condition", nullable=True),
    _words("key"),
)

stance_spans = Table(
    "stance_spans",
    schema,
    _reference("stance", "stances", primary_key=True),
    Column("role", Text, primary_key=True),
    *_span(),
)

namings = Table("namings", schema, *_told(), _actor(), _words("thing"), *_span())


def _dated() -> tuple[Column[int], ...]:
    """Whose date it is: one of three."""
    return (
        _number(),
        _report(),
        _reference("happening", "happenings", nullable=True),
        _reference("declaration", "declarations", nullable=True),
        _reference("expectation", "expectations", nullable=True),
        Column("position", Integer, nullable=False),
    )


ledger_date_candidates = Table(
    "ledger_date_candidates",
    schema,
    *_dated(),
    Column("date", Date, nullable=False),
    Column("weight", Float, nullable=False),
)

ledger_date_reasons = Table(
    "ledger_date_reasons",
    schema,
    *_dated(),
    _words("origin"),
    _words("reason"),
    *_span(nullable=True),
    Column("against", Boolean, nullable=False),
    Column("sibling", Text),
    Column("sibling_start", Integer),
    Column("sibling_end", Integer),
    Column("sibling_text", Wording),
)

events = Table(
    "events",
    schema,
    _number(),
    _fixed("id"),
    _reference("happening", "happenings"),
    _fixed("state"),
    *_days(),
    *_counts(),
)

event_sightings = Table(
    "event_sightings",
    schema,
    _reference("event", "events", primary_key=True),
    _place(),
    _reference("happening", "happenings"),
)

event_disagreements = Table(
    "event_disagreements",
    schema,
    _reference("event", "events", primary_key=True),
    _place(),
    _fixed("what"),
    _reference("happening", "happenings"),
    _words("these"),
    _reference("other_happening", "happenings"),
    _words("those"),
)

commitments = Table(
    "commitments",
    schema,
    _number(),
    _fixed("id"),
    _reference("declaration", "declarations"),
    _fixed("status"),
    *_counts(),
)

commitment_sightings = Table(
    "commitment_sightings",
    schema,
    _reference("commitment", "commitments", primary_key=True),
    _place(),
    _reference("declaration", "declarations"),
)

forecasts = Table(
    "forecasts",
    schema,
    _number(),
    _fixed("id"),
    _reference("expectation", "expectations"),
    _fixed("status"),
    *_counts(),
)

forecast_sightings = Table(
    "forecast_sightings",
    schema,
    _reference("forecast", "forecasts", primary_key=True),
    _place(),
    _reference("expectation", "expectations"),
)

settlements = Table(
    "settlements",
    schema,
    _number(),
    _reference("commitment", "commitments", nullable=True),
    _reference("forecast", "forecasts", nullable=True),
    _reference("event", "events", nullable=True),
    Column("position", Integer, nullable=False),
    _fixed("status"),
    _words("because"),
    _reference("declaration", "declarations", nullable=True),
    _reference("expectation", "expectations", nullable=True),
    _reference("happening", "happenings", nullable=True),
    _reference("report", "reports", nullable=True),
    *_days(),
)

settlement_spans = Table(
    "settlement_spans",
    schema,
    _reference("settlement", "settlements", primary_key=True),
    _place(),
    *_span(),
)

questions = Table(
    "questions",
    schema,
    _number(),
    _fixed("id"),
    _words("name"),
    _words("key"),
    Column("decided", Boolean, nullable=False),
)

positions = Table(
    "positions",
    schema,
    _number(),
    _fixed("id"),
    _reference("question", "questions"),
    _reference("actor", "actors"),
    _reference("stance", "stances"),
    _fixed("side"),
    Column("strength", Integer, nullable=False),
    *_days(),
    _fixed("change"),
    *_counts(),
)

frames = Table(
    "frames",
    schema,
    _number(),
    _fixed("id"),
    _words("thing"),
    _words("wording"),
    _actor(),
    _words("outlet", nullable=True),
)

frame_sightings = Table(
    "frame_sightings",
    schema,
    _reference("frame", "frames", primary_key=True),
    _place(),
    _reference("naming", "namings"),
)

SPANS: tuple[tuple[Table, Table, str, str], ...] = (
    (happening_spans, happenings, "happening", "telling of an event"),
    (declaration_spans, declarations, "declaration", "commitment"),
    (expectation_spans, expectations, "expectation", "forecast"),
    (stance_spans, stances, "stance", "stance"),
    (settlement_spans, settlements, "settlement", "settlement"),
)
"""Tables of spans, with the table and column of what they belong to and what such a row is called in a message."""

EVIDENCE: tuple[tuple[Table, str], ...] = (
    (acts, "act"),
    (namings, "name for a thing"),
    (ledger_date_reasons, "reason for a date"),
)
"""The tables that hold the spans of their report themselves."""
