"""Whether a statement's content is turned round: "did not say that", "never believed", "denied that".

A statement is negated when the report says that the speaker did *not* say, hold or intend what its content says, or
that they spoke against it. Two such words cancel: who "did not rule out" a summit has not spoken against it.
"""

from __future__ import annotations

import re

from onrecord.domain import Span, Statement
from onrecord.statements.sentences import sentence_bounds

_AUXILIARY = (
    r"(?:do|does|did|has|have|had|would|will|could|can|should|is|are|am|was|were|might|may|must|need|dare|wo|ca|sha|ai)"
)
_NT = r"\s?n['’‘ʼ]t"
_ADVERBS = (
    r"(?:\s+(?:\w+ly|yet|also|even|ever|once|really|quite|exactly|at\s+all|(?:him|her|it)self|themselves|in\s+fact))*"
)
_NOT_ONLY = r"(?!\s+(?:only|just|merely|simply|necessarily|surprisingly|resist|help|but)\b)"
# What a report puts between "not" and its verb: ", however,", ", for his part,", "– in public at least –", "(yet)".
_ASIDE = (
    r"(?:\s*,\s[^,.;:!?\"“”\n]{1,80},|\s*(?:[–—]|\s--?\s)[^–—.;:!?\"“”\n]{1,80}(?:[–—]|\s--?\s)|\s*\([^()\n]{1,80}\))"
)
# What turns round the verb that it governs: "has yet to accept", "stopped short of saying", "is far from sure".
_GOVERNING = (
    r"\b(?:hardly|scarcely)\b(?!\s+(?:surprising\w*|had)\b)"
    r"|\b(?:has|have|had)\s+yet\s+to\b|\bfail(?:s|ed|ing)?\s+to\b|\bunable\s+to\b|\bceas(?:e|es|ed|ing)\s+to\b"
    r"|\bstop(?:s|ped|ping)?\b(?!\s+(?:to|and|at|in|by|on|for|well|just|far|short)\b)|\b(?:stop(?:s|ped|ping)?|fell|falls?|falling)\s+(?:well\s+|just\s+|far\s+)?short\s+of\b"
    r"|\bfar\s+from\b|\b(?:instead\s+of|rather\s+than)\b|\bno\s+(?:intention|plans?|wish|desire|illusions?)\s+(?:of|to|that)\b"
    r"|\bno\s+(?:such\s+)?(?:claims?|indications?|evidence|proof|signs?|hints?|mention|suggestions?|promises?|pledges?|assurances?"
    r"|guarantees?|reason)\b"
    r"|\b(?:chose|choosing|chosen|opt(?:s|ed)|prefer(?:s|red))\s+not\s+to\b"
)
_NEGATOR = (
    rf"(?:\b{_AUXILIARY}(?:\s+(?:still|also|yet|certainly|now|himself|herself|itself|themselves))?"
    rf"(?:\s+not\b{_NOT_ONLY}|{_NT}\b{_NOT_ONLY})|\b(?:did|does|would|could|has|had|is|was|were)nt\b"
    rf"|\bcannot\b|\bnever\b|\bno\s+longer\b|\bneither\b|\bnor\b|{_GOVERNING})"
)
_GOVERNED = re.compile(_GOVERNING, re.IGNORECASE)
_LEADING_UP = r"(?:\s+(?:be|been|being|to|have|going\s+to|have\s+to))*"
_BEFORE = re.compile(
    rf"(?P<words>{_NEGATOR})(?:{_ASIDE})?{_ADVERBS}(?:{_ASIDE})?{_LEADING_UP}{_ADVERBS}"
    # "never said or implied that"
    rf"(?:\s+\w+(?:\s+(?:that|to|him|her|them))?,?\s+n?or\b{_ADVERBS}{_LEADING_UP})?(?:\s+(?:{_GOVERNING}))?\s*\Z",
    re.IGNORECASE,
)
# "Nor did the minister say that …": the verb's subject stands between.
_FRONTED = re.compile(
    r"(?:\A|[,;:–—]\s*|\b(?:and|but|so)\s+)(?P<words>nor|neither|never(?:\s+once)?|not\s+once|no\s+longer|hardly|scarcely"
    r"|at\s+no\s+(?:point|time|stage|moment)|in\s+no\s+way|on\s+no\s+account|under\s+no\s+circumstances|nowhere)"
    rf"(?:{_ASIDE}|\s+(?:in|at|on|during|since|before|after|yet|then)\b[^,.;:\"“”\n]{{0,60}})?,?\s+{_AUXILIARY}(?:{_ASIDE})?\s*\Z",
    re.IGNORECASE,
)
_WITHIN = re.compile(rf"(?P<words>{_NEGATOR}|\bnot\b{_NOT_ONLY})", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|doubt(?:s|ed|ing)?|doubtful|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)"
    r"|disavow(?:s|ed|ing)?|disbeliev(?:e|es|ed|ing)|disclaim(?:s|ed|ing)?"
    r"|rul(?:e|es|ed|ing)\s+out|refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|sceptical|skeptical|unconvinced|unaware"
    r"|unwilling|retract(?:s|ed|ing)?|recant(?:s|ed|ing)?|disown(?:s|ed|ing)?|(?:withdrew|withdraws|withdrawn)"
    r"(?=\s+(?:his|her|its|their|the|an?)\s+(?:\w+\s+)?(?:claim|allegation|accusation|statement|assertion|charge|suggestion))"
    r")\b",
    re.IGNORECASE,
)
_CLAIM = (
    r"(?:claims?|allegations?|accusations?|suggestions?|reports?|speculation|rumou?rs?|charges?|assertions?|notions?|ideas?"
    r"|insinuations?|theor(?:y|ies)|contentions?|arguments?|assumptions?|view"
    r"|predictions?|warnings?|criticisms?|findings?|verdicts?|comparisons?)"
)
_REJECTS = re.compile(
    r"\b(?:reject|dismiss|rebut|repudiat|rubbish|scoff|disput|withdr[ae]w|disown|contradict|contest)\w*", re.IGNORECASE
)
_REJECTED = re.compile(
    rf"{_REJECTS.pattern}(?:\s+(?:at|as\s+(?:\w+|[\"“'‘][^\"”’'\n]{{1,40}}[\"”’'])))?\s+(?:[\w’'-]+\s+){{0,4}}?{_CLAIM}\b",
    re.IGNORECASE,
)
_AGAINST_THAT = re.compile(
    r"\b(?:reject|dismiss|disagree|contest|scoff)(?:s|es|d|ed|ing)?(?=\s+(?:at\s+)?(?:that|any\s+(?:idea|talk)))\b",
    re.IGNORECASE,
)
_CLAIM_THAT = re.compile(rf"\b{_CLAIM}(?:\s+(?:that|which))?\s+\Z", re.IGNORECASE)  # "a claim that [Oslo rejected]"
_NO_DENIAL = re.compile(
    r"\b(?:no|without|a|any|little|beyond)\s+(?:\w+\s+)?(?:doubts?|dispute|denial|refusal|decline)\b", re.I
)
_NOBODY = re.compile(
    r"(?:\W*)(?P<words>nobody|no\s+one|none|neither|no\s+[a-z]\w+|not\s+(?:one|everyone|everybody|all|many|a\s+single)"
    r"|few(?:er)?|(?:hardly|scarcely|barely)\s+(?:anyone|anybody|any|an?))\b",
    re.IGNORECASE,
)
_REACH = 140  # code points before the cue, in its sentence
_AHEAD = 60  # behind it, for "rejected claims that"


