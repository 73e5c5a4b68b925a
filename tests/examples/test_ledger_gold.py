"""The ledgers of both piles are true to their reports' letter, and the checker sees each kind of fault."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def nile(ledger_gold: ModuleType) -> tuple[Rows, dict[str, str]]:
    pile = ledger_gold.PILES[1]
    return ledger_gold.load(pile), ledger_gold.texts(pile)


@pytest.mark.parametrize("number", [0, 1])
def test_a_ledger_is_true_to_its_reports(ledger_gold: ModuleType, number: int) -> None:
    pile = ledger_gold.PILES[number]
    assert ledger_gold.problems(ledger_gold.load(pile), ledger_gold.texts(pile)) == []


def test_the_second_pile_has_every_kind_of_end(nile: tuple[Rows, dict[str, str]], ledger_gold: ModuleType) -> None:
    rows, texts = nile
    assert len(texts) >= 12
    for sort, statuses in ledger_gold.STATUSES.items():
        assert {row["status"] for row in rows[sort]} == statuses
    assert {row["kind"] for row in rows["commitment"]} == ledger_gold.KINDS
    assert {row["change"] for row in rows["position"]} == ledger_gold.CHANGES
    assert {"held", "moved", "cancelled", "happened"} <= {row["state"] for row in rows["event"]}


def test_no_trap_stands_on_the_words_of_a_commitment_or_forecast(ledger_gold: ModuleType) -> None:
    for pile in ledger_gold.PILES:
        rows, texts = ledger_gold.load(pile), ledger_gold.texts(pile)
        for trap in rows["neither"]:
            start, end = ledger_gold.locate(texts[trap["report"]], trap["text"])
            for row in [*rows["commitment"], *rows["forecast"]]:
                if row["report"] == trap["report"]:
                    a, b = ledger_gold.locate(texts[row["report"]], row["text"])
                    assert b <= start or end <= a, (trap["text"], row["text"])


def test_the_readme_lists_the_reports(ledger_gold: ModuleType, nile: tuple[Rows, dict[str, str]]) -> None:
    readme = Path(ledger_gold.PILES[1] / "README.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in readme for name in nile[1])


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda rows: rows["commitment"][0].update(text="no such words"), "0 times in"),
        (lambda rows: rows["commitment"][0].update(text="the"), "times in"),
        (lambda rows: rows["commitment"][0].update(kind="wish"), "kind wish"),
        (lambda rows: rows["commitment"][0].update(status="broken"), "status"),
        (lambda rows: rows["commitment"][0].pop("actor"), "fields"),
        (lambda rows: rows["forecast"][0].update(settled_by=[]), "nothing that says so"),
        (lambda rows: rows["position"][0].update(question="weather"), "no question weather"),
        (lambda rows: rows["report"].pop(0), "does not list the reports"),
        (lambda rows: rows["event"][0].update(state="over"), "state over"),
        (lambda rows: rows["position"][0].update(side="pro"), "side pro"),
    ],
)
def test_faults_are_told(
    ledger_gold: ModuleType, nile: tuple[Rows, dict[str, str]], spoil: Callable[[Rows], object], told: str
) -> None:
    rows, texts = copy.deepcopy(nile[0]), nile[1]
    spoil(rows)
    assert any(told in problem for problem in ledger_gold.problems(rows, texts)), ledger_gold.problems(rows, texts)


def test_sightings_that_end_differently_and_ends_before_the_beginning_are_told(
    ledger_gold: ModuleType, nile: tuple[Rows, dict[str, str]]
) -> None:
    rows, texts = copy.deepcopy(nile[0]), nile[1]
    sightings = [row for row in rows["commitment"] if row["group"] == "first-filling"]
    sightings[1]["status"] = "withdrawn"
    early = next(row for row in rows["commitment"] if row["group"] == "fourth-filling")
    early["settled_by"] = [{"report": "halyard-diversion.txt", "text": "plans to keep its 5,000 workers"}]
    problems = ledger_gold.problems(rows, texts)
    assert any("first-filling ends in two ways" in problem for problem in problems)
    assert any("fourth-filling is settled before it is made" in problem for problem in problems)
