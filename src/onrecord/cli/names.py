"""Finding actors by a name that somebody typed: blind to case and accents, by whole words of the actor's own name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from onrecord.actors.folding import fold_name
from onrecord.domain import Actor

_WORD = re.compile(r"\w+(?:'\w+)*'?")
_POSSESSIVE = re.compile(r"(?:'s|s')$")
_PREPOSITIONS = frozenset("about against at by for from in near of on to under who whose with".split())  # noqa: SIM905
_LOWER_CASE_IN_NAMES = frozenset(
    "a al an and da de del della den der di do dos du e el i ibn bin la le the van von y zu".split()  # noqa: SIM905
)
_NEAR = 0.7  # of 1: "Vucik" and "Vucic" have 0.8, "Putin" and "Pristina" 0.62
_MOST_SUGGESTED = 5


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared."""
    return tuple(_WORD.findall(fold_name(name)))


def is_called(actor: Actor, wanted: str) -> bool:
    """Whether all words of ``wanted`` are words of the actor's own name, or of another name that is theirs.

    "Haidar" and "aminatou haïdar" find Aminatou Haidar, but not "Aminatou Haidar's critics" nor "a lawyer for Haidar",
    who are others. Descriptions ("the president") are no names of those whom they were resolved to.
    """
    words = set(words_of(wanted))
    others = [alias for alias in actor.aliases if not _is_description(alias)]
    return bool(words) and any(_names(words, name) for name in [actor.name, *others])


def _names(wanted: set[str], name: str) -> bool:
    everything = set(words_of(name))
    if wanted == everything or (wanted < everything and any(map(_POSSESSIVE.search, wanted))):
        return True  # who types "Haidar's critics" means them
    return wanted <= own_words(name)


def own_words(name: str) -> set[str]:
    """The words that name the actor itself, and not somebody whom it belongs to or has to do with."""
    words = words_of(name)
    owners = [place for place, word in enumerate(words) if _POSSESSIVE.search(word)]
    own = words[owners[-1] + 1 :] if owners else words
    if _is_description(name):
        own = _before_preposition(own)
    return {part for word in own or words for part in (word, *word.split("'")) if part}


def near_names(wanted: str, actors: Iterable[Actor]) -> list[str]:
    """Names of actors that ``wanted`` may have been meant for, likeliest first."""
    words = words_of(wanted)
    scored = ((_likeness(words, words_of(actor.name)), place, actor.name) for place, actor in enumerate(actors))
    ranked = sorted((-score, place, name) for score, place, name in scored if score >= _NEAR)
    return list(dict.fromkeys(name for _, _, name in ranked))[:_MOST_SUGGESTED]


def _is_description(name: str) -> bool:
    """Whether a name says what somebody is ("critics of Haidar", "the ministry") instead of what they are called."""
    spelled = _before_preposition(re.findall(r"\w+(?:['’]\w+)*", name))
    return any(word[0].islower() and word not in _LOWER_CASE_IN_NAMES for word in spelled)


def _before_preposition(words: Iterable[str]) -> tuple[str, ...]:
    words = tuple(words)
    end = next((place for place, word in enumerate(words) if word.casefold() in _PREPOSITIONS), len(words))
    return words[:end] or words


def _likeness(wanted: tuple[str, ...], name: tuple[str, ...]) -> float:
    """How much the words of a name are like those that are wanted, 0 to 1."""
    if not wanted or not name:
        return 0.0
    return sum(max(_alike(one, other) for other in name) for one in wanted) / len(wanted)


def _alike(one: str, other: str) -> float:
    if len(one) > 2 and one in other:
        return 1.0
    return SequenceMatcher(None, one, other).ratio()
