"""The shipped weights, and that what they say depends on the report alone."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

import onrecord.statements.confidence as confidence_module
from onrecord.tagging.labels import LABELS, ROLES
from onrecord.tagging.weights import FOLDER, load_tagger
from onrecord.tagging.words import split_words

TEXT = (
    "Envoys leave without a deal\n\n"
    "GENEVA — The talks on the river failed on Tuesday, the mediator said.\n\n"
    "“We will meet again in May,” Maria Kordova told reporters. “Nobody has walked out.”\n\n"
    "Her deputy, Jon Berg, warned that the dam would be closed if no accord was reached.\n\n"
) * 6


def test_the_files_belong_together() -> None:
    assert {p.name for p in FOLDER.iterdir()} == {"attribution.onnx", "parameters.json", "tokenizer.json"}
    parameters = json.loads((FOLDER / "parameters.json").read_text(encoding="utf-8"))
    assert parameters["labels"] == list(LABELS)
    assert np.asarray(parameters["transitions"]).shape == (len(LABELS), len(LABELS))
    assert sum(p.stat().st_size for p in FOLDER.iterdir()) < 30e6


def test_the_number_of_threads_changes_nothing() -> None:
    words = split_words(TEXT)
    assert load_tagger(FOLDER, 1).tag(words) == load_tagger(FOLDER, 2).tag(words)


def test_reports_do_not_depend_on_what_was_read_before() -> None:
    words = split_words(TEXT)
    first = load_tagger().tag(words)
    load_tagger().tag(split_words("Another report, she said, of another kind. " * 100))
    assert load_tagger().tag(words) == first


def test_a_plain_report_is_tagged() -> None:
    tagging = load_tagger().tag(split_words(TEXT))
    assert {span.role for span in tagging.spans} == set(ROLES)


def test_the_grammar_of_a_plain_report() -> None:
    text = "The minister said that the union will not sign the treaty if the border is closed by its neighbours."
    syntax = load_tagger().tag(split_words(text)).syntax
    at = {word: i for i, word in enumerate(syntax.words.texts)}
    assert len(syntax.sentences) == 1
    assert syntax.root_of(0) == at["said"]
    assert syntax.complement(at["said"]) == at["sign"]
    assert syntax.subject(at["sign"]) == at["union"]
    assert syntax.objects(at["sign"]) == (at["treaty"],)
    assert syntax.negated(at["sign"]) and not syntax.negated(at["said"])
    assert syntax.modal(at["sign"]) == at["will"]
    assert syntax.conditions(at["sign"]) == (at["closed"],)
    assert syntax.passive(at["closed"]) and syntax.tense(at["said"]) == "past"


def test_confidence_was_fitted_and_is_no_placeholder() -> None:
    path = Path(confidence_module.__file__).with_name("confidence.json")
    parameters = json.loads(path.read_text(encoding="utf-8"))
    assert len(parameters["weights"]) == len(confidence_module.Evidence._fields)
    assert len(set(parameters["weights"])) > 1 and parameters["bias"] != 0
