"""Words by which sides are taken, and families of words that name one matter: the tables of this package.

``attitudes.tsv``: what somebody may do about a matter, say or feel towards it. ``verdicts.txt``: what somebody may say
that it is, or brings about. ``carriers.txt``: words that pass a side on. ``families.txt``: words of one matter. They
were written for this project from general knowledge of English news; none of them holds a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Literal, get_args

from onrecord.actors.words import word_set
from onrecord.ledger.verbs import lemma_of, verb_form

AttitudeKind = Literal["verb", "act", "harm", "good", "noun", "adjective"]
_PLURALS = {"crises": "crisis", "bases": "basis", "theses": "thesis", "people": "people", "media": "media"}
_NO_PLURALS = word_set(
    "news politics series status basis crisis analysis consensus census virus bias this his its us always perhaps "
    "business "
    "process progress congress access success unless across address press less economics ethics means"
)


_KINDS: dict[str, AttitudeKind] = {kind: kind for kind in get_args(AttitudeKind)}


@dataclass(frozen=True, slots=True)
class Attitude:
    """A row of ``attitudes.tsv``: the side that a word takes on its complement.

    ``complements`` are ``np`` (a phrase right behind it), ``to``, or prepositions and particles. ``kind``: ``verb``
    (says or feels), ``act`` (does, so that the word itself belongs to the matter), ``harm`` and ``good`` (what a matter
    does to what is dear), ``noun``, ``adjective``.
    """

    lemma: str
    sign: int
    strength: int
    complements: tuple[str, ...]
    kind: AttitudeKind


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a matter is said to be: its sign and strength (1 to 3)."""

    sign: int
    strength: int


def _read(name: str) -> list[str]:
    text = resources.files("onrecord.ledger.positions").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@lru_cache(maxsize=1)
def attitudes() -> dict[str, tuple[Attitude, ...]]:
    """Attitudes by lemma."""
    found: dict[str, list[Attitude]] = {}
    for line in _read("attitudes.tsv")[1:]:
        word, sign, strength, complements, kind = line.split("\t")
        lemma = lemma_of(word) if kind in ("verb", "act", "harm", "good") else word
        row = Attitude(lemma, 1 if sign == "+" else -1, int(strength), tuple(complements.split()), _KINDS[kind])
        found.setdefault(lemma, []).append(row)
    return {lemma: tuple(rows) for lemma, rows in found.items()}


@lru_cache(maxsize=1)
def _verdict_lines() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _read("verdicts.txt"):
        label, _, words = line.partition(":")
        found[label] = tuple(word.replace("_", " ") for word in words.split())
    return found


@lru_cache(maxsize=2)
def verdicts(part: Literal["adjective", "noun"]) -> dict[str, Verdict]:
    """Verdicts by word, those of two words or more with a space between."""
    found: dict[str, Verdict] = {}
    for label, words in _verdict_lines().items():
        strength, _, kind = label.partition(" ")
        if kind == part:
            found.update(dict.fromkeys(words, Verdict(1 if strength[0] == "+" else -1, int(strength[1]))))
    return found


@lru_cache(maxsize=8)
def word_list(label: Literal["harm", "causes", "more", "less"]) -> frozenset[str]:
    """A list of ``verdicts.txt``."""
    return frozenset(_verdict_lines()[label])


@lru_cache(maxsize=1)
def carriers() -> dict[str, int]:
    """The sign by which a word passes a side on to what it governs, by lemma."""
    found: dict[str, int] = {}
    for line in _read("carriers.txt"):
        for word in line[2:].split():
            plain = word.replace("_", " ")
            found[plain] = 1 if line[0] == "+" else -1
            if " " not in plain and verb_form(plain) is not None:
                found[lemma_of(plain)] = found[plain]
    return found


@lru_cache(maxsize=1)
def _families() -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for line in _read("families.txt"):
        family, _, words = line.partition(":")
        for word in words.split():
            plain = word.removeprefix("-").replace("_", " ")
            found.setdefault(plain, (family, -1 if word[0] == "-" else 1))
    return found


def family_of(lemma: str) -> tuple[str, int]:
    """The family that a lemma belongs to, and whether what it names speaks for (1) or against (-1) the family's matter.

    A lemma of no listed family makes one with what is derived from the same stem ("annex", "annexing").
    """
    return _families().get(lemma) or (stem(lemma), 1)


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset(family for family, _ in _families().values())


def is_listed(lemma: str) -> bool:
    """Whether a lemma is in a listed family, or is the name of one."""
    return lemma in _families() or lemma in _names()


_ENDINGS = (
    "isation",
    "ization",
    "ification",
    "ation",
    "ition",
    "ution",
    "ption",
    "ment",
    "sion",
    "tion",
    "ance",
    "ence",
)


@lru_cache(maxsize=20_000)
def stem(lemma: str) -> str:
    """What a verb and the noun made of it have in common, as far as their endings tell: "implement", "
    ""implementation"."""
    for ending in (*_ENDINGS, "al"):
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 4:
            base = lemma[: -len(ending)]
            for candidate in (base, base + "e", base + "y", lemma[: -len(ending)] + "ate", base + "t", base + "d"):
                known = verb_form(candidate)
                if known is not None and "VB" in known.forms:
                    return known.lemma
    return lemma


@lru_cache(maxsize=20_000)
def lemma(word: str) -> str:
    """The dictionary form of a folded word, noun or verb; the word itself where no ending tells."""
    if word in _NO_PLURALS:
        return word
    if word in _PLURALS:
        return _PLURALS[word]
    if _families().get(word):
        return word
    known = verb_form(word)
    if known is not None and "VB" not in known.forms:
        return known.lemma
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        if word.endswith("ies") and len(word) > 4:
            return word[:-3] + "y"
        if word.endswith(("shes", "ches", "xes", "sses")):
            return word[:-2]
        return word[:-1]
    return known.lemma if known is not None else word
