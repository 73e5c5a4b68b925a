"""Coreference: which mentions of a text mean the same, by choosing an antecedent for each.

A pair's score is the product of the two heads' vectors plus learned weights of what can be read off the words: what
kinds of phrase they are ("he" and a name), whether their words match, how far apart they stand, whether they stand in
quotations. "No antecedent" is one of the choices. Scores of antecedents and their training (the sum of the
probabilities of all right antecedents) follow Lee et al., "End-to-end Neural Coreference Resolution" (EMNLP 2017).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.tagging.mentions import MENTION_TYPES, PAIR, MentionScores, TaggedMention
from onrecord.tagging.words import Words

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

CANDIDATES = 150  # mentions before one that it may be paired with
_BLOCK = 128  # mentions whose pairs are scored at once
_GAPS = np.minimum(8, np.ceil(np.log2(np.arange(CANDIDATES, 0, -1) + 1)).astype(np.int64))

_PRONOUNS = (
    "i me my mine myself",
    "we us our ours ourselves",
    "you your yours yourself yourselves",
    "he him his himself",
    "she her hers herself",
    "it its itself",
    "they them their theirs themselves",
    "who whom whose which that",
    "this these those here there",
)
_CLASS_OF = {word: number for number, words in enumerate(_PRONOUNS) for word in words.split()}
NAME, DEFINITE, INDEFINITE, BARE = (len(_PRONOUNS) + i for i in range(4))
CLASSES = BARE + 1
_COARSE = np.array([0] * len(_PRONOUNS) + [1, 2, 2, 2])  # pronoun, name, description
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your"])
_INDEFINITE = frozenset(
    ["a", "an", "some", "any", "another", "several", "many", "few", "no", "one", "two", "three", "both", "other"]
)
_LEFT_OUT = _DEFINITE | _INDEFINITE | {"'", "’", "s", ",", '"', "“", "”"}

# Learned tables of weights and their shapes; ``pairs`` yields an index into each for every pair.
TABLES = {
    "classes": (CLASSES, CLASSES),
    "match": (6, 3),
    "distance": (9, 3),
    "paragraph": (4, 3),
    "types": (2, 3),
    "nested": (2, 3),
    "quoted": (CLASSES, 4),
}


class Clues(NamedTuple):
    """What can be read off the words of the mentions of a text, in their order.

    ``matches[i]`` holds how the words of mention i agree with those of earlier ones, by their numbers; most agree in
    nothing and are left out.
    """

    classes: Ints
    types: Ints
    lows: Ints
    highs: Ints
    paragraphs: Ints
    quoted: Ints
    matches: Sequence[dict[int, int]]


@dataclass(frozen=True)
class _Wording:
    head: str
    core: frozenset[str]
    names: frozenset[str]
    initials: str


def clues(words: Words, mentions: Sequence[TaggedMention], paragraphs: Ints) -> Clues:
    """The clues of ``mentions``, in their order. ``paragraphs`` numbers the paragraph of each word."""
    classes, wordings = [], []
    for mention in mentions:
        shown = range(mention.low, min(mention.high, mention.low + 40))
        texts = [words.texts[i].casefold() for i in shown]
        capital = [text for i, text in zip(shown, texts, strict=True) if words.shapes[i] in (2, 3, 4)][:12]
        head = words.texts[mention.head].casefold()
        kind = _class(words, mention, texts, head)
        classes.append(kind)
        wordings.append(
            _Wording(
                head,
                frozenset(texts) - _LEFT_OUT,
                frozenset(capital) - _LEFT_OUT if kind >= NAME else frozenset(),
                "".join(word[0] for word in capital) if len(capital) > 1 and kind >= NAME else "",
            )
        )
    return Clues(
        np.array(classes, dtype=np.int64),
        np.array([MENTION_TYPES.index(mention.type) for mention in mentions], dtype=np.int64),
        np.array([mention.low for mention in mentions], dtype=np.int64),
        np.array([mention.high for mention in mentions], dtype=np.int64),
        np.array([paragraphs[mention.head] for mention in mentions], dtype=np.int64),
        np.array([words.quotes[mention.head] > 0 for mention in mentions], dtype=np.int64),
        _matches(classes, wordings),
    )


def _class(words: Words, mention: TaggedMention, texts: list[str], head: str) -> int:
    if head in _CLASS_OF and mention.high - mention.low <= 2:
        return _CLASS_OF[head]
    if words.shapes[mention.head] in (2, 3, 4):
        return NAME
    first = texts[0] if texts else head
    if first in _DEFINITE or "’" in texts or "'" in texts:
        return DEFINITE
    return INDEFINITE if first in _INDEFINITE or first[0].isdigit() else BARE


def _matches(classes: Sequence[int], wordings: Sequence[_Wording]) -> list[dict[int, int]]:
    """How the words of two mentions agree: 1 a name in common, 2 initials, 3 head, 4 head and part, 5 all."""
    seen: defaultdict[str, list[int]] = defaultdict(list)  # earlier mentions by what they could agree in
    found = []
    for one, (kind, wording) in enumerate(zip(classes, wordings, strict=True)):
        keys = {f"h {wording.head}"}
        if kind >= NAME:
            keys |= {f"n {name}" for name in wording.names}
            keys |= {f"i {wording.initials}"} if wording.initials else set()
        asked = keys | ({f"i {wording.head}"} if kind >= NAME else set())
        asked |= {f"h {wording.initials}"} if wording.initials else set()
        near = {other for key in asked for other in seen[key][-CANDIDATES:] if one - other <= CANDIDATES}
        agreeing = {other: _agreement(kind, wording, classes[other], wordings[other]) for other in sorted(near)}
        found.append({other: value for other, value in agreeing.items() if value})
        for key in keys:
            seen[key].append(one)
    return found


def _agreement(kind: int, one: _Wording, other_kind: int, other: _Wording) -> int:
    if kind < NAME or other_kind < NAME:
        return 5 if one.head == other.head else 0
    if one.core and one.core == other.core:
        return 5
    if one.head == other.head:
        return 4 if one.core <= other.core or other.core <= one.core else 3
    if other.head in (one.initials, "") or one.head == other.initials:
        return 2
    return 1 if one.names & other.names else 0


class Pairs(NamedTuple):
    """Some consecutive mentions, each with the ``CANDIDATES`` before it, nearest last; all arrays are [mentions,
    CANDIDATES] or broadcast to it. ``others`` are numbers of mentions, below zero where there are so many no more.
    ``features`` are indices into each of ``TABLES``."""

    others: Ints
    features: dict[str, tuple[Ints, Ints]]


def pairs(clue: Clues, first: int, last: int) -> Pairs:
    """The pairs of mentions ``first:last`` with those before them."""
    ones = np.arange(first, last)[:, None]
    others = ones + np.arange(-CANDIDATES, 0)[None, :]
    known = np.maximum(others, 0)
    own = clue.classes[ones]
    coarse = _COARSE[own]
    match = np.zeros(others.shape, dtype=np.int64)
    for row, one in enumerate(range(first, last)):
        for other, value in clue.matches[one].items():
            match[row, other - one + CANDIDATES] = value
    nested = (clue.lows[ones] < clue.highs[known]) & (clue.lows[known] < clue.highs[ones])
    return Pairs(
        others,
        {
            "classes": (own, clue.classes[known]),
            "match": (match, coarse),
            "distance": (_GAPS[None, :], coarse),
            "paragraph": (np.clip(clue.paragraphs[ones] - clue.paragraphs[known], 0, 3), coarse),
            "types": ((clue.types[ones] == clue.types[known]).astype(np.int64), coarse),
            "nested": (nested.astype(np.int64), coarse),
            "quoted": (own, 2 * clue.quoted[ones] + clue.quoted[known]),
        },
    )


@dataclass(frozen=True)
class PairWeights:
    """The learned tables, by the names in ``TABLES``."""

    tables: dict[str, Floats]

    def score(self, features: dict[str, tuple[Ints, Ints]]) -> Floats:
        return np.asarray(sum(self.tables[name][pair] for name, pair in features.items()), dtype=np.float32)


def with_entities(
    words: Words, mentions: Sequence[TaggedMention], scores: MentionScores, weights: PairWeights, paragraphs: Ints
) -> tuple[TaggedMention, ...]:
    """``mentions`` (sorted by head) with the number of the entity that each means, and how certain that is."""
    clue = clues(words, mentions, paragraphs)
    heads = np.array([mention.head for mention in mentions], dtype=np.int64)
    entities = np.zeros(len(mentions), dtype=np.int64)
    certain: list[float] = []
    known = 0
    for first in range(0, len(mentions), _BLOCK):
        others, features = pairs(clue, first, min(first + _BLOCK, len(mentions)))
        block = heads[first : first + _BLOCK]
        vectors = scores.asked[heads[np.maximum(others, 0)]]
        odds = np.einsum("md,mkd->mk", scores.asking[block], vectors) / np.sqrt(np.float32(PAIR))
        odds = np.where(others >= 0, odds + weights.score(features), -np.inf)
        none = scores.new[block, 0]
        top = np.maximum(odds.max(1), none)
        odds, none = np.exp(odds - top[:, None]), np.exp(none - top)
        totals = odds.sum(1) + none
        for row, one in enumerate(range(first, first + len(block))):
            start = max(0, one - CANDIDATES)
            chosen, share = known, float(none[row] / totals[row])
            if one:
                # An entity is as likely as all of its mentions together: some middling antecedents outweigh a better.
                by_entity = np.bincount(entities[start:one], odds[row, start - one :])
                best = int(by_entity.argmax())
                if by_entity[best] > none[row]:
                    chosen, share = best, float(by_entity[best] / totals[row])
            entities[one] = chosen
            certain.append(share)
            known += chosen == known
    return tuple(
        replace(mention, entity=int(entity), certainty=round(share, 4))
        for mention, entity, share in zip(mentions, entities, certain, strict=True)
    )
