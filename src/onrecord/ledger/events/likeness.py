"""Whether two tellings are of one event: by what is done, by whom, to whom, when, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.actors.words import word_set
from onrecord.domain import DateEstimate, Happening, Sighting
from onrecord.ledger.entries import Entry
from onrecord.ledger.events.nouns import HELD_NOUNS
from onrecord.ledger.stems import stem, words_of

_EMPTY = word_set(
    "a an the of in on at to for with by from and or but as its his her their it he she they that which who was "
    "were is are be been has have had not this these those after before over into than then about against also "
    "both between more most some other others late early last next first new former later earlier would will hold "
    "held place took said says set due scheduled planned "
)
_SLACK = timedelta(days=2)
"""Days by which reports of one event may differ about its day."""
_NEARBY = timedelta(days=12)
"""Days that may lie between reports of one event of which at least one names no day."""
_RAREST = 4  # words by which a telling is compared
_ENOUGH = 0.5  # share of the words of the shorter telling that both must have
_SAME_MEETING = frozenset(stem(noun) for noun in HELD_NOUNS)


@dataclass(frozen=True, slots=True)
class Told:
    """A telling with what it is compared by."""

    sighting: Sighting
    happening: Happening
    order: tuple[date, str, int]
    reported: date | None
    verb: str
    """Stem of the trigger: "declared" and "declaration" have one."""
    words: frozenset[str]
    """Stems of the words of content, without the verb's."""
    names: frozenset[str]
    """Those of them that name actor and recipient."""
    parties: frozenset[str]
    """Ids of actor and recipient."""

    @classmethod
    def of(cls, entry: Entry, place: int) -> Told:
        """The telling at ``place`` of a report."""
        happening = entry.happenings[place]
        verb = stem(happening.trigger.text)
        names = [actor.name for actor in (happening.actor, happening.recipient) if actor is not None]
        words = {stem(word) for word in words_of(happening.subject) if word not in _EMPTY}
        named = {stem(word) for name in names for word in words_of(name) if word not in _EMPTY}
        day, report = entry.order
        reported = entry.published.best or entry.published.latest
        return cls(
            Sighting(entry.report, place),
            happening,
            (day, report, place),
            reported,
            verb,
            frozenset((words | named) - {verb}),
            frozenset(named),
            frozenset(actor.id for actor in (happening.actor, happening.recipient) if actor is not None),
        )

    @property
    def day(self) -> date | None:
        """The day, if it is known to the day."""
        when = self.happening.when
        return when.earliest if when.earliest is not None and when.earliest == when.latest else None

    def blocks(self, told_by: Mapping[str, int]) -> list[str]:
        """What it must share one of with another telling to be compared with it: its verb or act with a word.

        Args:
            told_by: in how many tellings of the pile a word is. The rarest say most about which event it is.
        """
        act = self.happening.act
        kinds = [self.verb, *([f"act {act.code}"] if act is not None else [])]
        rarest = sorted(self.words, key=lambda word: (told_by[word], word))[:_RAREST]
        return [f"{kind} {word}" for kind in kinds for word in rarest] or [self.verb]


def likeness(one: Told, other: Told) -> float:
    """How likely two tellings are of one event: 0 (never) to 1."""
    kind = _same_kind(one, other)
    if not kind:
        return 0.0
    near = _nearness(one, other)
    if near <= 0:
        return 0.0
    if _clash(one, other):
        return 0.0
    if near == 1 and _meet_alike(one, other):
        return 0.6
    if kind < 1 and _share(one.words - one.names - other.names, other.words - one.names - other.names) < _ENOUGH:
        return 0.0  # the same parties and the same kind of act are not enough
    if not one.words and not other.words:  # "talks on Friday", twice in one report
        return 0.5 if near == 1 and kind == 1 and one.sighting.report == other.sighting.report else 0.0
    shared = one.words & other.words
    least = min(len(one.words), len(other.words))
    share = _share(one.words, other.words)
    if share < _ENOUGH or (len(shared) < 2 and not (kind == 1 and least <= 2 and (near == 1 or _undone(one, other)))):
        return 0.0
    return kind * near * share


def _meet_alike(one: Told, other: Told) -> bool:
    """Whether two meetings of one day have a word in common besides who meets, and nobody else meets."""
    acts = [told.happening.act for told in (one, other)]
    if any(act is None or act.code != "CONSULT" for act in acts):
        return False
    return bool((one.words & other.words) - one.names - other.names)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def _same_kind(one: Told, other: Told) -> float:
    if one.verb == other.verb:
        return 1.0
    first, second = one.happening.act, other.happening.act
    if first is not None and second is not None and first.code == second.code:
        return 0.8
    meets = {one.verb, other.verb} & _SAME_MEETING
    undone = {one.happening.state, other.happening.state} & {"scheduled", "moved", "cancelled"}
    return 0.7 if meets and undone and (one.verb in other.words or other.verb in one.words) else 0.0


def _nearness(one: Told, other: Told) -> float:
    """1 for the same day, less where days are not known or differ a little, 0 where they can't be one."""
    a, b = one.happening.when, other.happening.when
    undone = _undone(one, other)
    if one.day is not None and other.day is not None:
        if one.day == other.day:
            return 1.0
        if undone:
            return 0.8
        return 0.6 if abs(one.day - other.day) <= _SLACK else 0.0
    if not _overlap(a, b) and not undone:
        return 0.0
    if one.reported is None or other.reported is None:
        return 0.7 if one.day is None and other.day is None and one.sighting.report == other.sighting.report else 0.5
    apart = abs(one.reported - other.reported)
    if _is_within(a, 45) and _is_within(b, 45):
        return 0.9
    if _is_within(a, 366) and _is_within(b, 366):
        return 0.7
    return 0.8 if apart <= _NEARBY else 0.0


def _undone(one: Told, other: Told) -> bool:
    """Whether one of two is told as put off or called off."""
    return bool({one.happening.state, other.happening.state} & {"moved", "cancelled"})


def _is_within(when: DateEstimate, days: int) -> bool:
    """Whether the words give a stretch of so many days or fewer."""
    return when.earliest is not None and when.latest is not None and when.latest - when.earliest <= timedelta(days=days)


def _overlap(a: DateEstimate, b: DateEstimate) -> bool:
    low = max((x for x in (a.earliest, b.earliest) if x is not None), default=None)
    high = min((x for x in (a.latest, b.latest) if x is not None), default=None)
    return low is None or high is None or low <= high + _SLACK


def _clash(one: Told, other: Told) -> bool:
    """Whether both name who did it, or to whom, and name others."""
    a, b = one.happening, other.happening
    if a.actor is not None and b.actor is not None and one.parties.isdisjoint(other.parties):
        return not (one.names & other.words or other.names & one.words)
    if a.recipient is not None and b.recipient is not None and a.recipient.id != b.recipient.id:
        return a.recipient.kind == "person" and b.recipient.kind == "person"
    return False
