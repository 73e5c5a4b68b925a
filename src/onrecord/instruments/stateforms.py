"""States as they stand before what is theirs: "Russian", "Georgia's", "the United States'"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from onrecord.actors.states import State, all_states
from onrecord.actors.tables import Additions, active
from onrecord.instruments.words import Word, forms_of

_LONGEST = 4


@lru_cache(maxsize=4)
def _forms(additions: Additions) -> dict[tuple[str, ...], State]:
    found: dict[tuple[str, ...], State] = {}
    for state in all_states():
        for name in (state.name, *state.adjectives, *state.aliases):
            if name:
                found.setdefault(forms_of(name.removeprefix("the ")), state)
    return found


def state_of(words: Sequence[Word], end: int) -> tuple[int, State | None]:
    """Where the state's name or adjective right before word number ``end`` begins, and the state, if it is one."""
    last = end
    if last and last <= len(words) and words[last - 1].owned:
        last -= 1
    for first in range(max(0, last - _LONGEST), last):
        if not words[first].capital or not all(word.joined for word in words[first + 1 : last]):
            continue
        state = _forms(active()).get(tuple(word.form for word in words[first:last]))
        if state is not None:
            return first, state
    return end, None
