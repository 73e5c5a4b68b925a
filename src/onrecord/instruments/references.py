"""What "the resolution", "this treaty", "the ruling" refer to, and agreements that a report introduces without a name.

A reference is linked to the only instrument of its kind that was named before it; where several were, to the one named
last, if that was in the same sentence or the one before and no other was. Otherwise it is left alone: a ground on the
wrong treaty is worse than none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.domain import Instrument
from onrecord.instruments.bodies import Named
from onrecord.instruments.found import Found
from onrecord.instruments.rulings import HEADS as RULING_HEADS
from onrecord.instruments.rulings import courts, ruling_of
from onrecord.instruments.table import known_instruments
from onrecord.instruments.words import Word, spelt, word_set

_THE = frozenset({"the", "this", "that", "these", "those", "said"})
_NEW = frozenset({"a", "an", "no", "any", "another", "some", "new"})
_AGREED = frozenset({"agreement", "agreements", "accord", "accords", "pact", "deal"})
_HEADS = (
    _AGREED
    | RULING_HEADS
    | word_set(
        "resolution resolutions charter treaty treaties convention conventions covenant protocol memorandum",
        "declaration constitution statute",
    )
)
_SIGNED = word_set(
    "sign signed signs signing initial initialled initialed initials ratify ratified conclude concluded clinch clinched"
)
_TYPES = word_set(
    "armistice association border ceasefire cease fire economic extradition fisheries fishing free gas grain",
    "normalisation normalization partnership peace prisoner security stabilisation tariff trade transit truce water",
)
_PRIVATE = word_set(
    "confidentiality nondisclosure disclosure license licensing plea prenuptial employment loan lease rental"
)
_GO_ON = frozenset({"of", "between", "on", "that", "which", "signed", "reached", "with", "concluded", "for", "to"})
_MOST = 40  # instruments that a reference is compared with, the latest
_REACH = 4  # words between the article and the head


@dataclass(frozen=True, slots=True)
class _Place:
    """A noun that may stand for an instrument, and what stands before it."""

    at: int
    first: int
    article: str
    modifiers: tuple[str, ...]
    owned: bool


class References:
    """The references of one report, resolved in text order."""

    def __init__(self, words: Sequence[Word], ends: Sequence[int], named: Sequence[Found], report: str) -> None:
        self._words, self._ends, self._report = words, ends, report
        self._named = list(named)
        self._covered = {place for one in named for place in range(one.first, one.last)}
        self._courts: list[Named] | None = None  # seldom asked for
        self._barriers: dict[str, int] = {}

    def resolved(self) -> Iterator[Found]:
        """What they mean, in text order."""
        waiting = sorted(self._named, key=lambda one: one.first, reverse=True)
        before: dict[str, Found] = {}  # the last place of each, the latest at the end
        for at, word in enumerate(self._words):
            while waiting and waiting[-1].first < at:
                _remember(before, waiting.pop())
            if word.form not in _HEADS or at in self._covered:
                continue
            place = self._place(at)
            found = self._introduced(place) or self._referred(place, list(before.values())) or self._typed(place)
            if found is not None:
                _remember(before, found)
                yield found
            elif place.article in _NEW:
                for head in _AGREED if word.form in _AGREED else (word.form,):
                    self._barriers[head] = at

    def _place(self, at: int) -> _Place:
        words = self._words
        first = at
        while first > 0 and at - first < _REACH and words[first].joined:
            before = words[first - 1]
            if before.form in _THE or before.form in _NEW or before.owned:
                modifiers = tuple(word.form for word in words[first:at])
                owner = first - 2 if before.owned else first - 1
                if before.owned:
                    while owner > 0 and words[owner].joined and words[owner - 1].form not in _THE and (
                        words[owner - 1].capital and words[owner].capital
                    ):  # fmt: skip
                        owner -= 1
                    if owner > 0 and words[owner].joined and words[owner - 1].form == "the":
                        owner -= 1
                return _Place(at, max(owner, 0), "" if before.owned else before.form, modifiers, before.owned)
            if before.capital and before.form not in _HEADS:
                break
            first -= 1
        return _Place(at, at, "", (), False)

    def _referred(self, place: _Place, before: Sequence[Found]) -> Found | None:
        """The instrument named before that "the treaty" means, if it is clear."""
        head = self._words[place.at].form
        if place.article not in _THE or self._goes_on(place.at):
            return None
        compatible = [one for one in before if self._fits(place, one) and one.last > self._barriers.get(head, -1)]
        if not compatible:
            return self._of_court(place) or self._default(place)
        latest = compatible[-1]
        others = [one for one in compatible if one.instrument.id != latest.instrument.id]
        if not others:
            because = f"the only {_singular(head)} named before"
        elif self._is_last_by_far(latest, others, place):
            because = f"the {_singular(head)} named last, in this sentence or the one before"
        else:
            return None
        return Found(place.first, place.at + 1, latest.instrument, latest.heads, because=because)

    def _is_last_by_far(self, latest: Found, others: Sequence[Found], place: _Place) -> bool:
        """Whether it is in the same sentence and no other is; or in the one before, and no other is in either."""
        here, there = self._sentence(place.at), self._sentence(latest.first)
        return there >= here - 1 and all(self._sentence(one.first) < there for one in others)

    def _fits(self, place: _Place, one: Found) -> bool:
        head = _singular(self._words[place.at].form)
        heads = {_singular(each) for each in one.heads}
        agreed = head in _AGREED and bool(heads & _AGREED)
        if head not in heads and not agreed:
            return False
        if head == "deal" and not place.modifiers:
            return False
        vocabulary = known_instruments().vocabulary.get(one.instrument.id, frozenset())
        own = vocabulary | {word.casefold() for word in one.instrument.name.split()} | {one.instrument.date}
        return all(modifier in own or modifier in _PLAIN for modifier in place.modifiers)

    def _of_court(self, place: _Place) -> Found | None:
        """A ruling of the one international court that the report has named by then."""
        head = self._words[place.at].form
        if head not in ("ruling", "judgment", "judgement", "opinion", "verdict") or place.modifiers:
            return None
        if place.first > 0 and self._words[place.first - 1].form == "in" and head == "opinion":
            return None
        if self._courts is None:
            self._courts = list(courts(self._words))
        named = {court.name for court in self._courts if court.last <= place.first}
        if len(named) != 1 or self._barriers.get(head, -1) >= 0:
            return None
        (court,) = named
        because = "of the only court named before"
        return Found(place.first, place.at + 1, ruling_of(court, self._report), RULING_HEADS, because=because)

    def _default(self, place: _Place) -> Found | None:
        """ "the Charter", with a capital, in a report that names the United Nations and no other charter."""
        word = self._words[place.at]
        if word.form == "constitution" and not place.modifiers and place.article == "the":
            instrument = Instrument("constitution", "constitution", identified=False, within=self._report)
            because = "a constitution, and not said whose"
            return Found(place.first, place.at + 1, instrument, frozenset({"constitution"}), because=because)
        if word.form != "charter" or not word.capital or place.modifiers:
            return None
        if not any(each.form == "un" or (each.form == "security" and each.capital) for each in self._words):
            return None
        charter = known_instruments().names.get("un", ())
        for entry in charter:
            if entry.forms == ("un", "charter"):
                because = "the only charter that a report on the United Nations calls so"
                return Found(place.first, place.at + 1, entry.instrument, frozenset({"charter"}), because=because)
        return None

    def _introduced(self, place: _Place) -> Found | None:
        """An agreement without a name that is being signed: "put their initials to a 15-point agreement"."""
        words = self._words
        if words[place.at].form not in _AGREED - {"deal"} and words[place.at].form not in ("treaty", "memorandum"):
            return None
        first = place.first if place.article in _NEW else place.at
        while first == place.at and first > 0 and words[first].joined and words[first - 1].form in _TYPES:
            first -= 1
            break
        lead = [word.form for word in words[max(0, first - 2) : first]]
        if _PRIVATE.intersection(place.modifiers):
            return None
        if place.article in _THE or place.owned or place.article == "no" or not _SIGNED.intersection(lead):
            return None
        if place.article == "" and first == place.at:
            return None
        name = spelt(words[first + (place.article in _NEW) : place.at + 1])
        return self._unidentified(first, place.at, name)

    def _typed(self, place: _Place) -> Found | None:
        """An agreement that is only described: "the region's free-trade agreement"."""
        words = self._words
        form = words[place.at].form
        if form not in _AGREED - {"deal"} and form != "treaty":
            return None
        kinds = [each for each in place.modifiers if each in _TYPES]
        if not kinds or len(kinds) != len(place.modifiers) or not (place.owned or place.article in ("the", "this")):
            return None
        name = "-".join(kinds[:2]) if kinds[:2] == ["free", "trade"] else " ".join(kinds)
        return self._unidentified(place.first, place.at, f"{name} {form}")

    def _unidentified(self, first: int, at: int, name: str) -> Found:
        kind = "treaty" if self._words[at].form == "treaty" else "agreement"
        instrument = Instrument(name, "agreement", identified=False, within=self._report)
        instrument = replace(instrument, kind="treaty") if kind == "treaty" else instrument
        heads = frozenset({_singular(self._words[at].form)})
        return Found(first, at + 1, instrument, heads, because="described, and not named")

    def _goes_on(self, at: int) -> bool:
        """Whether "the treaty" is told apart by what follows ("of 1929"), and so need not have been named before."""
        words = self._words
        return at + 1 < len(words) and words[at + 1].joined and words[at + 1].form in _GO_ON

    def _sentence(self, at: int) -> int:
        return bisect_right(self._ends, self._words[at].start)


_PLAIN = frozenset({"same", "whole", "entire", "existing", "international", "said", "very"})


def _remember(before: dict[str, Found], found: Found) -> None:
    before.pop(found.instrument.id, None)
    before[found.instrument.id] = found
    if len(before) > _MOST:
        del before[next(iter(before))]


def _singular(head: str) -> str:
    return {"treaties": "treaty"}.get(head, head.removesuffix("s"))
