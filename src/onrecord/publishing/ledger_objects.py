"""Rows of the ledger as JSON objects; see ``objects`` for all others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from onrecord.domain import Act, Declaration, Expectation, Happening, Naming, QuestionDecision, Report, Stance
from onrecord.publishing.values import Json, actor_value, date_value, day_value, known_span, report_value, span_value
from onrecord.record import (
    Record,
    RecordedAct,
    RecordedCommitment,
    RecordedEvent,
    RecordedForecast,
    RecordedFrame,
    RecordedPosition,
    RecordedQuestion,
    Seen,
    Step,
)


def told_values(report: Report) -> Json:
    """What a report tells for the ledger, in text order; ``statement`` is the id of the statement that does."""

    def said(place: int | None) -> str | None:
        return None if place is None else report.statement_id(report.statements[place])

    return {
        "acts": [act_value(act) for act in report.acts],
        "happenings": [{**_happening(each), "statement": said(each.statement)} for each in report.happenings],
        "declarations": [{**_declaration(each), "statement": said(each.statement)} for each in report.declarations],
        "expectations": [{**_expectation(each), "statement": said(each.statement)} for each in report.expectations],
        "stances": [{**_stance(each), "statement": said(each.statement)} for each in report.stances],
        "namings": [{**_naming(each), "statement": said(each.statement)} for each in report.namings],
    }


def act_value(act: Act | None) -> Json | None:
    """What somebody does, in PLOVER's codes."""
    if act is None:
        return None
    return {
        "code": act.code,
        "mode": act.mode or None,
        "quad": act.quad,
        "actor": actor_value(act.actor),
        "recipient": actor_value(act.recipient),
        "span": known_span(act.span),
    }


def act_object(row: RecordedAct) -> Json:
    """An act with its report."""
    return {
        "id": row.id,
        "report": report_value(row.report),
        "published": day_value(row.published),
        "statement": row.statement,
        **(act_value(row) or {}),
    }


def event_object(row: RecordedEvent) -> Json:
    """What happened, with every report that tells it."""
    return {
        "id": row.id,
        "report": report_value(row.report),
        "published": day_value(row.published),
        "statement": row.statement,
        **_happening(row.happening),
        "state": row.state,
        "when": date_value(row.when),
        "history": [_step(step) for step in row.history],
        "disagreements": [
            {
                "what": each.what,
                "report": report_value(each.report),
                "these": each.these,
                "other_report": report_value(each.other_report),
                "those": each.those,
            }
            for each in row.disagreements
        ],
        "sightings": _sightings(row.sightings, _happening),
        "printings": row.printings,
        "independent": row.independent,
    }


def commitment_object(row: RecordedCommitment) -> Json:
    """What somebody said they would do, or not, as one report tells it."""
    return {
        "id": row.id,
        "report": report_value(row.report),
        "published": day_value(row.published),
        "statement": row.statement,
        "actor": actor_value(row.actor),
        "also_bound": [actor_value(actor) for actor in row.also_bound],
        "target": actor_value(row.target),
        "cue": known_span(row.cue),
        "polarity": row.polarity,
        "act": row.act,
        "kind": row.kind,
        "strength": row.strength,
        "condition": span_value(row.condition),
        "deadline": date_value(row.deadline),
        "status": row.status,
        "history": [_step(step) for step in row.history],
        "declarations": [_declaration(each) for each in row.declarations],
        "sightings": [_sighted(seen) for seen in row.sightings],
        "printings": row.printings,
        "independent": row.independent,
    }


def forecast_object(row: RecordedForecast) -> Json:
    """What was expected, as one report tells it."""
    return {
        "id": row.id,
        "report": report_value(row.report),
        "published": day_value(row.published),
        "statement": row.statement,
        "actor": actor_value(row.actor),
        "of": actor_value(row.of),
        "cue": known_span(row.cue),
        "likelihood": row.likelihood,
        "polarity": row.polarity,
        "expected": row.expected,
        "condition": span_value(row.condition),
        "window": date_value(row.window),
        "status": row.status,
        "history": [_step(step) for step in row.history],
        "expectations": [_expectation(each) for each in row.expectations],
        "sightings": [_sighted(seen) for seen in row.sightings],
        "printings": row.printings,
        "independent": row.independent,
    }


def question_object(row: RecordedQuestion) -> Json:
    """A matter on which actors take sides, with all words that name it."""
    return {
        "id": row.id,
        "name": row.name,
        "key": list(row.key),
        "decided": row.decided,
        "positions": row.positions,
        "actors": [actor_value(actor) for actor in row.actors],
        "words": [{"report": report_value(each.report), **known_span(each.span)} for each in row.words],
    }


