"""Rows of the record → entries of the ledger's pages, with the words that are to be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from onrecord.domain import DateEstimate, Declaration, Expectation, Happening, Likelihood, Polarity, Span, Strength
from onrecord.publishing.dossier import wording
from onrecord.publishing.dossier.ledger.entries import CommitmentEntry, Differs, EventEntry, ForecastEntry, Turn
from onrecord.publishing.dossier.ledger.excerpts import Excerpt, Excerpts, Mark, Role, Sign
from onrecord.publishing.dossier.ledger.names import Names
from onrecord.publishing.dossier.survey import ReportRow
from onrecord.publishing.dossier.when import NO_DATE, When, when
from onrecord.record import RecordedCommitment, RecordedEvent, RecordedForecast
from onrecord.record.ledger_rows import Seen, Step

_Row = TypeVar("_Row", RecordedCommitment, RecordedForecast)
_Told = TypeVar("_Told", Declaration, Expectation, Happening)

_PLEDGES: Mapping[tuple[Strength, Polarity], str] = {
    ("vows", "positive"): "vows to",
    ("vows", "negative"): "vows not to",
    ("will", "positive"): "will",
    ("will", "negative"): "will not",
    ("would", "positive"): "would",
    ("would", "negative"): "would not",
    ("may", "positive"): "may",
    ("may", "negative"): "may not",
}
_ODDS: Mapping[tuple[Likelihood, Polarity], str] = {
    ("certain", "positive"): "certain",
    ("likely", "positive"): "likely",
    ("possible", "positive"): "possible",
    ("unlikely", "positive"): "unlikely",
    ("certain", "negative"): "certainly not",
    ("likely", "negative"): "likely not",
    ("possible", "negative"): "possibly not",
    ("unlikely", "negative"): "unlikely",
}


class Entries:
    """Makes entries, and asks for the words that they show.

    Args:
        reports: the rows of all reports, by id.
        names: how actors are named.
        excerpts: where words are asked for.
    """

    def __init__(self, reports: Mapping[str, ReportRow], names: Names, excerpts: Excerpts) -> None:
        self._reports, self._names, self._excerpts = reports, names, excerpts

    def commitments(self, rows: Iterable[RecordedCommitment]) -> list[CommitmentEntry]:
        """The commitments, one entry each."""
        return [self._commitment(row) for row in _once(rows)]

    def forecasts(self, rows: Iterable[RecordedForecast]) -> list[ForecastEntry]:
        """The forecasts, one entry each."""
        return [self._forecast(row) for row in _once(rows)]

    def events(self, rows: Iterable[RecordedEvent]) -> list[EventEntry]:
        """The events."""
        return [self._event(row) for row in rows]

    def _commitment(self, row: RecordedCommitment) -> CommitmentEntry:
        words = [seen.words for seen in row.sightings]
        deadline = _first_known([row.deadline, *(each.deadline for each in words)])
        condition = row.condition or next((each.condition for each in words if each.condition is not None), None)
        return CommitmentEntry(
            id=row.id,
            kind="commitment",
            sightings=self._seen(row.sightings, "commitment"),
            turns=self._turns(row.history),
            printings=row.printings,
            independent=row.independent,
            due=_due(deadline),
            link="",
            status=row.status,
            who=self._names.of(row.actor) if row.actor else None,
            also=tuple(self._names.of(actor) for actor in row.also_bound),
            target=self._names.of(row.target) if row.target else None,
            apart=_is_clause(row),
            pledge=_PLEDGES[row.strength, row.polarity],
            negative=row.polarity == "negative",
            act=row.act,
            kind_of=row.kind,
            condition=" ".join(condition.text.split()) if condition else "",
            deadline=_until(deadline),
        )

    def _forecast(self, row: RecordedForecast) -> ForecastEntry:
        words = [seen.words for seen in row.sightings]
        window = _first_known([row.window, *(each.window for each in words)])
        condition = row.condition or next((each.condition for each in words if each.condition is not None), None)
        return ForecastEntry(
            id=row.id,
            kind="forecast",
            sightings=self._seen(row.sightings, "forecast"),
            turns=self._turns(row.history),
            printings=row.printings,
            independent=row.independent,
            due=_due(window),
            link="",
            status=row.status,
            who=self._names.of(row.actor) if row.actor else None,
            of=self._names.of(row.of) if row.of else None,
            odds=_ODDS[row.likelihood, row.polarity],
            steps={"certain": 4, "likely": 3, "possible": 2, "unlikely": 1}[row.likelihood],
            negative=row.polarity == "negative",
            expected=row.expected,
            condition=" ".join(condition.text.split()) if condition else "",
            window=_until(window),
        )

    def _event(self, row: RecordedEvent) -> EventEntry:
        return EventEntry(
            id=row.id,
            kind="event",
            sightings=self._seen(row.sightings),
            turns=self._turns(row.history),
            printings=row.printings,
            independent=row.independent,
            due=when(row.when),
            link="",
            state=row.state,
            subject=row.subject,
            who=self._names.of(row.actor) if row.actor else None,
            to=self._names.of(row.recipient) if row.recipient else None,
            place=" ".join(row.place.text.split()) if row.place else "",
            code=row.act.code if row.act else "",
            time=when(row.when),
            differs=tuple(
                Differs(
                    each.what,
                    each.these,
                    self._reports[each.report.id],
                    each.those,
                    self._reports[each.other_report.id],
                )
                for each in row.disagreements
            ),
        )

    def _seen(self, sightings: Sequence[Seen[_Told]], sign: Sign = "") -> tuple[Excerpt, ...]:
        found = (
            self._excerpts.ask(self._reports[seen.report.id], marks_of(seen.words), sign, seen.statement or "")
            for seen in sightings
        )
        return tuple(one for one in found if one is not None)

    def _turns(self, history: Sequence[Step]) -> tuple[Turn, ...]:
        return tuple(
            Turn(
                step.status,
                step.because,
                _words_for(step.when),
                when(step.when),
                self._words(step.report.id, step.evidence) if step.report is not None else None,
                self._words(step.of.id, step.of_evidence),
            )
            for step in history
        )

    def _words(self, report: str, evidence: Sequence[Span]) -> Excerpt | None:
        return self._excerpts.ask(self._reports[report], [Mark(span, "act") for span in evidence])


def marks_of(told: Declaration | Expectation | Happening) -> list[Mark]:
    """What is marked of a report's words."""
    named: list[tuple[Span | None, Role]]
    if isinstance(told, Declaration):
        named = [(told.act, "act"), (told.cue, "cue"), (told.condition, "condition"), (told.deadline_words, "time")]
    elif isinstance(told, Expectation):
        named = [(told.expected, "act"), (told.cue, "cue"), (told.condition, "condition"), (told.window_words, "time")]
    else:
        named = [(told.trigger, "act"), (told.time, "time"), (told.place, "matter")]
    return [Mark(span, role) for span, role in named if span is not None]


