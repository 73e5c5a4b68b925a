"""Which states somebody is known to have held a high office of, by their full name."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from onrecord.actors.folding import fold_name
from onrecord.dating.public_facts import Term, terms

_SPARE = timedelta(days=60)  # months are known, days are not; a successor is spoken of before


def states_of(name: str, day: date | None = None) -> tuple[str, ...]:
    """The states, by name, in the order of the table; none for who is not in it.

    Args:
        day: the day that is spoken of; of somebody who held no office then, nothing is known. None: any day.
    """
    found = _by_name().get(fold_name(name), ())
    held = (
        term.of
        for term in found
        if day is None or (term.start - _SPARE <= day and (term.to is None or day <= term.to + _SPARE))
    )
    return tuple(dict.fromkeys(held))


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = {}
    for term in terms():
        found.setdefault(fold_name(term.name), []).append(term)
    return {name: tuple(held) for name, held in found.items()}