def position_object(row: RecordedPosition) -> Json:
    """An actor's side on a question at a time."""
    return {
        "id": row.id,
        "question": {"id": row.question.id, "name": row.question.name},
        "actor": actor_value(row.actor),
        "speaks_for": [actor_value(actor) for actor in row.speaks_for],
        "side": row.side,
        "strength": row.strength,
        "when": date_value(row.when),
        "change": row.change,
        "report": report_value(row.report),
        "published": day_value(row.published),
        "statement": row.statement,
        "matter": known_span(row.stance.matter),
        "words": known_span(row.stance.words),
        "condition": span_value(row.stance.condition),
        "printings": row.printings,
        "independent": row.independent,
    }


def frame_object(row: RecordedFrame) -> Json:
    """A wording that an actor or an outlet uses for a thing, with all places."""
    return {
        "id": row.id,
        "thing": row.thing,
        "wording": row.wording,
        "actor": actor_value(row.actor),
        "outlet": row.outlet or None,
        "sightings": _sightings(row.sightings, lambda naming: known_span(naming.span)),
    }


def question_decision_object(row: QuestionDecision) -> Json:
    """What a person decided about questions."""
    return {
        "verdict": row.verdict,
        "names": list(row.names),
        "called": row.called or None,
        "words": list(row.words),
        "decided_by": row.who or None,
        "decided_on": row.when or None,
        "why": row.why or None,
        "orphaned": row.orphaned,
    }


LEDGER_ROWS: Mapping[str, Callable[[Record], Iterable[Any]]] = {
    "acts": Record.acts,
    "events": Record.events,
    "commitments": Record.commitments,
    "forecasts": Record.forecasts,
    "questions": Record.questions,
    "positions": Record.positions,
    "framing": Record.framing,
    "question_decisions": Record.question_decisions,
}
"""The rows of each table of the ledger."""

LEDGER_OBJECTS: Mapping[str, Callable[[Any], Json]] = {
    "acts": act_object,
    "events": event_object,
    "commitments": commitment_object,
    "forecasts": forecast_object,
    "questions": question_object,
    "positions": position_object,
    "framing": frame_object,
    "question_decisions": question_decision_object,
}
"""The object of a row of each of these."""


def _happening(happening: Happening) -> Json:
    return {
        "state": happening.state,
        "subject": happening.subject,
        "act": act_value(happening.act),
        "actor": actor_value(happening.actor),
        "recipient": actor_value(happening.recipient),
        "clause": known_span(happening.span),
        "trigger": known_span(happening.trigger),
        "when": date_value(happening.when),
        "time": span_value(happening.time),
        "place": span_value(happening.place),
        "figures": [known_span(figure) for figure in happening.figures],
    }


def _declaration(declaration: Declaration) -> Json:
    return {
        "actor": actor_value(declaration.actor),
        "also_bound": [actor_value(actor) for actor in declaration.also_bound],
        "target": actor_value(declaration.target),
        "cue": known_span(declaration.cue),
        "polarity": declaration.polarity,
        "act": known_span(declaration.act),
        "kind": declaration.kind,
        "strength": declaration.strength,
        "condition": span_value(declaration.condition),
        "deadline": date_value(declaration.deadline),
        "deadline_words": span_value(declaration.deadline_words),
    }


def _expectation(expectation: Expectation) -> Json:
    return {
        "actor": actor_value(expectation.actor),
        "of": actor_value(expectation.of),
        "cue": known_span(expectation.cue),
        "likelihood": expectation.likelihood,
        "polarity": expectation.polarity,
        "expected": known_span(expectation.expected),
        "condition": span_value(expectation.condition),
        "window": date_value(expectation.window),
        "window_words": span_value(expectation.window_words),
    }


def _stance(stance: Stance) -> Json:
    return {
        "actor": actor_value(stance.actor),
        "side": stance.side,
        "strength": stance.strength,
        "matter": known_span(stance.matter),
        "words": known_span(stance.words),
        "condition": span_value(stance.condition),
        "key": list(stance.key),
    }


def _naming(naming: Naming) -> Json:
    return {**known_span(naming.span), "thing": naming.thing, "actor": actor_value(naming.actor)}


def _step(step: Step) -> Json:
    return {
        "status": step.status,
        "because": step.because,
        "when": date_value(step.when),
        "report": None if step.report is None else report_value(step.report),
        "words": [known_span(span) for span in step.evidence],
        "of": {"report": report_value(step.of), "words": [known_span(span) for span in step.of_evidence]},
    }


def _sighted(seen: Seen[Any]) -> Json:
    return {
        "report": report_value(seen.report),
        "published": day_value(seen.published),
        "statement": seen.statement,
        "words": [known_span(span) for span in seen.words.evidence],
    }


def _sightings(several: Sequence[Seen[Any]], told: Callable[[Any], Json]) -> list[Json]:
    return [
        {
            "report": report_value(seen.report),
            "published": day_value(seen.published),
            "statement": seen.statement,
            **told(seen.words),
        }
        for seen in several
    ]
