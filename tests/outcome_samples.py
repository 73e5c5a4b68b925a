"""Reports of the ledger by hand: a few words each, with what the stages before would have found in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.domain import (
    Actor,
    DateEstimate,
    DateReason,
    Declaration,
    Expectation,
    Outcome,
    Polarity,
    Report,
    Span,
    Telling,
    TimeExpression,
    content_id,
)
from onrecord.ledger.entries import Entry, entry_of
from onrecord.ledger.outcomes.deeds import canonical, content

NORLAND = Actor("Norway", "state")
SUDLAND = Actor("Chad", "state")
MINISTRY = Actor("Norwegian Foreign Ministry", "body")


def day(value: str) -> DateEstimate:
    """A day that is known."""
    return DateEstimate.known(date.fromisoformat(value), DateReason("given", "given"))


def within(first: str | None, last: str | None) -> DateEstimate:
    """A stretch of days."""
    return DateEstimate(
        None, None if first is None else date.fromisoformat(first), None if last is None else date.fromisoformat(last)
    )


class Told:
    """A report in the making: each part is a sentence of its text."""

    def __init__(self, name: str, published: str | None) -> None:
        self.name, self.text = name, ""
        self.published = DateEstimate() if published is None else day(published)
        self.declarations: list[Declaration] = []
        self.expectations: list[Expectation] = []
        self.tellings: list[Telling] = []
        self.times: list[TimeExpression] = []

    def _add(self, words: str) -> Span:
        start = len(self.text)
        self.text += words + ". "
        return Span(start, start + len(words), words)

    def promise(
        self,
        act: str,
        actor: Actor,
        polarity: Polarity = "positive",
        condition: str | None = None,
        deadline: DateEstimate | None = None,
    ) -> Told:
        """Somebody says that they will (not) do it."""
        cue = self._add("will" if polarity == "positive" else "will not")
        words = self._add(act)
        given = None if condition is None else self._add(condition)
        by = None if deadline is None else self._add("by then")
        self.declarations.append(
            Declaration(
                words,
                cue,
                "promise",
                polarity,
                "will",
                actor,
                condition=given,
                deadline=deadline or DateEstimate(),
                deadline_words=by,
            )
        )
        return self

    def expect(
        self, expected: str, of: Actor | None, window: DateEstimate | None = None, polarity: Polarity = "positive"
    ) -> Told:
        """The report expects something of somebody."""
        cue = self._add("is expected to")
        words = self._add(expected)
        self.expectations.append(
            Expectation(words, cue, "likely", polarity, of=of, window=window or DateEstimate(), window_words=cue)
        )
        return self

    def tell(
        self,
        clause: str,
        verb: str,
        actor: Actor | None,
        outcome: Outcome = "done",
        when: str | None = None,
    ) -> Told:
        """The report tells what somebody did or did not do."""
        time = None if when is None else self._add(when)
        if time is not None:
            self.times.append(TimeExpression(time, "DATE", time.text))
        span = self._add(clause)
        self.tellings.append(Telling(span, canonical(verb), content(clause), outcome, actor, "", time))
        return self

    def entry(self) -> Entry:
        """The finished report, as the ledger keeps it."""
        report = Report(self.name, self.text, content_id("x", self.name)[2:].ljust(64, "0"), published=self.published)
        return entry_of(
            replace(
                report,
                declarations=tuple(self.declarations),
                expectations=tuple(self.expectations),
                tellings=tuple(self.tellings),
                times=tuple(self.times),
            )
        )