def _is_clause(row: RecordedCommitment) -> bool:
    """Whether the words of what is to be done have the cue within them, and so a subject of their own."""
    act = row.declarations[0].act
    return act.start <= row.cue.start < act.end


def _once(rows: Iterable[_Row]) -> Iterator[_Row]:
    """The first row of each id."""
    seen = set()
    for row in rows:
        if row.id not in seen:
            seen.add(row.id)
            yield row


def _first_known(estimates: Iterable[DateEstimate]) -> DateEstimate | None:
    return next((each for each in estimates if each.best or each.earliest or each.latest), None)


def _words_for(estimate: DateEstimate) -> str:
    known = estimate.best or estimate.earliest or estimate.latest
    return wording.estimate(estimate) if known else ""


def _until(estimate: DateEstimate | None) -> str:
    """``by 10 December 2007``, ``in July 2020``, ``on 17 or 18 February 2008``; "" where nothing tells."""
    if estimate is None:
        return ""
    words = _words_for(estimate)
    if _is_deadline(estimate) and estimate.latest is not None:
        return f"by {wording.day(estimate.latest)}"
    return f"on {words}" if words[:1].isdigit() else words


def _due(estimate: DateEstimate | None) -> When:
    """Where it stands on the timeline: "by Monday" at Monday, which is sure whatever comes of it."""
    if estimate is None:
        return NO_DATE
    if _is_deadline(estimate) and estimate.latest is not None:
        day = estimate.latest
        return When(wording.day(day), day, day, day)
    return when(estimate)


def _is_deadline(estimate: DateEstimate) -> bool:
    return estimate.best is None and estimate.earliest is None and estimate.latest is not None
