"""Dates that say how much is known, and time expressions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.domain.span import Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class DateReason:
    """Why a date is believed: a sentence, where it comes from, and the report's words if it rests on any.

    ``origin`` is ``given`` (by the user), ``page`` (stated by the page's markup), ``metadata`` (of a feed or
    JSON line), ``file name``, ``url``, ``text`` (the report's own words), ``public`` (the report's words and a public
    fact, such as who held an office when), ``sibling`` (another report of the pile) or ``archive`` (when a crawler
    fetched it, which is not before).

    ``against`` is True for what speaks against the date and was not believed. ``sibling`` is the id of the other report
    that the reason rests on, "" if none, and ``sibling_span`` its words there.
    """

    text: str
    origin: str
    span: Span | None = None
    against: bool = False
    sibling: str = ""
    sibling_span: Span | None = None


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """One possible date with its weight; the weights of an estimate add up to at most one."""

    value: date
    weight: float


@dataclass(frozen=True, slots=True)
class DateEstimate:
    """What is known of a date. Unknown dates have ``best is None`` and no bounds.

    ``earliest`` and ``latest`` are both included. Nothing is more certain than the ``reasons`` allow.
    """

    best: date | None = None
    earliest: date | None = None
    latest: date | None = None
    candidates: tuple[DateCandidate, ...] = ()
    reasons: tuple[DateReason, ...] = ()

    @classmethod
    def known(cls, value: date, reason: DateReason) -> DateEstimate:
        """A single day, for one reason."""
        return cls(value, value, value, (DateCandidate(value, 1.0),), (reason,))

    @property
    def is_known(self) -> bool:
        return self.best is not None


UNKNOWN_DATE = DateEstimate()


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3: its words, its type and its normalised value, e.g. ``2007-12-10`` or ``P120D``.

    ``modifier`` is what the value leaves out, in TIMEX3's words: ``START`` (early), ``MID``, ``END`` (late),
    ``APPROX``, ``LESS_THAN``, ``MORE_THAN``, ``EQUAL_OR_LESS``, ``EQUAL_OR_MORE``; None for nothing.
    """

    span: Span
    type: TimeType
    value: str
    modifier: str | None = None
