"""How probable it is that a statement's source, cue and content belong together as shown.

A logistic regression over the log-odds of the probabilities of tagger and linker, and over what they do not see: that
nobody is named, how often the words of the cue are cues, how long the content is. Its weights were fitted on held-out
reports (PolNeAR dev) by ``training/attribution/calibrate.py``; the error of the calibration is in the model card.
"""

from __future__ import annotations

import json
import math
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_PARAMETERS = Path(__file__).with_name("confidence.json")


class Evidence(NamedTuple):
    """Probabilities from tagger and linker, and what else speaks for a statement.

    ``source`` and ``source_link`` are the probabilities of "none" where there is no source. ``named`` tells whether
    there is one, ``cue_share`` how often the cue's words are cues, ``words`` how many words the content has.
    """

    cue: float = 0.5
    content: float = 0.5
    source: float = 0.5
    link: float = 0.5
    source_link: float = 0.5
    cue_share: float = 0.5
    named: bool = True
    words: int = 10


def features(evidence: Evidence) -> list[float]:
    """Log-odds of each probability, clipped to ±6, then whether there is a source, and the logarithm of the words."""
    *probabilities, named, words = evidence
    odds = [max(-6.0, min(6.0, math.log((p + 1e-6) / (1 - p + 1e-6)))) for p in probabilities]
    return [*odds, float(named), math.log1p(words)]


def confidence(evidence: Evidence, layout: bool = False) -> float:
    """Probability in [0, 1], rounded to three digits."""
    parameters = _parameters()
    if layout:
        return float(parameters["layout"])
    total = parameters["bias"] + sum(w * x for w, x in zip(parameters["weights"], features(evidence), strict=True))
    return round(1 / (1 + math.exp(-total)), 3)


@lru_cache(maxsize=1)
def _parameters() -> dict:  # type: ignore[type-arg]
    return dict(json.loads(_PARAMETERS.read_text(encoding="utf-8")))
