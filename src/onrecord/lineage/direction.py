"""Who has it from whom: what two reports that share wording show of it, and "unknown" where they show nothing.

That one report holds all of the other tells nothing by itself: a brief is cut from a story, and a story grows from a
brief. Dates and credits do, and a text that breaks off in the middle of a sentence.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.domain import Passage, Report
from onrecord.lineage.bodies import Body
from onrecord.reading.agency import agency_named

_STATED = frozenset({"given", "page", "metadata", "file name", "url"})  # origins of reasons for a date


class Finding(NamedTuple):
    """``first`` is the report that was there first, None where that is not known; ``reason`` says why."""

    first: Report | None
    reason: str


def who_was_first(one: Body, other: Body, passages: list[Passage]) -> Finding:
    """Which of two reports the other has the passages from.

    Args:
        one, other: the reports; ``passages`` are ``here`` in ``one`` and ``there`` in ``other``.
    """
    credited = _credited(one.report, other.report)
    dated = _dated(one.report, other.report)
    if credited is not None and dated is not None and credited.first is not dated.first:
        return Finding(None, f"credits and dates disagree: {credited.reason}, but {dated.reason}")
    found = credited or dated or _broken_off(one, other, passages)
    return found or Finding(None, _why_not(one.report, other.report))


def _credited(one: Report, other: Report) -> Finding | None:
    found = [
        Finding(source, f"{report.name} credits {source.outlet}")
        for report, source in ((one, other), (other, one))
        if _credits(report, source)
    ]
    return found[0] if len(found) == 1 else None


def _credits(report: Report, source: Report) -> bool:
    """Whether ``report`` names the outlet of ``source`` as where it has its news from."""
    if not source.outlet or _alike(report.outlet, source.outlet):
        return False
    agency = agency_named(source.outlet)
    if agency is not None and agency == report.agency:
        return True
    name = re.escape(source.outlet)
    credit = (
        r"(?:according to|told|reported by|first (?:published|appeared) (?:in|on|by)|source:|via|from)"
        rf" (?:the )?{name}\b"
        rf"|\b{name} (?:first )?(?:reported|reports|has learned|wrote)"
    )
    return re.search(credit, report.text, re.IGNORECASE) is not None


def _dated(one: Report, other: Report) -> Finding | None:
    for early, late in ((one, other), (other, one)):
        last, first = early.published.latest, late.published.earliest  # None: it may be of any later, or earlier, day
        if last is not None and first is not None and last < first:
            reason = f"{_is(early)} of {last} at the latest, {_is(late)} of {first} at the earliest"
            return Finding(early, reason)
    return None


def _broken_off(one: Body, other: Body, passages: list[Passage]) -> Finding | None:
    """A copy that was cut in the middle of a sentence has it from the one that goes on."""
    for cut, whole, side in ((one, other, 0), (other, one, 1)):
        last = max(passages, key=lambda passage: passage[side].end)
        here, there = last[side], last[1 - side]
        if not len(cut) or here.end != cut.ends[-1] or there.end >= whole.ends[-1]:
            continue
        tail = cut.report.text[here.end : here.end + 40].strip()
        ends_here = re.match(r"[\"'”’)\]]*[.!?]", tail) is not None and not re.match(r"\.\.|…", tail)
        goes_on = re.match(r"[\"'”’)\],;–—-]*\s+[\w\"“'(]", whole.report.text[there.end :]) is not None
        if not ends_here and goes_on:
            reason = f"{cut.report.name} breaks off in the middle of a sentence that {whole.report.name} ends"
            return Finding(whole.report, reason)
    return None


def _why_not(one: Report, other: Report) -> str:
    if one.published.best is None or other.published.best is None:
        return "no credit, and not both have a date"
    return "no credit, and they may be of the same day"


def _is(report: Report) -> str:
    """The report's name and a verb: bounds by the report's words and by its siblings are estimates."""
    published = report.published
    stated = any(reason.origin in _STATED and not reason.against for reason in published.reasons)
    known = stated or (published.earliest is not None and published.earliest == published.latest)
    return f"{report.name} {'is' if known else 'is estimated to be'}"


def _alike(one: str | None, other: str) -> bool:
    return one is not None and one.casefold() == other.casefold()
