"""The date of a report: what its page or feed states, weighed against its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from onrecord.dating import axis
from onrecord.dating.anchoring import resolve
from onrecord.dating.clues import clues
from onrecord.dating.distances import likelihood
from onrecord.dating.estimates import Evidence, combined, estimate
from onrecord.dating.expressions import find
from onrecord.dating.public_facts import evidence_of_facts
from onrecord.dating.reasons import reason
from onrecord.dating.timex import Timex
from onrecord.domain import DateEstimate, Report, Span

_TRUST = {"page": 0.95, "metadata": 0.95, "url": 0.95, "file name": 0.9, "text": 0.97}
"""How often such a statement is the day of publication, and not that of a crawl, an update or a file's saving."""

_DAY_OFF = 0.05  # share of stated days that are a day early, and as many a day late: time zones, evening editions
_ANY_DAY = 12_000.0  # days that a report of unknown date may be of
_NEVER = 1e-9


def date_of(report: Report, times: Sequence[Timex]) -> DateEstimate:
    """The date of a report by itself, from ``report.published`` as it was stated and from its words.

    What a person gave is never doubted; a span of time that a person gave is narrowed by the report's words. A stated
    day that the words speak against, more than a page or a feed is to be trusted, is not believed but flagged.
    """
    stated = report.published
    if _is_given(stated) and stated.best is not None:
        return stated
    own = own_evidence(report.text, times, report.chrome, report.agency is not None)
    return _weighed(stated, own)


def own_evidence(text: str, times: Sequence[Timex], chrome: Sequence[Span], agency: bool = False) -> list[Evidence]:
    """What a report's words make of every day.

    Args:
        text: the report.
        times: its time expressions, without those of its chrome.
        chrome: the site's own words.
        agency: whether it is credited to a news agency.
    """
    own = [Evidence(likelihood(clue), reason(clue)) for clue in clues(text, times, chrome, agency)]
    return [*own, *evidence_of_facts(text)]


def stated_evidence(stated: DateEstimate) -> list[Evidence]:
    """What a stated or given date makes of every day; nothing if there is none."""
    if not stated.reasons:
        return []
    if _is_given(stated):
        low, high = stated.earliest or axis.FIRST, stated.latest or axis.LAST
        return [Evidence(axis.within(low, high, _NEVER), each) for each in stated.reasons[:1]]
    if not stated.candidates:  # no more than when it was there to be fetched
        bound = axis.within(axis.FIRST, stated.latest or axis.LAST, _NEVER)
        return [Evidence(bound, stated.reasons[0])]
    trusted = [each for each in stated.reasons if not each.against and each.origin != "archive"]
    trust = min(_TRUST.get(each.origin, 0.9) for each in trusted)
    said = np.full(axis.SIZE, 1 - trust)
    for candidate in stated.candidates:
        place = axis.index(candidate.value)
        for off, share in ((-1, _DAY_OFF), (0, 1 - 2 * _DAY_OFF), (1, _DAY_OFF)):
            if 0 <= place + off < axis.SIZE:
                said[place + off] += trust * candidate.weight * share * _ANY_DAY
    return [Evidence(np.log(said), stated.reasons[0])]


def is_settled(date: DateEstimate) -> bool:
    """Whether a date is known to the day, so that no other report has anything to add."""
    return date.best is not None and date.earliest == date.latest


def redated(report: Report, date: DateEstimate, times: Sequence[Timex] | None = None) -> Report:
    """The report with another date, and its times counted from it; ``times`` is what ``find`` yields for its text."""
    if date.best == report.published.best:
        return replace(report, published=date)
    if times is None:
        times = find(report.text, [(span.start, span.end) for span in report.chrome])
    return replace(report, published=date, times=resolve(times, date.best))


def _weighed(stated: DateEstimate, own: Sequence[Evidence]) -> DateEstimate:
    if not own and not stated.candidates and not _is_given(stated):
        return stated  # which a belief about all days has nothing to add to
    before = stated_evidence(stated)
    evidence = [*before, *own]
    belief = combined(evidence)
    if is_settled(stated) and stated.best is not None:
        place = axis.index(stated.best)
        shares = axis.normalised(belief)
        if not 0 < place < axis.SIZE - 1 or float(shares[place - 1 : place + 2].sum()) >= 0.5:
            return stated
    return with_stated(estimate(belief, evidence), stated)


def with_stated(found: DateEstimate, stated: DateEstimate) -> DateEstimate:
    """An estimate with everything that was stated among its reasons, flagged where it says another day."""
    if not stated.reasons:
        return found
    if not found.reasons and found.best is None:
        return stated
    days = {found.best} if found.best else {candidate.value for candidate in found.candidates}
    said = {candidate.value for candidate in stated.candidates}
    doubted = not _is_given(stated) and bool(said) and days.isdisjoint(said)
    first = tuple(replace(each, against=each.against or doubted) for each in stated.reasons)
    rest = tuple(each for each in found.reasons if each not in stated.reasons)
    return replace(found, reasons=(*rest, *first) if doubted else (*first, *rest))


def _is_given(stated: DateEstimate) -> bool:
    return bool(stated.reasons) and stated.reasons[0].origin == "given"
