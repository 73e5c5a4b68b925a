"""Dating: time expressions, what they mean, and the day that a report is of."""

from onrecord.dating.anchoring import resolve
from onrecord.dating.expressions import find
from onrecord.dating.intervals import interval
from onrecord.dating.outlines import Outline, outline
from onrecord.dating.pile import date_pile
from onrecord.dating.report_date import date_of, redated
from onrecord.dating.sightings import Sighting, Source, sighting
from onrecord.dating.timex import Timex

__all__ = [
    "Outline",
    "Sighting",
    "Source",
    "Timex",
    "date_of",
    "date_pile",
    "find",
    "interval",
    "outline",
    "redated",
    "resolve",
    "sighting",
]
