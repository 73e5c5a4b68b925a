"""Clauses from the trees of a parser: what depends on which verb, and how.

The relations are those of Universal Dependencies. What its clauses are made of is asked of ``onrecord.tagging``; here
they become the clauses of the ledger, with offsets, links and understood subjects.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.ledger.clauses import Link
from onrecord.ledger.tree_links import TreeLinks
from onrecord.ledger.tree_verbs import TreeVerbs
from onrecord.ledger.verb_groups import Aspect, Form, Tense
from onrecord.tagging import Syntax


@dataclass(frozen=True, slots=True)
class TreeClause:
    """A clause by words of the tree: ``verb`` its main verb, ``head`` what the tree has for its head."""

    head: int
    verb: int
    group: range
    link: Link
    parent: int | None
    marker: str
    lemma: str
    particle: str
    form: Form
    tense: Tense
    aspect: Aspect
    passive: bool
    modal: str
    negation: int | None
    subject: range | None
    subject_head: int | None
    shared: bool
    start: int
    end: int
    rest_end: int


class TreeClauses:
    """Reads the clauses of one text's trees."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax
        self._verbs = TreeVerbs(syntax)
        self._links = TreeLinks(syntax, self._verbs)

    def of(self, sentence: range) -> list[TreeClause]:
        """The clauses of a sentence, by their verbs, in text order. ``parent`` is a place in the list."""
        syntax = self._syntax
        heads = [i for i in syntax.clauses(sentence) if self._verbs.verb(i) is not None]
        merged = {i: above for i in heads if (above := self._verbs.is_to(i)) is not None}
        heads = [i for i in heads if i not in merged.values()]
        found = sorted((self._verbs.verb(i) or i, i) for i in heads)
        places = {i: at for at, (_, i) in enumerate(found)}
        places |= {above: places[i] for i, above in merged.items() if i in places}
        starts = [self._links.start(i, merged.get(i)) for _, i in found]
        return [self._clause(i, merged.get(i), places, at, starts, sentence) for at, (_, i) in enumerate(found)]

    def _clause(
        self, i: int, merged: int | None, places: dict[int, int], at: int, starts: list[int], sentence: range
    ) -> TreeClause:
        verb = self._verbs.verb(i) or i
        outer = merged if merged is not None else i
        group = self._verbs.group(i, merged)
        link, above, marker = self._links.link(outer if merged is not None else i)
        parent = None if above is None else self._place(above, places)
        subject, shared = self._links.subject(i, outer, link)
        following = [start for start in starts if start >= group.stop]
        end = self._end(outer, group, following)
        rest = min([end, *following]) if following else end
        return TreeClause(
            i,
            verb,
            group,
            link if parent is not None else "main" if link in ("coordinate", "participle") else link,
            parent if parent != at else None,
            marker,
            self._verbs.lemma(verb),
            self._verbs.particle(i, verb),
            *self._verbs.inflection(i, merged, verb),
            self._verbs.negation(outer, group),
            None if subject is None else self._verbs.phrase(subject, bare=link == "relative"),
            subject,
            shared,
            starts[at],
            end,
            max(group.stop, self._trimmed(group.stop, rest)),
        )

    def _place(self, above: int, places: dict[int, int]) -> int | None:
        """The place of the clause that word ``above`` is in."""
        syntax = self._syntax
        while above >= 0:
            clause = syntax.clause_of(above)
            if clause in places:
                return places[clause]
            above = syntax.head[clause]
        return None

    def _end(self, i: int, group: range, following: list[int]) -> int:
        syntax = self._syntax
        end = syntax.subtree(i).stop
        led = self._links.led_by(i)
        if led is not None and self._links.link(i)[1] == led:
            end = min(end, self._links.start(led, None))
        for child in syntax.children(i, "parataxis"):
            start = syntax.subtree(child).start
            if child > i and start >= group.stop:
                end = min(end, start)
        return max(group.stop, self._trimmed(group.stop, end))

    def _trimmed(self, low: int, end: int) -> int:
        texts = self._syntax.words.texts
        while end > low and (
            texts[end - 1] in ",;:—–-.!?" or texts[end - 1].lower() in ("and", "but", "or", "so", "that")
        ):
            end -= 1
        return end
