"""What people decided about who is who, brought to bear on what the machine found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.actors.appearances import Appearance
from onrecord.actors.clusters import Cluster
from onrecord.actors.folding import fold, fold_name, fold_spelling
from onrecord.actors.namesakes import tell_apart
from onrecord.actors.roles import ADDRESS
from onrecord.domain import Decision, Verdict
from onrecord.errors import InputError


@dataclass(frozen=True, slots=True)
class Reference:
    """A name in a ruling; with ``report``, the name of the only report in which it is meant."""

    name: str
    report: str = ""

    def __str__(self) -> str:
        return f"{self.name} in {self.report}" if self.report else self.name


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision as it stands in a file of actors. ``called`` is the name that the actor shall have, or ""."""

    verdict: Verdict
    references: tuple[Reference, ...]
    who: str = ""
    when: str = ""
    why: str = ""
    called: str = ""


def apply_rulings(clusters: list[Cluster], rulings: Sequence[Ruling]) -> tuple[list[Cluster], tuple[Decision, ...]]:
    """The clusters as people want them, and the decisions, in the file's order.

    What is to be different is told apart before what is to be the same is joined. A ruling to which nothing in the pile
    answers any more is orphaned: it does nothing, and is not lost.

    Raises:
        InputError: what one ruling joins, another keeps apart.
    """
    names = _Names(clusters) if rulings else None
    decided: dict[int, Decision] = {}
    for place, ruling in enumerate(rulings):
        if ruling.verdict == "different":
            assert names is not None
            clusters, decided[place] = _keep_apart(clusters, ruling, names)
    for place, ruling in enumerate(rulings):
        if ruling.verdict == "same":
            assert names is not None
            clusters, decided[place] = _join(clusters, ruling, names)
    return clusters, tuple(decided[place] for place in range(len(rulings)))


def _decision(ruling: Ruling, *, orphaned: bool) -> Decision:
    names = tuple(str(reference) for reference in ruling.references)
    return Decision(ruling.verdict, names, ruling.who, ruling.when, ruling.why, orphaned)


def _keep_apart(clusters: list[Cluster], ruling: Ruling, names: _Names) -> tuple[list[Cluster], Decision]:
    meant = [found for reference in ruling.references if (found := names.meant(reference))]
    decision = _decision(ruling, orphaned=len(meant) < 2)
    if decision.orphaned:
        return clusters, decision
    keys = [{each.key for each in found} for found in meant]
    result: list[Cluster] = []
    for cluster in clusters:
        seeds = [[each for each in cluster.appearances if each.key in own] for own in keys]
        seeds = [seed for seed in seeds if seed]
        if len(seeds) < 2:
            result.append(cluster)
            continue
        people, aside = tell_apart(cluster.appearances, seeds)
        family = cluster.family or object()
        result += [Cluster(person.appearances, family, called=cluster.called) for person in people]
        result += [Cluster([each], family, lost=True) for each in aside]
    owners = [[cluster for cluster in result if _holds(cluster, own)] for own in keys]
    for place, mine in enumerate(owners):
        for cluster in mine:
            others = [
                other for rest in (*owners[:place], *owners[place + 1 :]) for other in rest if other is not cluster
            ]
            cluster.apart += [(decision, other) for other in others]
    return result, decision


