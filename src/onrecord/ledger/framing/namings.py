"""Namings: the words that a report, or somebody quoted in it, uses for a thing that others call otherwise."""

from __future__ import annotations

from bisect import bisect_right

from onrecord.domain import Naming, Report, Span
from onrecord.ledger.clauses import clauses
from onrecord.ledger.contents import Contents
from onrecord.ledger.framing.matters import chosen
from onrecord.ledger.framing.places import called
from onrecord.ledger.positions.wording import wording_of
from onrecord.tagging.quotation import quotations


def namings(report: Report) -> tuple[Naming, ...]:
    """Words of a report for things that others name otherwise, in text order.

    Names and descriptions are their speaker's inside quotation marks, and the report's everywhere else, for a report
    puts what it retells into words of its own. Verbs are their speaker's in all that is told as said: what "violates"
    what is the speaker's claim.
    """
    voices = _Voices(report)
    wording = wording_of(report)
    found = []
    for one in called(wording):
        span = wording.span(one.first, one.last)
        statement = voices.quoted(span)
        found.append(_naming(report, span, one.thing, statement))
    found += [_naming(report, w.span, w.thing, voices.told(w.span)) for w in chosen(wording, clauses(report))]
    return tuple(sorted(found, key=lambda naming: (naming.span.start, naming.span.end, naming.thing)))


def _naming(report: Report, span: Span, thing: str, statement: int | None) -> Naming:
    speaker = report.statements[statement].speaker if statement is not None else None
    return Naming(span, thing, speaker, statement)


class _Voices:
    """Whose words a place of a report is in."""

    def __init__(self, report: Report) -> None:
        self._quoted = [(quotation.start, quotation.end) for quotation in quotations(report.text)]
        self._starts = [start for start, _ in self._quoted]
        self._contents = Contents(report)

    def told(self, span: Span) -> int | None:
        """The innermost statement that a span is in the content of."""
        return self._contents.at(span.start, span.end)

    def quoted(self, span: Span) -> int | None:
        """The same, if the words are in quotation marks."""
        at = bisect_right(self._starts, span.start) - 1
        return self.told(span) if at >= 0 and self._quoted[at][1] >= span.end else None
