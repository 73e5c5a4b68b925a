"""What somebody said they would do, taken apart into what can be found again in other words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from onrecord.actors.words import word_set
from onrecord.ledger.outcomes.phrasal import joined
from onrecord.ledger.stems import stem, words_of

_IDLE = frozenset(
    stem(word)
    for word in word_set(
        "a an the this that these those it its he his she her they their we our us them him you your i my who "
        "whom which what of in on at to for from with by as into onto over under about against between among "
        "within without through during before after until till than then and or but nor not no neither either "
        "both all any some each every more most other another such only just also even still already again "
        "soon now later here there so too very be have do will would shall should can could may might must "
        "ought 'll 'd if unless when while where because since whether up down out off back along away "
        "together per via whose own same first following n't "
        "deadline time day week month year monday tuesday wednesday thursday friday saturday sunday january february "
        "march april may june july august september october november december today tomorrow tonight"
    )
)
LIGHT = frozenset(
    stem(word)
    for word in word_set(
        "make take give hold get go come keep put set begin start continue try seek step carry provide allow "
        "let help plan prepare move work bring remain stay become get go proceed engage undertake conduct use "
        "country countries state nation side sides party parties people government official officials one two three "
        "four five six seven eight nine ten "
        "much earlier sooner later soon long early late"
    )
)
"""Verbs that leave it to their object to say what is done, and nouns that could stand for anybody."""

_TOGETHER = (
    "agree accord deal compromise settlement pact",
    "sign initial ink",
    "reach strike conclude clinch find",
    "approve adopt pass endorse ratify",
    "impose slap introduce levy enact",
    "leave quit exit",
    "stop halt suspend freeze cease pause end",
    "resume restart reopen",
    "attack strike bomb shell raid hit",
    "send dispatch deploy",
    "free release",
    "arrest detain",
    "talk negotiate meet discuss dialogue table",
    "lift scrap abolish revoke cancel remove abandon drop",
    "declare proclaim announce",
    "sue court lawsuit",
    "border frontier crossing",
    "raise increase hike",
    "cut reduce slash lower",
    "publish release issue",
    "resign quit",
    "close shut",
    "build construct",
    "vote ballot election poll",
    "troop soldier force",
    "aid assistance help",
    "tariff duty",
)


_KEEPING = frozenset(stem(word) for word in ("keep", "maintain", "retain", "preserve", "uphold"))
_FADING = (1.0, 1.0, 0.8, 0.6, 0.5)
"""How much a stem of a deed counts by its place: what is done to what comes first, then where, why and how."""


_NAME = re.compile(r"[A-Z][\w’'-]*(?: (?:of |the )?[A-Z][\w’'-]*){1,6}")


def _groups() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _TOGETHER:
        stems = [stem(word) for word in line.split()]
        for each in stems:
            found.setdefault(each, stems[0])
    return found


_GROUP = _groups()


def canonical(word: str) -> str:
    """The stem of a word, or of what means the same when promises are told as kept."""
    base = stem(word)
    return _GROUP.get(base, base)


def content(text: str) -> tuple[str, ...]:
    """The canonical stems of the words of content, each once, in the order of the text."""
    found: dict[str, None] = {}
    for word in joined(words_of(text)):
        for part in (word, *word.split("-")) if "-" in word else (word,):
            if stem(part) not in _IDLE and len(part) > 1:
                found.setdefault(canonical(part))
    return tuple(found)


def is_idle(word: str) -> bool:
    """Whether a word says nothing by itself."""
    return stem(word) in _IDLE


@dataclass(frozen=True, slots=True)
class Deed:
    """An act in canonical stems: its ``verb`` (that of its object where the verb is light), and all of them.

    ``epithets`` are the words of long names before their last one, which other reports leave out ("the Grand Canal
    Bridge" is the bridge). ``keeps`` tells whether it is to leave something as it is, so that to end that would be to
    act against it.
    """

    verb: str
    stems: tuple[str, ...]
    adverbs: frozenset[str] = frozenset()
    keeps: bool = False
    epithets: frozenset[str] = frozenset()

    @property
    def telling(self) -> tuple[str, ...]:
        """The stems that say something by themselves: no light verbs, no adverbs."""
        return tuple(each for each in self.stems if each not in LIGHT and each not in self.adverbs)


def deed_of(text: str) -> Deed | None:
    """The deed that the words of an act name; None where they name nothing that could be found again."""
    stems = content(text)
    if not stems:
        return None
    adverbs = frozenset(canonical(word) for word in words_of(text) if word.endswith("ly") and len(word) > 4)
    told = [each for each in stems if each not in LIGHT and each not in adverbs]
    if not told:
        return None
    return Deed(told[0], stems, adverbs, stems[0] in _KEEPING, _epithets(text))


def _epithets(text: str) -> frozenset[str]:
    words = (word for name in _NAME.finditer(text) for word in words_of(name.group())[:-1])
    return frozenset(canonical(word) for word in words)


class Weights:
    """How much it says that two texts of a pile share a stem: the rarer it is among its clauses, the more."""

    def __init__(self, clauses: Iterable[Iterable[str]]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for stems in clauses:
            counts.update(set(stems))
            total += 1
        self._total = total
        self._counts: Mapping[str, int] = counts

    def of(self, each: str) -> float:
        """The weight of a stem, 0.2 to 1."""
        if each in LIGHT:
            return 0.2
        if not self._total:
            return 1.0
        share = log(1 + self._counts.get(each, 0)) / log(2 + self._total)
        return max(0.2, 1.0 - 0.8 * share)

    def share(self, deed: Deed, stems: Iterable[str]) -> float:
        """Which part of the deed, by weight, ``stems`` tell: 0 to 1. Adverbs count little."""
        there = set(stems)
        weights = {}
        for place, each in enumerate(deed.stems):
            fading = 0.2 if each in deed.adverbs else _FADING[min(place, len(_FADING) - 1)]
            if each in deed.epithets and each != deed.verb:
                fading *= 0.3
            weights[each] = self.of(each) * fading
        total = sum(weights.values())
        return sum(weight for each, weight in weights.items() if each in there) / total if total else 0.0
