"""Rulings of courts and tribunals: judgments, advisory opinions, awards, named by court or year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.domain import Instrument
from onrecord.instruments.bodies import Named, body_after, body_before
from onrecord.instruments.found import Found
from onrecord.instruments.words import Word

HEADS = frozenset({"ruling", "judgment", "judgement", "verdict", "opinion", "award", "decision"})
_ARBITRAL = frozenset({"arbitral", "arbitration", "tribunal"})
_YEAR = re.compile(r"(?:1[89]|20)\d\d\Z")


def rulings(words: Sequence[Word], report: str) -> Iterator[Found]:
    """The rulings that a report names by their court or tribunal; ``report`` is its id."""
    for at, word in enumerate(words):
        singular = word.form.removesuffix("s")
        if singular not in HEADS:
            continue
        first = at
        advisory = at > 0 and words[at - 1].form == "advisory" and word.joined
        first -= advisory
        arbitral = first > 0 and words[first - 1].form in _ARBITRAL and words[first].joined
        first -= arbitral
        before, after = body_before(words, first), _by_court(words, at + 1)
        court = next((one for one in (before, after) if one is not None and one.is_court), None)
        if court is None and not arbitral and not advisory:
            continue
        if court is not None and court is before:
            first = court.first
        last = court.last if court is not None and court is after else at + 1
        if first > 0 and _YEAR.match(words[first - 1].text) and words[first].joined:
            first -= 1
        yield Found(
            first,
            last,
            _ruling(court, _sort(singular, advisory, arbitral), _year(words, first, last), report),
            HEADS,
            because="named by its court" if court is not None else "described, and its court not named",
        )


def ruling_of(court: str, report: str) -> Instrument:
    """A ruling of which a report says no more than that ``court`` gave it."""
    return _ruling(Named(court, 0, 0), "ruling", "", report)


def courts(words: Sequence[Word]) -> Iterator[Named]:
    """The international courts that the words name, in text order."""
    at = 0
    while at < len(words):
        named = body_after(words, at) if words[at].capital else None
        if named is not None and named.is_court:
            yield named
        at = named.last if named is not None else at + 1


def _ruling(court: Named | None, sort: str, year: str, report: str) -> Instrument:
    name = f"{court.name} {sort}" if court is not None else sort
    known = court is not None and bool(year)
    title = f"{name} of {year}" if year else name
    within = "" if known else report
    return Instrument(title, "ruling", court.name if court is not None else "", "", year, "", known, within)


def _sort(head: str, advisory: bool, arbitral: bool) -> str:
    if advisory:
        return "advisory opinion"
    return "arbitral award" if arbitral or head == "award" else "ruling"


def _by_court(words: Sequence[Word], at: int) -> Named | None:
    if at < len(words) and words[at].form in ("of", "by", "from") and words[at].joined:
        return body_after(words, at + 1)
    return None


def _year(words: Sequence[Word], first: int, last: int) -> str:
    """The year in "the 2016 award", "the court's ruling of 22 July 2010"."""
    inside = [word.text for word in words[first:last] if _YEAR.match(word.text)]
    if inside:
        return inside[0]
    if last < len(words) and words[last].form in ("of", "from", "in"):
        for word in words[last + 1 : last + 4]:
            if _YEAR.match(word.text):
                return word.text
            if not (word.joined or word.text.isdigit()):
                break
    return ""
