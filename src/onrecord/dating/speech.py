"""When a quotation was made: the day beside its verb of saying, which the words in it are counted from."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.dating.rules import Fields, Reading
from onrecord.dating.tokens import BREAK, Tokens
from onrecord.dating.vocabulary import word_set

_SAYING = word_set("said told says added wrote announced stated declared insisted warned testified replied argued")
_NEAR = 4  # tokens between the verb and the day: "said in a speech on Friday"


def speech_days(tokens: Tokens, readings: Sequence[Reading], quoted: Sequence[bool]) -> dict[int, int]:
    """For places of ``readings`` that are ``quoted``: the place of the day on which they were said.

    That is the nearest day beside a verb of saying in the same paragraph, outside quotation marks.
    """
    if not any(quoted):
        return {}
    paragraphs = _paragraphs(tokens, readings)
    days = [
        place
        for place, (first, last, fields) in enumerate(readings)
        if not quoted[place] and _is_day(fields) and _is_of_saying(tokens, first, last)
    ]
    found: dict[int, int] = {}
    at = 0
    for place, inside in enumerate(quoted):
        while at < len(days) and days[at] < place:
            at += 1
        near = [day for day in days[max(0, at - 1) : at + 1] if paragraphs[day] == paragraphs[place]]
        if inside and near:
            found[place] = min(near, key=lambda day: abs(readings[day][0] - readings[place][0]))
    return found


def _paragraphs(tokens: Tokens, readings: Sequence[Reading]) -> list[int]:
    """The number of the paragraph that each reading stands in."""
    numbers, count, at = [], 0, 0
    for first, _, _ in readings:
        count += tokens.classes.count(BREAK, at, first)
        at = first
        numbers.append(count)
    return numbers


def _is_day(fields: Fields) -> bool:
    named = fields.get("weekday") is not None or (fields.get("month") is not None and fields.get("day") is not None)
    return named or (fields.get("unit") == "D" and fields.get("shift") is not None and fields.get("base") != "text")


def _is_of_saying(tokens: Tokens, first: int, last: int) -> bool:
    words = tokens.words
    before = words[max(0, first - _NEAR) : first]
    if "." in before:
        before = before[len(before) - before[::-1].index(".") :]
    return any(word in _SAYING for word in before) or (last < len(words) and words[last] in _SAYING)
