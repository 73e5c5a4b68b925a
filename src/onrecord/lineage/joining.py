"""Fingerprints → pairs of places in two reports where the same four words stand.

The relational step. In SQL, over a table ``postings(hash, report, word)`` of 64-bit numbers, it is ``SQL`` below; here
numpy sorts and slices, which needs no database and is as fast (docs/lineage.md).

A fingerprint that many reports share is not left out, for that would lose what was printed most. Its reports are
compared with the first few that hold it instead of each with each, so that the cost stays linear: whoever printed a
story is joined to its earliest printings. ``report`` must therefore number reports by date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from onrecord.lineage.fingerprints import LONGEST, PLACE_BITS
from onrecord.lineage.words import Ints

EACH_WITH_EACH = 16
HUBS = 4

Join = Callable[[Iterable[Ints]], Iterator[tuple[Ints, Ints]]]
"""Fingerprints → pairs of places, in any order, for several parts: ``in_process``, or ``SQL`` in another engine.

It is given arrays of two columns, hash and place; equal hashes are in the same part. What it yields is what ``joined``
yields.
"""

SQL = f"""
WITH once AS (
    SELECT hash, report, min(word) AS word FROM postings GROUP BY hash, report
), ranked AS (
    SELECT hash, report, word,
        row_number() OVER (PARTITION BY hash ORDER BY report) AS place,
        count(*) OVER (PARTITION BY hash) AS reports
    FROM once
)
SELECT a.report AS a, b.report AS b, a.word AS a_word, b.word AS b_word
FROM ranked AS a JOIN ranked AS b ON a.hash = b.hash AND a.place < b.place
WHERE a.reports <= {EACH_WITH_EACH} OR a.place <= {HUBS}
"""


def renumbered(parts: Iterable[Ints], numbers: Ints) -> Iterator[Ints]:
    """Parts of fingerprints whose reports ``i`` are now number ``numbers[i]``."""
    for part in parts:
        part[:, 1] = (numbers[part[:, 1] >> PLACE_BITS] << PLACE_BITS) | (part[:, 1] & (LONGEST - 1))
        yield part


def in_process(parts: Iterable[Ints]) -> Iterator[tuple[Ints, Ints]]:
    """The join in numpy, a part at a time."""
    for part in parts:
        yield from joined(part[:, 0], part[:, 1])


def joined(hashes: Ints, places: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Pairs of places with the same fingerprint, of two reports each, the lower report first.

    Args:
        hashes: fingerprints; all that are alike must be here.
        places: their places, as ``fingerprints`` gives them.

    Yields:
        Two parallel arrays of places. A fingerprint that a report has more than once counts where it stands first.
    """
    # Most fingerprints are in one report only: leave them at once.
    order = np.argsort(hashes)
    hashes, places = hashes[order], places[order]
    shared = _repeated(hashes)
    hashes, places = hashes[shared], places[shared]
    order = np.lexsort((places, hashes))
    hashes, places = hashes[order], places[order]
    reports = places >> PLACE_BITS
    once = np.ones(len(hashes), bool)
    once[1:] = (hashes[1:] != hashes[:-1]) | (reports[1:] != reports[:-1])
    hashes, places = hashes[once], places[once]
    shared = _repeated(hashes)
    hashes, places = hashes[shared], places[shared]
    if not len(hashes):
        return
    first = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    sizes = np.diff(np.append(first, len(hashes)))
    size = np.repeat(sizes, sizes)
    place = np.arange(len(hashes)) - np.repeat(first, sizes)
    few = size <= EACH_WITH_EACH
    for ahead in range(1, EACH_WITH_EACH):
        low = np.flatnonzero(few & (place + ahead < size))
        if not len(low):
            break
        yield places[low], places[low + ahead]
    for hub in range(HUBS):
        high = np.flatnonzero(~few & (place > hub))
        if len(high):
            yield places[high - place[high] + hub], places[high]


def _repeated(hashes: Ints) -> NDArray[np.bool_]:
    """Which numbers of a sorted array are there more than once."""
    alike = hashes[1:] == hashes[:-1]
    repeated = np.zeros(len(hashes), bool)
    repeated[1:] |= alike
    repeated[:-1] |= alike
    return repeated
