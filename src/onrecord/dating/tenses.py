"""Whether a named day, month or season lies before or after the report: what preposition, verb and tense say.

A logistic regression over a few words around the expression and the kind of the nearest verbs. Its weights
(``directions.json``) were learnt from TimeBank and AQUAINT by ``training/dating/train_directions.py``.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources
from math import log

from onrecord.dating.timex import Direction
from onrecord.dating.tokens import BREAK, Tokens
from onrecord.dating.vocabulary import word_set

_REACH = 20
_MODALS = word_set("will shall would ll wo may might could can should must")
_PLANS = word_set(
    "expected scheduled planned due set slated plan plans planning hopes hope intends aims likely ready upcoming "
    "effective payable deadline expire expires begin begins start starts until till by through next coming scheduled"
)
_PAST = word_set(
    "said was were had did told began met came went took made gave fell rose sold bought won lost held saw got led "
    "left sent spoke wrote became shot broke ran paid grew brought found felt kept stood knew thought closed cut hit "
    "put quit"
)
_SAYING = word_set("said says told announced reported confirmed stated added")
_PRESENT = word_set("is are has have says am be been")


def clues(tokens: Tokens, first: int, last: int) -> list[str]:
    """The features of tokens ``first:last``: words beside it, kinds of the nearest verbs in its sentence."""
    found = []
    words = tokens.words
    before = words[first - 1] if first else ""
    found.append(f"before {before}")
    if before in ("on", "in", "at", "the", "for", ",", "of", "this") and first > 1:
        found.append(f"before {words[first - 2]} {before}")
    if words[first] == "this":
        found.append("says this")
    found.append(f"after {words[last] if last < len(words) else ''}")
    found += _left(tokens, first)
    found += _right(tokens, last)
    return found


def _left(tokens: Tokens, first: int) -> list[str]:
    """The nearest verb to the left, whether it is an infinitive, and whether plans are spoken of."""
    found: list[str] = []
    nearest = ""
    words, classes = tokens.words, tokens.classes
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = words[index]
        if classes[index] == BREAK or word in _QUOTES or (word in _STOPS and _ends_sentence(tokens, index)):
            break
        kind = _kind(word)
        if kind and not nearest:
            nearest = kind
            found.append(f"left {kind}")
            if index >= first - 2:
                found.append(f"close {kind}")
        if word == "to" and not nearest and index + 1 < first and classes[index + 1] in "_^Z":
            found.append("infinitive")
            if words[index - 1] in ("is", "are", "was", "were"):
                found.append("is to")
        if word in _MODALS:
            found.append("a modal before")
        elif word in _PLANS and index < first - 1:
            found.append("a plan before")
    return list(dict.fromkeys(found or ["nothing left"]))


def _right(tokens: Tokens, last: int) -> list[str]:
    words, classes = tokens.words, tokens.classes
    for index in range(last, min(len(words), last + 9)):
        word = words[index]
        if classes[index] == BREAK or (word in _STOPS and _ends_sentence(tokens, index)):
            break
        kind = _kind(word)
        if kind:
            return [f"right {kind}"]
        if word == "to" and index == last:
            return ["right infinitive"]
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


def _kind(word: str) -> str:
    """What kind of verb a word looks like, "" for none."""
    if word in _MODALS:
        return "modal"
    if word in _SAYING:
        return "saying"
    if word in _PLANS:
        return "plan"
    if word in _PAST or (len(word) > 4 and word.endswith("ed")):
        return "past"
    return "present" if word in _PRESENT else ""


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
