"""Whether a statement's content is turned round: "did not say that", "never believed", "denied that".

A statement is negated when the report says that the speaker did *not* say, hold or intend what its content says, or
that they spoke against it. Two such words cancel: who "did not rule out" a summit has not spoken against it.
"""

from __future__ import annotations

import re

from onrecord.domain import Span, Statement

_AUXILIARY = r"(?:do|does|did|has|have|had|would|will|could|can|should|is|are|was|were|might|may|must|wo|ca|sha)"
_ADVERBS = (
    r"(?:\s+(?:\w+ly|yet|also|even|ever|really|quite|exactly|at\s+all|himself|herself|itself|themselves|in\s+fact))*"
)
_NOT_ONLY = r"(?!\s+(?:only|just|merely|simply|necessarily|surprisingly|resist|help|but)\b)"
_NEGATOR = (
    rf"(?:\b{_AUXILIARY}(?:\s+(?:still|also|yet|certainly|now|himself|herself|itself|themselves))?(?:\s+not\b{_NOT_ONLY}|n['’]t\b{_NOT_ONLY})"
    rf"|\bcannot\b|\bnever\b|\bno\s+longer\b|\bneither\b|\bnor\b)"
)
_BEFORE = re.compile(
    rf"(?P<words>{_NEGATOR}){_ADVERBS}(?:\s+(?:be|been|being|to|have|going\s+to|have\s+to))*{_ADVERBS}\s*\Z",
    re.IGNORECASE,
)
_WITHIN = re.compile(rf"(?P<words>{_NEGATOR}|\bnot\b{_NOT_ONLY})", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|doubt(?:s|ed|ing)?|doubtful|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)"
    r"|disavow(?:s|ed|ing)?|disbeliev(?:e|es|ed|ing)|disclaim(?:s|ed|ing)?|disagree(?:s|d|ing)?\s+that"
    r"|rul(?:e|es|ed|ing)\s+out|refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|sceptical|skeptical|unconvinced|unaware"
    r"|unwilling)\b",
    re.IGNORECASE,
)
_CLAIM = (
    r"(?:claims?|allegations?|accusations?|suggestions?|reports?|speculation|rumou?rs?|charges?|assertions?|notions?|ideas?"
    r"|insinuations?|theor(?:y|ies)|contentions?|arguments?|assumptions?|view)"
)
_REJECTED = re.compile(
    rf"\b(?:reject|dismiss|rebut|repudiat|rubbish|scoff|disput)\w*(?:\s+(?:at|as\s+\w+))?\s+(?:[\w’'-]+\s+){{0,4}}?{_CLAIM}\b",
    re.IGNORECASE,
)
_NO_DENIAL = re.compile(
    r"\b(?:no|without|a|any|little|beyond)\s+(?:\w+\s+)?(?:doubts?|dispute|denial|refusal|decline)\b", re.I
)
_NOBODY = re.compile(
    r"(?:\W*)(?P<words>nobody|no\s+one|none|neither|no\s+[a-z]\w+|not\s+(?:one|everyone|everybody|all|a\s+single))\b",
    re.IGNORECASE,
)
_REACH = 48  # code points before the cue
_AHEAD = 60  # behind it, for "rejected claims that"


def negation(text: str, statement: Statement) -> Span | None:
    """The words that turn the content of ``statement`` round, None when none do, or when two of them cancel."""
    cue = statement.cue
    if cue is None:
        return None
    found = [words for words in (_of_source(text, statement), _negator(text, statement), _against(text, cue)) if words]
    return Span.of(text, *found[0]) if len(found) == 1 else None


def _of_source(text: str, statement: Statement) -> tuple[int, int] | None:
    source = statement.source
    nobody = _NOBODY.match(text, source.start, source.end) if source else None
    return nobody.span("words") if nobody else None


def _negator(text: str, statement: Statement) -> tuple[int, int] | None:
    """ "Did not", "never" and the like, right before the cue or in it before its verb."""
    cue, source = statement.cue, statement.source
    assert cue is not None
    low = max(0, cue.start - _REACH)
    if source is not None and source.end <= cue.start:
        low = max(low, source.end)
    low = max([low, *(span.end for span in statement.content if low < span.end <= cue.start)])
    within = _WITHIN.search(text, cue.start, cue.end)
    if within is not None and not _content_of_cue(text[cue.start : within.start()]):
        return within.span("words")
    before = _BEFORE.search(text, low, cue.start)
    return before.span("words") if before else None


def _content_of_cue(words: str) -> bool:
    """Whether a verb of saying stands in ``words`` already, so that "not" behind it is part of what was said."""
    return (
        re.search(r"\b(?:said|says|told|added|wrote|vow\w*|promis\w*|pledg\w*|decid\w*|agreed|want\w*)\b", words)
        is not None
    )


def _against(text: str, cue: Span) -> tuple[int, int] | None:
    """A verb in the cue that means "no" by itself."""
    if _NO_DENIAL.search(text, max(0, cue.start - 12), cue.end):
        return None
    against = _AGAINST.search(text, cue.start, cue.end)
    if against is not None:
        return against.span()
    rejected = _REJECTED.search(text, cue.start, min(len(text), cue.end + _AHEAD))
    return (rejected.start(), cue.end) if rejected and rejected.start() < cue.end else None
