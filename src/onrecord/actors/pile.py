"""What the actors of all reports come to: who is who, what they were, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from onrecord.domain import Actor, Decision, Description, Identity, Office, Refusal, Report, Statement


@dataclass(frozen=True, slots=True)
class Pile:
    """The actors of a pile of reports.

    Args:
        everywhere: the actor for the id of an actor of any report.
        here: the same by the ids of the report and of the actor, where it is another one in this report.
        offices: the office of a description, by the id of its report and its place there.
        identities: why names are one actor or two.
        decisions: what people decided about that.
    """

    everywhere: Mapping[str, Actor] = field(default_factory=dict)
    here: Mapping[tuple[str, str], Actor] = field(default_factory=dict)
    offices: Mapping[tuple[str, int], Office] = field(default_factory=dict)
    identities: tuple[Identity, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def actor(self, report: str, actor: Actor) -> Actor:
        """The actor of the pile that ``actor`` is in the report of that id."""
        known = self.here.get((report, actor.id)) or self.everywhere.get(actor.id)
        return actor if known is None else known

    def across(self, report: Report, name: str) -> Report:
        """The report under its name in the record, with the actors of the pile."""

        def known(actor: Actor) -> Actor:
            return self.actor(report.id, actor)

        def maybe(actor: Actor | None) -> Actor | None:
            return None if actor is None else known(actor)

        def stated(statement: Statement) -> Statement:
            return replace(
                statement,
                speaker=maybe(statement.speaker),
                addressee=maybe(statement.addressee),
                addressees=tuple(map(known, statement.addressees)),
                relayed_by=tuple(map(known, statement.relayed_by)),
            )

        def refused(refusal: Refusal) -> Refusal:
            return replace(refusal, speaker=maybe(refusal.speaker), addressee=maybe(refusal.addressee))

        def described(description: Description) -> Description:
            return replace(description, actor=known(description.actor), of=maybe(description.of))

        return replace(
            report,
            name=name,
            statements=tuple(map(stated, report.statements)),
            refusals=tuple(map(refused, report.refusals)),
            descriptions=tuple(map(described, report.descriptions)),
        )
