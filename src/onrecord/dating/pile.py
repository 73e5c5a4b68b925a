"""The dates of the undated reports of a pile, each by its own words and by what its siblings' dates say of it.

Undated reports are joined by the strongest links into trees, in which what one says reaches all others and never
returns to itself (belief propagation, Pearl 1982, exact on trees). Dated ones say what they say to each directly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from onrecord.dating import axis
from onrecord.dating.axis import Belief
from onrecord.dating.estimates import OUTSIDE_IN_PILES, Evidence, combined, estimate
from onrecord.dating.links import Link, frequencies, links, shown
from onrecord.dating.pile_span import LEAST, span_likelihood
from onrecord.dating.report_date import own_evidence, stated_evidence, with_stated
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


def date_pile(sightings: Sequence[Sighting]) -> dict[str, DateEstimate]:
    """Estimates for the reports whose day was not known, by report id; without those that siblings say nothing of.

    Args:
        sightings: all reports of the pile, in an order that does not depend on where they were found.
    """
    undated = [number for number, each in enumerate(sightings) if not each.settled]
    if not undated or len(sightings) < 2:
        return {}
    network = _Network(sightings, joint=len(undated) <= MOST_JOINT)
    for link in sorted(
        links(sightings, network.joint), key=lambda link: (-round(link.strength, 6), link.one, link.other)
    ):
        network.add(link)
    network.settle()
    found = {}
    for number in undated:
        told = network.evidence(number)
        if told:
            own = _own(sightings[number])
            belief = combined([*own, *told])
            found[sightings[number].report] = with_stated(
                estimate(belief, [*own, *told], OUTSIDE_IN_PILES), sightings[number].stated
            )
    return found


def _own(sighting: Sighting) -> list[Evidence]:
    report, outline = sighting.load()
    words = own_evidence(report.text, outline.times, report.chrome, report.agency is not None)
    return [*stated_evidence(sighting.stated), *words]


@dataclass(slots=True)
class _Network:
    sightings: Sequence[Sighting]
    joint: bool
    ties: dict[int, list[tuple[Link, int]]] = field(default_factory=lambda: defaultdict(list))
    heard: dict[int, list[tuple[Link, int]]] = field(default_factory=lambda: defaultdict(list))
    messages: dict[tuple[int, int], Belief] = field(default_factory=dict)
    beliefs: dict[int, Belief] = field(default_factory=dict)
    roots: dict[int, int] = field(default_factory=dict)
    span: Belief | None = None
    held: Mapping[str, int] | None = None

    def add(self, link: Link) -> None:
        """Use a link, unless it would close a ring."""
        one, other = link.one, link.other
        first, second = self.sightings[one].settled, self.sightings[other].settled
        if first and second:
            return
        if first or second:
            dated, undated = (one, other) if first else (other, one)
            if len(self.heard[undated]) < _DATED_SIBLINGS:
                self.heard[undated].append((link, dated))
        elif self.joint and self._root(one) != self._root(other):
            self.roots[self._root(one)] = self._root(other)
            self.ties[one].append((link, other))
            self.ties[other].append((link, one))

    def settle(self) -> None:
        """Pass what is known up and down each tree."""
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

    def evidence(self, number: int) -> list[Evidence]:
        """What its siblings say of a report, with the reasons."""
        heard = self._heard(number)
        tied = [
            Evidence(self.messages[other, number], self._reason(link, other, number))
            for link, other in self.ties[number]
        ]
        return [*heard, *tied]

    def _heard(self, number: int) -> list[Evidence]:
        """What the dated ones say of a report: each that is tied to it, and all together by when they are of."""
        near = self.heard[number]
        if not near:
            return []
        days = [each.published.best for each in self.sightings if each.settled and each.published.best is not None]
        if len(days) < LEAST:
            return [Evidence(self._certainly(*tie, number), self._reason(*tie, number)) for tie in near]
        telling = [tie for tie in near if tie[0].kind in ("copy", "day") or tie[0].level > 1]
        evidence = [Evidence(self._certainly(*tie, number), self._reason(*tie, number)) for tie in telling]
        closest = self._reason(*near[0], number)
        told = f"is of a pile whose dated reports are of {min(days)} to {max(days)}, and of a matter with one of them"
        return [*evidence, Evidence(self._span(days), replace(closest, text=told))]

    def _span(self, days: Sequence[date]) -> Belief:
        if self.span is None:
            self.span = span_likelihood(days)
        return self.span

    def _certainly(self, link: Link, dated: int, undated: int) -> Belief:
        """What a sibling of a known day says."""
        best = self.sightings[dated].published.best
        assert best is not None
        certain = np.zeros(axis.SIZE)
        certain[min(max(axis.index(best), 0), axis.SIZE - 1)] = 1.0
        # Siblings repeat each other, so that the second and third add less than the first.
        share = len(self.heard[undated]) ** -0.5
        told: Belief = share * link.message(certain, link.one != dated)
        return told

    def _told(self, number: int, but: int) -> Belief:
        """What is believed of a report without what one other says."""
        belief = self.beliefs.get(number)
        if belief is None:
            belief = combined([*_own(self.sightings[number]), *self._heard(number)])
            self.beliefs[number] = belief
        told = [self.messages[other, number] for _, other in self.ties[number] if other != but]
        for message in told:
            belief = belief + message
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

    def _reason(self, link: Link, other: int, number: int) -> DateReason:
        sibling = self.sightings[other]
        if self.held is None:
            self.held = frequencies(self.sightings)
        here, there = shown(link, self.sightings, self.held)
        if link.one != number:
            here, there = there, here
        return DateReason(_TOLD[link.kind].format(sibling.name), "sibling", here, False, sibling.report, there)
