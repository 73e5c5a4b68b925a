"""Examples cut into windows of word pieces and padded into batches."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.tagging.windows import WINDOW
from training.attribution.data import Example

MOST_PIECES = 16  # of one word


@dataclass(frozen=True)
class Encoded:
    example: Example
    pieces: list[list[int]]
    paragraphs: list[int]


def encode(example: Example, tokenizer: Tokenizer) -> Encoded:
    words = example.words
    encoding = tokenizer.encode(list(words.texts), is_pretokenized=True, add_special_tokens=False)
    pieces: list[list[int]] = [[] for _ in range(len(words))]
    for word, piece in zip(encoding.word_ids, encoding.ids, strict=True):
        if len(pieces[word]) < MOST_PIECES:
            pieces[word].append(piece)
    unknown = tokenizer.token_to_id("[UNK]")
    paragraphs, at = [], 0
    for gap in words.breaks:
        at += gap >= 2
        paragraphs.append(at)
    return Encoded(example, [p or [unknown] for p in pieces], paragraphs)


def cuts(encoded: Encoded, rng: random.Random) -> Iterator[tuple[Encoded, int, int]]:
    """Windows that do not overlap; the first has a random size, so that seams fall elsewhere each epoch."""
    start, room = 0, rng.randint(WINDOW // 4, WINDOW)
    while start < len(encoded.pieces):
        end, used = start, 0
        while end < len(encoded.pieces) and used + len(encoded.pieces[end]) <= room:
            used += len(encoded.pieces[end])
            end += 1
        if end == start:
            end = start + 1
        yield encoded, start, end
        start, room = end, WINDOW


@dataclass
class Batch:
    pieces: Tensor
    features: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    labels: Tensor
    word_mask: Tensor
    content_links: list[tuple[int, list[int], list[int], list[int]]]  # row, cues, words, index of the cue of each
    source_links: list[tuple[int, list[int], list[int], list[int]]]  # row, sources, cues, index of the source of each
    paragraphs: list[np.ndarray]


def collate(items: list[tuple[Encoded, int, int]]) -> Batch:
    sizes = [(sum(map(len, e.pieces[a:b])), b - a) for e, a, b in items]
    length, count = max(s for s, _ in sizes), max(n for _, n in sizes)
    batch = len(items)
    pieces, features = torch.zeros(batch, length, dtype=torch.long), torch.zeros(batch, length, 3, dtype=torch.long)
    mask = torch.zeros(batch, length, dtype=torch.long)
    first, last = torch.zeros(batch, count, dtype=torch.long), torch.zeros(batch, count, dtype=torch.long)
    labels, word_mask = torch.zeros(batch, count, dtype=torch.long), torch.zeros(batch, count, dtype=torch.bool)
    contents, sources, paragraphs = [], [], []
    for row, (encoded, a, b) in enumerate(items):
        words, at = encoded.example.words, 0
        for n, word in enumerate(range(a, b)):
            ids = encoded.pieces[word]
            pieces[row, at : at + len(ids)] = torch.tensor(ids)
            features[row, at : at + len(ids)] = torch.tensor(
                [words.shapes[word], words.breaks[word], words.quotes[word]]
            )
            first[row, n], last[row, n] = at, at + len(ids) - 1
            at += len(ids)
        mask[row, :at] = 1
        part = encoded.example.labels[a:b]
        labels[row, : b - a] = torch.tensor(part)
        word_mask[row, : b - a] = True
        contents.append((row, *_content_links(encoded, a, b)))
        sources.append((row, *_source_links(encoded, a, b)))
        paragraphs.append(np.asarray(encoded.paragraphs[a:b]))
    return Batch(pieces, features, mask, first, last, labels, word_mask, contents, sources, paragraphs)


def _content_links(encoded: Encoded, a: int, b: int) -> tuple[list[int], list[int], list[int]]:
    """Cues of the window, content words, and for each content word the index of its cue plus one, or 0 for none here."""
    cues = [x["cue"][0][0] - a if x["cue"] and a <= x["cue"][0][0] < b else -1 for x in encoded.example.attributions]
    here = [c for c in cues if c >= 0]
    place = {c: i + 1 for i, c in enumerate(here)}
    words, targets = [], []
    for cue, attribution in zip(cues, encoded.example.attributions, strict=True):
        for low, high in attribution["content"]:
            for word in range(max(low, a), min(high, b)):
                words.append(word - a)
                targets.append(place.get(cue, 0))
    return here, words, targets


def _source_links(encoded: Encoded, a: int, b: int) -> tuple[list[int], list[int], list[int]]:
    """Sources of the window, cues, and for each cue the index of its source plus one, or 0 for none here."""
    here = sorted(
        {x["source"][0][0] - a for x in encoded.example.attributions if x["source"] and a <= x["source"][0][0] < b}
    )
    place = {s: i + 1 for i, s in enumerate(here)}
    cues, targets = [], []
    for attribution in encoded.example.attributions:
        if attribution["cue"] and a <= attribution["cue"][0][0] < b:
            cues.append(attribution["cue"][0][0] - a)
            targets.append(place.get(attribution["source"][0][0] - a, 0) if attribution["source"] else 0)
    return here, cues, targets
