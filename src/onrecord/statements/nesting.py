"""Statements inside statements.

Where somebody is *quoted as saying* something, source and cue move inwards: the words are the inner speaker's, and the
outer source is left for the chain that they came through (``relayed_by``). Where a content itself reports what
somebody said ("said the envoy had told her that …", "recalled the president's words that …"), the inner statement
becomes a draft of its own beside the outer one, whose content it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.statements.confidence import Evidence
from onrecord.statements.draft import Draft, Range
from onrecord.statements.phrases import NOUN_PHRASE
from onrecord.tagging.quotation import Quotation

_SAYING = (
    r"(?:saying|stating|arguing|warning|writing|adding|claiming|insisting|denying|predicting|promising|threatening"
    r"|telling\s[^,.\n]{2,60}?)"
)
_OUTER = re.compile(r"\b(?:quot|cit)(?:ed|es|ing|e)\b", re.IGNORECASE)
_INNER = re.compile(
    rf"\s+(?!(?:by|as|in|on|at)\b)(?P<speaker>[^;:!?\"“”\n]{{2,160}}?),?\s+as\s+(?P<cue>{_SAYING})(?:\s+that\b|,|:)?\s+",
)
_QUOTED = re.compile(
    r"(?:\A|(?<=[\s\"“]))(?P<speaker>[^\s,;:.!?\"“”][^,;:!?\"“”\n]{1,100}?)\s+(?:was|were|is|are|(?:has|have|had)\s+been)\s+"
    rf"(?:\w+ly\s+|also\s+)?(?:quoted|cited)\s(?:[^.;:!?\"“”\n]{{2,120}}?\s)?as\s+(?P<cue>{_SAYING})(?:\s+that\b|,|:)?\s+",
)
_CONJUNCTION = re.compile(r"(?:and|but|while|although|though|as|when|that|because)\s+", re.IGNORECASE)

_PRONOUN = re.compile(r"(?:I|he|she|it|they|we|you|there|this|these|those|nobody|his|her|its|their)\Z", re.IGNORECASE)
_HAD = (
    r"(?:(?:had|has|have)\s)?"
    r"(?:(?:also|already|repeatedly|publicly|personally|once|earlier|since|later|recently|previously)\s)*"
)
_HEARER = rf"(?:him|her|them|it|me|us|you|reporters|journalists|{NOUN_PHRASE})"
_WHEN = r"(?:\s(?:on\s|last\s|this\s|earlier\s)*(?:\w+day|week|month|year|yesterday|today))?"
_CLAUSE = re.compile(
    rf"(?:that,?\s)?(?P<source>{NOUN_PHRASE})\s(?P<cue>{_HAD}(?:"
    rf"(?:told|assured|informed|warned|reminded|notified|promised)\s{_HEARER}(?=(?:\s[\w\s]{{0,20}})?\sthat\s)"
    r"|(?:said|says|say|warned|promised|pledged|vowed|claimed|claims|argued|argues|insisted|insists|admitted"
    r"|acknowledged|denied|denies|confirmed|announced|declared|complained|predicted|stated|conceded|suggested)"
    rf"(?={_WHEN}\sthat\s)"
    r"|(?:said|says|claimed|claims)(?=\s(?:the|he|she|it|they|there|we|his|her|their|its)\s)"
    r"|(?:promised|pledged|vowed|threatened|offered)(?=\sto\s)"
    rf"|(?:asked|urged|ordered)\s{_HEARER}(?=\sto\s)))"
    rf"{_WHEN}\s(?P<content>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_WORDS = re.compile(
    rf"(?P<source>(?:{NOUN_PHRASE})(?:['’]s|(?<=s)['’]))\s(?P<cue>(?:(?:\w+(?:al|ic|ous|ed|er|ier|nt)|own|last|first|public)\s)?(?:"
    r"words|remarks?|statements?|claims?|warnings?|promises?|pledges?|vows?|assertions?|arguments?|assurances?"
    r"|comments?|declarations?|predictions?|denials?|threats?|accusations?|allegations?|admissions?|complaints?))"
    r"\s(?P<content>that\s\S.*)",
    re.DOTALL,
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


class Inner(NamedTuple):
    source: Range
    cue: Range
    content_from: int


def quoted_as_saying(text: str, cue: Range) -> Inner | None:
    """The inner speaker and cue around an outer ``cue`` such as "quoted", or None.

    Either "the agency [quoted] the envoy as saying …" or "the envoy was quoted by the agency as [saying] …".
    """
    if _OUTER.search(text, *cue) and (match := _INNER.match(text, cue[1], cue[1] + 260)):
        return Inner(match.span("speaker"), match.span("cue"), match.end())
    low = max(text.rfind("\n", 0, cue[0]) + 1, cue[0] - 300)
    for passive in _QUOTED.finditer(text, low, cue[1] + 160):
        verbs = (passive.end("speaker"), passive.end("cue"))
        if verbs[0] < cue[1] and cue[0] < verbs[1]:
            start, end = passive.span("speaker")
            if conjunction := _CONJUNCTION.match(text, start, end):
                start = conjunction.end()
            return Inner((start, end), passive.span("cue"), passive.end())
    return None


def move_inwards(text: str, found: list[Draft]) -> list[Draft]:
    """Give what somebody is quoted as saying to the inner speaker, whichever of the two verbs was tagged."""
    kept = {draft.cue: draft for draft in found}
    for outer in found:
        inner = quoted_as_saying(text, outer.cue) if outer.cue else None
        if inner is None:
            continue
        behind = [(max(a, inner.content_from), b) for a, b in outer.content if b > inner.content_from]
        own = next((d for d in found if d.cue and inner.cue[0] <= d.cue[0] < inner.cue[1]), None)
        if own is not None:
            own.source, own.content = inner.source, sorted({*own.content, *behind})
            if own is not outer:
                kept.pop(outer.cue, None)
        elif behind:
            outer.source, outer.cue, outer.content = inner.source, inner.cue, behind
    return list(kept.values())


def inner_statements(text: str, drafts: Iterable[Draft], quoted: Sequence[Quotation]) -> Iterator[Draft]:
    """Drafts of what the indirect contents of ``drafts`` report somebody to have said.

    Their sources are named there: a pronoun would mostly be the outer speaker again ("said he had warned that …").
    """
    found = list(drafts)
    cues = [draft.cue for draft in found if draft.cue]
    for draft in found:
        for low, high in draft.content:
            if any(q.start < high and low < q.end for q in quoted):
                continue
            inner = _inside(text, low, high)
            if inner is not None and inner.cue and not any(inner.cue[0] < b and a < inner.cue[1] for a, b in cues):
                inner.evidence, inner.layout, inner.inner = draft.evidence, draft.layout, True
                yield inner


def _inside(text: str, low: int, high: int) -> Draft | None:
    for match in (_CLAUSE.match(text, low, high), _WORDS.search(text, low, high), _BEHIND.fullmatch(text, low, high)):
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
