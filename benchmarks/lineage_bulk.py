"""The reports of ``lineage_corpus`` in bulk: the same language and derivations, drawn by numpy, some 50 times as fast.

A sentence is one of many thousand frames that the language of ``lineage_corpus`` makes (its function words and stock
phrases, with gaps for nouns, verbs, adjectives and names), filled with words drawn afresh by their frequencies. What
words a report has from another is not noted, so that this measures cost, and ``lineage_corpus`` how well.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import numpy as np
from lineage_corpus import CLASSES, Language
from numpy.typing import NDArray

Words = NDArray[np.int32]
Paragraphs = list[Words]

_FRAMES = 20_000
_TOGETHER = 1000  # reports; half of them derived from the other half
_PARTS = ("noun", "verb", "adjective", "name")


class _Frames(Language):
    """The language, with gaps where its words would be."""

    def word(self, part: str) -> str:
        return f"{{{part}}}"


class Bulk:
    """Endless reports, the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._draw = np.random.default_rng(seed)
        frames = _Frames(random.Random(seed))
        vocabulary: list[str] = []
        self._gaps = []
        for part in _PARTS:
            words, weights = frames._parts[part]
            self._gaps.append((len(vocabulary), np.array(weights) / weights[-1]))
            vocabulary += words
        numbers: dict[str, int] = {}
        tokens: list[int] = []
        bounds = [0]
        for _ in range(_FRAMES):
            for token in f"{frames.sentence()}".split():
                gap = next((place for place, part in enumerate(_PARTS) if f"{{{part}}}" in token.lower()), None)
                if gap is None:
                    number = numbers.setdefault(token, len(vocabulary) + len(numbers))
                    tokens.append(number)
                else:
                    tokens.append(-1 - gap)
            bounds.append(len(tokens))
        self._vocabulary = np.array([*vocabulary, *numbers], object)
        self._tokens, self._bounds = np.array(tokens, np.int32), np.array(bounds)

    def texts(self, size: int) -> Iterator[list[str]]:
        """``size`` reports, some hundred at a time."""
        left = size
        while left > 0:
            reports = self._several()[:left]
            yield [self._text(report) for report in reports]
            left -= len(reports)

    def _several(self) -> list[Paragraphs]:
        originals = self._originals(_TOGETHER)
        spare = iter(originals[_TOGETHER // 2 :])
        reports = originals[: _TOGETHER // 2]
        return reports + [
            self._derived(CLASSES[number % len(CLASSES)], reports, own) for number, own in enumerate(spare)
        ]

    def _originals(self, count: int) -> list[Paragraphs]:
        """A headline and 6 to 14 paragraphs of one to three sentences each."""
        draw = self._draw
        paragraphs = draw.integers(7, 16, count)
        sentences = np.array([1, 2, 2, 3])[draw.integers(0, 4, int(paragraphs.sum()))]
        frames = draw.integers(0, _FRAMES, int(sentences.sum()))
        low, high = self._bounds[frames], self._bounds[frames + 1]
        sizes = high - low
        starts = np.cumsum(sizes) - sizes
        words = self._tokens[np.repeat(low - starts, sizes) + np.arange(int(sizes.sum()))]
        for gap, (first, weights) in enumerate(self._gaps):
            there = np.flatnonzero(words == -1 - gap)
            words[there] = first + np.searchsorted(weights, draw.random(len(there)), side="right")
        ends = np.append(starts, len(words))[np.append(0, np.cumsum(sentences))]
        cuts = np.append(0, np.cumsum(paragraphs)).tolist()
        pieces = [words[ends[at] : ends[at + 1]] for at in range(len(ends) - 1)]
        reports = [pieces[cuts[at] : cuts[at + 1]] for at in range(count)]
        for report in reports:
            report[0] = report[0][:9]
        return reports

    def _derived(self, kind: str, reports: list[Paragraphs], own: Paragraphs) -> Paragraphs:
        draw = self._draw
        body = reports[int(draw.integers(len(reports)))]
        where = int(draw.integers(1, len(own)))
        if kind == "truncated":
            return body[: max(3, int(len(body) * draw.uniform(0.3, 0.8)))]
        if kind == "paragraphs cut":
            return [own[0], *([each for each in body[1:] if draw.random() < 0.6] or body[1:3])]
        if kind == "brief":
            at = int(draw.integers(1, len(body) - 2))
            return [*own[:where], *body[at : at + 3], *own[where:]]
        if kind == "one quotation":
            return [*own[:where], max(body, key=len), *own[where:]]
        if kind in ("10 % edited", "25 % edited"):
            return [self._edited(each, int(kind[:2]) / 100) for each in body]
        if kind == "merge of two":
            other = reports[int(draw.integers(len(reports)))]
            return [*body[: len(body) // 2 + 1], *other[len(other) // 2 :]]
        return [own[0], *body[: len(body) * 3 // 4], own[-1]]

    def _edited(self, words: Words, share: float) -> Words:
        """A third of the edits put a word in, a third take one out, a third put one in another's place."""
        draw = self._draw
        edits = np.where(draw.random(len(words)) < share, draw.integers(0, 3, len(words)), -1)
        new = draw.integers(0, 18_000, len(words)).astype(np.int32)
        words = np.where(edits == 2, new, words)
        words = np.insert(words, np.flatnonzero(edits == 0), new[edits == 0])
        kept = np.ones(len(words), bool)
        kept[np.flatnonzero(edits == 1)] = False
        return words[kept]

    def _text(self, report: Paragraphs) -> str:
        whole = self._vocabulary[np.concatenate(report)].tolist()
        lines, at = [], 0
        for paragraph in report:
            lines.append(" ".join(whole[at : at + len(paragraph)]))
            at += len(paragraph)
        return "\n\n".join(lines) + "\n"
