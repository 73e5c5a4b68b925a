"""The answers of interviews that are printed as question and answer: ``Q: …`` / ``A: …``, or questions in bold type.

Nothing in an answer says who speaks; who is asked is for the actors to tell. An answer is what was said, to the word,
without any quotation mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

Range = tuple[int, int]

_PARAGRAPH = re.compile(r"[^\r\n]*\S[^\r\n]*")
_QUESTION = re.compile(r"\s*(?:[*_]{2})?(?:Q|Question)[ \t]?[:.](?:[*_]{2})?[ \t]+\S")
_ANSWER = re.compile(r"\s*(?:[*_]{2})?(?P<label>A|Answer)[ \t]?(?P<mark>[:.])(?:[*_]{2})?[ \t]+(?=\S)")
_BOLD = re.compile(r"\s*(?P<mark>\*\*|__)(?!\s)[^*_]+(?P=mark)\s*")
_ASKED = re.compile(r".*\?(?:\*\*|__)\s*")
_LONGEST = 6  # paragraphs of an answer


class Answer(NamedTuple):
    """An answer, as ranges of the text: its paragraphs, and the label and mark before it where there are any."""

    source: Range | None
    cue: Range | None
    content: tuple[Range, ...]


def answers(text: str) -> Iterator[Answer]:
    """The answers of ``text``, in text order; none where it has no two questions in bold and none with a label.

    An answer goes on to the next question; the last one ends with its paragraph, for what follows may be the report's.
    """
    lines = [match.span() for match in _PARAGRAPH.finditer(text)]
    if any(_QUESTION.match(text, *line) for line in lines):
        yield from _labelled(text, lines)
        return
    asked = [number for number, line in enumerate(lines) if _BOLD.fullmatch(text, *line)]
    while asked and not _ASKED.fullmatch(text, *lines[asked[0]]):
        del asked[0]  # what is in bold before the first question is a headline
    if sum(_ASKED.fullmatch(text, *lines[number]) is not None for number in asked) > 1:
        for here, after in zip(asked, [*asked[1:], len(lines)], strict=True):
            parts = _parts(text, lines[here + 1 : after], last=after == len(lines))
            if parts:
                yield Answer(None, None, parts)


def _labelled(text: str, lines: list[Range]) -> Iterator[Answer]:
    labels = [n for n, line in enumerate(lines) if _QUESTION.match(text, *line) or _ANSWER.match(text, *line)]
    for place, number in enumerate(labels):
        label = _ANSWER.match(text, *lines[number])
        if label is None or place == 0:
            continue  # "A. …" before any question is an item of a list
        after = labels[place + 1] if place + 1 < len(labels) else len(lines)
        first = (label.end(), lines[number][1])
        parts = _parts(text, [first, *lines[number + 1 : after]], last=place + 1 == len(labels))
        yield Answer(label.span("label"), label.span("mark"), parts)


def _parts(text: str, paragraphs: list[Range], *, last: bool) -> tuple[Range, ...]:
    kept = paragraphs[: 1 if last else _LONGEST]
    return tuple((low, low + len(text[low:high].rstrip())) for low, high in kept)
