"""Parts of instruments: "Article 51 of the Charter", "the treaty's Article 5", and "Article 5" alone where it is clear."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.instruments.found import Found
from onrecord.instruments.table import known_instruments, occurs
from onrecord.instruments.words import Word

_HEADS = frozenset({"article", "articles", "chapter", "chapters", "paragraph", "paragraphs", "section", "clause", "annex"})
_ALONE = frozenset({"article", "articles", "chapter"})
_ONE = r"(?:\d{1,3}[a-z]?(?:\(\w{1,3}\))*|[IVXL]{1,5})"
_PART = re.compile(
    rf"(?P<head>[A-Za-z]+)\s+(?P<numbers>{_ONE}(?:(?:,\s*|,?\s+and\s+|,?\s+or\s+|\s+to\s+|[-–]){_ONE})*)(?!\w)"
    r"(?:,? (?P<inner>paragraph \d{1,2}))?"
)
_REACH = 90  # code points from a part to the instrument that it is "of"
_OF = re.compile(r"[)]?,?\s+(?:of|in|to)\s+(?:the\s+|its\s+|that\s+|this\s+)?(?:\d{4}\s+)?\Z", re.I)


def with_parts(text: str, words: Sequence[Word], found: Sequence[Found]) -> Iterator[Found]:
    """The finds, each with the part that stands before or behind it, and parts that stand alone, in text order."""
    at_start = {one.first: number for number, one in enumerate(found)}
    at_end = {one.last: number for number, one in enumerate(found)}
    covered = {place for one in found for place in range(one.first, one.last)}
    changed = dict(enumerate(found))
    alone: list[Found] = []
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
            meant = _alone(words, at, end, label, found)
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


def _alone(words: Sequence[Word], first: int, last: int, label: str, found: Sequence[Found]) -> Found | None:
    """What "Article 5" means by itself: what it is known for in this context, or the treaty named last, nearby."""
    named = {one.instrument.id for one in found}
    hints = known_instruments().parts.get(label.casefold(), ())
    near = words[max(0, first - 40) : last + 40]
    for around in (near, words):
        fitting = [hint for hint in hints if hint.instrument.id in named]
        fitting = fitting or [hint for hint in hints if any(occurs(phrase, around) for phrase in hint.context)]
        if len({hint.instrument.id for hint in fitting}) == 1:
            because = f"what {label} is known for, in a report on {_shown(fitting[0].context, around)}"
            if fitting[0].instrument.id in named:
                because = f"{label} of an instrument that the report names"
            return Found(first, last, fitting[0].instrument, frozenset(), label, because)
    before = [one for one in found if one.last <= first and one.instrument.kind in ("charter", "treaty", "constitution")]
    if before and len({one.instrument.id for one in before}) == 1 and first - before[-1].last < 40:
        return Found(first, last, before[-1].instrument, frozenset(), label, "the only treaty named before, nearby")
    return None


def _shown(context: Sequence[tuple[str, ...]], words: Sequence[Word]) -> str:
    phrase = next((each for each in context if occurs(each, words)), ())
    at = next((at for at, _ in enumerate(words) if tuple(w.form for w in words[at : at + len(phrase)]) == phrase), 0)
    return " ".join(word.text for word in words[at : at + len(phrase)])
