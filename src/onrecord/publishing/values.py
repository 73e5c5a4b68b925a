"""Spans, dates, actors and reports as JSON values."""

from __future__ import annotations

from datetime import date
from typing import Any

from onrecord.domain import Actor, DateEstimate, Span
from onrecord.record import ReportKey

Json = dict[str, Any]


def actor_value(actor: Actor | None) -> Json | None:
    """Who is meant; all that is known of them is in the table of actors."""
    return None if actor is None else {"id": actor.id, "name": actor.name, "kind": actor.kind}


def report_value(report: ReportKey) -> Json:
    """Which report is meant."""
    return {"id": report.id, "name": report.name}


def known_span(span: Span) -> Json:
    """A span with its offsets and words."""
    return {"start": span.start, "end": span.end, "text": span.text}


def span_value(span: Span | None) -> Json | None:
    """The same, null for none."""
    return None if span is None else known_span(span)


def date_value(estimate: DateEstimate) -> Json:
    """A date with its candidates and reasons."""
    return {
        "best": day_value(estimate.best),
        "earliest": day_value(estimate.earliest),
        "latest": day_value(estimate.latest),
        "candidates": [{"date": day_value(each.value), "weight": each.weight} for each in estimate.candidates],
        "reasons": [
            {
                "origin": each.origin,
                "reason": each.text,
                "span": span_value(each.span),
                "against": each.against,
                "sibling": each.sibling or None,
                "sibling_span": span_value(each.sibling_span),
            }
            for each in estimate.reasons
        ],
    }


def day_value(day: date | None) -> str | None:
    """A day as ``YYYY-MM-DD``."""
    return None if day is None else day.isoformat()
