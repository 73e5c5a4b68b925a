"""States and disputed territories: their names, adjectives, peoples and capitals.

The table says what words refer to, not who is recognised: a territory is listed when news copy lets it speak.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.actors.folding import fold_name
from onrecord.actors.tables import listed, read_table


@dataclass(frozen=True, slots=True)
class State:
    """A row of ``states.tsv``. ``code`` is ISO 3166 alpha-2, GB-… for parts of the kingdom, X-… where ISO has none."""

    code: str
    name: str
    official: str
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    aliases: tuple[str, ...]

    @property
    def attributive(self) -> str:
        """The word that stands before a body of the state: "Russian", "U.S."."""
        return self.adjectives[0] if self.adjectives else self.name


@cache
def all_states() -> tuple[State, ...]:
    """Every row, in the table's order."""
    return tuple(
        State(
            row["code"],
            row["name"],
            row["official"],
            listed(row["adjectives"]),
            listed(row["people"]),
            listed(row["capitals"]),
            listed(row["aliases"]),
        )
        for row in read_table("states.tsv")
    )


@cache
def _by_name() -> dict[str, State]:
    found: dict[str, State] = {}
    for state in all_states():
        for name in (state.name, state.official, *state.aliases):
            found.setdefault(fold_name(name.removeprefix("the ")), state)
    return found


def state_named(name: str) -> State | None:
    """The state of that name, official name or alias (not adjective or capital), however it is spelt."""
    plain = fold_name(name)
    return _by_name().get(plain) or _by_name().get(plain.removeprefix("the "))


@cache
def state_by_code(code: str) -> State:
    """The state of a code. Raises KeyError."""
    return {state.code: state for state in all_states()}[code]
