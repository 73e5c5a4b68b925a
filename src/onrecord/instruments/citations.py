"""The instruments that a report names, in text order, and the grounds of its statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.domain import Citation, Ground, Relation, Report, Span, Statement
from onrecord.instruments.found import Found, disjoint
from onrecord.instruments.named import by_pattern, known, national
from onrecord.instruments.parts import with_parts
from onrecord.instruments.references import References
from onrecord.instruments.relations import relation_of
from onrecord.instruments.resolutions import repeated_numbers, resolutions
from onrecord.instruments.rulings import rulings
from onrecord.instruments.sentences import sentence_ends
from onrecord.instruments.words import words_of


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
    everything = disjoint([*named, *References(words, ends, named, report.id).resolved()])
    return tuple(
        Citation(Span.of(text, words[one.first].start, _end(text, one, words[one.last - 1].end)), one.instrument,
                 one.part, one.because)
        for one in with_parts(text, words, everything)
    )  # fmt: skip


def _end(text: str, one: Found, end: int) -> int:
    """The end of the last word, or of what closes it: "resolution 1701 (2006)", "Article 2(4)"."""
    opened = text.rfind("(", 0, end) if end < len(text) and text[end] == ")" else -1
    return end + 1 if opened >= 0 and end - opened < 8 else end


def grounded(report: Report, found: Sequence[Citation], ends: Sequence[int]) -> tuple[Statement, ...]:
    """The report's statements with what their contents cite."""
    if not found:
        return report.statements
    relations = {each: _relation(report.text, each, ends) for each in found}
    return tuple(replace(each, grounds=tuple(_grounds(each, report.statements, relations))) for each in report.statements)


def _relation(text: str, citation: Citation, ends: Sequence[int]) -> tuple[Relation, Span | None]:
    from bisect import bisect_left, bisect_right

    start, end = citation.span.start, citation.span.end
    before, after = bisect_right(ends, start), bisect_left(ends, end)
    low = ends[before - 1] if before else 0
    high = ends[after] if after < len(ends) else len(text)
    return relation_of(text, start, end, low, high)


def _grounds(
    statement: Statement,
    statements: Sequence[Statement],
    relations: dict[Citation, tuple[Relation, Span | None]],
) -> list[Ground]:
    grounds = []
    for citation, (relation, words) in relations.items():
        if not any(_within(citation.span, part) for part in statement.content):
            continue
        if _is_passed_on(citation, statement, statements):
            relation, words = "mentioned", None  # the one who is quoted in it invokes it, and has a ground of their own
        elif statement.negated and relation == "breach alleged":
            relation, words = "breach denied", words
        elif statement.negated:
            relation, words = ("mentioned", None) if relation == "invoked" else (relation, words)
        grounds.append(Ground(citation.instrument, citation.span, citation.part, relation, words))
    return grounds


def _within(span: Span, part: Span) -> bool:
    return part.start <= span.start and span.end <= part.end


def _is_passed_on(citation: Citation, statement: Statement, statements: Sequence[Statement]) -> bool:
    """Whether the words are somebody else's inside of this statement."""
    return any(
        other is not statement
        and other.cue is not None
        and any(_within(other.cue, part) for part in statement.content)
        and any(_within(citation.span, part) for part in other.content)
        for other in statements
    )
