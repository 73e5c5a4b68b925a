"""The tables of a record, as SQLAlchemy Core sees them.

``docs/codebook.md`` defines every column for the people who analyse it. The migrations create the tables in a file;
a test keeps the two alike. Numbers (``number``) are places in the file and change from build to build; ids are
hashes of content and do not.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

from onrecord.record.wording import Wording

APPLICATION_ID = 0x4F6E5263  # "OnRc" in the file's header tells records from other SQLite files

schema = MetaData()


def _report(*, primary_key: bool = False) -> Column[int]:
    return Column("report", Integer, ForeignKey("reports.number"), primary_key=primary_key, nullable=False)


def _statement(*, primary_key: bool = False, nullable: bool = False) -> Column[int]:
    key = ForeignKey("statements.number")
    return Column("statement", Integer, key, primary_key=primary_key, nullable=nullable)


def _actor(name: str = "actor", *, primary_key: bool = False, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey("actors.number"), primary_key=primary_key, nullable=nullable)


def _position() -> Column[int]:
    return Column("position", Integer, primary_key=True)


def _span(*, nullable: bool = False, primary_key: bool = False) -> tuple[Column[int], Column[int], Column[str]]:
    return (
        Column("start", Integer, primary_key=primary_key, nullable=nullable),
        Column("end", Integer, primary_key=primary_key, nullable=nullable),
        Column("text", Wording, nullable=nullable),
    )


meta = Table("meta", schema, Column("key", Wording, primary_key=True), Column("value", Wording, nullable=False))

reports = Table(
    "reports",
    schema,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("name", Wording, nullable=False),
    Column("title", Wording),
    Column("outlet", Wording),
    Column("agency", Wording),
    Column("url", Wording),
    Column("published", Date),
    Column("published_earliest", Date),
    Column("published_latest", Date),
    Column("language", Wording, nullable=False),
    Column("tagged", Boolean, nullable=False),
    Column("media_type", Wording, nullable=False),
    Column("encoding", Wording, nullable=False),
    Column("sha256", Wording, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("text", Wording, nullable=False),
)

chrome = Table("chrome", schema, _report(primary_key=True), _position(), *_span())

times = Table(
    "times",
    schema,
    _report(primary_key=True),
    _position(),
    *_span(),
    Column("type", Text, nullable=False),
    Column("value", Wording, nullable=False),
    Column("modifier", Wording),
)

actors = Table(
    "actors",
    schema,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("name", Wording, nullable=False),
    Column("kind", Text, nullable=False),
    Column("within", Text, nullable=False),
    Column("distinction", Wording, nullable=False),
)

actor_aliases = Table("actor_aliases", schema, _actor(primary_key=True), Column("alias", Wording, primary_key=True))

statements = Table(
    "statements",
    schema,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    _report(),
    Column("position", Integer, nullable=False),
    _actor("speaker", nullable=True),
    _actor("addressee", nullable=True),
    Column("kind", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("hedged", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("said_on", Date),
    Column("said_earliest", Date),
    Column("said_latest", Date),
    Column("source", Wording),
    Column("cue", Wording),
    Column("said", Wording, nullable=False),
    Column("venue", Wording),
    Column("occasion", Wording),
    Column("printings", Integer, nullable=False),
    Column("independent", Integer, nullable=False),
    Column("act", Text),
    Column("act_number", Integer, ForeignKey("acts.number")),
)

statement_spans = Table(
    "statement_spans",
    schema,
    _statement(primary_key=True),
    Column("role", Text, primary_key=True),
    _position(),
    *_span(),
)

addressees = Table("addressees", schema, _statement(primary_key=True), _position(), _actor())

relays = Table("relays", schema, _statement(primary_key=True), _position(), _actor())

refusals = Table(
    "refusals",
    schema,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    _report(),
    Column("position", Integer, nullable=False),
    _actor("speaker", nullable=True),
    _actor("addressee", nullable=True),
    Column("kind", Text, nullable=False),
    Column("source", Wording),
    Column("cue", Wording, nullable=False),
    Column("matter", Wording),
)

refusal_spans = Table(
    "refusal_spans",
    schema,
    Column("refusal", Integer, ForeignKey("refusals.number"), primary_key=True, nullable=False),
    Column("role", Text, primary_key=True),
    *_span(),
)

actor_mentions = Table(
    "actor_mentions",
    schema,
    _actor(primary_key=True),
    _report(primary_key=True),
    Column("role", Text, primary_key=True),
    *_span(primary_key=True),
)

offices = Table(
    "offices",
    schema,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    _actor(),
    Column("title", Wording, nullable=False),
    _actor("of", nullable=True),
    Column("first_seen", Date),
    Column("last_seen", Date),
    Column("left_by", Date),
)

descriptions = Table(
    "descriptions",
    schema,
    Column("number", Integer, primary_key=True),
    _report(),
    Column("position", Integer, nullable=False),
    _actor(),
    Column("title", Wording, nullable=False),
    _actor("of", nullable=True),
    Column("is_office", Boolean, nullable=False),
    Column("office", Integer, ForeignKey("offices.number")),
    Column("tenure", Text, nullable=False),
    Column("gender", Text, nullable=False),
    *_span(),
)

decisions = Table(
    "decisions",
    schema,
    Column("number", Integer, primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("names", Wording, nullable=False),
    Column("decided_by", Wording),
    Column("decided_on", Wording),
    Column("why", Wording),
    Column("orphaned", Boolean, nullable=False),
)

identities = Table(
    "identities",
    schema,
    Column("number", Integer, primary_key=True),
    _actor(),
    Column("verdict", Text, nullable=False),
    Column("name", Wording, nullable=False),
    _actor("other", nullable=True),
    Column("reason", Wording, nullable=False),
    Column("decision", Integer, ForeignKey("decisions.number")),
)

actors_file = Table(
    "actors_file", schema, Column("name", Wording, primary_key=True), Column("text", Wording, nullable=False)
)

instruments = Table(
    "instruments",
    schema,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("name", Wording, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Wording),
    Column("numbered", Wording),
    Column("dated", Wording),
    Column("topic", Wording),
    Column("identified", Boolean, nullable=False),
    Column("within", Text, nullable=False),
)


def _instrument() -> Column[int]:
    return Column("instrument", Integer, ForeignKey("instruments.number"), nullable=False)


instrument_mentions = Table(
    "instrument_mentions",
    schema,
    _report(primary_key=True),
    _position(),
    _instrument(),
    Column("part", Wording),
    Column("because", Wording, nullable=False),
    *_span(),
)

grounds = Table(
    "grounds",
    schema,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    _statement(),
    Column("position", Integer, nullable=False),
    _instrument(),
    Column("part", Wording),
    Column("relation", Text, nullable=False),
)

ground_spans = Table(
    "ground_spans",
    schema,
    Column("ground", Integer, ForeignKey("grounds.number"), primary_key=True, nullable=False),
    Column("role", Text, primary_key=True),
    *_span(),
)

date_candidates = Table(
    "date_candidates",
    schema,
    Column("number", Integer, primary_key=True),
    _report(),
    _statement(nullable=True),
    Column("position", Integer, nullable=False),
    Column("date", Date, nullable=False),
    Column("weight", Float, nullable=False),
)

date_reasons = Table(
    "date_reasons",
    schema,
    Column("number", Integer, primary_key=True),
    _report(),
    _statement(nullable=True),
    Column("position", Integer, nullable=False),
    Column("origin", Wording, nullable=False),
    Column("reason", Wording, nullable=False),
    *_span(nullable=True),
    Column("against", Boolean, nullable=False),
    Column("sibling", Text),
    Column("sibling_start", Integer),
    Column("sibling_end", Integer),
    Column("sibling_text", Wording),
)

lineage = Table(
    "lineage",
    schema,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    _report(),
    Column("copied_from", Integer, ForeignKey("reports.number"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("direction", Text, nullable=False),
    Column("reason", Wording, nullable=False),
    Column("same_words", Integer, nullable=False),
    Column("share", Float, nullable=False),
    Column("share_of_source", Float, nullable=False),
    Column("agency", Wording),
)

lineage_passages = Table(
    "lineage_passages",
    schema,
    Column("lineage", Integer, ForeignKey("lineage.number"), primary_key=True, nullable=False),
    _position(),
    *_span(),
    Column("source_start", Integer, nullable=False),
    Column("source_end", Integer, nullable=False),
    Column("source_text", Wording, nullable=False),
)

divergences = Table(
    "divergences",
    schema,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    _report(),
    *_span(),
    Column("other_report", Integer, ForeignKey("reports.number"), nullable=False),
    Column("other_start", Integer, nullable=False),
    Column("other_end", Integer, nullable=False),
    Column("other_text", Wording, nullable=False),
    _statement(nullable=True),
    Column("other_statement", Integer, ForeignKey("statements.number")),
    Column("copied", Boolean, nullable=False),
)

divergence_changes = Table(
    "divergence_changes",
    schema,
    Column("divergence", Integer, ForeignKey("divergences.number"), primary_key=True, nullable=False),
    _position(),
    Column("here", Wording, nullable=False),
    Column("there", Wording, nullable=False),
)

unread = Table(
    "unread",
    schema,
    Column("number", Integer, primary_key=True),
    Column("name", Wording, nullable=False),
    Column("reason", Wording, nullable=False),
    Column("sha256", Wording, nullable=False),
)

duplicates = Table(
    "duplicates",
    schema,
    Column("number", Integer, primary_key=True),
    Column("name", Wording, nullable=False),
    Column("sha256", Wording, nullable=False),
    Column("same_as", Wording, nullable=False),
    Column("report", Integer, ForeignKey("reports.number")),
)

finished = Table(
    "finished", schema, Column("key", Wording, primary_key=True), Column("result", LargeBinary, nullable=False)
)

EVIDENCE: tuple[tuple[Table, str], ...] = (
    (chrome, "chrome"),
    (times, "time expression"),
    (statement_spans, "statement"),
    (refusal_spans, "refusal"),
    (actor_mentions, "mention of an actor"),
    (descriptions, "description"),
    (instrument_mentions, "mention of an instrument"),
    (ground_spans, "ground"),
    (date_reasons, "reason for a date"),
    (lineage_passages, "shared passage"),
    (divergences, "divergence"),
)
"""The tables whose rows hold spans, with what such a row is called in a message."""

EVIDENCE_OF_TWO: tuple[tuple[Table, str], ...] = (
    (lineage_passages, "shared passage"),
    (divergences, "divergence"),
)
"""Those whose rows hold spans of a second report as well."""
