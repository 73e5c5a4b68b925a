"""What reports tell differently of one event: its day, its place, numbers, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.domain import Disagreement
from onrecord.ledger.events.likeness import Told
from onrecord.ledger.stems import stem, words_of

_DIGITS = re.compile(r"\d[\d,.]*")
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20,
}  # fmt: skip
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_MOST = 12  # of one event


def disagreements(told: Sequence[Told]) -> tuple[Disagreement, ...]:
    """What the tellings of one event disagree on; each telling is compared with the first that says anything of it."""
    found = [*_days(told), *_places(told), *_names(told), *_numbers(told)]
    return tuple(dict.fromkeys(found))[:_MOST]


def _days(told: Sequence[Told]) -> Iterator[Disagreement]:
    dated = [one for one in told if one.day is not None and one.happening.state in ("happened", "scheduled")]
    for one in dated[1:]:
        if one.day != dated[0].day:
            yield Disagreement("date", dated[0].sighting, str(dated[0].day), one.sighting, str(one.day))


def _places(told: Sequence[Told]) -> Iterator[Disagreement]:
    placed = [(one, one.happening.place.text) for one in told if one.happening.place is not None]
    for one, place in placed[1:]:
        first = placed[0][1]
        if not set(words_of(place)) & set(words_of(first)):
            yield Disagreement("place", placed[0][0].sighting, first, one.sighting, place)


def _names(told: Sequence[Told]) -> Iterator[Disagreement]:
    for whose in ("actor", "recipient"):
        named = [(one, actor) for one in told if (actor := getattr(one.happening, whose)) is not None]
        named = [(one, actor) for one, actor in named if actor.kind == "person" and not actor.within]
        for one, actor in named[1:]:
            if actor.id != named[0][1].id:
                yield Disagreement("name", named[0][0].sighting, named[0][1].name, one.sighting, actor.name)


def _numbers(told: Sequence[Told]) -> Iterator[Disagreement]:
    first: dict[str, tuple[Told, str, float]] = {}
    for one in told:
        for figure in one.happening.figures:
            number, noun = _number(figure.text)
            if number is None or not noun:
                continue
            before = first.setdefault(noun, (one, figure.text, number))
            if before[2] != number and before[0] is not one:
                yield Disagreement("number", before[0].sighting, before[1], one.sighting, figure.text)


def _number(words: str) -> tuple[float | None, str]:
    """The number and the stem of what it counts: "around 350 Kosovo policemen" is 350, "policem"."""
    parts = words_of(words)
    digits = _DIGITS.search(words)
    number: float | None = None
    if digits is not None:
        try:
            number = float(digits.group().rstrip(".,").replace(",", ""))
        except ValueError:
            return None, ""
    else:
        number = next(
            (float(value) for part in parts if (value := _NUMBERS.get(part, _TENS.get(part))) is not None), None
        )
    if number is not None and "million" in parts:
        number *= 1e6
    elif number is not None and "billion" in parts:
        number *= 1e9
    nouns = [part for part in parts if part.isalpha() and part not in _NUMBERS and part not in _TENS]
    return number, stem(nouns[-1]) if nouns else ""
