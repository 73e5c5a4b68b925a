"""How often the words of a cue are cues: counts over the training reports, one word form a line.

``cue_shares.tsv`` is written by ``training/attribution/cue_shares.py``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

_TABLE = Path(__file__).with_suffix(".tsv")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_RARE = 0.05  # of a word that is not in the table: it was a cue once at most
_PRIOR, _WEIGHT = 0.15, 3  # what an unseen word is taken for, and how many sightings that is worth
_NO_WORDS = 0.5  # a colon or a dash


def cue_share(cue: str) -> float:
    """The share in (0, 1) of the word in ``cue`` that is a cue most often, where it stands at all."""
    shares = _shares()
    return max((shares.get(word.lower(), _RARE) for word in _WORD.findall(cue)), default=_NO_WORDS)


@lru_cache(maxsize=1)
def _shares() -> dict[str, float]:
    rows = (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines()[1:])
    return {word: (int(cues) + _PRIOR * _WEIGHT) / (int(seen) + _WEIGHT) for word, cues, seen in rows}
