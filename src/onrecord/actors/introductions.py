"""Unnamed people whom a sentence introduces as its subject: "A driver at the crossing, who …", "Mediators had …"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.actors.names import is_participle
from onrecord.actors.phrases import PLURALS, Phrase, PhraseReader
from onrecord.actors.words import (
    CONJUNCTIONS,
    IRREGULAR_PAST,
    POSSESSIVE_DETERMINERS,
    PREPOSITIONS,
    QUANTIFIERS,
    word_set,
)

_OPENING = PREPOSITIONS | CONJUNCTIONS | word_set("asked pressed when speaking told once earlier later")
_CLAUSE = 40  # tokens of an opening clause
_PHRASE = 30  # tokens of the subject's phrase
_ARTICLES = ("a", "an", "one")
_NOBODY = word_set("media public elite")


def unnamed_subjects(reader: PhraseReader) -> Iterator[Phrase]:
    """Phrases that introduce one person without a name, or several, as the subject of a sentence; in text order.

    Only what stands outside of quotations and headlines. The phrases end where their names should.
    """
    tokens = reader.tokens
    at = 0
    while at < len(tokens):
        _, end = tokens.sentence_range(tokens[at].sentence)
        if not tokens[at].headline:
            for first in _starts(reader, at, end):
                phrase = _subject(reader, first, min(end, first + _PHRASE))
                if phrase is not None:
                    yield phrase
                    break
        at = max(end, at + 1)


def _starts(reader: PhraseReader, first: int, end: int) -> Iterator[int]:
    """Where the subject of the sentence ``first:end`` may start: at its opening, after an opening clause."""
    tokens = reader.tokens
    if tokens[first].fold in CONJUNCTIONS and tokens[first].fold not in ("while", "when", "as", "if", "since"):
        first += 1
    if first >= end or tokens[first].quoted:
        return
    yield first
    if tokens[first].fold in _OPENING or is_participle(tokens[first].fold):
        for at in range(first + 1, min(end, first + _CLAUSE) - 1):
            if tokens[at].text == ",":
                if reader.name_at(at - 1) is None and not tokens[at + 1].quoted:
                    yield at + 1
                return


def _subject(reader: PhraseReader, first: int, end: int) -> Phrase | None:
    tokens = reader.tokens
    if first >= end or not tokens[first].is_word or tokens[first].fold in POSSESSIVE_DETERMINERS:
        return None
    phrase = reader.read(first, end)
    if phrase is None or phrase.named is not None or phrase.owned or not _is_human(reader, phrase):
        return None
    one = phrase.determiner in _ARTICLES
    several = phrase.role.plural if phrase.role is not None else tokens[phrase.head].fold in PLURALS - _NOBODY
    if one is several or not (one or several) or (one and phrase.determiner in QUANTIFIERS):
        return None
    if phrase.core + 1 < end and tokens[phrase.core].text == "," and _is_person(reader, phrase.core + 1):
        return None
    return reader.read(first, _end(reader, phrase, end))


def _is_human(reader: PhraseReader, phrase: Phrase) -> bool:
    if phrase.role is not None:
        return phrase.role.last == phrase.head + 1
    return reader.tokens[phrase.head].fold in PLURALS - _NOBODY


def _is_person(reader: PhraseReader, at: int) -> bool:
    name = reader.name_at(at)
    return name is not None and name.form in ("person", "single")


def _end(reader: PhraseReader, phrase: Phrase, end: int) -> int:
    """Where the words end that tell who is meant: with "of the delegation" and "from A, B and C", without the rest."""
    tokens = reader.tokens
    if phrase.core + 1 >= end or tokens[phrase.core].fold not in ("of", "from", "for"):
        return phrase.core
    last = reader.core_end(phrase.core + 1, end)
    for at in range(phrase.core + 2, last):
        word = tokens[at].fold
        if reader.name_at(at) is None and (word in IRREGULAR_PAST or word.endswith("ed")):
            return at
    return reader.list_end(last, end)
