"""Statements from tagged spans: which source and cue each content belongs to.

A cue stands for one statement. Each content goes to the cue that the linker thinks likeliest, each cue takes the
likeliest source or none; then come the layouts that have no verb, and quotations that go on for several paragraphs.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.domain import Span, Statement
from onrecord.statements.confidence import Evidence, confidence
from onrecord.statements.kind import statement_kind
from onrecord.statements.layouts import layouts
from onrecord.statements.mode import statement_mode
from onrecord.statements.refusals import is_refusal
from onrecord.tagging.quotation import Quotation, quotations
from onrecord.tagging.tagger import Tagging

Range = tuple[int, int]


@dataclass
class Draft:
    """A statement in the making: ranges of the text, and what its parts' probabilities are."""

    source: Range | None
    cue: Range | None
    content: list[Range]
    evidence: Evidence
    layout: bool = False


def statements(text: str, tagging: Tagging) -> tuple[Statement, ...]:
    """Statements of ``text`` in text order, speakers not yet resolved."""
    quoted = quotations(text)
    drafts = _linked(tagging)
    _add_layouts(text, quoted, drafts)
    _continue_quotations(quoted, drafts)
    found = []
    for draft in drafts:
        cue = text[slice(*draft.cue)] if draft.cue else ""
        if is_refusal(cue, text[slice(*draft.source)] if draft.source else ""):
            continue
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


def _linked(tagging: Tagging) -> list[Draft]:
    words = tagging.words

    def characters(index: int) -> Range:
        span = tagging.spans[index]
        return words.starts[span.low], words.ends[span.high - 1]

    contents: dict[int, list[tuple[int, float]]] = {}
    for content, cues in tagging.cues_of.items():
        if cues and cues[0].probability >= 1 - sum(link.probability for link in cues):
            contents.setdefault(cues[0].target, []).append((content, cues[0].probability))
    drafts = []
    for cue, parts in sorted(contents.items()):
        sources = tagging.sources_of.get(cue, ())
        nobody = 1 - sum(link.probability for link in sources)
        source = sources[0] if sources and sources[0].probability >= nobody else None
        drafts.append(
            Draft(
                source=characters(source.target) if source else None,
                cue=characters(cue),
                content=[characters(part) for part, _ in sorted(parts)],
                evidence=Evidence(
                    cue=tagging.spans[cue].probability,
                    content=min(tagging.spans[part].probability for part, _ in parts),
                    source=tagging.spans[source.target].probability if source else nobody,
                    link=min(probability for _, probability in parts),
                    source_link=source.probability if source else nobody,
                ),
            )
        )
    return drafts


def _add_layouts(text: str, quoted: Sequence[Quotation], drafts: list[Draft]) -> None:
    for layout in layouts(text, quoted):
        here = [d for d in drafts if any(_touch(part, layout.content) for part in d.content)]
        if not here:
            drafts.append(Draft(layout.source, layout.cue, [layout.content], Evidence(), layout=True))
        elif len(here) == 1 and here[0].source is None:
            here[0].source = layout.source


def _continue_quotations(quoted: Sequence[Quotation], drafts: list[Draft]) -> None:
    """A quotation left open at its paragraph's end goes on where the next paragraph opens with a mark."""
    for before, after in itertools.pairwise(quoted):
        if before.closed or any(_touch(part, after[:2]) for d in drafts for part in d.content):
            continue
        owner = next((d for d in drafts if any(_touch(part, before[:2]) for part in d.content)), None)
        if owner is not None and after.start - before.end <= 4:
            owner.content.append(after[:2])


def _joined(text: str, parts: list[Range]) -> list[Range]:
    """Parts in order, those with nothing but white space between them made one."""
    joined: list[Range] = []
    for start, end in sorted(set(parts)):
        if joined and (start <= joined[-1][1] or not text[joined[-1][1] : start].strip(" \t\u00a0")):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _touch(a: Range, b: Range) -> bool:
    return a[0] < b[1] and b[0] < a[1]
