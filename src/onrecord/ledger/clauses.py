"""The clauses of a report: who does what, in which tense, under which condition, in whose words.

A clause is a verb with what belongs to it. Clauses hang on one another (``parent``): a condition on what it conditions,
an infinitive on the verb that governs it ("promised [to leave]"), a complement on the verb of saying. Everything is
given as ``Span``s of the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.domain import Actor, Report, Span
from onrecord.ledger.verb_groups import Aspect, Form, Tense
from onrecord.tagging import Syntax

Link = Literal[
    "main", "coordinate", "complement", "infinitive", "participle", "relative",
    "condition", "time", "cause", "concession", "purpose",
]  # fmt: skip
"""What a clause is to its parent. ``condition``: if, unless, once, should, provided, in case."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb, its subject and what it governs.

    Args:
        index: its place in ``clauses(report)``.
        sentence: the sentence that it stands in.
        span: the clause with the clauses that hang on it and follow it, from its subject or opening word on.
        link: what it is to ``parent`` (the place of another clause; None for ``main``).
        marker: the folded word that opens it ("if", "that", "who"), "" for none.
        group: the words of the verb group ("would not immediately recognize"); ``verb`` its main verb.
        lemma: of the main verb ("recognize").
        particle: "up" of "step up", "" for none.
        form, tense, aspect, passive, modal: of the group; ``modal`` is folded ("will", "would", "is to").
        negation: the word that negates the verb, or its subject ("no", "neither"); None for none.
        subject: the phrase that is its subject, also where it is shared with another clause or understood (for
            infinitives and participles); ``head`` its folded head word.
        shared: whether the subject is not its own.
        actor: whom the subject means, where the report makes that clear.
        rest: what follows the verb group up to the next clause that does not belong to its objects; empty spans at its
            end where nothing does.
        quoted: whether the verb is inside quotation marks.
        statement: the place in ``report.statements`` of the innermost statement whose content holds the verb.
        headline: whether it stands in a headline.
    """

    index: int
    sentence: Span
    span: Span
    link: Link
    parent: int | None
    marker: str
    group: Span
    verb: Span
    lemma: str
    particle: str
    form: Form
    tense: Tense
    aspect: Aspect
    passive: bool
    modal: str
    negation: Span | None
    subject: Span | None
    head: str
    shared: bool
    actor: Actor | None
    rest: Span
    quoted: bool
    statement: int | None
    headline: bool

    @property
    def negated(self) -> bool:
        """Whether the verb or its subject is negated."""
        return self.negation is not None

    @property
    def is_finite(self) -> bool:
        """Whether the verb has a tense or modal of its own."""
        return self.form == "finite"


class Clauses(Sequence[Clause]):
    """The clauses of a report, in text order."""

    def __init__(self, found: Sequence[Clause]) -> None:
        self._all = tuple(found)
        self._children: dict[int, list[int]] = {}
        for clause in self._all:
            if clause.parent is not None:
                self._children.setdefault(clause.parent, []).append(clause.index)

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, place: int) -> Clause:  # type: ignore[override]
        return self._all[place]

    def __iter__(self) -> Iterator[Clause]:
        return iter(self._all)

    def parent(self, clause: Clause) -> Clause | None:
        """The clause that it hangs on."""
        return None if clause.parent is None else self._all[clause.parent]

    def ancestors(self, clause: Clause) -> Iterator[Clause]:
        """What it hangs on, the nearest first."""
        above = self.parent(clause)
        while above is not None:
            yield above
            above = self.parent(above)

    def children(self, clause: Clause, *links: Link) -> tuple[Clause, ...]:
        """The clauses that hang on it, in text order; of these ``links`` only, if any are given."""
        found = (self._all[place] for place in self._children.get(clause.index, ()))
        return tuple(child for child in found if not links or child.link in links)

    def conditions(self, clause: Clause) -> tuple[Clause, ...]:
        """The condition clauses that hold for it: its own, and those of the verbs that govern it as an infinitive."""
        found = list(self.children(clause, "condition"))
        while clause.link == "infinitive" and (above := self.parent(clause)) is not None:
            found += self.children(above, "condition")
            clause = above
        return tuple(sorted(found, key=lambda one: one.index))

    def governor(self, clause: Clause) -> Clause | None:
        """The clause whose complement or infinitive it is ("vowed" of "vowed to stay"), through coordination."""
        while clause.link == "coordinate" and clause.parent is not None:
            clause = self._all[clause.parent]
        return self.parent(clause) if clause.link in ("complement", "infinitive") else None


_LAST: list[tuple[tuple[object, ...], Clauses]] = []  # of the report that was asked for last


def clauses(report: Report, syntax: Syntax | None = None) -> Clauses:
    """The clauses of a report, chrome left out.

    The answer for the last report is kept, since every part of the ledger asks for it: ``note`` asks first, with the
    trees of the report, and whoever asks for the same report without them is given what was read from them.

    Args:
        report: with its statements, speakers and mentions.
        syntax: the trees of its words. Without them, clauses are read by the forms of words alone.
    """
    from onrecord.ledger.clause_building import built

    key = (
        report.text,
        report.chrome,
        tuple((s.content, s.speaker, s.source) for s in report.statements),
        tuple((m.span, m.actor) for m in report.mentions),
    )
    if _LAST and _LAST[0][0] == key and syntax is None:
        return _LAST[0][1]
    found = Clauses([replace(clause, index=place) for place, clause in enumerate(built(report, syntax))])
    _LAST[:] = [(key, found)]
    return found
