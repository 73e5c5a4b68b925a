"""The words of many texts at once, as numbers: what reuse is looked for in.

A word is a run of letters and digits; a letter of a script that writes no spaces between words (Han, kana) is one by
itself. Case, accents and the form of an apostrophe make no difference, punctuation is left out, soft hyphens and
combining marks stay in their word. Numbers are a polynomial over the folded letters, modulo 2⁶⁴, then mixed: the same
in every process and on every machine, which Python's own ``hash`` is not.

Everything is done by numpy over the characters of a whole batch; a word costs no Python object.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Ranges = Sequence[tuple[int, int]]

_TABLE = 0x20000  # characters beyond are rare Han letters, and taken for such
_BREAK, _LETTER, _JOINED, _ALONE = 0, 1, 2, 3  # the last two in this order, see _edges
_RARE = 0x4E00  # one of them
_BASE = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True)
class WordTable:
    """The words of a batch of texts.

    Args:
        hashes: one for each word, equal for equal words.
        starts, ends: where each word stands in its text, in Unicode code points, half-open.
        bounds: the words of text ``i`` are ``bounds[i]:bounds[i + 1]``.
    """

    hashes: Ints
    starts: Ints
    ends: Ints
    bounds: Ints

    def words_of(self, text: int) -> slice:
        """Where the words of a text are."""
        return slice(int(self.bounds[text]), int(self.bounds[text + 1]))


def word_table(texts: Sequence[str], left_out: Sequence[Ranges] | None = None) -> WordTable:
    """The words of ``texts``, without those that touch a range of ``left_out`` (one list of ranges for each text)."""
    kinds, values = _tables()
    offsets = np.zeros(len(texts) + 1, np.int64)
    np.cumsum([len(text) + 1 for text in texts], out=offsets[1:])
    joined = "\n".join([*texts, ""])
    codes = _codes(joined)
    kind, spelt = kinds[codes], values[codes]
    if left_out is not None:
        for offset, ranges in zip(offsets.tolist(), left_out, strict=False):
            for low, high in ranges:
                kind[offset + low : offset + high] = _BREAK
                spelt[offset + low : offset + high] = 0
    kept = None
    if len(kind) and kind.max() > _LETTER and (kind == _JOINED).any():
        kept = np.flatnonzero(kind != _JOINED)
        kind, spelt = kind[kept], spelt[kept]
    opens, closes = _edges(kind)
    starts = np.flatnonzero(opens)
    ends = np.flatnonzero(closes) + 1
    if not len(starts):
        return WordTable(starts, starts, starts, np.zeros(len(texts) + 1, np.int64))
    # The power of a letter's place in its word is that of its place in the batch, divided by that of the word's start.
    powers, inverse = _powers(1 << max(18, len(spelt).bit_length()))
    spelt *= powers[: len(spelt)]
    hashes = mixed(np.add.reduceat(spelt, starts) * inverse[starts])
    if kept is not None:
        starts, ends = kept[starts], np.append(kept, len(joined))[ends]
    bounds = np.searchsorted(starts, offsets)
    shift = np.repeat(offsets[:-1], np.diff(bounds))
    return WordTable(hashes, starts - shift, ends - shift, bounds)


def _codes(text: str) -> NDArray[np.uint16] | NDArray[np.uint32]:
    """The code points of a text, rare ones as one that is like them."""
    short = text.encode("utf-16-le", "surrogatepass")
    if len(short) == 2 * len(text):
        return np.frombuffer(short, "<u2")
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    return np.where(codes < _TABLE, codes, np.uint32(_RARE))


def _edges(kind: NDArray[np.uint8]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which characters are the first of a word, and which the last."""
    lettered = kind != _BREAK
    opens, closes = lettered.copy(), lettered.copy()
    np.greater(lettered[1:], lettered[:-1], out=opens[1:])
    np.greater(lettered[:-1], lettered[1:], out=closes[:-1])
    if len(kind) and kind.max() == _ALONE:
        alone = kind == _ALONE
        opens |= alone
        closes |= alone
        opens[1:] |= lettered[1:] & alone[:-1]
        closes[:-1] |= lettered[:-1] & alone[1:]
    return opens, closes


def mixed(values: NDArray[np.uint64]) -> Ints:
    """Numbers in which every bit depends on every bit of ``values`` (the last steps of SplitMix64), as int64."""
    values = values ^ (values >> np.uint64(30))
    values = values * np.uint64(0xBF58476D1CE4E5B9)
    values = values ^ (values >> np.uint64(27))
    values = values * np.uint64(0x94D049BB133111EB)
    return (values ^ (values >> np.uint64(31))).view(np.int64)


@cache
def _powers(count: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The first powers of ``_BASE``, and what undoes a multiplication with each."""
    return _products(_BASE, count), _products(pow(_BASE, -1, 2**64), count)


def _products(base: int, count: int) -> NDArray[np.uint64]:
    factors = np.full(count, base, np.uint64)
    factors[0] = 1
    return np.multiply.accumulate(factors)


@cache
def _tables() -> tuple[NDArray[np.uint8], NDArray[np.uint64]]:
    """What each character is, and the letter that it counts as; 0 for what is no letter."""
    kinds = np.zeros(_TABLE, np.uint8)
    values = np.zeros(_TABLE, np.uint64)
    for code in range(_TABLE):
        character = chr(code)
        category = unicodedata.category(character)
        if category in ("Mn", "Me", "Cf"):
            kinds[code] = _JOINED
        elif category[0] in "LN" or category == "Mc":
            kinds[code] = _ALONE if _writes_no_spaces(code) else _LETTER
            plain = code < 0x80 and not character.isupper()
            values[code] = code if plain else ord(unicodedata.normalize("NFKD", character)[0].casefold()[0])
    return kinds, values


def _writes_no_spaces(code: int) -> bool:
    return 0x3040 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF
