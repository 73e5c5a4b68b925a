"""Plain names of questions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.ledger.positions.lexicon import family_of, is_listed, lemma
from onrecord.ledger.positions.questions import Label
from onrecord.ledger.positions.rows import Row
from onrecord.ledger.verbs import verb_form

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*")
_RECOGNITION = frozenset({"recognition", "recognize"})
_OWN = frozenset({"status", "autonomy", "membership"})


def name_of(label: Label, rows: Sequence[Row]) -> str:
    """A name for the question of ``label``, from its own words and those of its rows."""
    kind, *parts = label
    if kind == "statehood":
        whose = _listed(parts)
        recognised = sum(bool(_RECOGNITION & set(row.stance.key)) for row in rows)
        return f"recognition of {whose}" if recognised * 2 > len(rows) else f"{_possessive(whose)} independence"
    if kind == "named":
        noun = _noun(parts[0], rows)
        return f"{_possessive(parts[1])} {noun}" if parts[0] in _OWN else f"{noun} ({parts[1]})"
    if kind == "pair":
        return _pair(parts, rows)
    if kind == "family":
        return _noun(parts[0], rows)
    return parts[0]


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _noun(family: str, rows: Sequence[Row]) -> str:
    """The form of a family's words that the matters use most; of those, the first in the alphabet."""
    counted: Counter[str] = Counter()
    for row in rows:
        for word in _WORD.findall(row.stance.matter.text):
            plain = word.casefold().replace("’", "'")
            ends = plain.endswith(("ing", "ed")) and plain != family
            if family_of(lemma(plain))[0] == family and not ends:
                counted[plain] += 1
    if is_listed(family):
        counted = Counter({word: n for word, n in counted.items() if "VB" not in _forms(word)}) or counted
    return min(counted, key=lambda word: (-counted[word], word)) if counted else family


def _forms(word: str) -> frozenset[str]:
    known = verb_form(word)
    return known.forms if known is not None else frozenset()


def _pair(families: Sequence[str], rows: Sequence[Row]) -> str:
    """Both words as the matters have them beside each other, in the order in which they mostly come."""
    counted: Counter[tuple[str, ...]] = Counter()
    for row in rows:
        found: dict[str, str] = {}
        for word in _WORD.findall(row.stance.matter.text):
            family = family_of(lemma(word.casefold()))[0]
            if family in families:
                found.setdefault(family, word.casefold())
        if len(found) == len(families):
            counted[tuple(found.values())] += 1
    best = min(counted, key=lambda words: (-counted[words], words)) if counted else tuple(families)
    return " ".join(best)
