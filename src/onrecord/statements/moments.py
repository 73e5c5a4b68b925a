"""Which of a report's time expressions tells when a statement was made, read off the statement's frame.

"said Monday", "On Friday the ministry told …" and "speaking in Riga late on 5 May" name the moment; "said of Monday's
vote", "by Friday" and "elected in 2008" name other things' days. "After talks on Friday, …" names a day before which it
was not said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.dating import Timex
from onrecord.domain import Statement
from onrecord.statements.frames import Frame, Frames, Range


@dataclass(frozen=True, slots=True)
class Moment:
    """What tells when a statement was made.

    Args:
        time: the place of the time expression among the report's.
        since: True for a day that it was said after, False for the day (week, month, …) on which it was said.
        inherited: whether another statement of the same speaker names it, and this one goes on from there.
    """

    time: int
    since: bool = False
    inherited: bool = False


_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|where|that|because|if|unless|although|though|while|when)\b", re.I)
_AFTER = re.compile(
    r"\b(?:after|following|since|upon|(?:in|reacting|responding) (?:response|reaction|reply|to)|wake of)\b", re.I
)
_AHEAD = re.compile(r"\b(?:before|ahead of|prior to|until|till|by|eve of|through)\b", re.I)
_OTHERS = re.compile(  # words right before an expression that make it something else's
    r"(?:\b(?:of|about|for|by|until|till|to|from|between|and|through|before|than|the|with|over|against|since|as|or|into"
    r"|toward|towards|regarding|concerning|a|an|its|his|her|their)|[(–—-])\s*\Z",
    re.I,
)
_HELD_ON = re.compile(r"\b(?:at|in|during|on)\s+(?:the\s+)?(?:late\s+|early\s+)?\Z", re.I)
_POSSESSIVE = re.compile(r"['’]s?\s+\w")
_SPOKEN = (
    r"(?:speaking|talking|testifying|appearing|writing|posting|tweeting|addressing|briefing|responding|reacting|interviewed"
    r"|quoted|published|broadcast|aired|issued|released|dated|posted|carried|printed)"
)
_ADJUNCT = re.compile(
    rf"[\s,;:“”\"'‘’—–-]*(?:(?:but|and|then|also|meanwhile|later|again|separately|still|yet|however)\b[\s,]*)*"
    rf"(?:\Z|(?:on|in|at|during|late|early|earlier|over|through|via|from|to|{_SPOKEN}|after|following|upon)\b)",
    re.I,
)
_DATELINE = re.compile(r"[A-Z][A-Z .’'-]+[^—–\n]{0,60}?\s[-–—]+\s")
_BARE = re.compile(
    r"(?:(?:late|early)\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:morning|afternoon|evening|night))?\Z"
)
_VERB = re.compile(
    r"\s+(?:[a-z]+ly\s+)?(?!(?:and|or|but|of|in|at|on|to|for|by|with|from|as|when|after|before|that|which|who)\b)[a-z]{3,}\b"
)
_DOCUMENT = re.compile(
    r"\b(?:report|letter|statement|resolution|document|paper|communiqu[eé]|declaration|note|brief)\Z", re.I
)
_NAME_BEFORE = re.compile(r"\b[A-Z][\w.&]*\s+\Z")
_TITLE = 6  # words between an opening adjunct and its source, where no comma parts them
_CLAUSE = 14  # words of an adjunct: what is longer is a clause
_CLOSED = re.compile(r"[”\"’']\s*\Z")


def moments(text: str, statements: Sequence[Statement], times: Sequence[Timex]) -> tuple[Moment | None, ...]:
    """For each statement what its own frame says of when it was made, None where it says nothing.

    Args:
        text: of the report.
        statements: of the report, in text order.
        times: what ``dating.find`` yields for the report.
    """
    frames = Frames(text, statements)
    reader = _Reader(text, times)
    found: list[Moment | None] = []
    for index, statement in enumerate(statements):
        frame = frames.of(index)
        if frame is None:
            found.append(None)
            continue
        own = reader.moment(frame, statement)
        if own is None and frame.shares_with is not None:
            own = found[frame.shares_with]
        found.append(own)
    return tuple(found)


class _Reader:
    def __init__(self, text: str, times: Sequence[Timex]) -> None:
        self._text, self._times = text, times
        self._starts = [time.span.start for time in times]

    def moment(self, frame: Frame, statement: Statement) -> Moment | None:
        inverted = statement.source is not None and statement.cue is not None and statement.source.start >= frame.cue[1]
        zones: list[tuple[str, Range]] = [("cue", (frame.cue[0], frame.cue[1] if inverted else frame.behind[1]))]
        if inverted:
            zones.append(("behind", frame.behind))
        zones += [("between", frame.between), ("before", frame.before)]
        if self._closed(statement):
            zones.append(("after", frame.after))
        for name, zone in zones:
            document = name == "before" and statement.source is not None and _DOCUMENT.search(statement.source.text)
            found = self._in_zone("between" if document else name, zone)
            if found is not None:
                return found
        return None

    def _closed(self, statement: Statement) -> bool:
        """Whether the content ends with a quotation mark, so that what follows is the report's own."""
        end = statement.content[-1].end
        return _CLOSED.search(self._text, max(0, end - 3), end + 1) is not None

    def _in_zone(self, name: str, zone: Range) -> Moment | None:
        low, high = zone
        if name == "before":
            dateline = _DATELINE.match(self._text, low, high)
            low = dateline.end() if dateline else low
        at = bisect_left(self._starts, low)
        while at < len(self._times) and self._starts[at] < high:
            time = self._times[at]
            if time.span.end <= high and time.type in ("DATE", "TIME") and not time.quoted:
                found = self._read(name, low, high, at)
                if found is not None:
                    return found
            at += 1
        return None

    def _read(self, name: str, low: int, high: int, at: int) -> Moment | None:
        span = self._times[at].span
        gap, rest = self._text[low : span.start], self._text[span.end : high]
        if span.text[0] in "TN" and _NAME_BEFORE.search(gap):
            return None  # "told Cairo Today"
        if _POSSESSIVE.match(rest) and not _HELD_ON.search(gap):
            return None
        chunk = gap if name == "cue" else gap.rpartition(",")[2]
        if name == "between" and _BARE.match(span.text) and _VERB.match(rest) and not _RELATIVE.search(gap):
            return Moment(at)  # "the council, the larger of the two houses, Friday submitted a report saying"
        if name == "before":
            chunk = gap
            title = rest.partition(",")
            if not title[1] and len(title[0].split()) > _TITLE:
                return None
        if _RELATIVE.search(chunk) or _AHEAD.search(chunk) or _OTHERS.search(gap) or len(chunk.split()) > _CLAUSE:
            return None
        since = _AFTER.search(chunk) is not None
        if name == "cue":
            return Moment(at, since)
        return Moment(at, since) if _ADJUNCT.match(chunk) and not (since and name == "between") else None
