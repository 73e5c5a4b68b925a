"""Which names of people in a report are one person's: "Donald J. Trump", "Donald Trump" and "Trump"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.actors.folding import fold, fold_spelling
from onrecord.actors.romanising import readings, same_given_name, same_spelling
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


def same_person(one: Sequence[str], other: Sequence[str], *, loosely: bool = False) -> bool:
    """Whether two names of two words or more can be one person's.

    First and last words must be the same but for romanisation, and no middle words in conflict; or one is an
    initial; or one name is contained in the other. ``loosely`` lets spellings differ as they do between reports
    ("Harčenko", "Kharchenko"); within a report a name is spelt one way.
    """
    a, b = list(without_suffix(one)), list(without_suffix(other))
    if len(a) < 2 or len(b) < 2:
        return False
    same = same_spelling if loosely else _same_word
    given = same_given_name if loosely else _same_word
    if same(a[-1], b[-1]) and (given(a[0], b[0]) or _initial(fold(a[0]), fold(b[0]))):
        return _middles_agree(a[1:-1], b[1:-1], same)
    short, long = sorted((a, b), key=len)
    return len(short) < len(long) and any(all(map(same, long[i:], short)) for i in range(len(long) - len(short) + 1))


def _same_word(one: str, other: str) -> bool:
    return fold_spelling(one) == fold_spelling(other)


def _initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def _middles_agree(one: list[str], other: list[str], same: Callable[[str, str], bool]) -> bool:
    if not one or not other:
        return True
    if len(one) != len(other):
        return False
    return all(same(x, y) for x, y in zip(one, other, strict=True)) or all(
        fold(x)[0] == fold(y)[0] for x, y in zip(one, other, strict=True)
    )


def cluster_people(names: Iterable[tuple[str, ...]], *, loosely: bool = False) -> list[Person]:
    """Persons for the names of two words or more in ``names`` (in order of appearance).

    A name that could be that of several is a person of its own. ``loosely`` is that of ``same_person``.
    """
    keys_of = readings if loosely else _spelling
    people: list[Person] = []
    by_word: defaultdict[str, list[Person]] = defaultdict(list)
    unique = list(dict.fromkeys(names))
    for words in sorted(unique, key=lambda words: -len(without_suffix(words))):
        plain = without_suffix(words)
        keys = sorted({key for word in plain for key in keys_of(word)})
        near = {person.number: person for key in sorted(keys_of(plain[-1])) for person in by_word[key]}
        found = [
            near[number]
            for number in sorted(near)[:50]
            if any(same_person(words, known, loosely=loosely) for known in near[number].spellings)
        ]
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


def _spelling(word: str) -> frozenset[str]:
    return frozenset({fold_spelling(word)})


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
