"""Words of a report as they are compared with names of instruments: one pass, with offsets kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.actors.folding import fold

# "U.N." is one word; "Minsk-2" and "Hamas's" are two; letters of any script, and numbers.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+|\d+")
_CLOSE = re.compile(r"(?:[^\S\r\n]|[-‐‑–—/])*(?:\r?\n)?[^\S\r\n]*\Z")  # what may part the words of one name
_POSSESSIVE = re.compile(r"['’]\Z")
_LONGEST_GAP = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word at the half-open range ``start:end`` of the text.

    ``form`` is what is compared. ``joined`` tells that it may continue the name that the word before it is part of:
    nothing but a blank, a hyphen (``hyphened``) or one line end is between them. ``owned`` is True for the "s" of a
    possessive ("Russia" and its "s").
    """

    start: int
    end: int
    text: str
    form: str
    joined: bool
    owned: bool
    hyphened: bool = False

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def words_of(text: str, skipped: Iterable[tuple[int, int]] = ()) -> list[Word]:
    """The words of ``text`` outside of the half-open ranges ``skipped``, in order."""
    closed = sorted(skipped)
    found: list[Word] = []
    at = last = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        while at < len(closed) and closed[at][1] <= start:
            at += 1
            last = -1  # no name goes on behind what was skipped
        if at < len(closed) and closed[at][0] < end:
            last = -1
            continue
        gap = text[last:start] if last >= 0 and start - last <= _LONGEST_GAP else "?"
        owned = match.group() in ("s", "S") and last >= 0 and _POSSESSIVE.match(gap) is not None
        joined = bool(found) and (owned or _CLOSE.match(gap) is not None or (found[-1].owned and gap.isspace()))
        hyphened = joined and not owned and bool(gap.strip())
        found.append(Word(start, end, match.group(), fold(match.group()), joined, owned, hyphened))
        last = end
    return found


def word_set(*lines: str) -> frozenset[str]:
    """The words of the lines, which are parted by blanks."""
    return frozenset(" ".join(lines).split())


def spelt(words: Sequence[Word]) -> str:
    """The words of a name on one line, with the hyphens between them and the apostrophes before an "s"."""
    name = words[0].text
    for word in words[1:]:
        name += ("-" if word.hyphened else "’" if word.owned else " ") + word.text
    return name


def forms_of(name: str) -> tuple[str, ...]:
    """A name as its words are compared."""
    return tuple(word.form for word in words_of(name))
