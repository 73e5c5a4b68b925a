"""Why names are one actor or two, in words that can be shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.actors.careers import agreement, career_of, conflict
from onrecord.actors.clusters import Cluster
from onrecord.actors.folding import fold_name
from onrecord.actors.people import same_person, without_suffix
from onrecord.domain import Decision, Identity

_MOST_PAIRS = 200


def reasons_for(clusters: Sequence[Cluster]) -> Iterator[Identity]:
    """The reasons for everything that was joined or kept apart, in the order of the actors' names."""
    ordered = sorted(clusters, key=lambda cluster: (cluster.actor.name, cluster.actor.id))
    families: defaultdict[int, list[Cluster]] = defaultdict(list)
    for cluster in ordered:
        if cluster.family is not None:
            families[id(cluster.family)].append(cluster)
    for cluster in ordered:
        yield from _joined(cluster)
        if cluster.family is not None:
            yield from _kept_apart(cluster, families[id(cluster.family)])
        yield from _by_decision(cluster)


def decided(decision: Decision) -> str:
    """Who decided, when and why, as far as the decision says."""
    who = f" by {decision.who}" if decision.who else " by a person"
    when = f" on {decision.when}" if decision.when else ""
    why = f": {decision.why}" if decision.why else ""
    return f"decided{who}{when}{why}"


def _joined(cluster: Cluster) -> Iterator[Identity]:
    actor = cluster.actor
    told = {name: decision for decision, names in cluster.decisions for name in names}
    for name in cluster.names():
        if name == actor.name:
            continue
        decision = told.get(name)
        reason = decided(decision) if decision is not None else _spelling(cluster, name)
        yield Identity(actor, "same", name, reason, decision=decision)
    number = len(cluster.reports)
    if actor.kind == "person" and not actor.within and not cluster.lost and number > 1:
        yield Identity(actor, "same", actor.name, f"one name in {number} reports: {_why_one(cluster)}")


def _why_one(cluster: Cluster) -> str:
    told = sorted(cluster.appearances, key=lambda each: (-career_of([each]).tells, each.key))
    return agreement(career_of(told[:1]), career_of(told[1:]))


def _spelling(cluster: Cluster, name: str) -> str:
    """Why a name was taken for that of the actor."""
    note = next(
        (
            cluster.notes[each.key]
            for each in cluster.appearances
            if each.actor.name == name and each.key in cluster.notes
        ),
        None,
    )
    if note is not None:
        return note
    actor = cluster.actor
    if actor.kind == "state":
        return "another name of the same state"
    if fold_name(name) == fold_name(actor.name):
        return "the same name but for accents and capitals"
    if actor.kind != "person":
        return "the same name in another spelling"
    words, full = name.split(), actor.name.split()
    if len(words) == 1:
        return "a name that only this person has in these reports"
    if len(without_suffix(words)) == len(without_suffix(full)) and not any(len(fold_name(w)) == 1 for w in words):
        return "the same name in another spelling"
    if same_person(words, full, loosely=True):
        return "the same name with fewer words or an initial"
    return "names that are each the same as a third one"


def _kept_apart(cluster: Cluster, family: Sequence[Cluster]) -> Iterator[Identity]:
    others = [other for other in family if other is not cluster and not other.lost]
    if cluster.lost:
        number = len(others)
        reason = f"the reports do not tell which of the {number} people of this name is meant"
        yield Identity(cluster.actor, "different", cluster.actor.name, reason)
        return
    told = {id(other) for _, other in cluster.apart}
    for other in others[:_MOST_PAIRS]:
        if id(other) not in told:
            reason = conflict(cluster.career, other.career) or "what the reports say of both fits neither alone"
            yield Identity(cluster.actor, "different", other.actor.label, reason, other=other.actor)


def _by_decision(cluster: Cluster) -> Iterator[Identity]:
    for decision, other in cluster.apart:
        yield Identity(
            cluster.actor, "different", other.actor.label, decided(decision), other=other.actor, decision=decision
        )
