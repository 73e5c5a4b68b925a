"""International bodies, offices that need no nation before their name, seats of government, agencies, outlets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord.actors.tables import Additions, active, listed, read_table
from onrecord.domain import ActorKind


@dataclass(frozen=True, slots=True)
class Body:
    """A row of ``bodies.tsv``.

    ``nature`` is ``international``, ``state``, ``seat`` (the building that an office of a state is called by),
    ``ministry`` (one that is called by its street), ``party``, ``civil``, ``movement``, ``company``, ``agency`` or
    ``outlet``. ``heads`` are the nouns that may stand for it later on ("the alliance"). ``state`` is the code of the
    state that a seat or a ministry belongs to, else "". ``members`` are who sits in it, states by their codes and
    others by their names, as far as the table says; of the UN Security Council these are the permanent members.
    ``capitals`` are cities that stand for it, as a capital stands for its state.
    """

    name: str
    kind: ActorKind
    nature: str
    heads: tuple[str, ...]
    aliases: tuple[str, ...]
    state: str = ""
    members: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()

    @property
    def is_press(self) -> bool:
        """Whether it passes on what others say."""
        return self.nature in ("agency", "outlet")


_KINDS: dict[str, ActorKind] = {"organisation": "organisation", "body": "body", "group": "group"}


def all_bodies() -> tuple[Body, ...]:
    """Every row, in the table's order."""
    return _bodies(active())


@lru_cache(maxsize=4)
def _bodies(additions: Additions) -> tuple[Body, ...]:
    return tuple(
        Body(
            row["name"],
            _KINDS[row["kind"]],
            row["nature"],
            listed(row["heads"]),
            listed(row["aliases"]),
            row["state"],
            listed(row["members"]),
            listed(row["capitals"]),
        )
        for row in read_table("bodies.tsv", additions.bodies)
    )
