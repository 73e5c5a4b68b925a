"""Statements from tagged spans: linked drafts, then what layout and typography add, then the finished rows."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from onrecord.domain import Span, Statement
from onrecord.statements.confidence import Evidence, confidence
from onrecord.statements.draft import Draft, Owners, Range
from onrecord.statements.kind import statement_kind
from onrecord.statements.layouts import layouts
from onrecord.statements.linking import Linker
from onrecord.statements.mode import statement_mode
from onrecord.statements.nesting import quoted_as_saying
from onrecord.statements.refusals import is_refusal, without_refusal
from onrecord.tagging.quotation import Quotation, quotations
from onrecord.tagging.tagger import Tagging

_ADJUNCT = re.compile(
    r"\s+(?:on\s+|late\s+|early\s+)*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today)"
    r"(?:\s+(?:morning|afternoon|evening|night))?\Z"
)

_PAST = re.compile(r"(?:said|told|wrote|\b\w+ed)\Z")
_PRESENT = re.compile(r"(?!says\b)\w+s")


def statements(text: str, tagging: Tagging) -> tuple[Statement, ...]:
    """Statements of ``text`` in text order, speakers not yet resolved."""
    quoted = quotations(text)
    found = []
    for draft in drafts(text, tagging, quoted):
        cue = text[slice(*draft.cue)] if draft.cue else ""
        content = _joined(text, draft.content)
        found.append(
            Statement(
                source=Span.of(text, *draft.source) if draft.source else None,
                cue=Span.of(text, *draft.cue) if draft.cue else None,
                content=tuple(Span.of(text, *part) for part in content),
                kind=statement_kind(text, content, quoted),
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
    found = _reunite(text, found)
    _add_layouts(text, quoted, found)
    _continue_quotations(quoted, found)
    return found


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


def _reunite(text: str, found: list[Draft]) -> list[Draft]:
    """Put back what "claimed that it breaks the law and threatens the region" says into one content.

    A verb in the present behind a cue in the past, joined by "and" and without a source of its own, is told by the
    speaker and not done by them.
    """
    kept: list[Draft] = []
    for draft in sorted(found, key=lambda d: d.cue or (0, 0)):
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.cue is not None
            and draft.cue is not None
            and draft.source in (None, before.source)
            and before.content
            and text[before.content[-1][1] : draft.cue[0]].strip() == "and"
            and _PAST.search(text, *before.cue)
            and _PRESENT.fullmatch(text, *draft.cue)
            and draft.content[0][0] >= draft.cue[1]
        ):
            before.content[-1] = (before.content[-1][0], draft.content[-1][1])
        else:
            kept.append(draft)
    return kept


def _add_layouts(text: str, quoted: Sequence[Quotation], found: list[Draft]) -> None:
    owners = Owners(found)
    for layout in layouts(text, quoted):
        here = list(owners.of(layout.content))
        if not here:
            found.append(Draft(layout.source, layout.cue, [layout.content], Evidence(), layout=True))
        elif len(here) == 1 and here[0].source is None:
            here[0].source = layout.source


def _continue_quotations(quoted: Sequence[Quotation], found: list[Draft]) -> None:
    """A quotation of several paragraphs opens each with a mark and closes only the last: all of it is one content.

    The statement may own its first paragraph ("She said: “One.") or a later one ("“Three,” she said.").
    """
    owners = Owners(found)
    for chain in _chains(quoted):
        # The words said must reach the paragraph's end: "“One, she said." has lost its closing mark, no more.
        held = [next(owners.of((q.end - 1, q.end) if not q.closed else q[:2]), None) for q in chain]
        free = [h is None and not any(owners.of(q[:2])) for q, h in zip(chain, held, strict=True)]
        for step in (range(1, len(chain)), range(len(chain) - 2, -1, -1)):
            for i in step:
                neighbour = held[i - 1] if step.step > 0 else held[i + 1]
                if free[i] and neighbour is not None:
                    neighbour.content.append(chain[i][:2])
                    held[i], free[i] = neighbour, False


def _chains(quoted: Sequence[Quotation]) -> Iterator[list[Quotation]]:
    """Runs of quotations left open at their paragraph's end, with the one that each runs into."""
    chain: list[Quotation] = []
    for before, after in itertools.pairwise(quoted):
        if before.closed or after.start - before.end > 4:
            if len(chain) > 1:
                yield chain
            chain = []
        else:
            chain = [*(chain or [before]), after]
    if len(chain) > 1:
        yield chain


def _joined(text: str, parts: list[Range]) -> list[Range]:
    """Parts in order, those with nothing but white space between them made one."""
    joined: list[Range] = []
    for start, end in sorted(set(parts)):
        if joined and (start <= joined[-1][1] or not text[joined[-1][1] : start].strip(" \t\u00a0")):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
