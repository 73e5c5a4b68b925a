"""Rules: bounded regular expressions over token classes, each with a function that reads what it matched.

A pattern is written in named classes: ``"{the}? {last:which} {unit:unit}"`` captures the two named tokens. A builder
gets a ``Match`` and yields the fields of a ``Timex``, or None to refuse.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from onrecord.dating.tokens import Tokens

Fields = dict[str, Any]  # of a Timex
Reading = tuple[int, int, Fields]  # start and end token
_NUMBER = "[dn0]½?|½|a?vb?|za?|az|(?:a|w(?:-?w)?)?7(?:&?w(?:-?w)?)?|w(?:-?w){0,3}(?:&az)?"
_NAMES = {
    "a": "a",
    "the": "t",
    "this": "p",
    "that": "q",
    "ordinal": "[osO]",
    "month": "[MKm]",
    "weekday": "W",
    "weekdays": "§",
    "dayname": "[Wx]",
    "part": "P",
    "moment": "i",
    "partmoment": "[Pi]",
    "unit": "[usQGP]",
    "units": "[UR]",
    "anyunit": "[usQGUR]",
    "season": "Z",
    "deictic": "D",
    "past": "l",
    "next": "N",
    "current": "T",
    "recent": "r",
    "ago": "g",
    "after": "[L>]",
    "edge": r"(?:[BkL]-?|t?\^b)",
    "early": "B",
    "another": "Ø",
    "fiscal": "F",
    "half": "z",
    "of": "b",
    "in": "j",
    "and": "&",
    "each": "S",
    "extra": "[f1]",
    "decade": "[eE]",
    "yearend": "Y",
    "period": "h",
    "zone": "J",
    "feast": "H[u_W]?|V'?u(?:'[u_]?)?|V'?W",
    "which": "[lNpT]",
    "selector": "(?:[lNT]|pq?[lNT]?|qq?)",
    "aback": "[gk]",
    "back": "[gk<]",
    "longish": "6",
    "wordlong": "!",
    "turn": "[osl]",
    "year": "y",
    "dayno": "[dOos]",
    "digits": "[d0]",
    "iso": "I",
    "slashed": "A",
    "compact": "8",
    "clock": "C",
    "ampm": "X",
    "oclock": "9",
    "dot": r"(?:(?<=[mx])\.)",
    "s": "'",
    "weekend": "G",
    "quarter": "Q",
    "number": f"(?:{_NUMBER})",
    "amount": f"(?:(?:{_NUMBER})(?:-?&(?:{_NUMBER}))?)",
    "roughly": "(?:c|5?12|34)",
}


class Match:
    """What a rule matched: token indexes ``start:end`` and the captured tokens by name."""

    __slots__ = ("_found", "end", "start", "tokens")

    def __init__(self, tokens: Tokens, found: re.Match[str]) -> None:
        self.tokens = tokens
        self.start, self.end = found.span()
        self._found = found

    def has(self, name: str) -> bool:
        return self.span(name)[0] >= 0

    def span(self, name: str) -> tuple[int, int]:
        """Token indexes; (-1, -1) for what is not there, or not in this rule at all."""
        return self._found.span(name) if name in self._found.re.groupindex else (-1, -1)

    def word(self, name: str) -> str:
        """The first token, in lower case; "" for what is not there."""
        at = self.span(name)[0]
        return self.tokens.words[at] if at >= 0 else ""

    def last(self, name: str) -> str:
        """The last token, in lower case; "" for what is not there."""
        at = self.span(name)[1]
        return self.tokens.words[at - 1] if at > 0 else ""

    def words(self, name: str) -> list[str]:
        start, end = self.span(name)
        return self.tokens.words[start:end] if start >= 0 else []

    def glued(self, start: int | None = None, end: int | None = None) -> bool:
        """Whether no space stands within the tokens ``start:end`` (the whole match if not given)."""
        first, last = self.start if start is None else start, self.end if end is None else end
        return all(self.tokens.glued(index) for index in range(first + 1, last))

    def before(self, distance: int = 1) -> str:
        """The token before the match, "" at the beginning."""
        index = self.start - distance
        return self.tokens.words[index] if index >= 0 else ""

    def classes(self, offset: int) -> str:
        """The class of the token so far from the match's first one, "" outside the text."""
        index = self.start + offset
        return self.tokens.classes[index] if 0 <= index < len(self.tokens) else ""

    def after(self, distance: int = 0) -> str:
        """The token behind the match, "" at the end."""
        index = self.end + distance
        return self.tokens.words[index] if index < len(self.tokens.words) else ""


Builder = Callable[[Match], Fields | None]


class Rule(NamedTuple):
    pattern: re.Pattern[str]
    build: Builder


def rule(pattern: str, build: Builder) -> Rule:
    """Compile a pattern of named classes."""

    def expand(found: re.Match[str]) -> str:
        inner = _NAMES[found[1]]
        return f"(?P<{found[2]}>{inner})" if found[2] else f"(?:{inner})"

    return Rule(re.compile(re.sub(r"\{([a-z]+)(?::([a-z]+))?\}", expand, re.sub(r"\s", "", pattern))), build)


def matches(rules: tuple[Rule, ...], tokens: Tokens) -> Iterator[tuple[int, int, int, Fields]]:
    """Every reading: start and end token, the rule's place, and the fields."""
    for place, (pattern, build) in enumerate(rules):
        for found in pattern.finditer(tokens.classes):
            fields = build(Match(tokens, found))
            if fields is not None:
                yield fields.pop("start", found.start()), fields.pop("end", found.end()), place, fields
