"""States and disputed territories: their names, adjectives, peoples and capitals.

The table says what words refer to, not who is recognised: a territory is listed when news copy lets it speak.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord.actors.folding import fold_name
from onrecord.actors.tables import Additions, active, listed, read_table

_LEFT = frozenset({"ER", "ME", "SS", "TL"})  # related to the state that they left, and no part of it


@dataclass(frozen=True, slots=True)
class State:
    """A row of ``states.tsv``. ``code`` is ISO 3166 alpha-2, GB-… for parts of the kingdom, X-… where ISO has none.
    ``related`` are the codes of states that it belongs to, belonged to or is claimed by: people have served both."""

    code: str
    name: str
    official: str
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    aliases: tuple[str, ...]
    related: tuple[str, ...] = ()

    @property
    def attributive(self) -> str:
        """The word that stands before a body of the state: "Russian", "U.S."."""
        return self.adjectives[0] if self.adjectives else self.name


def all_states() -> tuple[State, ...]:
    """Every row, in the table's order."""
    return _states(active())


@lru_cache(maxsize=4)
def _states(additions: Additions) -> tuple[State, ...]:
    return tuple(
        State(
            row["code"],
            row["name"],
            row["official"],
            listed(row["adjectives"]),
            listed(row["people"]),
            listed(row["capitals"]),
            listed(row["aliases"]),
            listed(row["related"]),
        )
        for row in read_table("states.tsv", additions.states, key="code")
    )


@lru_cache(maxsize=4)
def _by_name(additions: Additions) -> dict[str, State]:
    found: dict[str, State] = {}
    for state in _states(additions):
        for name in filter(None, (state.name, state.official, *state.aliases)):
            found.setdefault(fold_name(name.removeprefix("the ")), state)
    return found


def state_named(name: str) -> State | None:
    """The state of that name, official name or alias (not adjective or capital), however it is spelt."""
    plain = fold_name(name)
    names = _by_name(active())
    return names.get(plain) or names.get(plain.removeprefix("the "))


def state_by_code(code: str) -> State:
    """The state of a code. Raises KeyError."""
    return _by_code(active())[code]


@lru_cache(maxsize=4)
def _by_code(additions: Additions) -> dict[str, State]:
    return {state.code: state for state in _states(additions)}


def related(one: str, other: str) -> bool:
    """Whether one of two states is, was or is said to be part of the other; by their codes."""
    return other in state_by_code(one).related or one in state_by_code(other).related


def is_part(code: str | None) -> bool:
    """Whether a state, by its code, belongs to an existing one or is claimed by it: a region, a territory."""
    return code is not None and code not in _LEFT and any(len(other) == 2 for other in state_by_code(code).related)
