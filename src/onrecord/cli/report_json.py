"""An analysed report as JSON: the domain's own fields, spans with their words, statements with their ids."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date

from onrecord.domain import Actor, Report, Statement


def report_as_json(report: Report) -> dict[str, object]:
    """The report and everything in it. Offsets count Unicode code points of ``text``, half-open."""
    return {"id": report.id, **{f.name: _json(getattr(report, f.name), report) for f in fields(report)}}


def _json(value: object, report: Report) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_json(item, report) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        own = {f.name: _json(getattr(value, f.name), report) for f in fields(value)}
        if isinstance(value, Statement):
            return {"id": report.statement_id(value), **own}
        if isinstance(value, Actor):
            return {"id": value.id, **own}
        return own
    if isinstance(value, float):
        return float(value)
    return value
