"""A report taken apart into rows, with its evidence checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Table

from onrecord.domain import (
    Actor,
    Citation,
    DateEstimate,
    DateReason,
    Description,
    Ground,
    Instrument,
    Refusal,
    Report,
    Span,
    Statement,
)
from onrecord.errors import EvidenceError
from onrecord.record import schema as t
from onrecord.record.ledger_unpacking import reasons_of
from onrecord.record.readable import readable

Row = dict[str, Any]
Rows = dict[Table, list[Row]]


def unpack(
    report: Report,
    number: int,
    first_statement: int,
    first_refusal: int,
    first_ground: int,
    number_of: Callable[[Actor], int],
    office_of: Callable[[str, int], int | None],
    instrument_of: Callable[[Instrument], int],
) -> Rows:
    """The rows of a report, by table; without those of the actors themselves.

    Args:
        report: a complete report.
        number: its number in the record.
        first_statement: the number of its first statement; the others follow.
        first_refusal: the number of its first refusal, likewise.
        first_ground: the number of its first ground, likewise.
        number_of: gives the number of an actor.
        office_of: gives the number of the office of a description, by the report's id and its position there.
        instrument_of: gives the number of an instrument.

    Raises:
        EvidenceError: a span does not match the report's text, or a statement rests on no span at all.
    """
    check_evidence(report)
    rows = _Rows(report, number, number_of, instrument_of)
    rows.add_report()
    for position, statement in enumerate(report.statements):
        rows.add_statement(statement, first_statement + position, position)
        for place, ground in enumerate(statement.grounds):
            rows.add_ground(statement, ground, first_statement + position, first_ground, place)
            first_ground += 1
    for position, refusal in enumerate(report.refusals):
        rows.add_refusal(refusal, first_refusal + position, position)
    for position, description in enumerate(report.descriptions):
        rows.add_description(description, position, office_of(report.id, position))
    for position, citation in enumerate(report.citations):
        rows.add_citation(citation, position)
    rows.add_date(report.published, None)
    return rows.finished()


def check_evidence(report: Report) -> None:
    """Raises EvidenceError unless every span is in the text to the letter and every statement rests on some."""
    for span in _all_spans(report):
        try:
            span.check(report.text)
        except EvidenceError as error:
            raise EvidenceError(f"{report.name}: {error}") from None
    for statement in report.statements:
        if not statement.evidence:
            raise EvidenceError(f"{report.name}: a statement rests on no words of the report")


def _all_spans(report: Report) -> Iterator[Span]:
    yield from report.spans()
    yield from reasons_of(report)
    for statement in report.statements:
        for reason in statement.said_on.reasons:
            if reason.span is not None:
                yield reason.span


class _Rows:
    """The rows of one report as they are gathered."""

    def __init__(
        self,
        report: Report,
        number: int,
        number_of: Callable[[Actor], int],
        instrument_of: Callable[[Instrument], int],
    ) -> None:
        self._report = report
        self._number = number
        self._number_of = number_of
        self._instrument_of = instrument_of
        self._rows: Rows = defaultdict(list)
        self._mentions: dict[tuple[int, str, Span], Row] = {}

    def finished(self) -> Rows:
        return {**self._rows, t.actor_mentions: list(self._mentions.values())}

    def add_report(self) -> None:
        report, number, published = self._report, self._number, self._report.published
        self._rows[t.reports].append(
            {
                "number": number,
                "id": report.id,
                "name": report.name,
                "title": report.title,
                "outlet": report.outlet,
                "agency": report.agency,
                "url": report.url,
                "published": published.best,
                "published_earliest": published.earliest,
                "published_latest": published.latest,
                "language": report.language,
                "tagged": report.tagged,
                "media_type": report.media_type,
                "encoding": report.encoding,
                "sha256": report.sha256,
                "characters": len(report.text),
                "text": report.text,
            }
        )
        for position, span in enumerate(report.chrome):
            self._rows[t.chrome].append({"report": number, "position": position, **_span(span)})
        for position, time in enumerate(report.times):
            place = {"report": number, "position": position}
            said = {"type": time.type, "value": time.value, "modifier": time.modifier}
            self._rows[t.times].append({**place, **_span(time.span), **said})

    def add_statement(self, statement: Statement, number: int, position: int) -> None:
        report = self._report
        speaker = None if statement.speaker is None else self._number_of(statement.speaker)
        addressee = None if statement.addressee is None else self._number_of(statement.addressee)
        addressees = [self._number_of(actor) for actor in statement.addressees]
        relayed_by = [self._number_of(actor) for actor in statement.relayed_by]
        self._rows[t.statements].append(
            {
                "number": number,
                "id": report.statement_id(statement),
                "report": self._number,
                "position": position,
                "speaker": speaker,
                "addressee": addressee,
                "kind": statement.kind,
                "mode": statement.mode,
                "negated": statement.negated,
                "hedged": statement.hedged,
                "confidence": float(statement.confidence),
                "said_on": statement.said_on.best,
                "said_earliest": statement.said_on.earliest,
                "said_latest": statement.said_on.latest,
                "source": None if statement.source is None else statement.source.text,
                "cue": None if statement.cue is None else statement.cue.text,
                "said": readable(report.text, statement.content),
                "venue": None if statement.venue is None else statement.venue.text,
                "occasion": None if statement.occasion is None else statement.occasion.text,
            }
        )
        for role, spans in (
            ("source", (statement.source,)),
            ("cue", (statement.cue,)),
            ("content", statement.content),
            ("negation", (statement.negation,)),
            ("hedge", (statement.hedge,)),
            ("venue", (statement.venue,)),
            ("occasion", (statement.occasion,)),
        ):
            self._rows[t.statement_spans].extend(
                {"statement": number, "role": role, "position": index, **_span(span)}
                for index, span in enumerate(spans)
                if span is not None
            )
        self._rows[t.relays].extend(
            {"statement": number, "position": index, "actor": actor} for index, actor in enumerate(relayed_by)
        )
        self._rows[t.addressees].extend(
            {"statement": number, "position": index, "actor": actor} for index, actor in enumerate(addressees)
        )
        involved = {actor for actor in (addressee, *addressees, *relayed_by) if actor is not None}
        if speaker is not None and statement.source is not None:
            self._mention(speaker, "source", statement.source)
        elif speaker is not None:
            involved.add(speaker)
        for actor in sorted(involved):
            self._mention(actor, "statement", _pivot(statement))
        self.add_date(statement.said_on, number)

    def add_refusal(self, refusal: Refusal, number: int, position: int) -> None:
        speaker = None if refusal.speaker is None else self._number_of(refusal.speaker)
        addressee = None if refusal.addressee is None else self._number_of(refusal.addressee)
        self._rows[t.refusals].append(
            {
                "number": number,
                "id": self._report.refusal_id(refusal),
                "report": self._number,
                "position": position,
                "speaker": speaker,
                "addressee": addressee,
                "kind": refusal.kind,
                "source": None if refusal.source is None else refusal.source.text,
                "cue": refusal.cue.text,
                "matter": None if refusal.matter is None else refusal.matter.text,
            }
        )
        self._rows[t.refusal_spans].extend(
            {"refusal": number, "role": role, **_span(span)}
            for role, span in (("source", refusal.source), ("cue", refusal.cue), ("matter", refusal.matter))
            if span is not None
        )
        if speaker is not None and refusal.source is not None:
            self._mention(speaker, "source", refusal.source)
        elif speaker is not None:
            self._mention(speaker, "statement", refusal.cue)
        if addressee is not None:
            self._mention(addressee, "statement", refusal.cue)

    def add_description(self, description: Description, position: int, office: int | None) -> None:
        actor = self._number_of(description.actor)
        of = None if description.of is None else self._number_of(description.of)
        self._rows[t.descriptions].append(
            {
                "report": self._number,
                "position": position,
                "actor": actor,
                "title": description.title,
                "of": of,
                "is_office": description.office,
                "office": office,
                "tenure": description.tenure,
                "gender": description.gender,
                **_span(description.span),
            }
        )
        self._mention(actor, "description", description.span)
        if of is not None:
            self._mention(of, "description", description.span)

    def add_citation(self, citation: Citation, position: int) -> None:
        self._rows[t.instrument_mentions].append(
            {
                "report": self._number,
                "position": position,
                "instrument": self._instrument_of(citation.instrument),
                "part": citation.part or None,
                "because": citation.because,
                **_span(citation.span),
            }
        )

    def add_ground(self, statement: Statement, ground: Ground, of: int, number: int, position: int) -> None:
        self._rows[t.grounds].append(
            {
                "number": number,
                "id": self._report.ground_id(statement, ground),
                "statement": of,
                "position": position,
                "instrument": self._instrument_of(ground.instrument),
                "part": ground.part or None,
                "relation": ground.relation,
            }
        )
        self._rows[t.ground_spans].extend(
            {"ground": number, "role": role, **_span(span)}
            for role, span in (("mention", ground.span), ("relation", ground.words))
            if span is not None
        )

    def add_date(self, estimate: DateEstimate, statement: int | None) -> None:
        """The candidates and reasons of the report's date (``statement`` is None) or of a statement's."""
        owner = {"report": self._number, "statement": statement}
        self._rows[t.date_candidates].extend(
            {**owner, "position": position, "date": candidate.value, "weight": float(candidate.weight)}
            for position, candidate in enumerate(estimate.candidates)
        )
        self._rows[t.date_reasons].extend(
            {**owner, "position": position, **_reason(reason)} for position, reason in enumerate(estimate.reasons)
        )

    def _mention(self, actor: int, role: str, span: Span) -> None:
        self._mentions[actor, role, span] = {"actor": actor, "report": self._number, "role": role, **_span(span)}


def _pivot(statement: Statement) -> Span:
    """The span to show for a statement as a whole: it is where the eye should land."""
    return statement.cue or statement.source or statement.content[0]


def _reason(reason: DateReason) -> Row:
    there = {f"sibling_{column}": value for column, value in _span(reason.sibling_span).items()}
    return {
        "origin": reason.origin,
        "reason": reason.text,
        **_span(reason.span),
        "against": reason.against,
        "sibling": reason.sibling or None,
        **there,
    }


def _span(span: Span | None) -> Row:
    if span is None:
        return {"start": None, "end": None, "text": None}
    return {"start": span.start, "end": span.end, "text": span.text}
