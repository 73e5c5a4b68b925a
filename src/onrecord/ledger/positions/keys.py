"""Keys of matters, and the order of stances: what can be said of them before the pile is asked."""

from __future__ import annotations

from onrecord.domain import Stance
from onrecord.ledger.positions.lexicon import is_listed
from onrecord.ledger.verbs import verb_form

UNCHANGED = "unchanged"
"""Stands in the key of a stance by which an actor only says that its position is what it was."""


def is_matter(key: tuple[str, ...]) -> bool:
    """Whether a key names something that "this decision" could point to."""
    words = [word for word in key if word[:1].islower()]
    return UNCHANGED not in key and any(is_listed(word) or verb_form(word) is None for word in words)


def is_topic(key: tuple[str, ...]) -> bool:
    """Whether a key is of a listed family, or of more than one word, so that what is merely done may be a matter."""
    words = [word for word in key if word[:1].islower()]
    return bool(words) and UNCHANGED not in words and (any(map(is_listed, words)) or len(key) > 1)


def place_of(stance: Stance) -> tuple[int, int, int, int, str, str]:
    """What stances of a report are sorted by."""
    matter, words = stance.matter, stance.words
    return matter.start, matter.end, words.start, words.end, stance.side, stance.actor.name if stance.actor else ""


def weight(stance: Stance) -> tuple[bool, int, int]:
    """Of two readings of the same words, the one that weighs more is kept: what is told as said, and says more."""
    return stance.statement is not None, len(stance.key), -stance.words.start