def negation(text: str, statement: Statement) -> Span | None:
    """The words that turn the content of ``statement`` round, None when none do, or when two of them cancel."""
    cue = statement.cue
    if cue is None:
        return None
    found = [
        words for words in (_of_source(text, statement), _negator(text, statement), _against(text, statement)) if words
    ]
    if (negator := _negator(text, statement)) is not None:
        found += _governed(text, statement, negator)
    return Span.of(text, *found[0]) if len(found) % 2 else None


def _of_source(text: str, statement: Statement) -> tuple[int, int] | None:
    source = statement.source
    nobody = _NOBODY.match(text, source.start, source.end) if source else None
    return nobody.span("words") if nobody else None


def _negator(text: str, statement: Statement) -> tuple[int, int] | None:
    """ "Did not", "never" and the like, right before the cue or in it before its verb."""
    cue, source = statement.cue, statement.source
    assert cue is not None
    start = max(sentence_bounds(text, cue.start, cue.end)[0], cue.start - _REACH)
    low = start
    if source is not None and source.end <= cue.start:
        low = max(low, source.end)
    low = max([low, *(span.end for span in statement.content if low < span.end <= cue.start)])
    within = _WITHIN.search(text, cue.start, cue.end)
    if within is not None and not _content_of_cue(text[cue.start : within.start()]):
        return within.span("words")
    before = _BEFORE.search(text, low, cue.start)
    if before is None and source is not None and start < source.start and source.end <= low:
        before = _FRONTED.search(text[start : source.start])
        return (start + before.start("words"), start + before.end("words")) if before else None
    return before.span("words") if before else None


def _governed(text: str, statement: Statement, negator: tuple[int, int]) -> list[tuple[int, int]]:
    """What turns it round once more between a negator and the cue's verb: "never ceased to believe"."""
    cue = statement.cue
    assert cue is not None
    more = [m.span() for m in _GOVERNED.finditer(text, negator[1], cue.end)]
    return [m for m in more if not any(span.start <= m[0] < span.end for span in statement.content)]


def _content_of_cue(words: str) -> bool:
    """Whether a verb of saying stands in ``words`` already, so that "not" behind it is part of what was said."""
    return (
        re.search(r"\b(?:said|says|told|added|wrote|vow\w*|promis\w*|pledg\w*|decid\w*|agreed|want\w*)\b", words)
        is not None
    )


def _against(text: str, statement: Statement) -> tuple[int, int] | None:
    """A verb in the cue that means "no" by itself."""
    cue, source = statement.cue, statement.source
    assert cue is not None
    if _NO_DENIAL.search(text, max(0, cue.start - 12), cue.end):
        return None
    against = _AGAINST.search(text, cue.start, cue.end)
    if against is not None:
        return against.span()
    rejected = _REJECTED.search(text, cue.start, min(len(text), cue.end + _AHEAD))
    rejected = rejected or _AGAINST_THAT.search(text, cue.start, min(len(text), cue.end + _AHEAD))
    if rejected and rejected.start() < cue.end:
        return rejected.start(), cue.end
    if source is not None and source.end <= cue.start and (verb := _REJECTS.search(text, cue.start, cue.end)):
        fronted = _CLAIM_THAT.search(text, max(0, source.start - _AHEAD), source.start)
        return verb.span() if fronted else None
    return None
