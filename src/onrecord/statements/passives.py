"""Who tells whom in the passive: "residents were warned by the council that …".

The subject of such a verb is the one addressed: neither its source nor a part of what was said.
"""

from __future__ import annotations

import re

from onrecord.statements.draft import Draft, Range
from onrecord.statements.phrases import NOUN_PHRASE
from onrecord.statements.sentences import sentence_bounds

_TOLD = r"(?:told|warned|informed|urged|advised|assured|ordered|reminded|notified|instructed)"
_PASSIVE = re.compile(
    r"\b(?:(?:is|are|was|were)(?:\s+being)?|(?:has|have|had)\s+been)\s+(?:(?:also|not|never|repeatedly|already|\w+ly)\s+)*"
    rf"(?P<verb>{_TOLD})\b"
)
_BY = re.compile(
    rf"(?:\s(?:on\s)?\w+day|\s(?:last|this|earlier|in|on|at)\s[^,.;:\"“”]{{1,40}}?)?\sby\s(?P<by>(?:{NOUN_PHRASE}|[a-z]+s))"
    r"(?=\s(?:that|to|not|of|about|on|in|at|last|this|earlier|yesterday)\b|,|\s?:|\s[\"“])"
)
_CONTENT = re.compile(r"(?:that|to|not\sto|of|about|against|[\"“])")
_BACK = 40  # code points before the cue in which the auxiliary may stand


def turn_passives(text: str, found: list[Draft]) -> None:
    """Give drafts whose verb of telling is a passive the source behind "by", or none, and no subject as content."""
    for draft in found:
        passive = _passive(text, draft.cue) if draft.cue else None
        if passive is None:
            continue
        _, high = sentence_bounds(text, *passive.span())
        by = _BY.match(text, passive.end(), high)
        if by is not None:
            draft.source = by.span("by")
        elif draft.source is not None and draft.source[1] <= passive.start():
            draft.source = None
        behind = [part for part in draft.content if part[1] > passive.end()]
        told = behind or _told(text, (by.end() if by else passive.end()), high)
        if told:
            draft.content = told
            if draft.cue is not None and draft.cue[0] < passive.end() < draft.cue[1]:
                draft.cue = (draft.cue[0], passive.end())


def _passive(text: str, cue: Range) -> re.Match[str] | None:
    near = _PASSIVE.finditer(text, max(0, cue[0] - _BACK), cue[1] + _BACK)
    return next((m for m in near if m.start("verb") < cue[1] and cue[0] < m.end("verb")), None)


def _told(text: str, low: int, high: int) -> list[Range]:
    start = low
    while start < high and text[start].isspace():
        start += 1
    return [(start, high)] if _CONTENT.match(text, start, high) else []
