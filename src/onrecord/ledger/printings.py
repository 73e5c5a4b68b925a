"""In how many reports a row of the ledger is told, and on how many independent sources these stand.

Two sightings stand on one source if one has the words of the other by copying, if both have theirs from the same place
of a third report, if their reports credit the same agency, or if both had it from the same go-between. Reports that
merely share something else with each other are not joined by that: a report that has one commitment from one paper and
another from a second one makes no single source of these two. What only both quote is no copying either.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from onrecord.domain import (
    Commitment,
    Event,
    Forecast,
    Ledger,
    Lineage,
    Position,
    Sighting,
    Span,
    Statement,
)
from onrecord.ledger.entries import Entry
from onrecord.lineage import Counts
from onrecord.lineage.aligning import same_words
from onrecord.lineage.groups import Groups
from onrecord.lineage.words import word_table
from onrecord.reading.agency import agency_named

_MOST = 0.5  # of the words of a sighting that a passage must hold, and of two places for these to be one
_AT_HAND = 512  # passages of which the words are aligned
_Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sighting: their report, where they stand in it, and whom they are known to be from."""

    report: str
    start: int
    end: int
    origins: tuple[str, ...] = ()

    @classmethod
    def of(cls, entry: Entry, evidence: Sequence[Span], statement: int | None) -> Words:
        """Those of a row of a report; ``statement`` is the place of the one that tells it."""
        said = None if statement is None else entry.statements[statement]
        start, end = min(span.start for span in evidence), max(span.end for span in evidence)
        return cls(entry.report, start, end, tuple(sorted(set(_origins(entry, said)))))


def _origins(entry: Entry, statement: Statement | None) -> Iterator[str]:
    if entry.agency:
        yield f"agency {entry.agency}"
    if statement is not None:
        yield from (f"actor {actor.id}" for actor in statement.relayed_by)
        yield from (f"agency {name}" for actor in statement.addressees if (name := agency_named(actor.name)))


class Sources:
    """Tells which sightings stand on one source.

    Args:
        lineage: which reports share whose words.
        order: the ids of all reports, the oldest first.
    """

    def __init__(self, lineage: Iterable[Lineage], order: Sequence[str]) -> None:
        self._age = {report: place for place, report in enumerate(order)}
        self._shared: defaultdict[str, defaultdict[str, list[tuple[Span, Span]]]]
        self._shared = defaultdict(lambda: defaultdict(list))
        for row in lineage:
            if row.is_copying:
                for here, there in row.passages:
                    self._shared[row.report][row.copied_from].append((here, there))
                    self._shared[row.copied_from][row.report].append((there, here))

    def counts(self, sightings: Sequence[Words]) -> Counts:
        """Those of a row that is sighted there."""
        printed = {each.report for each in sightings}
        if len(printed) == 1:
            return Counts(1, 1)
        groups = [{sightings[place].report for place in places} for places in self.joined(sightings)]
        # Of a group that several reports are in, the oldest stands for the source. What a report says once more in
        # words of its own is no further source if it has it from one already.
        shared = {min(reports, key=self._age.__getitem__) for reports in groups if len(reports) > 1}
        copying = set().union(*(reports for reports in groups if len(reports) > 1))
        return Counts(len(printed), len(shared) + len(printed - copying))

    def joined(self, sightings: Sequence[Words]) -> list[list[int]]:
        """The places of the sightings that stand on one source each, in order."""
        groups: Groups[Hashable] = Groups()
        told = self._telling({each.report for each in sightings})
        places: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for number, words in enumerate(sightings):
            places[words.report].append((words.start, words.end, number))
            for report, (start, end) in self._elsewhere(words, told):
                places[report].append((start, end, number))
            for origin in words.origins:
                groups.link(number, origin)
        for several in places.values():
            for one, other in _overlapping(sorted(several)):
                groups.link(one, other)
        found: dict[Hashable, list[int]] = {}
        for number in range(len(sightings)):
            found.setdefault(groups.of(number), []).append(number)
        return list(found.values())

    def _telling(self, sighted: Set[str]) -> Set[str]:
        """The reports that can join two of ``sighted``: those themselves, and all that share words with several.

        One that a thousand papers print has a thousand others, of which nearly all lead nowhere.
        """
        reached = Counter(report for each in sighted for report in self._shared.get(each, ()))
        return sighted | {report for report, times in reached.items() if times > 1}

    def _elsewhere(self, words: Words, told: Set[str]) -> Iterator[tuple[str, _Range]]:
        """Where the words stand by copying, in those other reports that are ``told``."""
        shared: Mapping[str, list[tuple[Span, Span]]] = self._shared.get(words.report, {})
        for report in told & shared.keys() if len(told) < len(shared) else [each for each in shared if each in told]:
            for here, there in shared[report]:
                start, end = max(here.start, words.start), min(here.end, words.end)
                if end - start >= _MOST * (words.end - words.start):
                    place = _counterpart(here, there, start - here.start, end - here.start)
                    if place is not None:
                        yield report, (there.start + place[0], there.start + place[1])


