"""What the actors of all reports come to: who is who, what they were, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from onrecord.domain import (
    Act,
    Actor,
    Decision,
    Declaration,
    Description,
    Expectation,
    Happening,
    Identity,
    Naming,
    Office,
    Refusal,
    Report,
    Stance,
    Statement,
    Telling,
)

_Words = TypeVar("_Words", Stance, Naming, Telling)


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

        def done(act: Act | None) -> Act | None:
            return None if act is None else replace(act, actor=maybe(act.actor), recipient=maybe(act.recipient))

        def stated(statement: Statement) -> Statement:
            return replace(
                statement,
                act=done(statement.act),
                speaker=maybe(statement.speaker),
                addressee=maybe(statement.addressee),
                addressees=tuple(map(known, statement.addressees)),
                relayed_by=tuple(map(known, statement.relayed_by)),
            )

        def refused(refusal: Refusal) -> Refusal:
            return replace(refusal, speaker=maybe(refusal.speaker), addressee=maybe(refusal.addressee))

        def described(description: Description) -> Description:
            return replace(description, actor=known(description.actor), of=maybe(description.of))

        def happened(happening: Happening) -> Happening:
            actor, recipient = maybe(happening.actor), maybe(happening.recipient)
            return replace(happening, act=done(happening.act), actor=actor, recipient=recipient)

        def declared(declaration: Declaration) -> Declaration:
            also_bound = tuple(map(known, declaration.also_bound))
            return replace(
                declaration, actor=maybe(declaration.actor), target=maybe(declaration.target), also_bound=also_bound
            )

        def expected(expectation: Expectation) -> Expectation:
            return replace(expectation, actor=maybe(expectation.actor), of=maybe(expectation.of))

        def whose(words: _Words) -> _Words:
            return replace(words, actor=maybe(words.actor))

        return replace(
            report,
            name=name,
            statements=tuple(map(stated, report.statements)),
            refusals=tuple(map(refused, report.refusals)),
            descriptions=tuple(map(described, report.descriptions)),
            acts=tuple(act for each in report.acts if (act := done(each)) is not None),
            happenings=tuple(map(happened, report.happenings)),
            declarations=tuple(map(declared, report.declarations)),
            expectations=tuple(map(expected, report.expectations)),
            stances=tuple(map(whose, report.stances)),
            namings=tuple(map(whose, report.namings)),
            tellings=tuple(map(whose, report.tellings)),
        )
