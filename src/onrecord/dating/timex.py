"""What the words of a time expression say by themselves, before anything is known of the day they were written on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain import Span, TimeType

Direction = Literal["past", "future"]
Modifier = Literal["START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"]
Unit = Literal["TS", "TM", "TH", "D", "W", "WE", "M", "Q", "Y", "DE", "CE"]
Base = Literal["report", "text"]


@dataclass(frozen=True, slots=True)
class Timex:
    """One time expression, read but not yet anchored.

    Args:
        span: its words; offsets are Unicode code points, half-open.
        type: of TimeML.
        value: the TIMEX3 value if the words alone give it (``2007-12-10``, ``P120D``, ``PRESENT_REF``), else None.
        year: with its century: 2007.
        month: 1–12.
        day: of the month, 1–31.
        weekday: Monday is 1.
        week: of the ISO year.
        part: of the day, TimeML's two letters: ``MO``, ``MI`` (midday), ``AF``, ``EV``, ``NI``, ``DT``.
        season: ``SP``, ``SU``, ``FA`` or ``WI``.
        quarter: 1–4; 0 for a quarter that the text has named before ("the quarter").
        half: of the year, 1 or 2.
        decade: its year's first three digits: 199 for "the 1990s"; 9 for "the nineties" of an unnamed century.
        feast: the name of a moving feast: "easter".
        hour, minute, second: of the clock, 0–24.
        shift: so many ``unit``s after ``base`` (0 for "this week", -1 for "last week"), None without an offset.
        unit: of ``shift``.
        base: what ``shift`` is counted from: the day of the ``report`` ("a year ago") or the last day in the
            ``text`` ("a year earlier").
        modifier: of TIMEX3.
        direction: whether the tense, the verb or the words say that it lies before or after the report; None if
            nothing does.
        lean: log-odds, by its words, that it lies after the report and not before; ``direction`` where they are high.
        step: -1 for "last October", 1 for "next Friday", 0 for "this Friday", None for a bare name.
        quarter_ago: whether, in a text about a quarter, it means that quarter a year before ("a year earlier").
        joined: whether it goes on from the expression before it: "Sunday or Monday", "Thursday-Friday".
        quoted: whether it stands in a direct quotation, so that it is counted from when that was said.
        said: the place, in what ``find`` yields, of the day on which the quotation was made, if the text names it.
    """

    span: Span
    type: TimeType
    value: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    part: str | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    feast: str | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    shift: int | None = None
    unit: Unit | None = None
    base: Base = "report"
    modifier: Modifier | None = None
    direction: Direction | None = None
    lean: float = 0.0
    step: int | None = None
    quarter_ago: bool = False
    joined: bool = False
    quoted: bool = False
    said: int | None = None

    @property
    def is_day(self) -> bool:
        """Whether it names a day of the calendar, the week or the year's feasts."""
        return (self.month is not None and self.day is not None) or self.weekday is not None or self.feast is not None
