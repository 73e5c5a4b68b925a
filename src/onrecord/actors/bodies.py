"""International bodies, offices that need no nation before their name, news agencies and outlets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.actors.folding import fold_name
from onrecord.actors.tables import listed, read_table
from onrecord.domain import ActorKind


@dataclass(frozen=True, slots=True)
class Body:
    """A row of ``bodies.tsv``.

    ``nature`` is ``international``, ``state``, ``party``, ``civil``, ``movement``, ``company``, ``agency`` or
    ``outlet``. ``heads`` are the nouns that may stand for it later on ("the alliance").
    """

    name: str
    kind: ActorKind
    nature: str
    heads: tuple[str, ...]
    aliases: tuple[str, ...]

    @property
    def is_press(self) -> bool:
        """Whether it passes on what others say."""
        return self.nature in ("agency", "outlet")


_KINDS: dict[str, ActorKind] = {"organisation": "organisation", "body": "body", "group": "group"}


@cache
def all_bodies() -> tuple[Body, ...]:
    """Every row, in the table's order."""
    return tuple(
        Body(row["name"], _KINDS[row["kind"]], row["nature"], listed(row["heads"]), listed(row["aliases"]))
        for row in read_table("bodies.tsv")
    )


@cache
def _by_name() -> dict[str, Body]:
    found: dict[str, Body] = {}
    for body in all_bodies():
        for name in (body.name, *body.aliases):
            found.setdefault(fold_name(name), body)
    return found


def body_named(name: str) -> Body | None:
    """The body of that name or alias, however it is spelt."""
    return _by_name().get(fold_name(name))
