"""The attribution tagger: words in, spans of sources, cues and contents out, with scores for linking them.

The network reads overlapping windows of word pieces, one at a time: memory does not depend on the length of the
document, and nothing on what else is read. (int8 activations are scaled per call. Batches of eight were also a tenth
slower on one thread, since windows no longer fit the cache.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.tagging.clause_grammar import NO_SYNTAX, Syntax
from onrecord.tagging.coreference import PairWeights, with_entities
from onrecord.tagging.decode import Chain, decode
from onrecord.tagging.inputs import window_inputs, word_pieces
from onrecord.tagging.labels import ROLES, distance_bucket, paragraph_bucket
from onrecord.tagging.mentions import MentionScores, TaggedMention, find_mentions
from onrecord.tagging.parsing import SyntaxWeights, parse
from onrecord.tagging.windows import windows
from onrecord.tagging.words import Words

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Outputs = tuple[Floats, ...]

_REACH = 12  # cues or sources on either side that a span may be linked to
_MOST_ASKING = 64  # words of a content that are asked for their cue


class Network(Protocol):
    """Word pieces [B,T], features [B,T,3], first and last piece of each word [B,N] -> tag scores [B,N,labels],
    link vectors [B,N,4*d], mention scores and vectors [B,N,mentions.WIDTH] and, once a network has learnt it, those of
    syntax [B,N,syntax_labels.WIDTH]."""

    def __call__(self, pieces: Ints, features: Ints, first: Ints, last: Ints) -> Outputs: ...


@dataclass(frozen=True)
class Links:
    """Learned scores of how far apart a cue and its source or content stand, [2, buckets] each."""

    distance: Floats
    paragraph: Floats


@dataclass(frozen=True)
class MentionWeights:
    """Learned scores of how far a mention's edges are from its head, [2, buckets], and of pairs of mentions."""

    edges: Floats
    pairs: PairWeights


class _LinkKind(NamedTuple):
    """One of the two things that are linked.

    ``row`` of the learned distances; ``sign`` that makes distances run from the cue; how many ``paragraphs`` may lie
    between; whether ``every_word`` of the span asks, or its first alone.
    """

    row: int
    sign: int
    paragraphs: int
    every_word: bool


