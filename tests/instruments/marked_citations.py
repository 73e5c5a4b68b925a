"""Reports written in one line, and what was found in them as strings that tests can compare."""

from __future__ import annotations

from onrecord.domain import Report, Span, Statement
from onrecord.instruments import cite
from onrecord.reading import report_from_text


def cited(text: str) -> list[tuple[str, str]]:
    """The words that name instruments in ``text``, each with the part and the name of what they mean."""
    return [
        (one.span.text, f"{one.part}, {one.instrument.name}" if one.part else one.instrument.name)
        for one in cite(report_from_text(text)).citations
    ]


def one_statement(text: str, *, negation: str = "") -> Report:
    """A report that is one statement from end to end, with its grounds."""
    report = report_from_text(text)
    at = text.find(negation) if negation else -1
    turned = Span.of(text, at, at + len(negation)) if negation else None
    whole = Statement(None, None, (Span.of(text, 0, len(text)),), "indirect", "speech", 1.0, negation=turned)
    return cite(Report(name="one.txt", text=text, sha256=report.sha256, statements=(whole,)))


def relations(text: str, *, negation: str = "") -> list[tuple[str, str, str]]:
    """Instrument, relation and the words that show it, for each ground of the one statement that ``text`` is."""
    (statement,) = one_statement(text, negation=negation).statements
    return [
        (one.instrument.name, one.relation, "" if one.words is None else one.words.text) for one in statement.grounds
    ]
