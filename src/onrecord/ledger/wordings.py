"""The words of an outlook: what is to come, what it depends on, by when."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain import Span
from onrecord.ledger.extents import extent, fronted, opening_condition
from onrecord.ledger.grammar import Grammar
from onrecord.ledger.outlooks import Outlook
from onrecord.ledger.windows import window_words


@dataclass(frozen=True, slots=True)
class Wording:
    """Half-open token ranges of an outlook's act and condition, and the words that say by when."""

    act: tuple[int, int]
    condition: tuple[int, int] | None
    window: Span | None


def wording(grammar: Grammar, outlook: Outlook) -> Wording:
    """The words of ``outlook``. The condition stands behind the act, before the subject, or in the next sentence."""
    tokens = grammar.tokens
    found = extent(
        tokens,
        outlook.act,
        outlook.verb,
        outlook.high,
        grammar.verbs,
        negative=outlook.negated,
        embedded=outlook.embedded,
    )
    condition = found.condition
    if condition is None and outlook.subject is not None:
        floor = outlook.low
        if outlook.statement is not None:
            floor = min(floor, grammar.statement_at(outlook.cue[0])[1])
        condition = fronted(tokens, outlook.subject.first, outlook.low, floor)
    if condition is None:
        condition = _beyond_the_cue(grammar, outlook, found.act[1])
    return Wording(found.act, condition, _window(grammar, outlook, found.act, condition))


def _beyond_the_cue(grammar: Grammar, outlook: Outlook, end: int) -> tuple[int, int] | None:
    """The condition that the words of who speaks part from the act: "If Peru leaves, he warned, [Chad] would …"."""
    if outlook.statement is None or outlook.subject is None:
        return None
    tokens = grammar.tokens
    low, high = tokens.sentence_range(tokens[outlook.act].sentence)
    parts = [tokens.range_of(part.start, part.end) for part in grammar.report.statements[outlook.statement].content]
    before = max((part for part in parts if low <= part[0] and part[1] <= outlook.low), default=None)
    if before is not None and not any(tokens[at].is_word for at in range(outlook.low, outlook.subject.first)):
        condition = opening_condition(tokens, *before, grammar.verbs, whole=True)
        if condition is not None:
            return condition
    behind = min((part for part in parts if outlook.high <= part[0] and part[1] <= high), default=None)
    if behind is not None and not any(tokens[at].is_word for at in range(end, outlook.high)):
        return opening_condition(tokens, *behind, grammar.verbs)
    return None


def _window(grammar: Grammar, outlook: Outlook, act: tuple[int, int], condition: tuple[int, int] | None) -> Span | None:
    """The words that say by when: in the act, within the cue or before the subject. The day of a condition ("if there
    is no deal by Friday") is not that of the act."""
    places = [act, (outlook.cue[0], outlook.act)]
    if outlook.subject is not None:
        low = condition[1] if condition is not None and condition[1] <= outlook.subject.first else outlook.low
        places.append((low, outlook.subject.first))
    for first, last in places:
        words = window_words(grammar.report, grammar.tokens, first, last)
        if words is not None:
            return words
    return None
