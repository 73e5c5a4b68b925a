"""Appearances: each actor in each report, with what the report says of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

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
    """Everybody whom ``actors_of`` finds in a report, each once."""
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
    """Every actor that a statement, refusal, description or row of the ledger names, as often as it does.

    Whom a report merely mentions is not among them.
    """
    named = chain(_of_statements(report), _of_ledger(report))
    return (actor for actor in named if actor is not None)


def _of_statements(report: Report) -> Iterator[Actor | None]:
    for statement in report.statements:
        yield from (statement.speaker, statement.addressee, *statement.addressees, *statement.relayed_by)
    for refusal in report.refusals:
        yield from (refusal.speaker, refusal.addressee)
    for description in report.descriptions:
        yield from (description.actor, description.of)


def _of_ledger(report: Report) -> Iterator[Actor | None]:
    acts = chain(report.acts, (each.act for each in report.statements), (each.act for each in report.happenings))
    for act in acts:
        if act is not None:
            yield from (act.actor, act.recipient)
    for happening in report.happenings:
        yield from (happening.actor, happening.recipient)
    for declaration in report.declarations:
        yield from (declaration.actor, declaration.target, *declaration.also_bound)
    for expectation in report.expectations:
        yield from (expectation.actor, expectation.of)
    yield from (stance.actor for stance in report.stances)
    yield from (naming.actor for naming in report.namings)
