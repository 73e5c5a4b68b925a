"""Office holders whom one report names and another only describes: "Norway's foreign minister"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from onrecord.actors.appearances import Appearance
from onrecord.actors.careers import state_of
from onrecord.actors.gazetteer import longest_match
from onrecord.actors.roles import MINISTERS, role_at
from onrecord.actors.titles import TENURES, title_key
from onrecord.actors.tokens import tokenize
from onrecord.actors.words import word_set

_NEAR = timedelta(days=183)  # between the report that names and the one that only describes
# Offices that a state or union has only one of. Of the ministers these are those that are said to be of something.
_SOLE = frozenset({"vice president", "prime minister", "foreign minister", "policy chief", "head of state"}) | word_set(
    "president premier chancellor secretary-general"
)
_NOT_SOLE = word_set("deputy vice junior assistant permanent under regional") | frozenset(TENURES)

_Office = tuple[str, str]


def described_office(name: str) -> _Office | None:
    """The key of the title, and the code of the state or the name of the body, that an actor's name describes; None for
    what is no office that has one holder at a time."""
    tokens = tokenize(name)
    entry = longest_match(tokens, 0) if tokens else None
    if entry is None:
        return None
    first = len(entry.folded)
    first += first < len(tokens) and tokens[first].is_possessive
    of = entry.state.code if entry.state is not None else entry.body.name if entry.body is not None else ""
    roles = [role for at in range(first, len(tokens)) if (role := role_at(tokens, at)) is not None]
    role = next((role for role in roles if role.last == len(tokens) and not role.plural), None)
    if role is None or not of or any(token.fold in _NOT_SOLE for token in tokens[first : role.first]):
        return None
    divided = role.noun in MINISTERS and role.first > first
    if role.noun not in _SOLE and not divided:
        return None
    return title_key(role.noun if role.first == first else tokens.words(first, len(tokens))), of


def named_holders(
    groups: Mapping[str, Sequence[Appearance]], people: Iterable[str], home: Callable[[str], str]
) -> dict[tuple[str, str], str]:
    """Who is meant where a report only describes the holder of an office: keys of appearances → keys of persons.

    One that other reports of the same months name as its holder, and no other. Where a report has no date, it must
    name that person, too, and say no office of him or her.

    Args:
        groups: the appearances of every actor that is not confined to a report, by the actor's key.
        people: the keys of the persons among them.
        home: the key of the person that the one of a key is.
    """
    holders: defaultdict[_Office, list[tuple[date | None, str]]] = defaultdict(list)
    described: list[tuple[_Office, Appearance]] = []
    plain: set[tuple[str, str]] = set()  # reports with the persons of whom they name no office
    for key in people:
        for each in groups[key]:
            office = described_office(each.actor.name)
            if office is not None:
                described.append((office, each))
                continue
            held = [words for _, words in each.described if words.office]
            if not held:
                plain.add((each.report, home(key)))
            for words in held:
                if words.tenure in ("held", "acting") and words.of is not None:
                    of = state_of(words.of) or words.of.name
                    holders[title_key(words.title), of].append((each.day, home(key)))
    found: dict[tuple[str, str], str] = {}
    for office, each in described:
        known = holders.get(office, ())
        near = {key for day, key in known if _is_near(day, each.day) or (each.report, key) in plain}
        maybe = {key for day, key in known if day is None or each.day is None or _is_near(day, each.day)}
        if len(near) == 1 and maybe == near:
            found[each.key] = next(iter(near))
    return found


def _is_near(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= _NEAR
