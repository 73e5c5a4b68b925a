"""Whether a named day, month or season lies before or after the report: what preposition, verb and tense say.

A logistic regression over a few words around the expression and the kind of the nearest verbs. Its weights
(``directions.json``) were learnt from TimeBank and AQUAINT by ``training/dating/train_directions.py``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from math import log

from onrecord.dating.timex import Direction
from onrecord.dating.tokens import BREAK, Tokens
from onrecord.dating.verbs import MODALS, PLANS, group, is_adjective, kind
from onrecord.dating.vocabulary import word_set

_REACH = 20
_NEAR = 6
_TELLING = word_set("if when before after since while for into next last new early as soon until only is are was were")


def clues(tokens: Tokens, first: int, last: int) -> list[str]:
    """The features of tokens ``first:last``: words beside it, kinds of the nearest verbs in its sentence."""
    words = tokens.words
    start, end = _sentence(tokens, first, last)
    before = words[first - 1] if first else ""
    found = [f"before {before}", f"after {words[last] if last < len(words) else ''}"]
    if first > 1:
        found.append(f"before {words[first - 2]} {before}")
    if words[first] == "this":
        found.append("says this")
    if before == "for" and first > 1 and words[first - 2] in PLANS:
        found.append("planned for")
    found += _owns(words, last, end)
    if before in ("in", "on") and first > 1 and words[first - 2] in _HELD:
        found.append("held then")
    if _leads_up(words[max(start, first - 3) : first]):
        found.append("leads up")
    found += _left(words, start, first) + _right(words, last, end)
    found += [f"near {word}" for word in words[max(start, first - _NEAR) : first] if word in _TELLING]
    return list(dict.fromkeys(found))


def _sentence(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """The tokens around ``first:last`` that are of its sentence and not of a quotation beside it."""
    words, classes = tokens.words, tokens.classes

    def ends(index: int) -> bool:
        word = words[index]
        return classes[index] == BREAK or word in _QUOTES or (word in _STOPS and _ends_sentence(tokens, index))

    start, end = first, last
    while start > max(0, first - _REACH) and not ends(start - 1):
        start -= 1
    while end < min(len(words), last + 9) and not ends(end):
        end += 1
    return start, end


def _owns(words: Sequence[str], last: int, end: int) -> list[str]:
    """What is named of that day: "Friday's crash" is told when it has happened, "Sunday's vote" often before."""
    owner = last < end and words[last] in ("'s", "’s", "'")
    for word in words[last + owner : min(end, last + owner + 3)]:
        if word in _HAPPENED:
            return ["owns what happened"]
        if word in _HELD:
            return ["owns what is held"]
    return []


_HAPPENED = word_set(
    "attack attacks shooting shootings killing killings murder murders bombing bombings blast blasts explosion crash "
    "accident quake earthquake fire storm flood disaster massacre riot riots violence protest raid raids coup arrest "
    "ruling decision verdict announcement loss losses gain gains victory defeat win incident clashes death "
    "deaths close "
    "remarks comments statement report slaying ambush collapse strike strikes"
)
_HELD = word_set(
    "vote election elections poll polls runoff referendum primary primaries caucus caucuses ballot debate summit talks "
    "hearing game match final race meeting session ceremony funeral march rally deadline launch inauguration contest "
    "convention gathering conference"
)


def _leads_up(words: Sequence[str]) -> bool:
    """Whether it is what others lead up to: "ahead of", "in the run-up to", "leading up to", "heading into"."""
    told = " ".join(words)
    return told.endswith(("ahead of", "up to", "heading into", "lead - up to", "run - up to", "in advance of"))


def _left(words: Sequence[str], start: int, first: int) -> list[str]:
    """The nearest verbs to the left, what rules an infinitive, and whether plans are spoken of."""
    found: list[str] = []
    verbs = 0
    for index in range(first - 1, start - 1, -1):
        word = words[index]
        if word == "to" and index + 1 < first and verbs == 0 and kind(words[index + 1]) == "":
            past = "had" in words[max(start, index - 4) : index]  # "had been due to end"
            found += ["left pluperfect" if past else "left infinitive", f"ruled by {words[index - 1] if index else ''}"]
            verbs += 1
        elif verbs < 2 and kind(word) and not is_adjective(words, index):
            grouped = group(words, index, start)
            found += [f"left {grouped}", f"verb {word}"] if verbs == 0 else [f"further left {grouped}"]
            if verbs == 0 and index >= first - 3:
                found.append(f"close {grouped}")
            if verbs == 0 and grouped == "infinitive":
                found.append(f"ruled by {_ruler(words, index, start)}")
            verbs += 1
        if word in PLANS and index < first - 1:
            found.append("a plan before")
        if word in MODALS and words[index + 1] != "have":
            found.append("a modal before")
    return found or ["nothing left"]


def _ruler(words: Sequence[str], index: int, start: int) -> str:
    """The word before the "to" of an infinitive that ends at ``index``."""
    to = next((place for place in range(index - 1, max(start, index - 5) - 1, -1) if words[place] == "to"), 0)
    return words[to - 1] if to > start else ""


def _right(words: Sequence[str], last: int, end: int) -> list[str]:
    if last < end and words[last] == "to":
        return ["right infinitive"]
    for index in range(last, end):
        if kind(words[index]) and not is_adjective(words, index):
            return [f"right {kind(words[index])}", f"verb right {words[index]}"]
    return ["nothing right"]


def _ends_sentence(tokens: Tokens, index: int) -> bool:
    """Whether the full stop at ``index`` ends a sentence, rather than "Mr." or "U.S."."""
    if index + 1 >= len(tokens) or tokens.glued(index + 1):
        return False
    if tokens.words[index] != ".":
        return True
    before = tokens.words[index - 1] if index else ""
    opens = not tokens.text[tokens.starts[index + 1]].islower()
    return opens and len(before) > 1 and before not in _ABBREVIATED and tokens.classes[index - 1] not in "mx"


_QUOTES = frozenset('"“”„»«')  # the tense within a quotation says nothing of the day that it was said on
_STOPS = word_set(". ? !")
_ABBREVIATED = word_set("mr mrs ms dr sen rep gov gen col lt st prof rev corp inc co ltd bros no vs jr")


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    stored = resources.files("onrecord.dating").joinpath("directions.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(stored)["weights"]
    return weights


def lean(tokens: Tokens, first: int, last: int) -> float:
    """Log-odds that tokens ``first:last`` lie after the report rather than before it, by their words alone."""
    weights = _weights()
    return sum(weights.get(clue, 0.0) for clue in clues(tokens, first, last))


def direction(kind: str, leaning: float) -> Direction | None:
    """What the words alone say of a "weekday", a "day" or a "month"; None where they say little."""
    odds = leaning + _weights().get(f"bias {kind}", 0.0)
    return "future" if odds > _SURE_AHEAD else "past" if odds < _SURE_BACK else None


_SURE_AHEAD, _SURE_BACK = 0.5, -2.0  # log-odds; a bare name is past at even odds of about -1


def is_ahead(kind: str, leaning: float, days_back: int, days_ahead: int) -> bool:
    """Which of two days a name means: the one ``days_back`` before the report or that ``days_ahead`` after it.

    Args:
        kind: "weekday", "day", "month".
        leaning: of its words, see ``lean``.
    """
    weights = _weights()
    odds = (
        leaning + weights.get(f"bias {kind}", 0.0) + weights.get(f"slope {kind}", 0.0) * nearness(days_back, days_ahead)
    )
    return odds > 0


def nearness(days_back: int, days_ahead: int) -> float:
    """Above 0 when the later day is nearer."""
    return log((days_back + 1) / (days_ahead + 1))
