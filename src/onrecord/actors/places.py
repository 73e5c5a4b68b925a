"""Which names are only places: those that no table lists and that a report only ever puts after "in" or "near"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from onrecord.actors.names import Name
from onrecord.actors.tokens import Tokens
from onrecord.actors.words import REPORTING, word_set

PLACE_PREPOSITIONS = word_set("in at near across throughout outside around")


def place_names(tokens: Tokens, names: Iterable[Name]) -> set[tuple[str, ...]]:
    """The folded words of unlisted names that stand after "in" and the like and are never given a title or a role."""
    near: Counter[tuple[str, ...]] = Counter()
    personal: set[tuple[str, ...]] = set()
    for name in names:
        if name.form not in ("person", "single"):
            continue
        key = tuple(tokens[i].fold for i in range(name.first, name.last))
        before = tokens[name.first - 1].fold if name.first else ""
        after = tokens[name.last] if name.last < len(tokens) else None
        if name.titled or (after is not None and after.fold in REPORTING):
            personal.add(key)
        elif before in PLACE_PREPOSITIONS and not (after is not None and after.is_possessive):
            near[key] += 1
    return {key for key in near if key not in personal}
