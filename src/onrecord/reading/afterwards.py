"""What came after a report was published, and so bounds its date: a crawler's visit, a change in a feed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from onrecord.domain import DateCandidate, DateEstimate, DateReason

# A moment in UTC is on the calendar of the paper's readers up to this much later (Kiribati).
_FURTHEST_ZONE = timedelta(hours=14)


def not_after(published: DateEstimate, metadata: Mapping[str, str]) -> DateEstimate:
    """``published`` with what ``metadata`` (of a ``RawReport``) says of later days as reasons.

    Of several candidates only those remain which are not later. When nothing else is known of the date, the day is the
    latest that it may be; it is never taken for the date itself.
    """
    for key, origin, sentence in (
        ("archived", "archive", "fetched by the crawler {}, so published by then"),
        ("updated", "metadata", "last changed {}, so published by then"),
    ):
        moment = _moment(metadata.get(key, ""))
        if moment is None:
            continue
        where = f" ({metadata['archived_at']})" if key == "archived" and metadata.get("archived_at") else ""
        reason = DateReason(sentence.format(metadata[key][:40]) + where, origin)
        published = _bounded(replace(published, reasons=(*published.reasons, reason)), _last_day(moment))
    return published


def _bounded(published: DateEstimate, last: date) -> DateEstimate:
    if published.best is not None:
        return published
    if not published.candidates:
        latest = last if published.latest is None else min(last, published.latest)
        return replace(published, latest=max(latest, published.earliest or latest))
    days = [candidate.value for candidate in published.candidates if candidate.value <= last]
    if not days or len(days) == len(published.candidates):
        return published
    candidates = tuple(DateCandidate(day, 1 / len(days)) for day in days)
    return replace(
        published, best=days[0] if len(days) == 1 else None, earliest=days[0], latest=days[-1], candidates=candidates
    )


def _last_day(moment: datetime) -> date:
    """The last day that a moment may have been on the calendar of a paper's readers."""
    try:
        return moment.date() if moment.utcoffset() else (moment + _FURTHEST_ZONE).date()
    except OverflowError:
        return moment.date()


def _moment(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written.strip()[:40].replace("z", "Z"))
    except ValueError:
        return None
