"""Positions: the matters on which actors take sides, and where each stands on each, over time."""

from onrecord.ledger.positions.positions import judged, taken
from onrecord.ledger.positions.questions_file import NO_QUESTIONS_FILE, QuestionsFile, read_questions_file
from onrecord.ledger.positions.rows import sides_of, spoken_for
from onrecord.ledger.positions.stances import stances

__all__ = [
    "NO_QUESTIONS_FILE",
    "QuestionsFile",
    "judged",
    "read_questions_file",
    "sides_of",
    "spoken_for",
    "stances",
    "taken",
]
