"""The instruments that a report names, in text order, and the grounds of its statements."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from onrecord.domain import Citation, Ground, Relation, Report, Span, Statement
from onrecord.instruments.found import Found, disjoint
from onrecord.instruments.named import by_pattern, known, national
from onrecord.instruments.parts import with_parts
from onrecord.instruments.references import References
from onrecord.instruments.relations import relation_of
from onrecord.instruments.resolutions import repeated_numbers, resolutions, settled
from onrecord.instruments.rulings import rulings
from onrecord.instruments.sentences import sentence_ends
from onrecord.instruments.words import words_of

_Related = tuple[Citation, Relation, Span | None]


def cite(report: Report) -> Report:
    """The report with its citations, and its statements with their grounds."""
    ends = sentence_ends(report.text)
    found = citations(report, ends)
    return replace(report, citations=found, statements=grounded(report, found, ends))


def citations(report: Report, ends: Sequence[int]) -> tuple[Citation, ...]:
    """Where the report names instruments, or means one. ``ends`` are the offsets of the ends of its sentences."""
    text = report.text
    words = words_of(text, ((span.start, span.end) for span in report.chrome))
    named = disjoint(
        [
            *known(words),
            *resolutions(text, words, report.id),
            *rulings(words, report.id),
            *national(words),
            *by_pattern(text, words),
        ]
    )
    named = disjoint([*named, *repeated_numbers(text, words, named)])
    everything = settled(disjoint([*named, *References(words, ends, named, report.id).resolved()]))
    return tuple(
        Citation(Span.of(text, words[one.first].start, _end(text, one, words[one.last - 1].end)), one.instrument,
                 one.part, one.because)
        for one in with_parts(text, words, everything)
    )  # fmt: skip


def _end(text: str, one: Found, end: int) -> int:
    """The end of the last word, or of what closes it: "resolution 1701 (2006)", "Article 2(4)"."""
    opened = text.rfind("(", max(0, end - 8), end) if end < len(text) and text[end] == ")" else -1
    return end + 1 if opened >= 0 else end


def grounded(report: Report, found: Sequence[Citation], ends: Sequence[int]) -> tuple[Statement, ...]:
    """The report's statements with what their contents cite."""
    if not found:
        return report.statements
    relations = [(each, *_relation(report.text, each, ends)) for each in found]
    cues = sorted((each for each in report.statements if each.cue is not None), key=_cue)
    return tuple(replace(each, grounds=tuple(_grounds(each, cues, relations))) for each in report.statements)


def _relation(text: str, citation: Citation, ends: Sequence[int]) -> tuple[Relation, Span | None]:
    start, end = citation.span.start, citation.span.end
    before, after = bisect_right(ends, start), bisect_left(ends, end)
    low = ends[before - 1] if before else 0
    high = ends[after] if after < len(ends) else len(text)
    return relation_of(text, start, end, low, high)


def _grounds(statement: Statement, cues: Sequence[Statement], relations: Sequence[_Related]) -> list[Ground]:
    """What the content of a statement cites. ``cues`` are the report's statements that have a cue, by its place."""
    grounds = []
    for part in statement.content:
        inner = [each for each in _between(cues, part, _cue) if each is not statement]
        for citation, relation, words in _between(relations, part, lambda related: related[0].span):
            if any(_within(citation.span, each) for one in inner for each in one.content):
                # Somebody who is quoted in it invokes it, and has a ground of their own.
                relation, words = "mentioned", None
            elif statement.negated and relation != "mentioned":
                relation, words = ("mentioned", None) if relation == "invoked" else ("breach denied", words)
            grounds.append(Ground(citation.instrument, citation.span, citation.part, relation, words))
    return grounds


_Item = TypeVar("_Item")


def _between(items: Sequence[_Item], part: Span, place: Callable[[_Item], Span]) -> Iterator[_Item]:
    """The items whose place is within ``part``; they are in the order of their places."""
    for at in range(bisect_left(items, part.start, key=lambda item: place(item).start), len(items)):
        if place(items[at]).start >= part.end:
            return
        if _within(place(items[at]), part):
            yield items[at]


def _cue(statement: Statement) -> Span:
    assert statement.cue is not None
    return statement.cue


def _within(span: Span, part: Span) -> bool:
    return part.start <= span.start and span.end <= part.end
