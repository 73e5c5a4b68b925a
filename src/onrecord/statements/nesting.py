"""Statements inside statements.

Where a content itself reports what somebody said ("said the envoy had told her that …", "recalled the president's
words that …"), the inner statement becomes a draft of its own beside the outer one, whose content it stands in. Where
the outer one does no more than pass it on, the inner one takes its place: see ``relayed``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.statements.confidence import Evidence
from onrecord.statements.draft import Draft
from onrecord.statements.phrases import NOUN_PHRASE
from onrecord.tagging.quotation import Quotation

_PRONOUN = re.compile(r"(?:I|he|she|it|they|we|you|there|this|these|those|nobody|his|her|its|their)\Z", re.IGNORECASE)
_HAD = (
    r"(?:(?:had|has|have)\s)?"
    r"(?:(?:also|already|repeatedly|publicly|personally|once|earlier|since|later|recently|previously)\s)*"
)
_HEARER = rf"(?:him|her|them|it|me|us|you|reporters|journalists|{NOUN_PHRASE})"
_WHEN = (
    r"(?:\s(?:on\s|last\s|this\s|earlier\s)*(?:\w+day|week|month|year|night|morning|summer|winter|spring|autumn|yesterday|today)"
    r"|\s(?:in|on|at|over|during)\s(?:[\w’'-]+\s){0,2}?[\w’'-]+(?=\sthat\s|[:,]?\s[\"“]))?"
)
_CLAUSE = re.compile(
    rf"(?:that,?\s)?(?P<source>{NOUN_PHRASE})\s(?P<cue>{_HAD}(?:"
    rf"(?:told|assured|informed|warned|reminded|notified|promised)\s{_HEARER}(?={_WHEN}(?:\sthat\s|:?\s[\"“]))"
    r"|(?:said|says|say|warned|promised|pledged|vowed|claimed|claims|argued|argues|insisted|insists|admitted"
    r"|acknowledged|denied|denies|confirmed|announced|declared|complained|predicted|stated|conceded|suggested)"
    rf"(?={_WHEN}\sthat\s)"
    r"|(?:said|says|claimed|claims)(?=\s(?:the|he|she|it|they|there|we|his|her|their|its)\s)"
    r"|(?:promised|pledged|vowed|threatened|offered)(?=\sto\s)"
    rf"|(?:asked|urged|ordered)\s{_HEARER}(?=\sto\s)))"
    rf"{_WHEN}[:,]?\s(?P<content>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_WORDS = re.compile(
    rf"(?P<source>(?:{NOUN_PHRASE})(?:['’]s|(?<=s)['’]))\s(?P<cue>(?:(?:\w+(?:al|ic|ous|ed|er|ier|nt)|own|last|first|public)\s)?(?:"
    r"words|remarks?|statements?|claims?|warnings?|promises?|pledges?|vows?|assertions?|arguments?|assurances?"
    r"|comments?|declarations?|predictions?|denials?|threats?|accusations?|allegations?|admissions?|complaints?))"
    r"\s(?P<content>that\s\S.*)",
    re.DOTALL,
)
_BY = re.compile(
    rf"\b(?P<cue>(?:was|were|been)\s(?:told|warned|informed|assured|advised|reminded))\sby\s(?P<source>{NOUN_PHRASE}){_WHEN}"
    r"\s(?P<content>(?:that\s|[\"“]).*)",
    re.IGNORECASE | re.DOTALL,
)
_BEHIND = re.compile(
    rf"(?P<content>\S.*?),\s(?:(?P<source>{NOUN_PHRASE})\s(?P<cue>said|says|say|wrote|added)"
    rf"|(?P<cue2>said|says)\s(?P<source2>{NOUN_PHRASE}))\Z",
    re.DOTALL,
)
_MORE = re.compile(r",?\s(?:and|but)\s(?:said|told|added|warned|promised|that)\b.*\Z", re.DOTALL)
_LEAST = 3  # words of an inner content
# The share of inner statements that a reader of 120 reports of PolNeAR found right; the corpus leaves most unmarked.
INNER_RIGHT = 0.9


def inner_statements(text: str, drafts: Iterable[Draft], quoted: Sequence[Quotation]) -> Iterator[Draft]:
    """Drafts of what the contents of ``drafts`` report somebody to have said, in words that are not quoted themselves.

    Their sources are named there: a pronoun would mostly be the outer speaker again ("said he had warned that …").
    """
    found = list(drafts)
    cues = [draft.cue for draft in found if draft.cue]
    for draft in found:
        for low, high in draft.content:
            inner = _inside(text, low, high)
            if inner is None or inner.source is None or inner.cue is None:
                continue
            first, last = min(inner.source[0], inner.cue[0]), max(inner.source[1], inner.cue[1])
            if any(q.start < last and first < q.end for q in quoted):
                continue  # told by the speaker in their own words
            if not any(inner.cue[0] < b and a < inner.cue[1] for a, b in cues):
                inner.evidence, inner.layout, inner.inner = draft.evidence, draft.layout, True
                yield inner


def _inside(text: str, low: int, high: int) -> Draft | None:
    for match in (
        _CLAUSE.match(text, low, high),
        _BY.search(text, low, high),
        _WORDS.search(text, low, high),
        _BEHIND.fullmatch(text, low, high),
    ):
        if match is None:
            continue
        names = match.groupdict()
        second = "2" if names.get("source2") else ""
        source, cue, content = match.span("source" + second), match.span("cue" + second), match.span("content")
        if more := _MORE.search(text, *content):
            content = (content[0], more.start())
        whole = len(text[slice(*content)].split()) >= _LEAST
        if whole and not _PRONOUN.match(text, *source):
            return Draft(source, cue, [content], Evidence())
    return None
