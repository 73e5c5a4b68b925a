"""Appearances: each actor in each report, with what the report says of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from onrecord.domain import Actor, Description, Report


@dataclass(frozen=True, slots=True)
class Appearance:
    """One actor in one report. ``report`` is the report's id, ``name`` what it is called in the record, ``day`` its
    day of publication, best guess. ``described`` are the report's words on the actor, by their place in it. ``key``,
    the ids of the report and the actor, tells it from all others."""

    report: str
    name: str
    actor: Actor
    day: date | None = None
    described: tuple[tuple[int, Description], ...] = ()
    key: tuple[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", (self.report, self.actor.id))  # once, for ids are hashes


def appearances(report: Report, name: str = "") -> Iterator[Appearance]:
    """Everybody whom the statements, refusals and descriptions of a report name, each once."""
    described: dict[str, list[tuple[int, Description]]] = {}
    for place, description in enumerate(report.descriptions):
        described.setdefault(description.actor.id, []).append((place, description))
    seen: set[str] = set()
    for actor in actors_of(report):
        if actor.id not in seen:
            seen.add(actor.id)
            found = tuple(described.get(actor.id, ()))
            yield Appearance(report.id, name or report.name, actor, report.published.best, found)


def actors_of(report: Report) -> Iterator[Actor]:
    """Every actor that a statement, refusal or description of the report names, as often as it does."""
    for statement in report.statements:
        if statement.speaker is not None:
            yield statement.speaker
        if statement.addressee is not None:
            yield statement.addressee
        yield from statement.addressees
        yield from statement.relayed_by
    for refusal in report.refusals:
        if refusal.speaker is not None:
            yield refusal.speaker
        if refusal.addressee is not None:
            yield refusal.addressee
    for description in report.descriptions:
        yield description.actor
        if description.of is not None:
            yield description.of
