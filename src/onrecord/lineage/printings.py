"""In how many reports a statement is printed, and on how many independent sources it stands.

Reports that have a statement's words by copying are one source, and so are reports that credit the same agency or had
it from the same go-between. Reports that only quote the same words are several: each may have heard them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.lineage.bodies import Body
from onrecord.lineage.groups import Groups
from onrecord.lineage.kinds import Shared
from onrecord.reading.agency import agency_named

Node = tuple[int, int]
"""A statement: the number of its report and its place there; place -1 - n for words that are no statement there."""

_MOST = 0.6  # of the words of a content that must be in the other report too


class Counts(NamedTuple):
    """``printings``: reports that print it. ``independent``: sources that these stand on."""

    printings: int = 1
    independent: int = 1


@dataclass(slots=True)
class Printings:
    """The links between statements of different reports, as they are found."""

    _same: Groups[Node] = field(default_factory=Groups)
    _copied: list[tuple[Node, Node]] = field(default_factory=list)
    _repeated: list[tuple[Node, Node]] = field(default_factory=list)
    _origins: dict[Node, frozenset[str]] = field(default_factory=dict)
    _extra: int = 0

    def copied(self, shared: Shared, one: int, other: int) -> None:
        """Note the statements in what two reports share by copying."""
        forth = dict(shared.same)
        self._along(shared.one, one, shared.other, other, forth)
        self._along(shared.other, other, shared.one, one, {j: i for i, j in forth.items()})

    def repeated(self, one: Node, other: Node) -> None:
        """Note that two statements of reports that share nothing else are of the same words."""
        self._repeated.append((one, other))

    def know(self, number: int, body: Body) -> None:
        """Note what the statements of a report may stand on besides: its agency, and who passed them on."""
        for place, statement in enumerate(body.report.statements):
            names = {f"actor {actor.id}" for actor in statement.relayed_by}
            if body.report.agency:
                names.add(f"agency {body.report.agency}")
            names.update(f"agency {name}" for actor in statement.addressees if (name := agency_named(actor.name)))
            self._origins[number, place] = frozenset(names)

    def counts(self) -> Mapping[Node, Counts]:
        """The counts of statements that are printed more than once."""
        reports: defaultdict[Node, set[int]] = defaultdict(set)
        origins: defaultdict[Node, set[str]] = defaultdict(set)
        nodes = {node for pair in (*self._copied, *self._repeated) for node in pair}
        for node in nodes:
            top = self._same.of(node)
            reports[top].add(node[0])
            origins[top].update(self._origins.get(node, ()))
        beside: defaultdict[Node, set[Node]] = defaultdict(set)
        one_source: Groups[Node] = Groups()
        for links, is_copy in ((self._copied, True), (self._repeated, False)):
            for one, other in links:
                a, b = self._same.of(one), self._same.of(other)
                beside[a].add(b)
                beside[b].add(a)
                if is_copy:
                    one_source.link(min(a, b), max(a, b))
        found = {}
        memo: dict[Node, Counts] = {}
        for node in sorted(nodes):
            if node[1] < 0:
                continue
            top = self._same.of(node)
            if top not in memo:
                memo[top] = _counted({top, *beside[top]}, reports, origins, one_source)
            if memo[top].printings > 1:
                found[node] = memo[top]
        return found

    def _along(self, body: Body, number: int, other: Body, other_number: int, there_of: Mapping[int, int]) -> None:
        for place, (_, _, words) in enumerate(body.contents):
            meant = {there_of[word] for word in words if word in there_of}
            if not words or len(meant) < _MOST * len(words):
                continue
            node = (number, place)
            best = max(
                ((len(meant & theirs), -at) for at, (_, _, theirs) in enumerate(other.contents) if theirs),
                default=(0, 0),
            )
            if best[0] >= _MOST * len(meant):
                twin = (other_number, -best[1])
                if best[0] >= _MOST * len(other.contents[-best[1]][2]):
                    self._same.link(min(node, twin), max(node, twin))
            else:
                self._extra += 1
                twin = (other_number, -self._extra)
                self._same.link(node, twin)
            self._copied.append((node, twin))


def _counted(
    tops: Iterable[Node], reports: Mapping[Node, set[int]], origins: Mapping[Node, set[str]], one_source: Groups[Node]
) -> Counts:
    """The counts of groups of statements that are the same words. A report counts once, and so does an origin."""
    tops = sorted(tops)
    apart: Groups[object] = Groups()
    for top in tops:
        for tie in (one_source.of(top), *sorted(reports[top]), *sorted(origins[top])):
            apart.link(("group", top), tie)
    printed = set().union(*(reports[top] for top in tops))
    return Counts(len(printed), apart.count(("group", top) for top in tops))
