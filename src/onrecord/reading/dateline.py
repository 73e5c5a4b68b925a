"""The full date that a report states of itself: in its dateline, or on a line of its own above the story.

"PRISTINA, November 22, 2022 –", "Published: 9 June 2022", "Kyklos Daily – 12 March 2010". A date without its year is
left to the dating stage; nothing is guessed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.domain import UNKNOWN_DATE, DateEstimate, DateReason, Span
from onrecord.reading.published import state

_LINES = 8  # lines with words in them that count as the head of a report
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = rf"(?P<date>{_MONTH}\ \d{{1,2}},?\ \d{{4}}|\d{{1,2}}\ {_MONTH},?\ \d{{4}}|\d{{4}}-\d\d-\d\d)"
_MARKUP = r"[ \t>#*_]*"  # of Markdown
_DATELINE = re.compile(
    rf"{_MARKUP}[A-ZÀ-Þ][\w.'’ /-]{{1,40}}(?:,\ [A-ZÀ-Þ][\w. ]{{1,20}})?,\ {_DATE}[.,]?[*_]*\s?(?:[-–—(/:]|$)"
)
_OWN_LINE = re.compile(
    rf"{_MARKUP}(?:(?:[Pp]ublished|[Pp]osted|[Ff]irst\ published|[Ii]ssued|[Dd]ate)(?:\ on)?:?\ "
    rf"|[^\d\n.!?]{{2,40}}[-–—|·•,)]\ )?"
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\ )?{_DATE}(?:[\ ,|·•-]+\d{{1,2}}[:.]\d\d.{{0,20}})?{_MARKUP}\Z"
)


def stated_by_text(text: str, chrome: Sequence[Span]) -> DateEstimate:
    """The date that the head of ``text`` states in full, with the words as reason; unknown where there is none.

    Heads that state two different dates give no date.
    """
    found: dict[date, DateReason] = {}
    for start, end in _head(text, chrome):
        line = text[start:end]
        match = _DATELINE.match(line) or _OWN_LINE.match(line)
        stated = state(match["date"], "text", "the report's head") if match else None
        if match and stated and len(stated.values) == 1:
            at, until = match.span("date")
            span = Span.of(text, start + at, start + until)
            found.setdefault(stated.values[0], DateReason(f"its head says {span.text}", "text", span))
    if len(found) != 1:
        return UNKNOWN_DATE
    ((value, reason),) = found.items()
    return DateEstimate.known(value, reason)


def _head(text: str, chrome: Sequence[Span]) -> Iterator[tuple[int, int]]:
    hidden = {span.start for span in chrome}
    seen = 0
    for match in re.finditer(r"[^\r\n]+", text[:5000]):
        if match.start() in hidden or not match.group().strip():
            continue
        yield match.span()
        seen += 1
        if seen == _LINES:
            return
