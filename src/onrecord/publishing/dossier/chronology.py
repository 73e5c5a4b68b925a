"""Everything in the pile in order of date: entries for the timeline's pages, and how a page groups them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from onrecord.domain import Actor
from onrecord.publishing.dossier import wording
from onrecord.publishing.dossier.ledger.entries import Due, EventEntry
from onrecord.publishing.dossier.named_days import NamedDay
from onrecord.publishing.dossier.survey import Piece, ReportRow, StatementRow, Survey
from onrecord.publishing.dossier.when import When

Item = NamedDay | ReportRow | StatementRow | EventEntry | Due

_LONGEST_WORDS = 320
"""Code points of a statement that the timeline shows; the rest is one click away."""

_SILENCE = 60
"""So many days without anything are worth telling."""

SHOWN = 3
"""Statements of one speaker on one day that are shown at once; the rest unfolds."""

_FOLDED_FROM = 12
"""A day with fewer statements than this is not folded at all."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on the timeline, at one place in time."""

    time: When
    item: Item


@dataclass(frozen=True, slots=True)
class Voice:
    """What one speaker said at one time. ``speaker`` is None for everybody whom the reports don't name."""

    speaker: Actor | None
    shown: tuple[StatementRow, ...]
    folded: tuple[StatementRow, ...]


@dataclass(slots=True)
class Moment:
    """A place in time on one page, with what belongs there. Undated things have one such place for each report.

    ``after`` tells how long nothing was dated before it, "" where that was not long; ``continued`` is True where the
    page before has the beginning.
    """

    time: When
    after: str = ""
    continued: bool = False
    events: list[EventEntry] = field(default_factory=list)
    dues: list[Due] = field(default_factory=list)
    named: list[NamedDay] = field(default_factory=list)
    reports: list[ReportRow] = field(default_factory=list)
    voices: list[Voice] = field(default_factory=list)


def chronology(survey: Survey, events: Sequence[EventEntry] = (), dues: Sequence[Due] = ()) -> list[Entry]:
    """Everything in order of date; what has no date last, report by report.

    Of one day events come first, then deadlines, named days, reports, and statements, together by speaker, who has the
    most first.
    """
    rows: list[Item] = [*events, *dues, *survey.named_days, *survey.reports, *survey.statements]
    numbers = Counter((row.time, _speaker_id(row)) for row in survey.statements)

    def place(row: Item) -> tuple[object, ...]:
        if isinstance(row, EventEntry):
            home = row.report.id if row.time.anchor is None else ""
            return (*row.time.order, home and row.report.name + home, 0, -row.independent, -row.printings, *row.order)
        if isinstance(row, Due):
            return (*row.time.order, "", 1, row.entry.kind, *row.entry.order)
        if isinstance(row, NamedDay):
            return (*row.time.order, "", 2, *row.report.order)
        if isinstance(row, ReportRow):
            home = row.id if row.time.anchor is None else ""
            return (*row.time.order, home and row.name + home, 3, *row.order)
        home = row.report.id if row.time.anchor is None else ""
        speaker = _speaker_id(row)
        rank = (speaker == "", -numbers[row.time, speaker], row.speaker.label if row.speaker else "", speaker)
        return (*row.time.order, home and row.report.name + home, 4, *rank, *row.report.order, row.number)

    return [Entry(row.time, row) for row in sorted(rows, key=place)]


def moments(entries: Sequence[Entry], before: Entry | None) -> Iterator[Moment]:
    """``entries`` (a page's) by time. ``before`` is the entry before them, if any."""
    for _, group in groupby(entries, key=_home):
        found = list(group)
        moment = Moment(found[0].time)
        if before is not None:
            moment.continued = _home(before) == _home(found[0])
            moment.after = _silence(before.time.anchor, moment.time.anchor)
        moment.events = [each.item for each in found if isinstance(each.item, EventEntry)]
        moment.dues = [each.item for each in found if isinstance(each.item, Due)]
        moment.named = [each.item for each in found if isinstance(each.item, NamedDay)]
        moment.reports = [each.item for each in found if isinstance(each.item, ReportRow)]
        moment.voices = list(_voices([each.item for each in found if isinstance(each.item, StatementRow)]))
        yield moment
        before = found[-1]


def shortened(words: Sequence[Piece]) -> tuple[Piece, ...]:
    """What was said, no longer than the timeline shows."""
    short: list[Piece] = []
    room = _LONGEST_WORDS
    for piece in words:
        if room <= 0:
            return (*short, Piece("", "cut"))
        if len(piece.text) > room:
            text = piece.text[:room]
            return (*short, Piece(text.rpartition(" ")[0] or text, piece.role), Piece("", "cut"))
        short.append(piece)
        room -= len(piece.text)
    return tuple(short)


def _home(entry: Entry) -> tuple[When, str]:
    """What an entry is listed under: its time; its report, where it has none."""
    if entry.time.anchor is not None:
        return entry.time, ""
    item = entry.item
    return entry.time, item.id if isinstance(item, ReportRow) else item.report.id


def _voices(rows: list[StatementRow]) -> Iterator[Voice]:
    for _, group in groupby(rows, key=_speaker_id):
        said = tuple(group)
        shown = SHOWN if len(rows) >= _FOLDED_FROM and len(said) > SHOWN + 1 else len(said)
        yield Voice(said[0].speaker, said[:shown], said[shown:])


def _speaker_id(row: StatementRow) -> str:
    return row.speaker.id if row.speaker else ""


def _silence(last: date | None, this: date | None) -> str:
    if last is None or this is None or (this - last).days < _SILENCE:
        return ""
    return wording.elapsed(last, this)
