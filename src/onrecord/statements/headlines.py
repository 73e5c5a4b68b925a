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

_AROUND = "#*_> \t\u00a0"  # Markdown and white space
_OPENS_BODY = re.compile(r"[*_]*(?:,|\s[-–—(])")
_HEAD = 2000  # code points in which a dateline stands
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
_BEHIND_ROLE = re.compile(
    r"(?:['’]s?)?(?:\s[\w’'-]+)?(?:\s(?:of|in|for|to|at|on|from|with|close|and|&)\s.+|(?:\s\(?[A-ZÀ-Þ][\w.’')-]*)+(?:\s(?:of|in)\s.+)?)?,?\Z"
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
        r"(?P<source>[^\s,:;\"“”–—‘’][^,:;\"“”–—‘’]{1,50}?)\s(?P<cue>says|warns|claims|insists|admits|denies)\s(?P<content>.+)",
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


# What a desk puts before a headline, and what nobody says.
_LABEL = re.compile(
    r"interviews?|exclusive|analysis|opinion|comment(?:ary)?|explainer|explained|watch|video|audio|listen|photos?|pictures?"
    r"|in\spictures|live(?:\s(?:updates?|blog))?|updated?(?:\s\d+)?|breaking(?:\snews)?|just\sin|profile|editorial|urgent"
    r"|fact[\s-]?check|q\s?&\s?a|feature|factbox|timeline|special\sreport|correction|corrected|obituary|background"
    r"|summary|news|flash|column|podcast|insight|focus|wrap-?up(?:\s\d+)?|questions\sand\sanswers|note|reporting\sby"
    r"|editing\sby|sources?|tags?|read\smore|related|topics?|by|date|published|location|venue|subject|from|to",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?P<label>[^\s:“”\"][^:“”\"]{1,40}):\s+")
_NAME_WORD = re.compile(r"\b[A-ZÀ-Þ][\w’'-]{2,}")
# "Jana Malá, the mayor": somebody whom the report introduces may head it.
_INTRODUCED = re.compile(
    r"(?P<name>\b[A-ZÀ-Þ][\w’'-]+\s[A-ZÀ-Þ][\w’'-]+),\s(?:the|a|an|who|whose|his|her|its|[a-z]+\s(?:of|at|for))\s"
)


# "PORT FURY: ‘They left us to rot’, says sailor": the line names its speaker behind the quotation.
_SAYS_WHO = re.compile(rf":\s.+[,’'”\"]\s(?:{_SAYS}\s{_SOURCE}|{_SOURCE}?\s{_SAYS})\s*\Z")
_TAIL = re.compile(r"(?<=[’'”\"»])\s(?:as|after|amid|ahead\sof|before|while|over|despite)\s\S")


class Headline(NamedTuple):
    """What a headline says, as ranges of the text; ``cue`` is its verb, or the mark beside its source."""

    source: Range
    cue: Range
    content: Range


def names_speaker(phrase: str) -> bool:
    """Whether a phrase of at most nine words names a role that speaks, and is no clause: "minister quits as …"."""
    return len(phrase.split()) <= 9 and any(_BEHIND_ROLE.match(phrase, role.end()) for role in _SPEAKS.finditer(phrase))


def is_label(text: str, phrase: str) -> bool:
    """Whether what stands before a colon is the desk's: "Interview", or the place of the dateline below, "BRDO"."""
    words = phrase.strip(" *_#")
    if _LABEL.fullmatch(words):
        return True
    if not words.isupper():
        return False
    lines = (line.lstrip(_AROUND) for line in text[:_HEAD].splitlines())
    return any(
        line.startswith(words) and (_OPENS_BODY.match(line, len(words)) or _SAYS_WHO.match(line, len(words)))
        for line in lines
    )


def headlines(text: str, sources: Sequence[Range]) -> Iterator[Headline]:
    """Statements of the lines that head ``text``; ``sources`` are those of its other statements."""
    known = {word for low, high in sources for word in _NAME_WORD.findall(text, low, high)}
    known.update(word for match in _INTRODUCED.finditer(text) for word in match.group("name").split())
    for number, line in enumerate(_LINE.finditer(text)):
        if number == _HEADS or line.end() == len(text):
            return
        low, high = _trimmed(text, *line.span())
        if (labelled := _LABELLED.match(text, low, high)) and is_label(text, labelled["label"]):
            low = labelled.end()
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


def first_of_headline(text: str, content: Sequence[Range]) -> list[Range]:
    """``content`` as far as it goes in a line at the head of ``text``.

    Behind a semicolon is another headline; "as talks open" behind a closing mark is the desk's.
    """
    kept = list(content)
    for number, line in enumerate(_LINE.finditer(text)):
        if number == _HEADS or line.start() > content[-1][1]:
            break
        semicolon = text.find("; ", *line.span())
        if semicolon >= 0 and not _STOP.search(text, *line.span()) and line.start() <= content[0][0] < semicolon:
            kept = [(low, min(high, semicolon)) for low, high in content if low < semicolon]
        tail = _TAIL.search(text, *line.span())
        if tail and not _STOP.search(text, *line.span()) and line.start() <= content[0][0] < tail.start():
            kept = [(low, min(high, tail.start())) for low, high in kept if low < tail.start()]
    return kept


def _trimmed(text: str, low: int, high: int) -> Range:
    whole = text[low:high]
    return low + len(whole) - len(whole.lstrip(_AROUND)), low + len(whole.rstrip(_AROUND))
