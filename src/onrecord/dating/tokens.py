"""Text cut into tokens of one class each, in one pass, so that rules are regular expressions over classes.

Offsets are Unicode code points. A text of n characters has at most n tokens; every rule is bounded, so that
finding takes time in proportion to the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.dating.vocabulary import CLASSES

BREAK = "¶"
_TOKEN = re.compile(
    r"""
      (?P<br>\n[^\S\n]*\n\s*|\r\n[^\S\n]*\r?\n\s*)
    | (?P<iso>\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?\b)
    | (?P<clock>\b\d{1,2}(?:[:.]\d\d(?=\s?[aApP]\.?[mM]\b)|:\d\d(?::\d\d)?\b))
    | (?P<slashed>\b\d{1,4}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{2,4}\b)
    | (?P<decade>\b\d\d\d?0['’]?s\b|['’]\d0['’]?s\b|\b[2-9]0s\b)
    | (?P<century>\b\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<short>['’]\d\d\b(?!['’]))
    | (?P<fraction>\b[1-9]/[2-9]\b|[½¼¾])
    | (?P<decimal>\b\d{1,3}(?:,\d{3}){1,4}\b|\b\d{1,6}\.\d{1,4}\b)
    | (?P<digits>\d+)
    | (?P<ampm>[aApP]\.[mM]\b\.?|[aApP][mM]\b)
    | (?P<oclock>\bo['’]clock\b)
    | (?P<word>[^\W\d_]+)
    | (?P<possessive>['’]s?\b)
    | (?P<other>\S)
    """,
    re.VERBOSE,
)
_KINDS = {
    "br": BREAK,
    "iso": "I",
    "clock": "C",
    "slashed": "A",
    "decade": "e",
    "century": "O",
    "short": "y",
    "fraction": "½",
    "decimal": "n",
    "ampm": "X",
    "oclock": "9",
}
_DASHES = "-‐‑–—"


@dataclass(slots=True)
class Tokens:
    """Parallel sequences: token ``i`` is ``text[starts[i]:ends[i]]``, in lower case ``words[i]``, of ``classes[i]``."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    classes: str

    def __len__(self) -> int:
        return len(self.starts)

    def glued(self, index: int) -> bool:
        """Whether token ``index`` and the one before it stand together, without a space or a paragraph's end."""
        together = index > 0 and self.ends[index - 1] == self.starts[index]
        return together and self.classes[index - 1] != BREAK


def tokens(text: str, skipped: Sequence[tuple[int, int]] = ()) -> Tokens:
    """The tokens of ``text`` outside the ranges in ``skipped``, which break expressions as paragraphs do."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    classes: list[str] = []
    known = CLASSES.get

    def put(start: int, end: int, word: str, character: str) -> None:
        starts.append(start)
        ends.append(end)
        words.append(word)
        classes.append(character)

    gaps = sorted(skipped)
    gap = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while gap < len(gaps) and gaps[gap][1] <= start:
            if gaps[gap][0] < gaps[gap][1] and classes and classes[-1] != BREAK:  # it held nothing but space
                put(*gaps[gap], BREAK, BREAK)
            gap += 1
        kind = match.lastgroup or "other"
        word = match.group().lower()
        if gap < len(gaps) and gaps[gap][0] < end:
            if classes and classes[-1] == BREAK:
                continue
            character = BREAK
        elif kind == "word":
            character = known(word, "_")
            if character in "MKmWxHV":
                character = _named(character, text[start:end])
        elif kind == "digits":
            character = _digits(word)
        elif kind == "other":
            character = "-" if word in _DASHES else word if word in ",./()'\";:$" else "_"
        elif kind == "possessive":
            character = "'"
        else:
            character = _KINDS[kind]
        put(start, end, BREAK if character == BREAK else word, character)
    return Tokens(text, starts, ends, words, "".join(classes))


def _named(character: str, word: str) -> str:
    """Names of months and days are capitalised: "may", "march", "sat" and "sun" are words of their own."""
    if word[0].isupper():
        return character
    return "_"


def _digits(word: str) -> str:
    if len(word) <= 2:
        return "d" if 1 <= int(word) <= 31 else "0"
    if len(word) == 4 and "1000" <= word <= "2999":
        return "y"
    return "8" if len(word) == 8 and word[:2] in ("19", "20") else "n"
