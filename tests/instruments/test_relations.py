"""Invoked, breach alleged, breach denied, mentioned: by the words beside the name, and by no others."""

from __future__ import annotations

import pytest
from instruments.marked_citations import one_statement, relations

from onrecord.domain import Report, Span, Statement
from onrecord.instruments import cite


@pytest.mark.parametrize(
    ("text", "relation", "words"),
    [
        ("the dam violates the Tarvel Treaty", "breach alleged", "violates"),
        ("the dam violates farmers' rights and the Tarvel Treaty", "breach alleged", "violates"),
        ("the dam is contrary to the Tarvel Treaty", "breach alleged", "contrary to"),
        ("the dam is not in line with the Tarvel Treaty", "breach alleged", "not in line with"),
        ("the Tarvel Treaty was grossly violated", "breach alleged", "violated"),
        ("the dam does not violate the Tarvel Treaty", "breach denied", "not violate"),
        ("the dam is in no way a breach of the Tarvel Treaty", "breach denied", "no way a breach of"),
        ("the dam is in line with the Tarvel Treaty", "invoked", "in line with"),
        ("the right is guaranteed by the Tarvel Treaty", "invoked", "guaranteed by"),
        ("the Tarvel Treaty prohibits dams", "invoked", "prohibits"),
        ("the right is not guaranteed by the Tarvel Treaty", "mentioned", ""),
        ("nobody knows whether the dam violates the Tarvel Treaty", "mentioned", ""),
        ("the dam violates all rules. The Tarvel Treaty is old", "mentioned", ""),
        ("the dam violates rules that were made before the Tarvel Treaty", "mentioned", ""),
        ("the Tarvel Treaty is a hundred years old", "mentioned", ""),
    ],
)
def test_the_relation_and_its_words(text: str, relation: str, words: str) -> None:
    assert relations(text) == [("Tarvel Treaty", relation, words)]


def test_one_verb_may_have_two_instruments() -> None:
    assert [relation for _, relation, _ in relations("it violates the Tarvel Treaty and the UN Charter")] == [
        "breach alleged",
        "breach alleged",
    ]


def test_a_denial_turns_the_relation_round() -> None:
    assert relations("He denied that the dam violates the UN Charter", negation="denied") == [
        ("UN Charter", "breach denied", "denied that the dam violates")
    ]
    assert relations("He never said it rests on, under, the UN Charter", negation="never")[0][1] == "mentioned"


def test_only_what_the_content_cites_is_a_ground() -> None:
    text = "The Tarvel Treaty is old. It violates the UN Charter, he said."
    inside = text.index("It")
    content = Span.of(text, inside, text.index(", he"))
    statement = Statement(None, None, (content,), "indirect", "speech", 1.0)
    report = cite(Report(name="a", text=text, sha256="0" * 64, statements=(statement,)))
    assert [each.instrument.name for each in report.citations] == ["Tarvel Treaty", "UN Charter"]
    assert [each.instrument.name for each in report.statements[0].grounds] == ["UN Charter"]


def test_who_passes_it_on_does_not_invoke_it() -> None:
    text = "The agency wrote that the envoy said the dam violates the UN Charter."

    def span(words: str) -> Span:
        return Span.of(text, text.index(words), text.index(words) + len(words))

    outer = Statement(
        span("The agency"), span("wrote"), (span("that the envoy said the dam violates the UN Charter"),),
        "indirect", "writing", 1.0,
    )  # fmt: skip
    inner = Statement(
        span("the envoy"), span("said"), (span("the dam violates the UN Charter"),), "indirect", "speech", 1.0
    )
    report = cite(Report(name="a", text=text, sha256="0" * 64, statements=(outer, inner)))
    assert [each.grounds[0].relation for each in report.statements] == ["mentioned", "breach alleged"]


def test_evidence_is_in_text_order() -> None:
    (statement,) = one_statement("the UN Charter was violated").statements
    assert [span.text for span in statement.grounds[0].evidence] == ["UN Charter", "violated"]
