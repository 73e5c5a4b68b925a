"""The words of a report with sentences, for reading names and phrases. Offsets are code points, half-open.

Unlike the tagger's words, "O'Brien", "U.N.", "Botsan-Kharchenko" and "Sen." are one token each here, and the
possessive ("’s"), like other clitics, is a token of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.actors.folding import fold
from onrecord.actors.words import word_set
from onrecord.domain import Span
from onrecord.tagging.quotation import quotations

_MARKS = "\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff"
_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Adm|Cmdr|Rev|Fr|Hon|Pres|Amb|Sec|Supt|"
    "Coun|Cllr|Cllrs|Ald|St|Ste|Jr|Sr|Mt|Ft|Msgr|Mgr|Brig|No|Inc|Corp|Co|Ltd|vs|Dept|Univ|Assn|Bros"
)
_TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}[^\W\d_]?(?![\w{_MARKS}])\.?"
    rf"|(?:{_ABBREVIATIONS})\.(?=\s|$)"
    rf"|[^\W\d_]\.(?=\s*[^\W\d_])(?<![\w][\w]\.)"
    rf"|\w[\w{_MARKS}]*(?:[-‐‑'’ʼ][\w{_MARKS}]+)*"
    r"|[^\w\s]"
)
_CLITIC = re.compile(r"(?<=\w)['’ʼ](?:s|S|re|ll|ve|d|m)$")
_ALERT = re.compile(r"(?:UPDATE|WRAPUP)\s\Z")
_CLOSERS = "\"'”’»)]"
_OPENERS = "\"'“‘«([„"
_CLAUSE = ":—–"
_TERMINAL = ".!?…"
_AFTER_ACRONYM = word_set(
    "The A An He She It They We I In On But At And This That These There However Meanwhile While When If As For With "
    "After Before Although Since Because Both Most Some Many Last Then So His Her Their Its"
)


@dataclass(slots=True)
class Token:
    """One word or mark.

    ``opens`` is true where a capital may mean nothing: at the start of a sentence, clause or quotation; ``headline``
    where every word has one.
    """

    start: int
    end: int
    text: str
    fold: str
    sentence: int
    paragraph: int
    opens: bool
    quoted: bool
    is_word: bool
    is_capitalised: bool
    is_possessive: bool
    headline: bool = False


class Tokens(list[Token]):
    """The tokens of a report in order, found by offset in logarithmic time. Not changed once made."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        super().__init__(tokens)
        self.text = text
        self._starts = [token.start for token in tokens]
        self._sentences: list[int] = []
        for index, token in enumerate(tokens):
            while len(self._sentences) <= token.sentence:
                self._sentences.append(index)

    def from_offset(self, offset: int) -> int:
        """Index of the first token that starts at or after ``offset``."""
        return bisect_left(self._starts, offset)

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """Half-open range of the tokens that share a character with ``start:end``."""
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self[first].end <= start:
            first += 1
        return first, max(first, bisect_left(self._starts, end))

    def sentence_range(self, sentence: int) -> tuple[int, int]:
        """Half-open token range of a sentence; empty at the end for one that does not exist."""
        if not 0 <= sentence < len(self._sentences):
            return len(self), len(self)
        last = self._sentences[sentence + 1] if sentence + 1 < len(self._sentences) else len(self)
        return self._sentences[sentence], last

    def word(self, at: int) -> str:
        """The folded word of token ``at``; "" where there is none."""
        return self[at].fold if 0 <= at < len(self) else ""

    def words(self, first: int, last: int) -> str:
        """The report's words from token ``first`` to before token ``last``, on one line."""
        if first >= last:
            return ""
        return " ".join(self.text[self[first].start : self[last - 1].end].split())


def tokenize(text: str, chrome: Sequence[Span] = ()) -> Tokens:
    """Split ``text`` into tokens, leaving out ``chrome`` (sorted, disjoint)."""
    found: list[Token] = []
    sentence = paragraph = 0
    wrapped = _is_wrapped(text)
    quoted = [(quotation.start, quotation.end) for quotation in quotations(text)]
    at_quote = at_chrome = 0
    previous = -1
    after_terminal = True
    for start, end in _pieces(text):
        while at_chrome < len(chrome) and chrome[at_chrome].end <= start:
            at_chrome += 1
        if at_chrome < len(chrome) and chrome[at_chrome].start < end:
            continue
        word = text[start:end]
        gap = text[max(previous, 0) : start]
        broken = "\n" in gap or "\r" in gap
        new_paragraph = broken and not (wrapped and gap.count("\n") == 1 and not after_terminal)
        opens = not found
        if new_paragraph and found:
            paragraph += 1
            sentence += 1
            opens = True
        elif after_terminal and found and gap and (word[0].isupper() or word[0].isdigit() or word in _OPENERS):
            sentence += 1
            opens = True
        elif found:
            last = found[-1]
            opens = last.text in _CLAUSE or (last.opens and not last.is_word) or (last.text in _OPENERS and not gap)
            if gap and last.text[-1] == "." and len(last.text) > 2 and word in _AFTER_ACRONYM:
                sentence += 1
                opens = True
        while at_quote < len(quoted) and quoted[at_quote][1] <= start:
            at_quote += 1
        inside = at_quote < len(quoted) and quoted[at_quote][0] <= start
        plain = fold(word)
        first = word[0]
        found.append(
            Token(
                start,
                end,
                word,
                plain,
                sentence,
                paragraph,
                opens,
                inside,
                first.isalnum(),
                first.isupper(),
                plain in ("'s", "'"),
            )
        )
        if word in _TERMINAL:
            after_terminal = True
        elif not (after_terminal and word in _CLOSERS):
            after_terminal = False
        previous = end
    _mark_headlines(found)
    return Tokens(text, found)


def _pieces(text: str) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if text[start].isdigit() and "-" in match.group() and _ALERT.search(text[max(0, start - 10) : start]):
            cut = start + match.group().index("-") + 1  # "UPDATE 2-Guyana says"
            pieces += [(start, cut), (cut, end)]
            continue
        clitic = _CLITIC.search(match.group()) if end - start > 2 else None
        if clitic or (end - start == 2 and text[end - 1] == "." and text[start].islower()):
            cut = start + clitic.start() if clitic else end - 1
            pieces += [(start, cut), (cut, end)]
        else:
            pieces.append((start, end))
    return pieces


def _is_wrapped(text: str) -> bool:
    """Whether lines were broken at a fixed width, so that one break does not end a paragraph."""
    lengths = [len(line) for line in text[:20000].splitlines()]
    return bool(lengths) and max(lengths) <= 100 and sum(length >= 50 for length in lengths) >= 4


def _mark_headlines(tokens: list[Token]) -> None:
    """Mark the paragraphs set in capitals or Title Case, where a capital tells nothing about a word."""
    first = 0
    while first < len(tokens):
        last = first
        while last < len(tokens) and tokens[last].paragraph == tokens[first].paragraph:
            last += 1
        if last - first <= 40 and _is_headline(tokens[first:last], leads=first == 0):
            for token in tokens[first:last]:
                token.headline = True
        first = last


def _is_headline(part: list[Token], *, leads: bool) -> bool:
    if part[-1].text in _TERMINAL and not leads:
        return False
    if any(one.text in '"”’»' and other.text in "-–—" for one, other in pairwise(part)):
        return False  # a quotation and who said it
    long = [token for token in part if token.is_word and len(token.text) > 3 and token.text[0].isalpha()]
    capitals = sum(token.is_capitalised for token in long)
    least = 5 if part[-1].text in _TERMINAL else 4
    return len(long) >= least and capitals >= 0.75 * len(long)
