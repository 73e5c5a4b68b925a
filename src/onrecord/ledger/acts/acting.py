"""Who does an act and to whom."""

from __future__ import annotations

import re
from bisect import bisect_left

from onrecord.domain import Actor, Report
from onrecord.ledger.acts.coding import Coded
from onrecord.ledger.clauses import Clause
from onrecord.ledger.subject_actors import state_actor

_BY = re.compile(r"\bby\s", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÀ-Þ][\w.’'-]*(?:\s(?:and\s)?[A-ZÀ-Þ][\w.’'-]*){0,4}")


class Parties:
    """The actors named in a report, found by offset."""

    def __init__(self, report: Report) -> None:
        named = [
            (m.span.start, m.span.end, m.head.start, m.actor)
            for m in report.mentions
            if m.actor is not None and m.actor.kind != "place"
        ]
        named.sort(key=lambda m: (m[0], -m[1]))
        self._named = named
        self._starts = [start for start, *_ in named]
        self._text = report.text

    def within(self, low: int, high: int) -> list[Actor]:
        """The actors named in ``low:high``, outermost mentions only, in text order."""
        found: list[Actor] = []
        at, covered = bisect_left(self._starts, low), low
        while at < len(self._named) and self._named[at][0] < high:
            start, end, _, actor = self._named[at]
            if start >= covered and end <= high and actor is not None:
                found.append(actor)
                covered = end
            at += 1
        return found

    def of(self, coded: Coded) -> tuple[Actor | None, Actor | None]:
        """Actor and recipient of an act."""
        clause, deed = coded.clause, coded.deed
        if clause.passive:
            by = _BY.search(clause.rest.text)
            agents = self.within(clause.rest.start + by.end(), clause.rest.end) if by else []
            return (agents[0] if agents else None), clause.actor
        actor = clause.actor
        recipient = self._other(actor, clause.rest.start, clause.rest.end)
        if recipient is None and deed is not clause:
            recipient = self._recipient_of_deed(actor, deed)
        return actor, recipient

    def _recipient_of_deed(self, actor: Actor | None, deed: Clause) -> Actor | None:
        if deed.actor is not None and deed.actor != actor and not deed.shared:
            return deed.actor
        return self._other(actor, deed.rest.start, deed.rest.end)

    def _other(self, actor: Actor | None, low: int, high: int) -> Actor | None:
        found = next((other for other in self.within(low, high) if other != actor), None)
        return found or next((other for other in self._states(low, high) if other != actor), None)

    def _states(self, low: int, high: int) -> list[Actor]:
        """States whose names the tagger passed over."""
        found = (state_actor(name.group()) for name in _NAME.finditer(self._text, low, high))
        return [actor for actor in found if actor is not None]
