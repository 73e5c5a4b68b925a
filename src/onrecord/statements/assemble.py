"""Statements from tagged spans: which source and cue each content belongs to.

A cue stands for one statement. Each content goes to the cue that the linker thinks likeliest, each cue takes the
likeliest source or none; then come the layouts that have no verb, and quotations that go on for several paragraphs.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.domain import Span, Statement
from onrecord.statements.confidence import Evidence, confidence
from onrecord.statements.kind import statement_kind
from onrecord.statements.layouts import layouts
from onrecord.statements.mode import statement_mode
from onrecord.statements.nesting import quoted_as_saying
from onrecord.statements.refusals import is_refusal
from onrecord.tagging.quotation import Quotation, quotations
from onrecord.tagging.tagger import Tagging

Range = tuple[int, int]
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z])|\n")
_WORD = re.compile(r"\w+")


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
    found = _linked(text, tagging)
    for draft in found:
        _move_inwards(text, draft)
    _add_layouts(text, quoted, found)
    _continue_quotations(quoted, found)
    return [
        draft
        for draft in found
        if not (draft.cue and is_refusal(text[slice(*draft.cue)], text[slice(*draft.source)] if draft.source else ""))
    ]


def _linked(text: str, tagging: Tagging) -> list[Draft]:
    words = tagging.words

    def characters(index: int) -> Range:
        span = tagging.spans[index]
        return words.starts[span.low], words.ends[span.high - 1]

    contents: dict[int, list[tuple[int, float]]] = {}
    for content, cues in tagging.cues_of.items():
        if cues and cues[0].probability >= 1 - sum(link.probability for link in cues):
            contents.setdefault(cues[0].target, []).append((content, cues[0].probability))
    found = []
    for cue, parts in sorted(contents.items()):
        sources = [s for s in tagging.sources_of.get(cue, ()) if _near(text, characters(s.target), characters(cue))]
        nobody = 1 - sum(link.probability for link in sources)
        source = sources[0] if sources and sources[0].probability >= nobody else None
        parts = _together(text, parts, [characters(i) for i in (cue, source.target if source else cue)], characters)
        found.append(
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
    return found


def _near(text: str, a: Range, b: Range) -> bool:
    """Whether at most one sentence ends between two ranges; a source stands no farther from its cue."""
    low, high = min(a[1], b[1]), max(a[0], b[0])
    return len(_SENTENCE_END.findall(text, low, max(low, high))) <= 1


def _together(
    text: str, parts: list[tuple[int, float]], own: list[Range], characters: Callable[[int], Range]
) -> list[tuple[int, float]]:
    """The parts that hang together with the likeliest one.

    Parts of one content are parted by their own cue or source, by a few words, or by a bracket within the sentence
    (in PolNeAR all but 2 %); whatever lies beyond a sentence's end belongs to somebody else.
    """
    ordered = sorted(parts)
    best = max(range(len(ordered)), key=lambda i: (ordered[i][1], -i))
    low, high = best, best
    while high + 1 < len(ordered) and _bridged(
        text, characters(ordered[high][0]), characters(ordered[high + 1][0]), own
    ):
        high += 1
    while low > 0 and _bridged(text, characters(ordered[low - 1][0]), characters(ordered[low][0]), own):
        low -= 1
    return ordered[low : high + 1]


def _bridged(text: str, left: Range, right: Range, own: list[Range]) -> bool:
    gap = (left[1], right[0])
    if any(_touch(gap, part) for part in own):
        return True
    return len(_WORD.findall(text, *gap)) <= 3 or not _SENTENCE_END.search(text, *gap)


def _move_inwards(text: str, draft: Draft) -> None:
    inner = quoted_as_saying(text, draft.cue) if draft.cue else None
    content = [(max(a, inner.content_from), b) for a, b in draft.content if b > inner.content_from] if inner else []
    if inner and content:
        draft.source, draft.cue, draft.content = inner.source, inner.cue, content


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
