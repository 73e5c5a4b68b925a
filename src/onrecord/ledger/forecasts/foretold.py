"""Forecasts that a statement's cue makes: "warned of a crisis", "predicts a landslide", "expects the court to rule"."""

from __future__ import annotations

import re

from onrecord.domain import Expectation
from onrecord.ledger.extents import condition_at, trimmed
from onrecord.ledger.grammar import Grammar
from onrecord.ledger.windows import days_meant, window_words

_CUE = re.compile(
    r"(?P<warn>\bwarn(?:s|ed|ing|ings)?\s+(?:\w+\s+){0,2}?(?:of|about)\b)|(?P<fear>\b(?:fear|fears|feared|fearing)\b)"
    r"|(?P<predict>\b(?:predict|forecast|foresee|foresaw|anticipat|envisag|prophes)\w*)"
    r"|(?P<expect>\bexpect(?:s|ed|ing|ation|ations)?\b)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|as)\s+(?:\w+\s+)?(?:expected|predicted|forecast|anticipated|feared)\b", re.IGNORECASE
)
_PERFECT = re.compile(r"\bhad\b", re.IGNORECASE)
_REAL = re.compile(r"\b(?:had|was|were|has|is|are|would have|could have|might have)\b", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:will|would|could|may|might)\b", re.IGNORECASE)
_FIRST = ("that", "against", "to", "when", "how", "what", "if", "whether")
_TO = re.compile(r"\bto\s+(?:be\s+)?[a-z]{2,}", re.IGNORECASE)


def foretold(grammar: Grammar, number: int) -> Expectation | None:
    """The forecast that statement ``number`` is by its cue, None where it is none."""
    report, tokens = grammar.report, grammar.tokens
    statement = report.statements[number]
    cue = statement.cue
    if cue is None or not statement.content:
        return None
    match = _CUE.search(cue.text)
    if match is None or _PASSIVE.search(cue.text) or (_PERFECT.search(cue.text) and not match["warn"]):
        return None
    if statement.negated and not match["expect"]:
        return None
    part = statement.content[0]
    first, last = tokens.range_of(part.start, part.end)
    if first >= last:
        return None
    last = min(last, tokens.sentence_range(tokens[first].sentence)[1])
    if tokens[first].fold in _FIRST or tokens[first].fold in ("them", "him") and not _TO.search(part.text):
        return None
    if _MODAL.search(part.text) if not match["expect"] else _REAL.search(part.text):
        return None
    if not match["expect"] and _REAL.search(part.text):
        return None
    condition, end = None, last
    for at in range(first + 1, last):
        if condition_at(tokens, at):
            condition, end = (at, trimmed(tokens, at, last)), at
            break
    words = window_words(report, tokens, first, last)
    likely = "possible" if match["warn"] or match["fear"] else "likely"
    return Expectation(
        expected=grammar.span(first, trimmed(tokens, first, end)),
        cue=cue,
        likelihood="unlikely" if statement.negated else likely,
        polarity="negative" if statement.negated else "positive",
        actor=statement.speaker,
        condition=grammar.span(*condition) if condition is not None else None,
        window=days_meant(report, words),
        window_words=words,
        statement=number,
    )
