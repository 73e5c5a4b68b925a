"""Clauses from trees: made-up sentences, and trees that no parser should yield."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.ledger.clauses import clauses
from onrecord.reading import report_from_text
from onrecord.tagging import Syntax, split_words
from onrecord.tagging.syntax_labels import DEPRELS, FORMS, UPOS

WORDS = (
    "Norland",
    "said",
    "it",
    "would",
    "not",
    "leave",
    ",",
    "if",
    "the",
    "talks",
    "fail",
    "and",
    "was",
    "to",
    "who",
    "yet",
    "“",
)


@st.composite
def _trees(draw: st.DrawFn) -> tuple[str, Syntax]:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
    text = " ".join(words) + "."
    split = split_words(text)
    size = len(split)
    root = draw(st.integers(0, size - 1))
    heads = [-1] * size
    order = draw(st.permutations([i for i in range(size) if i != root]))
    placed = [root]
    for word in order:  # any tree: each word hangs on one that is placed already
        heads[word] = draw(st.sampled_from(placed))
        placed.append(word)
    upos = tuple(draw(st.sampled_from(UPOS)) for _ in range(size))
    form = tuple(draw(st.sampled_from(FORMS)) for _ in range(size))
    deprel = tuple("root" if i == root else draw(st.sampled_from(DEPRELS[1:])) for i in range(size))
    return text, Syntax(split, (0,) * size, upos, form, tuple(heads), deprel)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_trees())
def test_any_tree_yields_spans_of_the_text(tree: tuple[str, Syntax]) -> None:
    text, syntax = tree
    found = clauses(report_from_text(text), syntax)
    for place, clause in enumerate(found):
        assert clause.index == place
        assert clause.parent is None or (0 <= clause.parent < len(found) and clause.parent != place)
        for span in (clause.sentence, clause.span, clause.group, clause.verb, clause.rest):
            assert text[span.start : span.end] == span.text
        assert clause.group.start <= clause.verb.start < clause.verb.end <= clause.group.end
        list(found.ancestors(clause))


def test_a_subject_without_its_apposition() -> None:
    (said, *_) = clauses(onrecord.read("Ada Berg, the foreign minister of Norway, left the talks in Geneva on Monday."))
    assert said.subject is not None
    assert said.subject.text == "Ada Berg"
    assert said.lemma == "leave"


def test_is_to_is_a_future() -> None:
    (meet,) = clauses(onrecord.read("The council is to meet in Geneva on Monday."))
    assert (meet.lemma, meet.modal, meet.tense, meet.group.text) == ("meet", "is to", "future", "is to meet")


def test_conditions_that_lead() -> None:
    found = clauses(
        onrecord.read("Unless the rebels leave the valley, the army will close the road, the minister said.")
    )
    close = next(clause for clause in found if clause.lemma == "close")
    (condition,) = found.conditions(close)
    assert condition.marker == "unless"
    assert condition.span.text == "Unless the rebels leave the valley"


def test_what_a_relative_clause_is_about() -> None:
    found = clauses(onrecord.read("Police arrested two dockers, who had blocked the road."))
    blocked = next(clause for clause in found if clause.lemma == "block")
    assert blocked.link == "relative"
    assert blocked.subject is not None
    assert blocked.subject.text == "two dockers"
