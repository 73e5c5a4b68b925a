"""The offices of everybody in the pile: what the reports' descriptions add up to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from onrecord.actors.appearances import Appearance
from onrecord.actors.titles import title_key
from onrecord.domain import Actor, Description, Office

_HELD = ("held", "acting")
_LINKS = (" to ", " of ", " for ", " on ", " at ", " in ")


@dataclass(slots=True)
class _Tenure:
    """The descriptions of one office, by their place in the reports."""

    of: Actor | None
    titles: Counter[str] = field(default_factory=Counter)
    places: list[tuple[str, int]] = field(default_factory=list)
    held: set[date] = field(default_factory=set)
    left: set[date] = field(default_factory=set)

    def add(self, appearance: Appearance, place: int, description: Description) -> None:
        self.titles[description.title] += 1
        self.places.append((appearance.report, place))
        if appearance.day is not None and description.tenure in _HELD:
            self.held.add(appearance.day)
        elif appearance.day is not None and description.tenure == "former":
            self.left.add(appearance.day)

    def take(self, other: _Tenure) -> None:
        self.titles += other.titles
        self.places += other.places
        self.held |= other.held
        self.left |= other.left

    def office(self, actor: Actor, key: str) -> Office:
        fitting = [title for title in self.titles if title_key(title) == key] or list(self.titles)
        title = min(fitting, key=lambda title: (-self.titles[title], title))
        held, left = sorted(self.held), sorted(self.left)
        return Office(
            actor, title, self.of, held[0] if held else None, held[-1] if held else None, left[0] if left else None
        )


def offices_of(
    people: Iterable[tuple[Actor, Iterable[Appearance]]], known: Callable[[str, Actor], Actor]
) -> dict[tuple[str, int], Office]:
    """The office of every description that states one, by the id of its report and its place there.

    Args:
        people: everybody, with all their appearances.
        known: the actor of the pile for one of a report, by the report's id.

    One office is: the same actor, the same title, held for the same state, organisation or body. A report that does not
    say for whom it is held, or only the beginning of the title ("envoy" for "envoy to the talks"), means the only
    office that it can mean; if there are several, it makes one of its own.
    """
    found: dict[tuple[str, int], Office] = {}
    for actor, appearances in people:
        tenures: dict[tuple[str, str], _Tenure] = {}
        for appearance in sorted(appearances, key=lambda each: each.key):
            for place, description in appearance.described:
                if description.office:
                    of = known(appearance.report, description.of) if description.of is not None else None
                    key = title_key(description.title), of.id if of is not None else ""
                    tenures.setdefault(key, _Tenure(of)).add(appearance, place, description)
        _join_vague(tenures)
        for (title, _), tenure in tenures.items():
            office = tenure.office(actor, title)
            found.update(dict.fromkeys(tenure.places, office))
    return found


def _join_vague(tenures: dict[tuple[str, str], _Tenure]) -> None:
    """Let descriptions that say less join the only office of which they can be the beginning."""
    by_beginning: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in sorted(tenures):
        title, of = key
        by_beginning[title].append(key)
        cuts = [title.find(link) for link in _LINKS if link in title]
        if cuts:
            by_beginning[title[: min(cuts)]].append(key)
    for key in sorted(tenures, key=lambda key: (bool(key[1]), len(key[0]), key)):
        title, of = key
        fuller = [
            other for other in by_beginning[title] if other != key and other in tenures and (not of or other[1] == of)
        ]
        fuller = [other for other in fuller if other[1] or not of]
        if len(fuller) == 1 and (fuller[0][1] or len(fuller[0][0]) > len(title)):
            tenures[fuller[0]].take(tenures.pop(key))
