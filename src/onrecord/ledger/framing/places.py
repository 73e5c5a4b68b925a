"""What reports call states and territories: their names as written, and phrases that describe them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.actors.gazetteer import longest_match
from onrecord.actors.states import is_part, state_named
from onrecord.actors.words import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, PRONOUNS, is_number, word_set
from onrecord.ledger.positions.wording import Name, Wording
from onrecord.ledger.verbs import verb_form

_NOUNS = word_set(
    "province region territory enclave exclave republic state entity statelet country nation island peninsula "
    "protectorate "
    "colony kingdom homeland motherland heartland"
)
_PARTS = word_set("province region territory enclave exclave entity statelet protectorate island peninsula colony")
# Put right before a name, these say what it is held to be.
_EPITHETS = word_set(
    "breakaway separatist secessionist self-proclaimed self-declared self-styled so-called disputed occupied annexed "
    "rebel "
    "renegade rogue autonomous independent sovereign unrecognised unrecognized liberated contested divided puppet "
    "temporarily"
)
_DEFINITE = word_set("the its his her their this that our")
_INDEFINITE = word_set("a an")
_NO_MODIFIERS = word_set(
    "same other whole entire very own only first second third last next such two three one new-found"
)
_LONGEST = 6  # words in front of the noun


@dataclass(frozen=True, slots=True)
class Called:
    """Tokens ``first:last`` that name or describe ``thing``, a state or territory by its usual name."""

    first: int
    last: int
    thing: str


def called(wording: Wording) -> Iterator[Called]:
    """Every name and description of a state or territory in a report, in text order."""
    found = [*_names(wording), *_descriptions(wording)]
    yield from sorted(found, key=lambda one: (one.first, one.last))


def _names(wording: Wording) -> Iterator[Called]:
    tokens = wording.tokens
    place = 0
    while place < len(tokens):
        entry = longest_match(tokens, place)
        if entry is None:
            place += 1
            continue
        last = place + len(entry.folded)
        if entry.form == "name" and entry.state is not None and not entry.is_acronym and not tokens[place].headline:
            first = place - 1 if place and tokens.word(place - 1) in _EPITHETS else place
            yield Called(first, last, entry.state.name)
        place = last


def _descriptions(wording: Wording) -> Iterator[Called]:
    tokens = wording.tokens
    for place, token in enumerate(tokens):
        if token.fold not in _NOUNS or token.headline:
            continue
        first = _first_modifier(wording, place)
        determiner = tokens.word(first - 1)
        if first == place:
            continue
        last, meant = _of(wording, place)
        meant = meant or _beside(wording, first, last)
        if meant is None and determiner in _DEFINITE and token.fold in _PARTS:
            known = wording.meant_by(token.fold, place)
            meant = known.key if known is not None else None
        if meant is not None:
            yield Called(first, last, meant)


def _first_modifier(wording: Wording, place: int) -> int:
    """Where the words that describe the noun at ``place`` begin; ``place`` itself where there are none that say "
    "much."""
    tokens, first = wording.tokens, place
    while first and place - first < _LONGEST and tokens[first - 1].sentence == tokens[place].sentence:
        token = tokens[first - 1]
        if token.is_possessive:
            name = wording.name_at(first - 2)
            if name is None or name.last != first - 1:
                break
            return name.first
        word = token.fold
        if not token.is_word or word in _DEFINITE | _INDEFINITE | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | AUXILIARIES:
            break
        known = verb_form(word)
        if known is not None and not (known.forms & {"VBN", "VBG", "VB"}) and not token.is_capitalised:
            break
        first -= 1
    said = [tokens[k].fold for k in range(first, place)]
    return place if all(word in _NO_MODIFIERS or is_number(word) for word in said) else first


def _of(wording: Wording, place: int) -> tuple[int, str | None]:
    """The end of a description, and whom "of" behind its noun names: the thing itself, or what it is part of."""
    tokens = wording.tokens
    last = place + 1
    if tokens.word(last) != "of":
        return last, None
    start = last + 1 + (tokens.word(last + 1) == "the")
    name = wording.name_at(start)
    state = _state(name)
    if name is None or state is None or name.first != start:
        return last, None
    if tokens[place].fold in _PARTS and not is_part(state):
        return name.last, None  # "the breakaway province of Norvenia" is a part of it
    return last, name.key


def _beside(wording: Wording, first: int, last: int) -> str | None:
    """The name that a description stands in apposition to, or is said of: "Sund, a breakaway province", "the "
    "province Sund"."""
    tokens = wording.tokens
    name = wording.name_at(last) or (wording.name_at(last + 1) if tokens.word(last) == "," else None)
    if name is not None and name.first in (last, last + 1) and tokens.word(last) != "," and _state(name) is not None:
        return name.key
    before = first - 1
    if tokens.word(before) in _DEFINITE | _INDEFINITE:
        before -= 1
    if tokens.word(before) in (",", "–", "—", "(") or tokens.word(before) in (
        "is",
        "was",
        "as",
        "remains",
        "became",
        "been",
    ):
        at = before - 1
        while at > before - 4 and tokens.word(at) in ("has", "had", "have", "long", "still", "now", "formally"):
            at -= 1
        name = wording.name_at(at)
        if name is not None and name.last == at + 1 and _state(name) is not None and not _is_in_phrase(wording, name):
            return name.key
    return None


def _is_in_phrase(wording: Wording, name: Name) -> bool:
    """Whether a name only ends a longer phrase: "the president of Norvenia, a country …" still describes Norvenia, but
    "talks with Norvenia, …" may not."""
    return wording.tokens.word(name.first - 1) in ("with", "against", "by", "and", "or")


def _state(name: Name | None) -> str | None:
    if name is None or name.actor is None or name.actor.kind != "state":
        return None
    state = state_named(name.actor.name)
    return state.code if state is not None else None
