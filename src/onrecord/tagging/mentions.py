"""Mentions: the phrases that name or describe somebody or something, each found by its head word.

The network scores for every word whether it heads a mention, and of which type; the words that a head's mention begins
and ends with are then chosen by how well their vectors fit the head's. That is linear in the length of the text where
scoring every span is quadratic, and gives nested mentions ("[the leaders of [those regions]]") without more ado. The
method is that of Dobrovolskii, "Word-Level Coreference Resolution" (EMNLP 2021).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.tagging.labels import distance_bucket

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

MENTION_TYPES = (
    "person",
    "organization",
    "place",
    "object",
    "event",
    "time",
    "substance",
    "animal",
    "plant",
    "abstract",
)
REACH = 48  # words from a head to the edges of its mention
EDGE = 48  # width of the vectors that choose the edges
PAIR = 64  # width of the vectors that pair mentions
WIDTH = 1 + len(MENTION_TYPES) + 4 * EDGE + 2 * PAIR + 1
_SPLITS = tuple(np.cumsum([1 + len(MENTION_TYPES), EDGE, EDGE, EDGE, EDGE, PAIR, PAIR]).tolist())


@dataclass(frozen=True, slots=True)
class TaggedMention:
    """Words ``low:high`` headed by the word ``head``. Mentions of one thing share ``entity``, a number in the text.

    ``probability`` is that of being a mention, ``certainty`` that of meaning this entity (for the first mention of an
    entity: that of meaning nothing before it).
    """

    low: int
    high: int
    head: int
    type: str
    probability: float
    entity: int = -1
    certainty: float = 0.0


@dataclass(frozen=True)
class MentionScores:
    """What the network says of each word: types [n, 1 + types], vectors for edges and pairs, and newness."""

    types: Floats
    start_query: Floats
    start_key: Floats
    end_query: Floats
    end_key: Floats
    asking: Floats
    asked: Floats
    new: Floats

    @classmethod
    def split(cls, outputs: Floats) -> MentionScores:
        """From the network's third output, [n, WIDTH]."""
        return cls(*np.split(outputs, _SPLITS, axis=1))


def find_mentions(scores: MentionScores, edge_distance: Floats, paragraphs: Ints) -> list[TaggedMention]:
    """The mentions of a text, by head.

    Args:
        scores: of every word.
        edge_distance: learned scores of the distance from a head to its start and end, [2, buckets].
        paragraphs: number of the paragraph of each word; no mention leaves its head's.
    """
    top = scores.types.max(1, keepdims=True)
    probabilities = np.exp(scores.types - top)
    probabilities /= probabilities.sum(1, keepdims=True)
    heads = np.flatnonzero(probabilities[:, 0] < 0.5)
    if not len(heads):
        return []
    kinds = 1 + probabilities[heads, 1:].argmax(1)
    steps = np.arange(REACH)
    low = _edge(heads, -steps, scores.start_query, scores.start_key, edge_distance[0], paragraphs)
    high = _edge(heads, steps, scores.end_query, scores.end_key, edge_distance[1], paragraphs) + 1
    sure = 1 - probabilities[heads, 0]
    return [
        TaggedMention(int(a), int(b), int(h), MENTION_TYPES[int(k) - 1], float(p))
        for a, b, h, k, p in zip(low, high, heads, kinds, sure, strict=True)
    ]


def _edge(heads: Ints, steps: Ints, query: Floats, key: Floats, distance: Floats, paragraphs: Ints) -> Ints:
    places = heads[:, None] + steps[None, :]
    inside = (places >= 0) & (places < len(paragraphs))
    places = np.where(inside, places, heads[:, None])
    inside &= paragraphs[places] == paragraphs[heads][:, None]
    scores = np.einsum("hd,hrd->hr", query[heads], key[places]) / np.sqrt(np.float32(EDGE))
    scores = scores + distance[distance_bucket(steps)][None, :]
    best = np.where(inside, scores, -np.inf).argmax(1)
    return np.asarray(heads + steps[best], dtype=np.int64)