def _join(clusters: list[Cluster], ruling: Ruling, names: _Names) -> tuple[list[Cluster], Decision]:
    meant = [found for reference in ruling.references if (found := names.meant(reference))]
    needed = 1 if ruling.called else 2
    decision = _decision(ruling, orphaned=len(meant) < needed)
    if decision.orphaned:
        return clusters, decision
    clusters = _single_out(clusters, {each.key for found in meant for each in found})
    keys = {each.key for found in meant for each in found}
    joined = [cluster for cluster in clusters if _holds(cluster, keys)]
    for cluster in joined:
        for other, rival in cluster.apart:
            if any(rival is each for each in joined):
                raise InputError(
                    f"the file of actors contradicts itself: {' and '.join(decision.names)} are to be the same, "
                    f"{' and '.join(other.names)} different"
                )
    first = next(cluster for cluster in joined if _holds(cluster, {each.key for each in meant[0]}))
    one = Cluster(
        [each for cluster in joined for each in cluster.appearances],
        first.family,
        notes={key: note for cluster in joined for key, note in cluster.notes.items()},
        called=ruling.called or first.called or first.united().name,  # the name that the ruling puts first
        decisions=[decision for cluster in joined for decision in cluster.decisions],
        apart=[pair for cluster in joined for pair in cluster.apart],
    )
    one.appearances.sort(key=lambda each: each.key)
    named = {name for found in meant for each in found for name in (each.actor.name,)}
    one.decisions.append((decision, frozenset(named)))
    rest = [cluster for cluster in clusters if not any(cluster is each for each in joined)]
    for cluster in rest:
        cluster.apart = [(why, one if any(other is each for each in joined) else other) for why, other in cluster.apart]
    return [*rest, one], decision


def _single_out(clusters: list[Cluster], keys: set[tuple[str, str]]) -> list[Cluster]:
    """Of namesakes whom nobody can tell, part those that are meant from the rest."""
    result: list[Cluster] = []
    for cluster in clusters:
        inside = [each for each in cluster.appearances if each.key in keys]
        outside = [each for each in cluster.appearances if each.key not in keys]
        if cluster.lost and inside and outside:
            result += [Cluster(part, cluster.family, lost=True) for part in (inside, outside)]
        else:
            result.append(cluster)
    return result


def _holds(cluster: Cluster, keys: set[tuple[str, str]]) -> bool:
    return any(each.key in keys for each in cluster.appearances)


class _Names:
    """Finds the appearances that a name means: by the reports' own names, else by the pile's, else by other names; else
    by any of them, as people write names from memory."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._clusters = clusters = list(clusters)
        self._own: defaultdict[str, list[Appearance]] = defaultdict(list)
        for cluster in clusters:
            for each in cluster.appearances:
                self._own[fold_name(each.actor.name)].append(each)
        self._called: defaultdict[str, list[Appearance]] | None = None
        self._aliases: defaultdict[str, list[Appearance]] = defaultdict(list)
        self._roughly: defaultdict[str, list[Appearance]] = defaultdict(list)

    def meant(self, reference: Reference) -> list[Appearance]:
        """The appearances that a reference means; none where there is nobody of that name."""
        name = fold_name(reference.name)
        found = self._in(self._own[name], reference)
        if found:
            return found
        called = self._by_called()
        found = self._in(called[name], reference) or self._in(self._aliases[name], reference)
        return found or self._in(self._roughly[_remembered(reference.name)], reference)

    @staticmethod
    def _in(named: Sequence[Appearance], reference: Reference) -> list[Appearance]:
        return [each for each in named if reference.report in ("", each.name, each.report)]

    def _by_called(self) -> defaultdict[str, list[Appearance]]:
        if self._called is None:
            self._called = defaultdict(list)
            for cluster in self._clusters:
                name = cluster.united().name
                self._called[fold_name(name)] += cluster.appearances
                for each in cluster.appearances:
                    for alias in {fold_name(alias) for alias in each.actor.aliases}:
                        self._aliases[alias].append(each)
                    for alias in {_remembered(alias) for alias in (name, each.actor.name, *each.actor.aliases)}:
                        self._roughly[alias].append(each)
        return self._called


def _remembered(name: str) -> str:
    """A name without article, forms of address, hyphens and the choices of romanisation."""
    words = [word for word in re.split(r"[\s\u2010-\u2015-]+", name) if word]
    while len(words) > 1 and (fold(words[0]) in ADDRESS or fold(words[0]) == "the"):
        words = words[1:]
    return " ".join(fold_spelling(word) for word in words)
