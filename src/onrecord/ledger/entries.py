"""What the ledger keeps of a report while it reads the pile: everything but the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.domain import (
    DateEstimate,
    Declaration,
    Description,
    Expectation,
    Happening,
    Naming,
    Report,
    Stance,
    Statement,
    Telling,
    TimeExpression,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A report of the pile, with the actors and dates of the pile, without its text."""

    report: str
    name: str
    published: DateEstimate
    outlet: str | None
    agency: str | None
    statements: tuple[Statement, ...]
    happenings: tuple[Happening, ...]
    declarations: tuple[Declaration, ...]
    expectations: tuple[Expectation, ...]
    stances: tuple[Stance, ...]
    namings: tuple[Naming, ...]
    tellings: tuple[Telling, ...]
    descriptions: tuple[Description, ...]
    times: tuple[TimeExpression, ...]

    @property
    def order(self) -> tuple[date, str]:
        """What entries are sorted by: the day, then the id, so that the files' order makes no difference."""
        day = self.published.best or self.published.latest or date.max
        return day, self.report


def entry_of(report: Report) -> Entry:
    """The entry of a report as it goes into the record."""
    return Entry(
        report.id,
        report.name,
        report.published,
        report.outlet,
        report.agency,
        report.statements,
        report.happenings,
        report.declarations,
        report.expectations,
        report.stances,
        report.namings,
        report.tellings,
        report.descriptions,
        report.times,
    )
