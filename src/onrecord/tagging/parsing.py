"""From what the network says of words to sentences, heads and relations.

Dozat and Manning, "Deep Biaffine Attention for Neural Dependency Parsing" (ICLR 2017), with a product of vectors and a
table of distances in place of the full biaffine form, and relations named by a small perceptron over the two words.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.tagging.clause_grammar import Syntax
from onrecord.tagging.labels import distance_bucket
from onrecord.tagging.syntax_labels import ARC, DEPRELS, FORMS, SPLITS, UPOS
from onrecord.tagging.tree_mending import mended
from onrecord.tagging.trees import best_tree
from onrecord.tagging.words import Words

Floats = NDArray[np.float32]

LONGEST = 150  # words of a sentence: a longer one is cut, so that time stays in proportion to the text
_BOUNDS = tuple(np.cumsum(SPLITS)[:-1].tolist())
_PARAGRAPH = 2  # ``Words.breaks`` from which on a sentence always begins


@dataclass(frozen=True)
class SyntaxWeights:
    """Learned beside the network: scores of the distance to a head [buckets]; for relations what distance adds
    [buckets, LABEL], and the last layer, [LABEL, relations] and [relations]."""

    distance: Floats
    near: Floats
    relations: Floats
    bias: Floats


def parse(words: Words, outputs: Floats, weights: SyntaxWeights) -> Syntax:
    """The syntax of a text from the network's outputs, [words, WIDTH]. Every sentence is one tree."""
    asking, asked, root, own, theirs, upos, form, begins = np.split(outputs, _BOUNDS, axis=1)
    sentence = sentences(words, begins[:, 0])
    starts = np.flatnonzero(np.diff(sentence, prepend=-1))
    heads = np.full(len(words), -1, dtype=np.int64)
    for low, high in pairwise([*starts, len(words)]):
        steps = np.arange(high - low)
        arcs = asking[low:high] @ asked[low:high].T / np.float32(np.sqrt(ARC))
        arcs += weights.distance[distance_bucket(steps[None, :] - steps[:, None])]
        tree = best_tree(arcs, root[low:high, 0])
        heads[low:high] = np.where(tree < 0, -1, tree + low)
    at = np.maximum(heads, 0)
    seen = own + theirs[at] + weights.near[distance_bucket(at - np.arange(len(words)))]
    named = np.maximum(seen, 0) @ weights.relations + weights.bias
    named[:, 0] = -np.inf  # "root" goes without saying
    deprel = np.where(heads < 0, 0, named.argmax(1))
    found = Syntax(
        words,
        tuple(sentence.tolist()),
        tuple(UPOS[k] for k in upos.argmax(1)),
        tuple(FORMS[k] for k in form.argmax(1)),
        tuple(heads.tolist()),
        tuple(DEPRELS[k] for k in deprel),
    )
    return mended(found)


def sentences(words: Words, begins: Floats) -> NDArray[np.int64]:
    """The sentence of each word, numbered: one begins with a paragraph, or where ``begins`` is above 0."""
    new = (begins > 0) | (np.asarray(words.breaks) >= _PARAGRAPH)
    new[:1] = True
    starts = np.flatnonzero(new)
    for low, high in pairwise([*starts, len(new)]):
        new[low + LONGEST : high : LONGEST] = True
    return np.asarray(np.cumsum(new) - 1, dtype=np.int64)
