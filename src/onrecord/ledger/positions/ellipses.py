"""Sides that leave out what they are on, for it was said just before: "Norvenia has said that it will not"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.domain import Report, Span
from onrecord.ledger.clauses import Clause, Clauses
from onrecord.ledger.positions.lexicon import attitudes

_SHORT = re.compile(
    r"[\"“']?(?:that\s+)?(?:it|they|he|she|we|I)\s+(?P<words>(?:will|would|shall)(?P<not>\s+not|n[’']t)?|won[’']t)[.\"”']*",
    re.IGNORECASE,
)
_NEAR = 300  # code points between the two
_WITHOUT = re.compile(r"\bwon[’']t", re.IGNORECASE)


class Ellipsis(NamedTuple):
    """Statement ``statement`` says that its speaker will (``sign`` 1) or will not (-1) do what ``clause`` says."""

    statement: int
    clause: Clause
    words: Span
    sign: int


def ellipses(report: Report, clauses: Clauses) -> Iterator[Ellipsis]:
    """The statements of a report that are no more than "they will not", with the verb before them that they mean."""
    verbs = [clause for clause in clauses if any(row.kind == "act" for row in attitudes().get(clause.lemma, ()))]
    starts = [clause.verb.start for clause in verbs]
    for index, statement in enumerate(report.statements):
        if len(statement.content) != 1 or statement.speaker is None:
            continue
        content = statement.content[0]
        short = _SHORT.fullmatch(content.text)
        if short is None:
            continue
        first = min(span.start for span in statement.evidence)
        at = bisect_left(starts, first) - 1
        if at < 0 or first - starts[at] > _NEAR:
            continue
        denied = short["not"] is not None or _WITHOUT.match(short["words"]) is not None
        low, high = (content.start + place for place in short.span("words"))
        yield Ellipsis(index, verbs[at], Span.of(report.text, low, high), -1 if denied else 1)
