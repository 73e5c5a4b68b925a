"""One actor across reports: the same name, a surname that only one full name has, a state by any of its names; and
people of one name kept apart where they can't be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.actors.appearances import Appearance
from onrecord.actors.careers import Career, career_of, conflict, shared_office
from onrecord.actors.clusters import Cluster, fullness
from onrecord.actors.folding import fold_name, fold_spelling
from onrecord.actors.namesakes import distinctions, tell_apart
from onrecord.actors.office_holders import named_holders
from onrecord.actors.people import Surnames, cluster_people
from onrecord.actors.pile import Pile
from onrecord.actors.reasons import reasons_for
from onrecord.actors.romanising import same_spelling
from onrecord.actors.rulings import Ruling, apply_rulings
from onrecord.actors.states import state_named
from onrecord.actors.tenures import offices_of
from onrecord.domain import Actor

_PERSON, _UNKNOWN = "person\x1f", "unknown\x1f"
_HOLDS = "an office of which these reports name no other holder"
_FITS = "a surname that several people have, and the offices fit only this one"


def merge(appearances: Iterable[Appearance], rulings: Sequence[Ruling] = ()) -> Pile:
    """Find out who is who in the pile.

    Names are joined that are one but for spelling, romanisation, middle names and initials; a lone surname joins the
    only person it can mean; an actor of unknown kind joins the only one of its name. People of one name are kept apart
    where what the reports say of them can't be true of one. Actors that are confined to a report (``within``) stay what
    they are. ``rulings``, the decisions of people, come last and prevail. The result depends on the set of appearances
    and the order of the rulings only.

    Raises:
        InputError: two rulings contradict each other.
    """
    # Should one actor of a report come twice, the one with more names stays, whatever came first.
    every = sorted(appearances, key=lambda each: (each.key, len(each.actor.aliases), each.actor.aliases))
    found = list({each.key: each for each in every}.values())
    clusters = _by_machine(found)
    clusters, decisions = apply_rulings(clusters, rulings)
    _name(clusters)
    everywhere: dict[str, Actor] = {}
    here: dict[tuple[str, str], Actor] = {}
    for cluster in sorted(clusters, key=lambda cluster: (-len(cluster.appearances), cluster.appearances[0].key)):
        for appearance in cluster.appearances:
            if everywhere.setdefault(appearance.actor.id, cluster.actor) != cluster.actor:
                here[appearance.key] = cluster.actor
    pile = Pile(everywhere, here)
    people = [(cluster.actor, cluster.appearances) for cluster in clusters if cluster.actor.kind == "person"]
    offices = offices_of(people, pile.actor)
    return Pile(everywhere, here, offices, tuple(reasons_for(clusters)), decisions)


def _by_machine(appearances: Sequence[Appearance]) -> list[Cluster]:
    clusters = [Cluster([each]) for each in appearances if each.actor.within]
    confined = _grouped(cluster.appearances[0] for cluster in clusters)
    clusters = [Cluster(group) for group in confined.values()]
    groups: defaultdict[str, list[Appearance]] = defaultdict(list)
    for each in appearances:
        if not each.actor.within:
            groups[_key(each.actor)].append(each)
    names = {key: min((each.actor for each in group), key=fullness).name for key, group in groups.items()}
    home, torn, notes = _people(groups, names)
    home = _adopt_unknown(names, home)
    merged: defaultdict[str, list[Appearance]] = defaultdict(list)
    for key, group in sorted(groups.items()):
        for each in group:
            merged[torn.get(each.key) or home.get(key, key)].append(each)
    for key, group in sorted(merged.items()):
        if not key.startswith(_PERSON):
            clusters.append(Cluster(group))
            continue
        people, aside = tell_apart(group)
        family = object() if len(people) > 1 else None
        for person in people:
            joined = {each.key: notes[each.key] for each in person.appearances if each.key in notes}
            clusters.append(Cluster(person.appearances, family=family, notes=joined))
        for lost in _grouped(aside).values():
            clusters.append(Cluster(lost, family=family, lost=True))
    return clusters


def _grouped(appearances: Iterable[Appearance]) -> dict[str, list[Appearance]]:
    """Appearances by the id of their actor."""
    groups: dict[str, list[Appearance]] = {}
    for each in appearances:
        groups.setdefault(each.actor.id, []).append(each)
    return groups


def _key(actor: Actor) -> str:
    if actor.kind == "state":
        state = state_named(actor.name)
        if state is not None:
            return f"state\x1f{state.code}"
    if actor.kind == "person":
        return _PERSON + " ".join(fold_spelling(word) for word in actor.name.split())
    return f"{actor.kind}\x1f{fold_name(actor.name)}"


_Homes = tuple[dict[str, str], dict[tuple[str, str], str], dict[tuple[str, str], str]]


def _people(groups: Mapping[str, Sequence[Appearance]], names: Mapping[str, str]) -> _Homes:
    """Keys of persons → the key of the person they are: other spellings, middle names and initials, lone surnames.

    Then the same for single appearances: of a surname that several people have, of an office and no name; and notes on
    why these joined.
    """
    by_words: dict[tuple[str, ...], str] = {}
    for key in sorted(groups):
        if key.startswith(_PERSON):
            for name in sorted({each.actor.name for each in groups[key]}):
                by_words.setdefault(tuple(name.split()), key)
    full = [words for words in by_words if len(words) > 1 and not words[0][0].islower()]
    people = cluster_people(sorted(full), loosely=True)
    home: dict[str, str] = {}
    for person in people:
        target = by_words[person.full]
        reports = {each.report for each in groups[target]}
        for key in sorted({by_words[words] for words in person.spellings} - {target}):
            own = {each.report for each in groups[key]}
            if not own & reports:  # a report that has both names has two people
                home[key] = target
                reports |= own
    torn: dict[tuple[str, str], str] = {}
    notes: dict[tuple[str, str], str] = {}
    surnames = Surnames(people)
    for key in sorted(groups):
        if key.startswith(_UNKNOWN) and len(names[key].split()) == 1:
            by_words.setdefault((names[key],), key)
    careers: dict[str, Career] = {}
    for words, key in sorted(by_words.items()):
        if len(words) != 1:
            continue
        named = [one for one in surnames.candidates(words) if same_spelling(one.full[-1], words[0])]
        targets = sorted({home.get(by_words[one.full], by_words[one.full]) for one in named})
        if len(targets) == 1:
            home[key] = targets[0]
        elif targets:
            for target in targets:
                careers.setdefault(target, career_of(groups[target]))
            for each in groups[key]:
                chosen = _fitting(career_of([each]), {target: careers[target] for target in targets})
                if chosen is not None:
                    torn[each.key] = chosen
                    notes[each.key] = _FITS
    persons = [key for key in sorted(groups) if key.startswith(_PERSON)]
    for where, target in named_holders(groups, persons, lambda key: home.get(key, key)).items():
        torn[where] = target
        notes[where] = _HOLDS
    return home, torn, notes


def _fitting(career: Career, candidates: Mapping[str, Career]) -> str | None:
    """The key of the only candidate who can be the one of a career; None when nothing tells."""
    if not career.tells:
        return None
    same = [key for key, other in candidates.items() if shared_office(career, other) is not None]
    if len(same) == 1:
        return same[0]
    possible = [key for key, other in candidates.items() if not conflict(career, other)]
    return possible[0] if len(possible) == 1 else None


def _adopt_unknown(names: Mapping[str, str], home: dict[str, str]) -> dict[str, str]:
    """Let an actor of unknown kind join the only actor of that name whose kind is known."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for key, name in names.items():
        if not key.startswith(_UNKNOWN):
            named[fold_name(name)].add(home.get(key, key))
    adopted = dict(home)
    for key, name in names.items():
        targets = named[fold_name(name)] if key.startswith(_UNKNOWN) and key not in home else set()
        if len(targets) == 1:
            adopted[key] = next(iter(targets))
    return adopted


def _name(clusters: Sequence[Cluster]) -> None:
    """Give each cluster its actor; people who are told apart but share a name get what tells them apart."""
    families: defaultdict[tuple[int, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        cluster.actor = cluster.united()
        if cluster.family is not None:
            families[id(cluster.family), fold_name(cluster.actor.name)].append(cluster)
    for family in families.values():
        told = [cluster for cluster in family if not cluster.lost]
        if len(family) > 1:
            for cluster, text in zip(told, distinctions([each.appearances for each in told]), strict=True):
                cluster.actor = cluster.united(text)
