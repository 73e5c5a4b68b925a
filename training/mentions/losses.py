"""What is right for the documents of GUM, and what the mention outputs lose on them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.tagging.coreference import clues, pairs
from onrecord.tagging.labels import distance_bucket
from onrecord.tagging.mentions import EDGE, MENTION_TYPES, PAIR, REACH, TaggedMention
from training.attribution.batches import Encoded, encode
from training.attribution.data import Example
from training.attribution.model import Tagger
from training.mentions.data import GumDocument, MentionExample, mention_example

Rows = list[tuple[int, int]]  # of a batch, with the number of words in each, in the order of the document


@dataclass(frozen=True)
class Targets:
    """What is right for one document: types of words, edges of heads, antecedents of mentions."""

    types: Tensor  # [words], 0 = heads no mention
    heads: Tensor  # [mentions]
    starts: Tensor  # [mentions] steps back to the first word
    ends: Tensor  # [mentions] steps on to the last word
    inside: tuple[Tensor, Tensor]  # [mentions, REACH] whether a step stays in the paragraph, back and on
    candidates: Tensor  # [mentions, CANDIDATES] indices of mentions
    allowed: Tensor
    right: Tensor
    tables: dict[str, tuple[Tensor, Tensor]]


@dataclass(frozen=True)
class GumExample:
    encoded: Encoded
    targets: Targets


def prepare(documents: list[GumDocument], tokenizer: Tokenizer) -> list[GumExample]:
    examples = []
    for document in documents:
        example = mention_example(document)
        plain = Example(example.words, [0] * len(example.words), [])
        encoded = encode(plain, tokenizer)
        examples.append(GumExample(encoded, _targets(example, np.asarray(encoded.paragraphs))))
    return examples


def _targets(example: MentionExample, paragraphs: np.ndarray) -> Targets:
    found = [TaggedMention(low, high, head, kind, 1.0) for low, high, head, kind, _ in example.mentions]
    entities = [entity for *_, entity in example.mentions]
    count, total = len(found), len(example.words)
    types = np.zeros(total, dtype=np.int64)
    for mention in found:
        types[mention.head] = 1 + MENTION_TYPES.index(mention.type)
    heads = np.array([m.head for m in found])
    inside = []
    for sign in (-1, 1):
        places = heads[:, None] + sign * np.arange(REACH)
        kept = (places >= 0) & (places < total)
        inside.append(kept & (paragraphs[np.where(kept, places, 0)] == paragraphs[heads][:, None]))
    clue = clues(example.words, found, paragraphs)
    others, features = pairs(clue, 0, count)
    names = {entity: number for number, entity in enumerate(dict.fromkeys(entities))}
    numbers = np.array([names[entity] for entity in entities])
    allowed = others >= 0
    right = allowed & (numbers[np.maximum(others, 0)] == numbers[:, None])
    tables = {
        name: tuple(np.broadcast_to(part, others.shape).astype(np.int16) for part in index)
        for name, index in features.items()
    }
    return Targets(
        torch.from_numpy(types),
        torch.from_numpy(heads),
        torch.tensor([min(REACH - 1, m.head - m.low) for m in found]),
        torch.tensor([min(REACH - 1, m.high - 1 - m.head) for m in found]),
        (torch.from_numpy(inside[0]), torch.from_numpy(inside[1])),
        torch.from_numpy(np.maximum(others, 0)),
        torch.from_numpy(allowed),
        torch.from_numpy(right),
        {name: (torch.from_numpy(a), torch.from_numpy(b)) for name, (a, b) in tables.items()},
    )


def mention_loss(model: Tagger, outputs: Tensor, owners: list[tuple[GumExample, Rows]]) -> Tensor:
    """Sum of the mean losses of types, edges and antecedents. ``outputs`` [B,N,mentions.WIDTH]."""
    parts: list[list[Tensor]] = [[], [], []]
    for example, rows in owners:
        target = example.targets
        own = torch.cat([outputs[row, :length] for row, length in rows]).float()
        types, sq, sk, eq, ek, asking, asked, new = own.split(
            (1 + len(MENTION_TYPES), EDGE, EDGE, EDGE, EDGE, PAIR, PAIR, 1), dim=-1
        )
        parts[0].append(torch.nn.functional.cross_entropy(types, target.types, reduction="none"))
        for row, (query, key, answers, sign) in enumerate(((sq, sk, target.starts, -1), (eq, ek, target.ends, 1))):
            steps = sign * torch.arange(REACH)
            places = (target.heads[:, None] + steps).clamp(0, len(own) - 1)
            scores = torch.einsum("hd,hrd->hr", query[target.heads], key[places]) / EDGE**0.5
            scores = scores + model.edges[row][torch.from_numpy(distance_bucket(steps.numpy()))]
            scores = scores.masked_fill(~target.inside[row], -1e4)
            parts[1].append(torch.nn.functional.cross_entropy(scores, answers, reduction="none"))
        first = asked[target.heads][target.candidates]
        scores = torch.einsum("md,mkd->mk", asking[target.heads], first) / PAIR**0.5
        for name, (a, b) in target.tables.items():
            scores = scores + model.pairs[name][a.long(), b.long()]
        scores = scores.masked_fill(~target.allowed, -1e4)
        none = new[target.heads]
        whole = torch.logsumexp(torch.cat([none, scores], 1), 1)
        right = scores.masked_fill(~target.right, -1e4)
        answered = torch.where(target.right.any(1), torch.logsumexp(right, 1), none.squeeze(1))
        parts[2].append(whole - answered)
    return torch.stack([torch.cat(part).mean() for part in parts]).sum()
