"""Noun phrases beside a verb: which words before it (or, inverted, behind it) are its subject."""

from __future__ import annotations

from onrecord.actors.tokens import Tokens
from onrecord.actors.words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, word_set
from onrecord.ledger.verb_groups import is_adverb
from onrecord.ledger.verbs import AUXILIARIES

Range = tuple[int, int]

_DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight earlier later then now "
    "meanwhile however also again"
)
_MEASURES = word_set("week month year day night morning afternoon evening time times")
_SUBJECT_PRONOUNS = word_set(
    "he she it they we i you this that these those who which everyone nobody some many others both all"
)


def subject_before(tokens: Tokens, low: int, high: int) -> Range | None:
    """The subject among tokens ``low:high``, which end right before its verb; None if there is none."""
    while high > low and (is_adverb(tokens[high - 1]) or tokens[high - 1].text in '“"‘'):
        high -= 1
    parts = _parts(tokens, low, high)
    if not parts:
        return None
    closed = high > low and tokens[high - 1].text in ",)—–"
    at = len(parts) - 1
    if closed and at > 0 and not _opens_adverbial(tokens, parts[at - 1]):
        at -= 1  # "Berg, the envoy, said": the last part is an apposition
    elif closed and at == 0 and high - low > 1 and _opens_adverbial(tokens, parts[0]):
        return None
    if closed and at == len(parts) - 1 and at > 0 and tokens[parts[at][0]].fold in PREPOSITIONS:
        at -= 1
    start, end = parts[at]
    while at > 0 and tokens[start].fold in ("and", "or", "&") and not _opens_adverbial(tokens, parts[at - 1]):
        at -= 1
        start = parts[at][0]  # "France, Germany, and Italy"
    if at > 0 and _is_list(tokens, parts[at - 1], (start, end)):
        start = parts[at - 1][0]
    return _stripped(tokens, start, end)


def subject_behind(tokens: Tokens, low: int, high: int) -> Range | None:
    """The subject right behind its verb ("said the envoy, who"), up to a mark or a verb."""
    end = low
    while end < high and (tokens[end].is_word or tokens[end].is_possessive) and end - low < 12:
        word = tokens[end].fold
        if (word in AUXILIARIES and not tokens[end].is_possessive) or word in (
            "that",
            "to",
            "who",
            "which",
            "whether",
            "if",
        ):
            break
        if word in PREPOSITIONS and word not in ("of", "for"):
            break
        end += 1
    found = _stripped(tokens, low, end)
    if found is None:
        return None
    first = tokens[found[0]]
    named = any(tokens[at].is_capitalised for at in range(*found))
    return found if named or first.fold in DETERMINERS or first.fold in _SUBJECT_PRONOUNS else None


def head_of(tokens: Tokens, phrase: Range) -> int:
    """The token that heads a phrase: the last word before what a preposition or a relative adds."""
    start, end = phrase
    at = start
    head = start
    while at < end:
        token = tokens[at]
        if not token.is_word:
            if not token.is_possessive and at > start:
                break
        elif at > start and (token.fold in PREPOSITIONS or token.fold in ("who", "which", "that", "and", "or")):
            break
        elif not token.is_possessive:
            head = at
        at += 1
    return head


def _parts(tokens: Tokens, low: int, high: int) -> list[Range]:
    found: list[Range] = []
    start = low
    for at in range(low, high + 1):
        if at == high or tokens[at].text in ',;()—–:"“”':
            if at > start:
                found.append((start, at))
            start = at + 1
    return found


def _opens_adverbial(tokens: Tokens, part: Range) -> bool:
    """Whether a part is no noun phrase: "in Geneva", "however", "two days later"."""
    first, last = tokens[part[0]], tokens[part[1] - 1]
    return (
        first.fold in PREPOSITIONS
        or first.fold in CONJUNCTIONS
        or first.fold in _DAYS
        or last.fold in _DAYS
        or (part[1] - part[0] < 4 and last.fold in _MEASURES)
        or all(is_adverb(tokens[at]) for at in range(*part))
    )


def _is_list(tokens: Tokens, before: Range, last: Range) -> bool:
    """ "Russia, the US and the EU": the last part has an "and" between two names."""
    words = [tokens[at].fold for at in range(*last)]
    short = before[1] - before[0] <= 4 and last[1] - last[0] <= 9
    both = tokens[before[0]].is_capitalised or tokens[before[0]].fold == "the"
    return "and" in words[1:-1] and short and both and not _opens_adverbial(tokens, before)


def _stripped(tokens: Tokens, start: int, end: int) -> Range | None:
    """The phrase without conjunctions and adverbs before it, and without days behind it."""
    while start < end and (
        (tokens[start].fold in ("and", "but", "or", "so", "yet", "then", "that", "however") and end - start > 1)
        or is_adverb(tokens[start])
        or not tokens[start].is_word
    ):
        start += 1
    changed = True
    while changed and end > start:
        changed = False
        if (
            tokens[end - 1].fold in _DAYS
            or is_adverb(tokens[end - 1])
            or not tokens[end - 1].is_word
            or (tokens[end - 1].fold in ("on", "late", "early", "last", "this", "by") and end - start > 1)
        ):
            end, changed = end - 1, True
        elif end - start > 2 and tokens[end - 1].fold in _MEASURES and tokens[end - 2].fold in ("this", "last", "next"):
            end, changed = end - 2, True
    if start >= end or tokens[start].fold in PREPOSITIONS - {"like"} or tokens[start].fold in AUXILIARIES:
        return _after_adverbial(tokens, start, end)
    words = range(start, end)
    if all(tokens[at].fold in PRONOUNS and tokens[at].fold not in _SUBJECT_PRONOUNS for at in words):
        return None
    return (start, end)


def _after_adverbial(tokens: Tokens, start: int, end: int) -> Range | None:
    """ "In Geneva [he] said": the pronoun that ends what begins with a preposition."""
    if end - start > 1 and tokens[end - 1].fold in _SUBJECT_PRONOUNS:
        return (end - 1, end)
    if end - start > 2 and tokens[end - 1].is_capitalised and tokens[end - 2].fold.endswith("day"):
        return (end - 1, end)
    return None
