"""The ledger of a record as flat tables; see ``flat`` for all others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from onrecord.domain import DateEstimate, QuestionDecision
from onrecord.record.cells import Cell, CellType, FlatTable, ends, named, places, words
from onrecord.record.ledger_rows import (
    Differing,
    RecordedAct,
    RecordedCommitment,
    RecordedEvent,
    RecordedForecast,
    RecordedFrame,
    RecordedPosition,
    RecordedQuestion,
    Step,
)


class LedgerTables(Protocol):
    """What the flat tables of the ledger are made from; a ``Record`` is one."""

    def acts(self) -> Iterator[RecordedAct]: ...
    def events(self) -> Iterator[RecordedEvent]: ...
    def commitments(self) -> Iterator[RecordedCommitment]: ...
    def forecasts(self) -> Iterator[RecordedForecast]: ...
    def questions(self) -> Iterator[RecordedQuestion]: ...
    def positions(self) -> Iterator[RecordedPosition]: ...
    def framing(self) -> Iterator[RecordedFrame]: ...
    def question_decisions(self) -> Iterable[QuestionDecision]: ...


def _acts(record: LedgerTables) -> Iterator[tuple[Cell, ...]]:
    for row in record.acts():
        yield (
            row.report.name,
            row.report.id,
            row.published,
            *named(row.actor),
            row.code,
            row.mode or None,
            row.quad,
            *named(row.recipient),
            words(row.span),
            *ends(row.span),
            row.statement,
            row.id,
        )


def _events(record: LedgerTables) -> Iterator[tuple[Cell, ...]]:
    for row in record.events():
        told = row.happening
        yield (
            *_days(row.when),
            row.state,
            *named(row.actor),
            None if row.act is None else row.act.code,
            row.subject,
            *named(row.recipient),
            words(row.place),
            "; ".join(words(figure) or "" for figure in told.figures) or None,
            words(told.span),
            words(told.time),
            row.report.name,
            row.report.id,
            row.published,
            "; ".join(dict.fromkeys(seen.report.name for seen in row.sightings)),
            disagreements_shown(row.disagreements),
            *_settled(row.history),
            row.printings,
            row.independent,
            *ends(told.span),
            row.statement,
            row.id,
        )


def _commitments(record: LedgerTables) -> Iterator[tuple[Cell, ...]]:
    for row in record.commitments():
        yield (
            row.report.name,
            row.report.id,
            row.published,
            *named(row.actor),
            words(row.cue),
            row.polarity,
            row.act,
            words(row.condition),
            *_days(row.deadline),
            *named(row.target),
            "; ".join(actor.label for actor in row.also_bound) or None,
            row.kind,
            row.strength,
            row.status,
            *_settled(row.history),
            row.printings,
            row.independent,
            places(row.evidence),
            row.statement,
            row.id,
        )


def _forecasts(record: LedgerTables) -> Iterator[tuple[Cell, ...]]:
    for row in record.forecasts():
        yield (
            row.report.name,
            row.report.id,
            row.published,
            *named(row.actor),
            words(row.cue),
            row.likelihood,
            row.polarity,
            row.expected,
            *named(row.of),
            words(row.condition),
            *_days(row.window),
            row.status,
            *_settled(row.history),
            row.printings,
            row.independent,
            places(row.evidence),
            row.statement,
            row.id,
        )


def _questions(record: LedgerTables) -> Iterator[tuple[Cell, ...]]:
    for row in record.questions():
        yield (
            row.name,
            row.id,
            "; ".join(row.key) or None,
            row.decided,
            row.positions,
            "; ".join(actor.label for actor in row.actors) or None,
            row.reports,
            " | ".join(dict.fromkeys(words(span) or "" for span in row.evidence)) or None,
            "; ".join(f"{each.report.name} {each.span.start}:{each.span.end}" for each in row.words) or None,
        )


def _positions(record: LedgerTables) -> Iterator[tuple[Cell, ...]]:
    for row in record.positions():
        yield (
            row.question.name,
            row.question.id,
            *named(row.actor),
            "; ".join(actor.label for actor in row.speaks_for) or None,
            *_days(row.when),
            row.side,
            row.strength,
            row.change,
            words(row.stance.matter),
            words(row.stance.words),
            words(row.stance.condition),
            row.report.name,
            row.report.id,
            row.published,
            row.printings,
            row.independent,
            places(row.evidence),
            row.statement,
            row.id,
        )


def _framing(record: LedgerTables) -> Iterator[tuple[Cell, ...]]:
    for row in record.framing():
        yield (
            row.thing,
            row.wording,
            *named(row.actor),
            row.outlet or None,
            len(row.sightings),
            row.reports,
            "; ".join(f"{seen.report.name} {seen.words.span.start}:{seen.words.span.end}" for seen in row.sightings),
            row.id,
        )


def _question_decisions(record: LedgerTables) -> Iterator[tuple[Cell, ...]]:
    for row in record.question_decisions():
        yield (
            row.verdict,
            "; ".join(row.names),
            row.called or None,
            "; ".join(row.words) or None,
            row.who or None,
            row.when or None,
            row.why or None,
            row.orphaned,
        )


def disagreements_shown(several: tuple[Differing, ...]) -> str | None:
    """What reports tell differently, on one line: "date: Friday (a.txt) / Sunday (b.txt)"."""
    shown = (
        f"{each.what}: {_side(each.these, each.report.name)} / {_side(each.those, each.other_report.name)}"
        for each in several
    )
    return "; ".join(shown) or None


def _side(told: str, report: str) -> str:
    return f"{' '.join(told.split()) or '∅'} ({report})"


def _settled(history: tuple[Step, ...]) -> tuple[Cell, ...]:
    """Why the last status is what it is, of what day, and the words that show it."""
    if not history:
        return (None,) * 6
    step = history[-1]
    report = (None, None) if step.report is None else (step.report.name, step.report.id)
    shown = " … ".join(" ".join(span.text.split()) for span in step.evidence) or None
    return (step.because, step.when.best, *report, shown, places(step.evidence))


def _days(estimate: DateEstimate) -> tuple[Cell, Cell, Cell]:
    return estimate.best, estimate.earliest, estimate.latest


_SETTLED: dict[str, CellType] = {
    "because": "text",
    "settled_on": "date",
    "settled_by": "text",
    "settled_by_id": "text",
    "settled_words": "text",
    "settled_spans": "text",
}
_COUNTS: dict[str, CellType] = {"printings": "integer", "independent": "integer"}
_REPORT: dict[str, CellType] = {"report": "text", "report_id": "text", "published": "date"}
_ACTOR: dict[str, CellType] = {"actor": "text", "actor_id": "text"}
_DAYS: dict[str, CellType] = {"day": "date", "earliest": "date", "latest": "date"}

LEDGER_TABLES: dict[str, FlatTable] = {
    "acts": FlatTable(
        {
            **_REPORT,
            **_ACTOR,
            "code": "text",
            "mode": "text",
            "quad": "text",
            "recipient": "text",
            "recipient_id": "text",
            "words": "text",
            "start": "integer",
            "end": "integer",
            "statement_id": "text",
            "act_id": "text",
        },
        _acts,
    ),
    "events": FlatTable(
        {
            **_DAYS,
            "state": "text",
            **_ACTOR,
            "act": "text",
            "subject": "text",
            "recipient": "text",
            "recipient_id": "text",
            "place": "text",
            "figures": "text",
            "words": "text",
            "time": "text",
            **_REPORT,
            "reports": "text",
            "disagreements": "text",
            **_SETTLED,
            **_COUNTS,
            "start": "integer",
            "end": "integer",
            "statement_id": "text",
            "event_id": "text",
        },
        _events,
    ),
    "commitments": FlatTable(
        {
            **_REPORT,
            **_ACTOR,
            "cue": "text",
            "polarity": "text",
            "act": "text",
            "condition": "text",
            "deadline": "date",
            "deadline_earliest": "date",
            "deadline_latest": "date",
            "target": "text",
            "target_id": "text",
            "also_bound": "text",
            "kind": "text",
            "strength": "text",
            "status": "text",
            **_SETTLED,
            **_COUNTS,
            "spans": "text",
            "statement_id": "text",
            "commitment_id": "text",
        },
        _commitments,
    ),
    "forecasts": FlatTable(
        {
            **_REPORT,
            **_ACTOR,
            "cue": "text",
            "likelihood": "text",
            "polarity": "text",
            "expected": "text",
            "of": "text",
            "of_id": "text",
            "condition": "text",
            "expected_on": "date",
            "expected_earliest": "date",
            "expected_latest": "date",
            "status": "text",
            **_SETTLED,
            **_COUNTS,
            "spans": "text",
            "statement_id": "text",
            "forecast_id": "text",
        },
        _forecasts,
    ),
    "questions": FlatTable(
        {
            "question": "text",
            "question_id": "text",
            "key": "text",
            "decided": "boolean",
            "positions": "integer",
            "actors": "text",
            "reports": "integer",
            "words": "text",
            "spans": "text",
        },
        _questions,
    ),
    "positions": FlatTable(
        {
            "question": "text",
            "question_id": "text",
            **_ACTOR,
            "speaks_for": "text",
            **_DAYS,
            "side": "text",
            "strength": "integer",
            "change": "text",
            "matter": "text",
            "words": "text",
            "condition": "text",
            **_REPORT,
            **_COUNTS,
            "spans": "text",
            "statement_id": "text",
            "position_id": "text",
        },
        _positions,
    ),
    "framing": FlatTable(
        {
            "thing": "text",
            "wording": "text",
            **_ACTOR,
            "outlet": "text",
            "times": "integer",
            "reports": "integer",
            "spans": "text",
            "frame_id": "text",
        },
        _framing,
    ),
    "question_decisions": FlatTable(
        {
            "verdict": "text",
            "names": "text",
            "called": "text",
            "words": "text",
            "decided_by": "text",
            "decided_on": "text",
            "why": "text",
            "orphaned": "boolean",
        },
        _question_decisions,
    ),
}
"""The flat tables of the ledger by name."""
