"""Rows as JSON objects: the one shape in which ``onrecord export``, ``show --json`` and ``read --json`` give them.

Nothing is lost: spans have their offsets and words, dates their candidates and reasons. ``docs/codebook.md`` defines
every field.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from onrecord.domain import (
    Citation,
    Decision,
    Description,
    Ground,
    Identity,
    Instrument,
    Refusal,
    Report,
    Statement,
)
from onrecord.publishing.ledger_objects import LEDGER_OBJECTS, LEDGER_ROWS, act_value, told_values
from onrecord.publishing.values import Json, actor_value, date_value, day_value, known_span, report_value, span_value
from onrecord.record import (
    DuplicateRow,
    Mention,
    Record,
    RecordedActor,
    RecordedDivergence,
    RecordedGround,
    RecordedInstrument,
    RecordedLineage,
    RecordedOffice,
    RecordedRefusal,
    RecordedStatement,
    UnreadRow,
    readable,
)
from onrecord.record.wording import printable


def json_line(row: Json, *, ascii_only: bool = False) -> str:
    """An object on one line, without the line's end. ``ascii_only`` escapes all other characters, for terminals."""
    line = json.dumps(row, ensure_ascii=ascii_only, allow_nan=False)
    if printable(line) != line:  # lone surrogates: not UTF-8, but JSON has an escape for them
        line = json.dumps(row, allow_nan=False)
    return line.translate(_LINE_ENDS)


# Characters that some readers take for the end of a line.
_LINE_ENDS = {ord(character): f"\\u{ord(character):04x}" for character in "\x85\u2028\u2029"}


def report_object(report: Report) -> Json:
    """A report with its text; ``statements`` and ``refusals`` are the ids of these."""
    return {
        "id": report.id,
        "name": report.name,
        "title": report.title,
        "outlet": report.outlet,
        "agency": report.agency,
        "url": report.url,
        "published": date_value(report.published),
        "language": report.language,
        "tagged": report.tagged,
        "media_type": report.media_type,
        "encoding": report.encoding,
        "sha256": report.sha256,
        "chrome": [span_value(span) for span in report.chrome],
        "times": [
            {**known_span(time.span), "type": time.type, "value": time.value, "modifier": time.modifier}
            for time in report.times
        ],
        "statements": [report.statement_id(statement) for statement in report.statements],
        "refusals": [report.refusal_id(refusal) for refusal in report.refusals],
        "descriptions": [_description(description) for description in report.descriptions],
        "citations": [_citation(citation) for citation in report.citations],
        **told_values(report),
        "text": report.text,
    }


def report_with_statements(report: Report) -> Json:
    """A report as ``report_object`` gives it, with whole statements and refusals instead of their ids, and mentions."""
    statements = [statement_object(statement, report) for statement in report.statements]
    refusals = [refusal_object(refusal, report) for refusal in report.refusals]
    mentions = [
        {
            **known_span(mention.span),
            "head": span_value(mention.head),
            "kind": mention.kind,
            "entity": mention.entity,
            "certainty": mention.certainty,
            "actor": actor_value(mention.actor),
        }
        for mention in report.mentions
    ]
    return {**report_object(report), "statements": statements, "refusals": refusals, "mentions": mentions}


def statement_object(statement: Statement, report: Report) -> Json:
    """A statement of ``report``."""
    return {
        "id": report.statement_id(statement),
        "report": {"id": report.id, "name": report.name},
        "speaker": actor_value(statement.speaker),
        "kind": statement.kind,
        "mode": statement.mode,
        "negated": statement.negated,
        "hedged": statement.hedged,
        "source": span_value(statement.source),
        "cue": span_value(statement.cue),
        "said": readable(report.text, statement.content),
        "content": [span_value(span) for span in statement.content],
        "negation": span_value(statement.negation),
        "hedge": span_value(statement.hedge),
        "addressee": actor_value(statement.addressee),
        "addressees": [actor_value(actor) for actor in statement.addressees],
        "venue": span_value(statement.venue),
        "occasion": span_value(statement.occasion),
        "relayed_by": [actor_value(actor) for actor in statement.relayed_by],
        "said_on": date_value(statement.said_on),
        "grounds": [_ground(ground) for ground in statement.grounds],
        "confidence": float(statement.confidence),
        "act": act_value(statement.act),
        "printings": statement.printings if isinstance(statement, RecordedStatement) else 1,
        "independent": statement.independent if isinstance(statement, RecordedStatement) else 1,
    }


def refusal_object(refusal: Refusal, report: Report) -> Json:
    """A refusal of ``report``: somebody said nothing."""
    return {
        "id": report.refusal_id(refusal),
        "report": {"id": report.id, "name": report.name},
        "who": actor_value(refusal.speaker),
        "kind": refusal.kind,
        "source": span_value(refusal.source),
        "cue": known_span(refusal.cue),
        "matter": span_value(refusal.matter),
        "addressee": actor_value(refusal.addressee),
    }


