"""When something was, as far as it is known: what a timeline draws, and where in the order of days it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from onrecord.domain import DateEstimate
from onrecord.publishing.dossier import wording

Shape = Literal["day", "choice", "likely", "stretch", "until", "since", "none"]
"""``day``: known. ``choice``: one of a few days. ``likely``: one day stands out, the bounds may be open. ``stretch``:
between two days. ``until``, ``since``: on a day or before, or after. ``none``: nothing is known."""


_SHORT = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class When:
    """A date estimate without its reasons. Equal ones are one place on the timeline.

    Args:
        label: the date in words, as uncertain as it is.
        best, first, last: the likeliest day, and the bounds, both included.
        days: the days in question, in order, where there are a few.
        favoured: ``best`` is far likelier than the others of ``days``.
        by: the date is that of the report; what it tells was then or before.
    """

    label: str = wording.UNDATED
    best: date | None = None
    first: date | None = None
    last: date | None = None
    days: tuple[date, ...] = ()
    favoured: bool = False
    by: bool = False

    @property
    def anchor(self) -> date | None:
        """The day to list it under: the likeliest; else the first in question, or the last where these are many."""
        if self.best or self.days:
            return self.best or self.days[0]
        if self.first and self.last and self.last - self.first > _SHORT:
            return self.last
        return self.first or self.last

    @property
    def shape(self) -> Shape:
        if self.anchor is None:
            return "none"
        if self.first == self.last == self.best:
            return "until" if self.by else "day"
        if self.days:
            return "choice"
        if self.first is not None and self.last is not None:
            return "likely" if self.best is not None else "stretch"
        if self.best is not None:
            return "likely"
        return "since" if self.last is None else "until"

    @property
    def order(self) -> tuple[bool, date, bool, bool, str]:
        """By the anchor; on one day what is certain first, undated things last."""
        return (self.anchor is None, self.anchor or date.max, self.by, self.shape != "day", self.id)

    @property
    def id(self) -> str:
        """An anchor in a page: ``t2007-12-10``, or longer where the day isn't known."""
        if self.anchor is None:
            return "no-date"
        if self.shape == "day":
            return f"t{self.anchor}"
        parts = [self.shape, self.best, self.first, self.last, *self.days]
        return "-".join([f"t{self.anchor}", *(str(part) for part in parts if part), *(["by"] if self.by else [])])


NO_DATE = When()


def when(estimate: DateEstimate) -> When:
    """``estimate``, for a timeline."""
    if estimate.best is None and estimate.earliest is None and estimate.latest is None:
        return NO_DATE
    words = wording.estimate(estimate)
    if estimate.earliest == estimate.latest == estimate.best:
        return When(words, estimate.best, estimate.earliest, estimate.latest)
    rest = wording.bounds(estimate)
    return When(
        f"{words}, {rest}" if rest else words,
        estimate.best,
        estimate.earliest,
        estimate.latest,
        wording.choice(estimate),
        wording.favours_one(estimate),
    )


def not_after(report: DateEstimate) -> When:
    """The date of what a report tells without saying when: its own date, at the latest."""
    its = when(report)
    if report.best is None and report.latest is None:
        return NO_DATE
    known = its.shape == "day" and its.best is not None
    words = wording.day(its.best) if known and its.best else f"a report published {wording.estimate(report)}"
    return When(f"not after {words}", its.best, its.first, its.last, its.days, its.favoured, by=True)


def stretch(first: date, last: date, *, doubt: str = "") -> When:
    """The days from ``first`` to ``last`` that words name; ``doubt`` is "" if it is sure that they mean these."""
    words = wording.between(first, last)
    best = first if first == last else None
    if not doubt:
        return When(words, best, first, last)
    return When(f"{doubt} {words}", best, *((None, None) if best else (first, last)))
