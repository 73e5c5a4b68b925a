"""A baseline for the ledger's scores: statements with a word of intention or expectation, nothing else looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import SimpleNamespace
from typing import Any

INTENDED = re.compile(
    r"\b(?:will|would|shall|won['’]t|vow\w*|promis\w*|pledg\w*|threaten\w*|plans? to|intends?|ready to|prepared to|"
    r"refus\w*)\b",
    re.IGNORECASE,
)
EXPECTED = re.compile(r"\b(?:expect\w*|unlikely|likely|predict\w*|forecast\w*)\b", re.IGNORECASE)
NEGATIVE = re.compile(r"\b(?:not|never|no)\b|n['’]t\b", re.IGNORECASE)
BEFORE = 40  # characters before the content, where the cue mostly is


def rows(statements: Iterable[Any], texts: Mapping[str, str]) -> tuple[list[Any], list[Any]]:
    """Commitments and forecasts by keywords: the speaker is the actor, the content the evidence, and all is open."""
    commitments, forecasts = [], []
    for number, statement in enumerate(statements):
        said = " ".join(span.text for span in statement.content)
        start = statement.content[0].start
        read = texts[statement.report.name][max(0, start - BEFORE) : start] + said
        row = SimpleNamespace(
            id=number,
            report=statement.report,
            evidence=statement.content,
            actor=statement.speaker,
            polarity="negative" if NEGATIVE.search(said) else "positive",
            condition=None,
            deadline=None,
            window=None,
            status="open",
            settled_by=None,
        )
        if EXPECTED.search(read):
            forecasts.append(row)
        elif INTENDED.search(read):
            commitments.append(row)
    return commitments, forecasts