# In PolNeAR 98.6 % of contents stand in their cue's paragraph and the rest mostly in the next; of sources all but 7 in
# 8,983 do.
_CUE_OF_CONTENT = _LinkKind(row=0, sign=1, paragraphs=1, every_word=True)
_SOURCE_OF_CUE = _LinkKind(row=1, sign=-1, paragraphs=0, every_word=False)


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A span of words ``low:high``; ``probability`` is that of its tags at both edges under the CRF."""

    role: str
    low: int
    high: int
    probability: float


@dataclass(frozen=True, slots=True)
class Link:
    """``target`` (an index into ``Tagging.spans``) and the probability that it is the one."""

    target: int
    probability: float


@dataclass(frozen=True)
class Tagging:
    """Spans in text order; the cues each content may belong to and the sources each cue may have, best first; mentions;
    the grammar of its words.

    The probabilities of one span's links add up to less than one: the rest is "none of these".
    """

    words: Words
    spans: tuple[TaggedSpan, ...]
    cues_of: dict[int, tuple[Link, ...]]
    sources_of: dict[int, tuple[Link, ...]]
    mentions: tuple[TaggedMention, ...] = ()
    syntax: Syntax = NO_SYNTAX


class AttributionTagger:
    """Tags words with a network, a CRF and a linker; see ``onrecord.tagging.load_tagger`` for the shipped weights."""

    def __init__(
        self,
        network: Network,
        tokenizer: Tokenizer,
        chain: Chain,
        links: Links,
        mentions: MentionWeights,
        syntax: SyntaxWeights | None = None,
    ) -> None:
        self._network, self._tokenizer, self._chain, self._links = network, tokenizer, chain, links
        self._mentions, self._syntax = mentions, syntax

    def tag(self, words: Words) -> Tagging:
        """Tag a document of any length."""
        if not len(words):
            return Tagging(words, (), {}, {})
        starts = [i for i, gap in enumerate(words.breaks) if gap >= 2]
        scores, vectors, mentioned, *grammar = self._read(words, starts)
        paragraphs = np.cumsum(np.asarray(words.breaks) >= 2, dtype=np.int64)
        labels, marginals = decode(scores, starts, self._chain)
        spans = tuple(_spans(labels, marginals, paragraphs))
        by_role = {role: [i for i, span in enumerate(spans) if span.role == role] for role in ROLES}
        cue, content, cue_of_source, source = np.split(vectors, 4, axis=1)
        cues_of = {
            i: self._link(_CUE_OF_CONTENT, spans, i, by_role["cue"], content, cue, paragraphs)
            for i in by_role["content"]
        }
        sources_of = {
            i: self._link(_SOURCE_OF_CUE, spans, i, by_role["source"], cue_of_source, source, paragraphs)
            for i in by_role["cue"]
        }
        mentions = self._find_mentions(words, mentioned, paragraphs)
        syntax = NO_SYNTAX if self._syntax is None else parse(words, grammar[0], self._syntax)
        return Tagging(words, spans, cues_of, sources_of, mentions, syntax)

    def _find_mentions(self, words: Words, outputs: Floats, paragraphs: Ints) -> tuple[TaggedMention, ...]:
        scores = MentionScores.split(outputs)
        found = find_mentions(scores, self._mentions.edges, paragraphs)
        return with_entities(words, found, scores, self._mentions.pairs, paragraphs)

    def _read(self, words: Words, starts: list[int]) -> Outputs:
        pieces = list(word_pieces(words, self._tokenizer))
        kept: list[Outputs] = []
        for window in windows([len(p) for p in pieces], starts):
            keep = slice(window.keep_start - window.start, window.keep_end - window.start)
            kept.append(tuple(output[0, keep] for output in self._network(*window_inputs(words, pieces, window))))
        return tuple(np.concatenate(outputs) for outputs in zip(*kept, strict=True))

    def _link(
        self,
        kind: _LinkKind,
        spans: Sequence[TaggedSpan],
        index: int,
        targets: list[int],
        own: Floats,
        theirs: Floats,
        paragraphs: Ints,
    ) -> tuple[Link, ...]:
        """Probabilities that each of ``targets`` near a span is the one it belongs to."""
        span = spans[index]
        at = int(np.searchsorted(targets, index))
        near = [
            target
            for target in targets[max(0, at - _REACH) : at + _REACH]
            if abs(paragraphs[spans[target].low] - paragraphs[span.low]) <= kind.paragraphs
        ]
        if not near:
            return ()
        firsts = np.array([spans[target].low for target in near])
        asking = np.arange(span.low, span.high if kind.every_word else span.low + 1)[:_MOST_ASKING]
        scores = own[asking] @ theirs[firsts].T / np.sqrt(own.shape[1])
        gap = kind.sign * (asking[:, None] - firsts[None, :])
        jump = kind.sign * (paragraphs[asking][:, None] - paragraphs[firsts][None, :])
        scores = scores + self._links.distance[kind.row][distance_bucket(gap)]
        scores = scores + self._links.paragraph[kind.row][paragraph_bucket(jump)]
        scores = np.concatenate([np.zeros((len(asking), 1), dtype=scores.dtype), scores], axis=1)  # "none of these"
        scores = np.exp(scores - scores.max(1, keepdims=True))
        probabilities = (scores / scores.sum(1, keepdims=True)).mean(0)[1:]
        order = sorted(range(len(near)), key=lambda k: (-probabilities[k], near[k]))
        return tuple(Link(near[k], float(probabilities[k])) for k in order)


def _spans(labels: Ints, marginals: Floats, paragraphs: Ints) -> Iterator[TaggedSpan]:
    at, total = 0, len(labels)
    while at < total:
        label = int(labels[at])
        if label == 0:
            at += 1
            continue
        end = at + 1
        while end < total and labels[end] == label + 1 and paragraphs[end] == paragraphs[at]:
            end += 1
        closing = marginals[end - 1, labels[end - 1]]
        if end < total and paragraphs[end] == paragraphs[at]:
            closing = min(closing, 1 - marginals[end, label + 1])
        yield TaggedSpan(ROLES[(label - 1) // 2], at, end, float(min(marginals[at, label], closing)))
        at = end
