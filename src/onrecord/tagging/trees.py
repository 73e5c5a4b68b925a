"""The best dependency tree of a sentence, from the scores of its arcs.

Chu and Liu, "On the shortest arborescence of a directed graph" (1965), and Edmonds, "Optimum branchings" (1967). What
each word likes best is mostly a tree already, and then nothing else is done.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_NEVER = -1e9


def best_tree(arcs: Floats, root: Floats) -> Ints:
    """The head of each word, -1 for the one that is the root.

    Args:
        arcs: score of word ``j`` being the head of word ``i`` at ``[i, j]``, [n, n], n > 0; the diagonal is not read.
        root: score of each word being the root, [n].
    """
    scores = arcs.astype(np.float64)
    np.fill_diagonal(scores, _NEVER)
    best = scores.max(1)
    claims = np.flatnonzero(root > best)
    if not len(claims):
        claims = np.arange(len(root))
    top = int(claims[np.argmax(root[claims] - best[claims])])  # what it costs the others to be no root does not count
    scores[top] = _NEVER
    return _arborescence(scores, top)


def _arborescence(scores: NDArray[np.float64], top: int) -> Ints:
    """Heads of the best tree below ``top``. A call contracts one cycle: calls go no deeper than there are words."""
    heads = np.asarray(scores.argmax(1), dtype=np.int64)
    heads[top] = -1
    cycle = _cycle(heads.tolist())
    if cycle is None:
        return heads
    members = np.asarray(cycle, dtype=np.int64)
    rest = np.setdiff1d(np.arange(len(heads)), members)
    # Into the cycle: which member gives up its head, and at what cost. Out of it: which member is the head.
    into = scores[np.ix_(members, rest)] - scores[members, heads[members]][:, None]
    out = scores[np.ix_(rest, members)]
    entered, left = into.argmax(0), out.argmax(1)
    size = len(rest)
    smaller = np.full((size + 1, size + 1), _NEVER)
    smaller[:size, :size] = scores[np.ix_(rest, rest)]
    smaller[size, :size], smaller[:size, size] = into.max(0), out.max(1)
    found = _arborescence(smaller, int(np.searchsorted(rest, top)))
    within = found[:size]
    heads[rest] = np.where(within < 0, -1, np.where(within == size, members[left], rest[np.minimum(within, size - 1)]))
    heads[members[entered[found[size]]]] = rest[found[size]]
    return heads


def _cycle(heads: list[int]) -> list[int] | None:
    """The first cycle, by the numbers of its words, or None."""
    seen = [0] * len(heads)  # 0: not yet, otherwise the walk that came by
    for start in range(len(heads)):
        at = start
        while at >= 0 and not seen[at]:
            seen[at] = start + 1
            at = heads[at]
        if at >= 0 and seen[at] == start + 1:
            cycle, onward = [at], heads[at]
            while onward != at:
                cycle.append(onward)
                onward = heads[onward]
            return cycle
    return None
