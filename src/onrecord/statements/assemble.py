"""Statements from tagged spans: linked drafts, then what layout and typography add, then the finished rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.domain import Span, Statement
from onrecord.statements.acts import is_act, is_empty, is_unsaid, name_reasons, without_citations, without_terms
from onrecord.statements.confidence import Evidence, confidence
from onrecord.statements.continuations import (
    add_fronted,
    complete_around_cues,
    continue_quotations,
    extend,
    join,
    reunite,
)
from onrecord.statements.cue_shares import cue_share
from onrecord.statements.describing import described
from onrecord.statements.draft import Draft, Owners
from onrecord.statements.edges import mend_edges
from onrecord.statements.endings import (
    end_contents,
    without_lead,
    without_main_clause,
    without_manner,
    without_relative,
)
from onrecord.statements.headlines import first_of_headline, headlines, is_label
from onrecord.statements.interviews import with_answers
from onrecord.statements.kind import statement_kind
from onrecord.statements.layouts import layouts
from onrecord.statements.left_open import left_open
from onrecord.statements.linking import Linker
from onrecord.statements.mode import statement_mode
from onrecord.statements.nesting import INNER_RIGHT, inner_statements
from onrecord.statements.passed_over import give_cited, passed_over
from onrecord.statements.passives import turn_passives
from onrecord.statements.refusals import is_refusal, says_no, without_refusal
from onrecord.statements.relayed import move_inwards, without_carriers
from onrecord.statements.subjects import name_subjects
from onrecord.tagging.quotation import Quotation, quotations
from onrecord.tagging.tagger import Tagging

# Where the relation F1 of the rows that are left is best on PolNeAR dev, by the held-out probabilities.
_LEAST = 0.4
_WORD = re.compile(r"\w+")
_ADJUNCT = re.compile(
    r"\s+(?:on\s+|late\s+|early\s+)*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today)"
    r"(?:\s+(?:morning|afternoon|evening|night))?\Z"
)


def statements(text: str, tagging: Tagging) -> tuple[Statement, ...]:
    """Statements of ``text`` in text order, speakers not yet resolved."""
    quoted = quotations(text)
    found = []
    sure = [draft for draft in drafts(text, tagging, quoted) if confidence(draft.evidence, draft.layout) >= _LEAST]
    sure = with_answers(text, [*sure, *left_open(text, sure), *passed_over(text, sure, quoted)])
    for draft in [*sure, *inner_statements(text, [d for d in sure if not d.verbatim], quoted)]:
        cue = text[slice(*draft.cue)] if draft.cue else ""
        found.append(
            Statement(
                source=Span.of(text, *draft.source) if draft.source else None,
                cue=Span.of(text, *draft.cue) if draft.cue else None,
                content=tuple(Span.of(text, *part) for part in draft.content),
                kind="direct" if draft.verbatim else statement_kind(text, draft.content, quoted),
                mode=statement_mode(cue),
                confidence=round(confidence(draft.evidence, draft.layout) * (INNER_RIGHT if draft.inner else 1), 3),
            )
        )
    return described(text, sorted(found, key=lambda s: (s.evidence[0], s.content)))


def drafts(text: str, tagging: Tagging, quoted: Sequence[Quotation]) -> list[Draft]:
    """What ``statements`` makes statements of, with the probabilities that its confidence is computed from."""
    found = []
    for draft in move_inwards(text, Linker(text, tagging).drafts()):
        if draft.cue and is_refusal(text, draft.source, draft.cue):
            continue
        if draft.source and draft.cue and text[slice(*draft.cue)] == ":" and is_label(text, text[slice(*draft.source)]):
            continue
        if draft.cue and says_no(text, draft.cue, draft.content):
            continue
        draft.content = without_terms(text, without_refusal(text, draft.content))
        if draft.cue and (adjunct := _ADJUNCT.search(text, *draft.cue)):
            draft.cue = (draft.cue[0], adjunct.start())
        if draft.content:
            found.append(draft)
    found = reunite(text, found)
    turn_passives(text, found)
    give_cited(text, found)
    name_reasons(text, found)
    name_subjects(text, found)
    found = complete_around_cues(text, found)
    add_fronted(text, found)
    extend(text, found)
    _add_layouts(text, quoted, found)
    continue_quotations(quoted, found)
    taken = [place for draft in found for place in (draft.source, draft.cue) if place is not None]
    for draft in found:
        draft.content = without_manner(text, without_main_clause(text, draft))
        draft.content = without_relative(text, first_of_headline(text, draft.content))
        join(text, draft, taken)
        draft.content = without_lead(text, draft)
    mend_edges(text, found)
    found = without_carriers(text, end_contents(text, found, quoted))
    for draft in found:
        draft.evidence = _seen(text, draft)
    return without_citations(text, [draft for draft in found if not _says_nothing(text, draft)])


def _says_nothing(text: str, draft: Draft) -> bool:
    return draft.cue is not None and (
        is_empty(text, draft.content)
        or is_act(text, draft.cue, draft.content)
        or is_unsaid(text, draft.source, draft.cue, draft.content)
    )


def _seen(text: str, draft: Draft) -> Evidence:
    """The draft's probabilities, with what the finished draft shows besides."""
    return draft.evidence._replace(
        cue_share=cue_share(text[slice(*draft.cue)]) if draft.cue else 0.5,
        named=draft.source is not None,
        words=sum(len(_WORD.findall(text, *part)) for part in draft.content),
    )


def _add_layouts(text: str, quoted: Sequence[Quotation], found: list[Draft]) -> None:
    owners = Owners(found)
    for layout in layouts(text, quoted):
        here = list(owners.of(layout.content))
        if not here:
            found.append(Draft(layout.source, layout.cue, [layout.content], Evidence(), layout=True))
        elif len(here) == 1 and here[0].source is None:
            here[0].source = layout.source
    owners = Owners(found)
    taken = [place for draft in found for place in (draft.source, draft.cue) if place]
    for headline in headlines(text, [draft.source for draft in found if draft.source]):
        whole = (min(part[0] for part in headline), max(part[1] for part in headline))
        if not any(owners.of(whole)) and not any(low < whole[1] and whole[0] < high for low, high in taken):
            found.append(Draft(headline.source, headline.cue, [headline.content], Evidence(), layout=True))
