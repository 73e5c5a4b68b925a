"""Answers of interviews and transcripts: nobody's words are in quotation marks, and the layout tells who speaks.

Three layouts are read: lines that open with ``Q:`` and ``A:``; lines that open with names that come back
(``MALÁ: …``); and, in a report that calls itself an interview, paragraphs that are questions with the answers below
them. An answer is a statement whose cue is the colon, or the question mark of the question above it. Questions are no
statements.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.statements.confidence import Evidence
from onrecord.statements.draft import Draft, Range
from onrecord.statements.headlines import is_label

_PARAGRAPH = re.compile(r"[^\r\n]*[^\s][^\r\n]*")
_MARKUP = r"[ \t>*_#]*"
_LETTERS = re.compile(rf"{_MARKUP}(?P<label>Q|A|Question|Answer)(?P<mark>[:.])[*_]*\s+(?=\S)", re.IGNORECASE)
_NAMED = re.compile(
    rf"{_MARKUP}(?P<label>[A-ZÀ-Þ][\w.’'-]*(?:[ ][A-ZÀ-Þ][\w.’'-]*){{0,4}})[*_]*(?P<mark>:)[*_]*\s+(?=[^\s\"“„«])"
)
_INTERVIEW = re.compile(
    r"\b(?:interview(?:ed|s)?|Q\s?(?:&|and)\s?A|questions\sand\sanswers|in\sconversation|conversation\swith"
    r"|(?:spoke|talks|talked|sat\sdown)\s(?:to|with)\s(?:us|our|the\s[A-Z]))",
    re.IGNORECASE,
)
_HEAD = 1500  # code points in which a report says that it is an interview
_QUESTION = re.compile(r"(?P<mark>\?)[\s*_”\"’]*\Z")
_LONGEST_QUESTION = 90  # words
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|us|me)\b")
_I = re.compile(r"(?:I|we|me|us|you|my|our)\b", re.IGNORECASE)
_TOLD = re.compile(r"[\"”],?\s(?:\w+\s){0,4}(?:said|says|asked|told)\b|\b(?:said|says|asked),?\s[\"“]")


class Turn(NamedTuple):
    """An answer or a question as ranges of the text. ``source`` is its label, None where the layout has none."""

    source: Range | None
    cue: Range
    content: list[Range]
    asks: bool = False


def turns(text: str) -> list[Turn]:
    """The questions and answers of an interview or transcript; none where ``text`` is no such thing."""
    paragraphs = [_trimmed(text, *match.span()) for match in _PARAGRAPH.finditer(text)]
    return list(_lettered(text, paragraphs)) or list(_by_name(text, paragraphs)) or _unlabelled(text, paragraphs)


def with_answers(text: str, found: list[Draft]) -> list[Draft]:
    """``found`` with the answers of an interview; of what else was found in these, what other people are said to say.

    Nothing in a question is a statement.
    """
    told = turns(text)
    if not told:
        return found
    asked = _Places(part for turn in told if turn.asks for part in turn.content)
    answered = _Places(part for turn in told if not turn.asks for part in turn.content)
    labels = _Places(place for turn in told for place in (turn.source, turn.cue) if place is not None)

    def stands(draft: Draft) -> bool:
        at = draft.cue or draft.content[0]
        if asked.touch(at) or labels.touch(at):
            return False
        return not answered.touch(at) or (draft.source is not None and not _I.match(text, *draft.source))

    kept = [draft for draft in found if stands(draft)]
    new = [Draft(t.source, t.cue, t.content, Evidence(), layout=True, verbatim=True) for t in told if not t.asks]
    return [*kept, *new]


class _Places:
    """Ranges that do not overlap."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        self._ranges = sorted(ranges)
        self._ends = [end for _, end in self._ranges]

    def touch(self, wanted: Range) -> bool:
        """Whether one of them shares a character with ``wanted``; in logarithmic time."""
        at = bisect_right(self._ends, wanted[0])
        return at < len(self._ranges) and self._ranges[at][0] < wanted[1]


