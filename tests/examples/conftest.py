"""The examples folder's scorer as a module, and the example reports as the package reads them."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.domain import Report
from onrecord.reading import RawReport, find_reports, parse

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="session")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("example_score", EXAMPLES / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def reports() -> dict[str, Report]:
    """The eight reports, read but not tagged, by name."""
    found = list(find_reports([EXAMPLES / "reports"]))
    return {raw.name: parse(raw) for raw in found if isinstance(raw, RawReport)}


@pytest.fixture(scope="session")
def ledger_gold() -> ModuleType:
    return _beside("ledger_gold")


@pytest.fixture(scope="session")
def ledger_score() -> ModuleType:
    return _beside("score_ledger")


def _beside(name: str) -> ModuleType:
    """A module of the examples folder, imported as it imports its neighbours."""
    sys.path.insert(0, str(EXAMPLES))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(EXAMPLES))
