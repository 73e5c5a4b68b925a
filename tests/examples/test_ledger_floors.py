"""The ledger of the two annotated piles: what it finds, and what it invents, stays where it was measured.

The floors lie a little under ``docs/scores.md``, since the arithmetic of the network differs between processors.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

FLOORS = {
    "examples": {
        "commitments.recall": 0.80,
        "commitments.precision": 0.95,
        "forecasts.recall": 0.90,
        "forecasts.precision": 0.85,
        "events.recall": 0.80,
        "positions.recall": 0.60,
    },
    "examples/blue-nile": {
        "commitments.recall": 0.76,
        "commitments.precision": 0.95,
        "forecasts.recall": 0.84,
        "forecasts.precision": 0.75,
        "events.recall": 0.80,
        "positions.recall": 0.34,
    },
}
WRONG_ENDS = 2
"""Ends of commitments that may be claimed against the gold: an end that is shown must be right."""


def scores(pile: str) -> dict[str, Any]:
    command = [sys.executable, str(ROOT / "examples" / "score_ledger.py"), "--pile", str(ROOT / pile)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert ran.returncode == 0, ran.stderr[-2000:]
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def count(shown: str) -> int:
    """The first number of "2 of 10"."""
    return int(shown.split()[0])


@pytest.mark.slow
@pytest.mark.parametrize("pile", FLOORS)
def test_the_ledger_of_a_pile(pile: str) -> None:
    found = scores(pile)
    for path, floor in FLOORS[pile].items():
        table, _, name = path.partition(".")
        assert found[table][name] >= floor, f"{path} is {found[table][name]}, floor {floor}"
    assert count(found["commitments"]["not_open_claimed_wrongly"]) <= WRONG_ENDS
    assert count(found["commitments"]["traps"]) == 0
    assert count(found["forecasts"]["traps"]) == 0
