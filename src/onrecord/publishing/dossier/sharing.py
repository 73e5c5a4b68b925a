"""Two reports that share wording, side by side: what both have, what was changed, what only one has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from onrecord.domain import Passage, Report, Span
from onrecord.lineage.aligning import Alignment, same_words
from onrecord.lineage.bodies import CLOSING, OPENING, Body

_EXACT = 400  # words of a passage up to which the fewest possible edits are looked for; beyond, it takes too long
_LONGEST_ALONE = 600  # code points shown of what only one of the reports has


class Bit(NamedTuple):
    """A stretch of text: ``same`` in both, ``changed`` (the other has other words, or none), or a ``cut``."""

    text: str
    role: Literal["same", "changed", "cut"]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the comparison. ``kind``: ``shared`` by both, or ``alone``: what each has by itself at that place."""

    kind: Literal["shared", "alone"]
    here: tuple[Bit, ...] = ()
    there: tuple[Bit, ...] = ()


def side_by_side(here: Report, there: Report, passages: Sequence[Passage]) -> list[Row]:
    """The rows of the comparison, in the order of ``here``.

    What only ``there`` has stands before the passage that it precedes there. Chrome is left out.
    """
    one, other = Body(here), Body(there)
    ordered = sorted(
        Passage(_with_marks(here, passage.here), _with_marks(there, passage.there)) for passage in passages
    )
    before_there = dict(_gaps([passage.there for passage in ordered]))
    rows: list[Row] = []
    at = 0
    for passage in ordered:
        rows += _alone(_parts(here, at, passage.here.start), _parts(there, *before_there[passage.there.start]))
        at = max(at, passage.here.end)
        rows.append(Row("shared", *_changes(one, other, passage)))
    last = max((passage.there.end for passage in ordered), default=0)
    return rows + _alone(_parts(here, at, len(here.text)), _parts(there, last, len(there.text)))


def _with_marks(report: Report, span: Span) -> Span:
    """The passage with the quotation marks and stops that stand at its words."""
    low, high = span.start, span.end
    while low > 0 and report.text[low - 1] in OPENING:
        low -= 1
    while high < len(report.text) and report.text[high] in CLOSING:
        high += 1
    return Span.of(report.text, low, high)


def _gaps(spans: Iterable[Span]) -> Iterator[tuple[int, tuple[int, int]]]:
    """For each span, by its start: the stretch between the one before it in the text and itself."""
    at = 0
    for start, end in sorted((span.start, span.end) for span in spans):
        yield start, (min(at, start), start)
        at = max(at, end)


def _alone(here: tuple[Bit, ...], there: tuple[Bit, ...]) -> list[Row]:
    """What each has by itself at a place, next to each other; no row where neither has anything."""
    return [Row("alone", here, there)] if here or there else []


def _parts(report: Report, start: int, end: int) -> tuple[Bit, ...]:
    """The words of a stretch that are no chrome, shortened in the middle; none where there are none."""
    kept = []
    for low, high in _without_chrome(report, start, end):
        words = report.text[low:high].strip()
        if any(character.isalnum() for character in words):
            kept.append(words)
    text = "\n".join(kept)
    if len(text) <= _LONGEST_ALONE:
        return (Bit(text, "changed"),) if text else ()
    half = _LONGEST_ALONE // 2
    head, tail = text[:half].rpartition(" ")[0], text[-half:].partition(" ")[2]
    left_out = len(text[len(head) : len(text) - len(tail)].split())
    return Bit(head, "changed"), Bit(f" … {left_out:,} more words … ", "cut"), Bit(tail, "changed")


def _without_chrome(report: Report, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for span in report.chrome:
        if span.end <= at or span.start >= end:
            continue
        if span.start > at:
            yield at, span.start
        at = max(at, span.end)
    if at < end:
        yield at, end


def _changes(one: Body, other: Body, passage: Passage) -> tuple[tuple[Bit, ...], tuple[Bit, ...]]:
    """The passage as it stands on either side, its words told apart by whether the other side has them."""
    a1, a2 = one.within(passage.here.start, passage.here.end)
    b1, b2 = other.within(passage.there.start, passage.there.end)
    a, b = one.words[a1:a2], other.words[b1:b2]
    pairs = Alignment(a, b).agreements() if max(len(a), len(b)) <= _EXACT else same_words(a, b)
    here = _bits(one, passage.here.start, passage.here.end, a1, a2, {a1 + x for x, _ in pairs})
    there = _bits(other, passage.there.start, passage.there.end, b1, b2, {b1 + y for _, y in pairs})
    return here, there


def _bits(body: Body, start: int, end: int, first: int, last: int, same: set[int]) -> tuple[Bit, ...]:
    """The characters ``start:end``, cut where the words change between the same and others."""
    text, found, at = body.report.text, [], start
    role: Literal["same", "changed"] = "same"
    for word in range(first, last):
        now: Literal["same", "changed"] = "same" if word in same else "changed"
        if now != role:
            edge = body.ends[word - 1] if now == "same" and word > first else body.starts[word]
            if edge > at:
                found.append(Bit(text[at:edge], role))
                at = edge
            role = now
    if at < end:
        found.append(Bit(text[at:end], role))
    return tuple(found)
