"""The tag set of the attribution tagger, and the buckets that its linker measures distance in."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

ROLES = ("source", "cue", "content")
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
DISTANCE_BUCKETS = 21
PARAGRAPH_BUCKETS = 7


def distance_bucket(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Bucket of a signed distance in words: logarithmic, 10 either side of zero."""
    size = np.minimum(10, np.ceil(np.log2(np.abs(distance) + 1)).astype(np.int64))
    return np.asarray(np.sign(distance) * size + 10, dtype=np.int64)


def paragraph_bucket(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Bucket of a signed distance in paragraphs: up to three either side."""
    return np.asarray(np.clip(distance, -3, 3) + 3, dtype=np.int64)
