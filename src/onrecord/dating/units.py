"""Units of time and how TIMEX3 writes lengths in them."""

from __future__ import annotations

from onrecord.dating.timex import Unit
from onrecord.dating.vocabulary import PLURALS, SHORT_UNITS, UNITS


def unit_of(word: str) -> Unit | None:
    """The unit that a word names, in the singular or the plural; None if it names none."""
    return UNITS.get(SHORT_UNITS.get(PLURALS.get(word, word), PLURALS.get(word, word)))  # type: ignore[return-value]


def length(amount: float | None, unit: Unit) -> str:
    """The TIMEX3 value of so many units; ``PXD`` for an unknown number.

    >>> length(2, "W"), length(None, "Y"), length(2.5, "Y"), length(1.5, "TH")
    ('P2W', 'PXY', 'P2Y6M', 'PT1H30M')
    """
    head, letter = ("PT", unit[1]) if unit in ("TS", "TM", "TH") else ("P", unit)
    if amount is None:
        return f"{head}X{letter}"
    whole, rest = int(amount), amount - int(amount)
    if letter == "DE" and unit == "DE":
        return f"P{whole * 10 + round(rest * 10)}Y"
    if unit == "CE":
        return f"P{whole * 100 + round(rest * 100)}Y"
    if rest and unit in _HALVES:
        number, smaller = _HALVES[unit]
        part = f"{round(rest * number)}{smaller}"
        return f"{head}{whole}{letter}{part}" if whole else f"{head}{part}"
    if rest:
        return f"{head}{amount:g}{letter}"
    return f"{head}{whole}{letter}"


_HALVES = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S")}
