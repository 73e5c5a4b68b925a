"""Fingerprints: a few of the sequences of four words of a text, chosen so that shared wording is sure to be noticed.

Winnowing (Schleimer, Wilkerson and Aiken, 2003): of every ``WINDOW`` sequences in a row the one with the smallest
number is kept. Two texts that share ``GRAM + WINDOW - 1`` words in a row keep at least one sequence in common, whatever
stands around it.
"""

from __future__ import annotations

import numpy as np

from onrecord.lineage.words import Ints, mixed

GRAM = 4
WINDOW = 4
PLACE_BITS = 20
LONGEST = 1 << PLACE_BITS  # words of one report that are looked at
_NONE = np.iinfo(np.uint64).max


def sequences(hashes: Ints) -> Ints:
    """A number for every sequence of ``GRAM`` words in a row, none for fewer words."""
    count = max(0, len(hashes) - GRAM + 1)
    words = hashes.view(np.uint64)
    grams = words[:count].copy()
    for ahead in range(1, GRAM):
        grams *= np.uint64(0xD6E8FEB86659FD93)
        grams += words[ahead : ahead + count]
    return mixed(grams)


def fingerprints(hashes: Ints, bounds: Ints, first_report: int) -> tuple[Ints, Ints]:
    """The fingerprints of a batch of reports.

    Args:
        hashes: their words, one report behind the other.
        bounds: the words of report ``i`` of the batch are ``bounds[i]:bounds[i + 1]``.
        first_report: the number of the first report.

    Returns:
        The numbers of the sequences, and their places: ``report << PLACE_BITS | word``, ascending.
    """
    count = len(hashes) - GRAM + 1
    empty = np.empty(0, np.int64)
    if count <= 0:
        return empty, empty
    grams = sequences(hashes).view(np.uint64)
    sizes = np.diff(bounds)
    owner = np.repeat(np.arange(len(sizes)), sizes)
    place = np.arange(len(hashes)) - bounds[owner]
    whole = (owner[:count] == owner[GRAM - 1 :]) & (place[:count] < LONGEST)
    grams[~whole] = _NONE
    # A window begins in the report and sees nothing of the next one, which is three words away or more.
    least = grams.copy()
    for ahead in range(1, min(WINDOW, count)):
        np.minimum(least[: count - ahead], grams[ahead:], out=least[: count - ahead])
    least[~whole] = _NONE
    chosen = np.zeros(count, bool)
    for behind in range(min(WINDOW, count)):
        chosen[behind:] |= grams[behind:] == least[: count - behind]
    chosen &= whole
    picked = np.flatnonzero(chosen)
    return grams[picked].view(np.int64), ((first_report + owner[picked]) << PLACE_BITS) | place[picked]
