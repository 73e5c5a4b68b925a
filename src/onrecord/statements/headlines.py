"""Statements that a headline makes in its own grammar: "Talks have failed, Berg says", "Talks have failed – minister".

Headlines drop what running copy has (articles, auxiliaries, the final stop), and a tagger trained on running copy
misses many. What stands behind a dash or a colon is a speaker only if it names a role that speaks, or somebody who
speaks further down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.statements.draft import Draft

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
_BEHIND = (
    re.compile(rf"(?P<source>{_SOURCE}?)\s(?P<cue>{_SAYS})\s(?P<content>.+)"),
    *_FORMS,
)
_ALERT = re.compile(r"(?:UPDATE|WRAPUP|CORRECTED|REFILE|BRIEF)\s?\d*\s?-\s?")
_QUOTE = re.compile(r"[\"'“‘«„]")
_COPY = re.compile(
    r"(?:(?:\w+\s)?(?:interview|analysis|exclusive|breaking|explainer|factbox|opinion|comment|live|watch|video|photos?"
    r"|timeline|profile|q\s?&\s?a|fact[ -]check|correction|editorial|obituary|insight|feature|background|recap|podcast"
    r"|investigation|special\sreport|in\spictures|at\sa\sglance|transcript|newsletter)|update(?:\s?\d+)?(?:\s?-.*)?)",
    re.IGNORECASE,
)
_ACRONYM = 5  # letters that an abbreviation of a speaker has at most


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


def without_labels(text: str, found: list[Draft]) -> list[Draft]:
    """``found``, but without speakers of head lines that are the label of a topic, a place or a kind of copy.

    Whoever says it behind the label is the speaker instead: "PORT HALE: Minister says bridge is safe", ``Interview: "It
    is safe", says minister``. Where nobody does, only a quotation is kept, without a speaker.
    """
    lines = [_trimmed(text, *line.span()) for line, _ in zip(_LINE.finditer(text), range(_HEADS), strict=False)]
    kept = []
    for draft in found:
        if draft.source and (alert := _ALERT.match(text, *draft.source)):
            draft.source = (alert.end(), draft.source[1])
        line = next((line for line in lines if draft.source and line[0] <= draft.source[0] < line[1]), None)
        colon = draft.cue is not None and text[slice(*draft.cue)].strip() == ":"
        if line is None or draft.source is None or draft.cue is None or not colon or draft.source[0] != line[0]:
            kept.append(draft)
            continue
        low = draft.cue[1] + len(text[draft.cue[1] : line[1]]) - len(text[draft.cue[1] : line[1]].lstrip())
        said = next((m for form in _BEHIND if (m := form.fullmatch(text, low, line[1]))), None)
        if said is not None and not _QUOTE.match(said["source"]):
            draft.source, draft.cue, draft.content = said.span("source"), said.span("cue"), [said.span("content")]
        elif _is_label(text, draft.source, line):
            if not _QUOTE.match(text, low):
                continue
            draft.source = draft.cue = None
        kept.append(draft)
    return kept


def _is_label(text: str, source: Range, line: Range) -> bool:
    """Whether what stands before a colon names no speaker: a kind of copy, or a place or topic in capitals."""
    words, rest = text[slice(*source)], text[source[1] : line[1]]
    if _COPY.fullmatch(words):
        return True
    if not words.isupper() or rest.isupper() or names_speaker(words):
        return False
    letters = sum(character.isalpha() for character in words)
    place = re.search(rf"^{re.escape(words)}\b[^\n]{{0,40}}[(—–-]", text[line[1] :], re.MULTILINE)
    return letters > _ACRONYM or place is not None


def _words(phrase: str) -> set[str]:
    return set(phrase.split())


def _trimmed(text: str, low: int, high: int) -> Range:
    whole = text[low:high]
    return low + len(whole) - len(whole.lstrip()), low + len(whole.rstrip())
