from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fetching_fakes import FakeClock, Fetched, fetched
from local_server import LocalServer, serving

from onrecord.fetching import Settings


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with serving() as local:
        yield local


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def run(tmp_path: Path, server: LocalServer, clock: FakeClock) -> Callable[..., Fetched]:
    """Fetches paths of the local server into one folder, as quickly as it goes."""

    def fetch_paths(*paths: str, **settings: object) -> Fetched:
        chosen = Settings(**{"delay": 0.0, "timeout": 5.0, **settings})  # type: ignore[arg-type]
        given = [server.url(path) if path[0] == "/" and not Path(path).exists() else path for path in paths]
        return fetched(given, tmp_path / "out", chosen, clock)

    return fetch_paths
