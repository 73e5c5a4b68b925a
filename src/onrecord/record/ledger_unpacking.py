"""What a report tells of the ledger (acts, happenings, declarations, expectations, stances, namings) as rows."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Table

from onrecord.domain import (
    Act,
    Actor,
    DateEstimate,
    Declaration,
    Expectation,
    Happening,
    Naming,
    Report,
    Span,
    Stance,
)
from onrecord.errors import RecordError
from onrecord.record import ledger_tables as t
from onrecord.record.schema import actor_mentions

Row = dict[str, Any]
Rows = dict[Table, list[Row]]

ORDER: tuple[Table, ...] = (
    t.happenings,
    t.happening_spans,
    t.declarations,
    t.declaration_bound,
    t.declaration_spans,
    t.expectations,
    t.expectation_spans,
    t.stances,
    t.stance_spans,
    t.namings,
    t.ledger_date_candidates,
    t.ledger_date_reasons,
)
"""The tables in which rows refer to earlier ones only; ``acts`` come before statements, which refer to them."""


_SIGHTED = (t.happenings, t.declarations, t.expectations, t.stances, t.namings)


class LedgerUnpacker:
    """Takes reports apart, one after the other, and numbers their rows."""

    def __init__(self, number_of: Callable[[Actor], int]) -> None:
        self._number_of = number_of
        self._last: defaultdict[Table, int] = defaultdict(int)
        self._before = {table: array("q") for table in _SIGHTED}  # the last numbers before each report, in their order

    def unpack(self, report: Report, number: int, first_statement: int) -> tuple[Rows, dict[Act, int]]:
        """The rows of a report by table, and the numbers of its acts.

        Args:
            report: a complete report whose evidence has been checked.
            number: its number in the record.
            first_statement: the number of its first statement; the others follow.

        Raises:
            RecordError: a row belongs to a statement that the report does not have.
        """
        for table, last in self._before.items():
            last.append(self._last[table])
        rows = _Rows(report, number, first_statement, self._number_of, self._last)
        return rows.gathered(), rows.acts

    def number(self, table: Table, report: int, place: int) -> int | None:
        """The number of what a report tells at a place, None if nothing. Reports are numbered as they come, from 1."""
        before = self._before[table]
        after = before[report] if report < len(before) else self._last[table]
        number = before[report - 1] + place + 1
        return number if place >= 0 and number <= after else None


def reasons_of(report: Report) -> Iterator[Span]:
    """The spans that dates in a report's part of the ledger rest on."""
    dates = [happening.when for happening in report.happenings]
    dates += [declaration.deadline for declaration in report.declarations]
    dates += [expectation.window for expectation in report.expectations]
    for estimate in dates:
        for reason in estimate.reasons:
            if reason.span is not None:
                yield reason.span