def _lettered(text: str, paragraphs: Sequence[Range]) -> Iterator[Turn]:
    labels = [_LETTERS.match(text, *part) for part in paragraphs]
    kinds = {label["label"][0].upper() for label in labels if label}
    if kinds != {"Q", "A"}:
        return
    yield from _labelled(text, paragraphs, [(m, m["label"][0].upper() == "A") if m else None for m in labels])


def _by_name(text: str, paragraphs: Sequence[Range]) -> Iterator[Turn]:
    labels = [_NAMED.match(text, *part) for part in paragraphs]
    times = Counter(label["label"] for label in labels if label)
    asked = Counter(
        label["label"]
        for label, part in zip(labels, paragraphs, strict=True)
        if label and _QUESTION.search(text, *part)
    )
    names = {name for name, count in times.items() if count > 1 and not is_label(text, name)}
    if len(names) < 2:
        return
    asking = {name for name in names if 2 * asked[name] > times[name]}
    capitals = all(name.isupper() for name in names)  # then somebody who speaks once is in capitals too
    kept = [m if m and (m["label"] in names or (capitals and m["label"].isupper())) else None for m in labels]
    yield from _labelled(text, paragraphs, [(m, m["label"] not in asking) if m else None for m in kept])


def _labelled(
    text: str, paragraphs: Sequence[Range], labels: Sequence[tuple[re.Match[str], bool] | None]
) -> Iterator[Turn]:
    """Labelled turns; a paragraph without a label goes on with the one above if a labelled one follows."""
    last = max(i for i, label in enumerate(labels) if label)
    turn: Turn | None = None
    for i, label in enumerate(labels[: last + 1]):
        if label is None:
            if turn is not None and not _TOLD.search(text, *paragraphs[i]):
                turn.content.append(paragraphs[i])
            continue
        if turn is not None:
            yield turn
        match, answers_it = label
        turn = Turn(match.span("label"), match.span("mark"), [(match.end(), paragraphs[i][1])], not answers_it)
    if turn is not None:
        yield turn


def _unlabelled(text: str, paragraphs: Sequence[Range]) -> list[Turn]:
    if not _INTERVIEW.search(text, 0, _HEAD):
        return []
    questions = [i for i, part in enumerate(paragraphs) if i and _is_question(text, part)]  # the first is the headline
    if len(questions) < 2:
        return []
    found = []
    for at, following in zip(questions, [*questions[1:], len(paragraphs)], strict=True):
        mark = _QUESTION.search(text, *paragraphs[at])
        content = [paragraphs[i] for i in range(at + 1, following)]
        if following == len(paragraphs):  # what stands below the last answer is the paper's, unless they speak on
            more = (i for i, part in enumerate(content) if i and not _FIRST_PERSON.search(text, *part))
            content = content[: next(more, len(content))]
        if mark is not None and content:
            found.append(Turn(None, mark.span("mark"), content))
    spoken = sum(any(_FIRST_PERSON.search(text, *part) for part in answer.content) for answer in found)
    narrated = any(_TOLD.search(text, *part) for answer in found for part in answer.content)
    if narrated or 2 * spoken < len(found):
        return []
    return [*found, *(Turn(None, paragraphs[i], [paragraphs[i]], asks=True) for i in questions)]


def _is_question(text: str, part: Range) -> bool:
    words = text[slice(*part)]
    return (
        _QUESTION.search(words) is not None
        and len(words.split()) <= _LONGEST_QUESTION
        and not _TOLD.search(words)
        and words.lstrip("*_># ")[:1] not in '"“„«'
    )


def _trimmed(text: str, low: int, high: int) -> Range:
    whole = text[low:high]
    return low + len(whole) - len(whole.lstrip()), low + len(whole.rstrip())
