"""Organs that every state has ("Foreign Ministry", "parliament", "Senate") and whose one is meant."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.actors.folding import fold
from onrecord.actors.states import state_by_code
from onrecord.actors.words import word_set

_HEADS = word_set(
    "ministry parliament senate congress cabinet treasury presidency government army military navy embassy consulate "
    "legislature"
)
_PHRASES = frozenset(
    {
        "house of representatives",
        "supreme court",
        "constitutional court",
        "high court",
        "central bank",
        "national assembly",
        "national bank",
        "defense department",
        "security council",
        "state security council",
        "election commission",
        "central election commission",
        "prosecutor general's office",
        "armed forces",
        "air force",
        "presidential administration",
        "border guard",
        "foreign affairs department",
        "coast guard",
        "embassy",
    }
)
_SPELLING = {
    "defense ministry": "Defence Ministry",
    "foreign affairs ministry": "Foreign Ministry",
    "external affairs ministry": "Foreign Ministry",
    "external relations ministry": "Foreign Ministry",
    "internal affairs ministry": "Interior Ministry",
}


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ by its plain name ("Foreign Ministry") and the noun that may stand for it ("ministry")."""

    name: str
    head: str

    def of(self, state: str) -> str:
        """Its full name as an organ of the state with that code: "Russian Foreign Ministry"."""
        return f"{state_by_code(state).attributive} {self.name}"


def organ_named(words: list[str]) -> Organ | None:
    """The organ that ``words`` name, without any nation before or after; None when it is not one all states have."""
    plain = [fold(word) for word in words]
    if plain and plain[0] == "the":
        words, plain = words[1:], plain[1:]
    if not plain:
        return None
    if plain[0] == "ministry" and len(plain) > 2 and plain[1] in ("of", "for"):
        rest = [word for word in words[2:] if fold(word) != "the"]
        if fold(rest[-1]) == "affairs" and len(rest) == 2 and fold(rest[0]) not in ("external", "internal"):
            rest = rest[:1]
        return _ministry(" ".join(rest))
    if plain[-1] == "ministry" and len(plain) > 1:
        return _ministry(" ".join(words[:-1]))
    phrase = " ".join(plain)
    if phrase in _PHRASES:
        return Organ(" ".join(words), plain[-1] if "of" not in plain else plain[0])
    if len(plain) == 1 and plain[0] in _HEADS and plain[0] != "ministry":
        return Organ(words[0], plain[0])
    return None


def _ministry(of: str) -> Organ:
    words = (word if word in ("and", "of", "for", "the") else word[:1].upper() + word[1:] for word in of.split())
    name = f"{' '.join(words)} Ministry"
    return Organ(_SPELLING.get(name.casefold(), name), "ministry")