class _Rows:
    """The rows of one report as they are gathered."""

    def __init__(
        self,
        report: Report,
        number: int,
        first_statement: int,
        number_of: Callable[[Actor], int],
        last: defaultdict[Table, int],
    ) -> None:
        self._report, self._number, self._first_statement = report, number, first_statement
        self._number_of, self._last = number_of, last
        self._rows: Rows = defaultdict(list)
        self._mentions: dict[tuple[int, Span], Row] = {}
        self.acts: dict[Act, int] = {}

    def gathered(self) -> Rows:
        report = self._report
        for position, act in enumerate(report.acts):
            self._act(act, position)
        others = [*(each.act for each in report.statements), *(each.act for each in report.happenings)]
        for other in others:
            if other is not None and other not in self.acts:
                self._act(other, None)
        for position, happening in enumerate(report.happenings):
            self._happening(happening, position)
        for position, declaration in enumerate(report.declarations):
            self._declaration(declaration, position)
        for position, expectation in enumerate(report.expectations):
            self._expectation(expectation, position)
        for position, stance in enumerate(report.stances):
            self._stance(stance, position)
        for position, naming in enumerate(report.namings):
            self._naming(naming, position)
        return {**self._rows, actor_mentions: list(self._mentions.values())}

    def _act(self, act: Act, position: int | None) -> None:
        number = self._next(t.acts)
        self.acts.setdefault(act, number)
        self._rows[t.acts].append(
            {
                "number": number,
                "id": self._report.act_id(act),
                "report": self._number,
                "position": position,
                "code": act.code,
                "quad": act.quad,
                "mode": act.mode or None,
                "actor": self._involved(act.actor, act.span),
                "recipient": self._involved(act.recipient, act.span),
                **_span(act.span),
            }
        )

    def _happening(self, happening: Happening, position: int) -> None:
        number = self._next(t.happenings)
        self._rows[t.happenings].append(
            {
                **self._told(number, position, happening.statement),
                "subject": happening.subject,
                "state": happening.state,
                "act": None if happening.act is None else happening.act.code,
                "act_number": None if happening.act is None else self.acts[happening.act],
                "actor": self._involved(happening.actor, happening.trigger),
                "recipient": self._involved(happening.recipient, happening.trigger),
                **_days(happening.when, "day", "earliest", "latest"),
                "place": _line(happening.place),
            }
        )
        for role, spans in (
            ("clause", (happening.span,)),
            ("trigger", (happening.trigger,)),
            ("time", (happening.time,)),
            ("place", (happening.place,)),
            ("figure", happening.figures),
        ):
            self._rows[t.happening_spans].extend(
                {"happening": number, "role": role, "position": index, **_span(span)}
                for index, span in enumerate(spans)
                if span is not None
            )
        self._date(happening.when, happening=number)

    def _declaration(self, declaration: Declaration, position: int) -> None:
        number, cue = self._next(t.declarations), declaration.cue
        self._rows[t.declarations].append(
            {
                **self._told(number, position, declaration.statement),
                "actor": self._involved(declaration.actor, cue),
                "target": self._involved(declaration.target, cue),
                "kind": declaration.kind,
                "polarity": declaration.polarity,
                "strength": declaration.strength,
                "cue": _line(cue),
                "act": _line(declaration.act),
                "condition": _line(declaration.condition),
                **_days(declaration.deadline, "deadline", "deadline_earliest", "deadline_latest"),
            }
        )
        self._rows[t.declaration_bound].extend(
            {"declaration": number, "position": index, "actor": self._involved(actor, cue)}
            for index, actor in enumerate(declaration.also_bound)
        )
        self._spans(
            t.declaration_spans,
            {"declaration": number},
            act=declaration.act,
            cue=cue,
            condition=declaration.condition,
            deadline=declaration.deadline_words,
        )
        self._date(declaration.deadline, declaration=number)

    def _expectation(self, expectation: Expectation, position: int) -> None:
        number, cue = self._next(t.expectations), expectation.cue
        self._rows[t.expectations].append(
            {
                **self._told(number, position, expectation.statement),
                "actor": self._involved(expectation.actor, cue),
                "of": self._involved(expectation.of, cue),
                "likelihood": expectation.likelihood,
                "polarity": expectation.polarity,
                "cue": _line(cue),
                "expected": _line(expectation.expected),
                "condition": _line(expectation.condition),
                **_days(expectation.window, "expected_on", "expected_earliest", "expected_latest"),
            }
        )
        self._spans(
            t.expectation_spans,
            {"expectation": number},
            expected=expectation.expected,
            cue=cue,
            condition=expectation.condition,
            window=expectation.window_words,
        )
        self._date(expectation.window, expectation=number)

    def _stance(self, stance: Stance, position: int) -> None:
        number = self._next(t.stances)
        self._rows[t.stances].append(
            {
                **self._told(number, position, stance.statement),
                "actor": self._involved(stance.actor, stance.words),
                "side": stance.side,
                "strength": stance.strength,
                "matter": _line(stance.matter),
                "words": _line(stance.words),
                "condition": _line(stance.condition),
                "key": "; ".join(stance.key),
            }
        )
        self._spans(
            t.stance_spans,
            {"stance": number},
            matter=stance.matter,
            words=stance.words,
            condition=stance.condition,
        )

    def _naming(self, naming: Naming, position: int) -> None:
        row = self._told(self._next(t.namings), position, naming.statement)
        actor = self._involved(naming.actor, naming.span)
        self._rows[t.namings].append({**row, "actor": actor, "thing": naming.thing, **_span(naming.span)})

    def _told(self, number: int, position: int, statement: int | None) -> Row:
        if statement is not None and not 0 <= statement < len(self._report.statements):
            there = len(self._report.statements)
            raise RecordError(f"{self._report.name}: a row is of statement {statement} of {there}: please report this")
        of = None if statement is None else self._first_statement + statement
        return {"number": number, "report": self._number, "position": position, "statement": of}

    def _spans(self, table: Table, owner: Row, **roles: Span | None) -> None:
        found = ((role, span) for role, span in roles.items() if span is not None)
        self._rows[table].extend({**owner, "role": role, **_span(span)} for role, span in found)

    def _date(self, estimate: DateEstimate, **owner: int) -> None:
        whose = {"report": self._number, **dict.fromkeys(("happening", "declaration", "expectation")), **owner}
        self._rows[t.ledger_date_candidates].extend(
            {**whose, "position": index, "date": each.value, "weight": float(each.weight)}
            for index, each in enumerate(estimate.candidates)
        )
        self._rows[t.ledger_date_reasons].extend(
            {
                **whose,
                "position": index,
                "origin": reason.origin,
                "reason": reason.text,
                **_span(reason.span),
                "against": reason.against,
                "sibling": reason.sibling or None,
                **{f"sibling_{column}": value for column, value in _span(reason.sibling_span).items()},
            }
            for index, reason in enumerate(estimate.reasons)
        )

    def _involved(self, actor: Actor | None, words: Span) -> int | None:
        """The number of an actor, who is in the record because of these words."""
        if actor is None:
            return None
        number = self._number_of(actor)
        row = {"actor": number, "report": self._number, "role": "ledger", **_span(words)}
        self._mentions[number, words] = row
        return number

    def _next(self, table: Table) -> int:
        self._last[table] += 1
        return self._last[table]


def _days(estimate: DateEstimate, best: str, earliest: str, latest: str) -> Row:
    return {best: estimate.best, earliest: estimate.earliest, latest: estimate.latest}


def _line(span: Span | None) -> str | None:
    """The words of a span on one line."""
    return None if span is None else " ".join(span.text.split())


def _span(span: Span | None) -> Row:
    if span is None:
        return {"start": None, "end": None, "text": None}
    return {"start": span.start, "end": span.end, "text": span.text}
