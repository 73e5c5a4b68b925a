"""Days that go on from a day: the 25 of "April 24 and 25", the 12 of "Nov. 9-12"."""

from __future__ import annotations

from onrecord.dating.calendar_rules import exists
from onrecord.dating.rules import Reading
from onrecord.dating.tokens import Tokens
from onrecord.dating.vocabulary import word_set


def further_day(tokens: Tokens, reading: Reading) -> Reading | None:
    """The day right behind a month's day in ``reading``, None if there is none."""
    _, end, fields = reading
    month, day = fields.get("month"), fields.get("day")
    if month is None or day is None or fields.get("hour") is not None or end + 1 >= len(tokens):
        return None
    joined = tokens.classes[end] == "-" or tokens.words[end] in ("and", "or", "to")
    if not joined or tokens.classes[end + 1] != "d" or tokens.classes[end - 1] not in "dO":
        return None
    further = int(tokens.words[end + 1])
    if further <= day or not exists(fields.get("year"), month, further):
        return None
    after = tokens.words[end + 2] if end + 2 < len(tokens) else ""
    if after[:1].isalnum() and tokens.classes[end] != "-" and after not in _AFTER:
        return None  # "Dec. 10 and 12 people"
    return end + 1, end + 2, {"type": "DATE", "month": month, "year": fields.get("year"), "day": further}


_AFTER = word_set("in at for with when as by on")
