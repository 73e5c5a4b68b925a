"""The labelled statements hold offsets and no text of their corpus, and agreement is counted as Cohen did."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "training" / "ledger"


@pytest.fixture(scope="module")
def agreement() -> ModuleType:
    spec = importlib.util.spec_from_file_location("ledger_agreement", FOLDER / "agreement.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", sorted(FOLDER.glob("labels_*.jsonl")), ids=lambda path: path.stem)
def test_a_hundred_statements_are_labelled(agreement: ModuleType, path: Path) -> None:
    rows = agreement.read(path)
    assert sorted(rows) == list(range(1, 101))
    for line in path.read_text(encoding="utf-8").splitlines():
        assert set(json.loads(line)) <= {"item", "file", "content", "label", "note"}


def test_kappa_of_a_worked_example(agreement: ModuleType) -> None:
    # 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: observed 0.70, by chance 0.50.
    pairs = [("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15
    assert agreement.kappa(pairs) == pytest.approx(0.4)
    assert agreement.kappa([("a", "a")] * 3) == 1.0
    with pytest.raises(ValueError, match="no item"):
        agreement.kappa([])


def test_unknown_labels_and_repeated_items_are_errors(agreement: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text('{"item": 1, "label": "promise"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="unknown label"):
        agreement.read(path)
    path.write_text('{"item": 1, "label": "neither"}\n' * 2, encoding="utf-8")
    with pytest.raises(ValueError, match="twice"):
        agreement.read(path)
