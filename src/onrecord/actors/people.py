"""Which names of people in a report are one person's: "Donald J. Trump", "Donald Trump" and "Trump"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.actors.folding import fold, fold_spelling
from onrecord.actors.words import PARTICLES

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(slots=True)
class Person:
    """One person's names, as tuples of words in their first spelling; ``full`` is the fullest, ``titles`` the
    role nouns that stand right before one of them."""

    number: int
    full: tuple[str, ...]
    spellings: set[tuple[str, ...]] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)


def without_suffix(words: Sequence[str]) -> tuple[str, ...]:
    """A name's words without "Jr." and the like."""
    kept = [word for word in words if fold(word) not in _SUFFIXES]
    return tuple(kept or words)


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names of two words or more can be one person's.

    First and last words must be the same but for romanisation, and no middle words in conflict; or one is an
    initial; or one name is contained in the other.
    """
    a = [fold_spelling(word) for word in without_suffix(one)]
    b = [fold_spelling(word) for word in without_suffix(other)]
    if len(a) < 2 or len(b) < 2:
        return False
    if a[-1] == b[-1] and (a[0] == b[0] or _initial(a[0], b[0])):
        return _middles_agree(a[1:-1], b[1:-1])
    short, long = sorted((a, b), key=len)
    return len(short) < len(long) and any(long[i : i + len(short)] == short for i in range(len(long)))


def _initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def _middles_agree(one: list[str], other: list[str]) -> bool:
    if not one or not other:
        return True
    return one == other or (len(one) == len(other) and all(x[0] == y[0] for x, y in zip(one, other, strict=True)))


def cluster_people(names: Iterable[tuple[str, ...]]) -> list[Person]:
    """Persons for the names of two words or more in ``names`` (in order of appearance)."""
    people: list[Person] = []
    by_word: defaultdict[str, list[Person]] = defaultdict(list)
    unique = list(dict.fromkeys(names))
    for words in sorted(unique, key=lambda words: -len(without_suffix(words))):
        keys = {fold_spelling(word) for word in without_suffix(words)}
        near = by_word[fold_spelling(without_suffix(words)[-1])]
        found = [person for person in near[:50] if any(same_person(words, known) for known in person.spellings)]
        if len(found) == 1:
            person = found[0]
        else:
            person = Person(len(people), words)
            people.append(person)
        person.spellings.add(words)
        for key in keys:
            if person not in by_word[key]:
                by_word[key].append(person)
    return people


class Surnames:
    """Finds the persons that a single word, or a surname with particles, may stand for."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._last: defaultdict[str, list[Person]] = defaultdict(list)
        self._first: defaultdict[str, list[Person]] = defaultdict(list)
        self._middle: defaultdict[str, list[Person]] = defaultdict(list)
        for person in people:
            for words in sorted(person.spellings):
                plain = [fold_spelling(word) for word in without_suffix(words)]
                self._add(self._last, plain[-1], person)
                self._add(self._last, _bare(plain[-1]), person)
                self._add(self._first, plain[0], person)
                for word in plain[1:-1]:
                    self._add(self._middle, word, person)

    @staticmethod
    def _add(index: defaultdict[str, list[Person]], key: str, person: Person) -> None:
        if key and person not in index[key] and len(index[key]) < 50:
            index[key].append(person)

    def candidates(self, words: Sequence[str]) -> list[Person]:
        """Persons whose surname the words are; else whose first name; else whose middle name."""
        plain = [fold_spelling(word) for word in without_suffix(words)]
        last = plain[-1]
        if len(plain) > 1 and any(fold(word) not in PARTICLES for word in words[:-1]):
            return []
        for index in (self._last, self._first, self._middle):
            if index.get(last) or index.get(_bare(last)):
                return index.get(last) or index[_bare(last)]
        return []


def _bare(word: str) -> str:
    """ "Assad" for "al-Assad"."""
    return word.split("-", 1)[1] if word[:3] in ("al-", "el-") and len(word) > 5 else word