def counted(ledger: Ledger, lineage: Iterable[Lineage], entries: Sequence[Entry]) -> Ledger:
    """The ledger with printings and independent sources of its rows.

    Args:
        ledger: the rows.
        lineage: which reports share whose words.
        entries: all reports, the oldest first.
    """
    sources = Sources(lineage, [entry.report for entry in entries])
    known = {entry.report: entry for entry in entries}

    def event(row: Event) -> Event:
        told = [(known[report], known[report].happenings[place]) for report, place in _all(row)]
        counts = sources.counts([Words.of(entry, (it.span,), it.statement) for entry, it in told])
        return replace(row, printings=counts.printings, independent=counts.independent)

    def commitment(row: Commitment) -> Commitment:
        told = [(known[report], known[report].declarations[place]) for report, place in _all(row)]
        counts = sources.counts([Words.of(entry, (it.act, it.cue), it.statement) for entry, it in told])
        return replace(row, printings=counts.printings, independent=counts.independent)

    def forecast(row: Forecast) -> Forecast:
        told = [(known[report], known[report].expectations[place]) for report, place in _all(row)]
        counts = sources.counts([Words.of(entry, (it.expected, it.cue), it.statement) for entry, it in told])
        return replace(row, printings=counts.printings, independent=counts.independent)

    return replace(
        ledger,
        events=tuple(map(event, ledger.events)),
        commitments=tuple(map(commitment, ledger.commitments)),
        forecasts=tuple(map(forecast, ledger.forecasts)),
        positions=_positions(ledger.positions, sources, known),
    )


def _positions(rows: Sequence[Position], sources: Sources, known: Mapping[str, Entry]) -> tuple[Position, ...]:
    """A position is printed wherever the same actor takes the same side of the same day, or the words are copied."""
    words = [
        Words.of(known[row.sighting.report], (row.stance.matter, row.stance.words), row.stance.statement)
        for row in rows
    ]
    alike: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        # By the best guess: two reports of one day seldom leave the same doubt about it.
        alike[row.question.id, row.actor.id, row.side, row.when.best].append(number)
    found = list(rows)
    for key, numbers in alike.items():
        groups = [list(range(len(numbers)))]
        if not any(key[3:]):  # of no known day: only what is copied is the same position
            groups = sources.joined([words[number] for number in numbers])
        for group in groups:
            several = [numbers[place] for place in group]
            counts = sources.counts([words[number] for number in several])
            for number in several:
                found[number] = replace(rows[number], printings=counts.printings, independent=counts.independent)
    return tuple(found)


def _all(row: Event | Commitment | Forecast) -> Iterable[Sighting]:
    return dict.fromkeys((row.first, *row.sightings))


def _overlapping(ranges: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """Pairs of those that are at one place; each is compared with the one before and the first there."""
    first: tuple[int, int, int] | None = None
    before: tuple[int, int, int] | None = None
    for each in ranges:
        joined = False
        for other in (first, before):
            if other is not None and _is_one_place(other, each):
                yield other[2], each[2]
                joined = True
        if not joined:
            first = each
        before = each


def _is_one_place(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    both = min(one[1], other[1]) - max(one[0], other[0])
    return both > 0 and both >= _MOST * min(one[1] - one[0], other[1] - other[0])


@lru_cache(maxsize=_AT_HAND)
def _aligned(here: Span, there: Span) -> NDArray[np.int32]:
    """The words that both sides of a passage have: rows of where each stands in the one, and where in the other."""
    table = word_table([here.text, there.text])
    one, other = table.words_of(0), table.words_of(1)
    pairs = np.array(same_words(table.hashes[one].tolist(), table.hashes[other].tolist()), np.int64).reshape(-1, 2)
    mine, theirs = one.start + pairs[:, 0], other.start + pairs[:, 1]
    columns = table.starts[mine], table.ends[mine], table.starts[theirs], table.ends[theirs]
    return np.stack(columns, axis=1).astype(np.int32)


def _counterpart(here: Span, there: Span, start: int, end: int) -> _Range | None:
    """Where the words ``start:end`` of one side of a passage stand in the other; None if they were left out there."""
    words = here.text[start:end]
    place = there.text.find(words)
    if place >= 0 and there.text.find(words, place + 1) < 0:  # as nearly always: no word of it was changed
        return place, place + len(words)
    aligned = _aligned(here, there)
    same = aligned[(start <= aligned[:, 0]) & (aligned[:, 1] <= end)]
    return (int(same[0, 2]), int(same[-1, 3])) if len(same) else None
