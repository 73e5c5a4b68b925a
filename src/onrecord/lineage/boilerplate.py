"""Passages that reports share without sharing a story: what an outlet prints under everything.

Two things tell it from a story that was printed widely: it makes up no report by itself, and it keeps to the edges of
reports that have nothing else in common, or to one outlet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from onrecord.lineage.chaining import LEAST_MORE, LEAST_SAME, Stretches
from onrecord.lineage.groups import Groups
from onrecord.lineage.words import Ints

_THIN = 0.35  # of the shorter report; a pair that shares more shares a story
_WHOLE = 0.5  # of a report; what makes up more of one is its story
_ALIKE = 0.6  # of the longer of two passages, for them to be one
_REPORTS = 4
_AT_EDGE = 0.12  # of a report's words, from either end
_EDGE_WORDS = 8
_SLACK = 3  # words by which a passage may go beyond it
_MOSTLY = 0.75

_SITE = re.compile(
    r"\b(?:subscri(?:be|ption)|newsletters?|sign up|log ?in|all rights reserved|copyright|terms of (?:use|service)|"
    r"privacy policy|cookies?|click here|follow us|read more|share on|advertis\w+|unsubscribe|your inbox|"
    r"breaking news alerts|republish\w*|redistribut\w+|rewritten|editor(?:s|ial)? (?:desk|team|can be reached)|"
    r"contact us|download (?:the|our) app|support (?:us|our)|donat(?:e|ion)s?|comments? (?:are|section|policy)|"
    r"is an? (?:independent|daily|weekly|online|news)\b|the views expressed|do not necessarily reflect|"
    r"contributed to this report|reporting by|editing by|for more information|visit our (?:website|site))",
    re.IGNORECASE,
)


def site_words(text: str) -> int:
    """How many different things a passage says that sites say of themselves."""
    return len({match[0].casefold() for match in _SITE.finditer(text)})


def without_boilerplate(found: Stretches, sizes: Ints, outlets: Sequence[str | None]) -> Stretches:
    """The passages that are no boilerplate, of pairs that still share enough.

    Args:
        found: passages, by pair.
        sizes: words of each report.
        outlets: who published each, where that is known.
    """
    if not len(found):
        return found
    is_first = np.concatenate(([True], (found.a[1:] != found.a[:-1]) | (found.b[1:] != found.b[:-1])))
    first = np.flatnonzero(is_first)
    pair = np.cumsum(is_first) - 1
    shared = np.add.reduceat(found.same, first)[pair]
    thin = shared < _THIN * np.minimum(sizes[found.a], sizes[found.b])
    dropped = _recurring(found, np.flatnonzero(thin), sizes, outlets)
    if not dropped.any():
        return found
    # Copies that carry the same furniture share it besides their story.
    kept = _trimmed(found, dropped).only(~dropped)
    pairs = kept.a * (int(kept.b.max()) + 1 if len(kept) else 1) + kept.b
    return kept.only(np.isin(pairs, pairs[kept.same >= LEAST_SAME]))


def _recurring(found: Stretches, thin: Ints, sizes: Ints, outlets: Sequence[str | None]) -> NDArray[np.bool_]:
    """Which of the passages of pairs that share little recur as boilerplate does."""
    dropped = np.zeros(len(found), bool)
    if not len(thin):
        return dropped
    sides = [
        (report, start, end, place)
        for place, *both in zip(
            thin.tolist(),
            *(getattr(found, name)[thin].tolist() for name in ("a", "a_start", "a_end", "b", "b_start", "b_end")),
            strict=True,
        )
        for report, start, end in (both[:3], both[3:])
    ]
    sides.sort()
    alike: Groups[int] = Groups()
    for at, (report, start, end, place) in enumerate(sides):
        for later in sides[at + 1 : at + 9]:
            if later[0] != report or later[1] >= end:
                break
            if min(end, later[2]) - later[1] >= _ALIKE * max(end - start, later[2] - later[1]):
                alike.link(place, later[3])
    groups: defaultdict[int, list[tuple[int, int, int, int]]] = defaultdict(list)
    for side in sides:
        groups[alike.of(side[3])].append(side)
    fat = np.ones(len(found), bool)
    fat[thin] = False
    stories = Groups(zip(found.a[fat].tolist(), found.b[fat].tolist(), strict=True))
    for group in groups.values():
        if _is_boilerplate(group, stories, sizes, outlets):
            dropped[list({side[3] for side in group})] = True
    return dropped


def _is_boilerplate(
    group: list[tuple[int, int, int, int]], stories: Groups[int], sizes: Ints, outlets: Sequence[str | None]
) -> bool:
    """Whether a passage, given by all its places, is boilerplate. Copies of one story count once."""
    places = {stories.of(report): (report, start, end) for report, start, end, _ in group}
    if len(places) < _REPORTS:
        return False
    if any(end - start > _WHOLE * int(sizes[report]) for report, start, end, _ in group):
        return False
    if len({outlets[report] for report, _, _ in places.values()}) == 1 and outlets[group[0][0]] is not None:
        return True
    at_edge = 0
    for report, start, end in places.values():
        size = int(sizes[report])
        edge = max(_EDGE_WORDS, _AT_EDGE * size)
        at_edge += start <= edge or end >= size - edge
    return at_edge >= _MOSTLY * len(places)


def _trimmed(found: Stretches, dropped: NDArray[np.bool_]) -> Stretches:
    """The passages without the boilerplate at their ends; ``dropped`` gets those of which nothing else is left."""
    where: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
    for place in np.flatnonzero(dropped).tolist():
        where[int(found.a[place])].add((int(found.a_start[place]), int(found.a_end[place])))
        where[int(found.b[place])].add((int(found.b_start[place]), int(found.b_end[place])))
    asked = np.isin(found.a, list(where)) & np.isin(found.b, list(where)) & ~dropped
    columns = {name: getattr(found, name).copy() for name in ("a_start", "a_end", "b_start", "b_end", "same")}
    for place in np.flatnonzero(asked).tolist():
        low, high = int(found.a_start[place]), int(found.a_end[place])
        start, end = low, high
        for first, last in sorted(where[int(found.a[place])]):
            if first <= start + _SLACK < last:
                start = min(last, end)
        for first, last in sorted(where[int(found.a[place])], reverse=True):
            if first < end - _SLACK <= last:
                end = max(first, start)
        cut = start - low + high - end
        columns["a_start"][place], columns["a_end"][place] = start, end
        columns["b_start"][place] += start - low
        columns["b_end"][place] -= high - end
        columns["same"][place] -= cut
        dropped[place] = columns["same"][place] < LEAST_MORE or columns["b_start"][place] >= columns["b_end"][place]
    return replace(found, **columns)
