"""Where a statement was made and in what connection: its venue and its occasion, read off its frame.

A venue is the medium ("in a letter to the council", "on state television"), the event ("at a news conference in
Tbilisi") or the place ("in Quito") of the saying. An occasion is what the saying came after, before or with ("after
talks in Muscat", "during a visit to Lima", "ahead of the vote"). Both are phrases of the report, from their preposition
to where they end; what stands inside the content is part of what was said and neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.domain import Span, Statement
from onrecord.statements import occasions, venues
from onrecord.statements.frames import Frame, Frames, Range
from onrecord.statements.mode import says, statement_mode

_PARTICIPLE = (
    r"(?:speaking|talking|testifying|appearing|writing|posting|tweeting|addressing|briefing|responding|reacting"
    r"|interviewed|quoted|campaigning|arriving)"
)
_ENTRY = re.compile(
    rf"\s*(?:(?:but|and|then|later|also|meanwhile|earlier|separately|again|still)\b,?\s+)*(?P<verb>{_PARTICIPLE}\b)?",
    re.IGNORECASE,
)
_DAY = (  # "on Monday", "late last week"
    r"(?:on\s+|late\s+|early\s+|earlier\s+|last\s+|this\s+|next\s+)*"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|week|month|year)"
    r"(?:\s+(?:morning|afternoon|evening|night))?"
    r"|(?:(?:just|only|a|an|few|several|couple|of|two|three|four|five|six|\d+)\s+){1,4}(?:hour|day|week|month|year)s?"
    r"\s+(?:ago|earlier|later)"
)
_BETWEEN_ADJUNCTS = re.compile(rf"[\s,]*(?:{_DAY})?[\s,]*", re.IGNORECASE)
_DATELINE = re.compile(r"[A-Z][A-Z .’'-]+[^—–\n]{0,60}?\s[-–—]+\s")
_PARTING = re.compile(r"[,–—]\s+")
_TITLE = 5  # words of a source that stand before what was tagged as such
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|where|(?<!about )what)\b", re.IGNORECASE)
_NO_VERB = re.compile(r"\s*(?:according\s+to|in|by|of|for|to|about|from|with)\s*", re.IGNORECASE)
_SHOWN = re.compile(
    r"\s*(?:seen|obtained|published|posted|dated|released|leaked|sent|reviewed|read|shown|shared|broadcast|aired)\s+(?:by|on|in|to|via)\b"
)
_REMARKS = re.compile(
    r"\s*(?:(?:He|She|They|The\s+[\w’'-]+(?:\s+[\w’'-]+){0,2}|[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2})\s+)"
    r"(?:(?:was|were|is|are)\s+(?:speaking|talking|addressing)"
    r"|(?:made|makes|gave|issued|delivered)\s+(?:the|his|her|their|its|these|those)\s+"
    r"(?:remarks?|comments?|statements?|announcement|claims?|accusations?|declaration))\b"
)


class _Found(NamedTuple):
    venue: Range | None = None
    occasion: Range | None = None

    def filled_from(self, other: _Found) -> _Found:
        return _Found(self.venue or other.venue, self.occasion or other.occasion)


def with_circumstances(text: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """``statements`` with venue and occasion, and with a mode that knows of the venue. They must be in text order."""
    frames = Frames(text, statements)
    found: list[_Found] = []
    for index, statement in enumerate(statements):
        frame = frames.of(index)
        if frame is None:
            found.append(_Found())
            continue
        own = _circumstances(text, frame, statement)
        if frame.shares_with is not None:
            own = own.filled_from(found[frame.shares_with])
        if own == _Found():
            own = _in_next_sentence(text, frame, frames, index)
        found.append(own)
    return tuple(_with(text, s, f) for s, f in zip(statements, found, strict=True))


def _with(text: str, statement: Statement, found: _Found) -> Statement:
    venue = Span.of(text, *found.venue) if found.venue else None
    occasion = Span.of(text, *found.occasion) if found.occasion else None
    mode = statement.mode
    if statement.cue is not None:
        source = statement.source.text if statement.source else ""
        mode = statement_mode(statement.cue.text, source, venue.text if venue else "")
    return replace(statement, venue=venue, occasion=occasion, mode=mode)


def _circumstances(text: str, frame: Frame, statement: Statement) -> _Found:
    assert statement.cue is not None
    if _NO_VERB.fullmatch(statement.cue.text):  # "according to": what follows names the source
        return _introduced(text, frame.before, places=False)
    places = says(statement.cue.text)
    inverted = statement.source is not None and statement.source.start >= statement.cue.end
    zones = [_scanned(text, (frame.cue[0], frame.behind[1] if not inverted else frame.cue[1]), places=places)]
    if inverted:
        zones.append(_scanned(text, frame.behind, places=places))
    zones.append(_introduced(text, frame.before, places=places))
    zones.append(_between(text, frame.between, places=places))
    zones.append(_appended(text, frame.after))
    found = _Found()
    for zone in zones:
        found = found.filled_from(zone)
    return found


def _scanned(text: str, zone: Range, *, places: bool) -> _Found:
    """The first venue and the first occasion of a zone, up to its first relative clause."""
    relative = _RELATIVE.search(text, *zone)
    low, high = zone[0], relative.start() if relative else zone[1]
    occasion = occasions.find(text, low, high)
    before = occasion[0] if occasion else high
    venue = venues.find(text, low, before, places=False)
    if venue is None and places:  # a place by itself, before any aside
        comma = _comma(text, low, before)
        venue = venues.find(text, low, before if comma is None else comma, places=True)
    if venue is None and occasion is not None:
        venue = venues.find(text, occasion[1], high, places=places)
    return _Found(venue, occasion)


def _introduced(text: str, zone: Range, *, places: bool) -> _Found:
    """Adjuncts that open a sentence, up to the source: "In a letter, …", "Speaking in Riga after the vote, …".

    Where a clause of its own stands between, they are that clause's and nothing is found.
    """
    dateline = _DATELINE.match(text, *zone)
    at, found = dateline.end() if dateline else zone[0], _Found()
    while at < zone[1]:
        start, spoken = _entered(text, at, zone[1])
        comma = _comma(text, start, zone[1])
        end = zone[1] if comma is None else comma
        if not _BETWEEN_ADJUNCTS.fullmatch(text, start, end):
            if spoken:
                chunk, rest = _scanned(text, (start, end), places=True), ""
            else:
                start = _skip_day(text, start, end)
                if _SHOWN.match(text, start, end):  # "In her letter, seen by the Echo, she says"
                    at = end + 1
                    continue
                chunk = _at_start(text, start, end, places=places)
                rest = text[max((r[1] for r in chunk if r), default=start) : end]
            if not _BETWEEN_ADJUNCTS.fullmatch(rest):
                nothing_but_a_title = comma is None and len(rest.split()) <= _TITLE and chunk == _Found()
                return found if nothing_but_a_title else _Found()
            found = found.filled_from(chunk)
        at = end + 1
    return found


def _entered(text: str, low: int, high: int) -> tuple[int, bool]:
    """Where an adjunct begins behind "But", "speaking" and the like, and whether such a verb opens it."""
    entry = _ENTRY.match(text, low, high)
    if entry is None:
        return low, False
    return entry.end(), entry["verb"] is not None


def _at_start(text: str, low: int, high: int, *, places: bool) -> _Found:
    """A venue or an occasion that begins right at ``low``, and the other one right behind it."""
    occasion = occasions.find(text, low, high, at_start=True)
    later = None if occasion else occasions.find(text, low, high)
    venue = venues.find(
        text, occasion[1] if occasion else low, later[0] if later else high, places=places, at_start=True
    )
    if venue is not None and occasion is None:
        occasion = occasions.find(text, venue[1], high, at_start=True)
    return _Found(venue, occasion)


def _comma(text: str, low: int, high: int) -> int | None:
    """The next comma that ends a phrase: not one inside a date or between a town and its country."""
    for match in re.finditer(r",", text[low:high]):
        at = low + match.start()
        if re.match(r",\s+(?:\d{4}\b|[A-Z][\w.]+(?:\s[A-Z][\w.]+)?,\s)", text[at : at + 40]) and re.search(
            r"\b(?:in|at|near|from|to|of|outside)\s+(?:[A-Z][\w.’'-]+\s?){1,4}$|\d$", text[max(low, at - 60) : at]
        ):
            continue
        return at
    return None


def _between(text: str, zone: Range, *, places: bool) -> _Found:
    """Adjuncts between source and cue, each right behind the source or behind a comma."""
    found = _Found()
    starts = [zone[0], *(m.end() for m in _PARTING.finditer(text, *zone))]
    for start, end in zip(starts, [*starts[1:], zone[1]], strict=True):
        begin, spoken = _entered(text, start, end)
        if spoken:
            found = found.filled_from(_scanned(text, (begin, end), places=places))
        else:
            found = found.filled_from(_at_start(text, _skip_day(text, begin, end), end, places=places))
    return found


def _skip_day(text: str, low: int, high: int) -> int:
    day = re.compile(_DAY, re.IGNORECASE).match(text, low, high)
    return day.end() if day else low


def _appended(text: str, zone: Range) -> _Found:
    """Adjuncts behind the content, or behind a comma after it: "…”, in an interview", "called it a lie in a post"."""
    found = _Found()
    starts = [zone[0], *(m.end() for m in _PARTING.finditer(text, *zone))]
    for start, end in zip(starts, [*starts[1:], zone[1]], strict=True):
        begin, spoken = _entered(text, start, end)
        if spoken:
            found = found.filled_from(_scanned(text, (begin, end), places=True))
        else:
            chunk = _at_start(text, _skip_day(text, begin, end), end, places=False)
            # What follows a comma after "the state added a week, after voters …" tells why, not on what occasion.
            found = found.filled_from(chunk if start == zone[0] or chunk.venue else _Found())
    return found


def _in_next_sentence(text: str, frame: Frame, frames: Frames, index: int) -> _Found:
    """What "He was speaking at …" or "She made the remarks in …" in the next sentence says of this one."""
    at = frame.sentence[1]
    mark = re.compile(r"[.!?…]?[\"”’»)]*[ \t]*(?:\r?\n){0,2}").match(text, at)
    remarks = _REMARKS.match(text, mark.end() if mark else at)
    if remarks is None or frames.inside(remarks.start(), index):
        return _Found()
    low, high = frames.sentence(remarks.end())
    return _scanned(text, (remarks.end(), min(high, remarks.end() + 300)), places=True) if low < high else _Found()
