"""A position over time as a line of few marks: above is for, below against, and each side has its shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.domain import Side

STEP, HEIGHT, MARGIN = 13, 26, 7  # pixels
MOST_MARKS = 9
"""Marks that a sparkline has room for; of a longer history the first and the last ones are drawn."""

_LEVELS: dict[Side, int] = {"for": 6, "conditional": 13, "neutral": 13, "unclear": 13, "against": 20}
SHAPES: dict[Side, str] = {
    "for": "M-4 3.5L0 -4L4 3.5Z",
    "against": "M-4 -3.5L0 4L4 -3.5Z",
    "conditional": "M0 -4.5L4.5 0L0 4.5L-4.5 0Z",
    "neutral": "M-4 0H4",
    "unclear": "M-3 -3L3 3M-3 3L3 -3",
}
"""The marks around their middle: a triangle that points up or down, a diamond, a dash, a cross."""

FILLED: frozenset[Side] = frozenset(("for", "against"))


class Spot(NamedTuple):
    """A sighting in the drawing, in pixels. ``size`` is 0.8 for mild, 1 and 1.25 for strong words."""

    x: int
    y: int
    side: Side
    size: float
    label: str


@dataclass(frozen=True, slots=True)
class Sparkline:
    """The drawing. ``left_out`` sightings between the first and the last ones found no room."""

    spots: tuple[Spot, ...]
    left_out: int

    @property
    def width(self) -> int:
        """In pixels."""
        return 2 * MARGIN + STEP * (len(self.spots) - 1)

    @property
    def line(self) -> str:
        """The points of the line through the marks."""
        return " ".join(f"{spot.x},{spot.y}" for spot in self.spots)


def sparkline(taken: Sequence[tuple[Side, int, str]]) -> Sparkline:
    """The drawing of sightings in order of time: side, strength (1 to 3) and a label each."""
    shown, left_out = list(taken), 0
    if len(shown) > MOST_MARKS:
        left_out = len(shown) - MOST_MARKS
        shown = shown[:2] + shown[-(MOST_MARKS - 2) :]
    sizes = {1: 0.8, 2: 1.0, 3: 1.25}
    spots = tuple(
        Spot(MARGIN + STEP * place, _LEVELS[side], side, sizes.get(strength, 1.0), label)
        for place, (side, strength, label) in enumerate(shown)
    )
    return Sparkline(spots, left_out)
