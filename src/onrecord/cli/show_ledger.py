"""The tables of the ledger in the terminal: columns, cells and filters. See ``show`` for all others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from onrecord.cli.terminal import number_of

if TYPE_CHECKING:
    from onrecord.domain import Actor, DateEstimate, QuestionDecision, Span
    from onrecord.record import (
        Record,
        RecordedAct,
        RecordedCommitment,
        RecordedEvent,
        RecordedForecast,
        RecordedFrame,
        RecordedPosition,
        RecordedQuestion,
        ReportKey,
        Step,
    )

COLUMNS: dict[str, dict[str, str]] = {
    "acts": {
        "published": "narrow",
        "who": "narrow",
        "act": "narrow",
        "to whom": "narrow",
        "words": "wide",
        "report": "narrow",
    },
    "events": {
        "when": "narrow",
        "state": "phrase",
        "who": "narrow",
        "act": "narrow",
        "to whom": "narrow",
        "words": "wide",
        "reports differ": "phrase",
        "sources": "number",
        "report": "narrow",
    },
    "commitments": {
        "published": "narrow",
        "who": "narrow",
        "cue": "phrase",
        "what": "wide",
        "condition": "phrase",
        "by when": "narrow",
        "status": "phrase",
        "sources": "number",
        "report": "narrow",
    },
    "forecasts": {
        "published": "narrow",
        "who": "narrow",
        "of whom": "narrow",
        "cue": "phrase",
        "what": "wide",
        "condition": "phrase",
        "when": "narrow",
        "status": "phrase",
        "sources": "number",
        "report": "narrow",
    },
    "questions": {
        "question": "phrase",
        "positions": "number",
        "reports": "number",
        "who takes sides": "wide",
        "words": "phrase",
    },
    "positions": {
        "question": "phrase",
        "who": "narrow",
        "speaks for": "narrow",
        "when": "narrow",
        "side": "narrow",
        "change": "narrow",
        "words": "wide",
        "condition": "phrase",
        "sources": "number",
        "report": "narrow",
    },
    "framing": {
        "thing": "phrase",
        "who": "narrow",
        "calls it": "wide",
        "times": "number",
        "reports": "number",
    },
    "question_decisions": {
        "questions": "wide",
        "decided": "narrow",
        "called": "phrase",
        "words": "phrase",
        "decided by": "narrow",
        "on": "narrow",
        "why": "phrase",
        "orphaned": "narrow",
    },
}
CHOSEN = tuple(name for name in COLUMNS if name != "question_decisions")
"""Those that actors and reports are in."""
SORTED = ("events", "commitments", "forecasts", "positions")
"""Those that have sources to be sorted by."""


def rows_of(
    record: Record, table: str, is_by: Callable[[Actor | None], bool], is_in: Callable[[ReportKey], bool]
) -> Iterator[Any]:
    """The rows of a table that somebody is in (any actor of theirs passes ``is_by``) and that a report tells."""
    rows: Iterator[Any] = getattr(record, table)()
    parts = _PARTS.get(table)
    if parts is None:
        yield from rows
        return
    for row in rows:
        actors, reports = parts(row)
        if any(map(is_by, actors)) and any(map(is_in, reports)):
            yield row


def _one(row: Any) -> tuple[tuple[Actor | None, ...], tuple[ReportKey, ...]]:
    return (row.actor,), (row.report,)


_PARTS: dict[str, Callable[[Any], tuple[tuple[Actor | None, ...], tuple[ReportKey, ...]]]] = {
    "acts": _one,
    "events": lambda row: ((row.actor, row.recipient), tuple(seen.report for seen in row.sightings)),
    "commitments": lambda row: ((row.actor, *row.also_bound), (row.report,)),
    "forecasts": _one,
    "questions": lambda row: (row.actors or (None,), tuple(each.report for each in row.words)),
    "positions": lambda row: ((row.actor, *row.speaks_for), (row.report,)),
    "framing": lambda row: ((row.actor,), tuple(seen.report for seen in row.sightings)),
}


def outcomes(record: Record) -> list[str]:
    """One line for the commitments and one for the forecasts of a record: how many of each status.

    A commitment has a row for each report that tells it, so that there may be fewer of them than rows.
    """
    lines = []
    for table, what in (("commitments", "commitment"), ("forecasts", "forecast")):
        rows = [(row.id, row.status) for row in getattr(record, table)()]
        status = dict(rows)
        if status:
            counts = sorted(Counter(status.values()).items(), key=lambda item: (-item[1], item[0]))
            told = "" if len(rows) == len(status) else f" in {len(rows):,} rows, one for each report that tells it"
            shown = ", ".join(f"{count:,} {name}" for name, count in counts)
            lines.append(f"{number_of(len(status), what)}{told}: {shown}")
    return lines


def _act_cells(row: RecordedAct) -> tuple[object, ...]:
    code = f"{row.code}, {row.mode}" if row.mode else row.code
    return _day(row), _name(row.actor), code, _name(row.recipient), _line(row.span), row.report.name


def _event_cells(row: RecordedEvent) -> tuple[object, ...]:
    from onrecord.record.ledger_flat import disagreements_shown

    return (
        days(row.when),
        _status(row.state, row.history[-1] if row.history else None),
        _name(row.actor),
        "" if row.act is None else row.act.code,
        _name(row.recipient),
        _line(row.happening.span),
        disagreements_shown(row.disagreements),
        row.independent,
        row.report.name,
    )


def _commitment_cells(row: RecordedCommitment) -> tuple[object, ...]:
    return (
        _day(row),
        _name(row.actor) or "nobody named",
        _line(row.cue),
        polar(row.polarity, row.act),
        _line(row.condition),
        days(row.deadline),
        _status(row.status, row.history[-1] if row.history else None),
        row.independent,
        row.report.name,
    )


def _forecast_cells(row: RecordedForecast) -> tuple[object, ...]:
    return (
        _day(row),
        _name(row.actor) or "the report",
        _name(row.of),
        f"{_line(row.cue)} ({row.likelihood})",
        polar(row.polarity, row.expected),
        _line(row.condition),
        days(row.window),
        _status(row.status, row.history[-1] if row.history else None),
        row.independent,
        row.report.name,
    )


def _question_cells(row: RecordedQuestion) -> tuple[object, ...]:
    words = " | ".join(dict.fromkeys(_line(span) for span in row.evidence))
    return row.name, row.positions, row.reports, "; ".join(actor.label for actor in row.actors), words


def _position_cells(row: RecordedPosition) -> tuple[object, ...]:
    # In the order of the report, with what lies between them left out, so that it reads as it stands there.
    words = " … ".join(_line(span) for span in sorted((row.stance.matter, row.stance.words)))
    return (
        row.question.name,
        row.actor.label,
        "; ".join(actor.label for actor in row.speaks_for),
        days(row.when),
        row.side,
        row.change,
        words,
        _line(row.stance.condition),
        row.independent,
        row.report.name,
    )


def _frame_cells(row: RecordedFrame) -> tuple[object, ...]:
    who = (
        row.actor.label
        if row.actor is not None
        else f"{row.outlet} (in its own voice)"
        if row.outlet
        else "nobody named"
    )
    return row.thing, who, row.wording, len(row.sightings), row.reports


def _decision_cells(row: QuestionDecision) -> tuple[object, ...]:
    orphaned = "orphaned" if row.orphaned else ""
    names, words = "; ".join(row.names), "; ".join(row.words)
    return names, row.verdict, row.called, words, row.who, row.when, row.why, orphaned


CELLS: dict[str, Callable[[Any], tuple[object, ...]]] = {
    "acts": _act_cells,
    "events": _event_cells,
    "commitments": _commitment_cells,
    "forecasts": _forecast_cells,
    "questions": _question_cells,
    "positions": _position_cells,
    "framing": _frame_cells,
    "question_decisions": _decision_cells,
}


def _day(row: RecordedAct | RecordedCommitment | RecordedForecast) -> str:
    """The day of a row's report, with a question mark if it is a guess."""
    if row.published is None:
        return ""
    return row.published.isoformat() if row.dated else f"{row.published.isoformat()}?"


def days(estimate: DateEstimate) -> str:
    """A date as far as it is known: a day, "by" and "from" one, or two days; "" for nothing."""
    if estimate.best is not None:
        sure = estimate.earliest == estimate.best == estimate.latest
        return estimate.best.isoformat() if sure else f"{estimate.best.isoformat()}?"
    if estimate.earliest is not None and estimate.latest is not None:
        return f"{estimate.earliest.isoformat()} to {estimate.latest.isoformat()}"
    if estimate.latest is not None:
        return f"by {estimate.latest.isoformat()}"
    return "" if estimate.earliest is None else f"from {estimate.earliest.isoformat()}"


def polar(polarity: str, words: str) -> str:
    """Words that say what will not be must not read as the opposite."""
    return f"NOT: {words}" if polarity == "negative" else words


def _status(status: str, last: Step | None) -> str:
    """A status with the report that shows it."""
    return status if last is None or last.report is None else f"{status} ({last.report.name})"


def _name(actor: Actor | None) -> str:
    return "" if actor is None else actor.label


def _line(span: Span | None) -> str:
    return "" if span is None else " ".join(span.text.split())
