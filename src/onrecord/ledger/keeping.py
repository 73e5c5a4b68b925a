"""A pile of reports in, its ledger out."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.domain import Ledger, Lineage, Report
from onrecord.ledger.commitments import joined as joined_commitments
from onrecord.ledger.entries import Entry, entry_of
from onrecord.ledger.events import gathered
from onrecord.ledger.forecasts import joined as joined_forecasts
from onrecord.ledger.framing import frames
from onrecord.ledger.outcomes import settled
from onrecord.ledger.positions import NO_QUESTIONS_FILE, QuestionsFile, judged, spoken_for


class Keeper:
    """Takes the reports of a pile one by one, then makes the ledger. Their order makes no difference."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []

    def add(self, report: Report) -> None:
        """Take in a report as it goes into the record: with the date and the actors that the pile gives it."""
        self._entries.append(entry_of(report))

    def close(self, lineage: Iterable[Lineage] = (), questions: QuestionsFile = NO_QUESTIONS_FILE) -> Ledger:
        """The ledger of all that was taken in.

        Args:
            lineage: tells which reports stand on one source.
            questions: what people decided about questions.
        """
        from onrecord.ledger.printings import counted  # lineage is no part of what is done to one report

        entries = sorted(self._entries, key=lambda entry: entry.order)
        events = gathered(entries)
        commitments, forecasts = joined_commitments(entries), joined_forecasts(entries)
        commitments, forecasts, events = settled(commitments, forecasts, events, entries)
        stands = judged(entries, questions)
        ledger = Ledger(
            events,
            commitments,
            forecasts,
            stands.questions,
            stands.positions,
            frames(entries),
            stands.decisions,
            spoken_for(entries, stands.positions),
        )
        return counted(ledger, lineage, entries)
