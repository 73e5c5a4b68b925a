"""Statements from tagged spans: linked drafts, then what layout and typography add, then the finished rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.domain import Span, Statement
from onrecord.statements.confidence import Evidence, confidence
from onrecord.statements.continuations import complete_around_cues, continue_quotations, join, reunite
from onrecord.statements.cue_shares import cue_share
from onrecord.statements.draft import Draft, Owners
from onrecord.statements.kind import statement_kind
from onrecord.statements.layouts import layouts
from onrecord.statements.linking import Linker
from onrecord.statements.mode import statement_mode
from onrecord.statements.nesting import quoted_as_saying
from onrecord.statements.refusals import is_refusal, without_refusal
from onrecord.tagging.quotation import Quotation, quotations
from onrecord.tagging.tagger import Tagging

_WORD = re.compile(r"\w+")
_ADJUNCT = re.compile(
    r"\s+(?:on\s+|late\s+|early\s+)*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today)"
    r"(?:\s+(?:morning|afternoon|evening|night))?\Z"
)


def statements(text: str, tagging: Tagging) -> tuple[Statement, ...]:
    """Statements of ``text`` in text order, speakers not yet resolved."""
    quoted = quotations(text)
    found = []
    for draft in drafts(text, tagging, quoted):
        cue = text[slice(*draft.cue)] if draft.cue else ""
        found.append(
            Statement(
                source=Span.of(text, *draft.source) if draft.source else None,
                cue=Span.of(text, *draft.cue) if draft.cue else None,
                content=tuple(Span.of(text, *part) for part in draft.content),
                kind=statement_kind(text, draft.content, quoted),
                mode=statement_mode(cue),
                confidence=confidence(draft.evidence, draft.layout),
            )
        )
    return tuple(sorted(found, key=lambda s: (s.evidence[0], s.content)))


def drafts(text: str, tagging: Tagging, quoted: Sequence[Quotation]) -> list[Draft]:
    """What ``statements`` makes statements of, with the probabilities that its confidence is computed from."""
    found = []
    for draft in _move_inwards(text, Linker(text, tagging).drafts()):
        if draft.cue and is_refusal(text, draft.source, draft.cue):
            continue
        draft.content = without_refusal(text, draft.content)
        if draft.cue and (adjunct := _ADJUNCT.search(text, *draft.cue)):
            draft.cue = (draft.cue[0], adjunct.start())
        if draft.content:
            found.append(draft)
    found = reunite(text, found)
    complete_around_cues(text, found)
    _add_layouts(text, quoted, found)
    continue_quotations(quoted, found)
    for draft in found:
        join(text, draft)
        draft.evidence = _seen(text, draft)
    return found


def _seen(text: str, draft: Draft) -> Evidence:
    """The draft's probabilities, with what the finished draft shows besides."""
    return draft.evidence._replace(
        cue_share=cue_share(text[slice(*draft.cue)]) if draft.cue else 0.5,
        named=draft.source is not None,
        words=sum(len(_WORD.findall(text, *part)) for part in draft.content),
    )


def _move_inwards(text: str, found: list[Draft]) -> list[Draft]:
    """Give what stands behind "quoted … as saying" to the inner speaker, whichever of the two verbs was tagged."""
    kept = {draft.cue: draft for draft in found}
    for outer in found:
        inner = quoted_as_saying(text, outer.cue) if outer.cue else None
        if inner is None:
            continue
        behind = [(max(a, inner.content_from), b) for a, b in outer.content if b > inner.content_from]
        own = next((d for d in found if d.cue and inner.cue[0] <= d.cue[0] < inner.cue[1]), None)
        if own is not None:
            own.source, own.content = inner.source, sorted({*own.content, *behind})
            kept.pop(outer.cue, None)
        elif behind:
            outer.source, outer.cue, outer.content = inner.source, inner.cue, behind
    return list(kept.values())


def _add_layouts(text: str, quoted: Sequence[Quotation], found: list[Draft]) -> None:
    owners = Owners(found)
    for layout in layouts(text, quoted):
        here = list(owners.of(layout.content))
        if not here:
            found.append(Draft(layout.source, layout.cue, [layout.content], Evidence(), layout=True))
        elif len(here) == 1 and here[0].source is None:
            here[0].source = layout.source
