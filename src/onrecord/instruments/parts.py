"""Parts of instruments: "Article 51 of the Charter", "NATO's Article 5", and "Article 5" alone where it is clear."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.instruments.found import Found
from onrecord.instruments.table import known_instruments, occurs
from onrecord.instruments.words import Word, word_set

_HEADS = word_set("article articles chapter chapters paragraph paragraphs section clause annex")
_ALONE = frozenset({"article", "articles", "chapter"})
_ONE = r"(?:\d{1,3}[a-z]?(?:\(\w{1,3}\))*|[IVXL]{1,5})"
_PART = re.compile(
    rf"(?P<head>[A-Za-z]+)\s+(?P<numbers>{_ONE}(?:(?:,\s*|,?\s+and\s+|,?\s+or\s+|\s+to\s+|[-–]){_ONE})*)(?!\w)"
    r"(?:,? (?P<inner>paragraph \d{1,2}))?"
)
_NEAR = 40  # words
_WITH_ARTICLES = ("charter", "treaty", "constitution")
_REACH = 90  # code points from a part to the instrument that it is "of"
_OF = re.compile(r"[)]?,?\s+(?:of|in|to)\s+(?:the\s+|its\s+|that\s+|this\s+)?(?:\d{4}\s+)?\Z", re.I)


def with_parts(text: str, words: Sequence[Word], found: Sequence[Found]) -> Iterator[Found]:
    """The finds, each with the part that stands before or behind it, and parts that stand alone, in text order."""
    at_start = {one.first: number for number, one in enumerate(found)}
    at_end = {one.last: number for number, one in enumerate(found)}
    covered = {place for one in found for place in range(one.first, one.last)}
    changed = dict(enumerate(found))
    alone: list[Found] = []
    by_itself = _Alone(words, found)
    for at, word in enumerate(words):
        if word.form not in _HEADS or at in covered:
            continue
        match = _PART.match(text, word.start)
        if match is None:
            continue
        end = at + 1
        while end < len(words) and words[end].start < match.end():
            end += 1
        if words[end - 1].end > match.end() or end == at + 1:
            continue
        label = _label(match)
        behind = next((at_start[each] for each in range(end, min(len(words), end + 5)) if each in at_start), None)
        if behind is not None and _is_of(text, words, match.end(), found[behind]):
            changed[behind] = replace(changed[behind], first=at, part=label)
        elif at in at_end and word.joined:
            before = at_end[at]
            changed[before] = replace(changed[before], last=end, part=label)
        elif at - 1 in at_end and words[at - 1].owned:
            before = at_end[at - 1]
            changed[before] = replace(changed[before], last=end, part=label)
        elif word.form in _ALONE and not re.match(r"\s+of\s", text[match.end() : match.end() + 5]):
            meant = by_itself.meant(at, end, label)
            if meant is not None:
                alone.append(meant)
    yield from sorted([*changed.values(), *alone], key=lambda one: one.first)


def _is_of(text: str, words: Sequence[Word], end: int, one: Found) -> bool:
    start = words[one.first].start
    return start - end < _REACH and _OF.match(text[end:start] if one.first else "") is not None


def _label(match: re.Match[str]) -> str:
    head = match.group("head")
    inner = match.group("inner")
    label = f"{head[0].upper()}{head[1:].lower()} {' '.join(match.group('numbers').split())}"
    return f"{label}, {inner}" if inner else label


class _Alone:
    """What "Article 5" means by itself: what it is known for in this context, or the treaty named last, nearby."""

    def __init__(self, words: Sequence[Word], found: Sequence[Found]) -> None:
        self._words, self._found = words, found
        self._lasts = [one.last for one in found]
        self._named = {one.instrument.id for one in found}
        self._spoken: dict[tuple[str, ...], bool] = {}

    def meant(self, first: int, last: int, label: str) -> Found | None:
        hints = known_instruments().parts.get(label.casefold(), ())
        named = {hint.instrument.id: hint for hint in hints if hint.instrument.id in self._named}
        if len(named) == 1:
            (hint,) = named.values()
            because = f"{label} of an instrument that the report names"
            return Found(first, last, hint.instrument, frozenset(), label, because)
        near = self._words[max(0, first - _NEAR) : last + _NEAR]
        for speaks in (lambda phrase: occurs(phrase, near), self._speaks):
            fitting = {
                hint.instrument.id: (hint, shown) for hint in hints for shown, phrase in hint.context if speaks(phrase)
            }
            if len(fitting) == 1:
                ((hint, shown),) = fitting.values()
                because = f"what {label} is known for, in a report that speaks of {shown}"
                return Found(first, last, hint.instrument, frozenset(), label, because)
        return self._nearby(first, last, label)

    def _speaks(self, phrase: tuple[str, ...]) -> bool:
        if phrase not in self._spoken:
            self._spoken[phrase] = occurs(phrase, self._words)
        return self._spoken[phrase]

    def _nearby(self, first: int, last: int, label: str) -> Found | None:
        before = self._found[max(0, bisect_right(self._lasts, first) - _NEAR) : bisect_right(self._lasts, first)]
        treaties = [one for one in before if one.instrument.kind in _WITH_ARTICLES]
        if len({one.instrument.id for one in treaties}) != 1 or first - treaties[-1].last >= _NEAR:
            return None
        because = "the only treaty named before, nearby"
        return Found(first, last, treaties[-1].instrument, frozenset(), label, because)
