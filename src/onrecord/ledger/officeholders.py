"""Which states somebody is known to have held a high office of, by their full name."""

from __future__ import annotations

from functools import lru_cache

from onrecord.actors.folding import fold_name
from onrecord.dating.public_facts import terms


def states_of(name: str) -> tuple[str, ...]:
    """The states, by name, in the order of the table; none for who is not in it."""
    return _by_name().get(fold_name(name), ())


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for term in terms():
        found.setdefault(fold_name(term.name), {})[term.of] = None
    return {name: tuple(states) for name, states in found.items()}
