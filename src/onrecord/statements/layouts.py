"""Quotations whose speaker stands beside them in the page's layout, and those that lost their closing mark.

``Name: "…"`` on a line of its own, and ``"…" – Name`` with the name behind a dash on the same line or the next.
The tagger was trained on running copy, where these are rare. In ``"We are closed, said Name.`` it takes verb and
speaker for words of the quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.statements.headlines import is_label, names_speaker
from onrecord.statements.phrases import NOUN_PHRASE
from onrecord.tagging.quotation import Quotation

_NAME = r"[^\W\d_][\w.'’-]*(?:[ \u00a0][\w.'’()-]+){0,7}(?:, [^\"“”:;.!?\r\n]{2,80})?"
_LABEL = re.compile(rf"(?P<name>{_NAME})\s?(?P<colon>:)[ \u00a0\t]+\Z")
_CREDIT = re.compile(rf"[ \u00a0\t]*(?:\r?\n[ \t]*)?(?P<dash>[–—―]|--?)[ \u00a0]*(?P<name>{_NAME})[ \t]*(?=\r?\n|\Z)")
_ABBREVIATED = re.compile(r"(?:\b\w|\b[JS]r|\bEsq|\bPh\.?D)\.\Z")
_REACH = 160
_SPEAKER = rf"(?:{NOUN_PHRASE}|he|she|they)"
_LOST_MARK = re.compile(
    rf"[“\"„«](?P<content>[^“”„«»\"\r\n]{{3,300}}?),\s(?:(?P<cue>said|says|wrote)\s(?P<source>{_SPEAKER})"
    rf"|(?P<source2>{_SPEAKER})\s(?P<cue2>said|says|wrote|added))(?=[.,])",
    re.IGNORECASE,
)


class Layout(NamedTuple):
    """A quotation and its speaker, as ranges of the text; ``cue`` is the mark or verb between them."""

    source: tuple[int, int]
    cue: tuple[int, int]
    content: tuple[int, int]


def layouts(text: str, quoted: Sequence[Quotation]) -> Iterator[Layout]:
    """Find these around the quotations ``quoted`` of ``text``."""
    for quotation in quoted:
        if not quotation.closed and (lost := _LOST_MARK.match(text, *quotation[:2])):
            second = "2" if lost["source2"] else ""
            yield Layout(
                lost.span("source" + second), lost.span("cue" + second), (quotation.start, lost.end("content"))
            )
            continue
        line = max(text.rfind("\n", 0, quotation.start), text.rfind("\r", 0, quotation.start)) + 1
        if 0 < quotation.start - line <= _REACH:
            label = _LABEL.match(text[line : quotation.start])
            if label and _is_name(label["name"]) and not is_label(text, label["name"]):
                start, end = label.span("name")
                at = label.start("colon")
                yield Layout((line + start, line + end), (line + at, line + at + 1), quotation[:2])
        elif quotation.start == line and quotation.closed:
            credit = _CREDIT.match(text, quotation.end)
            if credit and _is_credit(credit["name"]):
                start, end = credit.span("name")
                ends_line = credit["name"].endswith(".") and not _ABBREVIATED.search(credit["name"])
                yield Layout((start, end - ends_line), credit.span("dash"), quotation[:2])


def _is_name(phrase: str) -> bool:
    """A name is at most a few words, all capitalised but for particles, before its first comma."""
    words = phrase.split(",")[0].split()
    capitals = sum(word[0].isupper() or word[0] == "(" for word in words)
    return bool(words) and words[0][0].isupper() and capitals >= max(1, len(words) - 2)


def _is_credit(phrase: str) -> bool:
    """A name, or a role with a capital: "Member of parliament for the opposition"."""
    return _is_name(phrase) or (phrase[0].isupper() and names_speaker(phrase))
