"""Where a content ends: before the report's own words, and before the speaker's next statement.

What follows a content in its sentence is not always more of it. How often PolNeAR train counts it in and cuts it off: a
second verb of saying behind a quotation ("was “glad” and appealed to …") 3 and 24, a clause of time behind a comma
(", as the envoy arrived") 0 and 6, the reporter's gloss (", a reference to …") 1 and 2.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.statements.draft import Draft, Owners, Range
from onrecord.statements.passed_over import LEADS_OVER, REJOINDER
from onrecord.tagging.quotation import Quotation

_NEXT = re.compile(
    r"(?<=[\"”»])(?P<and>,?\s(?:and|but)\s)(?:(?:also|later|then|again|even|\w+ly)\s)?(?P<cue>"
    r"said|told|added|warned|urged|accused|called|vowed|pledged|promised|denied|demanded|thanked|appealed|invited"
    r"|critici[sz]ed|condemned|denounced|praised|welcomed|rejected|dismissed|asked|insisted|described|blamed|threatened"
    r"|claimed|predicted|suggested|argued|stressed|confirmed|announced|offered|apologi[sz]ed|expressed|voiced|reiterated"
    r"|noted|ordered|wrote|acknowledged|admitted|ruled\sout)\s(?=\w|[\"“])"
)
_GLOSS = re.compile(
    r"(?:,|\s[–—-]|(?<=[\"”»]))\s(?:in\s)?an?\s(?:(?:\w+ly|apparent|clear|veiled|obvious|indirect|direct|sarcastic|pointed)\s){0,2}"
    r"(?:reference|allusion|nod|swipe|jab|dig)\s(?:to|at)\b"
)
_MEANWHILE = re.compile(
    r",\s(?:just\s|even\s)?as\s(?=(?:an?|the|his|her|their|its|[A-ZÀ-Þ][\w’'-]+|[a-z]{3,}s)\s)(?:[\w’'-]+\s){1,8}?"
    r"(?:was|were|had|met|began|came|went|fell|rose|took|held|broke|left|\w{2,}ed)\b"
)
# "Denied the claim in parliament": where it was denied.
_CLAIM = re.compile(
    r"(?:the|that|this|those|these|all|any|such)\s(?:allegations?|accusations?|claims?|charges?|suggestions?|rumou?rs?|criticism)"
    r"(?P<end>)\s(?:in|at|during)\s[^,;]{2,60}\Z"
)
_MAY_REJOIN = re.compile(r"(?:,|\s[–—-]+)\s(?:something|an?)\s")
_MANNER = re.compile(r"\w+ly|with\s+an?\s+(?:\w+\s)?(?:smile|laugh|shrug|sigh|grin|nod)", re.IGNORECASE)
_RELATIVE = re.compile(r",\s(?:(?:in|from|on|to)\s)?(?:where|which|when|who),?\s\Z")
_WHOM = re.compile(r"whom\s+(?=\w)")
_LEAST = 3  # words that must be left


def end_contents(text: str, found: list[Draft], quoted: Sequence[Quotation]) -> list[Draft]:
    """``found`` with contents cut where they end; with drafts of what a second verb says behind them."""
    owners = Owners(found)
    more: list[Draft] = []
    for draft in found:
        if draft.cue is None or not draft.content or draft.content[-1][0] < draft.cue[1]:
            continue
        _cut(text, draft, quoted)
        start, end = draft.content[-1]
        second = next((m for m in _NEXT.finditer(text, start, end) if not _is_quoted(m.end(), quoted)), None)
        if second is None or any(owner is not draft for owner in owners.of((second.start(), end))):
            continue
        draft.content[-1] = (start, second.start())
        more.append(Draft(draft.source, second.span("cue"), [(second.end(), end)], draft.evidence))
    return [*found, *more]


def _cut(text: str, draft: Draft, quoted: Sequence[Quotation]) -> None:
    start, end = draft.content[-1]
    if (claim := _CLAIM.fullmatch(text, start, end)) is not None:
        draft.content[-1] = (start, claim.start("end"))
        return
    cuts = [m.start() for form in (_GLOSS, _MEANWHILE) for m in form.finditer(text, start, end)]
    # It runs on behind the content where that ends early: ", a claim that" is all that was taken along.
    cuts += (
        [m.start() for m in REJOINDER.finditer(text, start) if m.start() < end]
        if _MAY_REJOIN.search(text, start, end)
        else []
    )
    cut = min((at for at in cuts if not _is_quoted(at + 1, quoted)), default=end)
    if len(text[start:cut].split()) >= _LEAST:
        draft.content[-1] = (start, cut)


def _is_quoted(at: int, quoted: Sequence[Quotation]) -> bool:
    return any(q.start < at < q.end for q in quoted)


def without_relative(text: str, content: list[Range]) -> list[Range]:
    """``content`` without the pronoun that opens it: "the engineer, according to [whom] the dam leaks"."""
    if not content or (whom := _WHOM.match(text, *content[0])) is None:
        return content
    return [(whom.end(), content[0][1]), *content[1:]]


def without_lead(text: str, draft: Draft) -> list[Range]:
    """A content without what leads over to who says it: "[He was paid twice], which Berg denies"."""
    if draft.source is None:
        return draft.content
    kept = []
    for start, end in draft.content:
        lead = LEADS_OVER.search(text, start, end) if end <= draft.source[0] else None
        kept.append((start, lead.start()) if lead is not None and lead.start() > start else (start, end))
    return kept


def without_manner(text: str, content: list[Range]) -> list[Range]:
    """``content`` without a part that only tells how it was said: "“Nobody asked,” she noted [drily]"."""
    kept = [part for part in content if not _MANNER.fullmatch(text, *part)]
    return kept or content


def without_main_clause(text: str, draft: Draft) -> list[Range]:
    """A content without the clause that its own only qualifies: "[they left Tarn], where, Berg says, [ice is thin]"."""
    if draft.source is None or draft.cue is None:
        return draft.content
    low, high = min(draft.source[0], draft.cue[0]), max(draft.source[1], draft.cue[1])
    behind = [part for part in draft.content if part[0] >= high]
    return behind if behind and _RELATIVE.search(text, max(0, low - 40), low) else draft.content
