"""Clauses as values: drafts with their offsets, actors and statements."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from onrecord.actors.tokens import Tokens, tokenize
from onrecord.domain import Report, Span
from onrecord.ledger.clause_drafts import Draft, drafts
from onrecord.ledger.clauses import Clause
from onrecord.ledger.subject_actors import SubjectActors
from onrecord.ledger.subject_phrases import Range, head_of
from onrecord.ledger.verb_words import PARTICLES

_LONGEST = 400  # tokens of a sentence: a longer one is a list or a table, and is read in pieces
_NO = frozenset(["no", "neither", "nobody", "none", "nothing"])


def built(report: Report) -> Iterator[Clause]:
    """The clauses of a report in text order; ``parent`` counts from the first one, ``index`` is left 0."""
    tokens = tokenize(report.text, report.chrome)
    contents = _Contents(report)
    actors = SubjectActors(report, tokens)
    offset = 0
    sentences = tokens[-1].sentence + 1 if len(tokens) else 0
    for number in range(sentences):
        low, high = tokens.sentence_range(number)
        for start in range(low, high, _LONGEST):
            end = min(high, start + _LONGEST)
            found = drafts(tokens, start, end)
            for draft in found:
                yield _clause(report.text, tokens, draft, (start, end), offset, contents, actors)
            offset += len(found)
            actors.end_sentence()


def _clause(
    text: str, tokens: Tokens, draft: Draft, sentence: Range, offset: int, contents: _Contents, actors: SubjectActors
) -> Clause:
    group = draft.group
    verb = tokens[group.main]
    particle = tokens.word(group.last) if group.last < sentence[1] and tokens.word(group.last) in PARTICLES else ""
    statement = contents.at(verb.start)
    negation = tokens[group.negator] if group.negator >= 0 else None
    if negation is None and draft.subject is not None and tokens[draft.subject[0]].fold in _NO:
        negation = tokens[draft.subject[0]]
    head = head_of(tokens, draft.subject) if draft.subject is not None else -1
    actor = None
    if draft.subject is not None:
        actor = actors.of(draft.subject, head, statement, is_new=not draft.shared, finite=group.form == "finite")
    end = max(draft.rest, group.last)
    rest_start = tokens[group.last].start if group.last < end else tokens[group.last - 1].end
    return Clause(
        index=0,
        sentence=_span(text, tokens, *sentence),
        span=_span(text, tokens, min(draft.start, group.first), max(draft.end, group.last)),
        link=draft.link,
        parent=None if draft.parent is None else draft.parent + offset,
        marker=draft.marker,
        group=_span(text, tokens, group.first, group.last),
        verb=_span(text, tokens, group.main, group.main + 1),
        lemma=group.lemma,
        particle=particle,
        form=group.form,
        tense=group.tense,
        aspect=group.aspect,
        passive=group.passive,
        modal=group.modal,
        negation=None if negation is None else Span.of(text, negation.start, negation.end),
        subject=None if draft.subject is None else _span(text, tokens, *draft.subject),
        head=tokens[head].fold if head >= 0 else "",
        shared=draft.shared,
        actor=actor,
        rest=Span.of(text, rest_start, max(rest_start, tokens[end - 1].end if end > group.last else rest_start)),
        quoted=verb.quoted,
        statement=statement,
        headline=verb.headline,
    )


def _span(text: str, tokens: Tokens, first: int, last: int) -> Span:
    return Span.of(text, tokens[first].start, tokens[last - 1].end)


class _Contents:
    """The contents of a report's statements, found by offset: the innermost that holds a place."""

    def __init__(self, report: Report) -> None:
        ranges = [(span.start, span.end, index) for index, s in enumerate(report.statements) for span in s.content]
        # Longer ones first, so that what is inside is painted over what is around it.
        edges: dict[int, None] = dict.fromkeys(sorted({edge for start, end, _ in ranges for edge in (start, end)}))
        self._edges = list(edges)
        self._owner: list[int | None] = [None] * len(self._edges)
        places = {edge: at for at, edge in enumerate(self._edges)}
        for start, end, index in sorted(ranges, key=lambda r: (r[0] - r[1], r[0], r[2])):
            for at in range(places[start], places[end]):
                self._owner[at] = index

    def at(self, offset: int) -> int | None:
        """The statement whose content holds ``offset``."""
        at = bisect_right(self._edges, offset) - 1
        return self._owner[at] if at >= 0 else None
