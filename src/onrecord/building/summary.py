"""What a build tells of itself while it goes on and when it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from onrecord.domain import Decision, QuestionDecision

if TYPE_CHECKING:
    from onrecord.record import DuplicateRow, UnreadRow

Phase = Literal["finding", "reading", "writing"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is.

    ``done`` of ``total`` counts inputs while finding and reports while shards are worked on (``total`` is 0 then: it is
    not known yet), and distinct reports while reading and writing. ``reused`` of those done were finished by an earlier
    build. ``unread`` counts what was quarantined so far, ``statements`` what was found so far.
    """

    phase: Phase
    done: int
    total: int
    reused: int
    unread: int
    duplicates: int
    statements: int


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build made.

    ``reports`` counts those in the record, ``reused`` those of them that an earlier build had finished. ``untagged``
    counts the reports in each language (ISO 639-1) that the tagger was not trained on; they are kept as they are.
    ``decisions`` are those of people about who is who; ``actors_file`` is the name of the file that they come from, and
    ``actors_file_kept`` tells that it was not given, but taken over from the record that was replaced;
    ``question_decisions``, ``questions_file`` and ``questions_file_kept`` tell the same about questions.
    """

    output: Path
    reports: int
    reused: int
    unread: tuple[UnreadRow, ...]
    duplicates: tuple[DuplicateRow, ...]
    statements: int
    actors: int
    untagged: Mapping[str, int]
    seconds: float
    offices: int = 0
    decisions: tuple[Decision, ...] = ()
    actors_file: str = ""
    actors_file_kept: bool = False
    question_decisions: tuple[QuestionDecision, ...] = ()
    questions_file: str = ""
    questions_file_kept: bool = False

    @property
    def orphaned(self) -> tuple[Decision, ...]:
        """The decisions to which nothing in the pile answers any more."""
        return tuple(decision for decision in self.decisions if decision.orphaned)


class BuildInterrupted(KeyboardInterrupt):
    """Ctrl-C. ``kept`` results are in the work file; the same build again goes on from there."""

    def __init__(self, kept: int) -> None:
        super().__init__()
        self.kept = kept
