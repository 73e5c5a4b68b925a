"""Actors as the ledger's pages name them: with a link, where the actor has a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.domain import Actor
from onrecord.publishing.dossier.survey import page_id


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """An actor's name. ``page`` is from the dossier's root, "" where there is none."""

    label: str
    id: str
    page: str = ""


class Names:
    """Names of actors.

    Args:
        with_page: the ids of actors that have a page.
    """

    def __init__(self, with_page: Iterable[str]) -> None:
        self._with_page = frozenset(with_page)

    def of(self, actor: Actor) -> Name:
        """The name of ``actor``."""
        page = f"speakers/{page_id(actor.id)}.html" if actor.id in self._with_page else ""
        return Name(actor.label, actor.id, page)
