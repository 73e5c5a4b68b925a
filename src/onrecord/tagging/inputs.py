"""What the network is given: word pieces and features of the words of a window."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.tagging.windows import Window
from onrecord.tagging.words import Words

Ints = NDArray[np.int64]

MOST_PIECES = 16  # of one word: a longer one is cut, never its span
_ENCODED_AT_ONCE = 4096  # words given to the tokenizer in one call
_SURROGATE = re.compile("[\ud800-\udfff]")


def word_pieces(words: Words, tokenizer: Tokenizer) -> Iterator[list[int]]:
    """The numbers of the pieces of each word, one at least."""
    unknown = int(tokenizer.token_to_id("[UNK]") or 0)
    for at in range(0, len(words), _ENCODED_AT_ONCE):
        # A lone surrogate can't leave Python; to the tokenizer it is a character that it does not know.
        texts = [_SURROGATE.sub("\ufffd", text[:100]) for text in words.texts[at : at + _ENCODED_AT_ONCE]]
        encoding = tokenizer.encode(texts, is_pretokenized=True, add_special_tokens=False)
        grouped: list[list[int]] = [[] for _ in texts]
        for word, piece in zip(encoding.word_ids, encoding.ids, strict=True):
            if word is not None and len(grouped[word]) < MOST_PIECES:
                grouped[word].append(piece)
        for group in grouped:
            yield group or [unknown]


def window_inputs(words: Words, pieces: list[list[int]], window: Window) -> tuple[Ints, Ints, Ints, Ints]:
    """Pieces [1,T], features [1,T,3], and the places of the first and last piece of each word [1,N], of one window."""
    shown = slice(window.start, window.end)
    inside = pieces[shown]
    sizes = np.array([len(p) for p in inside], dtype=np.int64)
    ends = np.cumsum(sizes)
    ids = np.array([piece for word in inside for piece in word], dtype=np.int64)
    seen = np.stack([np.asarray(x[shown], dtype=np.int64) for x in (words.shapes, words.breaks, words.quotes)], 1)
    features = np.repeat(seen, sizes, axis=0)
    return ids[None], features[None], (ends - sizes)[None], (ends - 1)[None]
