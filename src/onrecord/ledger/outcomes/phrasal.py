"""Verbs of two words that mean what one word says: "came back" is "returned"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.actors.words import PREPOSITIONS
from onrecord.ledger.stems import stem

_PAIRS = {
    "come back": "return",
    "go back": "return",
    "send back": "return",
    "give up": "abandon",
    "back down": "abandon",
    "pull out": "withdraw",
    "pull back": "withdraw",
    "walk out": "leave",
    "walk away": "leave",
    "call off": "cancel",
    "carry out": "conduct",
    "go ahead": "proceed",
    "go on": "continue",
    "take place": "proceed",
    "hand over": "transfer",
    "turn down": "reject",
    "put off": "postpone",
    "step down": "resign",
    "sit down": "meet",
    "set up": "establish",
    "shut down": "close",
    "close down": "close",
    "cut off": "sever",
    "break off": "sever",
    "take back": "retract",
    "stay away": "boycott",
    "switch on": "start",
    "let in": "admit",
}
_WITHDRAW = stem("withdraw")
_BY_STEMS = {
    (stem(first), second): one for first, second, one in ((*pair.split(), one) for pair, one in _PAIRS.items())
}


def joined(words: Sequence[str]) -> Iterator[str]:
    """The words with the pairs among them replaced by the verb that says the same."""
    at = 0
    while at < len(words):
        pair = _BY_STEMS.get((stem(words[at]), words[at + 1])) if at + 1 < len(words) else None
        word = pair or words[at]
        at += 2 if pair else 1
        yield "leave" if stem(word) == _WITHDRAW and _is_leaving(words, at) else word


def _is_leaving(words: Sequence[str], behind: int) -> bool:
    """Whether "withdraw" has nothing that is taken back: "withdrew from the talks", but not "withdrew its case"."""
    return words[behind - 1] != "withdrawn" and (behind == len(words) or words[behind] in PREPOSITIONS)
