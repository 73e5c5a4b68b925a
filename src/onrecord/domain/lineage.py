"""Lineage: which report shares whose words, and what became of quotations on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from onrecord.domain.ids import content_id
from onrecord.domain.span import Span

LineageKind = Literal["agency copy", "copy", "edited copy", "excerpt", "quotation only"]
"""What two reports share. ``agency copy``: nearly all of both, and an agency is credited with it. ``copy``: nearly all
of both. ``edited copy``: most of one and much of the other. ``excerpt``: less. ``quotation only``: nothing but words
in quotation marks, which both may have heard themselves; this is no copying, and no source is shared by it."""

Direction = Literal["known", "unknown"]

DivergenceKind = Literal[
    "attributed to someone else",
    "altered",
    "into quotation marks",
    "out of quotation marks",
    "trimmed",
    "marked",
    "reworded",
]
"""What became of somebody's words, worst first. ``altered``: other words in quotation marks. ``into`` and ``out of
quotation marks``: the same words, quoted in one of the reports only. ``trimmed``: quoted words that the other leaves
out. ``marked``: only pronouns or short forms, or what stands in brackets or for an ellipsis. ``reworded``: all else,
outside of quotation marks."""


class Passage(NamedTuple):
    """The same words, edits apart: ``here`` in the report, ``there`` in the one that it was copied from."""

    here: Span
    there: Span


@dataclass(frozen=True, slots=True)
class Lineage:
    """A report that shares wording with another one.

    Args:
        report: id of the report.
        copied_from: id of the other. Where ``direction`` is ``unknown`` it may be the other way round, or both may
            have it from a third.
        kind: what they share.
        direction: whether it is known who has it from whom.
        reason: why it is known, or what is missing; one sentence without a full stop.
        passages: what they share, in the order of the report; at least one.
        same_words: how many words of the passages are the same in both.
        share: which part of the report's words these are, 0 to 1, chrome not counted.
        share_of_source: which part of the other's.
        agency: the agency that either of them credits with it, or that somebody in it is said to have told it to.
    """

    report: str
    copied_from: str
    kind: LineageKind
    direction: Direction
    reason: str
    passages: tuple[Passage, ...]
    same_words: int
    share: float
    share_of_source: float
    agency: str | None = None

    @property
    def id(self) -> str:
        """Content hash of the two reports, whichever came first."""
        return content_id("l", *sorted((self.report, self.copied_from)))

    @property
    def is_copying(self) -> bool:
        """Whether the two stand on one source; quotations of one speech do not."""
        return self.kind != "quotation only"


class Change(NamedTuple):
    """Words of one report and what stands in their place in the other; "" where nothing does."""

    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Divergence:
    """The same statement or quotation in two reports, with a difference.

    Args:
        kind: the worst of the differences.
        report: id of the report; ``here`` are its words.
        other_report: id of the other; ``there`` are its words. Where it is known who copied whom, the other is the
            source.
        changes: word by word, in text order. For ``attributed to someone else`` the last pair are the two speakers.
        statement, other_statement: ids of the statements that these words are, "" where they are none.
        copied: whether one report is known to share the passage by copying.
    """

    kind: DivergenceKind
    report: str
    here: Span
    other_report: str
    there: Span
    changes: tuple[Change, ...]
    statement: str = ""
    other_statement: str = ""
    copied: bool = False

    @property
    def id(self) -> str:
        """Content hash of the two places."""
        places = (self.report, self.here.start, self.here.end, self.other_report, self.there.start, self.there.end)
        return content_id("d", *places)
