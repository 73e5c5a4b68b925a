"""Datelines: "MOSCOW, December 22. /TASS/.", "BRDO, February 13 (RIA Novosti) -", "Moscow :".

The place tells where copy was filed, and so whose "Foreign Ministry" is meant; its capitals must not become a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.actors.gazetteer import longest_match
from onrecord.actors.tokens import Tokens

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:,?\s*(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?\.?)"
_SOURCE = r"(?:\s*(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/))"
_DASH = r"\s*(?:--|[-–—])\s"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ ,/]+[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+){0,4}"
_TITLE_CASE = r"[A-ZÀ-Þ][\w'’.-]+(?:[ ,/]+[A-ZÀ-Þ][\w'’.-]+){0,4}"
_FULL = re.compile(
    rf"(?P<place>{_TITLE_CASE})(?:{_DATE}{_SOURCE}?\.?(?:{_DASH}|\s*:|\s+(?=[A-Z\"“])|(?<=/\.)\s)|{_SOURCE}\.?(?:{_DASH}|\s*:|\s+(?=[A-Z\"“]))"
    rf"|{_DASH})"
)
_SHOUTED = re.compile(rf"(?P<place>{_CAPITALS})(?:,\s+[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?(?:{_DASH}|\s*:)?\s*(?=[\"“A-Z])")
_COLON = re.compile(rf"(?P<place>{_TITLE_CASE})\s*:\s")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline's half-open token range, and the code of the state whose capital (or name) it gives."""

    first: int
    last: int
    state: str | None


def find_datelines(tokens: Tokens) -> tuple[Dateline, ...]:
    """Datelines at the start of paragraphs, in order."""
    found: list[Dateline] = []
    paragraph = -1
    for index in range(len(tokens)):
        if tokens[index].paragraph == paragraph:
            continue
        paragraph = tokens[index].paragraph
        if tokens[index].is_capitalised and not tokens[index].headline:
            line = _dateline_at(tokens, index)
            if line is not None:
                found.append(line)
    return tuple(found)


def _dateline_at(tokens: Tokens, first: int) -> Dateline | None:
    start = tokens[first].start
    head = tokens.text[start : start + 160].split("\n", 1)[0]
    for pattern in (_FULL, _COLON, _SHOUTED):
        match = pattern.match(head)
        if match is None:
            continue
        state = _state_of(tokens, first, start + match.end("place"))
        words = [word for word in re.findall(r"[^\W\d_]+", match["place"]) if len(word) > 1]
        shouted = match["place"].isupper() and any(len(word) > 2 for word in words)
        bare_dash = pattern is _FULL and not re.search(r"[\d(/]", match.group())
        if state is None and (pattern is _COLON or pattern is _SHOUTED or bare_dash) and not (shouted and bare_dash):
            continue
        if pattern is _SHOUTED and not shouted:
            continue
        return Dateline(first, tokens.from_offset(start + match.end()), state)
    return None


def _state_of(tokens: Tokens, first: int, end: int) -> str | None:
    for index in range(first, min(first + 6, len(tokens))):
        if tokens[index].start >= end:
            break
        entry = longest_match(tokens, index)
        if entry is not None and entry.state is not None and entry.form in ("capital", "name"):
            return entry.state.code
    return None
