"""Actors as the ledger's pages name them: with a link, where the actor has a page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.actors.gazetteer import nation_of_body
from onrecord.actors.states import state_by_code
from onrecord.domain import Actor, Office
from onrecord.publishing.dossier.survey import page_id


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """An actor's name. ``page`` is from the dossier's root, "" where there is none."""

    label: str
    id: str
    page: str = ""


class Names:
    """Names of actors, and the state that each stands for, as far as reports tell.

    Args:
        with_page: the ids of actors that have a page.
        offices: what reports say people are, for whom.
    """

    def __init__(self, with_page: Iterable[str], offices: Iterable[Office] = ()) -> None:
        self._with_page = frozenset(with_page)
        served: defaultdict[str, Counter[Actor]] = defaultdict(Counter)
        for office in offices:
            if office.of is not None:
                served[office.actor.id][office.of] += 1
        self._served = {
            key: min(counts, key=lambda one: (-counts[one], one.label, one.id)) for key, counts in served.items()
        }

    def of(self, actor: Actor) -> Name:
        """The name of ``actor``."""
        page = f"speakers/{page_id(actor.id)}.html" if actor.id in self._with_page else ""
        return Name(actor.label, actor.id, page)

    def side(self, actor: Actor) -> str:
        """The state, or else the organisation, that ``actor`` stands for; itself for states, "" where nothing tells."""
        if actor.kind == "state":
            return actor.label
        served = self._served.get(actor.id)
        if served is not None:
            return served.label if served.kind == "state" else self._nation(served) or served.label
        return self._nation(actor) if actor.kind in ("body", "organisation") else ""

    def _nation(self, actor: Actor) -> str:
        code = nation_of_body(actor.name)
        return state_by_code(code).name if code else ""
