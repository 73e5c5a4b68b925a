"""Statements that a headline makes in its own grammar: "Talks have failed, Berg says", "Talks have failed – minister".

Headlines drop what running copy has (articles, auxiliaries, the final stop), and a tagger trained on running copy
misses many. What stands behind a dash or a colon is a speaker only if it names a role that speaks, or somebody who
speaks further down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

Range = tuple[int, int]

_HEADS = 3  # lines at the top of a text that may be headlines
_LONGEST = 160
_LEAST = 2  # words of what is said
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_STOP = re.compile(r"[.!?…][\"'”’)]*\s*\Z")
_SPEAKS = re.compile(
    r"\b(?:minister|ministry|president|premier|pm|chancellor|king|queen|ambassador|envoy|consul|spokes\w+|officials?"
    r"|diplomats?|leaders?|chief|head|commander|general|admiral|governor|mayor|senators?|lawmakers?|member|members|mps?"
    r"|police|prosecutors?|judges?|court|report|study|poll|survey|sources?|media|analysts?|experts?|kremlin|white\shouse"
    r"|commission(?:er)?|committee|council|agency|party|union|watchdog|negotiators?|mediators?|secretary|director"
    r"|lawyers?|witness(?:es)?|activists?|residents?|delegat(?:e|es|ion))\b",
    re.IGNORECASE,
)
_SAYS = (
    r"(?:says?|warns?|claims?|insists?|vows?|admits?|argues?|finds?|shows?|suggests?|reveals?|predicts?|confirms?"
    r"|announces?|reports?|pledges?|promises|declares?|told\s[^,:;\"“”]{2,40}|said|tells?\s[^,:;\"“”]{2,40})"
)
_SOURCE = r"[^\s,:;\"“”–—][^,:;\"“”–—]{0,60}"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<content>.+),\s(?P<source>{_SOURCE}?)\s(?P<cue>{_SAYS})",
        rf"(?P<content>.+),\s(?P<cue>says?|warns?|claims?|insists?|finds?|said)\s(?P<source>{_SOURCE})",
    )
)
_BESIDE = tuple(
    re.compile(form)
    for form in (
        rf"(?P<content>.+?)\s(?P<cue>[–—]|--?)\s(?P<source>{_SOURCE})",
        rf"(?P<content>[^:]+)(?P<cue>:)\s(?P<source>{_SOURCE})",
        rf"(?P<source>{_SOURCE})(?P<cue>:)\s(?P<content>[^:]+)",
    )
)


_NAME_WORD = re.compile(r"\b[A-ZÀ-Þ][\w’'-]{2,}")
# "Jana Malá, the mayor": somebody whom the report introduces may head it.
_INTRODUCED = re.compile(
    r"(?P<name>\b[A-ZÀ-Þ][\w’'-]+\s[A-ZÀ-Þ][\w’'-]+),\s(?:the|a|an|who|whose|his|her|its|[a-z]+\s(?:of|at|for))\s"
)


class Headline(NamedTuple):
    """What a headline says, as ranges of the text; ``cue`` is its verb, or the mark beside its source."""

    source: Range
    cue: Range
    content: Range


def names_speaker(phrase: str) -> bool:
    """Whether a phrase of at most nine words names a role that speaks."""
    return len(phrase.split()) <= 9 and _SPEAKS.search(phrase) is not None


def headlines(text: str, sources: Sequence[Range]) -> Iterator[Headline]:
    """Statements of the lines that head ``text``; ``sources`` are those of its other statements."""
    known = {word for low, high in sources for word in _NAME_WORD.findall(text, low, high)}
    known.update(word for match in _INTRODUCED.finditer(text) for word in match.group("name").split())
    for number, line in enumerate(_LINE.finditer(text)):
        if number == _HEADS or line.end() == len(text):
            return
        low, high = _trimmed(text, *line.span())
        if high - low > _LONGEST or _STOP.search(text, low, high):
            continue
        match = next((m for form in _FORMS if (m := form.fullmatch(text, low, high))), None)
        if match is None:
            beside = (m for form in _BESIDE if (m := form.fullmatch(text, low, high)))
            match = next((m for m in beside if names_speaker(m["source"]) or _words(m["source"]) <= known), None)
        if match is not None and len(match["content"].split()) >= _LEAST:
            yield Headline(match.span("source"), match.span("cue"), match.span("content"))


def _words(phrase: str) -> set[str]:
    return set(phrase.split())


def _trimmed(text: str, low: int, high: int) -> Range:
    whole = text[low:high]
    return low + len(whole) - len(whole.lstrip()), low + len(whole.rstrip())
