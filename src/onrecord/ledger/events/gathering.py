"""The events of a pile: which tellings are of one event, and what they amount to together.

Tellings are compared within blocks (same verb or act, and a word in common), the likeliest pairs are joined first, and
a group takes no telling whose day its own can't be. The result does not depend on the order of reports.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.domain import UNKNOWN_DATE, DateEstimate, Event
from onrecord.ledger.entries import Entry
from onrecord.ledger.events.disagreeing import disagreements
from onrecord.ledger.events.histories import history
from onrecord.ledger.events.likeness import Told, likeness

_WINDOW = 24  # tellings of a block that each is compared with, the next in time
_LEAST = 0.3


def gathered(entries: Sequence[Entry]) -> tuple[Event, ...]:
    """The events of a pile, each once, in the order of their first reports."""
    told = [Told.of(entry, place) for entry in entries for place in range(len(entry.happenings))]
    told.sort(key=lambda one: one.order)
    last = max((entry.published.best for entry in entries if entry.published.best is not None), default=None)
    groups = _Groups(told)
    for _, first, second in _pairs(told):
        groups.join(first, second)
    return tuple(_event([told[place] for place in group], last) for group in groups.all())


def _pairs(told: Sequence[Told]) -> list[tuple[float, int, int]]:
    """Pairs of places that may be of one event, the likeliest first."""
    told_by = Counter(word for one in told for word in one.words)
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(told):
        for block in one.blocks(told_by):
            blocks[block].append(place)
    seen: set[tuple[int, int]] = set()
    found = []
    for block in sorted(blocks):
        members = blocks[block]
        for at, first in enumerate(members):
            for second in members[at + 1 : at + 1 + _WINDOW]:
                if (first, second) in seen:
                    continue
                seen.add((first, second))
                score = likeness(told[first], told[second])
                if score >= _LEAST:
                    found.append((-round(score, 4), first, second))
    return sorted(found)


class _Groups:
    """Groups of tellings, joined pair by pair."""

    def __init__(self, told: Sequence[Told]) -> None:
        self._told = told
        self._of = list(range(len(told)))
        self._members = {place: [place] for place in range(len(told))}
        self._days: dict[int, set[date]] = {
            place: ({one.day} if one.day is not None and one.happening.state not in ("moved", "cancelled") else set())
            for place, one in enumerate(told)
        }

    def join(self, first: int, second: int) -> None:
        """Make one group of two, unless their days lie further apart than reports of one event ever do."""
        a, b = sorted((self._of[first], self._of[second]))
        if a == b:
            return
        days = self._days[a] | self._days[b]
        put_off = any(self._told[place].happening.state == "moved" for place in (*self._members[a], *self._members[b]))
        if len(days) > 1 and (max(days) - min(days)).days > 2 and not put_off:
            return
        for place in self._members[b]:
            self._of[place] = a
        self._members[a] += self._members.pop(b)
        self._days[a] = days
        del self._days[b]

    def all(self) -> list[list[int]]:
        """The groups, each in order, in the order of their first members."""
        return sorted(sorted(members) for members in self._members.values())


def _event(told: Sequence[Told], last: date | None) -> Event:
    first = _first(told)
    state, steps = history(told, last)
    return Event(
        first.sighting,
        first.happening,
        (first.sighting, *(one.sighting for one in told if one is not first)),
        state,
        _when(told),
        steps,
        disagreements(told),
    )


def _first(told: Sequence[Told]) -> Told:
    """The fullest telling of the first report that tells it."""
    report = told[0].sighting.report
    own = [one for one in told if one.sighting.report == report]
    return max(
        own,
        key=lambda one: (
            one.happening.time is not None,
            one.happening.act is not None,
            one.happening.actor is not None,
            -one.sighting.place,
        ),
    )


def _when(told: Sequence[Told]) -> DateEstimate:
    """The days that all tellings allow; where they disagree, those that most allow, the first reports' if as many."""
    known = [one.happening.when for one in told if one.happening.state not in ("moved", "cancelled")]
    moved = [one.happening.when for one in told if one.happening.state == "moved" and one.happening.time is not None]
    if moved and not any(one.happening.state == "happened" for one in told):
        known = moved[-1:]
    bounded = [when for when in known if when.earliest is not None or when.latest is not None]
    if not bounded:
        return UNKNOWN_DATE
    best = max(
        range(len(bounded)), key=lambda place: (_allowing(bounded[place], bounded), _fineness(bounded[place]), -place)
    )
    kept = [when for when in bounded if _meet(when, bounded[best])]
    earliest = max((when.earliest for when in kept if when.earliest is not None), default=None)
    latest = min((when.latest for when in kept if when.latest is not None), default=None)
    if earliest is not None and latest is not None and earliest > latest:
        return bounded[best]
    same = next((when for when in kept if (when.earliest, when.latest) == (earliest, latest)), None)
    if same is not None:
        return same
    reasons = tuple(dict.fromkeys(reason for when in kept for reason in when.reasons))
    day = earliest if earliest == latest else None
    return DateEstimate(day, earliest, latest, (), reasons)


def _allowing(when: DateEstimate, others: Iterable[DateEstimate]) -> int:
    return sum(_meet(when, other) for other in others)


def _fineness(when: DateEstimate) -> int:
    if when.earliest is None or when.latest is None:
        return -100_000
    return -(when.latest - when.earliest).days


def _meet(a: DateEstimate, b: DateEstimate) -> bool:
    low = max((x for x in (a.earliest, b.earliest) if x is not None), default=None)
    high = min((x for x in (a.latest, b.latest) if x is not None), default=None)
    return low is None or high is None or low <= high
