"""People of one name, told apart: those whose offices, states, genders or dates can't be one person's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.actors.appearances import Appearance
from onrecord.actors.careers import NOTHING_KNOWN, Career, career_of, conflict, shared_office
from onrecord.actors.titles import title_key


@dataclass(slots=True)
class Namesake:
    """One of several people of a name. ``decided`` are the appearances that a person put here."""

    appearances: list[Appearance] = field(default_factory=list)
    career: Career = NOTHING_KNOWN
    decided: set[tuple[str, str]] = field(default_factory=set)

    def take(self, appearance: Appearance) -> None:
        self.appearances.append(appearance)
        self.career |= career_of([appearance])


def tell_apart(
    appearances: Sequence[Appearance], seeds: Sequence[Sequence[Appearance]] = ()
) -> tuple[list[Namesake], list[Appearance]]:
    """The people behind ``appearances``, and the appearances of which the reports don't tell whose they are.

    ``seeds`` are appearances that a person told apart: each becomes somebody, and the others join them where they can.
    The result depends on what is given, never on its order.
    """
    people: list[Namesake] = []
    placed: set[tuple[str, str]] = set()
    for seed in seeds:
        person = Namesake()
        for appearance in sorted(seed, key=lambda each: each.key):
            if appearance.key not in placed:
                person.take(appearance)
                person.decided.add(appearance.key)
                placed.add(appearance.key)
        if person.appearances:
            people.append(person)
    rest = [(career_of([each]), each) for each in appearances if each.key not in placed]
    rest.sort(key=lambda pair: (-pair[0].tells, pair[1].key))
    aside: list[Appearance] = []
    for career, appearance in rest:
        if not career.tells:
            aside.append(appearance)
            continue
        person_or_none = _home(career, appearance, people)
        if person_or_none is not None:
            person_or_none.take(appearance)
        elif all(conflict(person.career, career) for person in people):
            people.append(Namesake([appearance], career))
        else:
            aside.append(appearance)
    if len(people) > 1:
        names = {name: [one for one in people if name in _names(one)] for name in {each.actor.name for each in aside}}
        for appearance in list(aside):
            only = names[appearance.actor.name]
            if len(only) == 1 and len({each for one in people for each in _names(one)}) > 1:
                only[0].take(appearance)
                aside.remove(appearance)
        return people, aside
    alone = people[0] if people else Namesake()
    for appearance in aside:
        alone.take(appearance)
    return [alone], []


def _names(person: Namesake) -> set[str]:
    return {appearance.actor.name for appearance in person.appearances}


def _home(career: Career, appearance: Appearance, people: Sequence[Namesake]) -> Namesake | None:
    """The only person that an appearance can be, or of several the one who shares an office or a state with it."""
    possible = [person for person in people if not conflict(person.career, career)]
    if len(possible) < 2:
        return possible[0] if possible else None
    closer = (
        [person for person in possible if shared_office(person.career, career) is not None],
        [person for person in possible if person.career.states & career.states],
        [person for person in possible if appearance.actor.name in _names(person)],
    )
    return next((few[0] for few in closer if len(few) == 1), None)


def distinctions(people: Sequence[Sequence[Appearance]]) -> list[str]:
    """What tells each of several people of one name from the others: an office or, failing that, a report."""
    told = [_descriptions(person) for person in people]
    found: list[str] = []
    for place, person in enumerate(people):
        others = {text for other in (*told[:place], *told[place + 1 :]) for text in other}
        own = [text for text in told[place] if text not in others]
        found.append(own[0] if own else "in " + min(appearance.name for appearance in person))
    return [text if found.count(text) == 1 else f"{text}, {place}" for place, text in enumerate(found, start=1)]


def _descriptions(person: Sequence[Appearance]) -> list[str]:
    """What somebody is said to be: offices first, then the most frequent first, then by the alphabet."""
    said: Counter[tuple[bool, str]] = Counter()
    for appearance in person:
        for _, description in appearance.described:
            of = f", {description.of.name}" if description.of is not None else ""
            said[not description.office, f"{title_key(description.title)}{of}"] += 1
    return [text for (_, text), _ in sorted(said.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))]
