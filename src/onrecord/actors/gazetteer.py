"""Finding the names of the shipped tables in running text, longest first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.actors.bodies import Body, all_bodies
from onrecord.actors.states import State, all_states, state_by_code
from onrecord.actors.tables import Additions, active
from onrecord.actors.tokens import Tokens, tokenize

Form = Literal["name", "adjective", "people", "capital", "seat", "body"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase of the tables: what it means, and which of its words must be written with a capital."""

    folded: tuple[str, ...]
    capitals: tuple[str, ...]
    form: Form
    state: State | None = None
    body: Body | None = None

    @property
    def is_acronym(self) -> bool:
        """Written in capitals only, so that "who" is not the WHO."""
        letters = self.capitals[0].replace(".", "")
        return len(self.folded) == 1 and letters.isupper() and len(letters) <= 6

    @property
    def capitals_needed(self) -> int:
        """The more, the fewer spellings fit."""
        return self.is_acronym + sum(word[0].isupper() for word in self.capitals)


@lru_cache(maxsize=4)
def _index(_: Additions) -> dict[str, tuple[Entry, ...]]:
    entries: dict[tuple[str, ...], Entry] = {}

    def add(phrase: str, form: Form, state: State | None = None, body: Body | None = None) -> None:
        tokens = tokenize(phrase)
        words = tuple(token.fold for token in tokens)
        if not words:
            return  # a state that a user added need have no official name
        entry = Entry(words, tuple(token.text for token in tokens), form, state, body)
        known = entries.setdefault(words, entry)
        if body is not None and known.body is body and entry.capitals_needed < known.capitals_needed:
            entries[words] = entry  # "Nato" beside "NATO", "al-Qaeda" beside "Al-Qaeda"

    for state in all_states():
        for phrase in (state.name, state.official, *state.aliases):
            add(phrase, "name", state)
    for body in all_bodies():
        if body.state:
            streets = body.aliases if body.nature == "ministry" else (body.name, *body.aliases)
            for phrase in streets:
                add(phrase, "seat", state_by_code(body.state), body)
            continue
        for phrase in (body.name, *body.aliases):
            add(phrase, "body", body=body)
        for phrase in body.capitals:
            add(phrase, "capital", body=body)
    for state in all_states():
        for phrase in state.adjectives:
            add(phrase, "adjective", state)
        for phrase in state.capitals:
            add(phrase, "capital", state)
        for phrase in state.people:
            add(phrase, "people", state)
    index: defaultdict[str, list[Entry]] = defaultdict(list)
    for words, entry in entries.items():
        index[words[0]].append(entry)
    return {first: tuple(sorted(found, key=lambda entry: -len(entry.folded))) for first, found in index.items()}


def longest_match(tokens: Tokens, at: int) -> Entry | None:
    """The longest phrase of the tables that starts at token ``at``, written with the capitals it needs."""
    for entry in _index(active()).get(tokens[at].fold, ()):
        if at + len(entry.folded) <= len(tokens) and _fits(tokens, at, entry):
            return entry
    return None


def without_nation(tokens: Tokens, first: int, last: int) -> tuple[str | None, int, int]:
    """The code of the nation at either end of a body's name, if any, and the rest of it: "Russian Foreign Ministry",
    "Foreign Ministry of Russia"."""
    entry = longest_match(tokens, first)
    if entry is not None and entry.state is not None and first + len(entry.folded) < last:
        return entry.state.code, first + len(entry.folded), last
    for at in range(first + 1, last - 1):
        if tokens[at].fold == "of":
            start = at + 1 + (tokens[at + 1].fold == "the")
            entry = longest_match(tokens, start) if start < last else None
            if entry is not None and entry.state is not None and start + len(entry.folded) == last:
                return entry.state.code, first, at
    return None, first, last


def nation_of_body(name: str) -> str | None:
    """The code of the state whose organ or seat of government a name means: "Russian Foreign Ministry", "Kremlin"."""
    return _nation_of_body(name, active())


@lru_cache(maxsize=65536)
def _nation_of_body(name: str, _: Additions) -> str | None:
    tokens = tokenize(name)
    if not tokens:
        return None
    entry = longest_match(tokens, 0)
    if entry is not None and len(entry.folded) == len(tokens):
        return entry.state.code if entry.state is not None else None
    return without_nation(tokens, 0, len(tokens))[0]


def _fits(tokens: Tokens, at: int, entry: Entry) -> bool:
    for offset, (folded, capitals) in enumerate(zip(entry.folded, entry.capitals, strict=True)):
        token = tokens[at + offset]
        if token.fold != folded or (offset and token.paragraph != tokens[at].paragraph):
            return False
        if capitals[0].isupper() and not token.is_capitalised:
            return False
    token = tokens[at]
    return not entry.is_acronym or (token.text.replace(".", "").isupper() and len(token.text) > 1)
