"""Keys of matters: what a key says, before the pile is asked what is one question."""

from __future__ import annotations

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