def actor_object(actor: RecordedActor) -> Json:
    """An actor of the whole pile."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": list(actor.aliases),
        "within": actor.within,
        "distinction": actor.distinction,
        "statements": actor.statements,
        "reports": actor.reports,
        "mentions": [_mention(mention) for mention in actor.mentions],
        "involved": [_mention(mention) for mention in actor.involved],
        "described": [_mention(mention) for mention in actor.described],
        "told": [_mention(mention) for mention in actor.told],
    }


def office_object(office: RecordedOffice) -> Json:
    """What somebody was, with the words of every report that says so."""
    return {
        "id": office.id,
        "actor": actor_value(office.actor),
        "title": office.title,
        "of": actor_value(office.of),
        "first_seen": day_value(office.first_seen),
        "last_seen": day_value(office.last_seen),
        "left_by": day_value(office.left_by),
        "claims": [{**_mention(Mention(claim.report, claim.span)), "tenure": claim.tenure} for claim in office.claims],
    }


def instrument_object(instrument: RecordedInstrument) -> Json:
    """What statements rest on, and every place where a report names it."""
    return {
        "id": instrument.id,
        "name": instrument.name,
        "kind": instrument.kind,
        "body": instrument.body or None,
        "number": instrument.number or None,
        "dated": instrument.date or None,
        "topic": instrument.topic or None,
        "identified": instrument.identified,
        "within": instrument.within,
        "statements": instrument.statements,
        "reports": instrument.reports,
        "first_seen": day_value(instrument.first_seen),
        "last_seen": day_value(instrument.last_seen),
        "mentions": [
            {**_mention(Mention(each.report, each.span)), "part": each.part or None, "because": each.because}
            for each in instrument.mentions
        ],
    }


def ground_object(ground: RecordedGround) -> Json:
    """An instrument that a statement cites."""
    statement, report = ground.statement, ground.report
    return {
        "id": ground.id,
        "statement": statement.id,
        "report": {"id": report.id, "name": report.name},
        "speaker": actor_value(statement.speaker),
        **_ground(ground),
    }


def lineage_object(row: RecordedLineage) -> Json:
    """A report that shares wording with another one, passage by passage."""
    return {
        "id": row.id,
        "report": report_value(row.report),
        "copied_from": report_value(row.copied_from),
        "kind": row.kind,
        "direction": row.direction,
        "reason": row.reason,
        "agency": row.agency,
        "same_words": row.same_words,
        "share": row.share,
        "share_of_source": row.share_of_source,
        "passages": [{"here": known_span(here), "there": known_span(there)} for here, there in row.passages],
    }


def divergence_object(row: RecordedDivergence) -> Json:
    """The same words of somebody in two reports, with a difference."""
    return {
        "id": row.id,
        "kind": row.kind,
        "report": report_value(row.report),
        "here": known_span(row.here),
        "other_report": report_value(row.other_report),
        "there": known_span(row.there),
        "changes": [{"here": here, "there": there} for here, there in row.changes],
        "statement": row.statement,
        "other_statement": row.other_statement,
        "copied": row.copied,
    }


def identity_object(identity: Identity) -> Json:
    """Why a name is an actor's, or another's."""
    return {
        "actor": actor_value(identity.actor),
        "verdict": identity.verdict,
        "name": identity.name,
        "other": actor_value(identity.other),
        "reason": identity.reason,
        "decision": None if identity.decision is None else decision_object(identity.decision),
    }


def decision_object(decision: Decision) -> Json:
    """What a person decided about who is who."""
    return {
        "verdict": decision.verdict,
        "names": list(decision.names),
        "decided_by": decision.who or None,
        "decided_on": decision.when or None,
        "why": decision.why or None,
        "orphaned": decision.orphaned,
    }


def unread_object(row: UnreadRow) -> Json:
    """What could not be read, and why."""
    return {"name": row.name, "reason": row.reason, "sha256": row.sha256}


def duplicate_object(row: DuplicateRow) -> Json:
    """A file that was left out, and the one with the same bytes that was kept."""
    return {"name": row.name, "same_as": row.same_as, "sha256": row.sha256}


def _recorded_statement(row: RecordedStatement) -> Json:
    return statement_object(row, row.report)


def _recorded_refusal(row: RecordedRefusal) -> Json:
    return refusal_object(row, row.report)


ROWS: Mapping[str, Callable[[Record], Iterable[Any]]] = {
    "reports": Record.reports,
    "statements": Record.statements,
    "refusals": Record.refusals,
    "actors": Record.actors,
    "offices": Record.offices,
    "instruments": Record.instruments,
    "grounds": Record.grounds,
    "lineage": Record.lineage,
    "divergences": Record.divergences,
    **LEDGER_ROWS,
    "identities": Record.identities,
    "decisions": Record.decisions,
    "unread": Record.unread,
    "duplicates": Record.duplicates,
}
"""The rows of each table of a record."""

OBJECTS: Mapping[str, Callable[[Any], Json]] = {
    "reports": report_object,
    "statements": _recorded_statement,
    "refusals": _recorded_refusal,
    "actors": actor_object,
    "offices": office_object,
    "instruments": instrument_object,
    "grounds": ground_object,
    "lineage": lineage_object,
    "divergences": divergence_object,
    **LEDGER_OBJECTS,
    "identities": identity_object,
    "decisions": decision_object,
    "unread": unread_object,
    "duplicates": duplicate_object,
}
"""The object of a row of each table."""


def _mention(mention: Mention) -> Json:
    return {"report": report_value(mention.report), **known_span(mention.span)}


def _description(description: Description) -> Json:
    return {
        **known_span(description.span),
        "actor": actor_value(description.actor),
        "title": description.title,
        "of": actor_value(description.of),
        "office": description.office,
        "tenure": description.tenure,
        "gender": description.gender,
    }


def _instrument(instrument: Instrument) -> Json:
    return {"id": instrument.id, "name": instrument.name, "kind": instrument.kind}


def _citation(citation: Citation) -> Json:
    return {
        **known_span(citation.span),
        "instrument": _instrument(citation.instrument),
        "part": citation.part or None,
        "because": citation.because,
    }


def _ground(ground: Ground) -> Json:
    return {
        "instrument": _instrument(ground.instrument),
        "part": ground.part or None,
        "relation": ground.relation,
        "mention": span_value(ground.span),
        "words": span_value(ground.words),
    }
