"""Clauses as values: drafts with their offsets, actors and statements."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from onrecord.actors.tokens import Tokens, tokenize
from onrecord.domain import Actor, Report, Span
from onrecord.ledger.clause_drafts import Draft, drafts
from onrecord.ledger.clauses import Clause
from onrecord.ledger.subject_actors import SubjectActors
from onrecord.ledger.subject_phrases import Range, head_of, subject_before
from onrecord.ledger.tree_clauses import TreeClause, TreeClauses
from onrecord.ledger.verb_words import PARTICLES
from onrecord.tagging import Syntax

_LONGEST = 400  # tokens of a sentence: a longer one is a list or a table, and is read in pieces
_NO = frozenset(["no", "neither", "nobody", "none", "nothing"])


def built(report: Report, syntax: Syntax | None = None) -> Iterator[Clause]:
    """The clauses of a report in text order; ``parent`` counts from the first one, ``index`` is left 0."""
    tokens = tokenize(report.text, report.chrome)
    contents = _Contents(report)
    actors = SubjectActors(report, tokens)
    if syntax is not None and len(syntax):
        yield from _by_trees(report.text, tokens, syntax, contents, actors)
    else:
        yield from _by_words(report.text, tokens, contents, actors)


def _by_words(text: str, tokens: Tokens, contents: _Contents, actors: SubjectActors) -> Iterator[Clause]:
    offset = 0
    sentences = tokens[-1].sentence + 1 if len(tokens) else 0
    for number in range(sentences):
        low, high = tokens.sentence_range(number)
        for start in range(low, high, _LONGEST):
            end = min(high, start + _LONGEST)
            found = drafts(tokens, start, end)
            for draft in found:
                yield _clause(text, tokens, draft, (start, end), offset, contents, actors)
            offset += len(found)
            actors.end_sentence()


def _by_trees(
    text: str, tokens: Tokens, syntax: Syntax, contents: _Contents, actors: SubjectActors
) -> Iterator[Clause]:
    reader = TreeClauses(syntax)
    offset = 0
    for sentence in syntax.sentences:
        found = reader.of(sentence)
        for one in found:
            yield _of_tree(text, tokens, syntax, one, sentence, offset, contents, actors)
        offset += len(found)
        actors.end_sentence()


def _of_tree(
    text: str,
    tokens: Tokens,
    syntax: Syntax,
    one: TreeClause,
    sentence: range,
    offset: int,
    contents: _Contents,
    actors: SubjectActors,
) -> Clause:
    def span(words: range) -> Span:
        return Span.of(text, *syntax.characters(words))

    verb = span(range(one.verb, one.group.stop))
    first, last = tokens.range_of(verb.start, verb.end)
    token = tokens[first] if first < last else None
    statement = contents.at(verb.start)
    subject = span(one.subject) if one.subject else None  # a phrase may have come out empty
    head, actor = "", None
    if subject is None and one.form in ("finite", "infinitive") and one.link in ("main", "complement", "infinitive"):
        subject, head, actor = _passed_over(text, tokens, syntax, one, sentence, statement, actors)
    if subject is not None and one.subject_head is not None:
        head = syntax.word(one.subject_head)
        phrase = tokens.range_of(subject.start, subject.end)
        at = tokens.range_of(*syntax.characters(range(one.subject_head, one.subject_head + 1)))[0]
        if phrase[0] <= at < phrase[1]:
            head = tokens[at].fold
            actor = actors.of(phrase, at, statement, is_new=not one.shared, finite=one.form == "finite")
    rest = range(one.group.stop, one.rest_end)
    after = syntax.words.starts[one.group.stop] if rest else verb.end
    return Clause(
        index=0,
        sentence=span(sentence) if token is None else _span(text, tokens, *tokens.sentence_range(token.sentence)),
        span=span(range(min(one.start, one.group.start), max(one.end, one.group.stop))),
        link=one.link,
        parent=None if one.parent is None else one.parent + offset,
        marker=one.marker,
        group=span(one.group),
        verb=verb,
        lemma=one.lemma,
        particle=one.particle,
        form=one.form,
        tense=one.tense,
        aspect=one.aspect,
        passive=one.passive,
        modal=one.modal,
        negation=None if one.negation is None else span(range(one.negation, one.negation + 1)),
        subject=subject,
        head=head,
        shared=one.shared,
        actor=actor,
        rest=span(rest) if rest else Span.of(text, after, after),
        quoted=token is not None and token.quoted,
        statement=statement,
        headline=token is not None and token.headline,
    )


def _passed_over(
    text: str,
    tokens: Tokens,
    syntax: Syntax,
    one: TreeClause,
    sentence: range,
    statement: int | None,
    actors: SubjectActors,
) -> tuple[Span | None, str, Actor | None]:
    """The subject that opens the sentence of a clause for which the tree has none: "Norland to leave the talks"."""
    low, high = syntax.words.starts[sentence.start], syntax.words.starts[one.group.start]
    first, last = tokens.from_offset(low), tokens.from_offset(high)
    if one.parent is not None or last - first > 12:
        return None, "", None
    phrase = subject_before(tokens, first, last)
    if phrase is None:
        return None, "", None
    head = head_of(tokens, phrase)
    actor = actors.of(phrase, head, statement, is_new=True, finite=one.form == "finite")
    return _span(text, tokens, *phrase), tokens[head].fold, actor


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
