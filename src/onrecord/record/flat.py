"""The record as flat tables for spreadsheets and data frames: one row each, no nesting.

A cell is a string, an integer, a float, a bool, a date or None. Lists become one string: names are separated by
"; ", spans are written ``start:end`` and separated by blanks. ``docs/codebook.md`` defines every column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from onrecord.domain import Change, Decision, Identity, Report
from onrecord.record.cells import Cell, FlatTable, ends, places, words
from onrecord.record.ledger_flat import LEDGER_TABLES, LedgerTables
from onrecord.record.readable import readable
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


class Rows(LedgerTables, Protocol):
    """What a flat table is made from; a ``Record`` is one."""

    def reports(self) -> Iterator[Report]: ...
    def statements(self) -> Iterator[RecordedStatement]: ...
    def refusals(self) -> Iterator[RecordedRefusal]: ...
    def actors(self) -> Iterator[RecordedActor]: ...
    def offices(self) -> Iterator[RecordedOffice]: ...
    def instruments(self) -> Iterator[RecordedInstrument]: ...
    def grounds(self) -> Iterator[RecordedGround]: ...
    def lineage(self) -> Iterator[RecordedLineage]: ...
    def divergences(self) -> Iterator[RecordedDivergence]: ...
    def identities(self) -> Iterator[Identity]: ...
    def decisions(self) -> Iterable[Decision]: ...
    def unread(self) -> Iterable[UnreadRow]: ...
    def duplicates(self) -> Iterable[DuplicateRow]: ...


def _reports(record: Rows) -> Iterator[tuple[Cell, ...]]:
    for report in record.reports():
        published = report.published
        yield (
            report.name,
            report.id,
            report.title,
            report.outlet,
            report.agency,
            report.url,
            published.best,
            published.earliest,
            published.latest,
            "; ".join(reason.text for reason in published.reasons) or None,
            report.language or None,
            report.tagged,
            len(report.statements),
            len(report.text),
            places(report.chrome),
            report.media_type,
            report.encoding or None,
            report.sha256,
        )


def _statements(record: Rows) -> Iterator[tuple[Cell, ...]]:
    for row in record.statements():
        report, said_on = row.report, row.said_on
        yield (
            row.id,
            report.name,
            report.id,
            report.published.best,
            said_on.best,
            said_on.earliest,
            said_on.latest,
            None if row.speaker is None else row.speaker.label,
            None if row.speaker is None else row.speaker.kind,
            None if row.speaker is None else row.speaker.id,
            None if row.addressee is None else row.addressee.label,
            None if row.addressee is None else row.addressee.id,
            "; ".join(actor.label for actor in row.addressees) or None,
            "; ".join(actor.label for actor in row.relayed_by) or None,
            row.kind,
            row.mode,
            row.negated,
            row.hedged,
            row.confidence,
            # Side by side, for what was denied reads as its opposite without the cue.
            None if row.source is None else row.source.text,
            None if row.cue is None else row.cue.text,
            readable(report.text, row.content),
            words(row.venue),
            words(row.occasion),
            *ends(row.source),
            *ends(row.cue),
            places(row.content),
            *ends(row.negation),
            *ends(row.hedge),
            *ends(row.venue),
            *ends(row.occasion),
            min(span.start for span in row.evidence),
            max(span.end for span in row.evidence),
            row.printings,
            row.independent,
            None if row.act is None else row.act.code,
        )


def _refusals(record: Rows) -> Iterator[tuple[Cell, ...]]:
    for row in record.refusals():
        yield (
            row.id,
            row.report.name,
            row.report.id,
            row.report.published.best,
            None if row.speaker is None else row.speaker.label,
            None if row.speaker is None else row.speaker.kind,
            None if row.speaker is None else row.speaker.id,
            None if row.addressee is None else row.addressee.label,
            None if row.addressee is None else row.addressee.id,
            row.kind,
            None if row.source is None else row.source.text,
            row.cue.text,
            words(row.matter),
            *ends(row.source),
            *ends(row.cue),
            *ends(row.matter),
        )


def _actors(record: Rows) -> Iterator[tuple[Cell, ...]]:
    for actor in record.actors():
        yield (
            actor.label,
            actor.id,
            actor.kind,
            "; ".join(actor.aliases) or None,
            actor.within or None,
            actor.statements,
            actor.reports,
            len(actor.mentions),
        )


def _offices(record: Rows) -> Iterator[tuple[Cell, ...]]:
    for row in record.offices():
        yield (
            row.actor.label,
            row.actor.id,
            row.title,
            None if row.of is None else row.of.label,
            None if row.of is None else row.of.id,
            row.first_seen,
            row.last_seen,
            row.left_by,
            row.reports,
            " | ".join(dict.fromkeys(" ".join(span.text.split()) for span in row.evidence)),
            "; ".join(f"{claim.report.name} {claim.span.start}:{claim.span.end}" for claim in row.claims),
            row.id,
        )


def _instruments(record: Rows) -> Iterator[tuple[Cell, ...]]:
    for row in record.instruments():
        yield (
            row.name,
            row.id,
            row.kind,
            row.body or None,
            row.number or None,
            row.date or None,
            row.topic or None,
            row.identified,
            row.within or None,
            row.statements,
            row.reports,
            row.first_seen,
            row.last_seen,
            " | ".join(dict.fromkeys(" ".join(span.text.split()) for span in row.evidence)),
            "; ".join(f"{mention.report.name} {mention.span.start}:{mention.span.end}" for mention in row.mentions),
        )


def _grounds(record: Rows) -> Iterator[tuple[Cell, ...]]:
    for row in record.grounds():
        said = row.statement
        yield (
            row.id,
            said.id,
            row.report.name,
            row.report.id,
            row.report.published.best,
            None if said.speaker is None else said.speaker.label,
            None if said.speaker is None else said.speaker.id,
            row.relation,
            row.instrument.name,
            row.instrument.id,
            row.instrument.kind,
            row.part or None,
            words(row.span),
            words(row.words),
            said.negated,
            readable(row.report.text, said.content),
            *ends(row.span),
            *ends(row.words),
        )


def _lineage(record: Rows) -> Iterator[tuple[Cell, ...]]:
    for row in record.lineage():
        yield (
            row.report.name,
            row.report.id,
            row.copied_from.name,
            row.copied_from.id,
            row.kind,
            row.direction,
            row.reason,
            row.agency,
            row.same_words,
            row.share,
            row.share_of_source,
            places(passage.here for passage in row.passages),
            places(passage.there for passage in row.passages),
            row.id,
        )


def _divergences(record: Rows) -> Iterator[tuple[Cell, ...]]:
    for row in record.divergences():
        yield (
            row.kind,
            row.report.name,
            row.report.id,
            words(row.here),
            row.other_report.name,
            row.other_report.id,
            words(row.there),
            changes_shown(row.changes),
            row.copied,
            *ends(row.here),
            *ends(row.there),
            row.statement,
            row.other_statement,
            row.id,
        )


def changes_shown(changes: Iterable[Change]) -> str | None:
    """Changes on one line: what stands here, a stroke, what stands there; ∅ where nothing does."""
    sides = ((" ".join(here.split()) or "∅", " ".join(there.split()) or "∅") for here, there in changes)
    return "; ".join(f"{here} / {there}" for here, there in sides) or None


def _identities(record: Rows) -> Iterator[tuple[Cell, ...]]:
    for row in record.identities():
        decision = row.decision
        yield (
            row.actor.label,
            row.actor.id,
            row.verdict,
            row.name,
            None if row.other is None else row.other.id,
            row.reason,
            "machine" if decision is None else "person",
            None if decision is None else decision.who or None,
            None if decision is None else decision.when or None,
            None if decision is None else decision.why or None,
        )


def _decisions(record: Rows) -> Iterator[tuple[Cell, ...]]:
    for row in record.decisions():
        names = "; ".join(row.names)
        yield row.verdict, names, row.who or None, row.when or None, row.why or None, row.orphaned


def _unread(record: Rows) -> Iterator[tuple[Cell, ...]]:
    return ((row.name, row.reason, row.sha256 or None) for row in record.unread())


def _duplicates(record: Rows) -> Iterator[tuple[Cell, ...]]:
    return ((row.name, row.same_as, row.sha256) for row in record.duplicates())


TABLES: dict[str, FlatTable] = {
    "reports": FlatTable(
        {
            "report": "text",
            "report_id": "text",
            "title": "text",
            "outlet": "text",
            "agency": "text",
            "url": "text",
            "published": "date",
            "published_earliest": "date",
            "published_latest": "date",
            "published_reasons": "text",
            "language": "text",
            "tagged": "boolean",
            "statements": "integer",
            "characters": "integer",
            "chrome_spans": "text",
            "media_type": "text",
            "encoding": "text",
            "sha256": "text",
        },
        _reports,
    ),
    "statements": FlatTable(
        {
            "statement_id": "text",
            "report": "text",
            "report_id": "text",
            "published": "date",
            "said_on": "date",
            "said_earliest": "date",
            "said_latest": "date",
            "speaker": "text",
            "speaker_kind": "text",
            "speaker_id": "text",
            "addressee": "text",
            "addressee_id": "text",
            "addressees": "text",
            "relayed_by": "text",
            "kind": "text",
            "mode": "text",
            "negated": "boolean",
            "hedged": "boolean",
            "confidence": "real",
            "source": "text",
            "cue": "text",
            "said": "text",
            "venue": "text",
            "occasion": "text",
            "source_start": "integer",
            "source_end": "integer",
            "cue_start": "integer",
            "cue_end": "integer",
            "content_spans": "text",
            "negation_start": "integer",
            "negation_end": "integer",
            "hedge_start": "integer",
            "hedge_end": "integer",
            "venue_start": "integer",
            "venue_end": "integer",
            "occasion_start": "integer",
            "occasion_end": "integer",
            "start": "integer",
            "end": "integer",
            "printings": "integer",
            "independent": "integer",
            "act": "text",
        },
        _statements,
    ),
    "refusals": FlatTable(
        {
            "refusal_id": "text",
            "report": "text",
            "report_id": "text",
            "published": "date",
            "who": "text",
            "who_kind": "text",
            "who_id": "text",
            "addressee": "text",
            "addressee_id": "text",
            "kind": "text",
            "source": "text",
            "cue": "text",
            "matter": "text",
            "source_start": "integer",
            "source_end": "integer",
            "cue_start": "integer",
            "cue_end": "integer",
            "matter_start": "integer",
            "matter_end": "integer",
        },
        _refusals,
    ),
    "actors": FlatTable(
        {
            "actor": "text",
            "actor_id": "text",
            "kind": "text",
            "aliases": "text",
            "within": "text",
            "statements": "integer",
            "reports": "integer",
            "mentions": "integer",
        },
        _actors,
    ),
    "offices": FlatTable(
        {
            "actor": "text",
            "actor_id": "text",
            "title": "text",
            "of": "text",
            "of_id": "text",
            "first_seen": "date",
            "last_seen": "date",
            "left_by": "date",
            "reports": "integer",
            "words": "text",
            "spans": "text",
            "office_id": "text",
        },
        _offices,
    ),
    "instruments": FlatTable(
        {
            "instrument": "text",
            "instrument_id": "text",
            "kind": "text",
            "body": "text",
            "number": "text",
            "dated": "text",
            "topic": "text",
            "identified": "boolean",
            "within": "text",
            "statements": "integer",
            "reports": "integer",
            "first_seen": "date",
            "last_seen": "date",
            "words": "text",
            "spans": "text",
        },
        _instruments,
    ),
    "grounds": FlatTable(
        {
            "ground_id": "text",
            "statement_id": "text",
            "report": "text",
            "report_id": "text",
            "published": "date",
            "speaker": "text",
            "speaker_id": "text",
            "relation": "text",
            "instrument": "text",
            "instrument_id": "text",
            "kind": "text",
            "part": "text",
            "words": "text",
            "relation_words": "text",
            "negated": "boolean",
            "said": "text",
            "start": "integer",
            "end": "integer",
            "relation_start": "integer",
            "relation_end": "integer",
        },
        _grounds,
    ),
    "lineage": FlatTable(
        {
            "report": "text",
            "report_id": "text",
            "copied_from": "text",
            "copied_from_id": "text",
            "kind": "text",
            "direction": "text",
            "reason": "text",
            "agency": "text",
            "same_words": "integer",
            "share": "real",
            "share_of_source": "real",
            "spans": "text",
            "source_spans": "text",
            "lineage_id": "text",
        },
        _lineage,
    ),
    "divergences": FlatTable(
        {
            "kind": "text",
            "report": "text",
            "report_id": "text",
            "words": "text",
            "other_report": "text",
            "other_report_id": "text",
            "other_words": "text",
            "changes": "text",
            "copied": "boolean",
            "start": "integer",
            "end": "integer",
            "other_start": "integer",
            "other_end": "integer",
            "statement_id": "text",
            "other_statement_id": "text",
            "divergence_id": "text",
        },
        _divergences,
    ),
    **LEDGER_TABLES,
    "identities": FlatTable(
        {
            "actor": "text",
            "actor_id": "text",
            "verdict": "text",
            "name": "text",
            "other_id": "text",
            "reason": "text",
            "decided": "text",
            "decided_by": "text",
            "decided_on": "text",
            "why": "text",
        },
        _identities,
    ),
    "decisions": FlatTable(
        {
            "verdict": "text",
            "names": "text",
            "decided_by": "text",
            "decided_on": "text",
            "why": "text",
            "orphaned": "boolean",
        },
        _decisions,
    ),
    "unread": FlatTable({"name": "text", "reason": "text", "sha256": "text"}, _unread),
    "duplicates": FlatTable({"name": "text", "same_as": "text", "sha256": "text"}, _duplicates),
}
"""The flat tables by name."""


def flat_table(name: str) -> FlatTable:
    """The flat table of this name. Raises ValueError, with the names there are, when there is none."""
    try:
        return TABLES[name]
    except KeyError:
        raise ValueError(f"there is no table {name!r}; choose one of {', '.join(TABLES)}") from None
