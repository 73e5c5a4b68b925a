"""The date of a report from its own words: every clue weighs every day, and all are weighed together."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.dating.clues import clues
from onrecord.dating.distances import likelihood
from onrecord.dating.estimates import Evidence
from onrecord.dating.public_facts import evidence_of_facts
from onrecord.dating.reasons import reason
from onrecord.dating.timex import Timex
from onrecord.domain import Span


def evidence(text: str, times: Sequence[Timex], chrome: Sequence[Span], agency: bool = False) -> tuple[Evidence, ...]:
    """What a report's words make of every day.

    Args:
        text: the report.
        times: its time expressions, without those of its chrome.
        chrome: the site's own words.
        agency: whether it is credited to a news agency.
    """
    own = (Evidence(likelihood(clue), reason(clue)) for clue in clues(text, times, chrome, agency))
    return (*own, *evidence_of_facts(text))
