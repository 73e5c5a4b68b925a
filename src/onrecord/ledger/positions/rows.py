"""Stances of a pile as rows: whose, when, on what, in a form in which they can be compared across reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.actors.folding import fold
from onrecord.actors.states import is_part, state_named
from onrecord.actors.words import PREPOSITIONS, word_set
from onrecord.domain import Actor, DateEstimate, Description, Position, Sighting, SpokenFor, Stance
from onrecord.ledger.entries import Entry
from onrecord.ledger.positions.keys import UNCHANGED
from onrecord.ledger.positions.lexicon import family_of, is_listed, lemma
from onrecord.ledger.positions.matters import STATEHOOD
from onrecord.ledger.positions.standing import speakers_for

_WHOLE_STATE = frozenset(
    {"integrity", "sovereignty", "sovereign", "unity", "indivisible", "indivisibility", "reunification"}
)
_OWNED = "’s"


@dataclass(frozen=True, slots=True)
class Row:
    """A stance of the pile.

    ``families`` are the families of words that name its matter, ``head`` that of the noun that says what it is;
    ``names`` whom and what it is about, ``owner`` the name of whose position it is on. ``sign`` is -1 where the words
    name the opposite of the family ("integrity"). ``sides`` are whom the actor speaks for, by id, ``side_names``
    their names.
    """

    stance: Stance
    sighting: Sighting
    when: DateEstimate
    actor: Actor
    sides: tuple[str, ...]
    side_names: tuple[str, ...]
    head: str
    families: tuple[str, ...]
    names: tuple[str, ...]
    instruments: tuple[str, ...]
    owner: str
    sign: int
    unchanged: bool

    @property
    def order(self) -> tuple[date, str, int]:
        """What rows are sorted by: the day, then the report, then the place in it."""
        day = self.when.best or self.when.latest or self.when.earliest or date.max
        return day, self.sighting.report, self.sighting.place


def rows_of(entries: Sequence[Entry]) -> list[Row]:
    """The rows of a pile, in order of time."""
    sides = sides_of(entries)
    names = _Names(stance.key for entry in entries for stance in entry.stances)
    found = []
    for entry in entries:
        for place, stance in enumerate(entry.stances):
            if stance.actor is None:
                continue
            statement = entry.statements[stance.statement] if stance.statement is not None else None
            said = statement.said_on if statement is not None else entry.published
            when = said if said.best is not None or entry.published.best is None else entry.published
            found.append(_row(stance, Sighting(entry.report, place), when, sides, names))
    found.sort(key=lambda row: row.order)
    return found


def sides_of(entries: Iterable[Entry]) -> dict[str, tuple[Actor, ...]]:
    """Whom each actor of a pile speaks for, by its id: itself where nothing tells."""
    actors: dict[str, Actor] = {}
    descriptions: list[Description] = []
    for entry in entries:
        descriptions += entry.descriptions
        for statement in entry.statements:
            if statement.speaker is not None:
                actors.setdefault(statement.speaker.id, statement.speaker)
        for stance in entry.stances:
            if stance.actor is not None:
                actors.setdefault(stance.actor.id, stance.actor)
    found = speakers_for(descriptions, actors.values())
    return {key: tuple(actors.get(one.id, one) for one in spoken) for key, spoken in found.items()}


def spoken_for(entries: Sequence[Entry], positions: Iterable[Position]) -> tuple[SpokenFor, ...]:
    """On whose side those with a position stand who speak for another, by the actors' names.

    Sides that no report tells anything of are left out: there is nothing to show for them.
    """
    sides = sides_of(entries)
    told = {actor.id for entry in entries for actor in _told(entry)}
    actors = {position.actor.id: position.actor for position in positions}
    found = [
        SpokenFor(actor, tuple(side for side in sides.get(key, (actor,)) if side.id in told))
        for key, actor in actors.items()
    ]
    others = [row for row in found if row.sides and [side.id for side in row.sides] != [row.actor.id]]
    return tuple(sorted(others, key=lambda row: (row.actor.name, row.actor.id)))


def _told(entry: Entry) -> Iterator[Actor]:
    """The actors that a report is kept with."""
    for statement in entry.statements:
        if statement.speaker is not None:
            yield statement.speaker
        yield from statement.addressees
        yield from statement.relayed_by
    for description in entry.descriptions:
        yield description.actor
        if description.of is not None:
            yield description.of
    for actor in (*(stance.actor for stance in entry.stances), *(naming.actor for naming in entry.namings)):
        if actor is not None:
            yield actor


def _row(
    stance: Stance, sighting: Sighting, when: DateEstimate, sides: Mapping[str, tuple[Actor, ...]], known: _Names
) -> Row:
    assert stance.actor is not None
    words = [word for word in stance.key if word[:1].islower() and word != UNCHANGED]
    owner = next((word.removesuffix(_OWNED) for word in stance.key if word.endswith(_OWNED)), "")
    capital = [known.full(word) for word in stance.key if not word[:1].islower() and not word.endswith(_OWNED)]
    instruments = tuple(sorted({name for name in capital if _is_instrument(name)}))
    names = sorted({name for name in capital if not _is_instrument(name)})
    families = sorted({family_of(word)[0] for word in words})
    sign = min((family_of(word)[1] for word in words), default=1)
    if STATEHOOD in families:
        names, sign = holders(names, words)
    return Row(
        stance,
        sighting,
        when,
        stance.actor,
        tuple(one.id for one in sides[stance.actor.id]),
        tuple(one.name for one in sides[stance.actor.id]),
        _head(stance.matter.text, words),
        tuple(families),
        tuple(names),
        instruments,
        known.full(owner) if owner else "",
        sign,
        UNCHANGED in stance.key,
    )


_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*")


def _head(text: str, words: Sequence[str]) -> str:
    """The family of the last of ``words`` before the first preposition behind one of them; "" where there is none."""
    found = ""
    for word in _WORD.findall(text):
        plain = fold(word)
        if found and plain in PREPOSITIONS:
            break
        if is_listed(found) and not is_listed(lemma(plain)):
            continue  # "fill the lake" is about the filling
        if lemma(plain) in words and not (plain.endswith("ed") and found):
            found = family_of(lemma(plain))[0]
    return found or (family_of(words[0])[0] if words else "")


def _is_instrument(name: str) -> bool:
    head = name.rsplit(" ", 1)[-1]
    return head.isdigit() or head.casefold() in _INSTRUMENT_HEADS


_INSTRUMENT_HEADS = word_set(
    "charter treaty convention agreement accord accords protocol covenant constitution act resolution declaration "
    "statute pact memorandum"
)


def holders(names: list[str], words: list[str]) -> tuple[list[str], int]:
    """Whose statehood is meant, and the sign of the words for it.

    Of a territory and the state that it belonged to, the territory; where only such a state is named, its wholeness
    ("Norvenia's territorial integrity") speaks against, all else for, whoever wants to leave it, which is left open
    here.
    """
    parts = [name for name in names if is_territory(name)]
    if parts:
        inner = [name for name in parts if not any(is_part_of(other, name) for other in parts if other != name)]
        return sorted(inner or parts), 1 if not set(words) & {"integrity", "unity", "indivisible"} or len(names) == len(
            parts
        ) else -1
    return names, -1 if set(words) & _WHOLE_STATE else 1


def is_territory(name: str) -> bool:
    """Whether a name is of a territory that is or was part of a state, or is claimed by one."""
    state = state_named(name)
    return state is not None and is_part(state.code)


def is_part_of(part: str, whole: str) -> bool:
    """Whether the state or territory named ``part`` is or was part of ``whole``, or is claimed by it before others."""
    one, other = state_named(part), state_named(whole)
    return one is not None and other is not None and one.related[:1] == (other.code,)


class _Names:
    """The full form of every name of a pile: "Okoro" is "Ada Okoro" where only one is."""

    def __init__(self, keys: Iterable[tuple[str, ...]]) -> None:
        full: dict[str, set[str]] = {}
        for key in keys:
            for name in key:
                if not name[:1].islower() and " " in name and not name.endswith(_OWNED):
                    full.setdefault(name.rsplit(" ", 1)[-1], set()).add(name)
        self._full = {last: min(names) for last, names in full.items() if len(names) == 1}

    def full(self, name: str) -> str:
        """The name under which ``name`` is known in the pile."""
        if state_named(name) is not None:
            return name
        return self._full.get(name, name)
