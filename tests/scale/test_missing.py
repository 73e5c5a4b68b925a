"""Without the libraries of an engine, its option says how to get them."""

from __future__ import annotations

import sys

import pytest

from onrecord.errors import BuildError
from onrecord.scale import EngineName, engine_named


@pytest.mark.parametrize(("name", "library", "extra"), [("duckdb", "duckdb", "scale"), ("spark", "pyspark", "spark")])
def test_a_library_that_is_not_installed_is_named_with_the_extra_that_brings_it(
    name: EngineName, library: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [each for each in sys.modules if each.startswith("onrecord.scale.")]:
        if module != "onrecord.scale.engines":
            monkeypatch.delitem(sys.modules, module)
    for module in [each for each in sys.modules if each.split(".")[0] == library]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(BuildError) as caught:
        engine_named(name)
    assert str(caught.value) == f"{library} is not installed; install it with pip install 'onrecord[{extra}]'"
