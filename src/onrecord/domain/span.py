"""Spans: the characters of a report that a row rests on."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.errors import EvidenceError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``start:end`` of Unicode code points of a report's text, with the words there.

    The invariant is ``report.text[start:end] == span.text``. ``Span.of`` makes it hold, the constructor checks
    what it can without the report (the length), and ``Report`` checks every span that it is given.

    Raises:
        EvidenceError: offsets are negative, or do not have the length of the text.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end < self.start or self.end - self.start != len(self.text):
            raise EvidenceError(f"span {self.start}:{self.end} can't hold {len(self.text)} characters")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of ``text[start:end]``. Raises EvidenceError when the range leaves the text."""
        if not 0 <= start <= end <= len(text):
            raise EvidenceError(f"span {start}:{end} leaves a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def check(self, text: str) -> Span:
        """This span, if it stands in ``text`` to the letter. Raises EvidenceError if not."""
        if text[self.start : self.end] != self.text:
            shown = text[self.start : self.end]
            raise EvidenceError(f"span {self.start}:{self.end} says {self.text!r}, the report says {shown!r}")
        return self

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end
