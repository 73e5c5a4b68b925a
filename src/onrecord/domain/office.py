"""What reports say that people are: in each report, and across the pile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.domain.actor import Actor
from onrecord.domain.ids import content_id
from onrecord.domain.span import Span

Tenure = Literal["held", "acting", "former", "then", "coming"]
"""When an office is held, as the report puts it: at the time of the report (``acting``: for the time being), before it
(``former``), at the time that the report speaks of (``then``), or not yet (``coming``: elected, designated)."""

Gender = Literal["m", "f", ""]


@dataclass(frozen=True, slots=True)
class Description:
    """One report's words on what a named person is: "Russia's envoy to the talks", "a 40-year-old plumber".

    ``span`` covers the words and, where they stand beside it, the name. ``title`` is what they say, in lower case and
    without state, age and the like ("envoy to the talks"), ``of`` the state, organisation or body that it is an office
    of, where the report says so. ``office`` is False for what is no office ("plumber", "brother"). ``gender`` is what
    the report's words show of the person, "" when they show nothing.
    """

    actor: Actor
    title: str
    span: Span
    of: Actor | None = None
    office: bool = True
    tenure: Tenure = "held"
    gender: Gender = ""


@dataclass(frozen=True, slots=True)
class Office:
    """What somebody was, and for whom, in all reports together.

    ``first_seen`` and ``last_seen`` are the days of the first and the last report, of those whose date is known, by
    which the office is held; None where no such report has a date. ``left_by`` is the day of the first dated report
    that calls it a former one. Nobody need have taken the office on the first of these days, or left it on the last.
    """

    actor: Actor
    title: str
    of: Actor | None = None
    first_seen: date | None = None
    last_seen: date | None = None
    left_by: date | None = None

    @property
    def id(self) -> str:
        """Content hash of whose office it is, its title and whom it is held for."""
        return content_id("o", self.actor.id, self.title, self.of.id if self.of is not None else "")
