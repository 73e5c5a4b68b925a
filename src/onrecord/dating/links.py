"""Which reports of a pile tell of the same, and what the date of one says of the date of the other.

A link says: with these probabilities the two are of the same day, of the same weeks, name the same day – else of any
day. The shares below are by judgement, within what 840 dated reports show (``docs/dating.md``).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.dating import axis
from onrecord.dating.axis import Belief
from onrecord.dating.outlines import NamedDay
from onrecord.dating.sightings import Sighting
from onrecord.domain import Span

_ANY_DAY = 12_000.0
"""Days that a report of unknown date may be of: what a coincidence of two days is measured against."""

_FREQUENT = 40  # what stands in more reports than these brings no two of them together
_COPY, _EDITED = 0.3, 0.1  # share of the shorter report's passages that the other has
_LIKENESS = (0.1, 0.18, 0.25)  # of the words of two reports (cosine, rare words weigh more): each is a level
_REACHES = (7, 21, 45, 90, 180, 400, 800, 1500)  # days
_NEAR = (
    # Shares for each reach, by level: how many marks of likeness two reports have.
    (0.01, 0.02, 0.03, 0.04, 0.05, 0.07, 0.07, 0.06),
    (0.03, 0.04, 0.06, 0.08, 0.08, 0.09, 0.07, 0.05),
    (0.06, 0.08, 0.10, 0.12, 0.10, 0.09, 0.06, 0.04),
    (0.08, 0.11, 0.14, 0.15, 0.11, 0.08, 0.05, 0.03),
)
_MOST_SAME, _LEAST_SAME = 0.6, 0.03  # probability that two named days are one
_LIKE, _SELDOM = 20, 0.05  # the size of pile that the shares were measured in; how many of its reports have a rare word
_PAIRS = 3  # of named days of two reports


@dataclass(frozen=True, slots=True)
class SameDay:
    """A day that both name, and the probability that it is the same one."""

    share: float
    here: NamedDay
    there: NamedDay


@dataclass(frozen=True, slots=True)
class Link:
    """What ties report number ``one`` to report number ``other``.

    Args:
        nearness: (share, days): with that probability the two are not more than so many days apart.
        same: days that both name.
        kind: ``copy``, ``passage``, ``day`` or ``matter``: the strongest tie, for the reason.
    """

    one: int
    other: int
    nearness: tuple[tuple[float, int], ...]
    same: tuple[SameDay, ...]
    kind: str

    @property
    def level(self) -> int:
        """How many marks of likeness the two have; 0 for copies and for reports that only name one day."""
        return _NEAR.index(tuple(share for share, _ in self.nearness)) + 1 if self._by_level else 0

    @property
    def _by_level(self) -> bool:
        return tuple(reach for _, reach in self.nearness) == _REACHES

    @property
    def strength(self) -> float:
        """How much it tells: the strongest links of a pile are used first."""
        near = sum(share * math.log(_ANY_DAY / (2 * reach + 1)) for share, reach in self.nearness)
        return near + sum(each.share * math.log(_ANY_DAY) for each in self.same)

    def message(self, belief: Belief, backwards: bool = False) -> Belief:
        """What a belief (as probabilities) about ``one`` says of ``other``, as the logarithm of a likelihood.

        With ``backwards``, what a belief about ``other`` says of ``one``.
        """
        rest = max(1 - sum(share for share, _ in self.nearness) - sum(each.share for each in self.same), 0.05)
        said = np.full(axis.SIZE, rest)
        for share, reach in self.nearness:
            said += share * _ANY_DAY * _spread(belief, reach)
        for each in self.same:
            known, sought = (each.there, each.here) if backwards else (each.here, each.there)
            named = np.zeros(axis.SIZE)
            for part, places in known.places:
                named += part * np.bincount(places, weights=belief, minlength=axis.SIZE)
            for part, places in sought.places:
                said += each.share * _ANY_DAY * part * named[places]
        message: Belief = np.log(said)
        return message


def links(sightings: Sequence[Sighting], joint: bool = True) -> Iterator[Link]:
    """The links between reports that have something in common that few have, of pairs in which one may be dated by it.

    Args:
        sightings: the pile.
        joint: whether undated reports date each other; otherwise dated ones date undated ones, and nothing else.
    """
    settled = [each.settled for each in sightings]
    if not (joint or any(settled)):
        return
    of_words, of_passages = _of_words(sightings), _of_passages(sightings)
    weights = _weights(of_words, len(sightings))
    shared: Counter[tuple[int, int]] = Counter()
    for holders in of_passages.values():
        shared.update(_pairs(holders, settled, joint))
    alike: dict[tuple[int, int], float] = defaultdict(float)
    for word, holders in of_words.items():
        for pair in _pairs(holders, settled, joint):
            alike[pair] += weights[word]
    whole = [sum(weights.get(word, weights[""]) for word in sorted(each.words)) or 1.0 for each in sightings]
    for pair in sorted(alike.keys() | shared.keys()):
        one, other = (sightings[number] for number in pair)
        likeness = alike.get(pair, 0.0) / math.sqrt(whole[pair[0]] * whole[pair[1]])
        held = shared[pair] / max(1, min(len(one.passages), len(other.passages)))
        near, kind = _nearness(held, shared[pair], likeness)
        same = tuple(_same_days(one, other, weights))
        if same and held < _COPY and 2 * sum(each.share for each in same) > sum(share for share, _ in near):
            kind = "day"
        if kind:
            yield Link(*pair, near, same, kind)


def _nearness(held: float, passages: int, likeness: float) -> tuple[tuple[tuple[float, int], ...], str]:
    """How near in time two reports are, by what they share: (share, days) …, and the name of the tie."""
    if held >= _COPY:
        return ((0.45, 0), (0.3, 1), (0.1, 7)), "copy"
    if held >= _EDITED:
        return ((0.1, 1), (0.15, 14), (0.25, 60), (0.2, 400)), "passage"
    level = sum(likeness >= least for least in _LIKENESS) + bool(passages)
    if not level:
        return (), ""
    return tuple(zip(_NEAR[level - 1], _REACHES, strict=True)), "passage" if passages else "matter"


def _same_days(here: Sighting, there: Sighting, weights: Mapping[str, float]) -> list[SameDay]:
    """Pairs of named days, most alike first, each day of a report once."""
    pairs = []
    for first in here.named:
        for second in there.named:
            if first.weekday and second.weekday and first.weekday != second.weekday:
                continue
            common = first.words & second.words
            if len(common) < 3:
                continue
            titled = len(common & here.title) + len(common & there.title)
            share = 0.03 * sum(weights.get(word, 0.0) for word in sorted(common)) * (1 + 0.5 * titled)
            # Two weekdays of one name are more often one day than a weekday and a date that would fit it.
            share = min(share if first.weekday and first.weekday == second.weekday else share / 2, _MOST_SAME)
            if share >= _LEAST_SAME:
                pairs.append((-round(share, 4), first.span.start, second.span.start, SameDay(share, first, second)))
    chosen: list[SameDay] = []
    for *_, pair in sorted(pairs, key=lambda item: item[:3]):
        if len(chosen) < _PAIRS and all(pair.here != each.here and pair.there != each.there for each in chosen):
            chosen.append(pair)
    total = sum(each.share for each in chosen)
    return [SameDay(each.share * min(1.0, _MOST_SAME / total), each.here, each.there) for each in chosen]


def _weights(of_words: Mapping[str, Sequence[int]], reports: int) -> dict[str, float]:
    """How telling each word is: the logarithm of how few of the reports have it; "" is a word that one alone has.

    A small pile can't tell which words are rare: it is filled up to ``_LIKE`` reports that seldom have any one of them.
    """
    missing = max(0, _LIKE - reports)
    whole, others = math.log(reports + missing + 1), _SELDOM * missing
    found = {word: whole - math.log(len(holders) + others) for word, holders in of_words.items()}
    found[""] = whole - math.log(1 + others)
    return found


def frequencies(sightings: Sequence[Sighting]) -> Counter[str]:
    """How many reports have each word."""
    return Counter(word for sighting in sightings for word in sighting.words)


def shown(link: Link, sightings: Sequence[Sighting], held: Mapping[str, int]) -> tuple[Span, Span]:
    """The words that show a link, in the one report and in the other; ``held`` are the ``frequencies`` of the pile."""
    here, there = sightings[link.one], sightings[link.other]
    if link.kind == "day":
        return link.same[0].here.span, link.same[0].there.span
    (one, first), (other, second) = here.load(), there.load()
    at, where = first.where_passages(), second.where_passages()
    if common := at.keys() & where.keys():
        place = min(common, key=lambda key: at[key])
        return Span.of(one.text, *at[place]), Span.of(other.text, *where[place])
    stems, others = first.where_words(), second.where_words()
    word = min(stems.keys() & others.keys(), key=lambda each: (held[each], -len(each), each))
    return Span.of(one.text, *stems[word]), Span.of(other.text, *others[word])


def _of_words(sightings: Sequence[Sighting]) -> dict[str, list[int]]:
    """Who holds each word, of those that not too many and more than one hold."""
    held = frequencies(sightings)
    index: dict[str, list[int]] = defaultdict(list)
    for number, sighting in enumerate(sightings):
        for word in sighting.words:
            if 1 < held[word] <= _FREQUENT:
                index[word].append(number)
    return dict(index)


def _of_passages(sightings: Sequence[Sighting]) -> dict[int, list[int]]:
    """Who holds each passage, of those that not too many and more than one hold.

    Sorted, for most are in one report only, and a list for each of these would take more room than the reports.
    """
    if not sightings:
        return {}
    keys = np.concatenate([each.passages for each in sightings])
    holders = np.repeat(np.arange(len(sightings)), [len(each.passages) for each in sightings])
    order = np.argsort(keys, kind="stable")
    keys, holders = keys[order], holders[order]
    first = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])) if len(keys) else np.empty(0, np.int64)
    sizes = np.diff(np.append(first, len(keys)))
    some = (sizes > 1) & (sizes <= _FREQUENT)
    return {
        int(keys[low]): holders[low : low + size].tolist()
        for low, size in zip(first[some].tolist(), sizes[some].tolist(), strict=True)
    }


def _pairs(holders: Sequence[int], settled: Sequence[bool], joint: bool) -> Iterator[tuple[int, int]]:
    """Pairs of which at least one is undated and, but for ``joint``, the other one dated."""
    for place, one in enumerate(holders):
        for other in holders[place + 1 :]:
            if settled[one] != settled[other] or (joint and not settled[one]):
                yield one, other


def _spread(belief: Belief, reach: int) -> Belief:
    """The belief with each day's share spread over the days around it."""
    if reach == 0:
        return belief
    sums = np.concatenate(([0.0], np.cumsum(belief)))
    here = np.arange(axis.SIZE)
    high, low = np.minimum(here + reach + 1, axis.SIZE), np.maximum(here - reach, 0)
    return (sums[high] - sums[low]) / (2 * reach + 1)
