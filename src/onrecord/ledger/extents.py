"""How far the words of an act reach, and the words that make it conditional."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.actors.tokens import Tokens
from onrecord.actors.words import word_set

_BREAKS = word_set(
    "because although though whereas while since so adding saying indicating warning noting stressing citing"
)
_BREAKING_MARKS = frozenset(";:–—…!?")
_BETWEEN = frozenset(',"”')
_CALENDAR = word_set(
    "january february march april june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday"
)
_CONTINGENT = word_set(
    "expiry expiration failure collapse declaration recognition approval ratification refusal acceptance completion "
    "withdrawal release election referendum signing lifting"
)
_SUBORDINATING = word_set("that who which whom whose what when where how after before until as than why whether")
_LONGEST = 60  # tokens
_IF = word_set("if unless once")
_PHRASES = (
    "as long as",
    "so long as",
    "provided that",
    "provided",
    "providing",
    "in case of",
    "in case",
    "in the event of",
    "in the event that",
    "in the event",
    "on condition that",
    "on the condition that",
    "in exchange for",
    "in return for",
    "in response to",
    "subject to",
    "only after",
    "only if",
    "only when",
    "assuming",
    "pending",
)
_BACK = ("event", "case", "situation", "eventuality", "circumstances")
_NOUNLIKE = word_set("the a an this that these those its his her their our any no such each")
_PRONOUNS = word_set("i we he she it they you there")


class Extent(NamedTuple):
    """Half-open token ranges of an act and of its condition (None for none)."""

    act: tuple[int, int]
    condition: tuple[int, int] | None


def extent(
    tokens: Tokens,
    act: int,
    verb: int,
    limit: int,
    verbs: frozenset[int],
    *,
    negative: bool = False,
    embedded: bool = False,
) -> Extent:
    """The act that begins at token ``act`` and whose verb ends with token ``verb``, and the condition behind it.

    An act goes on up to where another clause begins.

    Args:
        limit: the token before which sentence or statement end.
        verbs: tokens of finite verbs.
        negative: whether it is denied: who will not do something "until" makes a condition.
        embedded: whether another verb follows whose subject the act belongs to.
    """
    limit = min(limit, verb + _LONGEST)
    end, subordinate = verb + 1, False
    quoted = tokens[verb].quoted and verb > 0 and tokens[verb - 1].text not in '"“”«'
    while end < limit:
        if quoted and not tokens[end].quoted:
            break
        if _ends_act(tokens, end, limit, verbs) or condition_at(tokens, end, negative=negative):
            break
        subordinate = subordinate or tokens[end].fold in _SUBORDINATING
        if embedded and end in verbs and not subordinate and tokens.word(end - 1) not in ("and", "or"):
            break  # the main clause goes on: "those who plan to leave say so"
        end += 1
    condition = None
    at = end
    while at < limit and at < end + 2 and tokens[at].text in _BETWEEN:
        at += 1
    if at < limit and condition_at(tokens, at, negative=negative):
        condition = (at, _condition_end(tokens, at, limit, verbs))
    return Extent((act, trimmed(tokens, act, end)), condition)


def trimmed(tokens: Tokens, first: int, last: int) -> int:
    """``last`` without marks and joining words that end the range; a quotation that opens in it keeps its mark."""
    while last > first + 1:
        token = tokens[last - 1]
        inside = sum(tokens[at].text in '"“”' for at in range(first, last))
        if token.text in '"”' and inside % 2 == 0:
            break
        if token.is_word and token.fold not in ("and", "but", "or", "that", "as", "with", "even", "only", "not"):
            break
        if token.text in ")]%" or token.is_possessive:
            break
        last -= 1
    return last


def condition_at(tokens: Tokens, at: int, *, negative: bool = False) -> bool:
    """Whether a condition begins at a token."""
    word = tokens[at].fold
    if word in _IF:
        before = tokens.word(at - 1)
        if before in ("as", "even", "what", "ask", "asked", "wonder", "wondered", "see", "know", "unclear", "not"):
            return False
        if word == "once":
            following = tokens[at + 1] if at + 1 < len(tokens) else None
            return following is not None and (
                following.fold in _NOUNLIKE or following.fold in _PRONOUNS or following.is_capitalised
            )
        return True
    if word in ("until", "till"):
        timed = tokens.word(at + 1).endswith("day") or tokens.word(at + 2) in ("end", "start", "beginning", "middle")
        return negative or (_opens_noun(tokens, at + 1) and not timed)
    if negative and word == "without":
        return True
    if word in ("as", "so", "provided", "providing", "in", "on", "following", "subject", "only", "assuming", "pending"):
        if word == "following":  # "following the collapse of the talks", but "following a morning meeting"
            ahead = {tokens.word(place) for place in range(at + 1, at + 5)}
            return tokens.word(at - 1) not in ("the", "a", "their", "its", "his") and bool(ahead & _CONTINGENT)
        return any(_reads(tokens, at, phrase) for phrase in _PHRASES)
    return word == "should" and tokens.word(at - 1) in (",", "") and _opens_noun(tokens, at + 1)


def _opens_noun(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and (
        tokens[at].fold in _NOUNLIKE or tokens[at].fold in _PRONOUNS or tokens[at].is_capitalised
    )


def _reads(tokens: Tokens, at: int, phrase: str) -> bool:
    return all(tokens.word(at + place) == word for place, word in enumerate(phrase.split()))


def _ends_act(tokens: Tokens, at: int, limit: int, verbs: frozenset[int]) -> bool:
    """Whether another clause begins at a token."""
    token = tokens[at]
    if token.text in _BREAKING_MARKS:
        return True
    if token.text == "-" and not _glued(tokens, at):
        return True
    if token.fold in _BREAKS:
        return True
    if token.fold == "as" and tokens.word(at - 1) not in ("such", "so", "much", "well", "far", "long", "soon", "same"):
        return any(place in verbs for place in range(at + 1, min(limit, at + 7)))
    if token.fold == "which" and tokens.word(at - 1) == ",":
        return True
    if token.text in '"”' and at + 1 < limit and tokens.text[tokens[at].start - 1] == ",":
        return True
    if token.fold in ("and", "but", "or", ","):
        return _opens_clause(tokens, at, limit, verbs)
    return False


def _glued(tokens: Tokens, at: int) -> bool:
    return at > 0 and tokens[at - 1].end == tokens[at].start


def _opens_clause(tokens: Tokens, at: int, limit: int, verbs: frozenset[int]) -> bool:
    """Whether a clause with its own verb follows "and" or a comma: "…, and the ministry would …", "…, he said"."""
    place = at + 1
    while place < limit and (tokens[place].fold in ("and", "but", ",", "or") or tokens[place].text in '"”“'):
        place += 1
    if place >= limit:
        return True
    word = tokens[place].fold
    if word in _CALENDAR or tokens[place].text.isdigit():
        return False
    if word in ("that", "who", "which", "where", "adding", "saying", "warning", "indicating", "if", "unless", "should"):
        return not (word in ("that", "who", "which", "where") and tokens[at].text == "," and not _joined(tokens, at))
    if place in verbs:
        return True
    for ahead in range(place, min(limit, place + 9)):
        if ahead in verbs:
            return True
        if tokens[ahead].text in ',;:"”“' or tokens[ahead].fold in ("to", "who", "which", "that", "and", "or"):
            return False
    return False


def _joined(tokens: Tokens, at: int) -> bool:
    return any(tokens.word(place) in ("and", "but") for place in (at, at + 1))


def _condition_end(tokens: Tokens, at: int, limit: int, verbs: frozenset[int]) -> int:
    end, quoted = at + 1, tokens[at].quoted
    while end < limit:
        token = tokens[end]
        if token.text in _BREAKING_MARKS or (token.text == "-" and not _glued(tokens, end)):
            break
        if quoted and not token.quoted:
            break
        if token.fold in ("and", "but") and tokens.word(end + 1) == "that":
            break
        if token.text == "," and _opens_clause(tokens, end, limit, verbs):
            break
        end += 1
    return trimmed(tokens, at, end)


def opening_condition(
    tokens: Tokens, first: int, last: int, verbs: frozenset[int], *, whole: bool = False
) -> tuple[int, int] | None:
    """The condition with which the tokens ``first:last`` begin; with ``whole``, only if there is nothing else."""
    while first < last and not tokens[first].is_word:
        first += 1
    if first >= last or not condition_at(tokens, first):
        return None
    end = _condition_end(tokens, first, last, verbs)
    if whole and any(tokens[at].is_word for at in range(end, last)):
        return None
    return first, end


def fronted(tokens: Tokens, subject: int, low: int, floor: int) -> tuple[int, int] | None:
    """The condition that stands before a subject: "If …, [Norway] would", "In that case, …".

    Args:
        subject: the subject's first token.
        low: where its sentence begins.
        floor: where what precedes the sentence begins, as far as it may be called back ("in that case").
    """
    end = subject
    while end > low and (not tokens[end - 1].is_word or tokens[end - 1].fold in ("then", "and", "that")):
        end -= 1
    back = _calls_back(tokens, low, subject)
    if back is not None:
        previous = tokens.sentence_range(tokens[back[0]].sentence - 1)[0] if tokens[back[0]].sentence else low
        start = max(previous, floor)
        while start < back[0] and not tokens[start].is_word:
            start += 1
        return (start, back[1]) if start < back[1] else None
    for at in range(max(low, end - _LONGEST), end):
        opens = (
            at == low or not tokens[at - 1].is_word or tokens[at - 1].fold in ("that", "and", "but", "warned", "said")
        )
        if opens and (condition_at(tokens, at) or (tokens[at].fold == "should" and _opens_noun(tokens, at + 1))):
            if any(tokens[mark].text in _BREAKING_MARKS for mark in range(at, end)):
                continue
            return at, trimmed(tokens, at, end)
    return None


def _calls_back(tokens: Tokens, low: int, high: int) -> tuple[int, int] | None:
    """ "In this event" right before a subject, as tokens."""
    for at in range(low, min(high, low + 8)):
        if tokens[at].fold in ("in", "under") and tokens.word(at + 1) in ("this", "that", "such", "these", "those"):
            for place in range(at + 2, min(high, at + 5)):
                if tokens[place].fold in _BACK:
                    return at, place + 1
    return None
