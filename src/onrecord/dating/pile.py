"""The dates of the undated reports of a pile, each by its own words and by what its siblings' dates say of it.

Undated reports are joined by the strongest links into trees, in which what one says reaches all others and never
returns to itself (belief propagation, Pearl 1982, exact on trees). Dated ones say what they say to each directly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from onrecord.dating import axis
from onrecord.dating.axis import Belief
from onrecord.dating.estimates import Evidence, estimate
from onrecord.dating.links import Link, links, shown
from onrecord.dating.sightings import Sighting
from onrecord.domain import DateEstimate, DateReason

MOST_JOINT = 400
"""Undated reports that are dated together; in larger piles each is dated by its own words and by dated siblings."""

_DATED_SIBLINGS = 4  # dated siblings that are heard for one report
_TOLD = {
    "copy": "most of it stands in {}",
    "passage": "shares passages with {}",
    "day": "names a day that {} names too",
    "matter": "tells of the same matter as {}",
}


def date_pile(sightings: Sequence[Sighting], own: Mapping[str, Sequence[Evidence]]) -> dict[str, DateEstimate]:
    """Estimates for the reports whose date was not stated, by report id; those that siblings say nothing of are left out.

    Args:
        sightings: all reports of the pile, in an order that does not depend on where they were found.
        own: the evidence of the undated ones' own words, by report id.
    """
    undated = [number for number, each in enumerate(sightings) if each.belief is not None]
    if not undated or len(sightings) < 2:
        return {}
    network = _Network(sightings)
    for link in sorted(links(sightings), key=lambda link: (-round(link.strength, 6), link.one, link.other)):
        network.add(link, joint=len(undated) <= MOST_JOINT)
    network.settle()
    found = {}
    for number in undated:
        told = network.evidence(number)
        if told:
            known = list(own.get(sightings[number].report, ()))
            belief = network.belief(number)
            found[sightings[number].report] = estimate(belief, [*known, *told])
    return found


@dataclass(slots=True)
class _Network:
    sightings: Sequence[Sighting]
    ties: dict[int, list[tuple[Link, int]]] = field(default_factory=lambda: defaultdict(list))
    heard: dict[int, list[tuple[Link, int]]] = field(default_factory=lambda: defaultdict(list))
    messages: dict[tuple[int, int], Belief] = field(default_factory=dict)
    roots: dict[int, int] = field(default_factory=dict)

    def add(self, link: Link, joint: bool) -> None:
        """Use a link, unless it would close a ring."""
        one, other = link.one, link.other
        first, second = self.sightings[one], self.sightings[other]
        if first.belief is None and second.belief is None:
            return
        if first.belief is None or second.belief is None:
            dated, undated = (one, other) if first.belief is None else (other, one)
            if self.sightings[dated].estimate.best is not None and len(self.heard[undated]) < _DATED_SIBLINGS:
                self.heard[undated].append((link, dated))
        elif joint and self._root(one) != self._root(other):
            self.roots[self._root(one)] = self._root(other)
            self.ties[one].append((link, other))
            self.ties[other].append((link, one))

    def settle(self) -> None:
        """Pass what is known up and down each tree, and from the dated ones."""
        for undated, heard in self.heard.items():
            for link, dated in heard:
                certain = np.zeros(axis.SIZE)
                best = self.sightings[dated].estimate.best
                assert best is not None
                certain[min(max(axis.index(best), 0), axis.SIZE - 1)] = 1.0
                # Siblings repeat each other, so that the second and third add less than the first.
                self.messages[dated, undated] = link.message(certain, link.one != dated) / len(heard) ** 0.5
        seen: set[int] = set()
        for start in sorted(self.ties):
            if start not in seen:
                order = self._walk(start)
                seen.update(number for number, _ in order)
                for number, parent in reversed(order):
                    if parent is not None:
                        self._send(number, parent)
                for number, parent in order:
                    for _, child in self.ties[number]:
                        if child != parent:
                            self._send(number, child)

    def belief(self, number: int) -> Belief:
        """What is believed of a report, all told."""
        return self._told(number, None)

    def evidence(self, number: int) -> list[Evidence]:
        """What its siblings say of a report, with the reasons."""
        near = [*self.heard[number], *self.ties[number]]
        return [Evidence(self.messages[other, number], self._reason(link, number, other)) for link, other in near]

    def _told(self, number: int, but: int | None) -> Belief:
        belief = self.sightings[number].belief
        assert belief is not None
        belief = belief.copy()
        for _, other in (*self.heard[number], *self.ties[number]):
            if other != but:
                belief += self.messages[other, number]
        return belief

    def _send(self, number: int, to: int) -> None:
        (link,) = [link for link, other in self.ties[number] if other == to]
        self.messages[number, to] = link.message(axis.normalised(self._told(number, to)), link.one != number)

    def _walk(self, start: int) -> list[tuple[int, int | None]]:
        """A tree's reports from ``start`` outwards, each with the one it was reached from."""
        order: list[tuple[int, int | None]] = [(start, None)]
        for number, parent in order:
            order.extend((other, number) for _, other in self.ties[number] if other != parent)
        return order

    def _root(self, number: int) -> int:
        while (parent := self.roots.get(number, number)) != number:
            self.roots[number] = self.roots.get(parent, parent)
            number = parent
        return number

    def _reason(self, link: Link, number: int, other: int) -> DateReason:
        sibling = self.sightings[other]
        here, there = shown(link, self.sightings)
        if link.one != number:
            here, there = there, here
        return DateReason(_TOLD[link.kind].format(sibling.name), "sibling", here, False, sibling.report, there)
