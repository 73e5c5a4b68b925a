"""Quality may not fall silently: scores on the shared development data stay above the floors in ``floors.json``.

A scorer is a file of the shared ones, or a module of this repository (``training.syntax.evaluate``).
Each floor names the digest of the data it was measured on. Without that data the test is skipped; with other data it
fails, since a floor says nothing about texts it was not measured on. To lower a floor is a decision to be defended in
the changelog.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SHARED = Path(os.environ.get("ONRECORD_SHARED", HERE.parents[2] / "shared"))
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))


def digest(data: Path) -> str:
    """Of a file, or of all files in a folder."""
    total = hashlib.sha256()
    folder = data.parent if data.is_file() else data
    for path in [data] if data.is_file() else sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(path.read_bytes())
    return total.hexdigest()[:16]


def look_up(scores: object, path: str) -> float:
    for key in path.split("."):
        scores = scores[key]  # type: ignore[index]
    return float(scores)  # type: ignore[arg-type]


def below(scores: object, floors: dict[str, float]) -> list[str]:
    return [
        f"{path} is {look_up(scores, path)}, floor {floor}"
        for path, floor in floors.items()
        if look_up(scores, path) < floor
    ]


@pytest.mark.slow
@pytest.mark.parametrize("gate", FLOORS, ids=[f"{gate['scorer']} {gate['data']}" for gate in FLOORS])
def test_scores_stay_above_their_floors(gate: dict) -> None:
    data, scorer = SHARED / gate["data"], SHARED / "score" / gate["scorer"]
    ours = not gate["scorer"].endswith(".py")
    if not data.exists() or not (ours or scorer.exists()):
        pytest.skip(f"{data} is not on this machine")
    command = ["-m", gate["scorer"]] if ours else [str(scorer)]
    assert digest(data) == gate["digest"], f"{data} is not the data that the floors were measured on"
    ran = subprocess.run(
        [sys.executable, *command, str(data)], cwd=ROOT, capture_output=True, text=True, timeout=900, check=False
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    assert not below(json.loads(ran.stdout), gate["floors"])


def test_the_gate_itself_notices_a_fall() -> None:
    scores = {"content": {"exact": 0.70}, "relation": {"f1": 0.71}}
    assert not below(scores, {"content.exact": 0.70, "relation.f1": 0.7})
    assert below(scores, {"content.exact": 0.71}) == ["content.exact is 0.7, floor 0.71"]
    with pytest.raises(KeyError):
        below(scores, {"cue.exact": 0.5})


def test_every_floor_names_its_data() -> None:
    for gate in FLOORS:
        assert set(gate) == {"scorer", "data", "digest", "measured", "floors"}
        assert len(gate["digest"]) == 16 and gate["floors"]
