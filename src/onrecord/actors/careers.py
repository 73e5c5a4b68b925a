"""What is known of a person from one report or several, and whether two such persons can be one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.actors.appearances import Appearance
from onrecord.actors.gazetteer import nation_of_body
from onrecord.actors.roles import role_nouns
from onrecord.actors.states import related, state_by_code, state_named
from onrecord.actors.titles import title_key
from onrecord.domain import Actor, Description

_LIFETIME = 70 * 366  # days that nobody speaks in public for


@dataclass(frozen=True, slots=True, order=True)
class Held:
    """An office as careers are compared: ``key`` is its title's, ``of`` the code of the state or the name of the
    organisation that it is held for, "" where that is not said; ``title`` is how a report puts it."""

    key: str
    of: str
    title: str

    def __str__(self) -> str:
        try:
            name = state_by_code(self.of).name
        except KeyError:
            name = self.of
        return f"{self.title}, {name}" if name else self.title


@dataclass(frozen=True, slots=True)
class Career:
    """What reports say of somebody: ``offices``; ``states``, the codes of the states that offices are held for at the
    time of the report; ``home``, those that anything ties them to; ``private``, what private people are called by;
    ``first`` and ``last``, the days of the reports, as far as they are known."""

    genders: frozenset[str] = frozenset()
    offices: frozenset[Held] = frozenset()
    states: frozenset[str] = frozenset()
    home: frozenset[str] = frozenset()
    private: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None

    def __or__(self, other: Career) -> Career:
        return Career(
            self.genders | other.genders,
            self.offices | other.offices,
            self.states | other.states,
            self.home | other.home,
            self.private | other.private,
            min((day for day in (self.first, other.first) if day is not None), default=None),
            max((day for day in (self.last, other.last) if day is not None), default=None),
        )

    @property
    def tells(self) -> int:
        """How much is known: the more, the better for telling people apart."""
        return 4 * bool(self.states) + 2 * bool(self.offices or self.private) + bool(self.genders)


NOTHING_KNOWN = Career()


def career_of(appearances: Iterable[Appearance]) -> Career:
    """Everything that the reports say of those who appear, as of one person."""
    career = NOTHING_KNOWN
    for appearance in appearances:
        career |= Career(first=appearance.day, last=appearance.day)
        for _, description in appearance.described:
            career |= _of_description(description)
    return career


def _of_description(description: Description) -> Career:
    genders = frozenset({description.gender} if description.gender else ())
    state = state_of(description.of) if description.of is not None else None
    states = frozenset({state} if state is not None else ())
    if description.office:
        of = state or (description.of.name if description.of is not None else "")
        office = Held(title_key(description.title), of, description.title)
        holds = description.tenure in ("held", "acting")
        return Career(genders, frozenset({office}), states if holds else frozenset(), states)
    noun = role_nouns().get(description.title.split()[0] if description.title else "")
    private = noun is not None and noun.standing == "private" and description.tenure == "held"
    return Career(genders, home=states, private=frozenset({description.title} if private else ()))


def state_of(actor: Actor) -> str | None:
    """The code of the state that an actor is, or is an organ of; None where there is none."""
    if actor.kind == "state":
        state = state_named(actor.name)
        return state.code if state is not None else None
    return nation_of_body(actor.name) if actor.kind in ("body", "organisation") else None


def shared_office(one: Career, other: Career) -> Held | None:
    """An office that both hold for the same state, organisation or body."""
    others = {(held.key, held.of) for held in other.offices if held.of}
    return min((held for held in one.offices if (held.key, held.of) in others), default=None)


def conflict(one: Career, other: Career) -> str:
    """Why two careers can't be one person's, as a clause; "" when they can."""
    both = one | other
    if one.first and other.first and both.first and both.last and (both.last - both.first).days > _LIFETIME:
        return "more than seventy years lie between the reports"
    if shared_office(one, other) is not None:
        return ""
    if one.states and other.states and not _akin(one.states, other.states):
        return f"offices of different states ({_states(one.states)}; {_states(other.states)})"
    if len(one.genders) == len(other.genders) == 1 and one.genders != other.genders:
        return "one is a man, the other a woman"
    for public, private in ((one, other), (other, one)):
        if public.offices and private.private and not private.offices and not public.home & private.home:
            return f"one is {min(public.offices)}, the other {min(private.private)}"
    return ""


def agreement(one: Career, other: Career) -> str:
    """What speaks for two careers being one person's, as a clause."""
    office = shared_office(one, other)
    if office is not None:
        return f"same office ({office})"
    states = one.states & other.states
    offices = sorted({str(held) for held in one.offices | other.offices})
    titles = sorted({held.title for held in one.offices if held.key in {each.key for each in other.offices}})
    if titles and not states:
        return f"same title ({titles[0]}), and one report does not say for whom it is held"
    if states:
        return f"same state ({_states(states)}), offices compatible ({'; '.join(offices)})"
    if one.offices and other.offices:
        return f"offices compatible ({'; '.join(offices)})"
    return "nothing that the reports say speaks against it"


def _akin(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a state of each is the same, or one that people may serve after or beside the other."""
    return any(x == y or related(x, y) for x in one for y in other)


def _states(codes: Iterable[str]) -> str:
    return ", ".join(sorted(state_by_code(code).name for code in codes))
